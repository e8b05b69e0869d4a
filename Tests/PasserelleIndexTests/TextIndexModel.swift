import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import PasserelleText

@testable import PasserelleIndex

/// Random documents, and what an index should answer for them, kept the obvious way.
struct TextIndexModel {
  static let schema = IndexSchema(
    fields: [
      FieldDefinition(name: "title", hasPositions: true),
      FieldDefinition(name: "codes", hasPositions: false, k1: 0.9, b: 0.4),
      FieldDefinition(name: "grams", hasPositions: false),
    ], keywords: ["kind", "place"], numbers: ["day", "amount"])
  static let identity = ["analyser": "1", "documents": "7"]
  static let words = [
    "alpha", "bravo", "carol", "delta", "eagle", "frost", "grape", "hotel", "india", "juror",
  ]

  private(set) var documents: [Int64: IndexDocument] = [:]

  /// A random document of a few words.
  static func document(_ id: Int64, _ random: inout SeededGenerator) -> IndexDocument {
    func text(_ lengths: ClosedRange<Int>) -> String {
      (0..<random.number(lengths)).map { _ in random.pick(words) }.joined(separator: " ")
    }
    var document = IndexDocument(id: id)
    for _ in 0..<random.number(0...2) {
      document.texts.append(
        .init(field: 0, language: .neutral, value: text(0...(random.oneIn(20) ? 90 : 6))))
    }
    for _ in 0..<random.number(0...2) {
      document.terms.append(
        .init(field: 1, bytes: Array("c\(random.number(0...30))".utf8), frequency: random.number(1...3)))
    }
    if random.oneIn(3) { document.grams.append(.init(field: 2, value: text(1...2), size: 3)) }
    if random.oneIn(2) {
      document.keywords.append(.init(column: 0, value: random.pick(["é", "a", "buyer"])))
    }
    if random.oneIn(5) { document.keywords.append(.init(column: 1, value: "FR\(random.number(1...40))")) }
    if random.oneIn(2) { document.numbers.append(.init(column: 0, value: Int64(random.number(-9...9)))) }
    if random.oneIn(4) { document.numbers.append(.init(column: 1, value: random.pick([.max, 0, -5]))) }
    document.stored = Array("\(id)/\(random.number(0...999))".utf8)
    return document
  }

  mutating func add(_ documents: [IndexDocument]) {
    for document in documents { self.documents[document.id] = document }
  }

  mutating func delete(_ ids: [Int64]) { for id in ids { documents[id] = nil } }

  /// What a snapshot answers otherwise than the model; empty when it is right.
  ///
  /// - Parameters:
  ///   - snapshot: The snapshot.
  ///   - words: The words to look for; the fewer, the quicker.
  /// - Returns: A line for each difference.
  func differences(_ snapshot: IndexSnapshot, words: [String] = words) -> [String] {
    var differences: [String] = []
    func compare<Value: Equatable>(_ what: String, _ found: Value, _ wanted: Value) {
      if found != wanted { differences.append("\(what): \(found), not \(wanted)") }
    }
    compare("count", snapshot.documentCount, documents.count)
    compare("all", snapshot.matches(.everything).ids, documents.keys.sorted())
    for (id, document) in documents.sorted(by: { $0.key < $1.key }) {
      compare("stored \(id)", snapshot.stored(id), document.stored)
      for column in 0...1 {
        compare(
          "keyword \(id)", snapshot.keyword(id, column: column),
          document.keywords.last { $0.column == column }?.value)
        compare(
          "number \(id)", snapshot.number(id, column: column),
          document.numbers.last { $0.column == column }?.value)
      }
    }
    let gone = (documents.keys.max() ?? 0) + 1
    compare("stored of none", snapshot.stored(gone), nil)
    for word in words {
      compare(word, matches(snapshot, 0, word), ids { texts($0).contains { $0.contains(word) } })
      let next = Self.words[(word.count + word.utf8.reduce(0) { $0 + Int($1) }) % Self.words.count]
      let phrase = IndexQuery.phrase(
        PhraseGroup([.init(field: 0, terms: [Array(word.utf8), Array(next.utf8)])]))
      compare(
        "\(word) \(next)", snapshot.matches(phrase).ids,
        ids { texts($0).contains { zip($0, $0.dropFirst()).contains { $0 == word && $1 == next } } })
    }
    guard words.count > 1 else { return differences }
    for code in 0...30 {
      let term = "c\(code)"
      compare(term, matches(snapshot, 1, term), ids { $0.terms.contains { $0.bytes == Array(term.utf8) } })
    }
    for gram in ["alp", "rav", "ndi", "xyz"] {
      compare(gram, matches(snapshot, 2, gram), ids { $0.grams.contains { $0.value.contains(gram) } })
    }
    return differences
  }

  private func matches(_ snapshot: IndexSnapshot, _ field: Int, _ term: String) -> [Int64] {
    snapshot.matches(.word(TermGroup([FieldTerm(field: field, term: Array(term.utf8))]))).ids
  }

  private func ids(_ condition: (IndexDocument) -> Bool) -> [Int64] {
    documents.values.filter(condition).map(\.id).sorted()
  }

  private func texts(_ document: IndexDocument) -> [[String]] {
    document.texts.map { $0.value.split(separator: " ").map(String.init) }
  }
}

/// The product error that a call throws; nil when it throws none, or another.
func thrownError(_ body: () throws -> Void) -> PasserelleError? {
  do {
    try body()
    return nil
  } catch {
    return error as? PasserelleError
  }
}
