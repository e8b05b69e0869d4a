import PasserelleSegments
import PasserelleTestSupport
import Testing

@testable import PasserelleIndex

@Suite("Postings cursor")
struct PostingsCursorTests {
  private static let schema = IndexSchema(fields: [
    FieldDefinition(name: "body", hasPositions: false, k1: 1.2, b: 0.75)
  ])

  /// A segment of 300 documents that all hold one word, the last of them another too.
  private static func segment(_ storage: FolderStorage) throws -> SegmentReader {
    let builder = SegmentBuilder(schema: schema)
    for id in 0..<300 {
      builder.begin(id: Int64(id))
      Array("mot".utf8).withUnsafeBufferPointer { builder.addTerm($0, field: 0) }
      if id == 299 { Array("rare".utf8).withUnsafeBufferPointer { builder.addTerm($0, field: 0) } }
      builder.end()
    }
    _ = try builder.write(to: storage, name: "0.seg")
    return try SegmentReader(storage: storage, name: "0.seg", schema: schema)
  }

  private static func find(_ term: String, _ field: FieldReader) -> TermEntry? {
    Array(term.utf8).withUnsafeBufferPointer { field.find($0) }
  }

  /// What bytes changed with right checksums may say; norms and columns have no such places.
  @Test func takesBlocksThatNameDocumentsBeyondTheSegmentForEmpty() throws {
    let folder = try TemporaryFolder()
    let segment = try Self.segment(try FolderStorage(path: folder.path("index")))
    let memory = QueryMemory()
    let whole = memory.cursor(try #require(Self.find("mot", segment.fields[0])), segment.fields[0])
    let found = [0, 127, 128, 299, 300].map { whole.pointee.seek($0) }
    #expect(found == [0, 127, 128, 299, PostingsCursor.end])

    var field = segment.fields[0]
    field.documentLimit = 200
    let short = memory.cursor(try #require(Self.find("mot", field)), field)
    let kept = [0, 127, 128, 199].map { short.pointee.seek($0) }
    #expect(kept == [0, 127, PostingsCursor.end, PostingsCursor.end])
    #expect(Self.find("rare", segment.fields[0])?.document == 299)
    #expect(Self.find("rare", field) == nil)
  }
}
