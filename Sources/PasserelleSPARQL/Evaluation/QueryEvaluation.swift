internal import PasserelleCore

extension Query {
  /// Evaluates the query over a dataset.
  ///
  /// The same query, data and context give the same result, order included. `FROM` and `FROM NAMED` name
  /// graphs of the dataset; one that it does not hold is empty.
  ///
  /// - Throws: ``PasserelleError`` with code `sparql.timeout`, `sparql.stopped`, `sparql.limit` or
  ///   `sparql.service`.
  /// - Complexity: Every operator holds its whole result in memory.
  public func evaluate(over dataset: any RDFDataset, _ context: EvaluationContext) throws -> QueryResult {
    let run = EvaluationRun(context, base: base)
    let algebra = Algebra(self)
    let view = DatasetView(dataset, self.dataset, context)
    let evaluator = Evaluator(run, dataset, VariableSlots(algebra), graphs: view.named)
    let rows = try evaluator.evaluate(algebra, Evaluator.Scope(graph: view.defaultGraph))
    switch form {
    case .ask: return .boolean(!rows.isEmpty)
    case .select(let select):
      let variables =
        select.isAll ? VisibleVariables.of(select.pattern, select.values) : select.projection.map(\.variable)
      let slots = variables.map { evaluator.slots[$0] }
      return .solutions(
        SolutionTable(
          variables: variables, rows: rows.map { row in slots.map { $0.flatMap { run.term(row[$0]) } } }))
    case .construct(let template, _):
      let quads = try TemplateFiller(evaluator).fill(template.map { QuadTemplate($0) }, rows)
      return .graph(Self.unique(quads.map(\.triple)))
    case .describe(let nodes, let isAll, let select):
      let nodes = isAll ? VisibleVariables.of(select.pattern, select.values).map(PatternNode.variable) : nodes
      return .graph(try Description(evaluator, view.defaultGraph).of(nodes, rows))
    }
  }

  private static func unique(_ triples: [RDFTriple]) -> [RDFTriple] {
    var seen: Set<RDFTriple> = []
    return triples.filter { seen.insert($0).inserted }
  }
}

/// The graphs that a query sees (SPARQL 1.1, section 13.2).
struct DatasetView {
  let defaultGraph: GraphScope
  let named: NamedGraphs

  init(_ dataset: any RDFDataset, _ clauses: Dataset, _ context: EvaluationContext, with graph: String? = nil)
  {
    if !clauses.isEmpty {
      defaultGraph = .named(clauses.defaultGraphs.map(Term.iri))
      named = NamedGraphs(dataset, among: Set(clauses.namedGraphs.map(Term.iri)))
    } else {
      defaultGraph =
        graph.map { .named([.iri($0)]) } ?? (context.defaultGraphIsUnion ? .everything : .defaultGraph)
      named = NamedGraphs(dataset)
    }
  }
}

/// The named graphs that `GRAPH` sees; listed when first asked for, for there may be very many.
final class NamedGraphs {
  private let dataset: any RDFDataset
  private let wanted: Set<Term>?
  private(set) lazy var names: [Term] = wanted?.isEmpty == true ? [] : dataset.graphNames.filter(isWanted)
  private lazy var set = Set(names)

  /// The named graphs of a dataset, or those among some.
  init(_ dataset: any RDFDataset, among wanted: Set<Term>? = nil) {
    self.dataset = dataset
    self.wanted = wanted
  }

  private func isWanted(_ name: Term) -> Bool { wanted?.contains(name) ?? true }

  /// Whether a graph is among them.
  func contains(_ name: Term) -> Bool { set.contains(name) }
}

/// Fills templates with solutions.
struct TemplateFiller {
  private let evaluator: Evaluator

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// A triple and its graph; nil for the default graph.
  struct FilledQuad: Hashable {
    let triple: RDFTriple
    let graph: Term?
  }

  /// The quads of each solution in turn.
  ///
  /// Those with a place that has no value, or one that it may not have, are left out. Blank nodes of the
  /// template are new in every solution.
  func fill(_ templates: [QuadTemplate], _ rows: [Row]) throws -> [FilledQuad] {
    var result: [FilledQuad] = []
    for row in rows {
      var blanks: [String: Term] = [:]
      func term(_ node: PatternNode) -> Term? {
        switch node {
        case .term(let term): return term
        case .variable(let name): return evaluator.slots[name].flatMap { evaluator.run.term(row[$0]) }
        case .blank(let label):
          if let known = blanks[label] { return known }
          let fresh = evaluator.run.freshBlank()
          blanks[label] = fresh
          return fresh
        }
      }
      for template in templates {
        try evaluator.run.step(rows: result.count)
        guard case .node(let verb) = template.triple.predicate, let subject = term(template.triple.subject),
          let predicate = term(verb), let object = term(template.triple.object), subject.iriValue != nil,
          predicate.isNamed
        else { continue }
        let triple = RDFTriple(subject, predicate, object)
        guard let node = template.graph else {
          result.append(FilledQuad(triple: triple, graph: nil))
          continue
        }
        guard let graph = term(node), graph.iriValue != nil else { continue }
        result.append(FilledQuad(triple: triple, graph: graph))
      }
    }
    return result
  }
}

/// Describes things by their concise bounded description: their statements, and those of the blank nodes that
/// these lead to (W3C member submission of 3 June 2005, without reifications).
struct Description {
  private let evaluator: Evaluator
  private let graph: GraphScope

  init(_ evaluator: Evaluator, _ graph: GraphScope) {
    self.evaluator = evaluator
    self.graph = graph
  }

  /// The triples of the things that some nodes stand for in some solutions.
  func of(_ nodes: [PatternNode], _ rows: [Row]) throws -> [RDFTriple] {
    let run = evaluator.run
    var waiting: [Term] = []
    var seen: Set<Term> = []
    func add(_ term: Term?) {
      if let term, term.iriValue != nil, seen.insert(term).inserted { waiting.append(term) }
    }
    for node in nodes {
      if case .term(let term) = node { add(term) }
      guard let slot = evaluator.slots[node] else { continue }
      for row in rows { add(run.term(row[slot])) }
    }
    var result: [RDFTriple] = []
    var index = 0
    while index < waiting.count {
      try evaluator.dataset.match(waiting[index], nil, nil, in: graph) { triple in
        result.append(triple)
        if triple.object.isBlank { add(triple.object) }
        try run.step(rows: result.count)
        return true
      }
      index += 1
    }
    return result
  }
}
