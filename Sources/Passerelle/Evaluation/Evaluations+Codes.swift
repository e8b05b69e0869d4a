import PasserelleConformance
import PasserelleCore
import PasserelleMatching
import PasserelleOntology
import PasserelleText

extension Evaluations {
  /// How the suggestion of CPV codes is evaluated.
  public struct CodeSettings: Sendable {
    /// The JSONL file of known awards.
    public var train: String
    /// The JSONL files of newer awards.
    public var tests: [String]
    /// The ontology's folder, when the user names one.
    public var ontologyPath: String?
    /// The folder of the executable.
    public var executableDirectory: String

    /// Makes settings.
    public init(train: String, tests: [String], executableDirectory: String) {
      self.train = train
      self.tests = tests
      self.executableDirectory = executableDirectory
    }
  }

  /// Measures the suggestion of CPV codes on awards that are newer than what is known, with the models in use.
  ///
  /// - Parameter settings: The files and the ontology.
  /// - Returns: The figures by language.
  /// - Throws: ``PasserelleError``.
  public static func codes(_ settings: CodeSettings) throws -> Answer {
    let ontology = try Ontology.located(
      explicit: settings.ontologyPath, executableDirectory: settings.executableDirectory)
    var models: [String: RankingModel] = [:]
    for (code, language) in MatchEvaluation.languages {
      models[code] = try AnswerModels(language: language, isNeutral: false, file: ontology.modelFile).codes
    }
    let report = try CodeEvaluation.run(
      train: settings.train, tests: settings.tests, models: models, labels: ontology.codeLabels)
    return Answer(structured: report.structured, table: report.table)
  }
}

extension Ontology {
  /// The labels of CPV codes in a language: French ones for French, English ones for any other.
  ///
  /// Those of the product's own list, by which the models were learned.
  @Sendable
  func codeLabels(_ language: TextLanguage) -> [(code: CPVCode, label: String)] {
    (ownCodeList(ListName.cpv)?.entries ?? []).compactMap { entry in
      guard let code = CPVCode.read(entry.code)?.code else { return nil }
      return (code, language == .french ? entry.label.french : entry.label.english)
    }
  }

  /// The text of a model file: the ontology's own, else the one built in.
  @Sendable
  func modelFile(_ name: String) -> String? {
    models[name] ?? EmbeddedOntology.files.first { $0.path == "Models/" + name }?.contents
  }

  /// The name of a tag's concept for people.
  func label(of concept: ClauseTag.Concept) -> LocalizedText? {
    switch concept.scheme {
    case .domain: themes.first { $0.id == concept.key }?.label
    case .useCase, .layer: taxonomy(concept.scheme.ontologyID)?.concept(concept.key)?.label
    }
  }
}
