import Foundation
import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserellePipeline
import PasserelleSources
import PasserelleText

/// Makes a need of a thing's statements: a stored contract, call or specification, or a document just read.
struct NeedReader {
  let iris: IRISpace

  /// The need that statements express.
  ///
  /// - Parameters:
  ///   - view: The statements.
  ///   - record: The record that they come from, which is then no evidence.
  /// - Returns: The need, and what was stated.
  func need(_ view: RecordView, of record: Int64? = nil) -> StatedNeed {
    // The buyer's name says nothing of what is wanted, and would find whatever else the buyer bought.
    let buyers = view.names(excluding: view.subject)
    func withoutBuyers(_ text: String) -> String { buyers.reduce(text) { $0.replacing($1, with: " ") } }
    let written = view.texts(Vocabulary.title).first ?? ""
    let title = withoutBuyers(written)
    let paragraphs =
      view.texts(Vocabulary.description) + view.allTexts(Vocabulary.text)
      + view.allTexts(Vocabulary.description)
    let text = withoutBuyers(paragraphs.joined(separator: "\n"))
    var need = Need(document: title + "\n" + text, language: view.declaredLanguage)
    if need.language == .neutral { need.language = .french }
    if !title.isEmpty { need.title = title }
    need.codes = view.iris(Vocabulary.hasMainClassification).compactMap { CPVCode(iri: $0) }
    if need.codes.isEmpty { need.codes = Self.codes(in: text) }
    need.buyer = view.iris(Vocabulary.hasBuyer).first
    need.buyerName = view.names(of: Vocabulary.hasBuyer).first ?? ""
    need.place = place(view, buyer: need.buyer)
    return StatedNeed(
      need: need, title: written.isEmpty ? need.title : written, outline: outline(view, need), record: record,
      isDocument: false)
  }

  /// The clauses of a record's texts, and what its statements say beside them.
  private func outline(_ view: RecordView, _ need: Need) -> SpecificationOutline {
    var outline = SimilarText(view).outline(language: need.language)
    outline.title = need.title
    outline.codes = need.codes
    if let amount = view.amount { outline.amount = amount }
    if let months = view.texts(Vocabulary.durationMonths).compactMap({ Int($0) }).first {
      outline.durationMonths = months
    }
    if let date = view.date { outline.published = date }
    return outline
  }

  /// Where a record is performed, else where its buyer sits.
  func place(_ view: RecordView, buyer: String?) -> MatchPlace? {
    if let commune = view.commune(iris), let department = PlaceCode.department(ofCommune: commune) {
      return MatchPlace(coarse: department, fine: commune)
    }
    if let department = view.department(iris) { return MatchPlace(coarse: department) }
    let number = buyer.flatMap { iris.identifierParts(of: $0) }.map(\.value)
    return MatchPlace.french("", buyerSiren: number)
  }

  /// The CPV codes that a text quotes: eight digits near the letters CPV, in the order quoted.
  static func codes(in text: String) -> [CPVCode] {
    guard let mention = text.range(of: "CPV") ?? text.range(of: "cpv") else { return [] }
    var result: [CPVCode] = []
    for word in text[mention.upperBound...].prefix(400).split(whereSeparator: { !$0.isNumber && $0 != "-" }) {
      guard word.prefix(while: \.isNumber).count == 8, let read = CPVCode.read(String(word)),
        read.writing == .exact, !result.contains(read.code)
      else { continue }
      result.append(read.code)
    }
    return result
  }
}
