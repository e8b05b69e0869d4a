public import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserellePipeline

/// Contracts comparable with a need, and what they cost, like with like.
public struct SimilarAnswer: Sendable {
  /// A comparable contract.
  public struct Contract: Sendable {
    /// The award with its source.
    public let award: AwardEvidence
    /// The names of the winners.
    public let winners: [String]
    /// The nature as written, such as `Marché` or `Accord-cadre`.
    public let nature: String?
    /// The duration in months.
    public let durationMonths: Int?
  }

  /// Contracts of one nature, duration band and year.
  public struct Prices: Sendable {
    /// What is bought; nil when unknown.
    public let kind: ProcurementKind?
    /// The nature of the contract as written; nil when unknown.
    public let nature: String?
    /// The duration band in words.
    public let duration: LocalizedText
    /// The year; nil when unknown.
    public let year: Int?
    /// Whether the amounts are ceilings.
    public let isFramework: Bool
    /// How many contracts.
    public let count: Int
    /// Least, lower quartile, median, upper quartile, greatest; empty when there are too few contracts.
    public let spread: [DecimalNumber]
    /// What the reader must know.
    public let remark: LocalizedText?
  }

  /// The need's title.
  public let title: String
  /// The contracts, nearest first.
  public let contracts: [Contract]
  /// The prices, group by group.
  public let prices: [Prices]
  /// Contracts left out of the prices: no amount, or a placeholder such as 0 or 1.
  public let withoutPrice: Int
  /// The language of its labels.
  public let language: MessageLanguage
}

extension Workspace {
  /// How near a contract must be to enter the prices, as a part of the nearest one's likeness.
  private static let priceThreshold = 0.35
  /// How many of the nearest contracts are looked at for prices.
  private static let priceDepth = 200

  /// Finds contracts comparable with a document.
  ///
  /// - Parameters:
  ///   - input: The specification: plain text or Markdown.
  ///   - file: Its name, for messages.
  ///   - request: CPV, place and how many contracts to list.
  ///   - language: The language of labels.
  /// - Returns: The contracts and their prices.
  /// - Throws: ``PasserelleError``.
  public func similar(
    document input: any ByteSource, file: String, request: MatchRequest = MatchRequest(),
    language: MessageLanguage
  ) throws -> SimilarAnswer {
    let view = try SpecificationDocument(iris: store.iris).view(input, file: file)
    return try similar(NeedReader(iris: store.iris).need(view), request, language)
  }

  /// Finds contracts comparable with a stored contract or specification.
  ///
  /// - Parameters:
  ///   - name: What ``dossier(of:asOf:language:)`` takes.
  ///   - request: CPV, place and how many contracts to list.
  ///   - language: The language of labels.
  /// - Returns: The contracts and their prices.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`.
  public func similar(
    id name: String, request: MatchRequest = MatchRequest(), language: MessageLanguage
  ) throws -> SimilarAnswer {
    try similar(storedNeed(name), request, language)
  }

  private func similar(
    _ stated: StatedNeed, _ request: MatchRequest, _ language: MessageLanguage
  ) throws -> SimilarAnswer {
    let need = try adjusted(stated.need, request)
    let index = try currentIndex()
    return try store.read { reader in
      let evidence = EvidenceReader(reader: reader, ontology: ontology, iris: store.iris, language: language)
      let catalogue = try evidence.catalogue(excluding: stated.record)
      let near = try matcher(catalogue, index).similarAwards(need, limit: Self.priceDepth)
      let surfaces = evidence.surfaces(of: need)
      let best = near.first?.similarity ?? 0
      let comparable = near.filter { $0.similarity >= best * Self.priceThreshold }
      let comparison = PriceComparison(try comparable.compactMap { try evidence.comparable($0.document) })
      return SimilarAnswer(
        title: stated.title,
        contracts: try comparable.prefix(max(0, request.limit)).compactMap {
          try evidence.contract($0, surfaces)
        },
        prices: comparison.groups.map { group in
          let (kind, nature) = PriceNature.parts(group.nature)
          return SimilarAnswer.Prices(
            kind: kind, nature: nature, duration: group.duration.label, year: group.year,
            isFramework: group.isFramework, count: group.documents.count,
            spread: group.spread.map {
              [$0.minimum, $0.lowerQuartile, $0.median, $0.upperQuartile, $0.maximum]
            } ?? [], remark: group.remark)
        }, withoutPrice: comparison.missingCount + comparison.placeholderCount, language: language)
    }
  }
}

extension EvidenceReader {
  /// A near award with its winners and terms.
  func contract(_ similar: SimilarAward, _ surfaces: [String: String]) throws -> SimilarAnswer.Contract? {
    guard let award = try award(similar, vendor: nil, surfaces: surfaces),
      let (_, view) = try stored(similar.document)
    else {
      return nil
    }
    return SimilarAnswer.Contract(
      award: award,
      winners: try view.iris(Vocabulary.hasWinner).map { try labels.label(of: $0, language: language) },
      nature: view.texts(Vocabulary.hasNature).first, durationMonths: Self.months(view))
  }

  /// The terms by which an award's price may be compared.
  func comparable(_ document: Int64) throws -> ComparableContract? {
    guard let (_, view) = try stored(document) else { return nil }
    let nature = view.texts(Vocabulary.hasNature).first
    let code = view.iris(Vocabulary.hasMainClassification).compactMap { CPVCode(iri: $0) }.first
    return ComparableContract(
      document: document, amount: view.amount,
      nature: PriceNature.key(code.map(ProcurementKind.init(code:)), nature),
      durationMonths: Self.months(view), year: view.date?.year,
      isFramework: nature.map { $0.lowercased().hasPrefix("accord") } ?? false)
  }

  private static func months(_ view: RecordView) -> Int? {
    view.texts(Vocabulary.durationMonths).compactMap { Int($0) }.first
  }
}

/// What a contract buys (Directive 2014/24/EU, article 2).
public enum ProcurementKind: String, Sendable, Hashable, CaseIterable {
  /// Works.
  case works
  /// Supplies.
  case supplies
  /// Services.
  case services

  /// The kind of a CPV code, by its division: 45 is works, up to 44 and 48 supplies, the rest services.
  public init(code: CPVCode) {
    switch Int(code.division) ?? 0 {
    case 45: self = .works
    case ..<45, 48: self = .supplies
    default: self = .services
    }
  }

  /// The kind in words.
  public var label: LocalizedText {
    switch self {
    case .works: LocalizedText(fr: "travaux", en: "works")
    case .supplies: LocalizedText(fr: "fournitures", en: "supplies")
    case .services: LocalizedText(fr: "services", en: "services")
    }
  }
}

/// The one text by which prices are grouped: what is bought and the nature of the contract.
enum PriceNature {
  static func key(_ kind: ProcurementKind?, _ nature: String?) -> String? {
    kind == nil && nature == nil ? nil : (kind?.rawValue ?? "") + "\n" + (nature ?? "")
  }

  static func parts(_ key: String?) -> (ProcurementKind?, String?) {
    let parts = (key ?? "\n").split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    return (ProcurementKind(rawValue: parts[0]), parts.count < 2 || parts[1].isEmpty ? nil : parts[1])
  }
}
