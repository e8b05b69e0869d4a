import Foundation
import PasserelleCore
import PasserelleMatching
import PasserelleText

/// A text index that computes BM25F from its definition; enough of the port for matching.
struct BruteForceText: TextSearching {
  private let documents: [TextDocument]
  /// The terms of each document by field.
  private let terms: [[TextField: [String]]]

  init(documents: [TextDocument]) {
    self.documents = documents
    let french = TextAnalyzer(language: .french)
    let neutral = TextAnalyzer(language: .neutral)
    terms = documents.map { document in
      var terms: [TextField: [String]] = [:]
      for field in [TextField.title, .body, .profile] {
        terms[field] = document.texts[field]?.flatMap { french.tokens(of: $0) }
      }
      terms[.vendors] = document.texts[.vendors]?.flatMap { neutral.tokens(of: $0) }
      terms[.buyers] = document.texts[.buyers]?.flatMap { neutral.tokens(of: $0) }
      terms[.grams] = document.texts[.grams]?.flatMap { CharacterGrams.grams(of: $0, size: 4) }
      return terms
    }
  }

  func top(_ query: TextQuery, limit: Int) throws -> [TextHit] {
    let means = query.fields.map { field in
      let lengths = terms.compactMap { $0[field]?.count }.filter { $0 > 0 }
      return Double(lengths.reduce(0, +)) / Double(max(1, lengths.count))
    }
    let total = Double(try documentCount(fields: query.fields))
    let counts = try documentFrequencies(of: query.terms, fields: query.fields)
    var hits: [TextHit] = []
    for (document, terms) in zip(documents, terms) where passes(document, query) {
      var score = 0.0
      for (term, count) in zip(query.terms, counts) {
        var frequency = 0.0
        for (field, mean) in zip(query.fields, means) where mean > 0 {
          let words = terms[field] ?? []
          frequency += Double(words.filter { $0 == term }.count) / (0.25 + 0.75 * Double(words.count) / mean)
        }
        let idf = log(1 + (total - Double(count) + 0.5) / (Double(count) + 0.5))
        if frequency > 0 { score += idf * frequency * 2.2 / (frequency + 1.2) }
      }
      if query.terms.isEmpty || score > 0 { hits.append(TextHit(document: document.id, score: score)) }
    }
    return Array(hits.sorted { ($1.score, $0.document) < ($0.score, $1.document) }.prefix(limit))
  }

  func count(_ query: TextQuery) throws -> Int { try top(query, limit: .max).count }

  func facets(_ query: TextQuery, _ facet: Facet, limit: Int) throws -> [FacetCount] { [] }

  func summaries(of numbers: [Int64]) throws -> [DocumentSummary?] {
    numbers.map { number in
      documents.first { $0.id == number }.map {
        DocumentSummary(
          id: $0.id, kind: $0.kind, subject: $0.subject, title: $0.title, date: $0.date, cpv: $0.cpv,
          place: $0.place, amount: $0.amount, isDemonstration: $0.isDemonstration)
      }
    }
  }

  func documentFrequencies(of wanted: [String], fields: [TextField]) throws -> [Int] {
    wanted.map { term in
      fields.map { field in terms.count { $0[field]?.contains(term) ?? false } }.max() ?? 0
    }
  }

  func documentCount(fields: [TextField]) throws -> Int {
    fields.map { field in terms.count { !($0[field] ?? []).isEmpty } }.max() ?? 0
  }

  private func passes(_ document: TextDocument, _ query: TextQuery) -> Bool {
    query.filter.kinds.isEmpty || query.filter.kinds.contains(document.kind)
  }
}

/// A text index that only counts, as a test wants it.
struct CountingText: TextSearching {
  let total: Int
  let counts: ([String]) -> [Int]

  func top(_ query: TextQuery, limit: Int) throws -> [TextHit] { [] }
  func count(_ query: TextQuery) throws -> Int { 0 }
  func facets(_ query: TextQuery, _ facet: Facet, limit: Int) throws -> [FacetCount] { [] }
  func summaries(of documents: [Int64]) throws -> [DocumentSummary?] { documents.map { _ in nil } }
  func documentFrequencies(of terms: [String], fields: [TextField]) throws -> [Int] { counts(terms) }
  func documentCount(fields: [TextField]) throws -> Int { total }
}

