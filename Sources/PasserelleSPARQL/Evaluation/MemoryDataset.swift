public import PasserelleCore

/// A dataset in memory, indexed by graph, subject, predicate and object.
///
/// A value: a copy is a snapshot that later changes do not reach, and the first change to a copy costs
/// O(*n*). Named graphs exist from their creation or their first triple until they are removed, with triples
/// or without.
public struct MemoryDataset: Sendable {
  struct Key: Hashable, Sendable {
    let graph: Int32
    let subject: Int32
    let predicate: Int32
    let object: Int32
  }

  /// The number of the default graph, which is that of no term.
  static let defaultGraph: Int32 = -1

  private(set) var terms: [Term] = []
  private var numbers: [Term: Int32] = [:]
  /// The quads in the order added; nil for those removed.
  private(set) var quads: [Key?] = []
  private var places: [Key: Int32] = [:]
  private var byGraph: [Int32: [Int32]] = [:]
  private var bySubject: [Int32: [Int32]] = [:]
  private var byPredicate: [Int32: [Int32]] = [:]
  private var byObject: [Int32: [Int32]] = [:]
  private var graphs: Set<Int32> = []

  /// Makes an empty dataset.
  public init() {}

  /// The number of quads.
  public var count: Int { places.count }

  /// Adds a triple.
  ///
  /// - Parameters:
  ///   - triple: The triple.
  ///   - graph: The named graph; nil for the default graph.
  /// - Returns: Whether it was not there yet.
  /// - Complexity: O(1) on average.
  @discardableResult
  public mutating func insert(_ triple: RDFTriple, in graph: Term? = nil) -> Bool {
    let key = Key(
      graph: graph.map { number(of: $0) } ?? Self.defaultGraph, subject: number(of: triple.subject),
      predicate: number(of: triple.predicate), object: number(of: triple.object))
    let place = Int32(quads.count)
    guard places[key] == nil else { return false }
    places[key] = place
    quads.append(key)
    byGraph[key.graph, default: []].append(place)
    bySubject[key.subject, default: []].append(place)
    byPredicate[key.predicate, default: []].append(place)
    byObject[key.object, default: []].append(place)
    if key.graph != Self.defaultGraph { graphs.insert(key.graph) }
    return true
  }

  /// Removes a triple.
  ///
  /// - Returns: Whether it was there.
  @discardableResult
  public mutating func remove(_ triple: RDFTriple, from graph: Term? = nil) -> Bool {
    guard let graph = known(graph), let subject = numbers[triple.subject],
      let predicate = numbers[triple.predicate], let object = numbers[triple.object],
      let place = places.removeValue(
        forKey: Key(graph: graph, subject: subject, predicate: predicate, object: object))
    else { return false }
    quads[Int(place)] = nil
    if quads.count > 64, places.count < quads.count / 2 { compact() }
    return true
  }

  /// Makes a named graph exist, with triples or without.
  public mutating func createGraph(_ name: Term) { graphs.insert(number(of: name)) }

  /// Whether a named graph exists.
  public func hasGraph(_ name: Term) -> Bool { numbers[name].map(graphs.contains) ?? false }

  /// Removes the triples of a graph, and the graph itself where asked for.
  public mutating func clear(_ graph: Term?, removingGraph: Bool = false) {
    guard let number = known(graph) else { return }
    for place in byGraph[number] ?? [] {
      if let key = quads[Int(place)] { places[key] = nil }
      quads[Int(place)] = nil
    }
    byGraph[number] = nil
    if removingGraph { graphs.remove(number) }
    if quads.count > 64, places.count < quads.count / 2 { compact() }
  }

  /// Whether a term was ever in the dataset.
  func knows(_ term: Term) -> Bool { numbers[term] != nil }

  /// The triples of one graph, in the order added.
  public func triples(in graph: Term?) -> [RDFTriple] {
    guard let number = known(graph) else { return [] }
    return (byGraph[number] ?? []).compactMap { quads[Int($0)].map(triple) }
  }

  func triple(_ key: Key) -> RDFTriple {
    RDFTriple(terms[Int(key.subject)], terms[Int(key.predicate)], terms[Int(key.object)])
  }

  /// The number of a graph; nil for a name that was never met.
  private func known(_ graph: Term?) -> Int32? {
    guard let graph else { return Self.defaultGraph }
    return numbers[graph]
  }

