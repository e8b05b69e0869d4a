import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline
import PasserelleText

/// What a vendor is known for, as calls are compared with it: the titles it won, what it declares, the sheets that
/// name it.
struct OpportunitiesProfile {
  /// The texts, each with the language of its analysis.
  private(set) var texts: [String] = []
  /// The distinct CPV codes, by digits.
  private(set) var codes: [CPVCode] = []
  /// The departments of its awards and of its declaration.
  private(set) var departments: Set<String> = []
  /// What it declares; nil where it declares nothing.
  private(set) var declared: VendorProfile?
  /// How many awards name it.
  private(set) var awardCount = 0
  /// The language that most of its texts are in.
  private(set) var language = TextLanguage.french
  private(set) var hasDemonstration = false

  /// The most awards that are read; the latest by sequence.
  static let awardLimit = 500

  /// Gathers it from one state of a store.
  init(of vendor: TermID, reader: GraphReader, iris: IRISpace) throws {
    var languages: [TextLanguage: Int] = [:]
    var codes: Set<CPVCode> = []
    try addAwards(of: vendor, reader, iris, &codes, &languages)
    if let one = try ProfileLoader(reader: reader, iris: iris).declared(by: vendor) {
      declared = one.profile
      texts += [one.profile.text] + one.profile.labels + one.references.map(\.title)
      codes.formUnion(one.profile.codes)
      departments.formUnion(one.profile.places.map(\.coarse))
      let tag = one.language.flatMap { TextLanguage(rawValue: String($0.prefix(2))) } ?? .french
      languages[tag, default: 0] += 1
      hasDemonstration = hasDemonstration || one.record.isDemonstration
    }
    for sheet in try SheetLoader(reader: reader).sheets(naming: vendor) {
      texts += [sheet.title, sheet.description ?? ""] + sheet.domains + sheet.tools
      hasDemonstration = hasDemonstration || sheet.record.isDemonstration
    }
    texts.removeAll(where: \.isEmpty)
    self.codes = codes.sorted()
    language =
      languages.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .french
  }

  /// Whether nothing at all is known.
  var isEmpty: Bool { texts.isEmpty && codes.isEmpty }

  private mutating func addAwards(
    of vendor: TermID, _ reader: GraphReader, _ iris: IRISpace, _ codes: inout Set<CPVCode>,
    _ languages: inout [TextLanguage: Int]
  ) throws {
    let hasWinner = try reader.identifiers(of: [.iri(Vocabulary.hasWinner)])[0]
    guard hasWinner.isBound else { return }
    let graphs = Set(try reader.quads(QuadPattern(predicate: hasWinner, object: vendor)).map(\.graph))
      .sorted()
    let awards = try reader.versions(of: graphs).compactMap { $0 }.filter { $0.kind == .award }
    awardCount = awards.count
    let loader = RecordViewLoader(reader)
    for record in awards.suffix(Self.awardLimit) {
      let view = try loader.view(of: record)
      texts += view.texts(Vocabulary.title)
      codes.formUnion(view.iris(Vocabulary.hasMainClassification).compactMap { CPVCode(iri: $0) })
      if let department = view.department(iris) { departments.insert(department) }
      languages[view.declaredLanguage ?? .french, default: 0] += 1
      hasDemonstration = hasDemonstration || record.isDemonstration
    }
  }

  /// How many leading digits the nearest of the codes shares with another code, and which it is.
  ///
  /// Zeros that only fill a code up do not count as shared beyond the shorter of the two.
  func nearest(to code: CPVCode) -> (digits: Int, code: CPVCode)? {
    var best: (digits: Int, code: CPVCode)?
    for own in codes {
      let shared =
        own == code
        ? 8
        : min(
          own.sharedPrefixLength(with: code),
          min(own.significantPrefix.utf8.count, code.significantPrefix.utf8.count))
      if shared >= 2, shared > (best?.digits ?? 0) { best = (shared, own) }
    }
    return best
  }

  /// Whether the vendor is known for exactly a code or for something narrower.
  func covers(_ code: CPVCode) -> Bool {
    let prefix = code.significantPrefix
    return codes.contains { $0.digits.hasPrefix(prefix) }
  }
}

/// The words of a profile: all of them with their weights, and those that calls are sought with.
struct OpportunitiesWords {
  /// The fields of calls in which words are sought.
  static let fields: [TextField] = [.title, .body]
  /// How many words calls are sought with.
  static let limit = 64

  /// The most telling words, first the most telling.
  let telling: [String]
  private let known: Set<String>

  init(_ profile: OpportunitiesProfile, text: some TextSearching) throws {
    let terms = MatchTerms(language: profile.language)
    var counts: [String: Int] = [:]
    var order: [String] = []
    for word in profile.texts.lazy.flatMap({ terms.tellingWords($0) }) {
      if counts[word] == nil { order.append(word) }
      counts[word, default: 0] += 1
    }
    known = Set(order)
    let weights = try Self.weights(of: order, text)
    // The bits of a count: a damped measure in whole numbers, the same on every machine.
    let rated = zip(order, weights).enumerated().compactMap { place, pair -> (Int, Int, String)? in
      guard pair.1 > 0 else { return nil }
      return (pair.1 * (Int.bitWidth - (counts[pair.0] ?? 1).leadingZeroBitCount), place, pair.0)
    }
    telling = rated.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.prefix(Self.limit).map(\.2)
  }

  /// How telling words are among all documents, in bits; 0 for a word that no document holds.
  static func weights(of words: [String], _ text: some TextSearching) throws -> [Int] {
    let total = try max(1, text.documentCount(fields: fields))
    return try text.documentFrequencies(of: words, fields: fields).map { count in
      count == 0 ? 0 : Int.bitWidth - max(1, total / count).leadingZeroBitCount
    }
  }

  /// Whether the profile has a word.
  func contains(_ word: String) -> Bool { known.contains(word) }
}
