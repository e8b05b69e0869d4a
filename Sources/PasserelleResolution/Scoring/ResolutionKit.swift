import PasserelleCore

/// Everything that comparing names needs: lexicon, counts of words, models; read from the ontology's files.
public struct ResolutionKit: Sendable {
  /// The lexicon of words of names.
  public let lexicon: NameLexicon
  /// Makes mentions ready.
  public let preparer: NamePreparer
  /// Scores pairs that look alike, one in three of which match: for labelled pairs and single questions.
  public let scorer: PairScorer
  /// Scores pairs that blocking proposes, most of which do not match; the same as ``scorer`` where no such model is
  /// there.
  public let candidateScorer: PairScorer

  /// The lexicon's path in the ontology folder.
  public static let lexiconPath = "Names/organisation-names.txt"
  /// The path of the counts of words.
  public static let wordsPath = "Names/resolution-words.txt"
  /// The path of a model.
  ///
  /// - Parameter name: `organisations`, `organisations-fr`, `organisations-pt`, `candidates` or `persons`.
  /// - Returns: The path.
  public static func modelPath(_ name: String) -> String { "Names/resolution-\(name).txt" }

  /// Reads a kit.
  ///
  /// - Parameters:
  ///   - statistics: Counts of words to use in place of the shipped ones.
  ///   - contents: Gives the text of a file of the ontology folder, nil where it has none.
  /// - Throws: ``PasserelleError`` with code `.ontologyInvalid` where a file is missing or not understood.
  public init(statistics: NameStatistics? = nil, contents: (String) throws -> String?) throws {
    func needed(_ path: String) throws -> String {
      if let text = try contents(path) { return text }
      throw PasserelleError(
        .ontologyInvalid,
        LocalizedText(
          fr: "Un fichier de la résolution d’entités manque dans l’ontologie.",
          en: "A file of entity resolution is missing in the ontology."), at: SourceLocation(file: path))
    }
    func model(_ name: String) throws -> ResolutionModel {
      let path = Self.modelPath(name)
      let model = try ResolutionModel(text: try needed(path), source: path)
      guard model.features.map(\.name) == NameFeature.allCases.map(\.name) else {
        throw PasserelleError(
          .ontologyInvalid,
          LocalizedText(
            fr: "Ce modèle de résolution connaît d’autres critères que ce programme ; réapprenez-le.",
            en: "This resolution model knows other features than this program; train it anew."),
          at: SourceLocation(file: path))
      }
      return model
    }
    lexicon = try NameLexicon(text: try needed(Self.lexiconPath), source: Self.lexiconPath)
    let counts = try statistics ?? NameStatistics(text: try needed(Self.wordsPath), source: Self.wordsPath)
    preparer = NamePreparer(lexicon: lexicon, statistics: counts)
    let persons = try model("persons")
    scorer = PairScorer(
      lexicon: lexicon,
      models: PairScorer.Models(
        organisations: try model("organisations"),
        byCountry: ["FR": try model("organisations-fr"), "PT": try model("organisations-pt")],
        persons: persons))
    if try contents(Self.modelPath("candidates")) != nil {
      candidateScorer = PairScorer(
        lexicon: lexicon, models: PairScorer.Models(organisations: try model("candidates"), persons: persons))
    } else {
      candidateScorer = scorer
    }
  }
}
