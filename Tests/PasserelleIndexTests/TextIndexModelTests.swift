import PasserelleSegments
import PasserelleTestSupport
import Testing

@testable import PasserelleIndex

@Suite("Index against a model")
struct TextIndexModelTests {
  struct Trial: Sendable, CustomStringConvertible {
    var seed: UInt64
    var threads: Int
    var backgroundMerges: Bool
    var memoryLimit: Int

    var description: String { "seed \(seed), \(threads) threads, background \(backgroundMerges)" }
  }

  private static let trials = [
    Trial(seed: 1, threads: 1, backgroundMerges: false, memoryLimit: 1 << 20),
    Trial(seed: 2, threads: 2, backgroundMerges: false, memoryLimit: 1 << 20),
    Trial(seed: 3, threads: 1, backgroundMerges: true, memoryLimit: 20_000),
    Trial(seed: 4, threads: 2, backgroundMerges: true, memoryLimit: 20_000),
    Trial(seed: 5, threads: 2, backgroundMerges: false, memoryLimit: 5_000),
  ]

  @Test(arguments: trials)
  func everyCommitShowsTheModel(_ trial: Trial) throws {
    var random = SeededGenerator(seed: trial.seed)
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.path("index"))
    let options = IndexOptions(
      threads: trial.threads, memoryLimit: trial.memoryLimit, backgroundMerges: trial.backgroundMerges,
      mergePolicy: .tiered(count: 3))
    let index = try TextIndex(
      storage: storage, schema: TextIndexModel.schema, identity: TextIndexModel.identity, options: options)
    var writer = try index.writer()
    var model = TextIndexModel()
    var committed = model
    var faults: [String] = []
    var shown = try index.snapshot()
    for step in 0..<60 {
      switch random.number(0...9) {
      case 0...4:
        let documents = (0..<random.number(1...40)).map { _ in
          TextIndexModel.document(Int64(random.number(1...300)), &random)
        }
        try writer.add(documents)
        model.add(documents)
      case 5:
        let ids = (0..<random.number(0...20)).map { _ in Int64(random.number(1...320)) }
        try writer.delete(ids)
        model.delete(ids)
      case 6:
        try writer.merge(random.oneIn(3) ? .single : .tiered(count: 3))
      case 7 where random.oneIn(3):
        writer.close()
        writer = try index.writer()
        model = committed
      case 7: try writer.waitForMerges()
      default:
        try writer.commit(metadata: ["step": "\(step)"])
        committed = model
        shown = try index.snapshot()
        if shown.metadata != ["step": "\(step)"] { faults.append("metadata \(shown.metadata)") }
        faults += committed.differences(shown)
      }
      if try index.snapshot() !== shown { faults.append("step \(step) was seen before its commit") }
      if !faults.isEmpty { break }
    }
    #expect(faults.prefix(5) == [])
    try writer.merge(.single)
    try writer.commit()
    let fresh = try TextIndex(
      storage: storage, schema: TextIndexModel.schema, identity: TextIndexModel.identity)
    let snapshot = try fresh.snapshot()
    #expect(model.differences(snapshot).prefix(5) == [])
    #expect(snapshot.segmentCount <= 1)
    try fresh.verify()
    writer.close()
    let names = try storage.names().filter { IndexFileName.isOwn($0) }
    #expect(names.count == snapshot.segmentCount)
  }
}
