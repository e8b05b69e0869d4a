import PasserelleCore

/// The communities of a drawing: their colours, numbers and places.
struct DrawingCommunities {
  /// A community that has a colour of its own.
  struct Community {
    /// Its number as it is written, from 1: the largest first.
    let number: Int
    let colour: String
    let members: [Int]
  }

  /// The largest communities, largest first.
  let shown: [Community]
  /// How many communities have no colour of their own.
  let otherCount: Int
  private let places: [Int: Int]
  private let communities: [Int?]

  /// The colour of what belongs to no community shown.
  static let otherColour = "#8a8a8a"
  private static let colours: [PaletteColour] = [
    .blue, .orange, .green, .purple, .vermillion, .skyBlue, .black,
  ]

  init(_ graph: NodeEdgeGraph) {
    var members: [Int: [Int]] = [:]
    for (index, node) in graph.nodes.enumerated() {
      if let community = node.community { members[community, default: []].append(index) }
    }
    let sorted = members.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    // A community of one or two says nothing that the links do not say.
    let large = sorted.filter { $0.value.count > 2 }.prefix(Self.colours.count)
    shown = zip(large, Self.colours).enumerated().map { index, pair in
      Community(number: index + 1, colour: pair.1.hex, members: pair.0.value)
    }
    otherCount = sorted.count - large.count
    places = Dictionary(large.enumerated().map { ($1.key, $0) }) { first, _ in first }
    communities = graph.nodes.map(\.community)
  }

  /// The community of a node, if it is shown.
  func community(of node: Int) -> Community? { communities[node].flatMap { places[$0] }.map { shown[$0] } }

  /// The colour of a node.
  func colour(of node: Int) -> String { community(of: node)?.colour ?? Self.otherColour }

  /// The middle of a community: the medians of its members' places.
  static func middle(_ community: Community, places: [PlanePoint?]) -> PlanePoint? {
    let points = community.members.compactMap { places[$0] }
    guard !points.isEmpty else { return nil }
    return PlanePoint(
      x: points.map(\.x).sorted()[points.count / 2], y: points.map(\.y).sorted()[points.count / 2])
  }

  /// Writes the number of each community near its middle, beside figures where there is room.
  ///
  /// - Returns: The places taken.
  func writeNumbers(
    places: [PlanePoint?], radius: (Int) -> Double, to writer: inout MarkupWriter
  ) -> [PlaneBox] {
    var marks = BoxGrid(cell: 48)
    for (node, place) in places.enumerated() {
      guard let place else { continue }
      let size = radius(node)
      marks.insert(
        PlaneBox(minX: place.x - size, minY: place.y - size, maxX: place.x + size, maxY: place.y + size))
    }
    var taken: [PlaneBox] = []
    let steps: [Double] = [0, 16, -16, 28, -28, 40, -40]
    for community in shown {
      guard let middle = Self.middle(community, places: places) else { continue }
      var best: (point: PlanePoint, box: PlaneBox, cost: Double)?
      for y in steps {
        for x in steps {
          let point = PlanePoint(x: middle.x + x, y: middle.y + y)
          let box = PlaneBox(minX: point.x - 11, minY: point.y - 11, maxX: point.x + 11, maxY: point.y + 11)
          guard !taken.contains(where: { $0.intersects(box) }) else { continue }
          let cost = Double(marks.count(box, limit: 50)) * 30 + (x * x + y * y).squareRoot()
          if cost < best?.cost ?? .infinity { best = (point, box, cost) }
        }
      }
      guard let best else { continue }
      NumberBadge.write(community.number, colour: community.colour, at: best.point, to: &writer)
      taken.append(best.box)
    }
    writer.line()
    return taken
  }

  /// What the numbers stand for: the largest members of each community.
  func legend(_ graph: NodeEdgeGraph, measures: [Double], language: MessageLanguage) -> PictureLegend.Group {
    let format = ValueFormat(language)
    var items = shown.map { community in
      let members = community.members.sorted { (measures[$1], $0) < (measures[$0], $1) }
      let names = members.prefix(3).map { TextMetrics.shortened(graph.nodes[$0].label, to: 24) }
      let more = members.count > 3 ? "…" : ""
      return PictureLegend.Item(
        sign: .number(community.number, colour: community.colour),
        text: "\(names.joined(separator: ", "))\(more) (\(format.number(members.count)))")
    }
    if otherCount > 0 {
      let words =
        otherCount == 1
        ? language.say("une autre, plus petite", "one other, smaller")
        : language.say(
          "\(format.count(otherCount, "autre, plus petite", "autres, plus petites"))",
          "\(format.count(otherCount, "other")), smaller")
      items.append(
        PictureLegend.Item(
          sign: .node(NodeStyle(.circle, .full, .grey), colour: Self.otherColour), text: words))
    }
    return PictureLegend.Group(heading: language.say("Communautés", "Communities"), items: items)
  }
}
