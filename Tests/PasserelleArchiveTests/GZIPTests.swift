import PasserelleCore
import Testing

@testable import PasserelleArchive

@Suite struct GZIPTests {
  @Test(arguments: [0, 1, 7, 8, 9, 100]) func theCheckIsThatOfTheStandard(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    var check = CyclicCheck()
    bytes.withUnsafeBytes { check.update($0) }
    #expect(check.value == Packed.check(bytes))
  }

  @Test func theCheckOfTheExampleIsKnown() {
    var check = CyclicCheck()
    Array("123456789".utf8).withUnsafeBytes { check.update($0) }
    #expect(check.value == 0xCBF4_3926)
  }

  @Test(arguments: [1, 5, 13, 64, 4096, 1 << 17]) func membersAreReadOneAfterTheOther(_ pieces: Int) throws {
    let texts = ["un", "", String(repeating: "deux ", count: 5000), "x", "", "trois"]
    let bytes = try texts.flatMap { try Packed.gzip($0) }
    var sums: [String] = []
    try ContainerWalk.read(PiecewiseByteSource(bytes, length: pieces), file: "a.gz") { item in
      if case .fault(_, let error) = item { sums.append(error.code.name) }
      guard case .file(let file) = item else { return true }
      var input = file.input
      do {
        sums.append(String(try content(&input).count))
      } catch let error as PasserelleError { sums.append(error.code.name) }
      return true
    }
    #expect(sums == [String(texts.joined().utf8.count)])
  }

  @Test func aWrongSumIsToldInAnyMember() throws {
    let first = try Packed.gzip(String(repeating: "un ", count: 3000))
    let second = try Packed.gzip(String(repeating: "deux ", count: 3000))
    for place in [first.count - 8, first.count - 5, first.count - 4, first.count - 1] {
      var wrong = first
      wrong[place] ^= 1
      #expect(try found(wrong, file: "a.gz") == ["a.gz ! archive.checksum"])
      #expect(try found(wrong + second, file: "a.gz") == ["a.gz ! archive.checksum"])
      #expect(try found(second + wrong, file: "a.gz") == ["a.gz ! archive.checksum"])
    }
  }

  /// Stored content may hold what looks like the end of a member and the start of another.
  @Test func contentThatLooksLikeAMemberIsContent() throws {
    let inner = try Packed.gzip("dedans")
    let bytes = Array(repeating: inner, count: 50).flatMap { $0 }
    let stored =
      [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + Packed.little(bytes.count, 2)
      + Packed.little(~bytes.count & 0xFFFF, 2) + bytes + Packed.little(Int(Packed.check(bytes)), 4)
      + Packed.little(bytes.count, 4)
    var input: any ByteSource = try UnpackedByteSource(
      MemoryByteSource(stored), signature: .gzip, file: "a", budget: ArchiveBudget(.standard))
    #expect(try content(&input) == bytes)
  }

  @Test(arguments: [[0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]] as [[UInt8]])
  func startsOfOtherFormatsAreNotEnough(head: [UInt8]) throws {
    let lines = try found(head + Array("9 texte ordinaire".utf8), file: "a")
    #expect(lines.count == 1)
    if head.count == 3 { #expect(lines.first?.hasPrefix("a: BZh9") == true) }
  }

  /// `printf 'oui\n' | bzip2` and `| xz`, byte for byte.
  @Test func bzip2AndXZAreReadToo() throws {
    #expect(try found(Self.bzip2, file: "a.txt.bz2") == ["a.txt.bz2!a.txt: oui\n"])
    #expect(try found(Self.xz, file: "a.txt.xz") == ["a.txt.xz!a.txt: oui\n"])
    for cut in [20, Self.bzip2.count - 1] {
      #expect(try found(Array(Self.bzip2[..<cut]), file: "a.bz2").last?.contains("! archive.") == true)
    }
    for cut in [20, Self.xz.count - 1] {
      #expect(try found(Array(Self.xz[..<cut]), file: "a.xz").last?.contains("! archive.") == true)
    }
  }

  private static let bzip2: [UInt8] = [
    0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0xA6, 0x59, 0xFB, 0xB8, 0x00, 0x00,
    0x01, 0x41, 0x80, 0x00, 0x10, 0x00, 0x20, 0x82, 0x00, 0x20, 0x00, 0x21, 0x9A, 0x68, 0x33, 0x4D,
    0x07, 0x3C, 0x5D, 0xC9, 0x14, 0xE1, 0x42, 0x42, 0x99, 0x67, 0xEE, 0xE0,
  ]
  private static let xz: [UInt8] = [
    0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00, 0x04, 0xE6, 0xD6, 0xB4, 0x46, 0x02, 0x00, 0x21, 0x01,
    0x16, 0x00, 0x00, 0x00, 0x74, 0x2F, 0xE5, 0xA3, 0x01, 0x00, 0x03, 0x6F, 0x75, 0x69, 0x0A, 0x00,
    0x99, 0x0A, 0x3A, 0x42, 0xCD, 0x7E, 0x36, 0xA9, 0x00, 0x01, 0x1C, 0x04, 0x6F, 0x2C, 0x9C, 0xC1,
    0x1F, 0xB6, 0xF3, 0x7D, 0x01, 0x00, 0x00, 0x00, 0x00, 0x04, 0x59, 0x5A,
  ]
}
