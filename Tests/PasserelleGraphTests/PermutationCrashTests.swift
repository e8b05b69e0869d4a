import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import Synchronization
import Testing

@testable import PasserelleGraph

/// Notes operations of a storage that are no writing of bytes, and the one after each.
private final class MarkingStorage: SegmentStorage {
  let base: FailingStorage
  let marks = Mutex<[Int]>([])
  private let creations = Atomic(0)

  init(_ base: FailingStorage) { self.base = base }

  private func mark() { marks.withLock { $0 += [base.operations + 1, base.operations + 2] } }

  func create(_ name: String) throws -> any SegmentOutput {
    if creations.wrappingAdd(1, ordering: .relaxed).oldValue % 9 == 0 { mark() }
    return try base.create(name)
  }
  func replace(_ name: String, with bytes: [UInt8]) throws {
    mark()
    try base.replace(name, with: bytes)
  }
  func syncFolder() throws {
    mark()
    try base.syncFolder()
  }
  func remove(_ name: String) throws {
    if name.contains("gspo") || name.contains("tables") { mark() }
    try base.remove(name)
  }
  func map(_ name: String) throws -> MappedFile { try base.map(name) }
  func read(_ name: String) throws -> [UInt8]? { try base.read(name) }
  func names() throws -> [String] { try base.names() }
  func lock(_ name: String) throws -> StorageLock? { try base.lock(name) }
  func holder(of name: String) -> Int? { base.holder(of: name) }
  func path(of name: String) -> String { base.path(of: name) }
}

@Suite("Failures and crashes of sets of permutations")
struct PermutationCrashTests {
  private static let options = PermutationOptions(memory: 24 * 15, threads: 1)

  private static func quads(_ versions: ClosedRange<Int>) -> [Quad] {
    var sample = PermutationSample(seed: UInt64(versions.lowerBound), values: 20)
    return sample.quads(versions, each: 5...5)
  }

  /// Adds twice and erases; `shown` is what the last change that returned left.
  private static func work(_ storage: any SegmentStorage, _ shown: inout [Quad]) throws {
    var set = try PermutationSet(storage: storage)
    for (versions, options) in [(11...12, options), (13...20, options)] {
      let quads = quads(versions)
      set = try set.append(upTo: Int64(versions.upperBound), options) { add in
        try add(PermutationSnapshotTests.batch(quads))
      }
      shown += quads
    }
    _ = try set.rebuild(excluding: [3, 12])
    shown.removeAll { [3, 12].contains($0.graph.rawValue) }
  }

  private static func start(_ storage: MemoryStorage) throws -> [Quad] {
    try PermutationSet.remove(in: storage)
    let quads = quads(1...10)
    _ = try PermutationSet(storage: storage).append(upTo: 10, options) { add in
      try add(PermutationSnapshotTests.batch(quads))
    }
    return quads
  }

  private static func contents(_ set: PermutationSet) throws -> Set<Quad> {
    var found: Set<Quad> = []
    let names = (0...set.lastVersion).map { TermID(rawValue: $0) }
    let snapshot = PermutationSnapshot(set: set, delta: .empty, names: names, terms: NoTerms())
    var rows = QuadColumns()
    let cursor = try snapshot.cursor(QuadScan(order: .osp, places: [.subject, .predicate, .object, .graph]))
    while try cursor.next(into: &rows, limit: 1000) {}
    for row in 0..<rows.count {
      found.insert(
        Quad(
          graph: VersionID(rawValue: rows.graphs[row].rawValue), subject: rows.subjects[row],
          predicate: rows.predicates[row], object: rows.objects[row]))
    }
    return found
  }

  @Test(arguments: 0...2)
  func everyFailureLeavesTheOldSetOrTheNew(kind: Int) throws {
    let base = MemoryStorage()
    var probe = try Self.start(base)
    let marking = MarkingStorage(FailingStorage(base))
    try Self.work(marking, &probe)
    let marks = marking.marks.withLock { $0 }
    let count = marking.base.operations
    #expect(marks.count > 20)
    // Writing of bytes is much alike.
    for place in Set(marks + stride(from: 1, through: count, by: 197)).sorted() where place <= count {
      var shown = try Self.start(base)
      let failure: FailingStorage.Failure =
        switch kind {
        case 0: .diskFull(at: place)
        case 1: .crash(at: place)
        default: .tornCrash(at: place)
        }
      let failing = FailingStorage(base, failure)
      var failed = false
      do {
        try Self.work(failing, &shown)
      } catch {
        failed = true
        if kind == 0 { #expect((error as? PasserelleError)?.code == .graphDiskFull) }
      }
      #expect(failed || failing.operations >= place)
      var set = try PermutationSet(storage: base)
      #expect(try Self.contents(set) == Set(shown), "operation \(place)")
      // The next change removes what is left over.
      let next = Quad(
        graph: VersionID(rawValue: 30), subject: TermID(rawValue: 1), predicate: TermID(rawValue: 2),
        object: TermID(rawValue: 3))
      set = try set.append(upTo: 30, Self.options) { add in try add(PermutationSnapshotTests.batch([next])) }
      #expect(try Self.contents(set) == Set(shown + [next]), "operation \(place)")
      #expect(try base.names().filter { $0 != "write.lock" } == set.manifest.fileNames)
      try set.check()
    }
  }
}
