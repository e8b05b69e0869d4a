/// A prepared query in one segment: the fast path that fits, or the tree of windows.
struct SegmentSearch {
  private let segment: SegmentReader
  /// The segment's place among those of the snapshot.
  private let ordinal: Int
  private let segmentCount: Int
  private let deletions: UnsafePointer<UInt64>?
  private let statistics: FieldStatistics
  private let memory: QueryMemory

  /// Searches the segment at a place of a snapshot.
  init(_ snapshot: IndexSnapshot, segment place: Int, memory: QueryMemory) {
    self.memory = memory
    segment = snapshot.parts[place].segment
    ordinal = place
    segmentCount = snapshot.parts.count
    deletions = snapshot.parts[place].words
    statistics = snapshot.statistics
  }

  /// Offers the best documents.
  func top(_ root: PreparedQuery.Node, _ hits: inout TopHits) {
    let parts = QueryParts(root)
    if parts.isNothing { return }
    if parts.hasAlternatives, let groups = words(parts.alternatives) {
      guard !groups.isEmpty else { return }
      Disjunction(segment, memory.copy(groups), accepted: accepted(parts), memory: memory).run(&hits)
    } else if parts.hasNeeds, let groups = words(parts.needs),
      groups.count < parts.needs.count || groups.allSatisfy({ $0.lists.count == 1 })
    {
      guard groups.count == parts.needs.count else { return }
      Conjunction(segment, memory.copy(groups), accepted: accepted(parts), memory: memory).run(&hits)
    } else if parts.hasNeeds, parts.needs.count == 1,
      case .phrase(let phrase, let weight, let k1) = parts.needs[0], phrase.sequences.count == 1
    {
      let sequence = phrase.sequences[0]
      guard
        let matcher = PhraseMatcher(
          segment.fields[sequence.field], terms: sequence.terms, slop: phrase.slop, memory: memory)
      else { return }
      var search = PhraseSearch(
        segment, matcher,
        table: statistics.pointers(sequence.field, weight: sequence.weight, k1: k1, memory), weight: weight,
        boundRatio: statistics.boundRatio(sequence.field, in: segment), accepted: accepted(parts))
      search.run(&hits)
    } else {
      evaluate(root, scored: true) { window, bits, sums in
        WindowBits.forEach(bits, words: window.words) { place in
          let document = Int(window.first) &+ place
          hits.offer(id: segment.id(document), score: sums[place])
        }
      }
    }
  }

  /// Gives every matching document that is not deleted, ascending.
  func forEach(_ root: PreparedQuery.Node, _ body: (_ document: Int) -> Void) {
    evaluate(root, scored: false) { window, bits, _ in
      WindowBits.forEach(bits, words: window.words) { body(Int(window.first) &+ $0) }
    }
  }

  /// Evaluates window by window, deleted documents left out.
  private func evaluate(
    _ root: PreparedQuery.Node, scored: Bool,
    _ body: (DocumentWindow, UnsafePointer<UInt64>, UnsafePointer<Int32>) -> Void
  ) {
    guard let node = node(root) else { return }
    let bits = memory.room(UInt64.self, SearchWindow.words)
    let sums = memory.room(Int32.self, SearchWindow.size)
    sums.initialize(repeating: 0, count: SearchWindow.size)
    forEachWindow { window in
      node.evaluate(window, mask: nil, bits: bits, sums: scored ? sums : nil)
      if let deletions {
        let words = deletions + Int(window.first >> 6)
        for word in 0..<window.words { bits[word] &= ~words[word] }
      }
      body(window, bits, sums)
      if scored { sums.update(repeating: 0, count: SearchWindow.size) }
    }
  }

  private func forEachWindow(_ body: (DocumentWindow) -> Void) {
    let end = UInt32(segment.documentCount)
    var first: UInt32 = 0
    while first < end {
      let last = min(first + UInt32(SearchWindow.size), end)
      body(DocumentWindow(first: first, end: last))
      first = last
    }
  }

