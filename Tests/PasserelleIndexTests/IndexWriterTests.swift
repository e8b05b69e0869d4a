import Foundation
import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import PasserelleText
import Synchronization
import Testing

@testable import PasserelleIndex

@Suite("Index writer")
struct IndexWriterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func index(
    _ name: String = "index", options: IndexOptions = .init(), identity: [String: String] = ["analyser": "1"],
    schema: IndexSchema = TextIndexModel.schema
  ) throws -> TextIndex {
    try TextIndex(
      storage: try FolderStorage(path: folder.path(name)), schema: schema, identity: identity,
      options: options)
  }

  private func documents(_ ids: ClosedRange<Int64>, _ seed: UInt64 = 1) -> [IndexDocument] {
    var random = SeededGenerator(seed: seed)
    return ids.map { TextIndexModel.document($0, &random) }
  }

  @Test func secondWriterIsRefused() throws {
    let writer = try index().writer()
    let error = try #require(thrownError { _ = try index().writer() })
    #expect(error.code == .workspaceLocked)
    let process = "\(ProcessInfo.processInfo.processIdentifier)"
    #expect(error.message[.french].contains("processus \(process)"))
    #expect(error.message[.english].contains("process \(process)"))
    #expect(thrownError { try TextIndex.remove(in: index().storage) }?.code == .workspaceLocked)
    writer.close()
    _ = try index().writer()
    _ = try index().writer()
  }

  @Test func otherAnalysisAndOtherSchemaAreRefused() throws {
    try index().writer().commit()
    let open = try index()
    let analysis = thrownError { _ = try index(identity: ["analyser": "2"]) }
    #expect(analysis?.code == .indexInvalid)
    #expect(analysis?.message[.english].contains("word analysis") ?? false)
    #expect(thrownError { _ = try index(identity: [:]) }?.code == .indexInvalid)
    var schema = TextIndexModel.schema
    schema.fields[1].b = 0.5
    let fields = thrownError { _ = try index(schema: schema) }
    #expect(fields?.code == .indexInvalid)
    #expect(fields?.message[.english].contains("fields") ?? false)
    // An index that was made anew under an open one is found out too.
    try TextIndex.remove(in: open.storage)
    try index(identity: ["analyser": "2"]).writer().commit()
    #expect(thrownError { _ = try open.snapshot() }?.code == .indexInvalid)
  }

  @Test func commitKeepsOrReplacesMetadata() throws {
    let index = try index()
    let writer = try index.writer()
    #expect(try index.snapshot().generation == 0)
    #expect(try writer.commit() == 1)
    #expect(try writer.commit() == 1)
    #expect(try writer.commit(metadata: ["sequence": "5"]) == 2)
    try writer.add(documents(1...3))
    #expect(try writer.commit() == 3)
    #expect(try index.snapshot().metadata == ["sequence": "5"])
    #expect(try writer.commit(metadata: [:]) == 4)
    #expect(try index.snapshot().metadata == [:])
  }

  private struct NamedBytes: Equatable {
    var name: String
    var bytes: [UInt8]
  }

  private func contents(_ index: TextIndex) throws -> [NamedBytes] {
    try index.storage.names().filter { $0 != TextIndex.lockName }.map {
      NamedBytes(name: $0, bytes: try index.storage.read($0) ?? [])
    }
  }

  @Test(arguments: [1, 2])
  func sameOperationsGiveSameFiles(threads: Int) throws {
    var files: [[NamedBytes]] = []
    for name in ["a", "b"] {
      let index = try index(name, options: IndexOptions(threads: threads, memoryLimit: 100_000))
      let writer = try index.writer()
      // The cuts between calls make no difference.
      let all = documents(1...1500, 3) + documents(900...1200, 4)
      let step = name == "a" ? 7 : 450
      for start in stride(from: 0, to: all.count, by: step) {
        try writer.add(Array(all[start..<min(all.count, start + step)]))
      }
      try writer.delete([4, 5, 1000])
      try writer.commit(metadata: ["at": "1"])
      var contents = try contents(index)
      try writer.add(documents(1000...1100, 5))
      try writer.merge(.tiered(count: 2))
      try writer.commit()
      contents += try self.contents(index)
      files.append(contents)
    }
    let areEqual = files[0] == files[1]
    #expect(areEqual)
    #expect(files[0].count > 6)
  }

  @Test func largeBatchIsSplitOverTwoSegments() throws {
    let index = try index(options: IndexOptions(threads: 2))
    let writer = try index.writer()
    let all = documents(1...4000, 3) + documents(3000...3100, 4)
    try writer.add(all)
    try writer.commit()
    let snapshot = try index.snapshot()
    #expect(snapshot.segmentCount == 2)
    var model = TextIndexModel()
    model.add(all)
    #expect(snapshot.documentCount == 4000)
    #expect((1...4000).allSatisfy { snapshot.stored($0) == model.documents[$0]?.stored })
  }

  /// Snapshots stay as they are while files are replaced and removed under them.
  @Test func snapshotsOutliveMerges() throws {
    let index = try index(options: IndexOptions(memoryLimit: 5_000))
    let writer = try index.writer()
    var model = TextIndexModel()
    var shown: [(IndexSnapshot, TextIndexModel)] = []
    for step in 1...6 {
      let batch = documents(Int64(step * 5)...Int64(step * 5 + 30), UInt64(step))
      try writer.add(batch)
      model.add(batch)
      if step % 2 == 0 { try writer.merge(.single) }
      try writer.commit()
      shown.append((try index.snapshot(), model))
    }
    for (snapshot, model) in shown { #expect(model.differences(snapshot).prefix(3) == []) }
    let before = try index.snapshot()
    #expect(try index.snapshot() === before)
    try TextIndex.remove(in: FolderStorage(path: folder.path("other")))
    writer.close()
    try TextIndex.remove(in: index.storage)
    #expect(model.differences(before).prefix(3) == [])
    #expect(try index.snapshot().documentCount == 0)
    #expect(try index.storage.names() == [TextIndex.lockName])
  }

  /// A segment that stays is not opened again, by this process or for another commit.
  @Test func openSegmentsAreShared() throws {
    let index = try index()
    let other = try self.index()
    let writer = try index.writer()
    try writer.add(documents(1...50))
    try writer.commit()
    let first = (try index.snapshot(), try other.snapshot())
    try writer.add(documents(40...60, 2))
    try writer.commit()
    let second = (try index.snapshot(), try other.snapshot())
    #expect(first.0.parts[0].segment === second.0.parts[0].segment)
    #expect(first.1.parts[0].segment === second.1.parts[0].segment)
    #expect(second.0.segmentCount == 2)
    #expect(second.1.documentCount == 60)
  }

  /// Another index of the same names is noticed, not mixed up with the open one.
  @Test func indexMadeAnewIsOpenedAnew() throws {
    let open = try index()
    for seed in 1...3 {
      try TextIndex.remove(in: open.storage)
      let writer = try index().writer()
      let batch = documents(1...20, UInt64(seed))
      try writer.add(batch)
      try writer.commit(metadata: ["seed": "\(seed)"])
      var model = TextIndexModel()
      model.add(batch)
      #expect(model.differences(try open.snapshot()).prefix(3) == [])
    }
  }

  @Test func damageIsFoundByVerify() throws {
    let index = try index()
    let writer = try index.writer()
    try writer.add(documents(1...50))
    try writer.commit()
    try writer.delete([7])
    try writer.commit()
    try index.verify()
    for name in try index.storage.names() where name.hasSuffix(".seg") || name.hasSuffix(".del") {
      let bytes = try #require(try index.storage.read(name))
      var damaged = bytes
      damaged[bytes.count / 3] ^= 16
      try index.storage.replace(name, with: damaged)
      let error = thrownError { try index.verify() }
      #expect(error?.code == .indexInvalid)
      #expect(error?.message[.english].contains(name) ?? false)
      try index.storage.replace(name, with: bytes)
    }
    try index.verify()
  }

  /// Deletions and replacements that come while a merge runs reach the merged segment.
  @Test func deletionsDuringAMergeAreCarriedOver() throws {
    let options = IndexOptions(backgroundMerges: true, mergePolicy: .tiered(count: 2))
    let index = try index(options: options)
    let writer = try index.writer()
    var model = TextIndexModel()
    for step in 0..<12 {
      let batch = documents(Int64(step * 40)...Int64(step * 40 + 60), UInt64(step + 1))
      try writer.add(batch)
      model.add(batch)
      let gone = (0..<15).map { Int64(step * 40 + $0 * 3) }
      try writer.delete(gone)
      model.delete(gone)
      try writer.commit()
      let faults = model.differences(try index.snapshot())
      #expect(faults.prefix(3) == [])
    }
    try writer.waitForMerges()
    try writer.commit()
    let snapshot = try index.snapshot()
    #expect(model.differences(snapshot).prefix(3) == [])
    #expect(snapshot.segmentCount < 6)
  }

  /// Readers on threads of their own see whole commits only, in order.
  @Test func readersSeeWholeCommits() throws {
    let options = IndexOptions(memoryLimit: 20_000, backgroundMerges: true, mergePolicy: .tiered(count: 2))
    let index = try index(options: options)
    let writer = try index.writer()
    try writer.commit(metadata: ["count": "0"])
    let reader = CommitReader(try self.index())
    let sharing = CommitReader(index)
    reader.start()
    sharing.start()
    for step in 1...25 {
      // Every document of a commit holds the same stored bytes.
      let batch = (1...20).map { number in
        IndexDocument(
          id: Int64(number), texts: [.init(field: 0, language: .neutral, value: "alpha step\(step)")],
          stored: [UInt8(step)])
      }
      try writer.add(batch)
      if step % 5 == 0 { try writer.merge(.single) }
      try writer.commit(metadata: ["count": "20"])
    }
    writer.close()
    #expect(reader.finish().prefix(3) == [])
    #expect(sharing.finish().prefix(3) == [])
  }
}

/// Looks at an index again and again on a thread of its own.
private final class CommitReader: Sendable {
  private let index: TextIndex
  private let state = Mutex<(faults: [String], isDone: Bool)>(([], false))
  private let end = DispatchSemaphore(value: 0)

  init(_ index: TextIndex) { self.index = index }

  func start() { Thread { [self] in run() }.start() }

  func finish() -> [String] {
    state.withLock { $0.isDone = true }
    end.wait()
    return state.withLock { $0.faults }
  }

  private func run() {
    var last = 0
    while !state.withLock({ $0.isDone }) {
      do {
        let snapshot = try index.snapshot()
        if snapshot.generation < last { fault("went back from \(last)") }
        last = snapshot.generation
        let ids = snapshot.matches(.word(TermGroup([FieldTerm(field: 0, term: Array("alpha".utf8))]))).ids
        let stored = Set(ids.map { snapshot.stored($0) })
        if "\(ids.count)" != snapshot.metadata["count"] || stored.count > 1 {
          fault("\(ids.count) documents of \(stored.count) commits in \(snapshot.generation)")
        }
      } catch {
        fault("\(error)")
      }
    }
    end.signal()
  }

  private func fault(_ text: String) { state.withLock { $0.faults.append(text) } }
}
