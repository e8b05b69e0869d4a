/// The feature values of the candidates of an answer, a row each.
public struct FeatureRows: Sendable {
  /// The number of features.
  public static let width = RankingFeature.allCases.count
  /// The vendors, as the catalogue numbers them.
  public private(set) var vendors: [Int32] = []
  /// The values, row after row.
  public private(set) var values: [Float] = []

  /// The number of candidates.
  public var count: Int { vendors.count }

  /// One row while it is filled.
  struct Row {
    fileprivate var values = [Float](repeating: 0, count: FeatureRows.width)

    subscript(feature: RankingFeature) -> Float {
      get { values[feature.rawValue] }
      set { values[feature.rawValue] = newValue }
    }
  }

  private var row = Row()

  mutating func append(_ vendor: Int32, fill: (inout Row) -> Void) {
    for place in row.values.indices { row.values[place] = 0 }
    fill(&row)
    vendors.append(vendor)
    values.append(contentsOf: row.values)
  }

  /// The values of one candidate.
  func row(_ place: Int) -> ArraySlice<Float> { values[place * Self.width..<(place + 1) * Self.width] }

  /// The value of one feature of one candidate.
  public subscript(place: Int, feature: RankingFeature) -> Float {
    values[place * Self.width + feature.rawValue]
  }
}

extension FeatureRows {
  /// What is taken from the score of a candidate of which nothing is near the need by content.
  static let offTopicWeight = 1.5

  /// Whether something known of a candidate is near the need by content: a CPV group in common, three words in ten of
  /// the title, or texts as a whole half as near as those of the nearest vendor.
  static func isOnTopic(_ values: some RandomAccessCollection<Float>) -> Bool {
    func value(_ feature: RankingFeature) -> Float {
      values[values.index(values.startIndex, offsetBy: feature.rawValue)]
    }
    return value(.codeDepth) >= 0.4 || value(.wordCoverage) >= 0.3 || value(.gramCoverage) >= 0.3
      || value(.profile) >= 0.5
  }
}
