import Foundation
import PasserelleCore
import Testing

@testable import PasserelleRendering

@Suite struct MapRendererTests {
  private static func tree(_ graph: NodeEdgeGraph, _ options: MapOptions = MapOptions()) throws -> XMLTree {
    try #require(XMLTree.read(Array(MapRenderer.svg(graph, options).utf8)), "not well formed")
  }

  @Test func thePictureStandsAlone() throws {
    let tree = try Self.tree(NetworkSample.small)
    let names = Set(tree.everything.map(\.name))
    #expect(names.isSubset(of: ["svg", "title", "desc", "rect", "g", "path", "circle", "text"]))
    let keys = Set(tree.everything.flatMap { $0.attributes.keys })
    #expect(keys.allSatisfy { !$0.hasPrefix("on") && !$0.contains("href") })
    #expect(!tree.everything.flatMap { $0.attributes.values }.contains { $0.contains("url(") })
    #expect(tree.all("title").first?.text == "Lyon & ses <partenaires>")
    #expect(tree.attributes["role"] == "img")
  }

  @Test func whatHasNoCoordinatesIsNamed() throws {
    let text = try Self.tree(NetworkSample.small).all("text").map(\.text).joined(separator: " ")
    #expect(text.contains("absents de la carte (1)\u{A0}: Réseau."))
    #expect(text.contains("Un lien n’est pas tracé, une de ses extrémités n’étant pas située."))
    #expect(text.contains("Réseau (0 sur 1)"))
    #expect(text.contains("Natural Earth (domaine public)"))
    #expect(text.contains("État au 05/03/2024."))
  }

  @Test func manyLinksAreBundledAndTold() throws {
    var options = MapOptions(language: .english)
    options.linkLimit = 50
    let graph = NetworkSample.grid(300)
    let tree = try Self.tree(graph, options)
    let text = tree.all("text").map(\.text).joined(separator: " ")
    #expect(text.contains("The 600 links are too many"))
    let curves = tree.all("path").filter {
      $0.attributes["stroke-width"] != nil && ($0.attributes["d"] ?? "").contains("Q")
    }
    #expect(curves.count <= 50 && curves.count > 10)
  }

  @Test func anEmptyNetworkIsAMapOfTheWorld() throws {
    let tree = try Self.tree(NodeEdgeGraph(title: "Rien"))
    #expect(tree.all("path").count > 200)
  }

  @Test func crowdsAreDrawnAgainLarger() throws {
    var graph = NetworkSample.grid(60)
    graph.nodes.append(
      NodeEdgeGraph.Node(
        id: "dakar", label: "Dakar", kind: "foreignAuthority", kindLabel: "Collectivité",
        point: GeographicPoint(latitude: 14.7, longitude: -17.45)))
    #expect(try Self.tree(graph).all("svg").count == 3)
    var options = MapOptions()
    options.hasDetail = false
    #expect(try Self.tree(graph, options).all("svg").count == 2)
  }

  @Test func theSameNetworkGivesTheSamePicture() {
    let graph = NetworkSample.grid(80)
    #expect(MapRenderer.svg(graph) == MapRenderer.svg(graph))
  }

  @Test func everyKindHasAFigureOfItsOwn() {
    let styles = NodeStyle.table.sorted { $0.key < $1.key }.map(\.value)
    let figures = Set(styles.map { "\($0.shape) \($0.filling)" })
    #expect(figures.count == styles.count)
    #expect(!figures.contains("circle hollow"), "the figure of unknown kinds")
  }
}

@Suite struct OutlinesTests {
  @Test func theOutlinesAreClosedAndOnTheGlobe() {
    let countries = Outlines.shared.countries
    #expect(countries.count > 220)
    #expect(countries.map(\.code) == countries.map(\.code).sorted())
    var wrong: [String] = []
    for country in countries {
      for ring in country.rings where ring.first != ring.last || ring.count < 4 { wrong.append(country.code) }
      for ring in country.rings {
        for point in ring where abs(point.latitude) > 84 || point.longitude < -169.1 || point.longitude > 191
        {
          wrong.append(country.code)
        }
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    ("FR", 45.76, 4.84), ("FR", 4.0, -53.0), ("SN", 14.5, -14.5), ("JP", 36.0, 138.5), ("UA", 45.2, 34.1),
    ("BR", -10.0, -52.0),
  ])
  func placesLieInTheirCountries(code: String, latitude: Double, longitude: Double) throws {
    let country = try #require(Outlines.shared.countries.first { $0.code == code })
    #expect(country.rings.contains { Self.holds($0, latitude, longitude) })
    let others = Outlines.shared.countries.filter { $0.code != code }
    #expect(!others.contains { $0.rings.contains { Self.holds($0, latitude, longitude) } })
  }

  /// Whether a ring holds a point, by the parity of crossings.
  private static func holds(_ ring: [GeographicPoint], _ latitude: Double, _ longitude: Double) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.latitude > latitude) != (b.latitude > latitude) {
      let share = (latitude - a.latitude) / (b.latitude - a.latitude)
      if longitude < a.longitude + share * (b.longitude - a.longitude) { isInside.toggle() }
    }
    return isInside
  }

  @Test func overseasFranceIsThere() throws {
    let france = try #require(Outlines.shared.countries.first { $0.code == "FR" })
    for (latitude, longitude) in [(-21.1, 55.5), (14.65, -61.0), (16.25, -61.5), (-12.8, 45.15), (42.1, 9.1)]
    {
      #expect(
        france.rings.contains { ring in
          ring.contains { abs($0.latitude - latitude) < 1 && abs($0.longitude - longitude) < 1 }
        })
    }
  }
}

