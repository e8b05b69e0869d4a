import PasserelleCore

extension RankingModel {
  /// Reads a model file.
  ///
  /// The whole file is checked before anything scores with it: format, counts, order of nodes, numbers, and
  /// that every feature is one the program knows.
  ///
  /// - Parameters:
  ///   - text: The file, format `passerelle-ranker/1`.
  ///   - inputs: The names of the values that the program will pass, in their order; features are found by
  ///     name. Nil takes the features of the file.
  ///   - source: The name of the file, for messages.
  /// - Throws: ``PasserelleError`` with code `.modelInvalid`, and the line, for a file that breaks the
  ///   format or has a feature that is not among the inputs.
  public init(text: String, inputs: [String]? = nil, source: String) throws {
    var reader = RankingModelReader(text: text, source: source)
    let header = try reader.readHeader()
    let kind = try reader.readKind()
    let features = try reader.readFeatures()
    let names = features.map { $0.name }
    let inputs = inputs ?? names
    var places: [Int] = []
    for (place, name) in names.enumerated() {
      guard let input = inputs.firstIndex(of: name) else {
        throw reader.failure(
          "critère inconnu « \(name) » : ce modèle demande une autre version du produit",
          "unknown feature “\(name)”: this model needs another version of the product",
          line: reader.firstFeatureLine + place)
      }
      places.append(input)
    }
    let trees = try reader.readTrees(features: names)
    try reader.readEnd()
    self.init(checked: header, features: features, trees: trees, inputs: inputs, places: places)
    guard kind == self.kind else {
      throw reader.failure(
        "le genre annoncé ne correspond pas au contenu", "the kind stated is not that of the content", line: 8
      )
    }
  }

  /// Refuses a header, or names of features, that a model file could not give back.
  static func check(_ header: Header, features: [Feature]) throws {
    let names = features.map { $0.name }
    let isValid =
      RankingModelReader.isName(header.name) && RankingModelReader.isLanguage(header.language)
      && RankingModelReader.isDay(header.trained) && RankingModelReader.isHash(header.dataHash)
      && header.queries >= 0 && header.rows >= 0 && names.count <= RankingModelReader.maximumFeatures
      && Set(names).count == names.count && names.allSatisfy { RankingModelReader.isFeatureName($0) }
      && features.allSatisfy { abs($0.weight) <= RankingModelReader.maximumWeight }
    guard isValid else {
      throw PasserelleError(
        .queryInvalid,
        LocalizedText(
          fr: "en-tête ou critères du modèle non valides : revoir nom, langue, date, empreinte et noms",
          en: "invalid header or features of a model: check name, language, date, hash and names"))
    }
  }
}
