import PasserelleCore
import PasserelleIndex
import PasserelleTestSupport
import Testing

/// The implementations of the text ports: the product's own and its naive twin.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
  case segments
  case twin

  var testDescription: String { rawValue }

  /// An index in memory with some documents.
  func index(_ documents: [TextDocument] = []) throws -> any TextSearching & TextWriting {
    let index: any TextSearching & TextWriting =
      switch self {
      case .segments: try DocumentIndex()
      case .twin: try FTS5TextIndex()
      }
    if !documents.isEmpty { try index.apply(adding: documents, removing: [], upTo: 1) }
    return index
  }
}

extension TextSearching {
  /// The numbers of the documents found, best first.
  func numbers(_ query: TextQuery) throws -> [Int64] { try top(query, limit: 1000).map(\.document) }
}

/// A document whose words stand in the field of vendors, where nothing is stemmed.
func document(
  _ id: Int64, _ words: String, kind: DocumentKind = .award, title: String = "", language: String = "fr",
  date: String? = nil, cpv: String? = nil, place: String? = nil, amount: String? = nil,
  demonstration: Bool = false
) -> TextDocument {
  TextDocument(
    id: id, kind: kind, subject: "s:\(id)", title: title, language: language,
    date: date.flatMap { PartialDate(iso: $0) }, cpv: cpv.flatMap { CPVCode(digits: $0) }, place: place,
    amount: amount.flatMap { DecimalNumber($0) }.map { Money($0) }, isDemonstration: demonstration,
    texts: [.vendors: [words]])
}

/// A query for any of some words in the field of vendors.
func words(_ text: String) -> TextQuery {
  TextQuery(fields: [.vendors], terms: text.split(separator: " ").map(String.init))
}
