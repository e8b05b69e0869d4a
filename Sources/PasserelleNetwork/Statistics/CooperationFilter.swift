import PasserelleCore

/// Which cooperations are counted.
public struct CooperationFilter: Sendable, Hashable {
  /// What was left out because a date was not known.
  public struct Result: Sendable, Hashable {
    /// The cooperations that are counted.
    public let items: [CooperationItem]
    /// How many satisfy all else and have no known first date, while a year is asked for.
    public let undated: Int
  }

  /// The codes asked for in each dimension; a cooperation needs one of each.
  public var codes: [CooperationDimension: Set<String>] = [:]
  /// The year in which they are known to have held; nil for all.
  public var year: Int?

  /// Makes a filter that lets all pass.
  public init() {}

  /// Applies the filter.
  public func apply(
    to items: [CooperationItem], in network: CooperationNetwork, codes table: CooperationCodes
  ) -> Result {
    var undated = 0
    let passing = items.filter { item in
      let hasCodes = codes.allSatisfy { dimension, wanted in
        !wanted.isDisjoint(with: table.values(of: item, by: dimension, in: network))
      }
      guard hasCodes, let year else { return hasCodes }
      guard let held = item.held(in: year) else {
        undated += 1
        return false
      }
      return held
    }
    return Result(items: passing, undated: undated)
  }
}
