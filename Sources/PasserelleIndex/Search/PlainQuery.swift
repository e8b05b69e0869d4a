/// A query of plain words, any or all of them, or of one phrase in one field: what most queries are.
///
/// Looked up and run without the tree of a ``PreparedQuery``, whose making takes longer than the search of a small
/// index; the answer is the same.
struct PlainQuery {
  /// A form of a word, or a word of a phrase.
  private struct Form {
    let field: Int
    let table: ScoringTable.Pointers
  }

  /// A word.
  private struct Word {
    let firstForm: Int
    let endOfForms: Int
    /// boost · idf in fixed units.
    let weight: Float
    let k1: Float
  }

  private enum Kind {
    case any
    case all
    case phrase(slop: Int)
  }

  /// The most forms that are looked up in this way.
  private static let limit = 256

  private let kind: Kind
  private let snapshot: IndexSnapshot
  private let memory: QueryMemory
  private let segmentCount: Int
  private let words: UnsafeMutablePointer<Word>
  private let forms: UnsafeMutablePointer<Form>
  /// By form and then by segment; without documents where the segment has none.
  private let entries: UnsafeMutablePointer<TermEntry>
  private var wordCount = 0
  private var formCount = 0

  /// Looks the words of a query up; nil when it is of another kind.
  init?(_ query: IndexQuery, _ snapshot: IndexSnapshot, memory: QueryMemory) {
    var count = 0
    switch query {
    case .word(let group):
      kind = .any
      count = group.forms.count
    case .phrase(let phrase):
      guard phrase.sequences.count == 1, phrase.sequences[0].terms.count > 1,
        snapshot.statistics.fields[phrase.sequences[0].field].definition.hasPositions
      else { return nil }
      kind = .phrase(slop: phrase.slop)
      count = phrase.sequences[0].terms.count
    case .boolean(let must, let should, let mustNot):
      guard mustNot.isEmpty, must.isEmpty != should.isEmpty else { return nil }
      kind = must.count > 1 ? .all : .any
      for part in must.isEmpty ? should : must {
        guard case .word(let group) = part, !group.forms.isEmpty, must.isEmpty || group.forms.count == 1
        else { return nil }
        count += group.forms.count
      }
    default: return nil
    }
    guard count > 0, count <= Self.limit else { return nil }
    self.snapshot = snapshot
    self.memory = memory
    segmentCount = snapshot.parts.count
    words = memory.room(Word.self, count)
    forms = memory.room(Form.self, count)
    entries = memory.room(TermEntry.self, count &* segmentCount)
    switch query {
    case .word(let group): add(group)
    case .phrase(let phrase): add(phrase)
    case .boolean(let must, let should, _):
      for part in must.isEmpty ? should : must {
        if case .word(let group) = part { add(group) }
      }
    default: break
    }
  }

  private mutating func add(_ group: TermGroup) {
    let first = formCount
    let k1 = group.parameters?.k1 ?? snapshot.statistics.fields[group.forms[0].field].definition.k1
    for form in group.forms {
      add(form.field, form.term, weight: form.weight, k1: k1, b: group.parameters?.b)
    }
    // The forms of one field together, the greatest over fields.
    var (frequency, total) = (0, 0)
    for form in first..<formCount {
      let field = forms[form].field
      var sum = 0
      for other in first..<formCount where forms[other].field == field { sum &+= documentFrequency(other) }
      let documents = snapshot.statistics.fields[field].documents
      frequency = max(frequency, formCount - first == 1 ? sum : min(sum, documents))
      total = max(total, documents)
    }
    let idf = FixedScore.inverseDocumentFrequency(frequency, of: total)
    (words + wordCount).initialize(
      to: Word(firstForm: first, endOfForms: formCount, weight: group.boost * idf * FixedScore.one, k1: k1))
    wordCount &+= 1
  }

