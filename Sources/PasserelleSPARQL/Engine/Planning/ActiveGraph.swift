internal import PasserelleCore

/// The graphs that a part of a query is asked of.
struct ActiveGraph: Hashable {
  /// The graphs that are read.
  var selection: GraphSelection
  /// Within `GRAPH ?g`, the variable that holds the graph of every quad.
  var variable: Int?

  /// Whether no graph is read.
  var isEmpty: Bool { selection == .some([]) }
}

/// The graphs that a query sees (SPARQL 1.1, section 13.2), by identifiers.
final class GraphView {
  let defaultGraph: ActiveGraph
  /// What `GRAPH ?g` reads.
  let named: GraphSelection
  private let run: EngineRun
  private let clauses: Dataset
  private var found: [TermID]?

  init(_ run: EngineRun, _ clauses: Dataset) throws {
    self.run = run
    self.clauses = clauses
    guard !clauses.isEmpty else {
      defaultGraph = ActiveGraph(
        selection: run.scalar.context.defaultGraphIsUnion ? .all : .some([.none]), variable: nil)
      named = .named
      return
    }
    func ids(_ list: [String]) throws -> [TermID] {
      Set(try run.snapshot.identifiers(of: list.map(Term.iri))).filter(\.isBound).sorted()
    }
    defaultGraph = ActiveGraph(selection: .some(try ids(clauses.defaultGraphs)), variable: nil)
    let chosen = clauses.namedGraphs.isEmpty ? [] : try ids(clauses.namedGraphs)
    let all = chosen.isEmpty ? [] : try run.snapshot.graphNames()
    let known = chosen.filter { Self.holds(all, $0) }
    named = .some(known)
    found = known
  }

  private static func holds(_ names: [TermID], _ name: TermID) -> Bool {
    names.withUnsafeBufferPointer { names in
      let place = SortedQuads.bound(names, 0..<names.count) { $0 < name }
      return place < names.count && names[place] == name
    }
  }

  /// The same for the plain evaluator.
  var plainGraphs: NamedGraphs {
    NamedGraphs(
      SnapshotDataset(run), among: clauses.isEmpty ? nil : Set(clauses.namedGraphs.map(Term.iri)))
  }

  /// Whether `GRAPH` sees a graph.
  func contains(_ name: TermID) throws -> Bool { Self.holds(try sortedNames(), name) }

  /// The names of the graphs that `GRAPH` sees, ascending.
  func sortedNames() throws -> [TermID] {
    if let found { return found }
    let names = try run.snapshot.graphNames()
    found = names
    return names
  }
}
