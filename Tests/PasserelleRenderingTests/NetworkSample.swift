import Foundation
import PasserelleCore
import PasserelleRendering

/// Networks for the tests of pictures and exchange.
enum NetworkSample {
  /// Lyon and its partners: a place without coordinates, an edge that goes one way, dates, texts that want escaping.
  static var small: NodeEdgeGraph {
    NodeEdgeGraph(
      title: "Lyon & ses <partenaires>", note: "Essai \"1\"", date: PartialDate(year: 2024, month: 3, day: 5),
      nodes: [
        NodeEdgeGraph.Node(
          id: "https://passerelle.example/id/insee/69123", label: "Lyon", kind: "commune",
          kindLabel: "Commune",
          country: "FR", point: GeographicPoint(latitude: 45.76, longitude: 4.84), size: 12, community: 0,
          attributes: [.init("population", .integer(522_969)), .init("capital", .flag(false))]),
        NodeEdgeGraph.Node(
          id: "urn:yokohama", label: "Yokohama \\ \"横浜\"", kind: "foreignAuthority",
          kindLabel: "Collectivité",
          country: "JP", point: GeographicPoint(latitude: 35.44, longitude: 139.64), size: 3, community: 0,
          attributes: [.init("population", .number(3_757_630.5))]),
        NodeEdgeGraph.Node(
          id: "urn:apia", label: "Apia\u{1}\nA", kind: "unheardOf", kindLabel: "Autre",
          point: GeographicPoint(latitude: -13.83, longitude: -171.76), community: 1,
          attributes: [.init("population", .text("=1+1"))]),
        NodeEdgeGraph.Node(id: "urn:nowhere", label: "Réseau", kind: "network", kindLabel: "Réseau"),
      ],
      edges: [
        NodeEdgeGraph.Edge(
          id: "e0", source: 0, target: 1, kind: "twinning", kindLabel: "Jumelage", weight: 2,
          since: PartialDate(year: 1959), until: PartialDate(year: 2001, month: 2)),
        NodeEdgeGraph.Edge(
          id: "e1", source: 1, target: 2, kind: "cooperation", kindLabel: "Coopération", weight: 0.5,
          attributes: [.init("weight", .integer(7))]),
        NodeEdgeGraph.Edge(
          id: "e2", source: 0, target: 3, kind: "membership", kindLabel: "Adhésion", isDirected: true),
        NodeEdgeGraph.Edge(id: "broken", source: 0, target: 99, kind: "twinning", kindLabel: "Jumelage"),
      ])
  }

  /// Cities on a grid about France, each tied to the next and to one further on.
  static func grid(_ count: Int, kinds: [String] = ["commune", "foreignAuthority"]) -> NodeEdgeGraph {
    var graph = NodeEdgeGraph(title: "Grille", note: "Essai.")
    for number in 0..<count {
      let kind = kinds[number % kinds.count]
      graph.nodes.append(
        NodeEdgeGraph.Node(
          id: "n\(number)", label: "Ville \(number)", kind: kind, kindLabel: "Nature \(kind)",
          point: GeographicPoint(
            latitude: 42 + Double(number * 37 % 90) / 10, longitude: -4 + Double(number * 53 % 110) / 10),
          community: number % 9))
    }
    for number in 0..<count where count > 1 {
      for step in [1, 7] where (number + step) % count != number {
        graph.edges.append(
          NodeEdgeGraph.Edge(
            id: "e\(number).\(step)", source: number, target: (number + step) % count, kind: "cooperation",
            kindLabel: "Coopération", weight: Double(1 + number % 5)))
      }
    }
    return graph
  }

  /// The nodes on a circle.
  static func circle(_ count: Int) -> [DrawingPoint] {
    (0..<count).map { number in
      let angle = 2 * Double.pi * Double(number) / Double(max(1, count))
      return DrawingPoint(x: 0.5 + 0.5 * cos(angle), y: 0.5 + 0.5 * sin(angle))
    }
  }
}
