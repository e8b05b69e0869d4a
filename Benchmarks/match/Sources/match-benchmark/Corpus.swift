import Foundation
import PasserelleCore
import PasserelleIndex
import PasserelleMatching
import PasserelleText

/// The files of one language that generate.py makes, and what is built of them.
struct Corpus {
  let folder: String
  let code: String

  var language: TextLanguage { code == "pt" ? .portuguese : .french }
  var textFolder: String { "\(folder)/\(code).text" }
  var catalogueFolder: String { "\(folder)/\(code).catalogue" }

  /// The lines of a file, cut at tabs; one of them where a number is given, round and round.
  private func rows(_ name: String, only number: Int? = nil) throws -> [[String]] {
    let text = try String(contentsOfFile: "\(folder)/\(code).\(name).tsv", encoding: .utf8)
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"))
    if let number, !lines.isEmpty { lines = [lines[number % lines.count]] }
    return lines.map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
    }
  }

  private func place(_ text: String, buyer: String) -> MatchPlace? {
    guard code == "fr" else { return MatchPlace.listed(text) }
    return MatchPlace.french(text, buyerSiren: buyer.split(separator: "-").last.map(String.init))
  }

  /// A need, whether it is a long one, and the ids of the winners.
  struct Asked: Sendable {
    let need: Need
    let isLong: Bool
    let winners: Set<String>
  }

  /// The needs in the order of the file, or one of them.
  func needs(only number: Int? = nil) throws -> [Asked] {
    try rows("needs", only: number).map { row in
      var need = Need(
        title: row[1], text: row[2], codes: CPVCode(digits: row[3]).map { [$0] } ?? [],
        place: place(row[5], buyer: row[4]), buyer: row[4], language: language)
      need.buyerName = row[7]
      return Asked(
        need: need, isLong: row[0] == "long", winners: Set(row[6].split(separator: " ").map(String.init)))
    }
  }

  /// Builds the text index in commits of 5,000 documents, as the product does, and the catalogue.
  func build() throws {
    let vendorRows = try rows("vendors")
    var builder = AwardCatalogue.Builder()
    var vendors: [String: Int] = [:]
    let awardRows = try rows("awards")
    for row in vendorRows {
      vendors[row[0]] = builder.addVendor(
        iri: row[0], name: row[1], document: Int64(awardRows.count + vendors.count))
    }
    let index = try DocumentIndex(folder: textFolder, analysis: [:])
    var batch: [TextDocument] = []
    func flush() throws {
      try index.apply(adding: batch, removing: [], upTo: 1)
      batch.removeAll(keepingCapacity: true)
    }
    var titles: [[String]] = Array(repeating: [], count: vendorRows.count)
    for (number, row) in awardRows.enumerated() {
      let winners = row[5].split(separator: " ").compactMap { vendors[String($0)] }
      let (cpv, date) = (CPVCode(digits: row[1]), PartialDate(iso: row[4]))
      let place = place(row[3], buyer: row[2])
      builder.addAward(
        document: Int64(number), vendors: winners, buyer: row[2], cpv: cpv, place: place, date: date)
      // As many as the product puts into a company's document.
      for winner in winners where titles[winner].count < 500 { titles[winner].append(row[0]) }
      batch.append(
        TextDocument(
          id: Int64(number), kind: .award, subject: "urn:award:\(number)", title: row[0], language: code,
          date: date, cpv: cpv, place: place?.coarse,
          texts: [
            .title: [row[0]], .buyers: [row[6]], .vendors: winners.map { vendorRows[$0][1] },
            .grams: [row[0]],
          ]))
      if batch.count == 5000 { try flush() }
    }
    for (number, row) in vendorRows.enumerated() {
      batch.append(
        TextDocument(
          id: Int64(awardRows.count + number), kind: .vendor, subject: row[0], title: row[1],
          language: code, texts: [.profile: titles[number], .vendors: [row[1]]]))
      if batch.count == 5000 { try flush() }
    }
    try flush()
    _ = try files(creating: true).replace(with: builder.build(), at: 1)
  }

  private func files(creating: Bool) throws -> CatalogueFolder {
    try CatalogueFolder(path: catalogueFolder, creating: creating, identity: "benchmark")
  }

  /// The catalogue, mapped.
  func catalogue() throws -> AwardCatalogue {
    guard let catalogue = try files(creating: false).catalogue(at: 1) else {
      throw PasserelleError(.indexInvalid, LocalizedText(fr: "À construire.", en: "To be built."))
    }
    return catalogue
  }

  /// The text index.
  func index() throws -> DocumentIndex { try DocumentIndex(folder: textFolder, analysis: [:]) }
}
