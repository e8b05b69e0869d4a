import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleSegments

@Suite struct SegmentFileTests {
  private let folder: TemporaryFolder
  private let storage: FolderStorage

  init() throws {
    folder = try TemporaryFolder()
    storage = try FolderStorage(path: folder.path("index"))
  }

  private func open(_ name: String = "a.seg", kind: String = "TEXT", _ versions: ClosedRange<UInt32> = 1...1)
    throws -> SegmentFile
  {
    try SegmentFile(storage: storage, name: name, kind: kind, versions: versions)
  }

  private func make(_ sections: [(UInt32, [UInt8])], version: UInt32 = 1) throws -> Int {
    let writer = try SegmentFileWriter(storage: storage, name: "a.seg", kind: "TEXT", version: version)
    for (id, bytes) in sections { try writer.section(id, bytes) }
    return try writer.finish()
  }

  @Test func sectionsComeBack() throws {
    var random = SeededGenerator(seed: 61)
    for count in 0..<12 {
      let sections = (0..<count).map { place in
        (
          UInt32(place * 7 % 11 + 1),
          (0..<random.pick([0, 1, 63, 64, 65, 1000])).map { _ in UInt8.random(in: 0...255, using: &random) }
        )
      }
      let length = try make(sections)
      let file = try open()
      #expect(file.byteCount == length)
      #expect(file.version == 1)
      let back = sections.map { file.contents(ofSection: $0.0) }
      #expect(back == sections.map(\.1))
      #expect(file.contents(ofSection: 500) == [])
    }
  }

  @Test func layoutFollowsTheFormat() throws {
    _ = try make([(9, [1, 2, 3]), (4, [UInt8](repeating: 5, count: 70))], version: 3)
    let bytes = try #require(try storage.read("a.seg"))
    #expect(Array(bytes[0..<16]) == Array("PSRLSEG\n".utf8) + [1, 0, 0, 0] + Array("TEXT".utf8))
    #expect(Array(bytes[64..<67]) == [1, 2, 3])
    #expect(Array(bytes[128..<198]) == [UInt8](repeating: 5, count: 70))
    let footer = bytes.count - 32
    let table = Int(plainBits(bytes, from: 8 * footer, count: 64))
    #expect(table == footer - 64)
    #expect(table >= 198 + 64)
    func word(_ place: Int, _ size: Int = 64) -> UInt64 { plainBits(bytes, from: 8 * place, count: size) }
    #expect([word(table, 32), word(table + 8), word(table + 16)] == [4, 128, 70])
    #expect([word(table + 32, 32), word(table + 40), word(table + 48)] == [9, 64, 3])
    #expect(word(table + 56) == Checksum.xxh3([1, 2, 3]))
    #expect([word(footer + 8, 32), word(footer + 12, 32)] == [2, 3])
    #expect(word(footer + 16) == Checksum.xxh3(Array(bytes[0..<16] + bytes[table..<(footer + 16)])))
    #expect(Array(bytes.suffix(8)) == Array("PSRLEND\n".utf8))
    // The reference value of XXH3 for no bytes.
    #expect(Checksum.xxh3([]) == 0x2D06_8005_38D3_94C2)
  }

  @Test func streamedBytesGiveTheSameFile() throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    _ = try make([(1, bytes)])
    let whole = try storage.read("a.seg")
    let writer = try SegmentFileWriter(storage: storage, name: "a.seg", kind: "TEXT", version: 1)
    try writer.beginSection(1)
    for start in stride(from: 0, to: bytes.count, by: 777) {
      try writer.append(Array(bytes[start..<min(start + 777, bytes.count)]))
    }
    try writer.endSection()
    _ = try writer.finish()
    #expect(try storage.read("a.seg") == whole)
  }

  @Test func bytesOutliveTheFile() throws {
    _ = try make([(1, [1, 2, 3])])
    let file = try open()
    try storage.remove("a.seg")
    #expect(file.contents(ofSection: 1) == [1, 2, 3])
  }

  @Test func givenUpFilesDisappear() throws {
    do {
      let writer = try SegmentFileWriter(storage: storage, name: "a.seg", kind: "TEXT", version: 1)
      try writer.beginSection(1)
      try writer.append([1])
    }
    #expect(try storage.names() == [])
    let writer = try SegmentFileWriter(storage: storage, name: "b.seg", kind: "TEXT", version: 1)
    writer.abandon()
    #expect(productError { try writer.beginSection(1) }?.code == .indexInvalid)
    #expect(try storage.names() == [])
  }

  @Test func otherKindsAndVersionsAreNamed() throws {
    _ = try make([], version: 3)
    let kind = productError { _ = try open(kind: "DELS") }
    #expect(kind?.message.english.contains("its kind is TEXT, not DELS") == true)
    let newer = productError { _ = try open(kind: "TEXT", 1...2) }
    #expect(newer?.message.english.contains("newer version") == true)
    #expect(newer?.message.french.contains("TEXT 3") == true)
    let older = productError { _ = try open(kind: "TEXT", 4...5) }
    #expect(older?.message.french.contains("ancien") == true)
    #expect([kind, newer, older].allSatisfy { $0?.code == .indexInvalid })
  }
}
