public import PasserelleCore

/// A store that ``StoreConformance`` can drive.
public protocol StoreUnderTest {
  /// Stores a batch at a moment.
  func write(_ records: [RecordDraft], at instant: Instant) throws -> [RecordOutcome]

  /// Says which records are already stored as they are.
  func unchanged(source: String, _ fingerprints: [RecordFingerprint]) throws -> [Bool]

  /// Reads in a scope.
  func read(_ scope: VersionScope, _ body: (any QuadReading) throws -> Void) throws
}

/// Drives a store through a random history and compares all that it answers with a plain account of it.
///
/// Any engine behind the ports has to pass it. Texts are compared by bytes: Swift's own equality would take
/// canonically equivalent texts for the same.
public struct StoreConformance {
  private struct Told {
    let source: String
    let key: String
    let draft: RecordDraft
    let ingested: Instant
    var superseded: Instant?

    var lines: [[UInt8]] {
      var seen: Set<[UInt8]> = []
      return draft.statements.statements.map { Self.line($0.subject, $0.predicate, $0.object) }
        .filter { seen.insert($0).inserted }
    }

    static func line(_ subject: Term, _ predicate: Term, _ object: Term) -> [UInt8] {
      Array("\(NQuads.text(subject)) \(NQuads.text(predicate)) \(NQuads.text(object))".utf8)
    }
  }

  private let store: any StoreUnderTest
  private let seed: UInt64
  private var random: SeededGenerator
  private var make: RandomStatements
  private var history: [Told] = []
  private var moment: Int64 = 1_000_000
  private var findings: [String] = []

  private init(_ store: any StoreUnderTest, seed: UInt64) {
    self.store = store
    self.seed = seed
    random = SeededGenerator(seed: seed)
    make = RandomStatements(seed: seed &+ 1)
  }

  /// Runs a random history over an empty store.
  ///
  /// - Parameters:
  ///   - store: The store, empty.
  ///   - seed: The seed of the history.
  ///   - rounds: How many batches are written.
  /// - Returns: What differs from the account, empty for a right store.
  /// - Throws: What the store throws.
  public static func findings(
    on store: any StoreUnderTest, seed: UInt64, rounds: Int = 8
  ) throws -> [String] {
    var check = StoreConformance(store, seed: seed)
    try check.checkEmpty()
    for _ in 0..<rounds { try check.writeRound() }
    var scopes: [VersionScope] = [.current, .all, .ingested(asOf: Instant(milliseconds: 0))]
    for told in check.history.shuffled(using: &check.random).prefix(4) {
      scopes.append(.ingested(asOf: told.ingested))
      scopes.append(.ingested(asOf: Instant(milliseconds: told.ingested.milliseconds - 1)))
      scopes.append(.sequence(Int64(check.random.number(0...check.history.count + 1))))
    }
    for scope in scopes { try check.checkScope(scope) }
    try check.checkTerms()
    return check.findings
  }

  private mutating func report(_ text: String) { findings.append("seed \(seed): \(text)") }

  private mutating func checkEmpty() throws {
    let unknown = Term.iri("urn:never:seen")
    var texts: [String] = []
    try store.read(.current) { reader in
      if try !reader.quads(QuadPattern()).isEmpty { texts.append("an empty store has quads") }
      if try reader.identifiers(of: [unknown]) != [.none] {
        texts.append("an unknown term has an identifier")
      }
      if try reader.terms(of: [TermID(rawValue: 1 << 40)]) != [nil] {
        texts.append("an unknown identifier has a term")
      }
    }
    texts.forEach { report($0) }
  }

