import PasserelleArchive
import PasserelleCore
import Testing

@Suite struct ContainerWalkTests {
  @Test func aPlainFileIsGivenAsItIs() throws {
    #expect(try found(Array("{}".utf8), file: "a.json") == ["a.json: {}"])
    #expect(try found([], file: "a.json") == ["a.json: "])
  }

  @Test func aPlainFileUnderTheNameOfAnArchiveIsPlain() throws {
    #expect(try found(Array("{}".utf8), file: "a.json.gz") == ["a.json.gz: {}"])
    #expect(try found(Array("PK, dit-il".utf8), file: "a.zip") == ["a.zip: PK, dit-il"])
  }

  @Test(arguments: [
    ("d/a.json.gz", "d/a.json.gz!a.json"), ("a.GZ", "a.GZ!a"), ("a.bin", "a.bin!a.bin"), (".gz", ".gz!.gz"),
    ("-", "-"),
  ]) func aCompressedFileIsNamedByWhatItHolds(file: String, name: String) throws {
    #expect(try found(Packed.gzip("un"), file: file) == ["\(name): un"])
  }

  @Test func theFilesOfAnArchiveComeInItsOrder() throws {
    let zip = Packed.zip([.init("b.json", "un"), .init("d/", ""), .init("d/a.xml", "deux")])
    #expect(try found(zip, file: "x.zip") == ["x.zip!b.json: un", "x.zip!d/a.xml: deux"])
    let tar = Packed.tar([.init("./b.json", "un"), .init("d", type: "5"), .init("d/a.xml", "deux")])
    #expect(try found(tar, file: "x.tar") == ["x.tar!./b.json: un", "x.tar!d/a.xml: deux"])
    #expect(try found(tar, file: "-") == ["-!./b.json: un", "-!d/a.xml: deux"])
  }

  @Test(arguments: [1, 7, 511, 512, 513, 4096]) func thePiecesReadChangeNothing(_ pieces: Int) throws {
    let long = String(repeating: "abcdefgh", count: 3000)
    let tar = Packed.tar([.init("a", long), .init("b", "deux")])
    let lines = ["x.tgz!a: \(long.prefix(40))", "x.tgz!b: deux"]
    #expect(try found(Packed.gzip(tar), file: "x.tgz", pieces: pieces) == lines)
    let zip = try ZIPWriter.data([
      ArchiveEntry(path: "a", bytes: Array(long.utf8)), ArchiveEntry(path: "b", bytes: Array("deux".utf8)),
    ])
    #expect(try found(zip, file: "x.tgz", pieces: pieces) == lines)
  }

  @Test func anArchiveWithinAnArchiveIsOpenedAndNoDeeper() throws {
    let inner = try Packed.zip([.init("c.txt", "un"), .init("d.gz", bytes: Packed.gzip("deux"))])
    let outer = try Packed.zip([
      .init("a.json.gz", bytes: Packed.gzip("zéro")), .init("b.zip", bytes: inner), .init("e.txt", "trois"),
    ])
    #expect(
      try found(outer, file: "x.zip") == [
        "x.zip!a.json.gz!a.json: zéro", "x.zip!b.zip!c.txt: un", "x.zip!b.zip!d.gz ! archive.depth",
        "x.zip!e.txt: trois",
      ])
  }

  @Test func aCompressedTarCountsAsOneArchive() throws {
    let inner = try Packed.gzip(Packed.tar([.init("c.txt", "un")]))
    let outer = try Packed.gzip(Packed.tar([.init("a.txt", "zéro")]) + [])
    #expect(try found(outer, file: "x.tar.gz") == ["x.tar.gz!a.txt: zéro"])
    let zip = Packed.zip([.init("b.tgz", bytes: inner)])
    #expect(try found(zip, file: "x.zip") == ["x.zip!b.tgz!c.txt: un"])
  }

  @Test func aFileCompressedOverAndOverIsRefused() throws {
    let twice = try Packed.gzip(Packed.gzip("un"))
    #expect(try found(twice, file: "a.gz.gz") == ["a.gz.gz!a.gz!a: un"])
    #expect(try found(Packed.gzip(twice), file: "a.gz.gz.gz") == ["a.gz.gz.gz!a.gz.gz!a.gz ! archive.depth"])
  }

  @Test func ignoredEntriesAreNotOpened() throws {
    let zip = Packed.zip([.init("LISEZMOI", "x"), .init("a", "un")])
    #expect(try found(zip, file: "x.zip", isIgnored: { $0 == "LISEZMOI" }) == ["x.zip!a: un"])
  }

  @Test(arguments: ["mimetype", "[Content_Types].xml", "_rels/.rels", "word/document.xml"])
  func aPackageThatIsOneDocumentIsGivenWhole(first: String) throws {
    let package = Packed.zip([.init(first, "application/x"), .init("content.xml", "<a/>")])
    var size = 0
    var names: [String] = []
    try ContainerWalk.read(MemoryByteSource(package), file: "a.docx") { item in
      guard case .file(let file) = item else { return false }
      names.append(file.name)
      var input = file.input
      size += try content(&input).count
      return true
    }
    #expect(names == ["a.docx"])
    #expect(size == package.count)
  }

  @Test func aBodyThatStopsIsAskedNoMore() throws {
    let zip = Packed.zip([.init("a", "un"), .init("b", "deux")])
    var count = 0
    try ContainerWalk.read(MemoryByteSource(zip), file: "x.zip") { _ in
      count += 1
      return false
    }
    #expect(count == 1)
  }

  @Test func filesThatNobodyReadsArePassedOver() throws {
    let long = String(repeating: "x", count: 300_000)
    let zip = Packed.zip([.init("a", long), .init("b", "deux")])
    var heads: [String] = []
    try ContainerWalk.read(MemoryByteSource(zip), file: "x.zip") { item in
      if case .file(let file) = item { heads.append("\(file.name) \(file.head.count) \(file.isMember)") }
      return true
    }
    #expect(heads == ["x.zip!a 4096 true", "x.zip!b 4 true"])
  }

  @Test func whatTheBodyThrowsGoesOut() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try ContainerWalk.read(MemoryByteSource([1]), file: "a") { _ in throw Stop() }
    }
  }

  @Test(arguments: [
    ("a/b.json", "a/b.json"), ("a.zip!b.json", "b.json"), ("a.zip!b.tar.gz!c!d.json", "c!d.json"),
    ("Attention !.txt", "Attention !.txt"), ("Oh!a.zip!b", "b"), ("-!b", "b"), ("a!b.zip", "a!b.zip"),
  ]) func theInnermostNameIsFound(name: String, inner: String) {
    #expect(ArchivePath.inner(name) == inner)
  }

  @Test func controlCharactersDoNotReachNames() {
    #expect(ArchivePath.name("a\u{1B}[2Jb\nc", in: "x.zip") == "x.zip!a\u{FFFD}[2Jb\u{FFFD}c")
  }
}
