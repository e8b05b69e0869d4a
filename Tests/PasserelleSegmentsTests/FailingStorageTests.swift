import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import Testing

@Suite struct FailingStorageTests {
  private let folder: TemporaryFolder
  private let base: FolderStorage
  private let old = SegmentManifest(
    generation: 1, segments: [.init(name: "1.seg", kind: "TEXT", documents: 1)])
  private let new = SegmentManifest(
    generation: 2, segments: [.init(name: "2.seg", kind: "TEXT", documents: 1)])

  init() throws {
    folder = try TemporaryFolder()
    base = try FolderStorage(path: folder.path("index"))
  }

  private func segment(_ name: String, in storage: any SegmentStorage) throws {
    let writer = try SegmentFileWriter(storage: storage, name: name, kind: "TEXT", version: 1)
    try writer.section(1, Array(name.utf8))
    _ = try writer.finish()
  }

  private func commit(_ manifest: SegmentManifest, to storage: any SegmentStorage) throws {
    for part in manifest.segments { try segment(part.name, in: storage) }
    try storage.syncFolder()
    try manifest.write(to: storage)
    for name in try storage.names() where !manifest.fileNames.contains(name) { try storage.remove(name) }
    try storage.syncFolder()
  }

  /// The generation that opens, with all its segments.
  private func generation() throws -> Int {
    guard let manifest = try SegmentManifest.read(from: base) else { return 0 }
    for part in manifest.segments {
      _ = try SegmentFile(storage: base, name: part.name, kind: part.kind, versions: 1...1)
    }
    return manifest.generation
  }

  private func operations() throws -> Int {
    let counting = FailingStorage(base)
    try commit(old, to: counting)
    return counting.operations
  }

  @Test func everyFailureLeavesAWholeIndex() throws {
    let count = try operations()
    #expect(count > 6)
    for place in 1...count + 1 {
      for failure in [FailingStorage.Failure.diskFull(at: place), .crash(at: place), .tornCrash(at: place)] {
        try commit(old, to: base)
        let failing = FailingStorage(base, failure)
        var code: PasserelleError.Code?
        var isCrash = false
        do {
          try commit(new, to: failing)
        } catch let error as PasserelleError {
          code = error.code
        } catch is FailingStorage.Crashed {
          isCrash = true
        }
        let fails = place <= failing.operations
        #expect((code == .graphDiskFull || isCrash) == (place <= count + 1 && fails))
        #expect(failing.isDown == isCrash)
        let found = try generation()
        #expect(found == 1 || found == 2)
        if !fails { #expect(found == 2) }
        try commit(new, to: base)
        #expect(try base.names() == ["2.seg", "manifest.json"])
      }
    }
  }

  @Test func unsyncedChangesAreLostInACrash() throws {
    try segment("kept.seg", in: base)
    // Three files are finished; then comes the operation that never happens.
    let counting = FailingStorage(base)
    try segment("probe.seg", in: counting)
    let one = counting.operations
    try base.remove("probe.seg")
    let failing = FailingStorage(base, .crash(at: one + 2))
    try segment("lost.seg", in: failing)
    try failing.remove("kept.seg")
    #expect(try failing.names() == ["lost.seg"])
    #expect(try failing.read("kept.seg") == nil)
    #expect(throws: FailingStorage.Crashed.self) { try failing.syncFolder() }
    #expect(throws: FailingStorage.Crashed.self) { try failing.names() }
    #expect(try base.names() == ["kept.seg"])
  }

  @Test func filesCutByACrashAreRefused() throws {
    let failing = FailingStorage(base, .tornCrash(at: 4))
    #expect(throws: FailingStorage.Crashed.self) { try segment("cut.seg", in: failing) }
    #expect(try base.names() == ["cut.seg"])
    let error = productError {
      _ = try SegmentFile(storage: base, name: "cut.seg", kind: "TEXT", versions: 1...1)
    }
    #expect(error?.code == .indexInvalid)
  }
}
