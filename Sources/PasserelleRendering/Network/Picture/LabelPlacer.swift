/// Puts names beside their marks, the most important first, so that none covers another.
///
/// Each name tries eight places about its mark and takes the one that covers the fewest marks; a name without room is
/// left out. (Christensen, Marks and Shieber, ACM Trans. Graph. 14, 203, 1995, compare such methods.)
struct LabelPlacer {
  /// A mark that may get a name.
  struct Mark {
    let point: PlanePoint
    let radius: Double
    let text: String
    /// Whether the name is written larger.
    let isStrong: Bool
  }

  /// A name with its place.
  struct Label {
    let text: String
    /// Where its base line starts.
    let origin: PlanePoint
    let size: Double
    let isStrong: Bool
  }

  private let bounds: PlaneBox
  private let size: Double
  private var boxes: BoxGrid
  private var marks: BoxGrid

  /// Prepares a panel.
  ///
  /// - Parameters:
  ///   - bounds: Where names may stand.
  ///   - size: The size of the letters in pixels.
  ///   - marks: All marks, those without names too.
  init(bounds: PlaneBox, size: Double, marks: [Mark]) {
    self.bounds = bounds
    self.size = size
    boxes = BoxGrid(cell: 48)
    self.marks = BoxGrid(cell: 48)
    for mark in marks { self.marks.insert(Self.box(of: mark)) }
  }

  /// Keeps a place free of names.
  mutating func reserve(_ box: PlaneBox) { boxes.insert(box) }

  /// Places names in the order of the marks until a limit.
  mutating func place(_ candidates: [Mark], limit: Int) -> [Label] {
    var labels: [Label] = []
    for mark in candidates {
      guard labels.count < limit else { break }
      if let label = place(mark) { labels.append(label) }
    }
    return labels
  }

  private mutating func place(_ mark: Mark) -> Label? {
    let size = mark.isStrong ? self.size + 1.5 : self.size
    let text = TextMetrics.shortened(mark.text, to: 42)
    let width = TextMetrics.width(of: text, size: size, isBold: mark.isStrong)
    let (ascent, descent) = (size * 0.76, size * 0.24)
    let gap = mark.radius * 1.15 + 2.5
    let (x, y) = (mark.point.x, mark.point.y)
    let middle = y + (ascent - descent) / 2
    let diagonal = gap * 0.72
    let origins = [
      (x + gap, middle), (x - gap - width, middle), (x - width / 2, y - gap - descent + 1),
      (x - width / 2, y + gap + ascent), (x + diagonal, y - diagonal), (x - diagonal - width, y - diagonal),
      (x + diagonal, y + diagonal + ascent - 1), (x - diagonal - width, y + diagonal + ascent - 1),
    ]
    var best: (origin: PlanePoint, box: PlaneBox, cost: Int)?
    for (left, base) in origins {
      let box = PlaneBox(
        minX: left - 1.5, minY: base - ascent - 1, maxX: left + width + 1.5, maxY: base + descent)
      guard box.minX >= bounds.minX, box.maxX <= bounds.maxX, box.minY >= bounds.minY,
        box.maxY <= bounds.maxY,
        boxes.count(box, limit: 1) == 0
      else { continue }
      let cost = marks.count(box, limit: best?.cost ?? .max)
      if cost < best?.cost ?? .max { best = (PlanePoint(x: left, y: base), box, cost) }
      if cost == 0 { break }
    }
    guard let best else { return nil }
    boxes.insert(best.box)
    return Label(text: text, origin: best.origin, size: size, isStrong: mark.isStrong)
  }

  private static func box(of mark: Mark) -> PlaneBox {
    let radius = mark.radius * 0.9
    return PlaneBox(
      minX: mark.point.x - radius, minY: mark.point.y - radius, maxX: mark.point.x + radius,
      maxY: mark.point.y + radius)
  }

  /// Writes names, text as text, each above a white rim of its own: not every reader of SVG knows `paint-order`.
  static func write(_ labels: [Label], to writer: inout MarkupWriter) {
    guard !labels.isEmpty else { return }
    let rim: [(String, String)] = [
      ("fill", "#fff"), ("stroke", "#fff"), ("stroke-width", "3"), ("stroke-linejoin", "round"),
      ("aria-hidden", "true"),
    ]
    for attributes in [rim, [("fill", "#111")]] {
      writer.element("g", attributes) { writer in
        for label in labels {
          writer.line()
          var attributes: [(String, String)] = [
            ("x", label.origin.x.tenths), ("y", label.origin.y.tenths), ("font-size", label.size.tenths),
          ]
          if label.isStrong { attributes.append(("font-weight", "bold")) }
          writer.element("text", attributes) { $0.text(label.text) }
        }
      }
      writer.line()
    }
  }
}

/// Rectangles by the cells of a grid, to find those that meet another.
struct BoxGrid {
  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  private let cell: Double
  private var boxes: [PlaneBox] = []
  private var cells: [Cell: [Int32]] = [:]

  init(cell: Double) { self.cell = cell }

  mutating func insert(_ box: PlaneBox) {
    let number = Int32(boxes.count)
    boxes.append(box)
    for cell in cells(of: box) { cells[cell, default: []].append(number) }
  }

  /// How many rectangles meet another, counted up to a limit.
  func count(_ box: PlaneBox, limit: Int) -> Int {
    var count = 0
    for cell in cells(of: box) {
      for number in cells[cell] ?? [] {
        let other = boxes[Int(number)]
        // A rectangle that lies in several cells counts in the first that both share.
        guard other.intersects(box), cell == first(of: box, other) else { continue }
        count += 1
        if count >= limit { return count }
      }
    }
    return count
  }

  private func first(of box: PlaneBox, _ other: PlaneBox) -> Cell {
    Cell(
      column: Int((max(box.minX, other.minX) / cell).rounded(.down)),
      row: Int((max(box.minY, other.minY) / cell).rounded(.down)))
  }

  private func cells(of box: PlaneBox) -> [Cell] {
    let columns = Int((box.minX / cell).rounded(.down))...Int((box.maxX / cell).rounded(.down))
    let rows = Int((box.minY / cell).rounded(.down))...Int((box.maxY / cell).rounded(.down))
    return rows.flatMap { row in columns.map { Cell(column: $0, row: row) } }
  }
}
