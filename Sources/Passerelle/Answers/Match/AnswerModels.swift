import Foundation
import PasserelleCore
import PasserelleMatching
import PasserelleText

/// The models that an answer is computed with: one that ranks vendors, the neutral one that ranks newcomers among
/// themselves, one that suggests codes.
struct AnswerModels: Sendable {
  let ranker: RankingModel
  let neutral: RankingModel
  let codes: RankingModel

  /// The models in the order in which records keep them, each once.
  private var all: [RankingModel] { (ranker == neutral ? [neutral] : [ranker, neutral]) + [codes] }

  /// What records keep: the model files, one after the other.
  var text: String { all.map(\.text).joined() }

  /// The names of the models.
  var name: String { all.map(\.header.name).joined(separator: " ") }

  /// What the matcher takes.
  var matching: MatchModels { MatchModels([ranker, neutral]) }

  /// The models for a language.
  ///
  /// - Parameters:
  ///   - language: The language of the need; one without models of its own takes the general ones.
  ///   - isNeutral: Whether buyer history, name, distance and experience are left out.
  ///   - file: Gives the text of a model file by its name; nil where there is none.
  /// - Throws: ``PasserelleError`` with code `model.invalid`.
  init(language: TextLanguage, isNeutral: Bool, file: (_ name: String) -> String?) throws {
    func named(_ isNeutral: Bool) throws -> RankingModel {
      try Self.model(
        [language.rawValue, "other"].map { MatchModels.name(language: $0, neutral: isNeutral) },
        RankingFeature.names, file)
    }
    neutral = try named(true)
    ranker = isNeutral ? neutral : try named(false)
    codes = try Self.model(["cpv-" + language.rawValue, "cpv-fr"], CodeSuggester.featureNames, file)
  }

  /// Reads what a record kept.
  ///
  /// - Throws: ``PasserelleError`` with code `model.invalid`.
  init(recorded text: String) throws {
    let end = "\nend\n"
    let texts = text.components(separatedBy: end).filter { !$0.isEmpty }.map { $0 + end }
    guard (2...3).contains(texts.count) else { throw Self.missing("match") }
    ranker = try RankingModel(text: texts[0], inputs: RankingFeature.names, source: "match")
    neutral =
      texts.count == 2
      ? ranker : try RankingModel(text: texts[1], inputs: RankingFeature.names, source: "match-neutral")
    codes = try RankingModel(
      text: texts[texts.count - 1], inputs: CodeSuggester.featureNames, source: "cpv")
  }

  private static func model(
    _ names: [String], _ inputs: [String], _ file: (String) -> String?
  ) throws -> RankingModel {
    for name in names.map({ $0 + ".ranker" }) {
      if let text = file(name) { return try RankingModel(text: text, inputs: inputs, source: name) }
    }
    throw missing(names[0] + ".ranker")
  }

  private static func missing(_ name: String) -> PasserelleError {
    PasserelleError(
      .modelInvalid,
      LocalizedText(
        fr:
          "Le modèle « \(name) » manque dans le dossier Models de l’ontologie. Rétablissez-le, ou retirez --ontology.",
        en:
          "The model '\(name)' is missing in the folder Models of the ontology. Put it back, or leave out --ontology."
      ))
  }
}
