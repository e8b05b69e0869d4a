import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import Testing

@Suite struct SegmentManifestTests {
  private let manifest = SegmentManifest(
    generation: 12,
    segments: [
      .init(name: "t2.seg", kind: "TEXT", documents: 100, deletions: "t2-12.del", deleted: 3),
      .init(name: "t1.seg", kind: "TEXT", documents: 7),
    ],
    metadata: ["schéma": "a\"b\\c\n\u{1}\u{1F1EB}\u{1F1F7}/", "Z": "", "a": "1"])

  private func error(_ bytes: [UInt8]) -> PasserelleError? {
    productError { _ = try SegmentManifest(decoding: bytes, path: "manifest.json") }
  }

  @Test func manifestsComeBack() throws {
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.path("index"))
    #expect(try SegmentManifest.read(from: storage) == nil)
    for value in [manifest, SegmentManifest()] {
      try value.write(to: storage)
      #expect(try SegmentManifest.read(from: storage) == value)
    }
    #expect(manifest.documents == 104)
    #expect(manifest.fileNames == ["manifest.json", "t1.seg", "t2-12.del", "t2.seg"])
  }

  @Test func bytesAreTheSameEachTime() {
    let text = String(
      decoding: SegmentManifest(generation: 1, metadata: ["b": "2", "a": "1"]).encoded(), as: UTF8.self)
    let contents =
      #"{"format":"passerelle-index/1","generation":1,"metadata":{"a":"1","b":"2"},"segments":[]}"#
    let digits = String(Checksum.xxh3(Array(contents.utf8)), radix: 16)
    let checksum = String(repeating: "0", count: 16 - digits.count) + digits
    #expect(text == "{\"checksum\":\"\(checksum)\"," + contents.dropFirst() + "\n")
  }

  @Test func everyChangedByteIsRefused() {
    let bytes = manifest.encoded()
    var accepted: [Int] = []
    for place in bytes.indices {
      for flip: UInt8 in [1, 0x10, 0x20, 0x80] {
        var damaged = bytes
        damaged[place] ^= flip
        if error(damaged)?.code != .indexInvalid { accepted.append(place) }
      }
    }
    #expect(accepted == [])
    #expect((0..<bytes.count).filter { error(Array(bytes.prefix($0)))?.code != .indexInvalid } == [])
  }

  @Test func newerFormatsAreNamed() {
    let newer = error(Array(#"{"format":"passerelle-index/2","new":true}"#.utf8))
    #expect(newer?.message.french.contains("plus récente") == true)
    #expect(newer?.message.english.contains("passerelle-index/2") == true)
    #expect(newer?.message.english.contains("passerelle-index/1") == true)
    let foreign = error(Array(#"{"format":"other/1"}"#.utf8))
    #expect(foreign?.message.english.contains("its format is not") == true)
    let older = error(Array(#"{"format":"passerelle-index/0"}"#.utf8))
    #expect(older?.message.english.contains("old format") == true)
  }

  @Test func contradictionsAreRefused() {
    let contradictions = [
      SegmentManifest(generation: -1),
      SegmentManifest(segments: [.init(name: "a", kind: "TEXT", documents: 1, deleted: 1)]),
      SegmentManifest(segments: [.init(name: "a", kind: "TEXT", documents: 1, deletions: "d", deleted: 2)]),
      SegmentManifest(segments: [
        .init(name: "a", kind: "TEXT", documents: 1), .init(name: "a", kind: "TEXT", documents: 1),
      ]),
      SegmentManifest(segments: [.init(name: "a", kind: "TEXT", documents: 1 << 32)]),
      SegmentManifest(segments: [.init(name: "manifest.json", kind: "TEXT", documents: 1)]),
    ]
    for manifest in contradictions {
      #expect(error(manifest.encoded())?.message.english.contains("contradicts") == true)
    }
  }
}
