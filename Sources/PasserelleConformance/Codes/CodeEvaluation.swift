public import PasserelleCore
public import PasserelleMatching
public import PasserelleText

/// Measures the suggestion of CPV codes on awards that are newer than what the suggester knows.
public enum CodeEvaluation {
  /// The labels of codes in a language.
  public typealias Labels = @Sendable (TextLanguage) -> [(code: CPVCode, label: String)]

  /// The part of the older awards that training is asked about; the awards before them are what it may know.
  static let trainingShare = 0.2

  /// Learns the weights for each language of past awards.
  ///
  /// The newest fifth of the awards are the questions, all older ones the knowledge.
  ///
  /// - Parameters:
  ///   - awards: The awards that are known.
  ///   - labels: The labels of codes.
  ///   - day: The day of training, `2026-01-31`, for the header of the models.
  ///   - dataHash: The SHA-256 of the awards, 64 hexadecimal digits.
  /// - Returns: One model for each language that has awards with a code, by language.
  /// - Throws: ``PasserelleError`` with code `.queryInvalid` for a header that a model cannot hold.
  public static func train(
    _ awards: [PastAward], labels: Labels, day: String, dataHash: String
  ) throws -> [RankingModel] {
    let languages = Set(awards.map(\.language)).sorted { $0.rawValue < $1.rawValue }
    return try languages.compactMap { language -> RankingModel? in
      let awards = awards.filter { $0.language == language }.sorted {
        ($0.date?.firstDay ?? .min, $0.id) < ($1.date?.firstDay ?? .min, $1.id)
      }
      let cut = awards.count - Int(Double(awards.count) * trainingShare)
      let suggester = try suggester(
        Array(awards[..<cut]), language, labels(language), model: try unweighted(language))
      var data = RankingData(featureNames: CodeSuggester.featureNames)
      for award in awards[cut...] {
        guard let right = award.code else { continue }
        try suggester.addTrainingRows(for: award.need, code: right, to: &data)
      }
      guard data.groupCount > 0 else { return nil }
      let logit = ConditionalLogit(fitting: data)
      return try RankingModel(
        header: RankingModel.Header(
          name: "cpv-" + language.rawValue, language: language.rawValue, trained: day, dataHash: dataHash,
          queries: data.groupCount, rows: data.rowCount), data: data, linear: logit, trees: nil)
    }
  }

  /// Runs an evaluation.
  ///
  /// - Parameters:
  ///   - train: The JSONL file of the awards that are known.
  ///   - tests: JSONL files of newer awards.
  ///   - models: The weights by language code.
  ///   - labels: The labels of codes.
  /// - Returns: The figures of each language that has questions.
  /// - Throws: ``PasserelleError`` with code `.inputNotFound`, `.inputUnreadable` or `.evaluationInvalid`.
  public static func run(
    train: String, tests: [String], models: [String: RankingModel], labels: Labels
  ) throws -> CodeEvaluationReport {
    let known = try BenchmarkFile(path: train).awards
    let asked = try tests.flatMap { try BenchmarkFile(path: $0).awards }
    var report = CodeEvaluationReport(languages: [])
    for (code, language) in MatchEvaluation.languages {
      guard let model = models[code] else { continue }
      let queries = asked.filter { $0.language == language && $0.code != nil }
      guard !queries.isEmpty else { continue }
      let suggester = try suggester(
        known.filter { $0.language == language }, language, labels(language), model: model)
      let answers = try queries.compactMap { award -> CodeAnswer? in
        guard let right = award.code else { return nil }
        return CodeAnswer(right: right, suggestions: try suggester.suggestions(for: award.need))
      }
      report.languages.append(.init(code: code, figures: CodeFigures(answers)))
    }
    return report
  }

  private static func suggester(
    _ awards: [PastAward], _ language: TextLanguage, _ labels: [(code: CPVCode, label: String)],
    model: RankingModel
  ) throws -> CodeSuggester {
    let catalogue = BenchmarkCorpus.catalogue(of: awards)
    return CodeSuggester(
      catalogue: catalogue,
      text: try BenchmarkCorpus.index(of: awards, catalogue: catalogue),
      labels: CodeLabels(labels, language: language), model: model)
  }

  /// A model that weighs nothing, for collecting rows.
  private static func unweighted(_ language: TextLanguage) throws -> RankingModel {
    var data = RankingData(featureNames: CodeSuggester.featureNames)
    data.beginGroup()
    data.append(
      values: [Float](repeating: 0, count: CodeSuggester.featureNames.count), isRelevant: false)
    return try RankingModel(
      header: RankingModel.Header(
        name: "none", language: language.rawValue, trained: "2000-01-01",
        dataHash: String(repeating: "0", count: 64), queries: 0, rows: 0), data: data, linear: nil,
      trees: nil)
  }
}

/// The suggestions for one award whose code is known.
struct CodeAnswer {
  let right: CPVCode
  let suggestions: CodeSuggestions
}
