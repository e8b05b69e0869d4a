import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import Testing

@Suite struct DeletionSetTests {
  @Test(arguments: [0, 1, 63, 64, 65, 1000]) func setsComeBack(_ documents: Int) throws {
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.path("index"))
    var random = SeededGenerator(seed: 81)
    var set = DeletionSet(documents: documents)
    var expected: Set<Int> = []
    for _ in 0..<documents / 2 {
      let document = random.number(0...documents - 1)
      let isNew = set.insert(document)
      #expect(isNew == expected.insert(document).inserted)
    }
    if documents > 0 {
      set.insert(documents - 1)
      expected.insert(documents - 1)
    }
    #expect(set.count == expected.count)
    try set.write(to: storage, name: "a.del")
    let deletions = try Deletions(storage: storage, name: "a.del", documents: documents)
    #expect(deletions.count == expected.count)
    #expect(deletions.words.count == (documents + 63) / 64)
    let found = (0..<documents).filter { deletions.contains($0) }
    #expect(found == expected.sorted())
    #expect((-1..<documents + 70).filter { set.contains($0) } == found)
    #expect(DeletionSet(deletions) == set)
    let copy = (0..<documents).filter { Deletions(set).contains($0) }
    #expect(copy == found)
  }

  @Test func filesOfOtherSegmentsAreRefused() throws {
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.path("index"))
    try DeletionSet(documents: 100).write(to: storage, name: "a.del")
    for documents in [99, 101, 164] {
      let error = productError { _ = try Deletions(storage: storage, name: "a.del", documents: documents) }
      #expect(error?.code == .indexInvalid)
      #expect(error?.message.english.contains("\(documents) documents") == true)
    }
  }

  @Test(
    arguments: [
      (2, [0b1111]), (1, [1 << 63]), (0, []), (2, [0b11, 0]),
    ] as [(UInt64, [UInt64])])
  func bitsThatDoNotAgreeAreRefused(_ deleted: UInt64, _ words: [UInt64]) throws {
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.path("index"))
    let writer = try SegmentFileWriter(storage: storage, name: "a.del", kind: "DELS", version: 1)
    let bytes = ([60, deleted] + words).flatMap { word in
      withUnsafeBytes(of: word.littleEndian) { Array($0) }
    }
    try writer.section(1, bytes)
    _ = try writer.finish()
    #expect(
      productError { _ = try Deletions(storage: storage, name: "a.del", documents: 60) }?.code
        == .indexInvalid)
  }
}
