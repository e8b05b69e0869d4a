import Foundation
import PasserelleCore
import PasserelleGraph
import Testing

/// The index against a naive twin that computes BM25 from its definition.
@Suite struct FTS5RankingTests {
  @Test(arguments: 1...20) func ranksLikeTheFormula(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let vocabulary = (0..<14).map { "t\($0)" }
    var corpus: [Int64: [String]] = [:]
    for id in 1...Int64.random(in: 5...60, using: &generator) {
      let length = Int.random(in: 1...12, using: &generator)
      corpus[id] = (0..<length).map { _ in
        // Squaring makes some terms frequent and some rare.
        let part = Double.random(in: 0..<1, using: &generator)
        return vocabulary[Int(part * part * 14)]
      }
    }
    let index = try index(
      corpus.sorted { $0.key < $1.key }.map { document($0.key, $0.value.joined(separator: " ")) })
    let terms = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
      vocabulary[Int.random(in: 0..<14, using: &generator)]
    }
    let found = try index.top(TextQuery(field: .words, terms: terms), limit: 10)
    let expected = Self.naive(corpus, terms).prefix(10)
    #expect(found.count == expected.count, "seed \(seed)")
    for (hit, twin) in zip(found, expected) {
      #expect(abs(hit.score - twin.score) < 1e-9, "seed \(seed)")
    }
    // Ties within rounding may stand in either order; all else must agree.
    let foundOrder = found.map { Pair($0.score, $0.document) }.sorted()
    let twinOrder = expected.map { Pair($0.score, $0.document) }.sorted()
    #expect(foundOrder == twinOrder, "seed \(seed)")
  }

  private struct Pair: Comparable {
    let score: Double
    let document: Int64

    init(_ score: Double, _ document: Int64) {
      self.score = (score * 1e9).rounded()
      self.document = document
    }

    static func < (left: Pair, right: Pair) -> Bool {
      (-left.score, left.document) < (-right.score, right.document)
    }
  }

  private static func naive(_ corpus: [Int64: [String]], _ terms: [String]) -> [(
    document: Int64, score: Double
  )] {
    let total = Double(corpus.count)
    let mean = Double(corpus.values.reduce(0) { $0 + $1.count }) / total
    var scores: [(document: Int64, score: Double)] = []
    for (id, words) in corpus {
      var score = 0.0
      for term in terms {
        let frequency = Double(words.filter { $0 == term }.count)
        let documents = Double(corpus.values.filter { $0.contains(term) }.count)
        let idf = max(1e-6, log((total - documents + 0.5) / (documents + 0.5)))
        score += idf * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * Double(words.count) / mean))
      }
      if terms.contains(where: words.contains) { scores.append((id, score)) }
    }
    return scores.sorted {
      (($1.score * 1e9).rounded(), $0.document) < (($0.score * 1e9).rounded(), $1.document)
    }
  }

  @Test func tiesStandByNumber() throws {
    let index = try index([document(3, "a b"), document(1, "a b"), document(2, "a c"), document(9, "x y")])
    #expect(try index.numbers(words("a")) == [1, 2, 3])
    let scores = try index.top(words("a"), limit: 10).map(\.score)
    #expect(scores.allSatisfy { $0 >= 0 })
    #expect(try index.top(words("a"), limit: 2).map(\.document) == [1, 2])
    #expect(try index.top(words("a"), limit: 0).isEmpty)
  }

  @Test func aTermCountsAsOftenAsItStands() throws {
    let index = try index([
      document(1, "a z"), document(2, "b z"), document(3, "q z"), document(4, "r z"), document(5, "s z"),
    ])
    #expect(try index.numbers(words("a b b")) == [2, 1])
    #expect(try index.numbers(words("a a b")) == [1, 2])
  }
}
