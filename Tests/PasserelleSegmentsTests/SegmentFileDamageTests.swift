import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleSegments

@Suite struct SegmentFileDamageTests {
  private let bytes: [UInt8]

  init() throws {
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.path("index"))
    let writer = try SegmentFileWriter(storage: storage, name: "a.seg", kind: "TEXT", version: 2)
    try writer.section(1, Array(1...100))
    try writer.section(7, [])
    try writer.section(3, [0, 0, 0])
    _ = try writer.finish()
    bytes = try storage.read("a.seg") ?? []
  }

  private func error(_ bytes: [UInt8]) -> PasserelleError? {
    let storage = GuardedStorage(contents: bytes)
    return productError {
      _ = try SegmentFile(storage: storage, name: "a.seg", kind: "TEXT", versions: 1...2)
    }
  }

  @Test func theWholeFileIsAccepted() {
    #expect(error(bytes) == nil)
  }

  @Test func everyFlippedBitIsRefused() {
    var accepted: [Int] = []
    for place in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(bit)
        if error(damaged)?.code != .indexInvalid { accepted.append(place) }
      }
    }
    #expect(accepted == [])
  }

  @Test func everyCutIsRefused() {
    let accepted = (0..<bytes.count).filter { error(Array(bytes.prefix($0)))?.code != .indexInvalid }
    #expect(accepted == [])
    #expect(error(bytes + [0])?.code == .indexInvalid)
    #expect(error(Array(bytes.dropFirst()))?.code == .indexInvalid)
  }

  @Test func randomBytesBetweenTheMarksAreRefused() {
    var random = SeededGenerator(seed: 71)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<random.number(1...40) {
        damaged[random.number(16...damaged.count - 9)] = random.pick([
          0, 1, 255, UInt8(random.number(0...255)),
        ])
      }
      if damaged != bytes { #expect(error(damaged)?.code == .indexInvalid) }
    }
  }

  @Test func eachDamageHasItsWords() {
    func french(_ change: (inout [UInt8]) -> Void) -> String {
      var damaged = bytes
      change(&damaged)
      return error(damaged)?.message.french ?? "none"
    }
    let messages = [
      french { $0 = [] }, french { $0[2] = 0 }, french { $0.removeLast() },
      french { $0 = Array($0.prefix(60)) },
      french { $0[8] = 2 }, french { $0[12] ^= 1 }, french { $0[70] ^= 1 }, french { $0[20] = 1 },
      french { $0[$0.count - 32] ^= 1 },
    ]
    let words = [
      "il est vide", "son début", "sa fin manque", "coupé dès le début", "plus récente", "somme de contrôle",
      "section 1 sont endommagés", "remplissage", "introuvable",
    ]
    for (message, word) in zip(messages, words) {
      #expect(message.contains(word))
      #expect(message.contains("a.seg"))
      #expect(message.contains("passerelle index"))
    }
    #expect(Set(messages).count == messages.count)
  }

  @Test func sectionsOutsideTheirPlaceAreRefusedWithRightChecksums() {
    // Offsets and lengths of the first entry, each with the checksums made right again.
    let table = bytes.count - 32 - 96
    for (place, value) in [
      (8, 0), (8, 8), (8, 65), (8, 128), (8, UInt64.max), (8, UInt64.max - 63), (16, UInt64.max),
      (16, UInt64(bytes.count)), (16, 101), (16, 180), (4, 1), (0, 3), (0, 9),
    ] as [(Int, UInt64)] {
      var damaged = bytes
      let size = place < 8 ? 4 : 8
      for byte in 0..<size {
        damaged[table + place + byte] = UInt8(truncatingIfNeeded: value >> UInt64(8 * byte))
      }
      let checksum = Checksum.xxh3(Array(damaged[0..<16] + damaged[table..<(damaged.count - 16)]))
      for byte in 0..<8 {
        damaged[damaged.count - 16 + byte] = UInt8(truncatingIfNeeded: checksum >> UInt64(8 * byte))
      }
      let message = error(damaged)?.message.english ?? ""
      #expect(message.contains("section"), "\(place) \(value)")
    }
  }

  @Test func overlappingSectionsAreRefusedWithRightChecksums() {
    var damaged = bytes
    let table = bytes.count - 32 - 96
    // The second entry gets the place and the checksum of the first.
    damaged.replaceSubrange((table + 40)..<(table + 64), with: bytes[(table + 8)..<(table + 32)])
    let checksum = Checksum.xxh3(Array(damaged[0..<16] + damaged[table..<(damaged.count - 16)]))
    for byte in 0..<8 {
      damaged[damaged.count - 16 + byte] = UInt8(truncatingIfNeeded: checksum >> UInt64(8 * byte))
    }
    #expect(error(damaged)?.message.english.contains("section 3 is not at an allowed place") == true)
  }
}
