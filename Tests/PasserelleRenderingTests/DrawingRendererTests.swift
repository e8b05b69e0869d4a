import PasserelleCore
import Testing

@testable import PasserelleRendering

@Suite struct DrawingRendererTests {
  private static func tree(
    _ graph: NodeEdgeGraph, positions: [DrawingPoint], _ options: DrawingOptions = DrawingOptions()
  ) throws -> XMLTree {
    try #require(
      XMLTree.read(Array(DrawingRenderer.svg(graph, positions: positions, options).utf8)), "not well formed")
  }

  @Test func everyNodeHasAFigureAndCommunitiesHaveNumbers() throws {
    let graph = NetworkSample.grid(40, kinds: ["commune"])
    let tree = try Self.tree(graph, positions: NetworkSample.circle(40))
    let named = tree.all("circle").filter { $0.all("title").count == 1 }
    #expect(named.count == 40)
    let texts = tree.all("text").map(\.text)
    // Nine communities of four or five: seven have colours, each number stands in the picture and in the legend.
    for number in 1...7 { #expect(texts.filter { $0 == String(number) }.count >= 2) }
    #expect(texts.contains("2 autres, plus petites"))
  }

  @Test func nodesWithoutAPlaceAreTold() throws {
    let tree = try Self.tree(NetworkSample.small, positions: Array(NetworkSample.circle(4).prefix(3)))
    let text = tree.all("text").map(\.text).joined(separator: " ")
    #expect(text.contains("Sans place dans le dessin (1)\u{A0}: Réseau."))
  }

  @Test func theLightestLinksAreLeftOutAndTold() throws {
    var options = DrawingOptions(language: .english)
    options.linkLimit = 20
    let tree = try Self.tree(NetworkSample.grid(50), positions: NetworkSample.circle(50), options)
    let text = tree.all("text").map(\.text).joined(separator: " ")
    #expect(text.contains("80 of the weakest links are not drawn."))
  }

  @Test(arguments: [[], [DrawingPoint(x: 0.5, y: 0.5)], [DrawingPoint(x: .nan, y: .infinity)]])
  func oddPlacesHarmNothing(positions: [DrawingPoint]) throws {
    let tree = try Self.tree(NetworkSample.small, positions: positions)
    let values = tree.everything.map(\.attributes).flatMap { Array($0.values) }
    #expect(values.filter { $0.contains("nan") || $0.contains("inf") } == [])
  }

  @Test func theSameNetworkGivesTheSamePicture() {
    let (graph, circle) = (NetworkSample.grid(60), NetworkSample.circle(60))
    #expect(DrawingRenderer.svg(graph, positions: circle) == DrawingRenderer.svg(graph, positions: circle))
  }
}

@Suite struct LabelPlacerTests {
  private static let bounds = PlaneBox(minX: 0, minY: 0, maxX: 400, maxY: 300)

  @Test func namesNeverMeet() {
    var marks: [LabelPlacer.Mark] = []
    for number in 0..<200 {
      let point = PlanePoint(x: Double(number * 37 % 400), y: Double(number * 61 % 300))
      marks.append(
        LabelPlacer.Mark(point: point, radius: 4, text: "Ville \(number)", isStrong: number % 20 == 0))
    }
    var placer = LabelPlacer(bounds: Self.bounds, size: 12, marks: marks)
    let labels = placer.place(marks, limit: 200)
    #expect(labels.count > 30)
    let boxes = labels.map { label in
      PlaneBox(
        minX: label.origin.x, minY: label.origin.y - label.size * 0.7,
        maxX: label.origin.x + TextMetrics.width(of: label.text, size: label.size), maxY: label.origin.y)
    }
    var meetings = 0
    for (index, box) in boxes.enumerated() {
      meetings += boxes[..<index].count { $0.intersects(box) }
      #expect(box.minX >= 0 && box.maxX <= 400 && box.minY >= 0 && box.maxY <= 300)
    }
    #expect(meetings == 0)
  }

  @Test func theFirstNamesComeFirst() {
    let marks = (0..<9).map { number in
      LabelPlacer.Mark(
        point: PlanePoint(x: 200, y: 150), radius: 3, text: "Nom \(number)", isStrong: false)
    }
    var placer = LabelPlacer(bounds: Self.bounds, size: 12, marks: marks)
    let labels = placer.place(marks, limit: 2)
    #expect(labels.map(\.text) == ["Nom 0", "Nom 1"])
  }

  @Test func rectanglesAreCountedOnce() {
    var grid = BoxGrid(cell: 10)
    grid.insert(PlaneBox(minX: 0, minY: 0, maxX: 55, maxY: 55))
    grid.insert(PlaneBox(minX: 60, minY: 60, maxX: 70, maxY: 70))
    #expect(grid.count(PlaneBox(minX: 5, minY: 5, maxX: 45, maxY: 45), limit: .max) == 1)
    #expect(grid.count(PlaneBox(minX: -5, minY: -5, maxX: 100, maxY: 100), limit: .max) == 2)
    #expect(grid.count(PlaneBox(minX: 56, minY: 56, maxX: 59, maxY: 59), limit: .max) == 0)
  }
}
