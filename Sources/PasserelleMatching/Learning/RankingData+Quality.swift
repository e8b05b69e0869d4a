extension RankingData {
  /// The mean nDCG of the first places when the candidates of each query are ranked by scores.
  ///
  /// Gain 1 for a winner, discount 1 / log2(1 + rank), equal scores in the order of rows (Järvelin and
  /// Kekäläinen, 2002). Queries without a winner are left out.
  ///
  /// - Parameters:
  ///   - depth: How many places count.
  ///   - scores: One score for each row.
  /// - Returns: From 0 to 1; 0 where no query has a winner.
  /// - Precondition: There is one score for each row.
  public func meanNDCG(at depth: Int, scores: [Double]) -> Double {
    precondition(scores.count == rowCount, "one score for each row")
    var sum = 0.0
    var count = 0
    for group in 0..<groupCount {
      let rows = rows(ofGroup: group)
      let relevant = labels[rows].reduce(0) { $0 + Int($1) }
      guard relevant > 0 else { continue }
      count += 1
      let order = rows.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
      var gain = 0.0
      var ideal = 0.0
      for place in 0..<min(depth, order.count) {
        let discount = Self.discount(ofPlace: place)
        if labels[order[place]] > 0 { gain += discount }
        if place < relevant { ideal += discount }
      }
      sum += ideal > 0 ? gain / ideal : 0
    }
    return count == 0 ? 0 : sum / Double(count)
  }

  /// What a place counts in DCG, from place 0.
  static func discount(ofPlace place: Int) -> Double {
    Mathematics.logarithm(2) / Mathematics.logarithm(Double(place + 2))
  }
}
