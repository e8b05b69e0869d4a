/// A query made ready for all segments: patterns expanded, words weighed by their rarity.
struct PreparedQuery {
  /// A part of it.
  indirect enum Node {
    case everything
    case nothing
    case word(Word)
    case phrase(PhraseGroup, weight: Float, k1: Float)
    case keyword(column: Int, values: [String])
    case keywordPrefix(column: Int, prefix: String)
    case number(column: Int, range: ClosedRange<Int64>)
    case documents(DocumentSet)
    case boolean(must: [Node], should: [Node], mustNot: [Node])
    case unscored(Node)
  }

  /// A word with its forms and its weight in fixed units.
  struct Word {
    var forms: [FieldTerm]
    /// The entries of the forms, by form and then by segment.
    var entries: [TermEntry?]
    var weight: Float
    var k1: Float
    /// Weight of length normalisation; nil for the fields' own.
    var b: Float?
  }
}

extension PreparedQuery.Node {
  /// Whether it contributes nothing to scores.
  var isFilter: Bool {
    switch self {
    case .everything, .nothing, .keyword, .keywordPrefix, .number, .documents, .unscored: true
    case .word, .phrase, .boolean: false
    }
  }
}

/// Prepares queries against the statistics of a snapshot.
struct QueryPreparation {
  private let segments: [SegmentReader]
  private let statistics: FieldStatistics
  /// The most spellings that a fuzzy word takes.
  static let fuzzyLimit = 64

  init(_ segments: [SegmentReader], _ statistics: FieldStatistics) {
    self.segments = segments
    self.statistics = statistics
  }

  func prepare(_ query: IndexQuery) -> PreparedQuery.Node {
    switch query {
    case .everything: return .everything
    case .nothing: return .nothing
    case .word(let group): return word(group.forms, boost: group.boost, parameters: group.parameters)
    case .phrase(let phrase): return self.phrase(phrase)
    case .prefix(let pattern): return word(pattern.forms.flatMap(beginning), boost: pattern.boost)
    case .fuzzy(let pattern, let distance):
      return word(pattern.forms.flatMap { near($0, distance: distance) }, boost: pattern.boost)
    case .keyword(let column, let values): return .keyword(column: column, values: values)
    case .keywordPrefix(let column, let prefix): return .keywordPrefix(column: column, prefix: prefix)
    case .number(let column, let range): return .number(column: column, range: range)
    case .documents(let set): return .documents(set)
    case .boolean(let must, let should, let mustNot):
      return .boolean(
        must: must.map(prepare), should: should.map(prepare), mustNot: mustNot.map(prepare))
    case .filter(let query): return .unscored(prepare(query))
    }
  }

  /// A word weighs its boost times the inverse document frequency of its forms: those of one field together, the
  /// greatest over fields.
  private func word(
    _ forms: [FieldTerm], boost: Float, parameters: BM25Parameters? = nil
  ) -> PreparedQuery.Node {
    guard let first = forms.first else { return .nothing }
    var entries: [TermEntry?] = []
    entries.reserveCapacity(forms.count * segments.count)
    for form in forms {
      form.term.withUnsafeBufferPointer { term in
        for segment in segments { entries.append(segment.fields[form.field].find(term)) }
      }
    }
    func frequency(_ place: Int) -> Int {
      entries[place * segments.count..<(place + 1) * segments.count].reduce(0) {
        $0 + ($1?.documentFrequency ?? 0)
      }
    }
    var idf: Float
    if forms.count == 1 {
      idf = FixedScore.inverseDocumentFrequency(frequency(0), of: statistics.fields[first.field].documents)
    } else {
      var frequencies: [Int: Int] = [:]
      for (place, form) in forms.enumerated() { frequencies[form.field, default: 0] += frequency(place) }
      idf = rarity(frequencies)
    }
    return .word(
      PreparedQuery.Word(
        forms: forms, entries: entries, weight: boost * idf * FixedScore.one,
        k1: parameters?.k1 ?? statistics.fields[first.field].definition.k1, b: parameters?.b))
  }

  /// The inverse document frequency of what occurs so often in some fields.
  private func rarity(_ frequencies: [Int: Int]) -> Float {
    let total = frequencies.keys.map { statistics.fields[$0].documents }.max() ?? 0
    let frequency = frequencies.map { min($0.value, statistics.fields[$0.key].documents) }.max() ?? 0
    return FixedScore.inverseDocumentFrequency(frequency, of: total)
  }

  /// A phrase weighs the sum of the inverse document frequencies of its words, as in Lucene; the greatest over fields.
  private func phrase(_ phrase: PhraseGroup) -> PreparedQuery.Node {
    let sequences = phrase.sequences.filter {
      $0.terms.count > 1 && statistics.fields[$0.field].definition.hasPositions
    }
    guard let first = sequences.first else { return .nothing }
    let idf =
      sequences.map { sequence in
        sequence.terms.reduce(Float(0)) { sum, term in
          let form = FieldTerm(field: sequence.field, term: term)
          return sum + rarity([sequence.field: documentFrequency(form)])
        }
      }.max() ?? 0
    var kept = phrase
    kept.sequences = sequences
    return .phrase(
      kept, weight: phrase.boost * idf * FixedScore.one, k1: statistics.fields[first.field].definition.k1)
  }

  /// In how many documents of the field a term occurs.
  func documentFrequency(_ form: FieldTerm) -> Int {
    form.term.withUnsafeBufferPointer { term in
      segments.reduce(0) { $0 + ($1.fields[form.field].find(term)?.documentFrequency ?? 0) }
    }
  }

  /// All the terms of a field that begin with some bytes, ascending.
  private func beginning(_ form: FieldTerm) -> [FieldTerm] {
    var terms: Set<[UInt8]> = []
    for segment in segments {
      var cursor = TermCursor(segment.fields[form.field])
      guard cursor.seek(form.term) else { continue }
      repeat {
        guard cursor.term.starts(with: form.term) else { break }
        terms.insert(cursor.term)
      } while cursor.next()
    }
    return terms.sorted { $0.lexicographicallyPrecedes($1) }.map {
      FieldTerm(field: form.field, term: $0, weight: form.weight)
    }
  }

  /// The terms of a field that are spelt nearly so: nearest first, then most frequent, then bytewise.
  private func near(_ form: FieldTerm, distance: Int) -> [FieldTerm] {
    var found: [[UInt8]: (distance: Int, documents: Int)] = [:]
    for segment in segments {
      FuzzyExpansion.forEach(in: segment.fields[form.field], form.term, distance: distance) {
        term, distance, documents in
        found[term, default: (distance, 0)].documents += documents
      }
    }
    let ranked = found.sorted { a, b in
      if a.value.distance != b.value.distance { return a.value.distance < b.value.distance }
      if a.value.documents != b.value.documents { return a.value.documents > b.value.documents }
      return a.key.lexicographicallyPrecedes(b.key)
    }
    return ranked.prefix(Self.fuzzyLimit).map {
      FieldTerm(field: form.field, term: $0.key, weight: form.weight / Float(1 + $0.value.distance))
    }
  }
}
