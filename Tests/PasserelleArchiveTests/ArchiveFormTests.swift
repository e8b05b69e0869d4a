import PasserelleArchive
import PasserelleCore
import Testing

/// Sound archives in the less usual forms of their formats.
@Suite struct ArchiveFormTests {
  /// Sizes that follow the content (APPNOTE 4.3.9), with and without the mark before them.
  @Test(arguments: [true, false]) func aDataDescriptorIsRead(hasMark: Bool) throws {
    let text = Array("oui, et rien de plus".utf8)
    let deflated = try Packed.gzip(text).dropFirst(10).dropLast(8)
    let common: [UInt8] =
      Packed.little(20, 2) + Packed.little(8, 2) + Packed.little(8, 2) + Packed.little(0, 2)
      + Packed.little(0x21, 2)
    let sums =
      Packed.little(Int(Packed.check(text)), 4) + Packed.little(deflated.count, 4)
      + Packed.little(text.count, 4)
    let name = Packed.little(1, 2) + Packed.little(0, 2)
    var bytes: [UInt8] = [0x50, 0x4B, 3, 4] + common + Packed.little(0, 12) + name + [0x61]
    bytes += deflated + (hasMark ? [0x50, 0x4B, 7, 8] : []) + sums
    let start = bytes.count
    bytes += [0x50, 0x4B, 1, 2] + Packed.little(20, 2) + common + sums + name + Packed.little(0, 14) + [0x61]
    bytes += [0x50, 0x4B, 5, 6] + Packed.little(0, 4) + Packed.little(1, 2) + Packed.little(1, 2)
    bytes += Packed.little(bytes.count - 12 - start, 4) + Packed.little(start, 4) + Packed.little(0, 2)
    #expect(try found(bytes, file: "x.zip") == ["x.zip!a: oui, et rien de plus"])
  }

  /// ZIP64 (4.5.3): the sizes stand in an extra field.
  @Test func sizesOf64BitsAreRead() throws {
    let text = Array("oui".utf8)
    let common: [UInt8] =
      Packed.little(45, 2) + Packed.little(0, 6) + Packed.little(0x21, 2)
      + Packed.little(Int(Packed.check(text)), 4) + Packed.little(0xFFFF_FFFF, 4)
      + Packed.little(0xFFFF_FFFF, 4)
      + Packed.little(1, 2) + Packed.little(20, 2)
    let extra = Packed.little(1, 2) + Packed.little(16, 2) + Packed.little(3, 8) + Packed.little(3, 8)
    var bytes: [UInt8] = [0x50, 0x4B, 3, 4] + common + [0x61] + extra + text
    let start = bytes.count
    bytes += [0x50, 0x4B, 1, 2] + Packed.little(45, 2) + common + Packed.little(0, 14) + [0x61] + extra
    let size = bytes.count - start
    bytes += [0x50, 0x4B, 5, 6] + Packed.little(0, 4) + Packed.little(1, 2) + Packed.little(1, 2)
    bytes += Packed.little(size, 4) + Packed.little(start, 4) + Packed.little(0, 2)
    #expect(try found(bytes, file: "x.zip") == ["x.zip!a: oui"])
  }

  @Test func namesThatDifferInCaseAreTwoFiles() throws {
    let zip = Packed.zip([.init("A", "un"), .init("a", "deux"), .init("a", "trois")])
    #expect(try found(zip, file: "x.zip") == ["x.zip!A: un", "x.zip!a: deux", "x.zip!a: trois"])
  }

  /// CP437, CP850 and Shift-JIS: the name is a guess, the file is not lost.
  @Test(arguments: [[0x82, 0x74, 0x82], [0x90, 0xB7], [0x95, 0x5C, 0x8E, 0xA6]] as [[UInt8]])
  func namesOfOldCodePagesDoNotLoseTheirFile(name: [UInt8]) throws {
    var file = Packed.ZIPFile("", "oui")
    file.name = name + Array(".json".utf8)
    let lines = try found(Packed.zip([file]), file: "x.zip")
    #expect(lines.count == 1 && lines.first?.hasSuffix(".json: oui") == true)
  }

  /// A long name of GNU tar (type `L`), and one of POSIX (type `x`).
  @Test func longNamesOfTarAreRead() throws {
    let name = String(repeating: "d/", count: 70) + "a"
    var long = Packed.TarFile("././@LongLink", name + "\0")
    long.type = "L"
    let gnu = Packed.tar([long, .init("court", "oui")])
    #expect(try found(gnu, file: "x.tar") == ["x.tar!\(name): oui"])
    let length = " path=\(name)\n".utf8.count + 3
    var pax = Packed.TarFile("x", "\(length) path=\(name)\n")
    pax.type = "x"
    let posix = Packed.tar([pax, .init("court", "oui")])
    #expect(try found(posix, file: "x.tar") == ["x.tar!\(name): oui"])
  }

  /// Members of gzip with something else between them: what stands before is kept, and the rest is told.
  @Test func whatStandsBetweenMembersIsTold() throws {
    let bytes = try Packed.gzip("un") + Array("autre chose".utf8) + Packed.gzip("deux")
    #expect(try found(bytes, file: "a.gz") == ["a.gz ! archive.trailing"])
  }
}
