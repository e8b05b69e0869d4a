import Foundation
import PasserelleConformance
import PasserelleCore
import PasserelleResolution

extension Evaluations {
  /// How entity resolution is evaluated on labelled pairs.
  public struct PairSettings: Sendable {
    /// The file of pairs.
    public var pairs: String
    /// The country of the names (FR, PT…) where the file does not tell it.
    public var country = ""
    /// A CSV file that receives the scores; nil for none.
    public var scores: String?
    /// The ontology's folder, when the user names one.
    public var ontologyPath: String?
    /// The folder of the executable.
    public var executableDirectory: String

    /// Makes settings.
    public init(pairs: String, executableDirectory: String) {
      self.pairs = pairs
      self.executableDirectory = executableDirectory
    }
  }

  /// Measures the comparison of names or records on labelled pairs.
  ///
  /// The threshold is that of the model; nothing is fitted on the file.
  ///
  /// - Throws: ``PasserelleError``.
  public static func pairs(_ settings: PairSettings) throws -> Answer {
    let kit = try ResolutionFiles.kit(
      explicit: settings.ontologyPath, executableDirectory: settings.executableDirectory)
    let evaluation = try PairEvaluation(path: settings.pairs, kit: kit, country: settings.country)
    if let path = settings.scores {
      do {
        try Data(evaluation.scoresCSV.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw PasserelleError(
          .outputUnwritable,
          LocalizedText(
            fr: "Les scores ne peuvent pas être écrits dans « \(path) ».",
            en: "The scores cannot be written to '\(path)'."), at: SourceLocation(file: path), cause: error)
      }
    }
    return Answer(structured: evaluation.structured, table: evaluation.table)
  }

  /// Measures clusters over the names of real corpora, whose official identifiers the score does not see.
  ///
  /// - Parameters:
  ///   - folder: The folder of the corpora: awards, award edges, participants, laboratories, notices.
  ///   - ontologyPath: The ontology's folder, when the user names one.
  ///   - executableDirectory: The folder of the executable.
  /// - Returns: Precision and recall of pairs by scheme of identifiers, over occurrences and over distinct names; pairs
  ///   a mention and recall of blocking.
  /// - Throws: ``PasserelleError`` with code `input.notFound` where no corpus is found.
  public static func clusters(
    folder: String, ontologyPath: String?, executableDirectory: String
  ) throws -> Answer {
    let kit = try ResolutionFiles.kit(explicit: ontologyPath, executableDirectory: executableDirectory)
    let evaluation = ClusterEvaluation(try ResolutionCorpus(folder: folder), kit: kit)
    return Answer(structured: evaluation.structured, table: evaluation.table)
  }
}
