internal import PasserelleCore

/// A snapshot as the dataset of the plain evaluator, for what has no operator yet.
///
/// One thread uses it, as it does the snapshot.
final class SnapshotDataset: RDFDataset, @unchecked Sendable {
  private let run: EngineRun

  init(_ run: EngineRun) { self.run = run }

  var graphNames: [Term] {
    ((try? run.snapshot.graphNames()) ?? []).compactMap { try? run.term(of: $0) }
      .sorted { ($0.iriValue ?? "").utf8.lexicographicallyPrecedes(($1.iriValue ?? "").utf8) }
  }

  func match(
    _ subject: Term?, _ predicate: Term?, _ object: Term?, in scope: GraphScope,
    _ body: (RDFTriple) throws -> Bool
  ) throws {
    let wanted = [subject, predicate, object]
    let ids = try wanted.map { try $0.map { try run.identifier(of: $0) } }
    // A term that only this run knows is in no quad.
    if ids.contains(where: { $0.map { !$0.isBound || $0.rawValue < 0 } ?? false }) { return }
    let order: QuadOrder =
      switch (ids[0] != nil, ids[1] != nil, ids[2] != nil) {
      case (true, false, true): .sop
      case (true, _, _), (false, false, false): .spo
      case (false, true, true): .pos
      case (false, true, false): .pso
      case (false, false, true): .osp
      }
    let cursor = try run.snapshot.cursor(
      QuadScan(order: order, prefix: order.places.prefix(3).compactMap { ids[$0] }, graphs: selection(scope)))
    var rows = QuadColumns()
    while true {
      rows.removeAll()
      guard try cursor.next(into: &rows, limit: 256) else { return }
      for row in 0..<rows.count {
        guard let a = try run.term(of: rows.subjects[row]), let b = try run.term(of: rows.predicates[row]),
          let c = try run.term(of: rows.objects[row])
        else { continue }
        guard try body(RDFTriple(a, b, c)) else { return }
      }
    }
  }

  private func selection(_ scope: GraphScope) throws -> GraphSelection {
    switch scope {
    case .defaultGraph: .some([.none])
    case .everything: .all
    case .named(let names):
      .some(Set(try names.map { try run.identifier(of: $0) }.filter { $0.rawValue > 0 }).sorted())
    }
  }
}
