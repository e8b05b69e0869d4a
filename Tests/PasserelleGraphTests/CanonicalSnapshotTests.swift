import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite struct CanonicalSnapshotTests {
  private static let base = "http://example.org/"

  private func iri(_ name: String) -> Term { .iri(Self.base + name) }

  /// All statements of a snapshot, each with its graph.
  private func statements(_ snapshot: any GraphSnapshot, _ order: QuadOrder) throws -> Set<[Term]> {
    let cursor = try snapshot.cursor(
      QuadScan(order: order, places: [.subject, .predicate, .object, .graph]))
    var rows = QuadColumns()
    while try cursor.next(into: &rows, limit: 7) {}
    var found: Set<[Term]> = []
    for row in 0..<rows.count {
      let terms = try snapshot.terms(of: [
        rows.subjects[row], rows.predicates[row], rows.objects[row], rows.graphs[row],
      ])
      let isNew = found.insert(terms.compactMap { $0 }).inserted
      #expect(isNew, "a statement comes once")
    }
    return found
  }

  /// What the statements are when one term is written for others as subject and object.
  private func renamed(_ statements: Set<[Term]>, _ pairs: [(Term, Term)]) -> Set<[Term]> {
    let names = Dictionary(uniqueKeysWithValues: pairs)
    return Set(statements.map { [names[$0[0]] ?? $0[0], $0[1], names[$0[2]] ?? $0[2], $0[3]] })
  }

  @Test(arguments: [false, true]) func whatIsOneThingHasOneTermInEveryOrder(segments: Bool) throws {
    let fixture = try GraphFixture()
    let store = try fixture.open(segments: segments)
    let writer = fixture.writer(store)
    _ = try writer.write(records(40, seed: 3))
    if segments { try store.refreshPermutations(minimum: 1) }
    _ = try writer.write(records(50, seed: 4))
    let found = try store.read { reader in
      let plain = try reader.snapshot()
      let stated = try statements(plain, .spo)
      let cursor = try plain.cursor(QuadScan(order: .spo, places: [.subject]))
      var rows = QuadColumns()
      while try cursor.next(into: &rows, limit: 100) {}
      let ids = Array(Set(rows.subjects)).sorted()
      let subjects = try plain.terms(of: ids).compactMap { $0 }
      let pairs = [(subjects[0], subjects[2]), (subjects[1], subjects[2]), (subjects[4], subjects[3])]
      let gathered = try reader.snapshot(canonical: pairs.map { (other: $0.0, canonical: $0.1) })
      let expected = renamed(stated, pairs)
      return try QuadOrder.allCases.map { try statements(gathered, $0) == expected } + [
        try gathered.identifiers(of: [subjects[0]]) == plain.identifiers(of: [subjects[2]]),
        expected.count > 0 && expected != stated,
      ]
    }
    #expect(found.allSatisfy { $0 })
  }

  @Test func nothingGatheredIsTheStateItself() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    _ = try fixture.writer(store).write(records(10, seed: 1))
    let (plain, gathered) = try store.read { reader in
      (
        try statements(reader.snapshot(), .spo),
        try statements(
          reader.snapshot(canonical: [(other: iri("unknown"), canonical: iri("other"))]), .spo)
      )
    }
    #expect(plain == gathered)
  }
}
