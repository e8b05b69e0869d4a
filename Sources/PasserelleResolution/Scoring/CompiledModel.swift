/// A model laid out for speed: weights and all trees' nodes one after another.
struct CompiledModel: Sendable {
  /// A node; the first child of an inner node follows it.
  private struct Node: Sendable {
    let threshold: Float
    /// The rank of the feature, -1 for a leaf.
    let feature: Int16
    /// How far the right child is.
    let right: UInt16
  }

  /// The model.
  let model: ResolutionModel
  private let weights: [Float]
  private var nodes: [Node] = []
  private var roots: [Int32] = []

  init(_ model: ResolutionModel) {
    self.model = model
    weights = model.features.map { Float($0.weight) }
    for tree in model.trees {
      roots.append(Int32(nodes.count))
      for (place, node) in tree.enumerated() {
        let isLeaf = node.feature < 0
        nodes.append(
          Node(
            threshold: isLeaf ? node.value : node.threshold, feature: Int16(node.feature),
            right: isLeaf ? 0 : UInt16(Int(node.right) - place)))
      }
    }
  }

  /// The calibrated log odds of a row.
  @inline(__always)
  func logOdds(_ row: UnsafeMutableBufferPointer<Float>) -> Double {
    var sum: Float = 0
    weights.withUnsafeBufferPointer { weights in
      for place in 0..<weights.count { sum += weights[place] * row[place] }
    }
    nodes.withUnsafeBufferPointer { nodes in
      roots.withUnsafeBufferPointer { roots in
        for root in roots {
          var place = Int(root)
          while nodes[place].feature >= 0 {
            let node = nodes[place]
            place += row[Int(node.feature)] <= node.threshold ? 1 : Int(node.right)
          }
          sum += nodes[place].threshold
        }
      }
    }
    return model.slope * (model.bias + Double(sum)) + model.offset
  }
}
