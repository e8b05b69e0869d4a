import PasserelleCore
import PasserelleGraph
import PasserelleTestSupport
import Testing

/// The naive store and the real one pass the same check, with the same seeds.
@Suite struct StoreConformanceTests {
  /// Seeds that failed once stay here: 3 (canonically equivalent texts taken for the same term).
  static let seeds: [UInt64] = [1, 2, 3, 2026]

  private final class Naive: StoreUnderTest {
    private var now = Instant(milliseconds: 0)
    private lazy var store = NaiveStore { [unowned self] in now }

    func write(_ records: [RecordDraft], at instant: Instant) throws -> [RecordOutcome] {
      now = instant
      return try store.write(records)
    }

    func unchanged(source: String, _ fingerprints: [RecordFingerprint]) throws -> [Bool] {
      try store.unchanged(source: source, fingerprints)
    }

    func read(_ scope: VersionScope, _ body: (any QuadReading) throws -> Void) throws {
      try body(store.reader(scope))
    }
  }

  private final class Graph: StoreUnderTest {
    private let store: GraphStore
    /// Whether each write is followed by one that brings the mapped files up to date, now and then.
    private let refreshes: Bool
    private var writes = 0
    private var now = Instant(milliseconds: 0)
    private lazy var writer = GraphWriter(store: store, run: nil) { [unowned self] in now }

    init(_ store: GraphStore, refreshes: Bool) { (self.store, self.refreshes) = (store, refreshes) }

    func write(_ records: [RecordDraft], at instant: Instant) throws -> [RecordOutcome] {
      now = instant
      defer { writes += 1 }
      let outcomes = try writer.write(records)
      if refreshes, writes % 3 != 2 { try store.refreshPermutations(minimum: 1) }
      return outcomes
    }

    func unchanged(source: String, _ fingerprints: [RecordFingerprint]) throws -> [Bool] {
      try writer.unchanged(source: source, fingerprints)
    }

    func read(_ scope: VersionScope, _ body: (any QuadReading) throws -> Void) throws {
      try store.read(scope) { try body($0) }
    }
  }

  @Test(arguments: seeds)
  func naiveStore(seed: UInt64) throws {
    #expect(try StoreConformance.findings(on: Naive(), seed: seed) == [])
  }

  @Test(arguments: seeds, [true, false])
  func graphStore(seed: UInt64, segments: Bool) throws {
    let fixture = try GraphFixture()
    let store = try fixture.open(segments: segments)
    #expect(try StoreConformance.findings(on: Graph(store, refreshes: segments), seed: seed) == [])
    #expect(try store.segmentFinding() == nil)
    #expect(try store.integrityFindings() == [])
  }

  /// The check itself can fail: a store that forgets to close versions is found out.
  @Test func aWrongStoreIsFoundOut() throws {
    final class Forgetful: StoreUnderTest {
      private let store = NaiveStore { Instant(milliseconds: 5) }
      func write(_ records: [RecordDraft], at instant: Instant) throws -> [RecordOutcome] {
        try store.write(records)
      }
      func unchanged(source: String, _ fingerprints: [RecordFingerprint]) throws -> [Bool] {
        try store.unchanged(source: source, fingerprints)
      }
      func read(_ scope: VersionScope, _ body: (any QuadReading) throws -> Void) throws {
        try body(store.reader(.all))
      }
    }
    #expect(try !StoreConformance.findings(on: Forgetful(), seed: 1).isEmpty)
  }
}
