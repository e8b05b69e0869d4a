import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import Synchronization
import Testing

@testable import PasserelleIndex

@Suite("Failures and crashes")
struct CrashTests {
  private static let options = IndexOptions(threads: 2, memoryLimit: 20_000)
  private static let words = ["delta"]

  private let base = MemoryStorage()

  private func index(_ storage: any SegmentStorage) throws -> TextIndex {
    try TextIndex(
      storage: storage, schema: TextIndexModel.schema, identity: TextIndexModel.identity,
      options: Self.options)
  }

  private static func documents(_ ids: ClosedRange<Int64>, _ seed: UInt64) -> [IndexDocument] {
    var random = SeededGenerator(seed: seed)
    return ids.map { TextIndexModel.document($0, &random) }
  }

  /// Makes an index of one commit anew.
  private func start() throws -> TextIndexModel {
    try TextIndex.remove(in: base)
    var model = TextIndexModel()
    let writer = try index(base).writer()
    let documents = Self.documents(1...12, 1)
    try writer.add(documents)
    model.add(documents)
    try writer.commit(metadata: ["at": "1"])
    return model
  }

  /// Adds, deletes, commits, merges and commits; `shown` is the model of the last commit that returned.
  private func work(_ storage: any SegmentStorage, _ shown: inout TextIndexModel) throws {
    let writer = try index(storage).writer()
    var next = shown
    let documents = Self.documents(8...30, 2)
    try writer.add(documents)
    next.add(documents)
    try writer.delete([1, 2, 15, 30])
    next.delete([1, 2, 15, 30])
    try writer.commit(metadata: ["at": "2"])
    shown = next
    try writer.merge(.single)
    try writer.delete([3])
    next.delete([3])
    try writer.commit()
    shown = next
  }

  private func names() throws -> [String] { try base.names().filter { IndexFileName.isOwn($0) } }

  /// What is wrong with the index after a failure, and with another writer's work on it.
  private func faults(_ shown: TextIndexModel) throws -> [String] {
    var faults = shown.differences(try index(base).snapshot(), words: Self.words)
    let reopened = try index(base)
    let writer = try reopened.writer()
    let manifest = try SegmentManifest.read(from: base)
    let named = (manifest?.fileNames ?? []).filter { IndexFileName.isOwn($0) }
    if try names() != named { faults.append("left over: \(try names()), not \(named)") }
    var next = shown
    let documents = Self.documents(25...34, 3)
    try writer.add(documents)
    next.add(documents)
    try writer.commit()
    faults += next.differences(try reopened.snapshot(), words: Self.words)
    try reopened.verify()
    return faults
  }

  @Test(arguments: 0...2)
  func everyFailureLeavesTheLastCommit(kind: Int) throws {
    var before = try start()
    let counting = FailingStorage(base)
    try work(counting, &before)
    let count = counting.operations
    #expect(count > 30)
    for place in 1...count {
      var shown = try start()
      let failure: FailingStorage.Failure =
        switch kind {
        case 0: .diskFull(at: place)
        case 1: .crash(at: place)
        default: .tornCrash(at: place)
        }
      let failing = FailingStorage(base, failure)
      var failed = false
      do {
        try work(failing, &shown)
      } catch {
        failed = true
        if kind == 0 { #expect((error as? PasserelleError)?.code == .graphDiskFull) }
      }
      // Removing what no commit names is tried again later and fails nothing.
      #expect(failed || failing.operations >= place)
      let faults = try faults(shown)
      #expect(faults.prefix(3) == [], "operation \(place)")
    }
  }

  @Test func writerIsUsedAgainAfterAFailure() throws {
    var shown = try start()
    let counting = FailingStorage(base)
    var probe = shown
    try work(counting, &probe)
    for place in stride(from: 1, through: counting.operations, by: 5) {
      shown = try start()
      let failing = FailingStorage(base, .diskFull(at: place))
      let index = try index(failing)
      let writer = try index.writer()
      for attempt in 0..<3 {
        var next = shown
        let documents = Self.documents(10...30, UInt64(10 + attempt))
        do {
          try writer.add(documents)
          try writer.delete([5])
          try writer.merge(.single)
          try writer.commit()
          next.add(documents)
          next.delete([5])
          shown = next
        } catch {
          #expect((error as? PasserelleError)?.code == .graphDiskFull)
        }
        let faults = shown.differences(try index.snapshot(), words: Self.words)
        #expect(faults.prefix(3) == [], "operation \(place)")
      }
      #expect(writer.generation >= 3)
    }
  }

  /// A manifest that is in place although its writing failed is the last commit.
  @Test func commitThatFailsBehindItsManifestIsSeen() throws {
    var shown = try start()
    let storage = LateFailure(base)
    let index = try index(storage)
    let writer = try index.writer()
    let documents = Self.documents(10...30, 6)
    try writer.add(documents)
    shown.add(documents)
    storage.fails.withLock { $0 = true }
    #expect(thrownError { try writer.commit() }?.code == .indexInvalid)
    storage.fails.withLock { $0 = false }
    #expect(shown.differences(try index.snapshot(), words: Self.words).prefix(3) == [])
    #expect(writer.generation == 2)
    // The commit before may come back with a crash, so its files are kept.
    #expect(try base.names().contains("1-1.seg"))
    try writer.merge(.single)
    try writer.commit()
    writer.close()
    #expect(try faults(shown).prefix(3) == [])
  }
}
