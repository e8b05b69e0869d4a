import PasserelleCore
import PasserelleGraph

/// A small generator with a seed, so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

func document(
  _ id: Int64, _ words: String, kind: DocumentKind = .award, title: String = "", language: String = "fr",
  date: String? = nil, cpv: String? = nil, place: String? = nil, amount: String? = nil,
  demonstration: Bool = false
) -> TextDocument {
  TextDocument(
    id: id, kind: kind, subject: "s:\(id)", title: title, language: language,
    date: date.flatMap { PartialDate(iso: $0) }, cpv: cpv.flatMap { CPVCode(digits: $0) }, place: place,
    amount: amount.flatMap { DecimalNumber($0) }, isDemonstration: demonstration,
    terms: [.words: words.split(separator: " ").map(String.init)])
}

func index(_ documents: [TextDocument]) throws -> FTS5TextIndex {
  let index = try FTS5TextIndex(path: nil)
  try index.apply(adding: documents, removing: [], upTo: 1)
  return index
}

func words(_ text: String) -> TextQuery {
  TextQuery(field: .words, terms: text.split(separator: " ").map(String.init))
}

extension FTS5TextIndex {
  func numbers(_ query: TextQuery) throws -> [Int64] { try top(query, limit: 100).map(\.document) }
}
