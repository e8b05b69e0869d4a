public import PasserelleCore

/// What is known of the vertices of a graph beside their ties, in columns; unknown is nil, never zero.
public struct LinkAttributes: Sendable {
  /// Where each vertex is.
  public var points: [GeographicPoint?]
  /// How many people live there.
  public var populations: [Int?]
  /// The country, ISO 3166-1 alpha-2.
  public var countries: [String?]
  /// What it is, in any code list; only equality counts.
  public var kinds: [String?]
  /// Its themes, ascending numbers; none known where empty.
  public var themes: [[Int32]]
  /// Its name.
  public var labels: [String?]

  /// Makes columns in which nothing is known.
  public init(vertexCount: Int) {
    points = Array(repeating: nil, count: vertexCount)
    populations = Array(repeating: nil, count: vertexCount)
    countries = Array(repeating: nil, count: vertexCount)
    kinds = Array(repeating: nil, count: vertexCount)
    themes = Array(repeating: [], count: vertexCount)
    labels = Array(repeating: nil, count: vertexCount)
  }

  /// Takes the columns of a projection's vertices from its network.
  ///
  /// The kind is the finer kind where it is known.
  ///
  /// - Complexity: O(vertices).
  public init(of projection: NetworkProjection, in network: CooperationNetwork) {
    self.init(vertexCount: projection.vertices.count)
    for (vertex, place) in projection.vertices.enumerated() {
      let node = network.nodes[Int(place)]
      points[vertex] = node.point
      populations[vertex] = node.population
      countries[vertex] = node.country
      kinds[vertex] = node.subkind ?? node.kind.rawValue
      themes[vertex] = network.themes[Int(place)]
      labels[vertex] = node.label.french
    }
  }
}
