import PasserelleCore

/// The links of a picture: one of each kind between two places, with the sum of their weights.
struct PictureLinks {
  /// A line to draw.
  struct Link {
    /// The marks that it joins.
    var source: Int
    var target: Int
    /// The place of its kind in ``kinds``; nil where kinds are drawn together.
    var kind: Int?
    /// Whether it has an arrow.
    var isDirected: Bool
    var weight: Double
  }

  /// A kind of link.
  struct Kind {
    let code: String
    let label: String
    /// How many edges there are of it, drawn or not.
    var count: Int
  }

  /// The kinds, the most frequent first.
  private(set) var kinds: [Kind] = []
  /// The lines.
  private(set) var links: [Link] = []
  /// How many edges the lines stand for.
  private(set) var drawnEdges = 0
  /// How many edges are not drawn for want of a place.
  private(set) var unplacedEdges = 0
  /// Whether lines stand for links between neighbouring places.
  private(set) var isBundled = false
  /// How many edges are left out because lines between other places weigh more.
  private(set) var omittedEdges = 0

  /// Gathers the edges of a network whose ends have a place.
  ///
  /// - Parameters:
  ///   - graph: The network.
  ///   - cells: For each node the place that stands for it in bundles; nil where it has none.
  ///   - limit: How many lines there may be.
  ///   - bundles: Whether too many lines are bundled by place; else the lightest are left out.
  init(_ graph: NodeEdgeGraph, cells: [Int?], limit: Int, bundles: Bool) {
    let edges = graph.validEdges
    kinds = Self.kinds(edges)
    let numbers = Dictionary(kinds.enumerated().map { ($1.code, $0) }) { first, _ in first }
    var placed: [(link: Link, count: Int)] = []
    for edge in edges {
      guard cells[edge.source] != nil, cells[edge.target] != nil else {
        unplacedEdges += 1
        continue
      }
      placed.append(
        (
          Link(
            source: edge.source, target: edge.target, kind: numbers[edge.kind], isDirected: edge.isDirected,
            weight: edge.weight.isFinite ? max(0, edge.weight) : 1), 1
        ))
    }
    var merged = Self.merged(placed)
    if merged.count > limit, bundles {
      isBundled = true
      merged = Self.merged(
        merged.compactMap { entry in
          var link = entry.link
          guard let source = cells[link.source], let target = cells[link.target] else { return nil }
          (link.source, link.target, link.isDirected, link.kind) = (source, target, false, nil)
          return (link, entry.count)
        })
    }
    if merged.count > limit {
      merged.sort {
        ($1.link.weight, $0.link.source, $0.link.target) < ($0.link.weight, $1.link.source, $1.link.target)
      }
      omittedEdges = merged[limit...].reduce(0) { $0 + $1.count }
      merged.removeSubrange(limit...)
    }
    drawnEdges = merged.reduce(0) { $0 + $1.count }
    // The heaviest last, above the others.
    merged.sort {
      ($0.link.weight, $0.link.source, $0.link.target) < ($1.link.weight, $1.link.source, $1.link.target)
    }
    links = merged.map(\.link).filter { $0.source != $0.target }
  }

  /// How many different edges meet each node.
  static func degrees(_ graph: NodeEdgeGraph) -> [Int] {
    var degrees = [Int](repeating: 0, count: graph.nodes.count)
    for edge in graph.validEdges {
      degrees[edge.source] += 1
      if edge.source != edge.target { degrees[edge.target] += 1 }
    }
    return degrees
  }

  private static func kinds(_ edges: [NodeEdgeGraph.Edge]) -> [Kind] {
    var kinds: [String: Kind] = [:]
    for edge in edges {
      kinds[edge.kind, default: Kind(code: edge.kind, label: edge.kindLabel, count: 0)].count += 1
    }
    return kinds.values.sorted { ($1.count, $0.code) < ($0.count, $1.code) }
  }

  private struct Key: Hashable {
    let source: Int
    let target: Int
    let kind: Int?
    let isDirected: Bool
  }

  /// Lines of the same ends, kind and direction as one, in the order of the first of each.
  private static func merged(_ links: [(link: Link, count: Int)]) -> [(link: Link, count: Int)] {
    var places: [Key: Int] = [:]
    var result: [(link: Link, count: Int)] = []
    for (link, count) in links {
      let turns = !link.isDirected && link.source > link.target
      let key = Key(
        source: turns ? link.target : link.source, target: turns ? link.source : link.target, kind: link.kind,
        isDirected: link.isDirected)
      if let place = places[key] {
        result[place].link.weight += link.weight
        result[place].count += count
      } else {
        places[key] = result.count
        var link = link
        (link.source, link.target) = (key.source, key.target)
        result.append((link, count))
      }
    }
    return result
  }
}

/// How a kind of link is drawn: by colour and by dashes.
struct LinkStyle {
  let colour: String
  let dashes: String?

  /// The style of the kind with a rank; kinds of higher rank share the last one.
  static func of(rank: Int?) -> LinkStyle {
    guard let rank else { return LinkStyle(colour: "#34495e", dashes: nil) }
    switch rank {
    case 0: return LinkStyle(colour: "#34495e", dashes: nil)
    case 1: return LinkStyle(colour: "#a04000", dashes: "7 3")
    case 2: return LinkStyle(colour: "#006b4f", dashes: "2 3")
    case 3: return LinkStyle(colour: "#7d3c6b", dashes: "9 3 2 3")
    default: return LinkStyle(colour: "#767676", dashes: "1 4")
    }
  }

  /// How many kinds have a style of their own.
  static let distinctCount = 4
}
