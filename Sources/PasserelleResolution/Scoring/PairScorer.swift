/// Scores pairs of mentions: how likely the two are one thing.
///
/// A value; may be shared by threads.
public struct PairScorer: Sendable {
  /// The models that a scorer uses.
  public struct Models: Sendable {
    /// The model of names of organisations, places and laboratories of any country.
    public var organisations: ResolutionModel
    /// Models for pairs of one country, by its two letters (ISO 3166-1).
    public var byCountry: [String: ResolutionModel]
    /// The model of names of persons.
    public var persons: ResolutionModel

    /// Makes models.
    public init(
      organisations: ResolutionModel, byCountry: [String: ResolutionModel] = [:], persons: ResolutionModel
    ) {
      self.organisations = organisations
      self.byCountry = byCountry
      self.persons = persons
    }

    /// All of them, the general one first, then by country.
    var all: [ResolutionModel] {
      [organisations, persons] + byCountry.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// The lexicon of words of names.
  public let lexicon: NameLexicon
  private let general: CompiledModel
  private let persons: CompiledModel
  private let countries: [(code: UInt16, model: CompiledModel)]

  /// Makes a scorer.
  ///
  /// - Precondition: The models know exactly the features of ``NameFeature``, in their order.
  public init(lexicon: NameLexicon, models: Models) {
    let names = NameFeature.allCases.map(\.name)
    for model in models.all { precondition(model.features.map(\.name) == names, "features of \(model.name)") }
    self.lexicon = lexicon
    general = CompiledModel(models.organisations)
    persons = CompiledModel(models.persons)
    countries = models.byCountry.sorted { $0.key < $1.key }.map {
      (NamePreparer.countryCode($0.key), CompiledModel($0.value))
    }
  }

  /// The score of two mentions.
  ///
  /// Names are compared each with each and the best counts; former names with a discount; then what else is known
  /// (identifiers, place, activities, neighbours) moves the odds.
  ///
  /// - Complexity: O(*n* · *m*) in the words of the names.
  public func score(_ left: PreparedMention, _ right: PreparedMention) -> PairScore {
    if let veto = veto(left, right) { return PairScore(probability: 0, veto: veto) }
    let odds = bestNames(left, right).logOdds + ContextEvidence(left, right).logOdds
    return PairScore(probability: Float(Logistic.of(Logistic.damped(odds))))
  }

  /// The probability that names alone give, without vetoes, identifiers or context.
  public func nameProbability(_ left: PreparedMention, _ right: PreparedMention) -> Float {
    Float(Logistic.of(Logistic.damped(bestNames(left, right).logOdds)))
  }

  /// The probability from which the pair's model takes two mentions for one thing.
  public func threshold(_ left: PreparedMention, _ right: PreparedMention) -> Double {
    compiled(left, right).model.threshold
  }

  /// The model of a pair: of persons, of the country that both are of, or the general one.
  func compiled(_ left: PreparedMention, _ right: PreparedMention) -> CompiledModel {
    if left.kind == .person, right.kind == .person { return persons }
    if left.country != 0, left.country == right.country {
      for (code, model) in countries where code == left.country { return model }
    }
    return general
  }

  /// Writes the features of two names into a row of ``NameFeature/count`` values.
  public static func measure(
    _ left: PreparedName, _ right: PreparedName, lexicon: NameLexicon,
    into row: UnsafeMutableBufferPointer<Float>
  ) {
    NameComparison.measure(left, right, lexicon: lexicon, into: row)
  }

  /// What a former name is worth less than a current one, in log odds.
  static let formerNameDiscount = 0.3

  func bestNames(_ left: PreparedMention, _ right: PreparedMention) -> (
    logOdds: Double, left: Int, right: Int
  ) {
    let model = compiled(left, right)
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: NameFeature.count) { row in
      row.initialize(repeating: 0)
      var best = (logOdds: -Double.infinity, left: 0, right: 0)
      for i in 0..<left.names.count {
        for j in 0..<right.names.count {
          NameComparison.measure(left.names[i], right.names[j], lexicon: lexicon, into: row)
          var odds = model.logOdds(row)
          if i >= left.currentNames { odds -= Self.formerNameDiscount }
          if j >= right.currentNames { odds -= Self.formerNameDiscount }
          if odds > best.logOdds { best = (odds, i, j) }
        }
      }
      return best
    }
  }
}
