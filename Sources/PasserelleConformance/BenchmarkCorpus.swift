import PasserelleCore
import PasserelleIndex
import PasserelleMatching
import PasserelleText

/// Turns benchmark awards into what the matcher works on, as the façade does with the store.
enum BenchmarkCorpus {
  /// The catalogue of awards; award *i* is document *i* + 1, vendor *j* document awards + *j* + 1.
  static func catalogue(of awards: [BenchmarkAward]) -> AwardCatalogue {
    var builder = AwardCatalogue.Builder()
    var known: Set<String> = []
    for (place, award) in awards.enumerated() {
      let vendors = award.winners.map { winner in
        let isNew = known.insert(winner.id).inserted
        return builder.addVendor(
          iri: winner.id, name: text(winner.name),
          document: isNew ? Int64(awards.count + known.count) : nil)
      }
      builder.addAward(
        document: Int64(place + 1), vendors: vendors, buyer: award.buyerID,
        cpv: CPVCode(digits: award.cpv), place: self.place(of: award),
        date: PartialDate(iso: award.date))
    }
    return builder.build()
  }

  /// A text index in memory with the awards and the profiles of their winners.
  static func index(
    of awards: [BenchmarkAward], catalogue: AwardCatalogue, language: TextLanguage
  ) throws -> DocumentIndex {
    let index = try DocumentIndex()
    var documents: [TextDocument] = []
    var titles: [[String]] = Array(repeating: [], count: catalogue.vendorCount)
    for (place, award) in awards.enumerated() {
      let title = text(award.title)
      let code = CPVCode(digits: award.cpv)
      let vendors = catalogue.vendors(ofDocument: Int64(place + 1))
      for vendor in vendors { titles[vendor].append(title) }
      documents.append(
        TextDocument(
          id: Int64(place + 1), kind: .award, subject: award.id, title: title, language: language.rawValue,
          date: PartialDate(iso: award.date), cpv: code, place: self.place(of: award)?.coarse,
          texts: [
            .title: [title], .body: award.description.map { [text($0)] } ?? [], .buyers: [award.buyerName],
            .vendors: vendors.map { catalogue.name(ofVendor: $0) }, .grams: [title],
          ]))
    }
    for vendor in 0..<catalogue.vendorCount {
      let name = catalogue.name(ofVendor: vendor)
      documents.append(
        TextDocument(
          id: Int64(awards.count + vendor + 1), kind: .vendor, subject: catalogue.iri(ofVendor: vendor),
          title: name, language: language.rawValue,
          texts: [.profile: titles[vendor], .vendors: [name]]))
    }
    try index.apply(adding: documents, removing: [], upTo: 1)
    try index.optimize()
    return index
  }

  /// The need that a test award stands for: nothing in it that is known only after the award.
  static func need(_ award: BenchmarkAward, language: TextLanguage) -> Need {
    Need(
      title: text(award.title), text: text(award.description ?? ""),
      codes: CPVCode(digits: award.cpv).map { [$0] } ?? [], place: place(of: award), buyer: award.buyerID,
      language: language)
  }

  private static func place(of award: BenchmarkAward) -> MatchPlace? {
    guard award.languageCode == "fr" else { return MatchPlace.listed(award.place) }
    let buyer = award.buyerID.split(separator: "-").last.map(String.init)
    return MatchPlace.french(award.place, buyerSiren: buyer)
  }

  private static func text(_ text: String) -> String { TextRepair.cleaned(text) ?? text }
}
