/// Cuts curves at a rectangle, for readers of SVG that clip nothing.
enum CurveClip {
  /// Writes the parts of a quadratic curve within a rectangle, as short straight lines.
  static func write(
    _ start: PlanePoint, _ control: PlanePoint, _ end: PlanePoint, within box: PlaneBox,
    to path: inout SVGPath
  ) {
    var hull = PlaneBox()
    for point in [start, control, end] { hull.add(point) }
    guard hull.maxX >= box.minX, hull.minX <= box.maxX, hull.maxY >= box.minY, hull.minY <= box.maxY else {
      return
    }
    let steps = min(96, max(16, Int(max(hull.width, hull.height) / 30)))
    let points = (0...steps).map { step in
      let t = Double(step) / Double(steps)
      let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
      return PlanePoint(
        x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y)
    }
    write(points, within: box, to: &path)
  }

  /// Writes the parts of a line through points within a rectangle.
  static func write(_ points: [PlanePoint], within box: PlaneBox, to path: inout SVGPath) {
    var pen: PlanePoint?
    for (last, point) in zip(points, points.dropFirst()) {
      guard let (from, to) = segment(last, point, within: box) else { continue }
      if pen != from { path.move(from) }
      path.line(to)
      pen = to
    }
  }

  /// The part of a segment within a rectangle, by the method of Liang and Barsky (1984); nil for none.
  static func segment(_ a: PlanePoint, _ b: PlanePoint, within box: PlaneBox) -> (PlanePoint, PlanePoint)? {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    var (first, last) = (0.0, 1.0)
    for (slope, room) in [
      (-dx, a.x - box.minX), (dx, box.maxX - a.x), (-dy, a.y - box.minY), (dy, box.maxY - a.y),
    ] {
      if slope == 0 {
        if room < 0 { return nil }
      } else if slope < 0 {
        first = max(first, room / slope)
      } else {
        last = min(last, room / slope)
      }
    }
    guard first <= last else { return nil }
    func at(_ t: Double) -> PlanePoint {
      t == 0 ? a : t == 1 ? b : PlanePoint(x: a.x + dx * t, y: a.y + dy * t)
    }
    return (at(first), at(last))
  }
}
