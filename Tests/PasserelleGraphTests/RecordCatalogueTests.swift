import PasserelleCore
import PasserelleGraph
import PasserelleTestSupport
import Testing

@Suite struct RecordCatalogueTests {
  private func opened(_ store: GraphStore, after sequence: Int64) throws -> [RecordVersion] {
    try store.read { reader in
      var result: [RecordVersion] = []
      try reader.openVersions(after: sequence) {
        result.append($0)
        return true
      }
      return result
    }
  }

  @Test func anIndexCatchesUpByTheSequence() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    _ = try writer.write([record("a", "1"), record("b", "1"), record("c", "1")])
    let seen = try store.read { try $0.lastSequence() }
    #expect(seen == 3)
    #expect(try opened(store, after: 0).map(\.key) == ["a", "b", "c"])
    #expect(try opened(store, after: seen) == [])
    _ = try writer.write([record("d", "1"), record("a", "2")])
    _ = try writer.write([record("a", "3"), record("b", "1")])
    let news = try opened(store, after: seen)
    #expect(news.map(\.key) == ["d", "a"])
    #expect(news.map(\.number) == [1, 3])
    #expect(news.map(\.version.rawValue) == [4, 6])
    #expect(try opened(store, after: 0).map(\.key) == ["b", "c", "d", "a"])
    var first: [String] = []
    try store.read {
      try $0.openVersions(after: 0) {
        first.append($0.key)
        return false
      }
    }
    #expect(first == ["b"])
  }

  @Test func versionsKeepAllThatIsKnown() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    let draft = try record("a", "1")
    _ = try writer.write([draft])
    let first = fixture.clock.now
    _ = try writer.write([record("a", "2")])
    let second = fixture.clock.now
    try store.read { reader in
      let names = try reader.identifiers(of: [
        .iri(draft.subject), .iri(store.iris.record(source: "test", key: "a")), .iri("urn:none"),
      ])
      let versions = try reader.versions(about: names[0])
      #expect(versions == (try reader.versions(about: names[1])))
      #expect(try reader.versions(about: names[2]) == [])
      #expect(versions.map(\.number) == [1, 2])
      #expect(versions.map(\.ingested) == [first, second])
      #expect(versions.map(\.superseded) == [second, nil])
      let one = try #require(versions.first)
      #expect(one.source == "test" && one.key == "a" && one.kind == .award && !one.isDemonstration)
      #expect(one.subject == names[0] && one.graph == names[1])
      #expect(one.contentHash == draft.contentHash && one.published == draft.published)
      let asked = try reader.versions(of: [
        VersionID(rawValue: 2), VersionID(rawValue: 9), VersionID(rawValue: 1),
      ])
      #expect(asked.map { $0?.number } == [2, nil, 1])
      #expect(try !reader.isVisible(VersionID(rawValue: 1)))
      #expect(try reader.isVisible(VersionID(rawValue: 2)))
    }
  }

  @Test func openGraphsFollowTheScope() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    _ = try writer.write([record("a", "1"), record("b", "1")])
    let first = fixture.clock.now
    _ = try writer.write([record("a", "2")])
    func numbers(_ scope: VersionScope) throws -> [Int64] {
      try store.read(scope) { reader in
        var result: [Int64] = []
        try reader.openGraphs {
          result.append($0.version.rawValue)
          return true
        }
        return result
      }
    }
    #expect(try numbers(.current) == [2, 3])
    #expect(try numbers(.ingested(asOf: first)) == [1, 2])
    #expect(try numbers(.all) == [1, 2, 3])
  }
}
