import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserelleMatching
import PasserellePipeline
import PasserelleText

/// Reads the past awards of a store as training takes them.
struct PastAwardReader {
  let reader: GraphReader
  let iris: IRISpace
  let labels: LabelResolver

  /// The awards that have a winner, by record number.
  ///
  /// - Complexity: O(statements of the awards).
  func awards() throws -> [PastAward] {
    let loader = RecordViewLoader(reader)
    let needs = NeedReader(iris: iris)
    var found: [PastAward] = []
    for number in Set(try reader.recordNumbers(of: .award).values).sorted() {
      guard let record = try reader.openVersion(ofRecord: number) else { continue }
      let view = try loader.view(of: record)
      let winners = try view.iris(Vocabulary.hasWinner).map {
        PastAward.Winner(iri: $0, name: try labels.label(of: $0, language: .french))
      }
      guard let title = view.texts(Vocabulary.title).first, !winners.isEmpty else { continue }
      let buyer = view.iris(Vocabulary.hasBuyer).first
      found.append(
        PastAward(
          id: view.subject, title: title, text: view.texts(Vocabulary.description).joined(separator: "\n"),
          code: view.iris(Vocabulary.hasMainClassification).compactMap { CPVCode(iri: $0) }.first,
          place: needs.place(view, buyer: buyer), buyer: buyer,
          buyerName: try buyer.map { try labels.label(of: $0, language: .french) } ?? "", date: view.date,
          language: view.declaredLanguage ?? .french, winners: winners))
    }
    return found
  }

  /// The SHA-256 of what awards say, a line each.
  static func hash(of awards: [PastAward]) -> String {
    let lines = awards.map { award in
      [
        award.id, award.title, award.text, award.code?.digits ?? "", award.place?.coarse ?? "",
        award.buyer ?? "", award.date?.description ?? "", award.winners.map(\.iri).joined(separator: " "),
      ].joined(separator: "\t")
    }
    return SHA256Digest.hash(Array(lines.joined(separator: "\n").utf8)).hexadecimal
  }
}