  private mutating func add(_ phrase: PhraseGroup) {
    let field = phrase.sequences[0].field
    let k1 = snapshot.statistics.fields[field].definition.k1
    let documents = snapshot.statistics.fields[field].documents
    var idf: Float = 0
    for term in phrase.sequences[0].terms {
      add(field, term, weight: phrase.sequences[0].weight, k1: k1, b: nil)
      idf += FixedScore.inverseDocumentFrequency(
        min(documentFrequency(formCount - 1), documents), of: documents)
    }
    words.initialize(
      to: Word(firstForm: 0, endOfForms: formCount, weight: phrase.boost * idf * FixedScore.one, k1: k1))
    wordCount = 1
  }

  private mutating func add(_ field: Int, _ term: [UInt8], weight: Float, k1: Float, b: Float?) {
    let entries = entries + formCount &* segmentCount
    term.withUnsafeBufferPointer { term in
      for place in 0..<segmentCount {
        let entry = snapshot.parts[place].segment.fieldTable[field].find(term) ?? .none
        (entries + place).initialize(to: entry)
      }
    }
    let table = snapshot.statistics.pointers(field, weight: weight, k1: k1, b: b, memory)
    (forms + formCount).initialize(to: Form(field: field, table: table))
    formCount &+= 1
  }

  private func documentFrequency(_ form: Int) -> Int {
    var sum = 0
    for place in 0..<segmentCount { sum &+= entries[form &* segmentCount &+ place].documentFrequency }
    return sum
  }
}

extension PlainQuery {
  /// Offers the best documents of a segment.
  func top(inSegment place: Int, _ hits: inout TopHits) {
    let part = snapshot.parts[place]
    let segment = part.segment
    let accepted = AcceptedDocuments(without: part.words, of: segment.documentCount, memory: memory)
    if case .phrase(let slop) = kind {
      let field = forms[0].field
      let found = memory.room(TermEntry.self, formCount)
      for form in 0..<formCount { (found + form).initialize(to: entries[form &* segmentCount &+ place]) }
      guard
        let matcher = PhraseMatcher(
          segment.fieldTable[field], entries: found, count: formCount, slop: slop, memory: memory)
      else { return }
      var search = PhraseSearch(
        segment, matcher, table: forms[0].table, weight: words[0].weight,
        boundRatio: snapshot.statistics.boundRatio(field, in: segment), accepted: accepted)
      search.run(&hits)
      return
    }
    let groups = self.groups(segment, place)
    if case .all = kind {
      if groups.count == wordCount {
        Conjunction(segment, groups, accepted: accepted, memory: memory).run(&hits)
      }
    } else if !groups.isEmpty {
      Disjunction(segment, groups, accepted: accepted, memory: memory).run(&hits)
    }
  }

  /// The words that a segment has.
  private func groups(_ segment: SegmentReader, _ place: Int) -> UnsafeBufferPointer<ScoredGroup> {
    let groups = memory.room(ScoredGroup.self, wordCount)
    let lists = memory.room(ScoredList.self, formCount)
    var (groupCount, listCount) = (0, 0)
    for word in 0..<wordCount {
      let first = listCount
      for form in words[word].firstForm..<words[word].endOfForms {
        let entry = entries + (form &* segmentCount &+ place)
        guard entry.pointee.documentFrequency > 0 else { continue }
        let field = forms[form].field
        (lists + listCount).initialize(
          to: ScoredList(
            cursor: memory.cursor(entry.pointee, segment.fieldTable[field]),
            norms: segment.fieldTable[field].norms, table: forms[form].table, matches: memory.matches,
            boundRatio: snapshot.statistics.boundRatio(field, in: segment)))
        listCount &+= 1
      }
      guard listCount > first else { continue }
      (groups + groupCount).initialize(
        to: ScoredGroup(
          UnsafeBufferPointer(start: lists + first, count: listCount &- first),
          weight: words[word].weight, k1: words[word].k1))
      groupCount &+= 1
    }
    return UnsafeBufferPointer(start: groups, count: groupCount)
  }
}
