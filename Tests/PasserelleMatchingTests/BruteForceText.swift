import Foundation
import PasserelleCore
import PasserelleMatching
import PasserelleText

/// A text index that computes BM25 from its definition; enough of the port for matching.
struct BruteForceText: TextSearching {
  let documents: [TextDocument]

  func top(_ query: TextQuery, limit: Int) throws -> [TextHit] {
    let field = documents.map { $0.terms[query.field] ?? [] }
    let indexed = field.filter { !$0.isEmpty }
    let total = Double(indexed.count)
    let mean = Double(indexed.reduce(0) { $0 + $1.count }) / max(1, total)
    var hits: [TextHit] = []
    for (document, words) in zip(documents, field) where passes(document, query) {
      var score = 0.0
      for term in query.terms where words.contains(term) {
        let frequency = Double(words.filter { $0 == term }.count)
        let count = Double(indexed.filter { $0.contains(term) }.count)
        let idf = max(1e-6, log((total - count + 0.5) / (count + 0.5)))
        score += idf * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * Double(words.count) / mean))
      }
      if query.terms.isEmpty || query.terms.contains(where: words.contains) {
        hits.append(TextHit(document: document.id, score: score))
      }
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

  private func passes(_ document: TextDocument, _ query: TextQuery) -> Bool {
    query.filter.kinds.isEmpty || query.filter.kinds.contains(document.kind)
  }
}

/// A small market: awards and declared vendors, with the text index and the catalogue over them.
struct Market {
  var awards: [(title: String, cpv: String, place: String?, buyer: String, vendors: [String])] = []
  var declared: [(iri: String, name: String, text: String, profile: AwardCatalogue.DeclaredProfile)] = []

  static let geography = StaticPlaces(departments: [
    ("29", 48.26, -4.06), ("35", 48.15, -1.64), ("75", 48.86, 2.34), ("13", 43.54, 5.09),
  ])

  func matcher(_ weights: MatchWeights = .standard) throws -> Matcher {
    let terms = MatchTerms(language: .french)
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
          terms: terms.award(
            title: award.title, description: "", codes: code.map { [$0] } ?? [], names: award.vendors)))
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
          terms: terms.vendor(name: name, texts: entry.value)))
    }
    return try Matcher(
      catalogue: builder.build(), text: BruteForceText(documents: documents), geography: Self.geography,
      weights: weights)
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
