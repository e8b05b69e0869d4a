/// One component under forces: all vertices push each other off, ties pull; lengths are in those of a single tie.
struct ForceLayout {
  /// Where the members stand.
  private(set) var positions: [SIMD2<Double>]
  private let offsets: [Int32]
  private let targets: [Int32]

  private static let opening = 0.9
  private static let gravity = 0.02

  /// Places the members of a component by pivots, each shifted a little.
  init(members: [Int32], of graph: LinkGraph, seed: UInt64) {
    var offsets: [Int32] = [0]
    var targets: [Int32] = []
    offsets.reserveCapacity(members.count + 1)
    var numbers: [Int32: Int32] = [:]
    numbers.reserveCapacity(members.count)
    for (place, vertex) in members.enumerated() { numbers[vertex] = Int32(place) }
    for vertex in members {
      for arc in graph.arcs(of: vertex) { targets.append(numbers[graph.targets[arc]] ?? 0) }
      offsets.append(Int32(targets.count))
    }
    self.offsets = offsets
    self.targets = targets
    positions = PivotLayout.positions(offsets: offsets, targets: targets)
    var draws = DrawSequence(seed: seed &+ UInt64(members[0]) &* 0x9E37_79B9)
    scale()
    for place in positions.indices where positions.count > 2 {
      let shift = SIMD2(Double(draws.below(2001) - 1000), Double(draws.below(2001) - 1000))
      positions[place] += shift / 2000
    }
  }

  /// Scales places so that the mean square distance from the centre is that of a disc with one vertex a unit of area.
  private mutating func scale() {
    let count = Double(positions.count)
    let centre = positions.reduce(.zero, +) / count
    var square = 0.0
    for position in positions {
      let away = position - centre
      square += (away * away).sum() / count
    }
    let factor = square > 1e-12 ? (count / 4 / square).squareRoot() : 0
    for place in positions.indices { positions[place] = (positions[place] - centre) * factor }
  }

  /// Lets forces act so many times, each time less far.
  mutating func run(iterations: Int) {
    guard positions.count > 2, iterations > 0 else { return }
    let start = 0.1 * Double(positions.count).squareRoot() + 0.5
    var forces = [SIMD2<Double>](repeating: .zero, count: positions.count)
    var tree = ForceTree()
    for turn in 0..<iterations {
      tree.build(positions)
      for place in positions.indices {
        var force = tree.push(at: positions[place], opening: Self.opening)
        for arc in Int(offsets[place])..<Int(offsets[place + 1]) {
          let away = positions[Int(targets[arc])] - positions[place]
          force += away * (away * away).sum().squareRoot()
        }
        forces[place] = force - positions[place] * Self.gravity
      }
      let left = 1 - Double(turn) / Double(iterations)
      let reach = start * left * left + 0.005
      for place in positions.indices {
        let length = (forces[place] * forces[place]).sum().squareRoot()
        guard length > 0 else { continue }
        positions[place] += forces[place] * (min(length, reach) / length)
      }
    }
  }
}
