import PasserelleCore
import Testing

@testable import PasserelleArchive

/// What unpacking may take of memory and time, whatever an archive asks for.
@Suite struct UnpackedMemoryTests {
  /// A stream header, then a block header with a filter LZMA2 whose dictionary has a size in bits.
  private static func head(_ bits: UInt8, flags: UInt8 = 0, between: [UInt8] = []) -> [UInt8] {
    let filters: [UInt8] = between + [0x21, 1, bits]
    let words = (2 + filters.count + 3) / 4
    let padding = [UInt8](repeating: 0, count: words * 4 - 2 - filters.count)
    return [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4, 0xE6, 0xD6, 0xB4, 0x46, UInt8(words), flags] + filters
      + padding + [0, 0, 0, 0]
  }

  @Test(arguments: [(0, 4096), (1, 6144), (22, 8 << 20), (28, 64 << 20), (37, 3 << 29), (40, 0xFFFF_FFFF)])
  func theDictionaryOfXZIsRead(bits: UInt8, size: Int) {
    #expect(XZDictionary.size(Self.head(bits)) == size)
    // Behind sizes (flags 0xC0) and another filter (delta, one byte of distance).
    #expect(XZDictionary.size(Self.head(bits, flags: 0xC0, between: [0x80, 1, 5])) == size)
    #expect(XZDictionary.size(Self.head(bits, flags: 1, between: [3, 1, 0])) == size)
  }

  @Test func whatIsNoHeaderHasNoDictionary() {
    #expect(XZDictionary.size(Self.head(41)) == nil)
    #expect(XZDictionary.size([]) == nil)
    for count in 0..<17 { #expect(XZDictionary.size(Array(Self.head(40).prefix(count))) == nil) }
    #expect(XZDictionary.size(Self.head(40, flags: 0xC0, between: [0xFF, 0xFF, 0xFF, 0xFF])) == nil)
  }

  @Test func aLargeDictionaryIsRefusedBeforeItIsMade() throws {
    #expect(try found(Self.head(37), file: "a.xz") == ["a.xz ! archive.limit"])
    #expect(try found(Self.head(28), file: "a.xz") != ["a.xz ! archive.limit"])
  }

  /// LZMA, xz, PPMd: their headers ask for memory; the file after them is read.
  @Test(arguments: [14, 95, 98, 93, 6]) func methodsThatAskForMemoryAreNotRead(method: Int) throws {
    var file = Packed.ZIPFile("a", "peu importe ce qui est là")
    file.method = method
    let lines = try found(Packed.zip([file, .init("b", "oui")]), file: "x.zip")
    #expect(lines == ["x.zip!a ! archive.unsupported", "x.zip!b: oui"])
  }

  /// A gigabyte of blanks, a thousand members of a megabyte, made as it is read.
  @Test func aGigabyteOfBlanksIsABombByTheStandard() throws {
    let member = try Packed.gzip([UInt8](repeating: 32, count: 1 << 20))
    let source = RepeatedByteSource(member, times: 1024)
    let (codes, given) = try walk(source, file: "a.json.gz")
    #expect(codes == ["archive.bomb"])
    #expect(given <= 16 << 20 + 250 * (source.given + 1))
    #expect(source.given < member.count * 1024)
  }

  /// 42.zip: archives of bombs in an archive.
  @Test func aBombWithinAnArchiveIsOneByTheStandard() throws {
    let member = try Packed.gzip([UInt8](repeating: 32, count: 1 << 20))
    let bomb = Array(repeating: member, count: 64).flatMap(\.self)
    let zip = Packed.zip([.init("a.gz", bytes: bomb), .init("b.gz", bytes: bomb)])
    let (codes, given) = try walk(MemoryByteSource(zip), file: "x.zip")
    #expect(Set(codes) == ["archive.bomb"])
    #expect(given < 64 << 20)
  }

  /// Each entry gives a little less than what is free; all of them would fill the machine.
  @Test func manySmallBombsAreOneTogether() throws {
    let limits = ArchiveLimits(ratio: 10, freeBytes: 10_000)
    let small = try Packed.gzip([UInt8](repeating: 32, count: 9_900))
    let zip = Packed.zip((0..<200).map { .init("\($0).gz", bytes: small) })
    let (codes, given) = try walk(MemoryByteSource(zip), file: "x.zip", limits: limits)
    #expect(Set(codes) == ["archive.bomb"])
    #expect(given > 10_000 && given < 64 * 10_000 + 10 * zip.count + 40_000)
  }

  /// Every entry is looked at without going through all that is remembered.
  @Test func manyEntriesAreReadUpToTheLimit() throws {
    var archive = Packed.ZIPFile("0", "x")
    archive.check = Packed.check([0x78])
    let one = Packed.zip([archive])
    let local = Array(one[..<32])
    var bytes: [UInt8] = []
    for _ in 0..<4000 { bytes += local }
    let limits = ArchiveLimits(entries: 3000)
    var (files, codes) = (0, [String]())
    try ContainerWalk.read(MemoryByteSource(bytes), file: "x.zip", limits: limits) { item in
      switch item {
      case .file: files += 1
      case .fault(_, let error): codes.append(error.code.name)
      }
      return true
    }
    #expect(files == 3000 && codes == ["archive.limit"])
  }

  /// Reads all that is found; the codes of what is refused, and how many bytes came.
  private func walk(
    _ source: any ByteSource, file: String, limits: ArchiveLimits = .standard
  ) throws -> (codes: [String], given: Int) {
    var (codes, given) = ([String](), 0)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    try ContainerWalk.read(source, file: file, limits: limits) { item in
      switch item {
      case .fault(_, let error): codes.append(error.code.name)
      case .file(let found):
        var input = found.input
        do {
          while true {
            let count = try buffer.withUnsafeMutableBytes { try input.read(into: $0) }
            if count == 0 { break }
            given += count
          }
        } catch let error as PasserelleError {
          codes.append(error.code.name)
        }
      }
      return true
    }
    return (codes, given)
  }
}

/// Gives the same bytes again and again.
private final class RepeatedByteSource: ByteSource {
  private let bytes: [UInt8]
  private let total: Int
  private(set) var given = 0

  init(_ bytes: [UInt8], times: Int) {
    self.bytes = bytes
    total = bytes.count * times
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let start = given % bytes.count
    let count = min(buffer.count, bytes.count - start, total - given)
    buffer.copyBytes(from: bytes[start..<start + count])
    given += count
    return count
  }
}
