import Foundation
import PasserelleCore
import Testing

@testable import PasserelleRendering

@Suite struct GeoJSONRendererTests {
  private static func read(_ graph: NodeEdgeGraph) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(GeoJSONRenderer.data(graph))) as? [String: Any])
  }

  @Test func whatHasNoPlaceIsTold() throws {
    let read = try Self.read(NetworkSample.small)
    #expect(read["format"] as? String == "passerelle-network-geojson/1")
    let features = try #require(read["features"] as? [[String: Any]])
    #expect(features.compactMap { $0["id"] as? String }.suffix(2) == ["e0", "e1"])
    #expect(features.count == 5)
    let nodes = try #require(read["unplaced_nodes"] as? [[String: Any]])
    #expect(nodes.compactMap { $0["id"] as? String } == ["urn:nowhere"])
    let edges = try #require(read["unplaced_edges"] as? [[String: Any]])
    #expect(edges.compactMap { $0["id"] as? String } == ["e2"])
  }

  @Test func linesAreCutAtTheAntimeridian() throws {
    let features = try #require(try Self.read(NetworkSample.small)["features"] as? [[String: Any]])
    let geometry = try #require(features.last?["geometry"] as? [String: Any])
    #expect(geometry["type"] as? String == "MultiLineString")
    let lines = try #require(geometry["coordinates"] as? [[[Double]]])
    #expect(lines.count == 2)
    #expect(lines[0].first == [139.64, 35.44])
    #expect(lines[0].last?[0] == 180)
    #expect(lines[1].first?[0] == -180)
    #expect(lines[0].last?[1] == lines[1].first?[1])
    #expect(lines[1].last == [-171.76, -13.83])
  }

  @Test func greatCirclesAreTheShortestWay() {
    let (paris, tokyo) = (
      GeographicPoint(latitude: 48.85, longitude: 2.35), GeographicPoint(latitude: 35.68, longitude: 139.69)
    )
    let points = GreatCircle.points(from: paris, to: tokyo, step: 1)
    let length = zip(points, points.dropFirst()).reduce(0.0) { $0 + $1.0.kilometres(to: $1.1) }
    #expect(abs(length - paris.kilometres(to: tokyo)) < 0.5)
    // The way runs far north of both.
    #expect(points.map(\.latitude).max() ?? 0 > 65)
    let antipode = GeographicPoint(latitude: -48.85, longitude: -177.65)
    #expect(GreatCircle.points(from: paris, to: antipode, step: 4).allSatisfy { $0.latitude.isFinite })
    #expect(GreatCircle.lines(from: paris, to: paris) == [[paris, paris]])
  }

  @Test func placesOffTheGlobeAreNone() {
    #expect(GeographicPoint(latitude: 91, longitude: 0).valid == nil)
    #expect(GeographicPoint(latitude: .nan, longitude: 0).valid == nil)
    #expect(GeographicPoint(latitude: 0, longitude: 190).valid?.longitude == -170)
  }
}

@Suite struct NetworkTablesTests {
  @Test func nodesAndEdgesHaveARowEach() {
    let nodes = NetworkTables.nodes(NetworkSample.small)
    #expect(nodes.rows.count == 4)
    #expect(nodes.columns.map(\.key).prefix(4) == ["id", "label", "kind", "kind_label"])
    #expect(nodes.rows.allSatisfy { $0.count == nodes.columns.count })
    #expect(nodes.rows[3][5] == .empty)
    let edges = NetworkTables.edges(NetworkSample.small)
    #expect(edges.rows.count == 3)
    #expect(edges.rows[2][5] == .text("Directed"))
    #expect(edges.columns.map(\.key).contains("weight_"))
    let guarded = CSVOptions.standard
    let text = String(decoding: CSVRenderer.data(nodes, options: guarded), as: UTF8.self)
    #expect(text.contains("urn:yokohama"))
  }
}
