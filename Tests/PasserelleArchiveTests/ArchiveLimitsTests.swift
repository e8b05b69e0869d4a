import PasserelleArchive
import PasserelleCore
import Testing

@Suite struct ArchiveLimitsTests {
  private static let zeros = [UInt8](repeating: 0, count: 400_000)
  private static let small = ArchiveLimits(ratio: 100, freeBytes: 100_000)

  @Test func aGZIPBombIsRefused() throws {
    #expect(try found(Packed.gzip(Self.zeros), file: "a.gz", limits: Self.small) == ["a.gz ! archive.bomb"])
  }

  @Test func aZIPBombIsRefused() throws {
    let zip = try ZIPWriter.data([ArchiveEntry(path: "a", bytes: Self.zeros)])
    #expect(try found(zip, file: "x.zip", limits: Self.small) == ["x.zip!a ! archive.bomb"])
  }

  @Test func aBombWithinAnArchiveIsRefused() throws {
    let inner = try ZIPWriter.data([ArchiveEntry(path: "a", bytes: Self.zeros)])
    let outer = try ZIPWriter.data([ArchiveEntry(path: "b.zip", bytes: inner)])
    #expect(try found(outer, file: "x.zip", limits: Self.small) == ["x.zip!b.zip!a ! archive.bomb"])
  }

  /// Each file alone is under the bytes that are free, so that only their sum shows what they are.
  @Test func manyFilesOfAnInnerArchiveAreOneEntry() throws {
    let inner = try ZIPWriter.data(
      (0..<8).map { ArchiveEntry(path: "\($0)", bytes: Array(Self.zeros.prefix(50_000))) })
    let outer = try ZIPWriter.data([ArchiveEntry(path: "b.zip", bytes: inner)])
    let lines = try found(outer, file: "x.zip", limits: ArchiveLimits(ratio: 50, freeBytes: 100_000))
    #expect(lines.last?.hasSuffix("! archive.bomb") == true)
  }

  /// A bomb among honest files must not hide behind their bytes.
  @Test func theRatioIsThatOfOneEntry() throws {
    var state: UInt64 = 7
    let noise = (0..<20_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(state >> 56)
    }
    let zip = try ZIPWriter.data([
      ArchiveEntry(path: "a", bytes: noise), ArchiveEntry(path: "b", bytes: Self.zeros),
    ])
    let lines = try found(zip, file: "x.zip", limits: Self.small, pieces: 1000)
    #expect(lines.last == "x.zip!b ! archive.bomb")
  }

  @Test func honestDataPassesTheStandardRatio() throws {
    let text = (0..<20_000).map { "{\"ligne\": \($0), \"objet\": \"Travaux de voirie\"}\n" }.joined()
    #expect(
      try found(Packed.gzip(text), file: "a.gz", limits: Self.small).first?.hasPrefix("a.gz!a: {") == true)
  }

  @Test func aFileOfTooManyBytesIsCut() throws {
    let limits = ArchiveLimits(entryBytes: 10)
    let zip = Packed.zip([.init("a", "court"), .init("b", "beaucoup trop long")])
    #expect(try found(zip, file: "x.zip", limits: limits) == ["x.zip!a: court", "x.zip!b ! archive.limit"])
  }

  @Test func tooManyBytesInAllAreCut() throws {
    let limits = ArchiveLimits(totalBytes: 250)
    let zip = try ZIPWriter.data(
      (0..<3).map { ArchiveEntry(path: "\($0)", bytes: [UInt8](repeating: 32, count: 120)) })
    let lines = try found(zip, file: "x.zip", limits: limits, pieces: 10)
    #expect(lines.count == 3)
    #expect(lines.last?.hasSuffix("! archive.limit") == true)
  }

  @Test func tooManyFilesAreCut() throws {
    let zip = Packed.zip((0..<5).map { .init("\($0)", "x") })
    #expect(
      try found(zip, file: "x.zip", limits: ArchiveLimits(entries: 2)) == [
        "x.zip!0: x", "x.zip!1: x", "x.zip ! archive.limit",
      ])
  }

  @Test func aLongPathIsRefused() throws {
    let zip = Packed.zip([.init(String(repeating: "a", count: 200), "x"), .init("b", "oui")])
    let lines = try found(zip, file: "x.zip", limits: ArchiveLimits(pathBytes: 100))
    #expect(lines.count == 2)
    #expect(lines.first?.hasSuffix("… ! archive.limit") == true)
    #expect(lines.last == "x.zip!b: oui")
  }

  @Test func aStreamWithoutEndEnds() throws {
    struct Endless: ByteSource {
      mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        buffer.initializeMemory(as: UInt8.self, repeating: UInt8(ascii: " "))
        return buffer.count
      }
    }
    var code: PasserelleError.Code?
    try ContainerWalk.read(Endless(), file: "-", limits: ArchiveLimits(totalBytes: 1 << 20)) { item in
      guard case .file(let file) = item else { return true }
      var input = file.input
      do { _ = try content(&input) } catch let error as PasserelleError { code = error.code }
      return true
    }
    #expect(code == .archiveLimit)
  }

  /// A hole of eight terabytes takes a header of tar alone.
  @Test func aSparseFileIsCountedByWhatItGives() throws {
    let pax = "22 GNU.sparse.major=1\n22 GNU.sparse.minor=0\n34 GNU.sparse.realsize=8000000000000\n"
    let body = "1\n7999999999999\n1\n" + String(repeating: "\0", count: 512 - 18) + "x"
    var files = [Packed.TarFile("p", pax), Packed.TarFile("a", body)]
    files[0].type = "x"
    let lines = try found(Packed.tar(files), file: "x.tar", limits: ArchiveLimits(entryBytes: 1 << 20))
    #expect(lines.last?.contains("! archive.") == true)
  }
}
