public import PasserelleCore
public import PasserelleMatching
public import PasserelleText

/// Measures matching on a benchmark of past tenders and their winners, through the product's own code.
///
/// The training awards of a language go into a text index in memory and a catalogue, as the façade builds them;
/// every test award becomes a need; the product's ``Matcher`` answers with the models given. Nothing is fitted but
/// where an option says so. Results but latencies are the same on every run and for any number of threads.
public enum MatchEvaluation {
  /// How an evaluation is made.
  public struct Options: Sendable {
    /// The options of each match; the limit is set to 50.
    public var match = MatchOptions()
    /// The rankers; without any, the plain formula.
    public var models = MatchModels()
    /// Where French places are.
    public var geography: StaticPlaces
    /// The number of threads, each with an index of its own; latencies are fair with one.
    public var threads = 1
    /// The JSONL file of the newer awards that are not in the test, to measure over all newer awards; nil for none.
    public var newer: String?
    /// How often the test counts among all newer awards: twice for a public half that stands for both.
    public var testWeight = 2
    /// Whether the nearest-award baseline is measured in the same run.
    public var measuresBaseline = true
    /// Whether the test is asked again with the words of vendors' names taken out of its titles.
    public var stripsNames = false
    /// Words that stay in titles though vendors' names have them, folded: those of the CPV labels.
    public var tradeWords: Set<String> = []
    /// Whether the quick ranker is fitted again without each group of features.
    public var ablates = false

    /// Makes options.
    ///
    /// - Parameter departments: Codes and centres of the French departments; without them only equal
    ///   departments count as near.
    public init(departments: [(code: String, latitude: Double, longitude: Double)]) {
      geography = StaticPlaces(departments: departments)
    }
  }

  /// The languages of the benchmark: the prefix of the ids and the analysis.
  public static let languages = BenchmarkFile.languages.map { (code: $0.rawValue, language: $0) }

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
    let newerFile = try options.newer.map { try BenchmarkFile(path: $0) }
    let repeats = 1 + (options.measuresBaseline ? 1 : 0) + (options.stripsNames ? 1 : 0)
    let counter = ProgressCounter(
      total: testFile.awards.count * repeats + (newerFile?.awards.count ?? 0), report: progress)
    var found: [MatchEvaluationReport.Language] = []
    for language in BenchmarkFile.languages {
      let queries = testFile.awards.filter { $0.language == language }
      guard !queries.isEmpty else { continue }
      let run = LanguageRun(
        known: trainFile.awards.filter { $0.language == language }, queries: queries,
        newer: newerFile?.awards.filter { $0.language == language }, options: options, counter: counter)
      found.append(try run.report(code: language.rawValue))
    }
    return MatchEvaluationReport(
      trainHash: digest(trainFile.bytes), languages: found, isNeutral: options.match.neutral)
  }
}

/// The evaluation of one language.
private struct LanguageRun {
  let known: [PastAward]
  let queries: [PastAward]
  let newer: [PastAward]?
  let options: MatchEvaluation.Options
  let counter: ProgressCounter

  func report(code: String) throws -> MatchEvaluationReport.Language {
    let bench = MatchBench(known, options: options)
    let match = options.match
    let answers = try bench.answers(queries, counter: counter) { _ in MatchBench.product(match) }
    var report = MatchEvaluationReport.Language(
      code: code, metrics: MatchMetrics(answers, awardCounts: bench.awardCounts))
    report.model = options.models.model(for: queries[0].language, neutral: match.neutral).header.name
    report.byAwards = WinnerGroup.groups(answers, awardCounts: bench.awardCounts)
    if options.measuresBaseline {
      let nearest = try bench.answers(queries, counter: counter) { $0.nearestAwards() }
      report.baseline = MatchMetrics(nearest, awardCounts: bench.awardCounts)
    }
    if options.stripsNames {
      let names = VendorNameWords(known, tradeWords: options.tradeWords)
      let stripped = try bench.answers(queries.map(names.stripped), counter: counter) { _ in
        MatchBench.product(match)
      }
      report.withoutNames = MatchMetrics(stripped, awardCounts: bench.awardCounts)
    }
    if let newer {
      let others = try bench.answers(newer, counter: counter) { _ in MatchBench.product(match) }
      report.allNewer = NewerAwards(
        test: answers, others: others, testWeight: options.testWeight)
      let all = Array(repeating: answers, count: options.testWeight).flatMap { $0 } + others
      report.calibration = try MatchCalibration(known: known, options: options, measuredOn: all)
    }
    if options.ablates {
      report.ablations = try MatchAblation(options: options).run(known: known, queries: queries)
    }
    return report
  }
}
