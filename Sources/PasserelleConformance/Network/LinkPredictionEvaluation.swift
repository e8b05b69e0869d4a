import Foundation
import PasserelleCore
import PasserelleDigest
public import PasserelleNetwork

/// Measures how well ties that were held out are found among pairs that are not tied.
///
/// The classical scores and two learned models, with and without features of fame, see the same graph without the ties
/// held out; the models are learned from that graph alone.
public struct LinkPredictionEvaluation: Sendable {
  /// How ties are held out.
  public enum HoldOut: String, Sendable, Hashable, CaseIterable {
    /// Drawn among all.
    case random
    /// Those of the last years.
    case time
  }

  /// How it is measured.
  public struct Options: Sendable {
    /// How ties are held out.
    public var holdOut = HoldOut.random
    /// The part that is held out.
    public var part = 0.1
    /// The seed of all draws.
    public var seed: UInt64 = 1
    /// How many steps a model is grown by.
    public var rounds = LinkTraining.Options().rounds

    /// Holds out a tenth at random.
    public init() {}
  }

  /// The figures of a method.
  public struct Method: Sendable, Hashable {
    /// Its key: of ``LinkHeuristic``, or `learned`, `learned_without_fame`.
    public let key: String
    /// The area under the curve against untied pairs drawn among all; nil, as those below, where there are no such pairs.
    public let area: LinkFigure?
    /// The same against untied pairs at two steps.
    public let areaAtTwoSteps: LinkFigure?
    /// The same, for the ties held out that are at two steps themselves.
    public let areaWithinTwoSteps: LinkFigure?
    /// The part of questions whose tie is among the ten best of all vertices.
    public let hitAtTen: LinkFigure
    /// The mean of one by the rank of the tie.
    public let meanReciprocalRank: LinkFigure
  }

  /// How much better a learned model is than a classical score on the same pairs.
  public struct Comparison: Sendable, Hashable {
    /// The model.
    public let key: String
    /// The classical score.
    public let against: String
    /// The difference of the areas against all untied pairs.
    public let area: LinkFigure?
    /// That against untied pairs at two steps.
    public let areaAtTwoSteps: LinkFigure?
    /// The difference of the parts found among the ten best.
    public let hitAtTen: LinkFigure
  }

  /// How many vertices there are.
  public let vertices: Int
  /// How many ties.
  public let ties: Int
  /// How many ties have a year.
  public let datedTies: Int
  /// How many ties were held out.
  public let heldTies: Int
  /// How many lines named no pair.
  public let unusableLines: Int
  /// How many vertices have a known country.
  public let knownCountries: Int
  /// The figures, classical scores first.
  public let methods: [Method]
  /// The comparisons.
  public let comparisons: [Comparison]
  /// The models that were measured.
  public let models: [LinkModel]
  /// How it was measured.
  public let options: Options

  /// The keys of the learned models.
  static let learned = ["learned", "learned_without_fame"]
}

extension LinkPredictionEvaluation {
  /// Measures on a file of pairs.
  ///
  /// - Parameters:
  ///   - bytes: The file; see the evaluation's format page.
  ///   - file: Its name, for messages.
  ///   - countries: Country codes by identifier, for ends without one.
  ///   - options: How it is measured.
  /// - Throws: ``PasserelleError`` with code `.evaluationInvalid` for a file without pairs, or without dated ones when the
  ///   last years are to be held out.
  public init(_ bytes: [UInt8], file: String, countries: [String: String] = [:], options: Options) throws {
    var pairs = try LinkPairFile(bytes, file: file)
    pairs.fill(countries: countries)
    var draws = DrawSequence(seed: options.seed)
    let held =
      options.holdOut == .random
      ? LinkSplit.random(pairs.ties.count, part: options.part, draws: &draws)
      : LinkSplit.time(pairs.years, part: options.part)
    let count = held.filter { $0 }.count
    guard count > 0, count < pairs.ties.count else {
      throw PasserelleError(
        .evaluationInvalid,
        options.holdOut == .random
          ? LocalizedText(
            fr: "Trop peu de liens pour en mettre de côté.", en: "There are too few ties to hold some out.")
          : LocalizedText(
            fr: "Trop peu de liens datés : la colonne since donne l’année.",
            en: "There are too few dated ties: the column since gives the year."),
        at: SourceLocation(file: file))
    }
    let split = LinkSplit(
      vertexCount: pairs.ids.count, ties: pairs.ties, held: held, draws: &draws)
    let hash = SHA256Digest.hash(bytes).hexadecimal
    let models = Self.models(
      options.rounds, attributes: pairs.attributes, graph: split.training, hash: hash, day: "-")
    let run = LinkRun(split, attributes: pairs.attributes, models: models)
    self.options = options
    self.models = models
    vertices = pairs.ids.count
    ties = pairs.ties.count
    datedTies = pairs.years.filter { $0 != nil }.count
    heldTies = count
    unusableLines = pairs.unusable
    knownCountries = pairs.attributes.countries.filter { $0 != nil }.count
    methods = run.methods(seed: options.seed)
    comparisons = run.comparisons(seed: options.seed)
  }

  /// Learns from all ties of a file: the model with all features, then the one without fame.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name, for messages.
  ///   - countries: Country codes by identifier, for ends without one.
  ///   - rounds: How many steps a model is grown by; nil for as many as usual.
  ///   - day: The day of training.
  /// - Returns: The models, `twinning` and `twinning-neutral`.
  /// - Throws: ``PasserelleError`` with code `.evaluationInvalid`.
  public static func models(
    _ bytes: [UInt8], file: String, countries: [String: String], rounds: Int? = nil, day: String
  ) throws -> [LinkModel] {
    var pairs = try LinkPairFile(bytes, file: file)
    pairs.fill(countries: countries)
    let graph = NetworkGraph(
      vertexCount: pairs.ids.count, sources: pairs.ties.map(\.source), targets: pairs.ties.map(\.target),
      isDirected: false)
    let hash = SHA256Digest.hash(bytes).hexadecimal
    return models(
      rounds ?? Options().rounds, attributes: pairs.attributes, graph: graph, hash: hash, day: day)
  }

  private static func models(
    _ rounds: Int, attributes: LinkAttributes, graph: NetworkGraph, hash: String, day: String
  ) -> [LinkModel] {
    var options = LinkTraining.Options()
    options.rounds = rounds
    return [("twinning", LinkFeature.allCases), ("twinning-neutral", LinkFeature.withoutFame)].map {
      name, features in
      options.features = features
      return LinkTraining(options, name: name, trained: day, dataHash: hash).model(
        graph: graph, attributes: attributes)
    }
  }
}
