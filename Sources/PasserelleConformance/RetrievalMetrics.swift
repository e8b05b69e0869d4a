import Foundation

/// Quality of one ranking against the documents judged relevant to a query.
///
/// The usual measures, as `trec_eval` has them: the gain of a document is its grade, discounted by log₂(rank + 1)
/// (Järvelin and Kekäläinen, 2002). A document ranked twice counts at its first place.
public struct RetrievalMetrics: Sendable, Hashable {
  /// Discounted gain of the first 10 over that of the best order possible (nDCG@10).
  public var discountedGainAt10: Double
  /// 1 / rank of the first relevant document, 0 beyond rank 10 (MRR@10 when averaged).
  public var reciprocalRankAt10: Double
  /// The share of the relevant documents among the first 100.
  public var recallAt100: Double

  /// Makes metrics from their values.
  public init(discountedGainAt10: Double, reciprocalRankAt10: Double, recallAt100: Double) {
    self.discountedGainAt10 = discountedGainAt10
    self.reciprocalRankAt10 = reciprocalRankAt10
    self.recallAt100 = recallAt100
  }

  /// Measures a ranking.
  ///
  /// - Parameters:
  ///   - ranking: Ids of documents, best first.
  ///   - grades: The grade, above 0, of each relevant document; with none, every measure is 0.
  /// - Complexity: O(*n* + *r* log *r*) for *n* ranked and *r* relevant documents.
  public init(ranking: [String], grades: [String: Int]) {
    var seen: Set<String> = []
    var (gain, firstRank, found) = (0.0, nil as Int?, 0)
    for (place, document) in ranking.prefix(100).enumerated() where seen.insert(document).inserted {
      guard let grade = grades[document], grade > 0 else { continue }
      found += 1
      if place < 10 {
        gain += Double(grade) * Self.discount(place)
        firstRank = firstRank ?? place + 1
      }
    }
    let best = grades.values.filter { $0 > 0 }.sorted(by: >)
    let ideal = best.prefix(10).enumerated().reduce(0) { $0 + Double($1.element) * Self.discount($1.offset) }
    discountedGainAt10 = ideal > 0 ? gain / ideal : 0
    reciprocalRankAt10 = firstRank.map { 1 / Double($0) } ?? 0
    recallAt100 = best.isEmpty ? 0 : Double(found) / Double(best.count)
  }

  /// The weight of a place, from 0.
  private static func discount(_ place: Int) -> Double { 1 / log2(Double(place + 2)) }
}
