/// Says which untied pairs of a graph are most alike those that are tied, and why.
///
/// It reads structure, places, sizes, names and themes; nothing of persons. With a model of ``LinkFeature/withoutFame``,
/// being well known is no reason. For the classical scores alone see ``LinkHeuristic``.
public struct LinkPredictor: Sendable {
  private let graph: LinkGraph
  private let profiles: LinkProfiles
  private let areas: LinkAreas
  /// The model.
  public let model: LinkModel

  /// Prepares a graph.
  ///
  /// Direction, weights, repeats and loops do not count.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - attributes: What is known of its vertices.
  ///   - model: The model.
  /// - Precondition: The attributes have as many rows as the graph has vertices.
  /// - Complexity: O(vertices · places around + edges).
  public init(graph: NetworkGraph, attributes: LinkAttributes, model: LinkModel) {
    precondition(attributes.points.count == graph.vertexCount, "Every vertex has a row of attributes.")
    self.init(graph: LinkGraph(graph), profiles: LinkProfiles(attributes), model: model)
  }

  init(graph: LinkGraph, profiles: LinkProfiles, model: LinkModel) {
    self.graph = graph
    self.profiles = profiles
    self.model = model
    areas = LinkAreas(graph: graph, surroundings: profiles.surroundings)
  }

  /// Whether two vertices are tied already.
  public func isTied(_ left: Int32, _ right: Int32) -> Bool { graph.isTied(left, right) }

  /// The score of a pair; meant for pairs that are not tied, because a tie speaks for itself.
  ///
  /// - Complexity: O(paths of three ties from the first); for several pairs of one vertex use ``scores(of:with:)``.
  public func score(_ source: Int32, _ target: Int32) -> LinkScore { scores(of: source, with: [target])[0] }

  /// The scores of a vertex with others, in their order.
  ///
  /// - Complexity: O(paths of three ties from the vertex + others · places around).
  public func scores(of source: Int32, with targets: [Int32]) -> [LinkScore] {
    let view = view(from: source)
    var row = [Float](repeating: 0, count: LinkFeature.allCases.count)
    return targets.map { target in
      view.features(of: target, into: &row)
      return LinkScore(source: source, target: target, value: model.value(row), parts: model.parts(row))
    }
  }

  /// The best untied others of a vertex, best first; equal ones by number.
  ///
  /// - Parameters:
  ///   - source: The vertex.
  ///   - limit: How many are wanted.
  ///   - isEligible: Which others may be named; all when left out.
  /// - Returns: At most as many scores.
  /// - Complexity: O(paths of three ties from the vertex + vertices · places around).
  public func candidates(
    for source: Int32, limit: Int, where isEligible: (Int32) -> Bool = { _ in true }
  ) -> [LinkScore] {
    let view = view(from: source)
    var row = [Float](repeating: 0, count: LinkFeature.allCases.count)
    var found: [(value: Double, target: Int32)] = []
    for target in 0..<Int32(graph.vertexCount)
    where target != source && isEligible(target) && !graph.isTied(source, target) {
      view.features(of: target, into: &row)
      found.append((model.value(row), target))
    }
    found.sort { ($1.value, $0.target) < ($0.value, $1.target) }
    return found.prefix(max(0, limit)).map { item in
      view.features(of: item.target, into: &row)
      return LinkScore(source: source, target: item.target, value: item.value, parts: model.parts(row))
    }
  }

  /// The log odds of a vertex with every vertex, tied ones and itself included.
  public func values(of source: Int32) -> [Double] { values(of: source, by: [model])[0] }

  /// The log odds of a vertex with others by several models, in one look; with every vertex when no others are given.
  package func values(of source: Int32, with targets: [Int32]? = nil, by models: [LinkModel]) -> [[Double]] {
    let view = view(from: source)
    var row = [Float](repeating: 0, count: LinkFeature.allCases.count)
    let count = targets?.count ?? graph.vertexCount
    var values = models.map { _ in [Double](repeating: 0, count: count) }
    for place in 0..<count {
      view.features(of: targets?[place] ?? Int32(place), into: &row)
      for (number, model) in models.enumerated() { values[number][place] = model.value(row) }
    }
    return values
  }

  private func view(from source: Int32) -> LinkView {
    LinkView(from: source, graph: graph, profiles: profiles, areas: areas)
  }
}
