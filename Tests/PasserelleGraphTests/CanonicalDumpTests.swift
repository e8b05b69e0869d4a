import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserelleTestSupport
import Testing

@Suite struct CanonicalDumpTests {
  @Test func linesAreSortedByBytesAndHashed() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    _ = try fixture.writer(store).write(records(60, seed: 8))
    let lines = try store.lines().map { Array($0.utf8) }
    #expect(lines.count > 100)
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    #expect(try store.hash() == SHA256Digest.hash(lines.flatMap { $0 + [10] }))
  }

  @Test func everyLineNamesItsRecord() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    _ = try writer.write([record("a b", "old")])
    _ = try writer.write([record("a b", "new")])
    #expect(
      try store.lines() == [
        #"<urn:subject:a\u0020b> <urn:says> "new" <https://passerelle.example/record/test/a%20b> ."#
      ])
  }

  @Test func demonstrationRecordsCanBeLeftOut() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    var draft = try record("demo", "demo")
    draft.isDemonstration = true
    _ = try fixture.writer(store).write([draft, record("real", "real")])
    var lines: [String] = []
    try store.read {
      try $0.canonicalLines(includesDemonstration: false) {
        lines.append($0)
        return true
      }
    }
    #expect(lines.count == 1 && lines[0].contains("real"))
    #expect(try store.lines().count == 2)
  }

  @Test func anEmptyStoreHasTheHashOfNothing() throws {
    let fixture = try GraphFixture()
    #expect(try fixture.open().hash() == SHA256Digest.hash([]))
  }
}
