import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import PasserelleText
import Testing

@testable import PasserelleIndex

@Suite("Segment merger")
struct SegmentMergerTests {
  private let folder: TemporaryFolder
  private let storage: FolderStorage
  private let schema = TextIndexModel.schema

  init() throws {
    folder = try TemporaryFolder()
    storage = try FolderStorage(path: folder.path("index"))
  }

  private func write(_ documents: [IndexDocument], _ name: String) throws -> SegmentReader {
    let builder = SegmentBuilder(schema: schema)
    for document in documents { builder.add(document) }
    _ = try builder.write(to: storage, name: name)
    return try SegmentReader(storage: storage, name: name, schema: schema)
  }

  /// Merging gives the bytes of the segment that is built of the live documents.
  @Test(arguments: [(1, 300), (2, 40), (3, 700), (5, 260), (9, 30)])
  func mergedIsAsBuilt(segments: Int, documents: Int) throws {
    var random = SeededGenerator(seed: UInt64(segments))
    var live: [IndexDocument] = []
    var sources: [SegmentMerger.Source] = []
    for segment in 0..<segments {
      let count = segment == 1 ? 0 : documents
      let all = (0..<count).map { _ in
        TextIndexModel.document(Int64(random.number(-9...1_000_000)), &random)
      }
      let reader = try write(all, "\(segment).seg")
      var deleted = DeletionSet(documents: count)
      if segment % 2 == 0 {
        for document in 0..<count where random.oneIn(segment == 4 ? 1 : 4) { deleted.insert(document) }
      }
      live += all.enumerated().filter { !deleted.contains($0.offset) }.map(\.element)
      sources.append(.init(segment: reader, deletions: segment % 2 == 0 ? Deletions(deleted) : nil))
    }
    let summary = try SegmentMerger(sources, schema: schema).write(to: storage, name: "merged.seg")
    _ = try write(live, "built.seg")
    #expect(summary.documents == live.count)
    let merged = try storage.read("merged.seg")
    let built = try storage.read("built.seg")
    #expect(summary.bytes == merged?.count)
    let areEqual = merged == built
    #expect(areEqual)
    #expect(try storage.names().allSatisfy { $0.hasSuffix(".seg") })
  }

  /// Lists of many documents pass through full blocks, and long documents through several chunks.
  @Test func longListsAndLongDocuments() throws {
    let counts = [1, 127, 128, 129, 256, 400]
    var all: [[IndexDocument]] = []
    for (place, count) in counts.enumerated() {
      all.append(
        (0..<count).map { number in
          let times = number % 50 == 7 ? 300 : number % 3 + 1
          let text = [String](repeating: "alpha bravo", count: times).joined(separator: " ")
          return IndexDocument(
            id: Int64(place * 1000 + number), texts: [.init(field: 0, language: .neutral, value: text)],
            terms: [.init(field: 1, bytes: [1, 255], frequency: number + 1)])
        })
    }
    let sources = try all.enumerated().map {
      SegmentMerger.Source(segment: try write($1, "\($0).seg"), deletions: nil)
    }
    _ = try SegmentMerger(sources, schema: schema).write(to: storage, name: "merged.seg")
    _ = try write(Array(all.joined()), "built.seg")
    let areEqual = try storage.read("merged.seg") == storage.read("built.seg")
    #expect(areEqual)
  }

  @Test func mergeOfNothingLiveIsEmpty() throws {
    var random = SeededGenerator(seed: 4)
    let reader = try write([TextIndexModel.document(3, &random)], "0.seg")
    var deleted = DeletionSet(documents: 1)
    deleted.insert(0)
    let source = SegmentMerger.Source(segment: reader, deletions: Deletions(deleted))
    let summary = try SegmentMerger([source], schema: schema).write(to: storage, name: "merged.seg")
    #expect(summary.documents == 0)
    _ = try write([], "built.seg")
    let areEqual = try storage.read("merged.seg") == storage.read("built.seg")
    #expect(areEqual)
  }

  @Test func cancelledMergeLeavesNoFile() throws {
    var random = SeededGenerator(seed: 5)
    let reader = try write((1...50).map { TextIndexModel.document($0, &random) }, "0.seg")
    let merger = SegmentMerger([.init(segment: reader, deletions: nil)], schema: schema) { true }
    #expect(throws: SegmentMerger.Cancelled.self) { try merger.write(to: storage, name: "merged.seg") }
    #expect(try storage.names() == ["0.seg"])
  }

  private static let damages = 150

  /// Bytes that no encoder wrote, under checksums that hold, are refused or merged, and never crash.
  @Test func damagedSegmentsNeverCrash() throws {
    var random = SeededGenerator(seed: 11)
    _ = try write((1...150).map { TextIndexModel.document($0, &random) }, "whole.seg")
    let whole = try SegmentFile(storage: storage, name: "whole.seg", kind: "TEXT", versions: 1...1)
    let ids = (1...400).map { UInt32($0) }.filter { !whole.section($0).isEmpty }
    var (refused, merged) = (0, 0)
    for _ in 0..<Self.damages {
      let chosen = random.pick(ids)
      let writer = try SegmentFileWriter(storage: storage, name: "damaged.seg", kind: "TEXT", version: 1)
      for id in ids {
        var bytes = whole.contents(ofSection: id)
        if id == chosen {
          for _ in 0..<random.number(1...3) {
            let place = random.number(0...bytes.count - 1)
            let value = random.oneIn(2) ? UInt8(random.number(0...255)) : random.pick([0, 127, 128, 255])
            // A run can be a number of nine bytes.
            let run = random.oneIn(3) ? 9 : 1
            for place in place..<min(bytes.count, place + run) { bytes[place] = value }
          }
          if random.oneIn(8) { bytes.removeLast(random.number(0...bytes.count)) }
        }
        try writer.section(id, bytes)
      }
      _ = try writer.finish()
      do {
        let reader = try SegmentReader(storage: storage, name: "damaged.seg", schema: schema)
        let source = SegmentMerger.Source(segment: reader, deletions: nil)
        _ = try SegmentMerger([source, source], schema: schema).write(to: storage, name: "merged.seg")
        merged += 1
      } catch {
        #expect((error as? PasserelleError)?.code == .indexInvalid)
        refused += 1
      }
    }
    #expect(refused > 20)
    #expect(merged > 20)
  }
}
