import PasserelleConformance
public import PasserelleCore
import PasserelleDigest
import PasserelleMatching
import PasserelleOntology

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
    let report = try MatchEvaluation.run(
      train: settings.train, test: settings.test, options: options, digest: SHA256Digest.hash,
      progress: progress)
    return Answer(structured: report.structured, table: report.table)
  }
}
