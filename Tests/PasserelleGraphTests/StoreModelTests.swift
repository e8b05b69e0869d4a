import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

/// Random writes, loads, refreshes and openings agree with a plain account of them.
@Suite struct StoreModelTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func randomHistoriesAgree(seed: UInt64) throws {
    var (random, make) = (SeededGenerator(seed: seed), RandomStatements(seed: seed))
    let fixture = try GraphFixture()
    var store = try fixture.open(segments: true)
    var account: [String: Set<String>] = [:]
    for step in 0..<14 {
      if random.oneIn(2) {
        let drafts = (0..<random.number(1...6)).map { _ in make.record(key: "k\(random.number(0...5))") }
        _ = try fixture.writer(store).write(drafts)
        for draft in drafts {
          let graph = store.iris.record(source: draft.source, key: draft.key)
          account[graph] = Set(draft.statements.statements.map { text($0.subject, $0.predicate, $0.object) })
        }
      } else {
        let isReplacing = random.oneIn(3)
        let loader = try GraphLoader(store: store, run: nil, mode: isReplacing ? .replacing : .adding) {
          fixture.clock.tick()
        }
        let chunk = StatementChunk()
        var said: [String: Set<String>] = [:]
        for _ in 0..<random.number(1...40) {
          let graph = "urn:g:\(random.number(0...4))"
          for one in make.record(key: "x").statements.statements.prefix(3) {
            chunk.add(
              chunk.term(one.subject), chunk.term(one.predicate), chunk.term(one.object),
              chunk.term(.iri(graph)))
            said[graph, default: []].insert(text(one.subject, one.predicate, one.object))
          }
        }
        loader.beginFile(defaultKey: "f")
        try loader.take(chunk)
        _ = try loader.finish()
        for (graph, lines) in said {
          account[graph] = isReplacing ? lines : account[graph, default: []].union(lines)
        }
      }
      if random.oneIn(2) { try store.refreshPermutations(minimum: random.oneIn(2) ? 1 : 200) }
      if random.oneIn(4) {
        try store.close()
        store = try fixture.open(segments: random.oneIn(4) ? false : true)
      }
      let expected = account.flatMap { graph, lines in lines.map { $0 + " <\(graph)> ." } }
      let found = try store.lines()
      #expect(
        Set(found.map { Array($0.utf8) }) == Set(expected.map { Array($0.utf8) }),
        "seed \(seed), step \(step)")
      try check(store, "seed \(seed), step \(step)")
    }
  }

  /// The snapshot by names has the same statements as the scan by versions.
  private func check(_ store: GraphStore, _ comment: Comment) throws {
    let (scanned, read) = try store.read { reader in
      var names: [VersionID: TermID] = [:]
      try reader.openGraphs {
        names[$0.version] = $0.graph
        return true
      }
      let scanned = try reader.quads(QuadPattern()).map {
        [names[$0.graph] ?? .none, $0.subject, $0.predicate, $0.object]
      }
      let cursor = try reader.snapshot().cursor(
        QuadScan(order: .pos, places: [.subject, .predicate, .object, .graph]))
      var rows = QuadColumns()
      while try cursor.next(into: &rows, limit: 1000) {}
      let read = (0..<rows.count).map {
        [rows.graphs[$0], rows.subjects[$0], rows.predicates[$0], rows.objects[$0]]
      }
      return (scanned, read)
    }
    #expect(Set(scanned) == Set(read) && scanned.count == read.count, comment)
  }

  private func text(_ subject: Term, _ predicate: Term, _ object: Term) -> String {
    [subject, predicate, object].map(NQuads.text).joined(separator: " ")
  }

  /// What belongs to another store, or was damaged, is not believed; the next refresh makes it anew.
  @Test func foreignAndDamagedFilesAreNotBelieved() throws {
    let fixture = try GraphFixture()
    var store = try fixture.open(segments: true)
    _ = try fixture.writer(store).write(records(40, seed: 1))
    try store.refreshPermutations(minimum: 1)
    try store.close()
    let other = fixture.folder.path("other.sqlite")
    let plain = try fixture.open(at: other)
    _ = try fixture.writer(plain).write(records(40, seed: 2))
    let lines = try plain.lines()
    try plain.close()
    store = try fixture.open(segments: true, at: other)
    #expect(try store.lines() == lines)
    _ = try fixture.writer(store).write(records(3, seed: 3, prefix: "new"))
    let hash = try store.hash()
    try store.refreshPermutations(minimum: 1)
    #expect(try store.hash() == hash && store.segmentFinding() == nil)
    try store.close()
    let manifest = fixture.segments + "/terms/manifest.json"
    let name = try #require(
      try fixture.names(fixture.segments + "/terms").first { $0.hasSuffix("terms.seg") })
    try fixture.damage(fixture.segments + "/terms/" + name)
    store = try fixture.open(segments: true, at: other)
    #expect(try store.segmentFinding()?.location?.file.hasSuffix(name) == true)
    #expect(try store.hash() == hash)
    try store.refreshPermutations(minimum: 1)
    #expect(try store.hash() == hash && store.segmentFinding() == nil)
    #expect(try fixture.names(fixture.segments + "/terms").contains("manifest.json"), "\(manifest)")
  }
}
