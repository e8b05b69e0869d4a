import Foundation
import PasserelleConformance
public import PasserelleCore
import PasserelleDigest
import PasserelleMatching
import PasserelleOntology
import PasserelleText

/// The quality evaluations, which need no workspace.
public enum Evaluations {
  /// Figures as a document and as rows.
  public struct Answer: Sendable {
    /// The document, `passerelle-evaluation/1`.
    public let structured: StructuredValue
    /// The rows for people.
    public let table: Table
    /// What the rows stand for, for people; where their names do not say it.
    public internal(set) var notes: [LocalizedText] = []
  }

  /// How matching is evaluated.
  public struct MatchSettings: Sendable {
    /// The JSONL file of known awards.
    public var train: String
    /// The JSONL file of awards to be found.
    public var test: String
    /// Whether the neutral ranking is measured.
    public var isNeutral = false
    /// The JSONL file of the newer awards that are not in the test, to measure over all newer awards; nil for none.
    public var newer: String?
    /// Whether the test is asked again without the words of vendors' names.
    public var stripsNames = false
    /// Whether a quick ranker is fitted without each group of features.
    public var ablates = false
    /// A folder of models to measure in place of those in use.
    public var models: String?
    /// The number of threads; latencies are fair with one.
    public var threads = 1
    /// The ontology's folder, when the user names one.
    public var ontologyPath: String?
    /// The folder of the executable.
    public var executableDirectory: String

    /// Makes settings.
    public init(train: String, test: String, executableDirectory: String) {
      self.train = train
      self.test = test
      self.executableDirectory = executableDirectory
    }
  }

  /// Measures matching on a benchmark of tenders and winners.
  ///
  /// - Parameters:
  ///   - settings: The files and the mode.
  ///   - progress: Gets queries done and queries in all.
  /// - Returns: The metrics by language.
  /// - Throws: ``PasserelleError``.
  public static func match(
    _ settings: MatchSettings, progress: @escaping @Sendable (Int, Int) -> Void
  ) throws -> Answer {
    let ontology = try Ontology.located(
      explicit: settings.ontologyPath, executableDirectory: settings.executableDirectory)
    var options = MatchEvaluation.Options(departments: ontology.departmentCentres)
    options.match.neutral = settings.isNeutral
    options.threads = settings.threads
    options.newer = settings.newer
    options.stripsNames = settings.stripsNames
    options.ablates = settings.ablates
    options.tradeWords = ontology.tradeWords
    options.models = try MatchModels(files: modelFiles(settings.models, ontology))
    let report = try MatchEvaluation.run(
      train: settings.train, test: settings.test, options: options, digest: SHA256Digest.hash,
      progress: progress)
    return Answer(structured: report.structured, table: report.table)
  }

  /// The rankers of a folder, else those in use.
  private static func modelFiles(
    _ folder: String?, _ ontology: Ontology
  ) throws -> [(name: String, text: String)] {
    let names = ["fr", "pt", "other"].flatMap { language in
      [false, true].map { MatchModels.name(language: language, neutral: $0) + ".ranker" }
    }
    return names.compactMap { name in
      let own = folder.map { FileManager.default.contents(atPath: $0 + "/" + name) }
      let text = own.map { $0.map { String(decoding: $0, as: UTF8.self) } } ?? ontology.modelFile(name)
      return text.map { (name, $0) }
    }
  }
}

extension Ontology {
  /// The words of the CPV labels, folded: words of a trade rather than of a company.
  var tradeWords: Set<String> {
    var words: Set<String> = []
    for entry in codeList("cpv")?.entries ?? [] {
      for label in [entry.label.french, entry.label.english] {
        words.formUnion(TextFolding.fold(label).split(separator: " ").map(String.init))
      }
    }
    return words
  }
}
