import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import PasserelleText
import Testing

@testable import PasserelleIndex

/// The index against the obvious evaluation of the same queries, on random documents and queries.
@Suite struct IndexSearchTests {
  private static let schema = IndexSchema(
    fields: [
      FieldDefinition(name: "title", hasPositions: true, k1: 1.4, b: 0.5),
      FieldDefinition(name: "body", hasPositions: true),
    ], keywords: ["kind"], numbers: ["day"])

  /// Words of falling frequency; some are near others, or begin alike.
  private static let vocabulary =
    ["eau", "gaz", "eaux", "route", "routes", "rue", "ecole", "ecoles", "pont", "toit"]
    + (0..<60).map { "mot\($0)" }

  /// An index of some documents in segments of a size, and the twin.
  private struct Pair {
    let index: TextIndex
    var naive: NaiveSearch

    init(seed: UInt64, documents count: Int, segment: Int) throws {
      var chance = SeededGenerator(seed: seed)
      index = try TextIndex(storage: MemoryStorage(), schema: IndexSearchTests.schema, identity: [:])
      naive = NaiveSearch(schema: IndexSearchTests.schema)
      for number in 0..<count {
        naive.documents.append(
          NaiveSearch.Document(
            id: Int64(number * 3 + 5),
            words: [
              IndexSearchTests.words(chance.number(0...6), &chance),
              IndexSearchTests.words(chance.number(0...60), &chance),
            ], keyword: ["award", "vendor", "ville", nil][chance.number(0...3)],
            number: chance.number(0...4) == 0 ? nil : Int64(chance.number(-50...50))))
      }
      naive.count()
      let writer = try index.writer()
      var start = 0
      while start < count {
        let end = min(start + segment, count)
        try writer.add(naive.documents[start..<end].map(IndexSearchTests.indexed))
        _ = try writer.commit(metadata: [:])
        start = end
      }
      writer.close()
    }
  }

