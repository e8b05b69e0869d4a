import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite("Sets of permutations")
struct PermutationSetTests {
  private static let options = PermutationOptions(threads: 1)

  private static func append(
    _ set: PermutationSet, _ quads: [Quad], upTo version: Int64,
    _ options: PermutationOptions = PermutationSetTests.options
  ) throws -> PermutationSet {
    try set.append(upTo: version, options) { add in try add(PermutationSnapshotTests.batch(quads)) }
  }

  /// All quads of a set, by version.
  private static func quads(_ set: PermutationSet) throws -> [Quad] {
    let names = (0...max(0, set.lastVersion)).map { TermID(rawValue: $0) }
    let snapshot = PermutationSnapshot(set: set, delta: .empty, names: names, terms: NoTerms())
    var all: [[Quad]] = []
    for order in QuadOrder.allCases {
      var rows = QuadColumns()
      let cursor = try snapshot.cursor(
        QuadScan(order: order, places: [.subject, .predicate, .object, .graph]))
      while try cursor.next(into: &rows, limit: 1000) {}
      all.append(
        (0..<rows.count).map { row in
          Quad(
            graph: VersionID(rawValue: rows.graphs[row].rawValue), subject: rows.subjects[row],
            predicate: rows.predicates[row], object: rows.objects[row])
        })
    }
    for order in all where Set(order) != Set(all[0]) || order.count != all[0].count { return [] }
    return all[Int(QuadOrder.gspo.rawValue)]
  }