/// A small market: awards and declared vendors, with the text index and the catalogue over them.
struct Market {
  var awards: [(title: String, cpv: String, place: String?, buyer: String, vendors: [String])] = []
  var declared: [(iri: String, name: String, text: String, profile: VendorProfile)] = []

  static let geography = StaticPlaces(departments: [
    ("29", 48.26, -4.06), ("35", 48.15, -1.64), ("75", 48.86, 2.34), ("13", 43.54, 5.09),
  ])

  func matcher(_ models: MatchModels = MatchModels()) throws -> Matcher {
    var builder = AwardCatalogue.Builder()
    var documents: [TextDocument] = []
    var titles: [String: [String]] = [:]
    for (place, award) in awards.enumerated() {
      let vendors = award.vendors.map { builder.addVendor(iri: $0, name: "société \($0)") }
      for vendor in award.vendors { titles[vendor, default: []].append(award.title) }
      let code = CPVCode(digits: award.cpv)
      builder.addAward(
        document: Int64(place + 1), vendors: vendors, buyer: award.buyer, cpv: code,
        place: award.place.map { MatchPlace(coarse: $0) })
      documents.append(
        TextDocument(
          id: Int64(place + 1), kind: .award, subject: "a\(place)", title: award.title, language: "fr",
          texts: [
            .title: [award.title], .vendors: award.vendors, .grams: [award.title], .buyers: [award.buyer],
          ]))
    }
    for vendor in declared {
      builder.addVendor(iri: vendor.iri, name: vendor.name, profile: vendor.profile)
      titles[vendor.iri, default: []].append(vendor.text)
    }
    for (place, entry) in titles.sorted(by: { $0.key < $1.key }).enumerated() {
      let number = Int64(1000 + place)
      let vendor = builder.addVendor(iri: entry.key, name: "", document: number)
      let name = builder.build().name(ofVendor: vendor)
      documents.append(
        TextDocument(
          id: number, kind: .vendor, subject: entry.key, title: name, language: "fr",
          texts: [.profile: entry.value, .vendors: [name]]))
    }
    return Matcher(
      catalogue: builder.build(), text: BruteForceText(documents: documents), geography: Self.geography,
      models: models)
  }

  /// Twelve awards by seven vendors.
  static let sample: Market = {
    var market = Market()
    market.awards = [
      ("Réfection de la toiture de l’école primaire", "45260000", "29", "b1", ["v:toit"]),
      ("Réfection de la toiture du gymnase", "45260000", "35", "b2", ["v:couv"]),
      ("Fourniture de papier pour les écoles", "30197630", "29", "b1", ["v:papier"]),
      ("Nettoyage des locaux de la mairie", "90911200", "75", "b3", ["v:net"]),
      ("Nettoyage des vitres des écoles", "90911300", "13", "b4", ["v:net"]),
      ("Travaux de couverture, charpente et zinguerie", "45261000", "13", "b4", ["v:sud"]),
      ("Charpente de la halle du marché", "45261100", "13", "b4", ["v:sud"]),
      ("Transport scolaire des élèves", "60130000", "29", "b1", ["v:car"]),
      ("Impression du magazine municipal", "79810000", "29", "b1", ["v:print"]),
      ("Impression des affiches culturelles", "79810000", "75", "b3", ["v:print"]),
      ("Assurance des véhicules", "66514110", "75", "b3", ["v:assur"]),
      ("Maintenance des ascenseurs", "50750000", "75", "b3", ["v:asc"]),
    ]
    return market
  }()
}

func need(
  _ title: String, text: String = "", cpv: String? = nil, place: String? = nil, buyer: String? = nil
) -> Need {
  Need(
    title: title, text: text, codes: cpv.flatMap { CPVCode(digits: $0) }.map { [$0] } ?? [],
    place: place.map { MatchPlace(coarse: $0) }, buyer: buyer, language: .french)
}