  private static func words(_ count: Int, _ chance: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in
      // The product of two numbers: few words are frequent, most are rare.
      vocabulary[chance.number(0...69) * chance.number(0...69) / 69]
    }
  }

  private static func indexed(_ document: NaiveSearch.Document) -> IndexDocument {
    var made = IndexDocument(id: document.id)
    for (field, words) in document.words.enumerated() {
      made.terms += words.map { IndexDocument.Term(field: field, bytes: Array($0.utf8)) }
    }
    if let keyword = document.keyword { made.keywords.append(.init(column: 0, value: keyword)) }
    if let number = document.number { made.numbers.append(.init(column: 0, value: number)) }
    return made
  }

  /// A query of some depth.
  private static func query(_ chance: inout SeededGenerator, depth: Int) -> IndexQuery {
    func term() -> [UInt8] { Array(words(1, &chance)[0].utf8) }
    func group() -> TermGroup {
      let fields = [[0], [1], [0, 1]][chance.number(0...2)]
      let word = term()
      return TermGroup(
        fields.map { FieldTerm(field: $0, term: word, weight: [1, 3, 0.5][chance.number(0...2)]) },
        boost: [1, 2][chance.number(0...1)],
        parameters: [nil, nil, BM25Parameters(k1: 0.9, b: 0.9), BM25Parameters(k1: 2, b: 0.2)][
          chance.number(0...3)])
    }
    func several(_ most: Int) -> [IndexQuery] {
      (0..<chance.number(0...most)).map { _ in query(&chance, depth: depth - 1) }
    }
    switch chance.number(0...(depth > 0 ? 14 : 9)) {
    case 0...3: return .word(group())
    case 4:
      return .phrase(
        PhraseGroup(
          [0, 1].prefix(chance.number(1...2)).map {
            PhraseGroup.Sequence(field: $0, terms: (0..<chance.number(2...3)).map { _ in term() })
          }))
    case 5: return .prefix(PatternGroup([FieldTerm(field: 1, term: Array(term().prefix(3)))]))
    case 6: return .fuzzy(PatternGroup([FieldTerm(field: 1, term: term())]), distance: chance.number(1...2))
    case 7: return .keyword(column: 0, values: [["award"], ["ville", "vendor"]][chance.number(0...1)])
    case 8: return .keywordPrefix(column: 0, prefix: ["v", "a", "zz"][chance.number(0...2)])
    case 9:
      let first = Int64(chance.number(-60...60))
      return .number(column: 0, range: first...(first + Int64(chance.number(0...40))))
    case 10: return .filter(query(&chance, depth: depth - 1))
    case 11: return .documents(DocumentSet((0..<40).map { _ in Int64(chance.number(0...900)) }))
    default: return .boolean(must: several(3), should: several(3), mustNot: several(1))
    }
  }

  /// The same question in a form that no fast path takes.
  private static func plain(_ query: IndexQuery) -> IndexQuery {
    .boolean(
      must: [.boolean(must: [query], should: [.nothing], mustNot: [])], should: [.nothing], mustNot: [])
  }

  @Test(arguments: [(1, 150), (2, 70), (3, 64)])
  func answersAreThoseOfTheDefinitions(_ seed: UInt64, _ segment: Int) throws {
    let pair = try Pair(seed: seed, documents: 150, segment: segment)
    let snapshot = try pair.index.snapshot()
    var chance = SeededGenerator(seed: seed + 100)
    for _ in 0..<80 {
      let query = Self.query(&chance, depth: 2)
      let expected = pair.naive.answers(query)
      #expect(snapshot.count(query) == expected.count, "seed \(seed): \(query)")
      #expect(snapshot.matches(query).ids == expected.keys.sorted(), "seed \(seed): \(query)")
      let hits = snapshot.top(query, limit: 1000)
      #expect(hits.map(\.id).sorted() == expected.keys.sorted(), "seed \(seed): \(query)")
      for hit in hits {
        let wanted = expected[hit.id] ?? -1
        // Contributions are rounded to 1/65536 and computed in single precision.
        #expect(abs(hit.score - wanted) <= 0.002 + wanted * 1e-4, "seed \(seed): \(hit) \(wanted) \(query)")
      }
    }
  }

  @Test(arguments: 1...4) func fastPathsGiveTheBestOfAll(_ seed: UInt64) throws {
    // More than one window, so that bounds and skipping matter.
    var pair = try Pair(seed: seed, documents: 4600, segment: seed % 2 == 0 ? 4600 : 4300)
    if seed > 2 {
      let writer = try pair.index.writer()
      try writer.delete(
        pair.naive.documents.indices.filter { $0 % 3 == 1 }.map { pair.naive.documents[$0].id })
      _ = try writer.commit(metadata: [:])
      writer.close()
      pair.naive.documents = pair.naive.documents.enumerated().filter { $0.offset % 3 != 1 }.map(\.element)
    }
    let snapshot = try pair.index.snapshot()
    #expect(snapshot.documentCount == pair.naive.documents.count)
    var chance = SeededGenerator(seed: seed + 500)
    for _ in 0..<12 {
      let words = (0..<chance.number(1...4)).map { _ in
        IndexQuery.word(
          TermGroup(
            [FieldTerm(field: 1, term: Array(Self.words(1, &chance)[0].utf8))],
            parameters: [nil, BM25Parameters(k1: 1.6, b: 0.95), BM25Parameters(k1: 1, b: 0.1)][
              chance.number(0...2)]))
      }
      let phrase = IndexQuery.phrase(
        PhraseGroup([
          .init(
            field: 1, terms: (0..<chance.number(2...3)).map { _ in Array(Self.words(1, &chance)[0].utf8) })
        ]))
      let filter = IndexQuery.keyword(column: 0, values: ["award"])
      let few = IndexQuery.documents(DocumentSet((0..<60).map { _ in Int64(chance.number(0...15_000)) }))
      let any = IndexQuery.boolean(must: [], should: words, mustNot: [])
      for query in [
        any, .boolean(must: words, should: [], mustNot: []), phrase,
        .boolean(must: [any, filter], should: [], mustNot: [words[0]]),
        .boolean(must: words + [filter], should: [], mustNot: []),
        .boolean(must: [any, few], should: [], mustNot: []),
        .boolean(must: [phrase, filter], should: [], mustNot: []),
        .boolean(must: words + [few], should: [], mustNot: []),
      ] {
        let limit = [1, 10, 100][chance.number(0...2)]
        let best = snapshot.top(query, limit: limit)
        #expect(best == snapshot.top(Self.plain(query), limit: limit), "seed \(seed): \(query)")
        #expect(best == Array(snapshot.top(query, limit: 4600).prefix(limit)), "seed \(seed): \(query)")
      }
    }
  }

  @Test func explanationsAddUpToTheScore() throws {
    let pair = try Pair(seed: 9, documents: 200, segment: 90)
    let snapshot = try pair.index.snapshot()
    var chance = SeededGenerator(seed: 10)
    var explained = 0
    for _ in 0..<60 {
      let query = Self.query(&chance, depth: 2)
      for hit in snapshot.top(query, limit: 3) {
        let explanation = try #require(snapshot.explain(query, id: hit.id))
        #expect(explanation.score == hit.score)
        let sum = explanation.parts.reduce(0) { $0 + $1.contribution }
        #expect(abs(sum - hit.score) < 1e-9, "\(query) \(explanation)")
        explained += explanation.parts.count
      }
    }
    #expect(explained > 50)
    #expect(snapshot.explain(.nothing, id: 5) == nil)
    #expect(snapshot.explain(.everything, id: 999_999) == nil)
  }

  @Test(arguments: [Float(1), 1e6, 1e38]) func anyBoostAndAnyNumberOfWordsKeepTheOrder(_ boost: Float) throws
  {
    let pair = try Pair(seed: 12, documents: 150, segment: 64)
    let snapshot = try pair.index.snapshot()
    let words = (0..<4000).map { place in
      let word = Self.vocabulary[place % Self.vocabulary.count]
      return IndexQuery.word(TermGroup([FieldTerm(field: 1, term: Array(word.utf8))], boost: boost))
    }
    let query = IndexQuery.boolean(must: [], should: words, mustNot: [])
    let hits = snapshot.top(query, limit: 150)
    #expect(hits.count == pair.naive.answers(query).count)
    #expect(hits.allSatisfy { $0.fixedScore > 0 && $0.fixedScore < Int64(Int32.max) })
    #expect(hits == snapshot.top(Self.plain(query), limit: 150))
    let filtered = IndexQuery.boolean(
      must: [.keyword(column: 0, values: ["award"]), .filter(words[0])], should: [], mustNot: [words[20]])
    #expect(snapshot.count(filtered) == pair.naive.answers(filtered).count)
    let once = IndexQuery.boolean(must: [], should: Array(words.prefix(Self.vocabulary.count)), mustNot: [])
    let best = try #require(hits.first)
    let naive = pair.naive.answers(once)
    #expect(naive[best.id] ?? 0 >= (naive.values.max() ?? 0) * 0.98)
  }

  @Test func facetsCountTheMatches() throws {
    let pair = try Pair(seed: 11, documents: 200, segment: 64)
    let snapshot = try pair.index.snapshot()
    let query = IndexQuery.word(TermGroup([FieldTerm(field: 1, term: Array("eau".utf8))]))
    let matches = snapshot.matches(query)
    let documents = pair.naive.documents.filter { $0.words[1].contains("eau") }
    let kinds = Dictionary(grouping: documents.compactMap(\.keyword)) { $0 }.mapValues(\.count)
    #expect(
      matches.keywordCounts(column: 0).map(\.value)
        == kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key))
    #expect(
      matches.keywordCounts(column: 0).map(\.count).reduce(0, +) == documents.count { $0.keyword != nil })
    let tens = Dictionary(grouping: documents.compactMap(\.number)) { Int64(($0 >= 0 ? $0 : $0 - 9) / 10) }
    #expect(
      Dictionary(uniqueKeysWithValues: matches.numberCounts(column: 0, unit: 10).map { ($0.value, $0.count) })
        == tens.mapValues(\.count))
  }
}
