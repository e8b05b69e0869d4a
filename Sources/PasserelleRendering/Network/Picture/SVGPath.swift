/// The data of an SVG path, in tenths of a pixel.
struct SVGPath {
  private var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func move(_ point: PlanePoint) { command("M", point) }
  mutating func line(_ point: PlanePoint) { command("L", point) }

  mutating func curve(_ control: PlanePoint, _ end: PlanePoint) {
    command("Q", control)
    bytes.append(UInt8(ascii: " "))
    pair(end)
  }

  mutating func close() { bytes.append(UInt8(ascii: "Z")) }

  mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    move(PlanePoint(x: x, y: y))
    line(PlanePoint(x: x + width, y: y))
    line(PlanePoint(x: x + width, y: y + height))
    line(PlanePoint(x: x, y: y + height))
    close()
  }

  /// A closed ring without the points that lie closer to the one before than a tolerance; nothing for a speck.
  mutating func ring(_ points: [PlanePoint], tolerance: Double) {
    guard let first = points.first else { return }
    var kept = [first]
    for point in points.dropFirst() {
      let last = kept[kept.count - 1]
      if max(abs(point.x - last.x), abs(point.y - last.y)) >= tolerance { kept.append(point) }
    }
    if kept.count < 3 {
      guard points.count > 2 else { return }
      // An island too small to be seen keeps a dot.
      rectangle(first.x - 0.5, first.y - 0.5, 1, 1)
      return
    }
    move(kept[0])
    for point in kept.dropFirst() { line(point) }
    close()
  }

  private mutating func command(_ letter: Character, _ point: PlanePoint) {
    bytes.append(letter.asciiValue ?? 0)
    pair(point)
  }

  private mutating func pair(_ point: PlanePoint) {
    bytes.append(contentsOf: point.x.tenths.utf8)
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: point.y.tenths.utf8)
  }
}

extension Double {
  /// The number with one digit after the point, as SVG takes it.
  var tenths: String {
    guard isFinite, magnitude < 1e9 else { return "0" }
    let value = Int((self * 10).rounded())
    let (whole, rest) = (abs(value) / 10, abs(value) % 10)
    return (value < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
  }
}
