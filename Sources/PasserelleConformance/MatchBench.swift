import Dispatch
import Foundation
import PasserelleCore
import PasserelleIndex
import PasserelleMatching
import PasserelleText

/// Known awards of one language, ready to be asked.
struct MatchBench {
  let known: [PastAward]
  let catalogue: AwardCatalogue
  /// The number of known awards of each vendor.
  let awardCounts: [Int]
  private let geography: StaticPlaces
  private let models: MatchModels
  private let threads: Int

  init(_ known: [PastAward], options: MatchEvaluation.Options) {
    self.known = known
    catalogue = BenchmarkCorpus.catalogue(of: known)
    let catalogue = catalogue
    awardCounts = (0..<catalogue.vendorCount).map { catalogue.documents(ofVendor: $0).count }
    geography = options.geography
    models = options.models
    threads = options.threads
  }

  /// What answers a need: the first vendors with their scores.
  typealias Ranker = (PastAward, Matcher, DocumentIndex) throws -> [(vendor: Int, score: Double)]

  /// The product's own ranking.
  static func product(_ options: MatchOptions) -> Ranker {
    var options = options
    options.limit = 50
    options.evidenceLimit = 0
    return { award, matcher, _ in
      try matcher.match(award.need, options: options).vendors.map { ($0.vendor, $0.score) }
    }
  }

  /// Answers queries, on several threads with an index of its own for each.
  ///
  /// - Parameters:
  ///   - queries: The awards to be found.
  ///   - counter: Told of each query done.
  ///   - ranker: What answers.
  /// - Returns: The answers, in the order of the queries.
  /// - Throws: What the text index throws.
  func answers(
    _ queries: [PastAward], counter: ProgressCounter, ranker: @Sendable (MatchBench) -> Ranker
  ) throws -> [MatchMetrics.Answer] {
    let parts = max(1, min(threads, queries.count))
    let slots = Slots<[MatchMetrics.Answer]>(count: parts)
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      slots.set(
        part,
        Result {
          let index = try BenchmarkCorpus.index(of: known, catalogue: catalogue)
          let matcher = Matcher(catalogue: catalogue, text: index, geography: geography, models: models)
          let rank = ranker(self)
          return try stride(from: part, to: queries.count, by: parts).map { place in
            defer { counter.advance() }
            return try answer(queries[place], matcher, index, rank)
          }
        })
    }
    let found = try slots.values()
    // Part p holds the queries p, p + parts, p + 2 · parts …
    return queries.indices.map { found[$0 % parts][$0 / parts] }
  }

  private func answer(
    _ query: PastAward, _ matcher: Matcher, _ index: DocumentIndex, _ rank: Ranker
  ) throws -> MatchMetrics.Answer {
    let clock = ContinuousClock()
    let start = clock.now
    let found = try rank(query, matcher, index)
    let elapsed = (clock.now - start).components
    let winners = Set(query.winners.map(\.iri))
    return MatchMetrics.Answer(
      vendors: found.map(\.vendor), winners: Set(winners.compactMap { catalogue.vendor(iri: $0) }),
      winnerCount: winners.count,
      milliseconds: Double(elapsed.seconds) * 1000 + Double(elapsed.attoseconds) / 1e15,
      scores: found.map(\.score))
  }

  /// The baseline of the literature: the 200 nearest awards by BM25 of the title's words, each vendor worth the sum
  /// of the squares of its awards' scores.
  func nearestAwards() -> Ranker {
    let analyses = BenchmarkFile.languages.map { (language: $0, terms: MatchTerms(language: $0)) }
    let catalogue = catalogue
    return { award, _, index in
      guard let terms = analyses.first(where: { $0.language == award.language })?.terms else { return [] }
      var filter = DocumentFilter()
      filter.kinds = [.award]
      let query = TextQuery(fields: [.title], terms: terms.tellingWords(award.title), filter: filter)
      guard !query.terms.isEmpty else { return [] }
      var sums = [Double](repeating: 0, count: catalogue.vendorCount)
      for hit in try index.top(query, limit: 200) {
        for vendor in catalogue.vendors(ofDocument: hit.document) { sums[vendor] += hit.score * hit.score }
      }
      let order = sums.indices.filter { sums[$0] > 0 }.sorted { (sums[$1], $0) < (sums[$0], $1) }
      return order.prefix(50).map { ($0, sums[$0]) }
    }
  }
}

/// Counts queries done on any thread and reports them one at a time.
final class ProgressCounter: @unchecked Sendable {
  // Unchecked: `done` is only touched under the lock.
  private let lock = NSLock()
  private var done = 0
  private let total: Int
  private let report: @Sendable (Int, Int) -> Void

  init(total: Int, report: @escaping @Sendable (Int, Int) -> Void) {
    self.total = total
    self.report = report
  }

  func advance() {
    lock.withLock {
      done += 1
      report(done, max(total, done))
    }
  }
}
