import PasserelleCore
import PasserelleGraph
import PasserelleSPARQL

/// One consistent state of a store as a dataset: each version that is seen is a named graph, called by the IRI of its
/// record.
///
/// It stays within the read that gave its reader, on one thread, though the port asks for more.
final class StoreDataset: RDFDataset, @unchecked Sendable {
  private let reader: GraphReader
  private var terms: [TermID: Term] = [:]
  private static let memoryLimit = 200_000

  init(_ reader: GraphReader) { self.reader = reader }

  var graphNames: [Term] {
    var graphs: [TermID] = []
    var seen: Set<TermID> = []
    try? reader.openGraphs { version in
      if seen.insert(version.graph).inserted { graphs.append(version.graph) }
      return true
    }
    return ((try? reader.terms(of: graphs)) ?? []).compactMap { $0 }
  }

  func match(
    _ subject: Term?, _ predicate: Term?, _ object: Term?, in scope: GraphScope,
    _ body: (RDFTriple) throws -> Bool
  ) throws {
    let wanted = [subject, predicate, object]
    let found = try reader.identifiers(of: wanted.compactMap { $0 })
    guard found.allSatisfy(\.isBound) else { return }
    var rest = found[...]
    let ids = wanted.map { $0 == nil ? TermID.none : rest.removeFirst() }
    var pattern = QuadPattern(subject: ids[0], predicate: ids[1], object: ids[2])
    var seen: Set<Quad> = []
    switch scope {
    // The store has no statement outside a record.
    case .defaultGraph: return
    case .everything: _ = try scan(pattern, &seen, body)
    case .named(let names):
      for graph in try versions(of: names) {
        pattern.graph = graph
        guard try scan(pattern, &seen, body) else { return }
      }
    }
  }

  /// Gives the triples of a pattern that were not given yet.
  ///
  /// - Returns: False when the caller has enough.
  private func scan(
    _ pattern: QuadPattern, _ seen: inout Set<Quad>, _ body: (RDFTriple) throws -> Bool
  ) throws -> Bool {
    var wantsMore = true
    try reader.scan(pattern) { batch in
      var fresh: [Quad] = []
      for index in 0..<batch.count {
        var quad = batch[index]
        quad.graph = VersionID(rawValue: 0)
        if seen.insert(quad).inserted { fresh.append(quad) }
      }
      try resolve(fresh.flatMap { [$0.subject, $0.predicate, $0.object] })
      for quad in fresh {
        guard let subject = terms[quad.subject], let predicate = terms[quad.predicate],
          let object = terms[quad.object]
        else { continue }
        wantsMore = try body(RDFTriple(subject, predicate, object))
        if !wantsMore { return false }
      }
      return true
    }
    return wantsMore
  }

  private func versions(of names: [Term]) throws -> [VersionID] {
    try reader.identifiers(of: names).filter(\.isBound).flatMap { name in
      try reader.versions(about: name).filter { try $0.graph == name && reader.isVisible($0.version) }
        .map(\.version)
    }
  }

  private func resolve(_ ids: [TermID]) throws {
    if terms.count > Self.memoryLimit { terms.removeAll(keepingCapacity: true) }
    let missing = ids.filter { terms[$0] == nil }
    for (id, term) in zip(missing, try reader.terms(of: missing)) { terms[id] = term }
  }
}