@Suite struct MapProjectionTests {
  @Test func theEqualEarthProjectionGivesThePublishedValues() {
    // Šavrič, Patterson and Jenny: the width of the map is 2.05458 times its height.
    let projection = MapProjection.equalEarth(centralLongitude: 0)
    let (east, north) = (
      projection.project(GeographicPoint(latitude: 0, longitude: 180)),
      projection.project(GeographicPoint(latitude: 90, longitude: 0))
    )
    #expect(abs(east.x / -north.y - 2.05458) < 0.0001)
  }

  @Test func bothProjectionsKeepAreas() {
    for projection in [
      MapProjection.equalEarth(centralLongitude: 11),
      .azimuthal(centre: GeographicPoint(latitude: 30, longitude: 0)),
    ] {
      var sizes: [Double] = []
      for (latitude, longitude) in [(0.0, 0.0), (45, 20), (60, -40)] {
        // Squares of equal area on the globe: a degree of longitude shrinks with the cosine of the latitude.
        let side = 0.01
        let wide = side / Foundation.cos(latitude * .pi / 180)
        func at(_ dy: Double, _ dx: Double) -> PlanePoint {
          projection.project(GeographicPoint(latitude: latitude + dy, longitude: longitude + dx))
        }
        let (a, b, c) = (at(0, 0), at(side, 0), at(0, wide))
        sizes.append(abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)))
      }
      #expect(sizes.allSatisfy { abs($0 / sizes[0] - 1) < 0.002 })
    }
  }

  @Test func theAzimuthalProjectionIsUndone() throws {
    let projection = MapProjection.azimuthal(centre: GeographicPoint(latitude: 30, longitude: 170))
    for point in [
      GeographicPoint(latitude: 48, longitude: 175), GeographicPoint(latitude: -10, longitude: 150),
      GeographicPoint(latitude: 30, longitude: 170),
    ] {
      let back = try #require(projection.unproject(projection.project(point)))
      #expect(back.kilometres(to: point) < 0.01)
    }
    let antipode = projection.project(GeographicPoint(latitude: -30, longitude: -10))
    #expect(antipode.x.isFinite && antipode.y.isFinite)
  }

  @Test func theShortestSpanOfLongitudesCrossesThePacificWhereItMust() {
    let span = MapView.longitudes([170, -175, 178])
    #expect(span.start == 170)
    #expect(span.width == 15)
    #expect(MapView.longitudes([]).width == 360)
  }
}

@Suite struct CurveClipTests {
  private static let box = PlaneBox(minX: 0, minY: 0, maxX: 10, maxY: 10)

  @Test func segmentsAreCutAtTheEdges() throws {
    let cut = try #require(
      CurveClip.segment(PlanePoint(x: -5, y: 5), PlanePoint(x: 15, y: 5), within: Self.box))
    #expect(cut.0 == PlanePoint(x: 0, y: 5))
    #expect(cut.1 == PlanePoint(x: 10, y: 5))
    #expect(CurveClip.segment(PlanePoint(x: -5, y: 5), PlanePoint(x: 5, y: 15), within: Self.box) != nil)
    #expect(CurveClip.segment(PlanePoint(x: -5, y: 8), PlanePoint(x: 1, y: 15), within: Self.box) == nil)
    #expect(CurveClip.segment(PlanePoint(x: 11, y: 1), PlanePoint(x: 11, y: 9), within: Self.box) == nil)
  }

  @Test func aLineThatLeavesAndComesBackHasTwoParts() {
    var path = SVGPath()
    let points = [(1.0, 5.0), (5, 5), (5, 20), (8, 20), (8, 5)].map { PlanePoint(x: $0.0, y: $0.1) }
    CurveClip.write(points, within: Self.box, to: &path)
    #expect(path.text == "M1 5L5 5L5 10M8 10L8 5")
    let polygon = PolygonClip.clip(
      [(-5.0, -5.0), (5, -5), (5, 5), (-5, 5)].map { PlanePoint(x: $0.0, y: $0.1) }, minX: 0, minY: 0,
      maxX: 10,
      maxY: 10)
    #expect(Set(polygon) == Set([(0.0, 0.0), (5, 0), (5, 5), (0, 5)].map { PlanePoint(x: $0.0, y: $0.1) }))
  }
}