  private mutating func number(of term: Term) -> Int32 {
    if let known = numbers[term] { return known }
    let number = Int32(terms.count)
    terms.append(term)
    numbers[term] = number
    return number
  }

  /// Builds the dataset anew without the places of what was removed.
  private mutating func compact() {
    var fresh = MemoryDataset()
    for case let key? in quads {
      fresh.insert(triple(key), in: key.graph == Self.defaultGraph ? nil : terms[Int(key.graph)])
    }
    for graph in graphNames { fresh.createGraph(graph) }
    self = fresh
  }
}

extension MemoryDataset: RDFDataset {
  /// The names of the named graphs, by their text.
  public var graphNames: [Term] {
    graphs.map { terms[Int($0)] }.sorted {
      ($0.iriValue ?? "").utf8.lexicographicallyPrecedes(($1.iriValue ?? "").utf8)
    }
  }

  /// Gives the triples of a scope that match, each once, in the order added.
  ///
  /// - Complexity: O(*n*) in the shortest of the lists of the terms that are given.
  public func match(
    _ subject: Term?, _ predicate: Term?, _ object: Term?, in scope: GraphScope,
    _ body: (RDFTriple) throws -> Bool
  ) throws {
    guard let wanted = wantedNumbers(subject, predicate, object) else { return }
    let graphs = graphNumbers(scope)
    var seen: Set<RDFTripleKey> = []
    let isMerged = graphs.map { $0.count > 1 } ?? !self.graphs.isEmpty
    func visit(_ place: Int) throws -> Bool {
      guard let key = quads[place], wanted.matches(key), graphs?.contains(key.graph) ?? true else {
        return true
      }
      if isMerged, !seen.insert(RDFTripleKey(key)).inserted { return true }
      return try body(triple(key))
    }
    if let list = shortestList(wanted, graphs) {
      for place in list { guard try visit(Int(place)) else { return } }
    } else {
      for place in quads.indices { guard try visit(place) else { return } }
    }
  }

  /// The numbers of the terms wanted; nil where one was never met, so that nothing matches.
  private func wantedNumbers(_ subject: Term?, _ predicate: Term?, _ object: Term?) -> WantedTriple? {
    var wanted = WantedTriple()
    if let subject {
      guard let number = numbers[subject] else { return nil }
      wanted.subject = number
    }
    if let predicate {
      guard let number = numbers[predicate] else { return nil }
      wanted.predicate = number
    }
    if let object {
      guard let number = numbers[object] else { return nil }
      wanted.object = number
    }
    return wanted
  }

  /// The shortest of the lists that hold every match, in the order added; nil where all quads have to be
  /// looked at.
  private func shortestList(_ wanted: WantedTriple, _ graphs: Set<Int32>?) -> [Int32]? {
    var lists: [[Int32]] = []
    if let subject = wanted.subject { lists.append(bySubject[subject] ?? []) }
    if let predicate = wanted.predicate { lists.append(byPredicate[predicate] ?? []) }
    if let object = wanted.object { lists.append(byObject[object] ?? []) }
    let shortest = lists.min { $0.count < $1.count }
    guard let graphs else { return shortest }
    let length = graphs.reduce(0) { $0 + (byGraph[$1]?.count ?? 0) }
    if let shortest, shortest.count <= length { return shortest }
    guard graphs.count != 1 else { return graphs.first.map { byGraph[$0] ?? [] } }
    return graphs.flatMap { byGraph[$0] ?? [] }.sorted()
  }

  /// The numbers of the graphs of a scope; nil for all.
  private func graphNumbers(_ scope: GraphScope) -> Set<Int32>? {
    switch scope {
    case .defaultGraph: [Self.defaultGraph]
    case .named(let names): Set(names.compactMap { numbers[$0] })
    case .everything: nil
    }
  }
}

/// The places of a triple that are known, by their numbers.
private struct WantedTriple {
  var subject: Int32?
  var predicate: Int32?
  var object: Int32?

  func matches(_ key: MemoryDataset.Key) -> Bool {
    (subject == nil || key.subject == subject) && (predicate == nil || key.predicate == predicate)
      && (object == nil || key.object == object)
  }
}

/// A triple by its numbers.
struct RDFTripleKey: Hashable {
  let subject: Int32
  let predicate: Int32
  let object: Int32

  init(_ key: MemoryDataset.Key) {
    subject = key.subject
    predicate = key.predicate
    object = key.object
  }
}
