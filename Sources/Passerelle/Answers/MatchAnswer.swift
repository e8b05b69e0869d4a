public import PasserelleCore
import PasserelleGraph
public import PasserelleMatching
import PasserelleOntology
import PasserellePipeline

/// What a match is asked with, beside the need itself.
public struct MatchRequest: Sendable {
  /// CPV codes that replace those of the need.
  public var codes: [CPVCode] = []
  /// A place that replaces that of the need: a department or commune code.
  public var place: String?
  /// The most vendors given.
  public var limit = 10
  /// Whether buyer history, vendor name, distance and experience are left out.
  public var isNeutral = false

  /// Makes the standard request.
  public init() {}
}

/// A past award as evidence, with the record that states it.
public struct AwardEvidence: Sendable {
  /// The award's IRI.
  public let iri: String
  /// Its title.
  public let title: String
  /// The buyer's name.
  public let buyer: String?
  /// When it was notified.
  public let date: PartialDate?
  /// The amount.
  public let amount: Money?
  /// The CPV code.
  public let code: CPVCode?
  /// The CPV code with its label.
  public let cpv: String?
  /// The place.
  public let place: String?
  /// The statement that links the vendor to the award, as a sentence.
  public let statement: String?
  /// The record that states it.
  public let source: Dossier.Source
  /// The words that it shares with the need, as the need writes them, most telling first.
  public let sharedWords: [String]
  /// What makes it near.
  public let similarity: SimilarAward
}

/// A vendor in an answer, with its evidence.
public struct MatchedVendor: Sendable {
  /// Rank, score, adequacy, band, contributions.
  public let ranked: RankedVendor
  /// The vendor's identifier for people, such as `SIREN 123456789`.
  public let identifier: String
  /// The past awards behind the rank.
  public let evidence: [AwardEvidence]
}

/// The answer to "who can deliver this?".
public struct MatchAnswer: Sendable {
  /// The need as understood.
  public let need: Need
  /// The need's title as its document writes it.
  public let title: String
  /// The need's CPV codes with their labels.
  public let codeLabels: [String]
  /// The need's place in words.
  public let placeLabel: String?
  /// The vendors, best first.
  public let vendors: [MatchedVendor]
  /// How many vendors had evidence.
  public let candidateCount: Int
  /// How many awards were compared.
  public let awardCount: Int
  /// Whether the ranking was neutral.
  public let isNeutral: Bool
  /// The formula's name.
  public let weights: String
  /// Whether some of the evidence is demonstration data.
  public let hasDemonstration: Bool
  /// The language of its labels.
  public let language: MessageLanguage
}

extension Workspace {
  /// Ranks the vendors for a document read from a stream.
  ///
  /// - Parameters:
  ///   - input: The specification: plain text or Markdown.
  ///   - file: Its name, for messages.
  ///   - request: What to ask.
  ///   - language: The language of labels.
  /// - Returns: The vendors with their reasons.
  /// - Throws: ``PasserelleError``.
  public func match(
    document input: any ByteSource, file: String, request: MatchRequest = MatchRequest(),
    language: MessageLanguage
  ) throws -> MatchAnswer {
    let view = try SpecificationDocument(iris: store.iris).view(input, file: file)
    return try match(NeedReader(iris: store.iris).need(view), request, language)
  }

  /// Ranks the vendors for a stored contract or specification; its own record is no evidence.
  ///
  /// - Parameters:
  ///   - name: What ``dossier(of:asOf:language:)`` takes.
  ///   - request: What to ask.
  ///   - language: The language of labels.
  /// - Returns: The vendors with their reasons.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`.
  public func match(
    id name: String, request: MatchRequest = MatchRequest(), language: MessageLanguage
  ) throws -> MatchAnswer {
    try match(storedNeed(name), request, language)
  }

  /// The need that a stored thing expresses, and the number of its record.
  func storedNeed(_ name: String) throws -> StatedNeed {
    try store.read { reader in
      let entity = try EntityNames(iris: store.iris).resolve(name, reader)
      guard let record = try reader.versions(about: entity.id).last(where: { $0.superseded == nil }) else {
        throw EntityNames.notFound(name)
      }
      return NeedReader(iris: store.iris).need(
        try RecordViewLoader(reader).view(of: record), of: record.record)
    }
  }

  private func match(
    _ stated: StatedNeed, _ request: MatchRequest, _ language: MessageLanguage
  ) throws -> MatchAnswer {
    let need = try adjusted(stated.need, request)
    var options = MatchOptions()
    options.limit = request.limit
    options.neutral = request.isNeutral
    let index = try currentIndex()
    return try store.read { reader in
      let evidence = EvidenceReader(reader: reader, ontology: ontology, iris: store.iris, language: language)
      let catalogue = try evidence.catalogue(excluding: stated.record)
      let result = try matcher(catalogue, index).match(need, options: options)
      let surfaces = evidence.surfaces(of: need)
      let vendors = try result.vendors.map { vendor in
        MatchedVendor(
          ranked: vendor, identifier: evidence.identifier(vendor.iri),
          evidence: try Self.telling(vendor.evidence).compactMap {
            try evidence.award($0, vendor: vendor, surfaces: surfaces)
          })
      }
      return MatchAnswer(
        need: need, title: stated.title,
        codeLabels: need.codes.map { evidence.labels.cpvLabel($0, language) },
        placeLabel: need.place.map { evidence.placeLabel($0.fine, $0.coarse) }, vendors: vendors,
        candidateCount: result.candidateCount, awardCount: catalogue.awardCount, isNeutral: result.isNeutral,
        weights: result.weights,
        hasDemonstration: vendors.contains { $0.evidence.contains(where: \.source.isDemonstration) },
        language: language)
    }
  }

  /// The awards that share a word or a CPV prefix with the need; the nearest one where none does.
  private static func telling(_ awards: [SimilarAward]) -> [SimilarAward] {
    let telling = awards.filter { !$0.sharedTerms.isEmpty || $0.sharedDigits > 0 }
    return telling.isEmpty ? Array(awards.prefix(1)) : telling
  }

  /// The need with what the request says in place of what was read.
  func adjusted(_ stated: Need, _ request: MatchRequest) throws -> Need {
    var need = stated
    if !request.codes.isEmpty { need.codes = request.codes }
    if let place = request.place { need.place = try Self.place(place) }
    return need
  }

  func matcher(_ catalogue: AwardCatalogue, _ index: some TextSearching) -> Matcher {
    Matcher(catalogue: catalogue, text: index, geography: ontology.places)
  }

  /// Reads a place option: a commune, postal or department code.
  private static func place(_ text: String) throws -> MatchPlace {
    if PlaceCode.isDepartment(text) { return MatchPlace(coarse: text) }
    if let department = PlaceCode.department(ofCommune: text), PlaceCode.isCommune(text) {
      return MatchPlace(coarse: department, fine: text)
    }
    throw PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "Lieu inconnu « \(text) » : donnez un code de département (69) ou de commune INSEE (69123).",
        en: "Unknown place '\(text)': give a department code (69) or an INSEE commune code (69123)."))
  }
}
