/// The vertices on the plane in quarters of quarters, so that far ones push as one (Barnes and Hut, 1986).
struct ForceTree {
  private struct Quarter {
    var centre: SIMD2<Double>
    var half: Double
    /// The sum of the positions within.
    var sum: SIMD2<Double>
    var count: Double
    /// The first of four quarters; -1 for none.
    var children: Int32
  }

  private var quarters: [Quarter] = []
  private static let depth = 24

  /// Sorts positions into quarters.
  ///
  /// - Complexity: O(n log n) for positions that are spread.
  mutating func build(_ positions: [SIMD2<Double>]) {
    var (low, high) = (positions[0], positions[0])
    for position in positions {
      low = pointwiseMin(low, position)
      high = pointwiseMax(high, position)
    }
    quarters.removeAll(keepingCapacity: true)
    quarters.append(Self.empty(centre: (low + high) / 2, half: (high - low).max() / 2 + 1e-9))
    for position in positions { insert(position) }
  }

  private static func empty(centre: SIMD2<Double>, half: Double) -> Quarter {
    Quarter(centre: centre, half: half, sum: .zero, count: 0, children: -1)
  }

  private mutating func insert(_ position: SIMD2<Double>) {
    var (place, level) = (0, 0)
    while true {
      if quarters[place].children < 0, quarters[place].count > 0, level < Self.depth {
        split(place)
      }
      let (sum, count) = (quarters[place].sum, quarters[place].count)
      quarters[place].sum = sum + position
      quarters[place].count = count + 1
      guard quarters[place].children >= 0 else { return }
      place = child(of: place, for: position)
      level += 1
    }
  }

  /// Gives a quarter that holds one position four of its own and moves the position there.
  private mutating func split(_ place: Int) {
    let (centre, half) = (quarters[place].centre, quarters[place].half / 2)
    quarters[place].children = Int32(quarters.count)
    for corner in [SIMD2(-half, -half), SIMD2(half, -half), SIMD2(-half, half), SIMD2(half, half)] {
      quarters.append(Self.empty(centre: centre + corner, half: half))
    }
    let held = quarters[place].sum
    let lower = child(of: place, for: held)
    quarters[lower].sum = held
    quarters[lower].count = quarters[place].count
  }

  private func child(of place: Int, for position: SIMD2<Double>) -> Int {
    let centre = quarters[place].centre
    return Int(quarters[place].children) + (position.x >= centre.x ? 1 : 0) + (position.y >= centre.y ? 2 : 0)
  }

  /// How all positions push one: 1 / the distance each.
  func push(at position: SIMD2<Double>, opening: Double) -> SIMD2<Double> {
    var force = SIMD2<Double>.zero
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 4 * Self.depth + 8) { stack in
      quarters.withUnsafeBufferPointer { quarters in
        stack[0] = 0
        var height = 1
        while height > 0 {
          height -= 1
          let quarter = quarters[Int(stack[height])]
          guard quarter.count > 0 else { continue }
          let away = position - quarter.sum / quarter.count
          let square = (away * away).sum()
          if quarter.children < 0 || 4 * quarter.half * quarter.half < opening * opening * square {
            if square > 1e-18 { force += away * (quarter.count / max(square, 1e-6)) }
          } else {
            for child in 0..<4 { stack[height + child] = quarter.children + Int32(child) }
            height += 4
          }
        }
      }
    }
    return force
  }
}
