import Glibc
import PasserelleText

@testable import PasserelleIndex

/// Documents as they were given, and the obvious evaluation of queries over them, straight from the definitions.
struct NaiveSearch {
  /// One document: its words by field in order, and its columns.
  struct Document {
    var id: Int64
    var words: [[String]]
    var keyword: String?
    var number: Int64?
  }

  let schema: IndexSchema
  var documents: [Document] = []
  /// In how many documents each word occurs, by field; the mean length; the documents with any word.
  private var frequencies: [[String: Int]] = []
  private var averages: [Double] = []
  private var sizes: [Int] = []

  init(schema: IndexSchema) { self.schema = schema }

  /// Counts what scoring needs; to be called once the documents are there.
  mutating func count() {
    frequencies = schema.fields.indices.map { field in
      documents.reduce(into: [:]) { counts, document in
        for word in Set(document.words[field]) { counts[word, default: 0] += 1 }
      }
    }
    let lengths = schema.fields.indices.map { field in
      documents.map { LengthCode.decode(LengthCode.encode($0.words[field].count)) }.filter { $0 > 0 }
    }
    averages = lengths.map { Double($0.reduce(0, +)) / Double(max(1, $0.count)) }
    sizes = lengths.map(\.count)
  }

  /// The documents that match, with their scores.
  func answers(_ query: IndexQuery) -> [Int64: Double] {
    let query = expanded(query)
    var found: [Int64: Double] = [:]
    for document in documents {
      if let score = score(query, document) { found[document.id] = score }
    }
    return found
  }

  private func score(_ query: IndexQuery, _ document: Document) -> Double? {
    switch query {
    case .everything: return 0
    case .nothing: return nil
    case .word(let group): return word(group.forms, group.boost, document, group.parameters)
    case .prefix, .fuzzy: return nil
    case .phrase(let phrase): return self.phrase(phrase, document)
    case .keyword(_, let values): return document.keyword.map(values.contains) == true ? 0 : nil
    case .keywordPrefix(_, let prefix): return document.keyword?.hasPrefix(prefix) == true ? 0 : nil
    case .number(_, let range): return document.number.map(range.contains) == true ? 0 : nil
    case .documents(let set): return set.ids.contains(document.id) ? 0 : nil
    case .filter(let inner): return score(inner, document) == nil ? nil : 0
    case .boolean(let must, let should, let mustNot):
      if mustNot.contains(where: { score($0, document) != nil }) { return nil }
      let needed = must.map { score($0, document) }
      guard needed.allSatisfy({ $0 != nil }) else { return nil }
      let optional = should.compactMap { score($0, document) }
      if must.isEmpty, !should.isEmpty, optional.isEmpty { return nil }
      return needed.compactMap(\.self).reduce(0, +) + optional.reduce(0, +)
    }
  }

  /// The query with words in place of patterns.
  private func expanded(_ query: IndexQuery) -> IndexQuery {
    switch query {
    case .prefix(let group):
      let forms = group.forms.flatMap { form in expanded(form) { $0.starts(with: form.term) } }
      return forms.isEmpty ? .nothing : .word(TermGroup(forms, boost: group.boost))
    case .fuzzy(let group, let distance):
      let forms = group.forms.flatMap { near($0, distance) }
      return forms.isEmpty ? .nothing : .word(TermGroup(forms, boost: group.boost))
    case .filter(let inner): return .filter(expanded(inner))
    case .boolean(let must, let should, let mustNot):
      return .boolean(
        must: must.map(expanded), should: should.map(expanded), mustNot: mustNot.map(expanded))
    default: return query
    }
  }

  private func expanded(_ form: FieldTerm, _ matches: ([UInt8]) -> Bool) -> [FieldTerm] {
    let terms = frequencies[form.field].keys.sorted().map { Array($0.utf8) }.filter(matches)
    return terms.map { FieldTerm(field: form.field, term: $0, weight: form.weight) }
  }