  private static func contents(_ storage: MemoryStorage) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try storage.names() where name.hasSuffix(".seg") {
      files[name] = try storage.map(name).contents()
    }
    return files
  }

  @Test func sameQuadsGiveTheSameBytes() throws {
    var sample = PermutationSample(seed: 1, values: 300)
    let quads = sample.quads(1...200, each: 10...20)
    let shuffled = (1...200).flatMap { version in
      quads.filter { $0.graph.rawValue == Int64(version) }.shuffled(using: &sample.random)
    }
    var all: [[String: [UInt8]]] = []
    for (quads, options) in [
      (quads, PermutationOptions(threads: 1)),
      (shuffled + shuffled.suffix(1), PermutationOptions(threads: 2)),
      (quads, PermutationOptions(isWideKeyForced: true)),
    ] {
      let storage = MemoryStorage()
      let set = try Self.append(PermutationSet(storage: storage), quads, upTo: 200, options)
      #expect(set.quads == Set(quads).count)
      all.append(try Self.contents(storage))
    }
    #expect(all[0] == all[1])
    #expect(all[0] == all[2])
  }

  /// Sorting in several runs gives the rows of one.
  @Test func littleMemoryGivesTheSameQuads() throws {
    var sample = PermutationSample(seed: 2, values: 300)
    let quads = sample.quads(1...30, each: 50...120)
    let storage = MemoryStorage()
    let options = PermutationOptions(memory: 24 * 500)
    let set = try Self.append(PermutationSet(storage: storage), quads, upTo: 30, options)
    #expect(set.runs.count == 1)
    #expect(try Set(Self.quads(set)) == Set(quads))
    #expect(set.quads == Set(quads).count)
    let whole = MemoryStorage()
    _ = try Self.append(PermutationSet(storage: whole), quads, upTo: 30)
    // The files differ in their names alone.
    #expect(try Set(Self.contents(storage).values) == Set(Self.contents(whole).values))
    try set.check()
  }

  @Test func laterQuadsGoToTheRecentRunUntilItIsGreat() throws {
    var sample = PermutationSample(seed: 3, values: 100)
    let quads = sample.quads(1...50, each: 20...20)
    let storage = MemoryStorage()
    var set = try PermutationSet(storage: storage)
    #expect(set.lastVersion == 0 && set.quads == 0)
    func part(_ versions: ClosedRange<Int64>) -> [Quad] {
      quads.filter { versions.contains($0.graph.rawValue) }
    }
    set = try Self.append(set, part(1...30), upTo: 30)
    let base = set.runs[0].name
    let old = set
    var shapes: [Int] = []
    for version in Int64(31)...50 {
      set = try Self.append(set, part(version...version), upTo: version)
      shapes.append(set.runs.count)
    }
    #expect(shapes == [2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2])
    #expect(set.runs[0].name != base)
    #expect(set.lastVersion == 50)
    #expect(try Self.quads(set).count == Set(quads).count)
    #expect(try Set(Self.quads(set)) == Set(quads))
    #expect(try Set(Self.quads(old)) == Set(part(1...30)))
    #expect(try storage.names().count { $0.hasSuffix(".seg") } == 16)
    #expect(try old.refreshed().quads == set.quads)
    #expect(try set.refreshed() === set)
  }

  @Test func versionsWithoutQuadsAndMetadataAreKept() throws {
    let storage = MemoryStorage()
    var set = try PermutationSet(storage: storage)
    set = try set.append(upTo: 7, metadata: ["store": "a"]) { _ in }
    #expect(set.lastVersion == 7 && set.metadata == ["store": "a"] && set.runs.isEmpty)
    let quad = Quad(
      graph: VersionID(rawValue: 9), subject: TermID(rawValue: 1), predicate: TermID(rawValue: 2),
      object: TermID(rawValue: 3))
    set = try Self.append(set, [quad], upTo: 9)
    #expect(set.metadata == ["store": "a"])
    #expect(try Self.quads(set) == [quad])
    try PermutationSet.remove(in: storage)
    #expect(try storage.names().allSatisfy { $0 == "write.lock" })
    #expect(try set.refreshed().quads == 0)
  }

  @Test func erasedVersionsLeaveTheFiles() throws {
    let storage = MemoryStorage()
    var sample = PermutationSample(seed: 4, values: 100)
    let quads = sample.quads(1...40, each: 5...10)
    let amount = try #require(TermID(.integer, payload: 123_456_789))
    let secret = Quad(
      graph: VersionID(rawValue: 17), subject: TermID(rawValue: 1), predicate: TermID(rawValue: 99),
      object: amount)
    var set = try Self.append(
      PermutationSet(storage: storage), quads.filter { $0.graph.rawValue <= 17 } + [secret], upTo: 17)
    set = try Self.append(set, quads.filter { $0.graph.rawValue > 17 }, upTo: 40)
    set = try set.rebuild(excluding: [17, 30])
    #expect(try Set(Self.quads(set)) == Set(quads.filter { ![17, 30].contains($0.graph.rawValue) }))
    #expect(set.lastVersion == 40)
    for run in set.runs {
      #expect(!run.codes.wide.contains(amount.rawValue))
      #expect(!run.codes.predicates.contains(99))
    }
    try set.check()
    set = try set.rebuild(excluding: (1...40).map { $0 })
    #expect(try Self.quads(set).isEmpty)
    try set.check()
  }

  @Test func impossibleQuadsAreRefused() throws {
    let set = try PermutationSet(storage: MemoryStorage())
    let good = Quad(
      graph: VersionID(rawValue: 4), subject: TermID(rawValue: 1), predicate: TermID(rawValue: 2),
      object: TermID(rawValue: 3))
    var bad = [good, good, good, good]
    bad[0].graph = VersionID(rawValue: 1 << 32)
    bad[1].subject = .none
    bad[2].object = TermID(rawValue: -1)
    bad[3].graph = VersionID(rawValue: 3)
    for quad in bad {
      #expect(throws: PasserelleError.self) { try Self.append(set, [good, quad], upTo: 1 << 33) }
    }
    #expect(try set.storage.names().allSatisfy { $0 == "write.lock" })
  }

  @Test func damageIsNamed() throws {
    var sample = PermutationSample(seed: 5, values: 1000)
    let quads = sample.quads(1...100, each: 30...30)
    let storage = MemoryStorage()
    let set = try Self.append(PermutationSet(storage: storage), quads, upTo: 100)
    for name in try storage.names() where name != "write.lock" {
      let bytes = try storage.map(name).contents()
      var unnoticed = 0
      for place in stride(from: 3, to: bytes.count, by: max(1, bytes.count / 23)) {
        var damaged = bytes
        damaged[place] ^= 4
        try storage.replace(name, with: damaged)
        do {
          try PermutationSet(storage: storage).check()
          unnoticed += 1
        } catch let error as PasserelleError {
          if error.code != .indexInvalid || error.location?.file != name { unnoticed += 1 }
        }
        // Reading gives the right rows or the error, never a crash.
        if let read = try? Self.quads(PermutationSet(storage: storage)), Set(read) != Set(quads) {
          unnoticed += 1
        }
      }
      #expect(unnoticed == 0, "\(name)")
      try storage.replace(name, with: bytes)
    }
    try set.check()
    try storage.remove("1-1-pos.seg")
    #expect(throws: PasserelleError.self) { try PermutationSet(storage: storage) }
  }

  @Test func writersExcludeEachOther() throws {
    let storage = MemoryStorage()
    let set = try PermutationSet(storage: storage)
    let lock = try storage.lock("write.lock")
    var code: PasserelleError.Code?
    do { _ = try set.append(upTo: 1) { _ in } } catch { code = (error as? PasserelleError)?.code }
    #expect(code == .workspaceLocked)
    withExtendedLifetime(lock) {}
  }

  @Test func setThatWasChangedMeanwhileIsGivenAsItIs() throws {
    let storage = MemoryStorage()
    let quad = Quad(
      graph: VersionID(rawValue: 2), subject: TermID(rawValue: 1), predicate: TermID(rawValue: 2),
      object: TermID(rawValue: 3))
    let old = try PermutationSet(storage: storage)
    _ = try Self.append(old, [quad], upTo: 5)
    var isAsked = false
    let now = try old.append(upTo: 2) { _ in isAsked = true }
    #expect(!isAsked)
    #expect(now.lastVersion == 5)
    #expect(try Self.quads(now) == [quad])
  }

  /// A cursor holds what it reads: the snapshot and the set may go before it.
  @Test func cursorsOutliveTheirSnapshots() throws {
    let folder = try TemporaryFolder()
    let quads = (Int64(1)...5000).map { subject in
      Quad(
        graph: VersionID(rawValue: 1), subject: TermID(rawValue: subject), predicate: TermID(rawValue: 2),
        object: TermID(.integer, payload: subject) ?? .none)
    }
    func cursor() throws -> any QuadCursor {
      let set = try PermutationSet(folder: folder.path("graph")).append(upTo: 1) { add in
        try add(PermutationSnapshotTests.batch(quads))
      }
      let snapshot = PermutationSnapshot(
        set: set, delta: .empty, names: [.none, TermID(rawValue: 9)], terms: NoTerms())
      return try snapshot.cursor(QuadScan(order: .ops))
    }
    let cursor = try cursor()
    try PermutationSet.remove(folder: folder.path("graph"))
    var rows = QuadColumns()
    while try cursor.next(into: &rows, limit: 1000) {}
    #expect(rows.objects == quads.map(\.object))
  }
}