  /// The documents that pass the filters of a query and are not deleted.
  private func accepted(_ parts: QueryParts) -> AcceptedDocuments {
    if parts.filters.isEmpty, parts.mustNot.isEmpty {
      return AcceptedDocuments(without: deletions, of: segment.documentCount, memory: memory)
    }
    let count = (segment.documentCount + 63) / 64
    let words = memory.room(UInt64.self, count + SearchWindow.words)
    words.initialize(repeating: 0, count: count + SearchWindow.words)
    evaluate(.boolean(must: parts.filters, should: [], mustNot: parts.mustNot), scored: false) {
      window, bits, _ in (words + Int(window.first >> 6)).update(from: bits, count: window.words)
    }
    return AcceptedDocuments(words: words)
  }

  /// The words of some parts, those without a list left out; nil where a part is no word.
  private func words(_ nodes: [PreparedQuery.Node]) -> [ScoredGroup]? {
    var groups: [ScoredGroup] = []
    for node in nodes {
      guard case .word(let word) = node else { return nil }
      if let group = group(word) { groups.append(group) }
    }
    return groups
  }

  private func group(_ word: PreparedQuery.Word) -> ScoredGroup? {
    var lists: [ScoredList] = []
    for (form, place) in zip(word.forms, stride(from: ordinal, to: word.entries.count, by: segmentCount)) {
      guard let entry = word.entries[place] else { continue }
      let field = segment.fields[form.field]
      lists.append(
        ScoredList(
          cursor: memory.cursor(entry, field), norms: field.norms,
          table: statistics.pointers(form.field, weight: form.weight, k1: word.k1, b: word.b, memory),
          matches: memory.matches, boundRatio: statistics.boundRatio(form.field, in: segment)))
    }
    return lists.isEmpty ? nil : ScoredGroup(memory.copy(lists), weight: word.weight, k1: word.k1)
  }

  /// The tree of a query; nil when it finds nothing here.
  private func node(_ query: PreparedQuery.Node) -> (any WindowNode)? {
    switch query {
    case .everything: return EverythingNode(documents: segment.documentCount)
    case .nothing: return nil
    case .word(let word): return group(word).map { WordNode($0, memory: memory) }
    case .phrase(let phrase, let weight, let k1):
      let matchers = phrase.sequences.compactMap { sequence -> PhraseNode.Matcher? in
        guard
          let matcher = PhraseMatcher(
            segment.fields[sequence.field], terms: sequence.terms, slop: phrase.slop, memory: memory)
        else { return nil }
        return PhraseNode.Matcher(
          matcher, statistics.pointers(sequence.field, weight: sequence.weight, k1: k1, memory))
      }
      return matchers.isEmpty ? nil : PhraseNode(matchers, weight: weight, k1: k1, memory: memory)
    case .keyword(let column, let values):
      let codes = values.compactMap { segment.keywords[column].code(of: $0) }
      return codes.isEmpty ? nil : ColumnNode(segment.keywords[column].codes, in: codes.map { $0...$0 })
    case .keywordPrefix(let column, let prefix):
      return segment.keywords[column].codes(ofPrefix: prefix).map {
        ColumnNode(segment.keywords[column].codes, in: [$0])
      }
    case .number(let column, let range):
      return segment.numbers[column].codes(of: range).map {
        ColumnNode(segment.numbers[column].codes, in: [$0])
      }
    case .documents(let set): return DocumentsNode(set, in: segment)
    case .unscored(let query): return node(query).map { UnscoredNode($0) }
    case .boolean(let must, let should, let mustNot):
      let needed = must.map(node)
      guard needed.allSatisfy({ $0 != nil }) else { return nil }
      let optional = should.compactMap(node)
      if must.isEmpty, !should.isEmpty, optional.isEmpty { return nil }
      return BooleanNode(
        must: needed.compactMap(\.self), should: optional, mustNot: mustNot.compactMap(node),
        documents: segment.documentCount, memory: memory)
    }
  }
}
