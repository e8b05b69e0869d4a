/// Puts components side by side in rows of a square.
enum LayoutPacking {
  /// A component laid out from 0, 0.
  struct Box {
    var members: [Int32]
    var size: SIMD2<Double>
  }

  /// Between components, in lengths of a tie.
  private static let margin = 1.2

  /// Moves each component to its place, then fits all into the square of side 1 with a border.
  ///
  /// Boxes come largest first; each goes into the row that is open, or begins a new one.
  static func pack(_ boxes: [Box], into places: inout [SIMD2<Double>]) {
    var (area, widest) = (0.0, 0.0)
    for box in boxes {
      area += (box.size.x + margin) * (box.size.y + margin)
      widest = max(widest, box.size.x + margin)
    }
    let width = max(widest, (1.1 * area).squareRoot())
    let order = boxes.indices.sorted {
      (boxes[$1].size.y, boxes[$1].size.x, $0) < (boxes[$0].size.y, boxes[$0].size.x, $1)
    }
    var (corner, row, extent) = (SIMD2<Double>.zero, 0.0, SIMD2<Double>.zero)
    for number in order {
      let box = boxes[number]
      if corner.x > 0, corner.x + box.size.x + margin > width {
        corner = SIMD2(0, corner.y + row)
        row = 0
      }
      for vertex in box.members { places[Int(vertex)] += corner }
      extent = pointwiseMax(extent, corner + box.size)
      corner.x += box.size.x + margin
      row = max(row, box.size.y + margin)
    }
    let border = 0.03
    let side = max(extent.x, extent.y)
    let factor = side > 0 ? (1 - 2 * border) / side : 0
    let start = SIMD2(0.5, 0.5) - extent * (factor / 2)
    for place in places.indices { places[place] = start + places[place] * factor }
  }
}
