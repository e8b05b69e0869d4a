/// Who is tied with whom, by a category such as the country or the kind; and how much alike keeps to alike.
public struct MixingTable: Sendable, Hashable {
  /// The weight of the ties from each category to each; symmetric for an undirected graph, in which each tie counts half
  /// each way.
  public let weights: [[Double]]
  /// The weight of the ties of which an end has no known category; they are in no figure.
  public let unknown: Double

  /// The weight of all ties whose categories are known.
  public var total: Double { weights.reduce(0) { $0 + $1.reduce(0, +) } }
  /// The weight of the ties within categories.
  public var internalWeight: Double { weights.indices.reduce(0) { $0 + weights[$1][$1] } }

  /// The assortativity coefficient: 1 where alike is tied with alike alone, 0 at random; nil where it is not defined.
  ///
  /// M. Newman, “Mixing patterns in networks”, Phys. Rev. E 67, 026126 (2003), equation 2.
  public var assortativity: Double? {
    let total = total
    guard total > 0 else { return nil }
    let chance = weights.indices.reduce(0) { $0 + row($1) * column($1) } / (total * total)
    return chance < 1 ? (internalWeight / total - chance) / (1 - chance) : nil
  }

  /// External less internal ties by all: −1 where all are within categories, 1 where none is; nil without ties.
  ///
  /// D. Krackhardt and R. Stern, “Informal networks and organizational crises”, Social Psychology Quarterly 51 (1988).
  public var externalInternalIndex: Double? {
    let total = total
    return total > 0 ? (total - 2 * internalWeight) / total : nil
  }

  /// For each category the part of its ties that stay within it, by the part that would at random; nil where it has none.
  public var homophily: [Double?] {
    let total = total
    return weights.indices.map { category in
      let (own, chance) = (row(category), total > 0 ? column(category) / total : 0)
      return own > 0 && chance > 0 ? weights[category][category] / own / chance : nil
    }
  }

  /// How much more often two categories are tied than at random, 1 for as often; nil where one has no ties.
  public func lift(_ source: Int, _ target: Int) -> Double? {
    let expected = row(source) * column(target) / max(total, .leastNormalMagnitude)
    return expected > 0 ? weights[source][target] / expected : nil
  }

  private func row(_ category: Int) -> Double { weights[category].reduce(0, +) }

  private func column(_ category: Int) -> Double { weights.reduce(0) { $0 + $1[category] } }
}

extension NetworkGraph {
  /// Counts ties by the categories of their ends; repeats and loops count.
  ///
  /// - Parameters:
  ///   - categories: The category of each vertex, from 0; negative where unknown.
  ///   - count: How many categories there are.
  ///   - isWeighted: Whether ties count by their weights.
  /// - Returns: The table.
  /// - Precondition: Every vertex has a category below the count.
  /// - Complexity: O(edges + categories²).
  public func mixing(by categories: [Int32], count: Int, isWeighted: Bool = false) -> MixingTable {
    precondition(categories.count == vertexCount, "Every vertex has a category or a negative number.")
    var weights = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var unknown = 0.0
    for edge in 0..<edgeCount {
      let weight = isWeighted ? self.weight(ofEdge: Int32(edge)) : 1
      let (source, target) = (
        Int(categories[Int(edgeSources[edge])]), Int(categories[Int(edgeTargets[edge])])
      )
      if source < 0 || target < 0 {
        unknown += weight
      } else if isDirected {
        weights[source][target] += weight
      } else {
        weights[source][target] += weight / 2
        weights[target][source] += weight / 2
      }
    }
    return MixingTable(weights: weights, unknown: unknown)
  }

  /// How much the values at both ends of ties go together: Pearson's correlation over ties; nil where it is not defined.
  ///
  /// Ties of which an end has no known value are left out; an undirected tie is seen from both ends. Newman, 2003,
  /// equation 21.
  ///
  /// - Precondition: There is one value a vertex.
  /// - Complexity: O(edges).
  public func assortativity(of values: [Double?]) -> Double? {
    precondition(values.count == vertexCount, "Every vertex has a value or nil.")
    var pairs: [(Double, Double)] = []
    for (source, target) in zip(edgeSources, edgeTargets) {
      guard let left = values[Int(source)], let right = values[Int(target)] else { continue }
      pairs.append((left, right))
      if !isDirected { pairs.append((right, left)) }
    }
    guard pairs.count > 1 else { return nil }
    let count = Double(pairs.count)
    let means = pairs.reduce((0.0, 0.0)) { ($0.0 + $1.0 / count, $0.1 + $1.1 / count) }
    var (both, left, right) = (0.0, 0.0, 0.0)
    for pair in pairs {
      let (first, second) = (pair.0 - means.0, pair.1 - means.1)
      both += first * second
      left += first * first
      right += second * second
    }
    return left > 0 && right > 0 ? both / (left * right).squareRoot() : nil
  }
}
