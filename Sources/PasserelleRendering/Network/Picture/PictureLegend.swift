import PasserelleCore

/// What stands beneath a picture: what figures, lines and sizes mean.
struct PictureLegend {
  /// One sign with its words.
  struct Item {
    enum Sign {
      case node(NodeStyle, colour: String?)
      case link(LinkStyle)
      case disc(radius: Double)
      case number(Int, colour: String)
    }

    let sign: Sign
    let text: String
  }

  /// Signs of one sort under a heading.
  struct Group {
    let heading: String
    let items: [Item]
  }

  let groups: [Group]

  private static let size = 13.0
  private static let row = 21.0

  /// Writes the legend.
  ///
  /// - Returns: The height that it takes.
  func write(x left: Double, y top: Double, width: Double, to writer: inout MarkupWriter) -> Double {
    var y = top
    for group in groups where !group.items.isEmpty {
      let discs = group.items.compactMap { item -> Double? in
        if case .disc(let radius) = item.sign { radius } else { nil }
      }
      let row = max(Self.row, (discs.max() ?? 0) * 2 + 6)
      y += row
      let heading = group.heading
      writer.element(
        "text",
        [
          "x": left.tenths, "y": (y - row / 2 + 4.5).tenths, "font-size": Self.size.tenths,
          "font-weight": "bold",
        ],
        text: heading)
      let indent = left + TextMetrics.width(of: heading, size: Self.size, isBold: true) + 16
      var x = indent
      for item in group.items {
        let sign = signWidth(item.sign)
        let text = TextMetrics.shortened(item.text, to: 70)
        let whole = sign + 7 + TextMetrics.width(of: text, size: Self.size) + 20
        if x + whole > left + width + 20, x > indent {
          x = indent
          y += row
        }
        let middle = y - row / 2
        write(item.sign, at: PlanePoint(x: x + sign / 2, y: middle), &writer)
        writer.element(
          "text", ["x": (x + sign + 7).tenths, "y": (middle + 4.5).tenths, "font-size": Self.size.tenths],
          text: text)
        x += whole
      }
      writer.line()
      y += 3
    }
    return y - top
  }

  private func signWidth(_ sign: Item.Sign) -> Double {
    switch sign {
    case .node: 14
    case .link: 34
    case .disc(let radius): radius * 2
    case .number: 18
    }
  }

  private func write(_ sign: Item.Sign, at point: PlanePoint, _ writer: inout MarkupWriter) {
    switch sign {
    case .node(let style, let colour):
      NodeMark.write(style, colour: colour, at: point, radius: 6, to: &writer)
    case .link(let style):
      var path = SVGPath()
      path.move(PlanePoint(x: point.x - 17, y: point.y))
      path.line(PlanePoint(x: point.x + 17, y: point.y))
      var attributes = [
        ("fill", "none"), ("stroke", style.colour), ("stroke-width", "2.2"), ("d", path.text),
      ]
      if let dashes = style.dashes { attributes.append(("stroke-dasharray", dashes)) }
      writer.element("path", attributes) { _ in }
    case .disc(let radius):
      writer.empty(
        "circle",
        [
          "cx": point.x.tenths, "cy": point.y.tenths, "r": radius.tenths, "fill": "#fff", "stroke": "#333",
          "stroke-width": "1",
        ])
    case .number(let number, let colour):
      NumberBadge.write(number, colour: colour, at: point, to: &writer)
    }
  }
}

/// A number in a coloured disc.
enum NumberBadge {
  static func write(_ number: Int, colour: String, at point: PlanePoint, to writer: inout MarkupWriter) {
    writer.empty(
      "circle",
      [
        "cx": point.x.tenths, "cy": point.y.tenths, "r": "9.5", "fill": "#fff", "stroke": colour,
        "stroke-width": "3",
      ])
    writer.element(
      "text",
      [
        "x": point.x.tenths, "y": (point.y + 4).tenths, "font-size": "11.5", "font-weight": "bold",
        "text-anchor": "middle", "fill": "#111",
      ], text: String(number))
  }
}

extension PictureLegend {
  /// The kinds of nodes with their numbers, the most frequent first.
  static func kinds(
    _ graph: NodeEdgeGraph, isPlaced: (Int) -> Bool, isColoured: Bool, language: MessageLanguage
  ) -> Group {
    var kinds: [String: (label: String, count: Int, placed: Int)] = [:]
    for (index, node) in graph.nodes.enumerated() {
      kinds[node.kind, default: (node.kindLabel, 0, 0)].count += 1
      if isPlaced(index) { kinds[node.kind]?.placed += 1 }
    }
    let format = ValueFormat(language)
    let sorted = kinds.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return Group(
      heading: language.say("Nœuds", "Nodes"),
      items: sorted.map { code, kind in
        let whole = format.number(kind.count)
        let count =
          kind.placed == kind.count
          ? whole
          : language.say(
            "\(format.number(kind.placed)) sur \(whole)", "\(format.number(kind.placed)) of \(whole)")
        return Item(
          sign: .node(NodeStyle.of(kind: code), colour: isColoured ? nil : "#555"),
          text: "\(kind.label) (\(count))")
      })
  }

  /// The kinds of links with their numbers.
  static func links(_ links: PictureLinks, language: MessageLanguage) -> Group {
    let format = ValueFormat(language)
    var items: [Item] = []
    if links.isBundled {
      let all = links.kinds.map { "\($0.label) (\(format.number($0.count)))" }.joined(separator: ", ")
      items = [Item(sign: .link(LinkStyle.of(rank: nil)), text: all)]
    } else {
      for (rank, kind) in links.kinds.enumerated() {
        items.append(
          Item(sign: .link(LinkStyle.of(rank: rank)), text: "\(kind.label) (\(format.number(kind.count)))"))
      }
    }
    return Group(heading: language.say("Liens", "Links"), items: items)
  }

  /// What sizes mean.
  static func sizes(_ scale: PictureScale, title: String?, language: MessageLanguage) -> Group {
    let format = ValueFormat(language)
    // Within the line, a title begins small, unless its first word is all capitals.
    let title =
      title.map {
        $0.dropFirst().first?.isLowercase == true ? $0.prefix(1).lowercased() + $0.dropFirst() : $0
      }
      ?? (scale.isDegree
        ? language.say("nombre de liens", "number of links") : language.say("taille", "size"))
    let colon = language.say("\(ValueFormat.fixedSpace): ", ": ")
    return Group(
      heading: language.say("Taille des nœuds", "Size of nodes") + colon + title,
      items: scale.samples.map { measure in
        Item(
          sign: .disc(radius: scale.radius(of: measure)),
          text: format.number(measure, digits: measure == measure.rounded() ? 0 : 2))
      })
  }
}
