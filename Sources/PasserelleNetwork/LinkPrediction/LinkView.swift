import Foundation

/// One vertex against all others: the features of every pair with it.
struct LinkView {
  private let graph: LinkGraph
  private let profiles: LinkProfiles
  private let areas: LinkAreas
  private let reach: LinkReach
  private let source: Int32
  /// Ties of each vertex with the near surroundings of the source.
  private var nearTies: [Int32]
  /// Ties of each vertex with the wide ones.
  private var wideTies: [Int32]
  /// 1 for the neighbours of the source, 2 for what is near it, 3 for both.
  private var marks: [UInt8]

  /// Looks at all from a vertex.
  ///
  /// - Complexity: that of ``LinkReach``, and the ties of its surroundings.
  init(from source: Int32, graph: LinkGraph, profiles: LinkProfiles, areas: LinkAreas) {
    self.graph = graph
    self.profiles = profiles
    self.areas = areas
    self.source = source
    reach = LinkReach(from: source, in: graph)
    nearTies = [Int32](repeating: 0, count: graph.vertexCount)
    wideTies = nearTies
    marks = [UInt8](repeating: 0, count: graph.vertexCount)
    for arc in graph.arcs(of: source) { marks[Int(graph.targets[arc])] |= 1 }
    let around = profiles.surroundings.around(source)
    for (rank, place) in around.enumerated() {
      let vertex = profiles.surroundings.places[place]
      if rank < LinkSurroundings.near { marks[Int(vertex)] |= 2 }
      for arc in graph.arcs(of: vertex) {
        wideTies[Int(graph.targets[arc])] += 1
        if rank < LinkSurroundings.near { nearTies[Int(graph.targets[arc])] += 1 }
      }
    }
  }

  /// Whether a vertex has a neighbour in common with the source.
  func isAtTwoSteps(_ target: Int32) -> Bool { reach.common[Int(target)] > 0 }

  /// Writes the features of the pair with a vertex, in the order of ``LinkFeature/allCases``; NaN where unknown.
  ///
  /// - Complexity: O(places around + themes + letters).
  func features(of target: Int32, into row: inout [Float]) {
    let other = Int(target)
    let degrees = (Double(graph.degree(source)), Double(graph.degree(target)))
    let common = reach.common[other]
    row[0] = Float(common)
    let union = degrees.0 + degrees.1 - common
    row[1] = union > 0 ? Float(common / union) : 0
    row[2] = Float(reach.adamicAdar[other])
    row[3] = Float(reach.allocation[other])
    row[4] = Float(reach.longer[other])
    row[5] = Float(reach.walk[other])
    surroundings(of: target, into: &row)
    row[9] = profiles.surroundings.kilometres(source, target).map { Float($0) } ?? .nan
    let countries = (profiles.countries[Int(source)], profiles.countries[other])
    row[10] = countries.0 < 0 || countries.1 < 0 ? .nan : (countries.0 == countries.1 ? 1 : 0)
    let languages = (profiles.languages[Int(source)], profiles.languages[other])
    row[11] = languages.0 == 0 || languages.1 == 0 ? .nan : (languages.0 & languages.1 != 0 ? 1 : 0)
    let people = (profiles.populations[Int(source)], profiles.populations[other])
    row[12] = abs(people.0 - people.1)
    let kinds = (profiles.kinds[Int(source)], profiles.kinds[other])
    row[13] = kinds.0 < 0 || kinds.1 < 0 ? .nan : (kinds.0 == kinds.1 ? 1 : 0)
    row[14] =
      LinkProfiles.jaccard(profiles.themes[Int(source)], profiles.themes[other]).map { Float($0) } ?? .nan
    row[15] = LinkProfiles.dice(profiles.grams[Int(source)], profiles.grams[other]).map { Float($0) } ?? .nan
    row[16] = people.0.isNaN || people.1.isNaN ? .nan : min(people.0, people.1)
    row[17] = Float(log((degrees.0 + 1) * (degrees.1 + 1)))
    row[18] = Float(min(degrees.0, degrees.1))
  }

  private func surroundings(of target: Int32, into row: inout [Float]) {
    let around = profiles.surroundings.around(target)
    guard !around.isEmpty, !profiles.surroundings.around(source).isEmpty else {
      row[6] = .nan
      row[7] = .nan
      row[8] = .nan
      return
    }
    var (near, wide, own): (Int32, Int32, Int32) = (0, 0, 0)
    profiles.surroundings.places.withUnsafeBufferPointer { places in
      for place in around.prefix(LinkSurroundings.near) {
        let vertex = Int(places[place])
        near &+= nearTies[vertex]
        if marks[vertex] & 1 != 0 { own &+= 1 }
      }
      for place in around { wide &+= wideTies[Int(places[place])] }
    }
    for arc in graph.arcs(of: target) where marks[Int(graph.targets[arc])] & 2 != 0 { own += 1 }
    row[6] = Float(own)
    row[7] = Self.part(near, areas.near[Int(source)], areas.near[Int(target)])
    row[8] = Self.part(wide, areas.wide[Int(source)], areas.wide[Int(target)])
  }

  private static func part(_ ties: Int32, _ left: Double, _ right: Double) -> Float {
    ties == 0 ? 0 : Float(Double(ties) / (left * right).squareRoot())
  }
}

/// How many ties the surroundings of each vertex have in all.
struct LinkAreas: Sendable {
  /// Of the near ones.
  let near: [Double]
  /// Of the wide ones.
  let wide: [Double]

  /// Counts the ties.
  ///
  /// - Complexity: O(vertices · places around).
  init(graph: LinkGraph, surroundings: LinkSurroundings) {
    var near = [Double](repeating: 0, count: graph.vertexCount)
    var wide = near
    for vertex in 0..<graph.vertexCount {
      for (rank, place) in surroundings.around(Int32(vertex)).enumerated() {
        let ties = Double(graph.degree(surroundings.places[place]))
        wide[vertex] += ties
        if rank < LinkSurroundings.near { near[vertex] += ties }
      }
    }
    self.near = near
    self.wide = wide
  }
}
