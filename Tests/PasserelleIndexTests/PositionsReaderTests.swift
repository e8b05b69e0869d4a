import PasserelleSegments
import PasserelleTestSupport
import Testing

@testable import PasserelleIndex

@Suite("Positions reader")
struct PositionsReaderTests {
  private static let schema = IndexSchema(fields: [
    FieldDefinition(name: "body", hasPositions: true, k1: 1.2, b: 0.75)
  ])

  /// Positions of one word and of another, which fills the rest, by document.
  private static func positions(_ seed: UInt64) -> [[UInt32]] {
    var random = SeededGenerator(seed: seed)
    return (0..<300).map { _ in
      // Few, so that single values are taken; sometimes so many that they fill chunks.
      let length = random.oneIn(20) ? random.number(200...900) : random.number(1...40)
      let every = random.number(1...12)
      let some = (0..<UInt32(length)).filter { _ in random.oneIn(every) }
      return some.isEmpty ? [0] : some
    }
  }

  private static func cursor(_ segment: SegmentReader, _ memory: QueryMemory) throws -> (
    UnsafeMutablePointer<PostingsCursor>, PositionsReader
  ) {
    let word = Array("mot".utf8)
    let entry = try #require(word.withUnsafeBufferPointer { segment.fields[0].find($0) })
    let buffer = memory.room(UInt32.self, PositionsReader.chunkSize)
    return (
      memory.cursor(entry, segment.fields[0]), PositionsReader(entry, segment.fields[0], buffer: buffer)
    )
  }

  /// Documents in ascending order with gaps, then from any place.
  @Test(arguments: 1...4)
  func givesThePositionsOfAnyDocument(seed: Int) throws {
    let expected = Self.positions(UInt64(seed))
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.path("index"))
    let builder = SegmentBuilder(schema: Self.schema)
    for (id, positions) in expected.enumerated() {
      builder.begin(id: Int64(id))
      var next = positions.startIndex
      for place in 0...(positions.last ?? 0) {
        let isWord = positions[next] == place
        if isWord { next += 1 }
        Array((isWord ? "mot" : "x").utf8).withUnsafeBufferPointer { builder.addTerm($0, field: 0) }
      }
      builder.end()
    }
    _ = try builder.write(to: storage, name: "0.seg")
    let segment = try SegmentReader(storage: storage, name: "0.seg", schema: Self.schema)
    let memory = QueryMemory()
    let output = memory.room(UInt32.self, 1000)
    var random = SeededGenerator(seed: UInt64(seed) + 100)
    var (cursor, reader) = try Self.cursor(segment, memory)
    var document = 0
    while document < expected.count {
      let found = cursor.pointee.seek(UInt32(document))
      #expect(found == UInt32(document))
      let span = cursor.pointee.positionSpan()
      let isRead = reader.read(span, into: output)
      #expect(isRead)
      #expect(Array(UnsafeBufferPointer(start: output, count: span.count)) == expected[document])
      document += random.number(1...9)
    }
    (cursor, _) = try Self.cursor(segment, memory)
    let spans = expected.indices.map { document in
      _ = cursor.pointee.seek(UInt32(document))
      return cursor.pointee.positionSpan()
    }
    for _ in 0..<200 {
      let document = random.number(0...expected.count - 1)
      let isRead = reader.read(spans[document], into: output)
      #expect(isRead)
      #expect(
        Array(UnsafeBufferPointer(start: output, count: spans[document].count)) == expected[document])
    }
    var beyond = spans[0]
    beyond.start = beyond.total
    let isRead = reader.read(beyond, into: output)
    #expect(!isRead)
  }
}
