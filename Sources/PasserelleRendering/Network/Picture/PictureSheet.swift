import PasserelleCore

/// A picture with its title above, and its legend and notes beneath.
struct PictureSheet {
  let title: String
  let width: Double
  /// Where the panels lie, from the left margin and from beneath the title.
  let panels: [PlaneBox]
  let legend: PictureLegend
  /// Notes beneath, one paragraph each.
  let notes: [String]

  static let margin = 18.0
  private static let fonts = "Liberation Sans, Arial, Helvetica, sans-serif"

  /// The width of the panel within the margins.
  static func panelWidth(_ width: Int) -> Double { Double(min(4000, max(400, width))) - 2 * margin }

  /// The picture, its panels written by a closure that draws each from its top left corner.
  func picture(_ panel: (_ number: Int, inout MarkupWriter) -> Void) -> Report.Picture {
    let inner = width - 2 * Self.margin
    var y = Self.margin
    var body = MarkupWriter()
    for line in TextMetrics.lines(of: title, size: 20, width: inner, isBold: true).prefix(3) {
      y += 22
      body.element(
        "text", ["x": Self.margin.tenths, "y": y.tenths, "font-size": "20", "font-weight": "bold"], text: line
      )
      body.line()
      y += 4
    }
    y += 8
    for (number, box) in panels.enumerated() {
      let (left, top) = (Self.margin + box.minX, y + box.minY)
      body.element(
        "svg",
        [
          "x": left.tenths, "y": top.tenths, "width": box.width.tenths, "height": box.height.tenths,
          "viewBox": "0 0 \(box.width.tenths) \(box.height.tenths)", "overflow": "hidden",
        ]
      ) { writer in
        writer.line()
        panel(number, &writer)
      }
      body.line()
      var frame = SVGPath()
      frame.rectangle(left, top, box.width, box.height)
      body.empty("path", ["d": frame.text, "fill": "none", "stroke": "#888", "stroke-width": "1"])
      body.line()
    }
    y += (panels.map(\.maxY).max() ?? 0) + 8
    y += legend.write(x: Self.margin, y: y, width: inner, to: &body)
    y += 8
    for note in notes where !note.isEmpty {
      for line in TextMetrics.lines(of: note, size: 12, width: inner) {
        y += 16
        body.element(
          "text", ["x": Self.margin.tenths, "y": y.tenths, "font-size": "12", "fill": "#333"], text: line)
        body.line()
      }
      y += 4
    }
    let height = (y + Self.margin).rounded()
    return Report.Picture(svg: whole(body, height), width: Int(width), height: Int(height))
  }

  private func whole(_ body: MarkupWriter, _ height: Double) -> String {
    var writer = MarkupWriter()
    writer.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": width.tenths, "height": height.tenths,
        "viewBox": "0 0 \(width.tenths) \(height.tenths)", "role": "img", "font-family": Self.fonts,
        "fill": "#111",
      ]
    ) { writer in
      writer.line()
      writer.element("title", text: title)
      writer.line()
      writer.element("desc", text: notes.joined(separator: " "))
      writer.line()
      writer.empty("rect", ["width": width.tenths, "height": height.tenths, "fill": "#fff"])
      writer.line()
      writer.append(body)
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
