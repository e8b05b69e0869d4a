import PasserelleText

@testable import PasserelleIndex

/// A random document and what an index should hold of it, kept the obvious way.
struct ModelDocument {
  enum Value {
    case text(String, TextLanguage, field: Int)
    case term([UInt8], field: Int, frequency: Int)
    case grams(String, size: Int, field: Int)
  }

  var id: Int64
  var values: [Value] = []
  var keywords: [Int: String] = [:]
  var numbers: [Int: Int64] = [:]
  var stored: [UInt8] = []

  /// Adds the document to a builder.
  func add(to builder: SegmentBuilder) {
    builder.begin(id: id)
    for value in values {
      switch value {
      case .text(let text, let language, let field): builder.addText(text, language: language, field: field)
      case .term(let bytes, let field, let frequency):
        bytes.withUnsafeBufferPointer { builder.addTerm($0, field: field, frequency: frequency) }
      case .grams(let text, let size, let field): builder.addGrams(text, size: size, field: field)
      }
    }
    for (column, value) in keywords {
      Array(value.utf8).withUnsafeBufferPointer { builder.setKeyword($0, column: column) }
    }
    for (column, value) in numbers { builder.setNumber(value, column: column) }
    stored.withUnsafeBytes { builder.setStored($0) }
    builder.end()
  }

  /// Terms and positions of a field in text order, and the number of tokens.
  func tokens(field: Int, analyzers: [TextLanguage: TextAnalyzer]) -> [(term: [UInt8], position: Int)] {
    var tokens: [(term: [UInt8], position: Int)] = []
    var next = 0
    func append(_ terms: [[UInt8]], isValue: Bool) {
      let kept = terms.filter { (1...255).contains($0.count) }
      if isValue, !tokens.isEmpty, !kept.isEmpty { next += 100 }
      for term in kept {
        tokens.append((term, next))
        next += 1
      }
    }
    for value in values {
      switch value {
      case .text(let text, let language, field):
        append((analyzers[language]?.tokens(of: text) ?? []).map { Array($0.utf8) }, isValue: true)
      case .term(let bytes, field, let frequency):
        append([[UInt8]](repeating: bytes, count: frequency), isValue: false)
      case .grams(let text, let size, field):
        append(CharacterGrams.grams(of: text, size: size).map { Array($0.utf8) }, isValue: true)
      default: break
      }
    }
    return tokens
  }
}

/// The inverted field of some documents, kept the obvious way.
struct ModelField {
  var lengths: [Int] = []
  var postings: [[UInt8]: [NaiveSegment.Posting]] = [:]

  init(_ documents: [ModelDocument], field: Int, hasPositions: Bool, analyzers: [TextLanguage: TextAnalyzer])
  {
    for (number, document) in documents.enumerated() {
      let tokens = document.tokens(field: field, analyzers: analyzers)
      lengths.append(tokens.count)
      for token in tokens {
        var list = postings[token.term] ?? []
        if list.last?.document != number {
          list.append(.init(document: number, frequency: 0, positions: []))
        }
        list[list.count - 1].frequency += 1
        if hasPositions { list[list.count - 1].positions.append(token.position) }
        postings[token.term] = list
      }
    }
  }

  /// Terms in byte order.
  var terms: [[UInt8]] { postings.keys.sorted { $0.lexicographicallyPrecedes($1) } }
}
