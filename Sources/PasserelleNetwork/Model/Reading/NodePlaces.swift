import PasserelleCore

/// Gives nodes the country and the point of what they lie in or are part of, where they have none of their own.
enum NodePlaces {
  /// How many times places are handed on: a laboratory in a university in a city in a country.
  private static let rounds = 3

  /// Completes the nodes by the edges of kinds `location` and `partOf`.
  static func complete(_ nodes: inout [CooperationNetwork.Node], _ edges: [CooperationNetwork.Edge]) {
    var places: [(node: Int32, place: Int32)] = []
    for edge in edges where edge.kind == .location || edge.kind == .partOf {
      // A programme is in no country because it is part of a policy of one.
      let isPlace = nodes[Int(edge.target)].kind.isTerritory
      let isWithin = edge.kind == .partOf && nodes[Int(edge.source)].kind.isActor
      if edge.kind == .location || isPlace || isWithin { places.append((edge.source, edge.target)) }
    }
    places.sort { ($0.node, $0.place) < ($1.node, $1.place) }
    for _ in 0..<rounds {
      let before = nodes
      var start = 0
      while start < places.count {
        var end = start
        while end < places.count, places[end].node == places[start].node { end += 1 }
        let node = Int(places[start].node)
        let wider = places[start..<end].map { before[Int($0.place)] }
        // Places that do not agree say nothing.
        if nodes[node].country == nil { nodes[node].country = single(wider.compactMap(\.country)) }
        if nodes[node].point == nil, !nodes[node].kind.isTerritory || nodes[node].kind == .district {
          nodes[node].point = single(wider.filter(isPoint).compactMap(\.point))
        }
        start = end
      }
    }
  }

  /// Whether the point of a place stands for what lies in it.
  private static func isPoint(_ place: CooperationNetwork.Node) -> Bool {
    switch place.kind {
    case .region, .departement, .country, .worldRegion: false
    default: true
    }
  }

  private static func single<Value: Hashable>(_ values: [Value]) -> Value? {
    Set(values).count == 1 ? values[0] : nil
  }
}
