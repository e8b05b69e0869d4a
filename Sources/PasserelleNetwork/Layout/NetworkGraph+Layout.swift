extension NetworkGraph {
  /// Lays the graph out in a square: what is tied stands close, circles do not touch as far as there is room.
  ///
  /// Each component is placed by pivots (U. Brandes and C. Pich, “Eigensolver methods for progressive multidimensional
  /// scaling of large data”, GD 2006), then by forces (T. Fruchterman and E. Reingold, “Graph drawing by force-directed
  /// placement”, 1991) with far vertices taken together (J. Barnes and P. Hut, 1986); components are packed in rows, the
  /// largest first. Direction, weights, repeats and loops do not count. Sums, products, quotients and square roots alone
  /// are used, so that the same graph and options give the same points on every machine.
  ///
  /// - Parameter options: The seed, the radii.
  /// - Returns: One point a vertex.
  /// - Precondition: There are as many radii as vertices, or none.
  /// - Complexity: O(iterations · (vertices · log vertices + edges)).
  public func layout(_ options: LayoutOptions = LayoutOptions()) -> [LayoutPoint] {
    precondition(
      options.radii.map { $0.count == vertexCount } ?? true, "Every vertex has a radius, or none has.")
    guard vertexCount > 0 else { return [] }
    let ties = LinkGraph(self)
    let radius = min(0.01, 0.2 / Double(vertexCount).squareRoot())
    let radii = options.radii ?? Array(repeating: radius, count: vertexCount)
    let iterations = options.iterations ?? max(100, min(400, 1_000_000 / vertexCount))
    var places = [SIMD2<Double>](repeating: .zero, count: vertexCount)
    var boxes: [LayoutPacking.Box] = []
    for members in ties.components() {
      var forces = ForceLayout(members: members, of: ties, seed: options.seed)
      forces.run(iterations: iterations)
      var (low, high) = (forces.positions[0], forces.positions[0])
      for position in forces.positions {
        low = pointwiseMin(low, position)
        high = pointwiseMax(high, position)
      }
      for (place, vertex) in members.enumerated() { places[Int(vertex)] = forces.positions[place] - low }
      boxes.append(LayoutPacking.Box(members: members, size: high - low))
    }
    LayoutPacking.pack(boxes, into: &places)
    OverlapRemoval.part(&places, radii: radii, gap: options.gap)
    return places.map { LayoutPoint(x: ($0.x * 1e4).rounded() / 1e4, y: ($0.y * 1e4).rounded() / 1e4) }
  }
}

extension LinkGraph {
  /// The vertices of each component, ascending; the largest component first, equal ones by their first vertex.
  func components() -> [[Int32]] {
    var seen = [Bool](repeating: false, count: vertexCount)
    var components: [[Int32]] = []
    for first in 0..<Int32(vertexCount) where !seen[Int(first)] {
      seen[Int(first)] = true
      var members = [first]
      var next = 0
      while next < members.count {
        for arc in arcs(of: members[next]) where !seen[Int(targets[arc])] {
          seen[Int(targets[arc])] = true
          members.append(targets[arc])
        }
        next += 1
      }
      components.append(members.sorted())
    }
    return components.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}
