/// What a ranker learns from: for each query, its candidates with their features, and which of them won.
///
/// Rows are stored one after another in one flat array. Add a query by ``beginGroup(weight:)``, then each of
/// its candidates by ``append(values:isRelevant:)-([Float],_)``.
public struct RankingData: Sendable {
  /// The names of the features, in the order of the values of a row.
  public let featureNames: [String]
  /// The values, row after row.
  public private(set) var values: [Float] = []
  /// For each row, 1 for a winner and 0 for any other candidate.
  public private(set) var labels: [UInt8] = []
  /// For each query, the number of its first row.
  public private(set) var groupStarts: [Int] = []
  /// For each query, how much it counts; 1 unless told.
  public private(set) var groupWeights: [Double] = []

  /// Makes empty data.
  ///
  /// - Precondition: There is at least one name.
  public init(featureNames: [String]) {
    precondition(!featureNames.isEmpty, "ranking data need at least one feature")
    self.featureNames = featureNames
  }

  /// Number of features of a row.
  public var featureCount: Int { featureNames.count }
  /// Number of rows.
  public var rowCount: Int { labels.count }
  /// Number of queries.
  public var groupCount: Int { groupStarts.count }

  /// The rows of a query.
  public func rows(ofGroup group: Int) -> Range<Int> {
    groupStarts[group]..<(group + 1 < groupStarts.count ? groupStarts[group + 1] : labels.count)
  }

  /// Makes room for a number of rows, to spare copies while they are added.
  public mutating func reserve(rows: Int) {
    values.reserveCapacity(rows * featureCount)
    labels.reserveCapacity(rows)
  }

  /// Starts a query; rows added from here on are its candidates.
  ///
  /// - Parameter weight: How much the query counts in training; what is negative or not a number counts 0.
  public mutating func beginGroup(weight: Double = 1) {
    groupStarts.append(labels.count)
    groupWeights.append(weight.isFinite ? max(0, weight) : 0)
  }

  /// Adds a candidate of the query begun last.
  ///
  /// A value that is not finite is kept as 0, as a model would read it.
  ///
  /// - Precondition: A query was begun, and there is one value for each feature.
  public mutating func append(values row: UnsafeBufferPointer<Float>, isRelevant: Bool) {
    precondition(!groupStarts.isEmpty, "a row needs a query: call beginGroup first")
    precondition(row.count == featureCount, "a row needs one value for each feature")
    for value in row { values.append(value.isFinite ? value : 0) }
    labels.append(isRelevant ? 1 : 0)
  }

  /// Adds a candidate of the query begun last.
  ///
  /// - Precondition: As for the form that takes a buffer.
  public mutating func append(values row: [Float], isRelevant: Bool) {
    row.withUnsafeBufferPointer { append(values: $0, isRelevant: isRelevant) }
  }

  /// The queries from which something can be learned: with a winner, another candidate, and a weight above 0.
  var instructiveGroups: [Int] {
    (0..<groupCount).filter { group in
      let rows = rows(ofGroup: group)
      let relevant = labels[rows].reduce(0) { $0 + Int($1) }
      return relevant > 0 && relevant < rows.count && groupWeights[group] > 0
    }
  }
}
