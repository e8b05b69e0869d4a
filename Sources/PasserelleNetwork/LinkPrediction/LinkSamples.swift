/// Tied and untied pairs with their features, to learn from.
struct LinkSamples {
  /// The values of each feature, in the order of ``LinkFeature/allCases``; NaN where unknown.
  private(set) var columns: [[Float]]
  /// Whether each pair is tied.
  private(set) var labels: [Bool] = []
  /// How much each pair counts, so that untied ones are as frequent near and far as they are in the graph.
  private(set) var weights: [Double] = []
  /// How many pairs are tied, each seen from both ends.
  private(set) var tied = 0

  /// Draws pairs from a graph, fold by fold.
  init(graph: LinkGraph, profiles: LinkProfiles, options: LinkTraining.Options) {
    columns = Array(repeating: [], count: LinkFeature.allCases.count)
    var draws = DrawSequence(seed: options.seed)
    var ties: [(Int32, Int32)] = []
    for vertex in 0..<Int32(graph.vertexCount) {
      for arc in graph.arcs(of: vertex) where graph.targets[arc] > vertex {
        ties.append((vertex, graph.targets[arc]))
      }
    }
    ties.shuffle(using: &draws)
    let folds = max(2, options.folds)
    for fold in 0..<folds {
      var (rest, held): ([(Int32, Int32)], [(Int32, Int32)]) = ([], [])
      for (place, tie) in ties.enumerated() {
        if place % folds == fold { held.append(tie) } else { rest.append(tie) }
      }
      let part = LinkGraph(vertexCount: graph.vertexCount, sources: rest.map(\.0), targets: rest.map(\.1))
      add(held, of: graph, seenIn: part, profiles: profiles, options: options, draws: &draws)
    }
  }

  private mutating func add(
    _ held: [(Int32, Int32)], of graph: LinkGraph, seenIn part: LinkGraph, profiles: LinkProfiles,
    options: LinkTraining.Options, draws: inout DrawSequence
  ) {
    var asked = [Int32](repeating: 0, count: graph.vertexCount)
    var ends: [(source: Int32, target: Int32)] = []
    for (left, right) in held {
      asked[Int(left)] += 1
      asked[Int(right)] += 1
      ends.append((left, right))
      ends.append((right, left))
    }
    ends.sort { ($0.source, $0.target) < ($1.source, $1.target) }
    let areas = LinkAreas(graph: part, surroundings: profiles.surroundings)
    var row = [Float](repeating: 0, count: columns.count)
    var place = 0
    for source in 0..<Int32(graph.vertexCount) where asked[Int(source)] > 0 {
      let view = LinkView(from: source, graph: part, profiles: profiles, areas: areas)
      while place < ends.count, ends[place].source == source {
        // Each tie is seen from both ends, each time half.
        add(ends[place].target, seenBy: view, isTied: true, weight: 0.5, &row)
        place += 1
      }
      let all = (0..<Int32(graph.vertexCount)).filter { $0 != source && !graph.isTied(source, $0) }
      let (close, far) = (all.filter(view.isAtTwoSteps), all.filter { !view.isAtTwoSteps($0) })
      let times = Int(asked[Int(source)])
      let whole = Double(times) * options.untiedWeight / Double(max(1, all.count))
      for (others, wanted) in [(close, options.atTwoSteps * times), (far, options.untied * times)] {
        guard !others.isEmpty else { continue }
        let drawn = min(wanted, others.count)
        let weight = whole * Double(others.count) / Double(drawn)
        for number in 0..<drawn {
          let target = drawn == others.count ? others[number] : others[draws.below(others.count)]
          add(target, seenBy: view, isTied: false, weight: weight, &row)
        }
      }
    }
  }

  private mutating func add(
    _ target: Int32, seenBy view: LinkView, isTied: Bool, weight: Double, _ row: inout [Float]
  ) {
    view.features(of: target, into: &row)
    for column in row.indices { columns[column].append(row[column]) }
    labels.append(isTied)
    weights.append(weight)
    if isTied { tied += 1 }
  }
}
