import PasserelleCore
import PasserelleIndex
import PasserelleMatching
import PasserelleText

/// Turns past awards into what the matcher works on, as the façade does with the store.
enum BenchmarkCorpus {
  /// The catalogue of awards; award *i* is document *i* + 1, vendor *j* document awards + *j* + 1.
  static func catalogue(of awards: [PastAward]) -> AwardCatalogue {
    var builder = AwardCatalogue.Builder()
    var known: Set<String> = []
    for (place, award) in awards.enumerated() {
      let vendors = award.winners.map { winner in
        let isNew = known.insert(winner.iri).inserted
        return builder.addVendor(
          iri: winner.iri, name: winner.name, document: isNew ? Int64(awards.count + known.count) : nil)
      }
      builder.addAward(
        document: Int64(place + 1), vendors: vendors, buyer: award.buyer, cpv: award.code,
        place: award.place, date: award.date)
    }
    return builder.build()
  }

  /// A text index in memory with the awards and the profiles of their winners.
  static func index(of awards: [PastAward], catalogue: AwardCatalogue) throws -> DocumentIndex {
    let index = try DocumentIndex()
    var documents: [TextDocument] = []
    var titles: [[String]] = Array(repeating: [], count: catalogue.vendorCount)
    var languages: [String] = Array(repeating: "und", count: catalogue.vendorCount)
    for (place, award) in awards.enumerated() {
      let vendors = catalogue.vendors(ofDocument: Int64(place + 1))
      for vendor in vendors {
        titles[vendor].append(award.title)
        languages[vendor] = award.language.rawValue
      }
      documents.append(
        TextDocument(
          id: Int64(place + 1), kind: .award, subject: award.id, title: award.title,
          language: award.language.rawValue, date: award.date, cpv: award.code, place: award.place?.coarse,
          texts: [
            .title: [award.title], .body: award.text.isEmpty ? [] : [award.text], .buyers: [award.buyerName],
            .vendors: vendors.map { catalogue.name(ofVendor: $0) }, .grams: [award.title],
          ]))
    }
    for vendor in 0..<catalogue.vendorCount {
      let name = catalogue.name(ofVendor: vendor)
      documents.append(
        TextDocument(
          id: Int64(awards.count + vendor + 1), kind: .vendor, subject: catalogue.iri(ofVendor: vendor),
          title: name, language: languages[vendor], texts: [.profile: titles[vendor], .vendors: [name]]))
    }
    try index.apply(adding: documents, removing: [], upTo: 1)
    try index.optimize()
    return index
  }
}
