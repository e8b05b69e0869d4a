public import PasserelleCore
import PasserelleNetwork

/// Who alone links what: actors and ties without which the network falls apart, and actors that join groups.
public struct BridgesAnswer: Sendable {
  /// What groups are made of.
  public enum Grouping: String, Sendable, Hashable, CaseIterable {
    /// The countries of actors.
    case country
    /// The departments of French actors.
    case department
    /// The communities of the network.
    case community
    /// The kinds of actors.
    case kind
  }

  /// An actor without which a part of the network is cut off.
  public struct Actor: Sendable, Hashable {
    /// The actor.
    public let place: PathAnswer.Place
    /// How many it alone links to the rest.
    public let cutOff: Int
    /// In how many parts the rest falls.
    public let parts: Int
    /// Some of those that it alone links, by name.
    public let examples: [String]
  }

  /// A tie without which a part of the network is cut off.
  public struct Tie: Sendable, Hashable {
    /// The one end.
    public let from: PathAnswer.Place
    /// The other end.
    public let to: PathAnswer.Place
    /// How many it alone links to the rest.
    public let cutOff: Int
  }

  /// An actor that stands between groups.
  public struct Joiner: Sendable, Hashable {
    /// The actor.
    public let place: PathAnswer.Place
    /// Its group.
    public let group: String
    /// The other groups that it is tied to, by the number of ties.
    public let groups: [NetworkScope.Count]
    /// Pairs of those tied to it that are of two groups and not tied with each other.
    public let pairs: Int
  }

  /// The actors that alone link a part, the largest part first.
  public let actors: [Actor]
  /// How many such actors there are.
  public let actorCount: Int
  /// The ties that alone link a part of at least two, the largest part first.
  public let ties: [Tie]
  /// How many ties alone link a part, single nodes too.
  public let tieCount: Int
  /// The actors between groups, those of the most pairs first.
  public let joiners: [Joiner]
  /// What groups are made of.
  public let grouping: Grouping
  /// How many actors belong to no group, as their country is not known.
  public let ungrouped: Int
  /// In how many parts the network falls already.
  public let components: Int
  /// What the answer covers.
  public let scope: NetworkScope
  /// The language of names.
  public let language: MessageLanguage
  let words: NetworkWords
}

extension Workspace {
  /// Who alone links what, and who stands between groups.
  ///
  /// - Parameters:
  ///   - request: The part of the network.
  ///   - grouping: What groups are made of.
  ///   - groups: Two groups or more whose joiners are wanted, by code; empty for all.
  ///   - limit: The most rows of each list.
  ///   - language: The language.
  /// - Returns: The lists with their scope.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a kind, country or theme that is not known.
  public func networkBridges(
    _ request: NetworkRequest, between grouping: BridgesAnswer.Grouping, groups: [String] = [], limit: Int,
    language: MessageLanguage
  ) throws -> BridgesAnswer {
    let view = try networkView(request, shape: .actors, language: language)
    let parts = view.graph.cutParts()
    let actors = parts.vertices.filter { view.node($0.vertex).kind.isActor }
      .map { (vertex: $0.vertex, cutOff: $0.parts.dropFirst().reduce(0, +), parts: $0.parts.count) }
      .sorted { ($1.cutOff, $0.vertex) < ($0.cutOff, $1.vertex) }
    let ties = parts.edges.sorted { ($1.smaller, $0.edge) < ($0.smaller, $1.edge) }
    let joining = try NetworkGroups(view, grouping, wanted: groups, ontology: ontology)
    return BridgesAnswer(
      actors: actors.prefix(limit).map { one in
        BridgesAnswer.Actor(
          place: view.place(view.projection.vertices[Int(one.vertex)]), cutOff: Int(one.cutOff),
          parts: one.parts, examples: view.cutOff(by: one.vertex, limit: 4))
      }, actorCount: actors.count,
      ties: ties.filter { $0.smaller > 1 }.prefix(limit).map { one in
        BridgesAnswer.Tie(
          from: view.place(view.projection.vertices[Int(view.graph.edgeSources[Int(one.edge)])]),
          to: view.place(view.projection.vertices[Int(view.graph.edgeTargets[Int(one.edge)])]),
          cutOff: Int(one.smaller))
      }, tieCount: ties.count, joiners: joining.joiners(limit: limit), grouping: grouping,
      ungrouped: joining.ungrouped, components: view.graph.components().count, scope: view.scope,
      language: language, words: view.words)
  }
}

extension NetworkView {
  /// The names of some that a vertex alone links to the largest part that is left without it.
  func cutOff(by vertex: Int32, limit: Int) -> [String] {
    var seen = [Bool](repeating: false, count: graph.vertexCount)
    seen[Int(vertex)] = true
    var parts: [[Int32]] = []
    for start in Set(graph.neighbours(of: vertex)).sorted() where !seen[Int(start)] {
      var part: [Int32] = [start]
      seen[Int(start)] = true
      var next = 0
      while next < part.count {
        for other in graph.neighbours(of: part[next]) where !seen[Int(other)] {
          seen[Int(other)] = true
          part.append(other)
        }
        next += 1
      }
      parts.append(part)
    }
    let smaller = parts.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.dropFirst()
    return smaller.joined().prefix(limit).map(name)
  }
}
