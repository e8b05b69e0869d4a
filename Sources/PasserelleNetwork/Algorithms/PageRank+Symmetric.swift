import Dispatch

/// PageRank of an undirected graph by conjugate gradients.
///
/// With D the diagonal of strengths and W the weights, y = starts + damping · W D⁻¹ y becomes symmetric and positive
/// definite for z = D^(−1/2) y. Passes over the arcs run in blocks whose sums are added in the order of blocks.
struct SymmetricRanks {
  let rows: ArcRows
  let weights: [Double]?
  let options: PageRankOptions

  private var count: Int { rows.vertexCount }

  /// Ranges of vertices with about as many arcs, the same on every machine.
  private func blocks() -> [Range<Int32>] {
    let wanted = rows.arcCount < 1 << 15 ? 1 : 16
    var blocks: [Range<Int32>] = []
    var start: Int32 = 0
    for block in 1...wanted {
      let limit = Int32(rows.arcCount / wanted * block)
      var end = start
      if block == wanted {
        end = Int32(count)
      } else {
        while end < Int32(count), rows.offsets[Int(end)] < limit { end += 1 }
      }
      blocks.append(start..<end)
      start = end
    }
    return blocks
  }

  /// A solution, unscaled, the passes made and the sum of what is wrong.
  func solve(_ starts: [Double]) -> (values: [Double], iterations: Int, residual: Double) {
    let damping = options.damping
    let arcWeights = weights.map { weights in
      [Double](unsafeUninitializedCapacity: rows.arcCount) { buffer, size in
        for arc in 0..<rows.arcCount { buffer[arc] = weights[Int(rows.edges[arc])] }
        size = rows.arcCount
      }
    }
    let strengths = Column<Double>(count) { vertex in
      let arcs = rows.arcs(of: Int32(vertex))
      guard let arcWeights else { return Double(arcs.count) }
      return arcs.reduce(0) { $0 + arcWeights[$1] }
    }
    let root = Column<Double>(count) { strengths[$0].squareRoot() }
    let inverse = Column<Double>(count) { root[$0] > 0 ? 1 / root[$0] : 0 }
    let solution = Column<Double>(count, repeating: 0)
    let errors = Column<Double>(count) { starts[$0] * inverse[$0] }
    let direction = Column<Double>(count) { errors[$0] }
    let product = Column<Double>(count, repeating: 0)
    let handed = Column<Double>(count) { direction[$0] * inverse[$0] }
    var square = 0.0
    var residual = 0.0
    for place in 0..<count {
      square += errors[place] * errors[place]
      residual += abs(errors[place]) * root[place]
    }
    let blocks = blocks()
    let sums = Column<Double>(blocks.count, repeating: 0)
    var iterations = 0
    while residual > options.tolerance, square > 0, iterations < options.maximumIterations {
      // product = (I − damping · D^(−1/2) W D^(−1/2)) · direction, with its scalar product with the direction.
      let pass = SymmetricPass(
        rows: rows, inverse: inverse.base, direction: direction.base, handed: handed.base,
        product: product.base, sums: sums.base, damping: damping)
      if blocks.count == 1 {
        pass.run(blocks[0], into: 0, arcWeights)
      } else {
        DispatchQueue.concurrentPerform(iterations: blocks.count) {
          pass.run(blocks[$0], into: $0, arcWeights)
        }
      }
      iterations += 1
      var curvature = 0.0
      for block in 0..<blocks.count { curvature += sums[block] }
      guard curvature > 0 else { break }
      let length = square / curvature
      var newSquare = 0.0
      residual = 0
      for place in 0..<count {
        solution[place] += length * direction[place]
        let error = errors[place] - length * product[place]
        errors[place] = error
        newSquare += error * error
        residual += abs(error) * root[place]
      }
      let turn = newSquare / square
      square = newSquare
      for place in 0..<count {
        let step = errors[place] + turn * direction[place]
        direction[place] = step
        handed[place] = step * inverse[place]
      }
    }
    let values = (0..<count).map { root[$0] > 0 ? solution[$0] * root[$0] : starts[$0] }
    return (values, iterations, residual)
  }
}

/// One product of the system's matrix with a direction.
private struct SymmetricPass: @unchecked Sendable {
  // Blocks write to places of their own.
  let rows: ArcRows
  let inverse: UnsafeMutablePointer<Double>
  let direction: UnsafeMutablePointer<Double>
  let handed: UnsafeMutablePointer<Double>
  let product: UnsafeMutablePointer<Double>
  let sums: UnsafeMutablePointer<Double>
  let damping: Double

  func run(_ vertices: Range<Int32>, into block: Int, _ arcWeights: [Double]?) {
    if let arcWeights {
      arcWeights.withUnsafeBufferPointer { weights in
        multiply(vertices, into: block) { arc in weights[arc] * handed[Int(rows.targets[arc])] }
      }
    } else {
      multiply(vertices, into: block) { arc in handed[Int(rows.targets[arc])] }
    }
  }

  @inline(__always)
  private func multiply(_ vertices: Range<Int32>, into block: Int, _ term: (Int) -> Double) {
    var total = 0.0
    for vertex in vertices {
      var sum = 0.0
      for arc in rows.arcs(of: vertex) { sum += term(arc) }
      let place = Int(vertex)
      let value = direction[place] - damping * inverse[place] * sum
      product[place] = value
      total += value * direction[place]
    }
    sums[block] = total
  }
}
