public import PasserelleText

/// The ranking models of the product: for each language one that uses everything and a neutral one.
///
/// A model file is named `match-LANGUAGE.ranker` or `match-LANGUAGE-neutral.ranker`; the language `other` stands for
/// all that have no model of their own.
public struct MatchModels: Sendable {
  private var models: [String: RankingModel] = [:]

  /// Makes a set of models; of several for one language and mode the last counts.
  ///
  /// - Parameter models: Models whose names are `match-fr`, `match-fr-neutral`, `match-other` and so on.
  public init(_ models: [RankingModel] = []) {
    for model in models { self.models[model.header.name] = model }
  }

  /// Reads model files.
  ///
  /// - Parameter files: The names, for messages, and the texts.
  /// - Throws: ``PasserelleError`` with code `.inputUnreadable` for a damaged file, or a model made for features
  ///   that this program does not have.
  public init(files: [(name: String, text: String)]) throws {
    self.init(
      try files.map { try RankingModel(text: $0.text, inputs: RankingFeature.names, source: $0.name) })
  }

  /// The models, by name.
  public var all: [RankingModel] { models.keys.sorted().compactMap { models[$0] } }

  /// The name of the model of a language and mode.
  public static func name(language: String, neutral: Bool) -> String {
    "match-" + language + (neutral ? "-neutral" : "")
  }

  /// The model for needs of a language: its own, else that for other languages, else the plain formula.
  public func model(for language: TextLanguage, neutral: Bool) -> RankingModel {
    models[Self.name(language: language.rawValue, neutral: neutral)]
      ?? models[Self.name(language: "other", neutral: neutral)] ?? Self.formula(neutral: neutral)
  }
}
