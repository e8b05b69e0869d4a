import Foundation
import PasserelleCore
import PasserelleGraph
import PasserelleMatching

/// What was asked beside the text of the need, as a record keeps it.
struct MatchRunParameters: Codable, Hashable, Sendable {
  /// What the bytes of the need are.
  enum Input: String, Codable {
    /// A document.
    case document
    /// The name of a stored thing.
    case stored
  }

  /// What the bytes of the need are.
  var input: Input
  /// The document's name as given; it is a part of IRIs that the answer quotes.
  var file: String?
  /// The language of labels.
  var language: MessageLanguage
  /// CPV codes that replace those of the need.
  var cpv: [String]
  /// The place that replaces that of the need.
  var place: String?
  /// The number of the one lot asked about.
  var lot: String?
  /// The most vendors given.
  var limit: Int
  /// The most newcomers given.
  var newcomers: Int
  /// Whether the ranking was neutral.
  var neutral: Bool
  /// Whether evaluations entered the ranking.
  var evaluations: Bool
  /// The conditions on vendors: department codes.
  var onlyPlaces: [String]
  /// The conditions on vendors: CPV prefixes.
  var onlyCPV: [String]
  /// The conditions on vendors: size classes.
  var onlySizes: [String]
  /// The conditions on vendors: attributes of sovereignty.
  var onlySovereignty: [String]
  /// The conditions on vendors: awarded something since.
  var onlySince: String?
  /// The day of the question, for what is in force on it.
  var day: String
  /// The imported lists that the answer used: names with their hashes; nil where it used none.
  var references: [String: String]?

  init(
    input: Input, file: String?, language: MessageLanguage, request: MatchRequest, day: PartialDate
  ) {
    self.day = day.description
    lot = request.lot
    newcomers = request.newcomerLimit
    evaluations = request.ranksByEvaluations
    onlyPlaces = request.filter.places
    onlyCPV = request.filter.cpvPrefixes
    onlySizes = request.filter.sizes.map(\.rawValue)
    onlySovereignty = request.filter.sovereignty.map(\.rawValue)
    onlySince = request.filter.since?.description
    self.input = input
    self.file = file
    self.language = language
    cpv = request.codes.map(\.digits)
    place = request.place
    limit = request.limit
    neutral = request.isNeutral
  }

  /// The request that was made.
  var request: MatchRequest {
    var request = MatchRequest()
    request.codes = cpv.compactMap { CPVCode(digits: $0) }
    request.place = place
    request.limit = limit
    request.isNeutral = neutral
    request.lot = lot
    request.newcomerLimit = newcomers
    request.ranksByEvaluations = evaluations
    request.filter.places = onlyPlaces
    request.filter.cpvPrefixes = onlyCPV
    request.filter.sizes = onlySizes.compactMap(VendorProfile.Size.init(rawValue:))
    request.filter.sovereignty = onlySovereignty.compactMap(VendorProfile.Sovereignty.init(rawValue:))
    request.filter.since = onlySince.flatMap { PartialDate(iso: $0) }
    return request
  }

  /// The day of the question.
  var asked: PartialDate { PartialDate(iso: day) ?? Instant(milliseconds: 0).date }

  /// JSON with sorted keys and without spaces: the same parameters always give the same text.
  var canonical: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("parameters are plain values") }
    return String(decoding: data, as: UTF8.self)
  }

  /// Reads ``canonical``.
  ///
  /// - Throws: ``PasserelleError`` when the text is something else.
  init(canonical: String, of run: MatchRunID) throws {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(canonical.utf8))
    } catch {
      throw MatchRunError.damagedRecord(run, LocalizedText(fr: "ses paramètres", en: "its parameters"))
    }
  }
}

/// Everything from which an answer is computed, beside the state of the store and the text index.
struct MatchQuestion: Sendable {
  /// The need as given: a document, or the name of a stored thing.
  var need: [UInt8]
  /// What else was asked.
  var parameters: MatchRunParameters
  /// The models that a record kept; nil to take those of today.
  var model: RecordedModel?

  init(need: [UInt8], parameters: MatchRunParameters, model: RecordedModel? = nil) {
    self.need = need
    self.parameters = parameters
    self.model = model
  }

  /// The question that a record answers.
  init(_ record: RecordedMatchRun) throws {
    need = record.run.need
    parameters = try MatchRunParameters(canonical: record.run.parameters, of: record.id)
    model = record.run.model
  }
}
