/// First places of a component's vertices by their distances, in ties, to a few vertices far from each other.
enum PivotLayout {
  private static let pivots = 24
  private static let turns = 30

  /// Places vertices so that distances on the plane resemble those in the graph.
  ///
  /// - Complexity: O(pivots · edges + turns · pivots²).
  static func positions(offsets: [Int32], targets: [Int32]) -> [SIMD2<Double>] {
    let count = offsets.count - 1
    guard count > 2 else { return (0..<count).map { SIMD2(Double($0), 0) } }
    let columns = distances(offsets: offsets, targets: targets, count: count)
    let width = columns.count
    var covariance = [Double](repeating: 0, count: width * width)
    for left in 0..<width {
      for right in left..<width {
        var sum = 0.0
        for vertex in 0..<count { sum += columns[left][vertex] * columns[right][vertex] }
        covariance[left * width + right] = sum
        covariance[right * width + left] = sum
      }
    }
    let first = direction(covariance, width: width, across: nil)
    let second = direction(covariance, width: width, across: first)
    var positions = [SIMD2<Double>](repeating: .zero, count: count)
    for column in 0..<width {
      for vertex in 0..<count {
        positions[vertex] += columns[column][vertex] * SIMD2(first[column], second[column])
      }
    }
    return positions
  }

  /// The squared distances to each pivot, centred by rows and columns.
  private static func distances(offsets: [Int32], targets: [Int32], count: Int) -> [[Double]] {
    var nearest = [Int32](repeating: .max, count: count)
    var columns: [[Double]] = []
    var pivot = 0
    for _ in 0..<min(pivots, count) {
      var hops = [Int32](repeating: -1, count: count)
      var queue = [Int32(pivot)]
      hops[pivot] = 0
      var next = 0
      while next < queue.count {
        let vertex = Int(queue[next])
        next += 1
        for arc in Int(offsets[vertex])..<Int(offsets[vertex + 1]) where hops[Int(targets[arc])] < 0 {
          hops[Int(targets[arc])] = hops[vertex] + 1
          queue.append(targets[arc])
        }
      }
      columns.append(hops.map { Double($0) * Double($0) })
      var farthest = 0
      for vertex in 0..<count {
        nearest[vertex] = min(nearest[vertex], hops[vertex])
        if nearest[vertex] > nearest[farthest] { farthest = vertex }
      }
      if nearest[farthest] == 0 { break }
      pivot = farthest
    }
    var rows = [Double](repeating: 0, count: count)
    var whole = 0.0
    for column in columns {
      for vertex in 0..<count { rows[vertex] += column[vertex] / Double(columns.count) }
    }
    for row in rows { whole += row / Double(count) }
    return columns.map { column in
      let mean = column.reduce(0, +) / Double(count)
      return column.enumerated().map { -0.5 * ($1 - rows[$0] - mean + whole) }
    }
  }

  /// The main direction of a covariance, at right angles to another, by repeated multiplication.
  private static func direction(_ covariance: [Double], width: Int, across other: [Double]?) -> [Double] {
    var vector = (0..<width).map { 1 + Double($0 % 7) / 7 }
    for _ in 0..<turns {
      if let other {
        let shared = zip(vector, other).reduce(0) { $0 + $1.0 * $1.1 }
        for place in 0..<width { vector[place] -= shared * other[place] }
      }
      var next = [Double](repeating: 0, count: width)
      for row in 0..<width {
        for column in 0..<width { next[row] += covariance[row * width + column] * vector[column] }
      }
      let length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 1e-12 else { return vector.map { _ in 0 } }
      vector = next.map { $0 / length }
    }
    return vector
  }
}
