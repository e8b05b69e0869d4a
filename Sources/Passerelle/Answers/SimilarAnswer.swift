public import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserellePipeline

/// Contracts and specifications comparable with a need: prices like with like, and clauses beside its own.
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
    /// How many of the amounts were converted into euros.
    public let converted: Int
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
  /// Contracts left out of the prices because their amount is in another currency and no rate of it is known.
  public let withoutRate: Int
  /// The specifications and calls compared, nearest first.
  public let specifications: [ComparableSpecification]
  /// The need's functional and technical clauses, in their order, beside the nearest of others.
  public let clauses: [ClauseComparison]
  /// The reusable skeleton; nil where it was not asked for.
  public let skeleton: Skeleton?
  /// The language of its labels.
  public let language: MessageLanguage

  /// Whether nothing compares with the need.
  public var isEmpty: Bool { contracts.isEmpty && specifications.isEmpty }

  /// Whether something in it is generated demonstration data.
  public var hasDemonstration: Bool {
    contracts.contains(where: \.award.source.isDemonstration)
      || specifications.contains(where: \.source.isDemonstration)
  }
}

extension Workspace {
  /// How near a contract must be to enter the prices, as a part of the nearest one's likeness.
  private static let priceThreshold = 0.35
  /// How many of the nearest contracts are looked at for prices.
  private static let priceDepth = 200

  /// Finds contracts and specifications comparable with a document.
  ///
  /// - Parameters:
  ///   - input: The specification: plain text or Markdown.
  ///   - file: Its name, for messages.
  ///   - request: CPV, place and how many contracts to list.
  ///   - skeleton: Of which specifications a skeleton is composed; nil for none.
  ///   - language: The language of labels.
  /// - Returns: The contracts with their prices, and the specifications clause by clause.
  /// - Throws: ``PasserelleError``.
  public func similar(
    document input: any ByteSource, file: String, request: MatchRequest = MatchRequest(),
    skeleton: SkeletonScope? = nil, language: MessageLanguage
  ) throws -> SimilarAnswer {
    let bytes = try Self.bytes(of: input)
    let stated = try NeedDocument(iris: store.iris).need(bytes, file: file)
    let stored = try? SpecificationDocument(iris: store.iris).view(MemoryByteSource(bytes), file: file)
    return try similar(
      stated, stored?.subject,
      ReadSpecification(
        outline: stated.outline, text: nil, source: nil, iri: "", kind: .specification, score: 0), request,
      skeleton, language)
  }

  /// Finds contracts and specifications comparable with a stored contract, call or specification.
  ///
  /// - Parameters:
  ///   - name: What ``dossier(of:asOf:language:)`` takes.
  ///   - request: CPV, place and how many contracts to list.
  ///   - skeleton: Of which specifications a skeleton is composed; nil for none.
  ///   - language: The language of labels.
  /// - Returns: The contracts with their prices, and the specifications clause by clause.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`.
  public func similar(
    id name: String, request: MatchRequest = MatchRequest(), skeleton: SkeletonScope? = nil,
    language: MessageLanguage
  ) throws -> SimilarAnswer {
    let (stated, text) = try store.read { reader in
      let stated = try storedNeed(name, reader)
      let text = try stated.record.flatMap { try reader.openVersion(ofRecord: $0) }.map {
        SimilarText(try RecordViewLoader(reader).view(of: $0))
      }
      return (stated, text)
    }
    return try similar(
      stated, nil,
      ReadSpecification(
        outline: text?.outline(language: stated.need.language)
          ?? SpecificationOutline(title: stated.title, language: stated.need.language),
        text: text, source: nil, iri: "", kind: .specification, score: 0), request, skeleton, language)
  }

  /// Answers for a need; `subject` is the IRI that its document would be stored under, so that it is not compared
  /// with itself.
  private func similar(
    _ stated: StatedNeed, _ subject: String?, _ read: ReadSpecification, _ request: MatchRequest,
    _ scope: SkeletonScope?, _ language: MessageLanguage
  ) throws -> SimilarAnswer {
    let need = try stated.adjusted(request)
    let index = try currentIndex()
    return try store.read { reader in
      let evidence = try EvidenceReader(
        reader: reader, ontology: ontology, iris: store.iris, language: language)
      let catalogue = try self.catalogue(reader, excluding: stated.record)
      let near = try matcher(catalogue, index, language: need.language).similarAwards(
        need, limit: Self.priceDepth)
      let surfaces = evidence.surfaces(of: need)
      let best = near.first?.similarity ?? 0
      let comparable = near.filter { $0.similarity >= best * Self.priceThreshold }
      let comparison = PriceComparison(try comparable.compactMap { try evidence.comparable($0.document) })
      let specifications = try SimilarSpecifications(
        reader: reader, evidence: evidence, iris: store.iris, ontology: ontology
      ).compare(
        read, query: need, excluding: stated.record ?? Self.record(of: subject, reader), index: index,
        scope: scope)
      return SimilarAnswer(
        title: stated.title,
        contracts: try comparable.prefix(max(0, request.limit)).compactMap {
          try evidence.contract($0, surfaces)
        }, prices: comparison.groups.map(SimilarAnswer.Prices.init),
        withoutPrice: comparison.missingCount + comparison.placeholderCount,
        withoutRate: comparison.unconvertedCount,
        specifications: specifications.specifications, clauses: specifications.clauses,
        skeleton: specifications.skeleton, language: language)
    }
  }

  /// The record that a document is stored as; nil where it is not.
  private static func record(of subject: String?, _ reader: GraphReader) throws -> Int64? {
    guard let subject else { return nil }
    let thing = try reader.identifiers(of: [.iri(subject)])[0]
    guard thing.isBound else { return nil }
    return try reader.versions(about: thing).last { $0.superseded == nil }?.record
  }
}

extension SimilarAnswer.Prices {
  /// The prices of one group of contracts.
  init(_ group: PriceGroup) {
    let (kind, nature) = PriceNature.parts(group.nature)
    self.init(
      kind: kind, nature: nature, duration: group.duration.label, year: group.year,
      isFramework: group.isFramework, count: group.documents.count, converted: group.convertedCount,
      spread: group.spread.map {
        [$0.minimum, $0.lowerQuartile, $0.median, $0.upperQuartile, $0.maximum]
      } ?? [], remark: group.remark)
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