  /// Spellings near a word: nearest, then most frequent, then first bytewise, at most 64.
  private func near(_ form: FieldTerm, _ distance: Int) -> [FieldTerm] {
    expanded(form) { NaiveDistance.between($0, form.term) <= distance }
      .map { (term: $0, distance: NaiveDistance.between($0.term, form.term), count: documentFrequency($0)) }
      .sorted { a, b in
        if a.distance != b.distance { return a.distance < b.distance }
        if a.count != b.count { return a.count > b.count }
        return a.term.term.lexicographicallyPrecedes(b.term.term)
      }
      .prefix(64)
      .map {
        FieldTerm(field: form.field, term: $0.term.term, weight: form.weight / Float(1 + $0.distance))
      }
  }

  private func word(
    _ forms: [FieldTerm], _ boost: Float, _ document: Document, _ parameters: BM25Parameters?
  ) -> Double? {
    let sum = forms.reduce(0.0) { sum, form in
      let term = String(decoding: form.term, as: UTF8.self)
      let frequency = document.words[form.field].count { $0 == term }
      return sum + normalised(frequency, form.field, Double(form.weight), document, parameters?.b)
    }
    guard sum > 0, let first = forms.first else { return nil }
    var counts: [Int: Int] = [:]
    for form in forms { counts[form.field, default: 0] += documentFrequency(form) }
    return Double(boost) * rarity(counts) * sum
      / (sum + Double(parameters?.k1 ?? schema.fields[first.field].k1))
  }

  private func phrase(_ phrase: PhraseGroup, _ document: Document) -> Double? {
    var sum = 0.0
    var idf = 0.0
    for sequence in phrase.sequences {
      let terms = sequence.terms.map { String(decoding: $0, as: UTF8.self) }
      let words = document.words[sequence.field]
      let count = words.indices.count { start in
        start + terms.count <= words.count && Array(words[start..<start + terms.count]) == terms
      }
      sum += normalised(count, sequence.field, Double(sequence.weight), document)
      idf = max(
        idf,
        sequence.terms.reduce(0) {
          $0 + rarity([sequence.field: documentFrequency(FieldTerm(field: sequence.field, term: $1))])
        })
    }
    guard sum > 0 else { return nil }
    return Double(phrase.boost) * idf * sum / (sum + Double(schema.fields[phrase.sequences[0].field].k1))
  }

  private func normalised(
    _ frequency: Int, _ field: Int, _ weight: Double, _ document: Document, _ own: Float? = nil
  ) -> Double {
    guard frequency > 0 else { return 0 }
    let average = averages[field]
    let length = Double(LengthCode.decode(LengthCode.encode(document.words[field].count)))
    let b = Double(own ?? schema.fields[field].b)
    return weight * Double(frequency) / (1 - b + b * length / average)
  }

  private func documentFrequency(_ form: FieldTerm) -> Int {
    frequencies[form.field][String(decoding: form.term, as: UTF8.self)] ?? 0
  }

  private func rarity(_ counts: [Int: Int]) -> Double {
    let total = counts.keys.map { sizes[$0] }.max() ?? 0
    let frequency = counts.map { min($0.value, sizes[$0.key]) }.max() ?? 0
    return log(1 + (Double(total - frequency) + 0.5) / (Double(frequency) + 0.5))
  }
}

/// Optimal string alignment distance over scalars, by the full table.
enum NaiveDistance {
  static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let a = Array(String(decoding: left, as: UTF8.self).unicodeScalars)
    let b = Array(String(decoding: right, as: UTF8.self).unicodeScalars)
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
          continue
        }
        var least = min(table[i - 1][j], table[i][j - 1]) + 1
        least = min(least, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = min(least, table[i - 2][j - 2] + 1)
        }
        table[i][j] = least
      }
    }
    return table[a.count][b.count]
  }
}
