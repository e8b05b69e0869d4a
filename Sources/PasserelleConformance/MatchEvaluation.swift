import Foundation
public import PasserelleCore
public import PasserelleMatching
public import PasserelleText

/// Measures matching on a benchmark of past tenders and their winners, through the product's own code.
///
/// The training awards of a language go into a text index in memory and a catalogue, as the façade builds them;
/// every test award becomes a need; the product's ``Matcher`` answers. Nothing is fitted. Results but
/// latencies are the same on every run and for any number of threads.
public enum MatchEvaluation {
  /// How an evaluation is made.
  public struct Options: Sendable {
    /// The options of each match; the limit is set to 50.
    public var match = MatchOptions()
    /// The formula.
    public var weights = MatchWeights.standard
    /// Where French places are.
    public var geography: StaticPlaces
    /// The number of threads, each with an index of its own; latencies are fair with one.
    public var threads = 1

    /// Makes options.
    ///
    /// - Parameter departments: Codes and centres of the French departments; without them only equal
    ///   departments count as near.
    public init(departments: [(code: String, latitude: Double, longitude: Double)]) {
      geography = StaticPlaces(departments: departments)
    }
  }

  /// The languages of the benchmark: the prefix of the ids and the analysis.
  public static let languages: [(code: String, language: TextLanguage)] = [
    ("fr", .french), ("pt", .portuguese),
  ]

  /// Runs an evaluation.
  ///
  /// - Parameters:
  ///   - train: The JSONL file of the awards that are known.
  ///   - test: The JSONL file of the awards to be found.
  ///   - options: How it is made.
  ///   - digest: SHA-256.
  ///   - progress: Called with the queries done and the queries in all, from one thread at a time.
  /// - Returns: The metrics of each language that has queries.
  /// - Throws: ``PasserelleError`` with code `.inputNotFound`, `.inputUnreadable` or `.evaluationInvalid`.
  /// - Complexity: O(*q* · cost of a match).
  public static func run(
    train: String, test: String, options: Options, digest: ([UInt8]) -> ContentHash,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> MatchEvaluationReport {
    let trainFile = try BenchmarkFile(path: train)
    let testFile = try BenchmarkFile(path: test)
    let counter = ProgressCounter(total: testFile.awards.count, report: progress)
    var found: [MatchEvaluationReport.Language] = []
    for (code, language) in languages {
      let queries = testFile.awards.filter { $0.languageCode == code }
      guard !queries.isEmpty else { continue }
      let known = trainFile.awards.filter { $0.languageCode == code }
      let metrics = try measure(known, queries, language: language, options: options, counter: counter)
      found.append(MatchEvaluationReport.Language(code: code, metrics: metrics))
    }
    return MatchEvaluationReport(
      trainHash: digest(trainFile.bytes), languages: found, isNeutral: options.match.neutral)
  }

  private static func measure(
    _ known: [BenchmarkAward], _ queries: [BenchmarkAward], language: TextLanguage, options: Options,
    counter: ProgressCounter
  ) throws -> MatchMetrics {
    let catalogue = BenchmarkCorpus.catalogue(of: known)
    let parts = max(1, min(options.threads, queries.count))
    let results = ResultSlots(count: parts)
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      results.set(
        part,
        Result {
          let index = try BenchmarkCorpus.index(of: known, catalogue: catalogue, language: language)
          let matcher = Matcher(
            catalogue: catalogue, text: index, geography: options.geography, weights: options.weights)
          return try stride(from: part, to: queries.count, by: parts).map { place in
            defer { counter.advance() }
            return try answer(queries[place], matcher, catalogue, language, options)
          }
        })
    }
    let answers = try results.values()
    let counts = (0..<catalogue.vendorCount).map { catalogue.documents(ofVendor: $0).count }
    return MatchMetrics(answers, awardCounts: counts)
  }

  private static func answer(
    _ query: BenchmarkAward, _ matcher: Matcher, _ catalogue: AwardCatalogue, _ language: TextLanguage,
    _ options: Options
  ) throws -> MatchMetrics.Answer {
    var match = options.match
    match.limit = 50
    let need = BenchmarkCorpus.need(query, language: language)
    let clock = ContinuousClock()
    let start = clock.now
    let result = try matcher.match(need, options: match)
    let elapsed = (clock.now - start).components
    let winners = Set(query.winners.map(\.id))
    return MatchMetrics.Answer(
      vendors: result.vendors.map(\.vendor),
      winners: Set(winners.compactMap { catalogue.vendor(iri: $0) }), winnerCount: winners.count,
      milliseconds: Double(elapsed.seconds) * 1000 + Double(elapsed.attoseconds) / 1e15)
  }
}

/// Counts queries done on any thread and reports them one at a time.
private final class ProgressCounter: @unchecked Sendable {
  // Unchecked: `done` is only touched under the lock.
  private let lock = NSLock()
  private var done = 0
  private let total: Int
  private let report: @Sendable (Int, Int) -> Void

  init(total: Int, report: @escaping @Sendable (Int, Int) -> Void) {
    self.total = total
    self.report = report
  }

  func advance() {
    lock.withLock {
      done += 1
      report(done, total)
    }
  }
}

/// The answers of each thread, put back into the order of the threads.
private final class ResultSlots: @unchecked Sendable {
  // Unchecked: `slots` is only touched under the lock.
  private let lock = NSLock()
  private var slots: [Result<[MatchMetrics.Answer], any Error>?]

  init(count: Int) { slots = Array(repeating: nil, count: count) }

  func set(_ slot: Int, _ result: Result<[MatchMetrics.Answer], any Error>) {
    lock.withLock { slots[slot] = result }
  }

  func values() throws -> [MatchMetrics.Answer] {
    try lock.withLock { try slots.flatMap { try $0?.get() ?? [] } }
  }
}
