import PasserelleArchive
import PasserelleCore
import Testing

@Suite struct HostileArchiveTests {
  @Test(arguments: [
    "../a", "a/../../b", "/etc/passwd", "C:\\a", "c:a", "\\\\server\\a", "a\\..\\b", "..", "a/..",
  ]) func pathsThatLeadOutAreRefused(path: String) throws {
    let zip = Packed.zip([.init(path, "non"), .init("b", "oui")])
    let lines = try found(zip, file: "x.zip")
    #expect(lines.last == "x.zip!b: oui")
    #expect(lines.count == 2)
    #expect(lines.first?.hasSuffix(" ! archive.traversal") == true)
    let tar = Packed.tar([.init(path, "non"), .init("b", "oui")])
    #expect(
      try found(tar, file: "x.zip").map { $0.split(separator: " ").last } == ["archive.traversal", "oui"])
  }

  @Test func aNullByteInANameIsRefused() throws {
    var file = Packed.ZIPFile("", "non")
    file.name = Array("a.json\u{0}.png".utf8)
    let zip = Packed.zip([.init("0", String(repeating: "x", count: 200_000)), file, .init("b", "oui")])
    for pieces in [1000, 65_536, Int.max] {
      let lines = try found(zip, file: "x.zip", pieces: pieces)
      #expect(lines.count == 3)
      #expect(lines[1] == "x.zip!a.json ! archive.traversal")
    }
  }

  @Test func namesOfOtherEncodingsAreReadAllTheSame() throws {
    var file = Packed.ZIPFile("", "oui")
    file.name = [0xE9, 0x74, 0xE9]
    let lines = try found(Packed.zip([file]), file: "x.zip")
    #expect(lines.count == 1)
    #expect(lines.first?.hasSuffix(": oui") == true)
    #expect(try found(Packed.zip([.init("été", "oui")]), file: "x.zip") == ["x.zip!été: oui"])
    #expect(try found(Packed.tar([.init("été", "oui")]), file: "x.tar") == ["x.tar!été: oui"])
  }

  @Test(arguments: [
    ("1", "archive.link"), ("2", "archive.link"), ("3", "archive.device"), ("4", "archive.device"),
    ("6", "archive.device"),
  ]) func linksAndDevicesAreRefused(type: String, code: String) throws {
    let tar = Packed.tar([
      .init("a", type: Character(type), target: "/etc/passwd"), .init("b", "oui"),
    ])
    #expect(try found(tar, file: "x.tar") == ["x.tar!a ! \(code)", "x.tar!b: oui"])
  }

  @Test func encryptedFilesAreRefused() throws {
    var file = Packed.ZIPFile("a", "chiffré, douze octets et plus")
    file.flags = 1
    #expect(
      try found(Packed.zip([file, .init("b", "oui")]), file: "x.zip") == [
        "x.zip!a ! archive.encrypted", "x.zip!b: oui",
      ])
  }

  @Test func aWrongSumIsToldAndTheNextFilesAreRead() throws {
    var file = Packed.ZIPFile("a", "altéré")
    file.check = 1
    #expect(
      try found(Packed.zip([file, .init("b", "oui")]), file: "x.zip") == [
        "x.zip!a ! archive.checksum", "x.zip!b: oui",
      ])
  }

  @Test func aMethodThatIsNotReadIsTold() throws {
    var file = Packed.ZIPFile("a", "par implosion")
    file.method = 6
    let lines = try found(Packed.zip([file, .init("b", "oui")]), file: "x.zip")
    #expect(lines == ["x.zip!a ! archive.unsupported", "x.zip!b: oui"])
  }

  @Test func everyCutOfAnArchiveIsTold() throws {
    let text = String(repeating: "texte ", count: 40)
    let zip = try ZIPWriter.data([
      ArchiveEntry(path: "a", bytes: Array(text.utf8)), ArchiveEntry(path: "b", bytes: Array(text.utf8)),
    ])
    for cut in 31..<zip.count {
      let lines = try found(Array(zip[..<cut]), file: "x.zip")
      #expect(lines.last?.contains("! archive.") == true, "at \(cut)")
      #expect(lines.filter { $0.contains("! archive.") }.count == 1, "at \(cut)")
    }
    let tar = Packed.tar([.init("a", text), .init("b", text)])
    for cut in stride(from: 512, through: tar.count - 1024, by: 64) {
      let lines = try found(Array(tar[..<cut]), file: "x.tar")
      #expect(lines.last?.hasSuffix("! archive.truncated") == true, "at \(cut)")
    }
    let gzip = try Packed.gzip(text)
    for cut in 11..<gzip.count {
      let lines = try found(Array(gzip[..<cut]), file: "a.gz")
      #expect(lines.map { $0.suffix(19) } == ["! archive.truncated"], "at \(cut): \(lines)")
    }
  }

  /// Nobody reads on in a file that is passed over, and what was met in its first bytes must not be lost with it.
  @Test func aFaultInTheFirstBytesOfAFileThatNobodyReadsIsTold() throws {
    let tar = Packed.tar([.init("a", String(repeating: "x", count: 2000))]).prefix(600)
    var codes: [String] = []
    try ContainerWalk.read(MemoryByteSource(tar), file: "x.tar") { item in
      if case .fault(_, let error) = item { codes.append(error.code.name) }
      return true
    }
    #expect(codes == ["archive.truncated"])
  }

  @Test func whatWasReadBeforeTheFaultStays() throws {
    let text = (0..<40_000).map { "ligne \($0)\n" }.joined()
    let gzip = try Packed.gzip(text)
    var read = 0
    var code: PasserelleError.Code?
    try ContainerWalk.read(MemoryByteSource(gzip.dropLast(200)), file: "a.gz") { item in
      guard case .file(let file) = item else { return true }
      var input = file.input
      var buffer = [UInt8](repeating: 0, count: 4096)
      do {
        while true {
          let count = try buffer.withUnsafeMutableBytes { try input.read(into: $0) }
          if count == 0 { break }
          read += count
        }
      } catch let error as PasserelleError { code = error.code }
      return true
    }
    #expect(code == .archiveTruncated)
    #expect(read > text.utf8.count / 2)
  }

  @Test func whatFollowsTheEndIsTold() throws {
    let zip = Packed.zip([.init("a", "oui")])
    #expect(try found(zip + [1], file: "x.zip") == ["x.zip!a: oui", "x.zip ! archive.trailing"])
    let commented = Packed.zip([.init("a", "oui")], comment: "bonjour")
    #expect(try found(commented, file: "x.zip") == ["x.zip!a: oui"])
    let tar = Packed.tar([.init("a", "oui")])
    #expect(
      try found(tar + Array("suite".utf8), file: "x.tar") == ["x.tar!a: oui", "x.tar ! archive.trailing"])
    #expect(try found(tar + [UInt8](repeating: 0, count: 9000), file: "x.tar") == ["x.tar!a: oui"])
    #expect(try found(Packed.gzip("oui") + [1, 2], file: "a.gz") == ["a.gz ! archive.trailing"])
    #expect(try found(Packed.gzip("oui") + [0, 0], file: "a.gz") == ["a.gz!a: oui"])
  }

  @Test func aDirectoryThatCountsOtherwiseIsTold() throws {
    let zip = Packed.zip([.init("a", "oui")], countError: 1)
    #expect(try found(zip, file: "x.zip") == ["x.zip!a: oui", "x.zip ! archive.damaged"])
  }

  @Test func aTarWithoutItsEndIsTold() throws {
    let tar = Packed.tar([.init("a", "oui")], hasEnd: false)
    #expect(try found(tar, file: "x.tar") == ["x.tar!a: oui", "x.tar ! archive.truncated"])
  }

  @Test func damagedBytesNeverCrash() throws {
    let text = String(repeating: "texte ", count: 200)
    let sound = [
      try ZIPWriter.data([ArchiveEntry(path: "a", bytes: Array(text.utf8))]), try Packed.gzip(text),
      Packed.tar([.init("a", text)]), try Packed.gzip(Packed.tar([.init("a", text)])),
    ]
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for bytes in sound {
      for _ in 0..<60 {
        var wrong = bytes
        for _ in 0...random(3) { wrong[random(wrong.count)] = UInt8(random(256)) }
        _ = try found(wrong, file: "x", pieces: 1 + random(900))
      }
    }
  }
}
