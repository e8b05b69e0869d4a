import PasserelleConformance
import PasserelleCore
import PasserelleOntology

extension Evaluations {
  /// How concepts are evaluated.
  public struct ConceptSettings: Sendable {
    /// The folder of the data: `base-pt-2024/awards_dev.jsonl` and `vocab/cpv/cpv_2008_multilingual.csv`.
    public var folder: String
    /// The ontology's folder, when the user names one.
    public var ontologyPath: String?
    /// The folder of the executable.
    public var executableDirectory: String

    /// Makes settings.
    public init(folder: String, executableDirectory: String) {
      self.folder = folder
      self.executableDirectory = executableDirectory
    }
  }

  /// Measures whether French needs find Portuguese contracts by their concepts.
  ///
  /// - Parameters:
  ///   - settings: The data and the ontology.
  ///   - progress: Gets ways measured and ways in all.
  /// - Returns: The figures of each way.
  /// - Throws: ``PasserelleError``.
  public static func concepts(_ settings: ConceptSettings, progress: (Int, Int) -> Void) throws -> Answer {
    let ontology = try Ontology.located(
      explicit: settings.ontologyPath, executableDirectory: settings.executableDirectory)
    let report = try CrossLingualEvaluation.run(
      folder: settings.folder, ontology: ontology, progress: progress)
    var answer = Answer(structured: report.structured, table: report.table)
    answer.notes = report.rows.map { row in
      let (key, name) = (row.variant.rawValue, row.variant.name)
      return LocalizedText(fr: "\(key) : \(name.french)", en: "\(key): \(name.english)")
    }
    return answer
  }
}
