import PasserelleCore
import PasserelleGraph
import PasserelleTestSupport
import Testing

/// What a match run has seen can be seen again: readers of an earlier moment know nothing of what came after.
@Suite struct MatchRunScopeTests {
  /// Versions of two records, all ingested in the same millisecond.
  private func store(_ fixture: GraphFixture) throws -> GraphStore {
    let store = try fixture.open()
    let writer = GraphWriter(store: store, run: nil) { Instant(milliseconds: 5000) }
    for text in ["a1", "a2", "a3"] {
      _ = try writer.write([record("a", text)])
      _ = try writer.write([record("b", "b" + text.dropFirst())])
    }
    return store
  }

  @Test func aSequenceTellsVersionsOfOneMillisecondApart() throws {
    let fixture = try GraphFixture()
    let store = try store(fixture)
    #expect(try store.texts() == ["a3", "b3"])
    // By instants no version of that millisecond but the last can be seen.
    #expect(try store.texts(.ingested(asOf: Instant(milliseconds: 5000))) == ["a3", "b3"])
    let seen = try (0...7).map { try store.texts(.sequence(Int64($0))) }
    #expect(
      seen == [
        [], ["a1"], ["a1", "b1"], ["a2", "b1"], ["a2", "b2"], ["a3", "b2"], ["a3", "b3"], ["a3", "b3"],
      ])
    #expect(try store.texts(.sequence(-4)) == [])
    #expect(try store.texts(.sequence(.max)) == ["a3", "b3"])
  }

  @Test func aSequenceHoldsOverMoreThanOneWordOfVersions() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = GraphWriter(store: store, run: nil) { Instant(milliseconds: 5000) }
    for index in 0..<130 { _ = try writer.write([record("k", String(1000 + index))]) }
    for sequence in [1, 63, 64, 65, 127, 128, 129, 130] {
      #expect(try store.texts(.sequence(Int64(sequence))) == [String(999 + sequence)])
    }
  }

  @Test func catalogueQuestionsKeepToTheMoment() throws {
    let fixture = try GraphFixture()
    let store = try store(fixture)
    try store.read(.sequence(3)) { reader in
      let state = try reader.corpusState()
      let first = try reader.openVersion(ofRecord: 1)
      let about = try reader.versions(about: reader.identifiers(of: [.iri("urn:subject:a")])[0])
      let named = try reader.versions(of: [1, 2, 3, 4, 5].map { VersionID(rawValue: $0) })
      #expect(state == CorpusState(sequence: 3, instant: Instant(milliseconds: 5000)))
      #expect(first?.number == 2)
      #expect(first?.superseded == nil, "what closed it came after")
      #expect(about.map(\.number) == [1, 2])
      #expect(about.map { $0.superseded == nil } == [false, true])
      #expect(named.map { $0?.number } == [1, 1, 2, nil, nil])
    }
    try store.read(.all) { reader in
      let about = try reader.versions(about: reader.identifiers(of: [.iri("urn:subject:a")])[0])
      #expect(about.map { $0.superseded == nil } == [false, false, true])
    }
  }

  @Test func anInstantKeepsToItsMomentToo() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    _ = try writer.write([record("a", "a1")])
    let moment = fixture.clock.now
    _ = try writer.write([record("a", "a2")])
    try store.read(.ingested(asOf: moment)) { reader in
      let about = try reader.versions(about: reader.identifiers(of: [.iri("urn:subject:a")])[0])
      let last = try reader.lastSequence()
      #expect(about.map(\.number) == [1] && about.first?.superseded == nil)
      #expect(last == 1)
    }
    #expect(try store.read { try $0.lastSequence() } == 2)
  }
}