  private mutating func writeRound() throws {
    moment += Int64(random.number(1...5000))
    let now = Instant(milliseconds: moment)
    var batch: [RecordDraft] = []
    var expected: [RecordOutcome] = []
    for _ in 0..<random.number(1...12) {
      let key = random.pick(["k", "K", "caf\u{E9} ", "cafe\u{301} ", "a/b "]) + String(random.number(0...5))
      let source = random.pick(["one", "two"])
      let open = history.lastIndex {
        $0.superseded == nil && $0.source == source && $0.key.utf8.elementsEqual(key.utf8)
      }
      if let open, random.oneIn(3) {
        batch.append(history[open].draft)
        expected.append(.unchanged)
        continue
      }
      var draft = make.record(source: source, key: key)
      if let open, random.oneIn(4) {
        // Same bytes under another mapping: a further version all the same.
        draft.contentHash = history[open].draft.contentHash
        draft.mappingVersion = history[open].draft.mappingVersion + 1
      }
      if let open { history[open].superseded = now }
      history.append(Told(source: source, key: key, draft: draft, ingested: now))
      batch.append(draft)
      expected.append(open == nil ? .added : .changed)
    }
    let outcomes = try store.write(batch, at: now)
    if outcomes != expected { report("outcomes \(outcomes), expected \(expected)") }
    for told in history.suffix(20) {
      let print = RecordFingerprint(
        key: told.key, contentHash: told.draft.contentHash, mappingVersion: told.draft.mappingVersion)
      let isOpen = told.superseded == nil
      if try store.unchanged(source: told.source, [print]) != [isOpen] {
        report("unchanged() is not \(isOpen) for \(told.source)/\(told.key)")
      }
    }
  }

  /// Whether a scope shows the version of a rank in the history; versions are numbered in its order, from 1.
  private func isSeen(_ rank: Int, _ scope: VersionScope) -> Bool {
    let told = history[rank]
    return switch scope {
    case .all: true
    case .current: told.superseded == nil
    case .ingested(let moment): told.ingested <= moment && told.superseded.map { $0 > moment } ?? true
    case .sequence(let sequence):
      rank < sequence
        && !history.indices.contains {
          $0 > rank && $0 < sequence && history[$0].source == told.source
            && history[$0].key.utf8.elementsEqual(told.key.utf8)
        }
    }
  }

  private mutating func checkScope(_ scope: VersionScope) throws {
    let expected = history.indices.filter { isSeen($0, scope) }.flatMap { history[$0].lines }.sorted {
      $0.lexicographicallyPrecedes($1)
    }
    var local = random
    var texts: [String] = []
    try store.read(scope) { reader in
      let all = try reader.quads(QuadPattern())
      let lines = try Self.lines(all, reader).sorted { $0.lexicographicallyPrecedes($1) }
      if lines != expected {
        texts.append("\(scope): \(lines.count) statements, expected \(expected.count), or others")
      }
      for mask in 0..<16 {
        for _ in 0..<3 {
          guard let bound = all.randomElement(using: &local), let other = all.randomElement(using: &local)
          else { continue }
          // Now and then the places come from two quads, so that nothing may match.
          let mixed = local.oneIn(3) ? other : bound
          let pattern = QuadPattern(
            graph: mask & 1 != 0 ? bound.graph : .none, subject: mask & 2 != 0 ? bound.subject : .none,
            predicate: mask & 4 != 0 ? mixed.predicate : .none, object: mask & 8 != 0 ? mixed.object : .none)
          let found = try reader.quads(pattern)
          let wanted = all.filter(pattern.matches)
          if found.count != wanted.count || Set(found) != Set(wanted) {
            texts.append("\(scope), pattern \(mask): \(found.count) quads, expected \(wanted.count)")
          }
        }
      }
      if !all.isEmpty {
        var batches = 0
        try reader.scan(QuadPattern()) { _ in
          batches += 1
          return false
        }
        if batches != 1 { texts.append("\(scope): a scan went on after it was told to stop") }
      }
    }
    random = local
    texts.forEach { report($0) }
  }

  private mutating func checkTerms() throws {
    let terms = history.flatMap { $0.draft.statements.terms }
    var texts: [String] = []
    try store.read(.all) { reader in
      let ids = try reader.identifiers(of: terms)
      let back = try reader.terms(of: ids)
      for (index, term) in terms.enumerated() {
        let text = NQuads.text(term)
        guard ids[index] != .none, let same = back[index].map(NQuads.text), same.utf8.elementsEqual(text.utf8)
        else {
          texts.append("term \(text.debugDescription) does not come back")
          continue
        }
      }
    }
    texts.prefix(5).forEach { report($0) }
  }

  private static func lines(_ quads: [Quad], _ reader: any QuadReading) throws -> [[UInt8]] {
    try quads.map { quad in
      let terms = try reader.terms(of: [quad.subject, quad.predicate, quad.object])
      guard let subject = terms[0], let predicate = terms[1], let object = terms[2] else { return [] }
      return Told.line(subject, predicate, object)
    }
  }
}
