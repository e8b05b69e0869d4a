import Foundation

/// A learned sum of step functions, one for each feature, that scores pairs of vertices; see ``LinkPredictor``.
///
/// Being a sum, it tells exactly what each feature adds. Y. Lou, R. Caruana and J. Gehrke, “Intelligible models for
/// classification and regression”, KDD 2012.
public struct LinkModel: Sendable, Hashable {
  /// What one feature adds, by its value.
  public struct Shape: Sendable, Hashable {
    /// The feature.
    public let feature: LinkFeature
    /// Where steps end, ascending; a value equal to one belongs to the step before.
    public let thresholds: [Float]
    /// What each step adds; one more than thresholds.
    public let amounts: [Double]
    /// What an unknown value adds.
    public let missing: Double
    /// The part of this feature in all contributions to the training pairs, signs left out; 0 to 1.
    public let importance: Double

    /// Makes a shape.
    ///
    /// - Precondition: There is one amount more than thresholds.
    public init(
      feature: LinkFeature, thresholds: [Float], amounts: [Double], missing: Double, importance: Double
    ) {
      precondition(amounts.count == thresholds.count + 1, "There is one step more than thresholds.")
      self.feature = feature
      self.thresholds = thresholds
      self.amounts = amounts
      self.missing = missing
      self.importance = importance
    }

    /// What a value adds.
    ///
    /// - Complexity: O(log thresholds).
    public func amount(of value: Float) -> Double {
      if value.isNaN { return missing }
      var (low, high) = (0, thresholds.count)
      while low < high {
        let middle = (low + high) / 2
        if thresholds[middle] < value { low = middle + 1 } else { high = middle }
      }
      return amounts[low]
    }
  }

  /// Its name.
  public var name: String
  /// The day of training, as the one who trained says, such as `2026-11-22`.
  public var trained: String
  /// The SHA-256 of the training data, in hexadecimal digits.
  public var dataHash: String
  /// How many tied pairs it learned from.
  public var tiedPairs: Int
  /// How many pairs in all.
  public var rows: Int
  /// The log odds of an average pair.
  public var bias: Double
  /// The shapes, in the order of ``LinkFeature/allCases``.
  public var shapes: [Shape]

  /// Makes a model.
  public init(
    name: String, trained: String, dataHash: String, tiedPairs: Int, rows: Int, bias: Double, shapes: [Shape]
  ) {
    self.name = name
    self.trained = trained
    self.dataHash = dataHash
    self.tiedPairs = tiedPairs
    self.rows = rows
    self.bias = bias
    self.shapes = shapes
  }

  /// The log odds of a pair.
  ///
  /// - Parameter row: Its features, in the order of ``LinkFeature/allCases``; NaN where unknown.
  /// - Returns: The sum of what they add and the bias.
  func value(_ row: [Float]) -> Double {
    var sum = bias
    for shape in shapes { sum += shape.amount(of: row[Self.column(shape.feature)]) }
    return sum
  }

  /// What each feature says of a pair, largest contribution first.
  func parts(_ row: [Float]) -> [LinkScore.Part] {
    let parts = shapes.map { shape in
      let value = row[Self.column(shape.feature)]
      return LinkScore.Part(
        feature: shape.feature, value: value.isNaN ? nil : Double(value),
        contribution: shape.amount(of: value))
    }
    return parts.enumerated().sorted {
      ($1.element.contribution, $0.offset) < ($0.element.contribution, $1.offset)
    }.map(\.element)
  }

  /// The number of a feature in rows.
  static func column(_ feature: LinkFeature) -> Int { columns[feature] ?? 0 }

  private static let columns = Dictionary(
    uniqueKeysWithValues: LinkFeature.allCases.enumerated().map { ($1, $0) })

  /// 1 / (1 + e⁻ˣ).
  static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
}
