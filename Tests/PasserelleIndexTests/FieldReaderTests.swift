import PasserelleSegments
import PasserelleTestSupport
import Testing

@testable import PasserelleIndex

@Suite("Field reader")
struct FieldReaderTests {
  /// Terms of few letters, many of them alike in more than the first eight bytes, some with a zero byte.
  private static func terms(_ random: inout SeededGenerator, _ count: Int) -> Set<[UInt8]> {
    var terms: Set<[UInt8]> = []
    while terms.count < count {
      let head = random.oneIn(2) ? Array("commande".utf8) : []
      terms.insert(
        head + (0..<random.number(1...6)).map { _ in random.oneIn(9) ? 0 : UInt8(random.number(97...100)) })
    }
    return terms
  }

  /// Each term in so many documents that its numbers take one byte, two or three.
  @Test(arguments: [true, false])
  func findsEachTermAndNoOther(hasPositions: Bool) throws {
    var random = SeededGenerator(seed: 7)
    let schema = IndexSchema(fields: [
      FieldDefinition(name: "body", hasPositions: hasPositions, k1: 1.2, b: 0.75)
    ])
    var expected: [[UInt8]: Int] = [:]
    let all = Self.terms(&random, 1200)
    let kept = all.sorted { $0.lexicographicallyPrecedes($1) }.filter { _ in !random.oneIn(4) }
    for (place, term) in kept.enumerated() { expected[term] = place % 97 == 0 ? 300 : random.number(1...3) }
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.path("index"))
    let builder = SegmentBuilder(schema: schema)
    for document in 0..<300 {
      builder.begin(id: Int64(document))
      for term in kept where document < expected[term] ?? 0 {
        for _ in 0..<(document % 3 + 1) { term.withUnsafeBufferPointer { builder.addTerm($0, field: 0) } }
      }
      builder.end()
    }
    _ = try builder.write(to: storage, name: "0.seg")
    let segment = try SegmentReader(storage: storage, name: "0.seg", schema: schema)
    var cursor = TermCursor(segment.fields[0])
    var entries: [[UInt8]: TermEntry] = [:]
    while cursor.next() { entries[cursor.term] = cursor.entry }
    #expect(entries.count == kept.count)
    for term in all {
      let entry = term.withUnsafeBufferPointer { segment.fields[0].find($0) }
      #expect(entry?.documentFrequency == expected[term])
      // Where its lists stand is summed up on the way there.
      #expect(entry?.postings == entries[term]?.postings)
      #expect(entry?.positions == entries[term]?.positions)
    }
  }
}
