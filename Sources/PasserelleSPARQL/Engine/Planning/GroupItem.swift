internal import PasserelleCore

/// What a join group is made of: a triple pattern, a path, or a part that has a plan of its own.
struct GroupItem {
  /// What gives the rows.
  enum Source {
    case triple(TripleItem)
    case path(PathItem)
    case plan(PlanNode)
  }

  var source: Source
  /// The variables, each once.
  var variables: [Int]
  /// Those that are bound in every row.
  var certain: Set<Int>
  /// The rows expected, filters counted.
  var rows: Double
  /// The rows read before filters.
  var base: Double
  /// The distinct values expected.
  var distinct: [Int: Double]
  /// How many values there are to choose from where the part is not narrowed down, for estimates of joins.
  var domain: [Int: Double] = [:]
  /// The filters over this part alone.
  var filters: [Expression] = []
  /// The ranges of the object that the filters leave, with the number of rows in them.
  var ranges: (values: [ClosedRange<TermID>], rows: Double)?

  /// Whether it is known to give no rows.
  var isEmpty: Bool {
    switch source {
    case .triple: base == 0
    case .path: false
    case .plan(let node): node.isEmpty
    }
  }

  /// A part that has a plan.
  init(_ node: PlanNode) {
    source = .plan(node)
    variables = node.schema.variables
    certain = Set(
      node.schema.variables.indices.filter { node.schema.isBound[$0] }.map { node.schema.variables[$0] })
    rows = node.rows
    base = node.rows
    distinct = node.distinct
    domain = node.distinct
  }

  /// A triple pattern, with what the snapshot says of it.
  init(_ triple: TripleItem, _ run: EngineRun) throws {
    source = .triple(triple)
    variables = triple.variables
    certain = Set(triple.variables)
    distinct = [:]
    let order = triple.orders.first ?? .spo
    var count = Double(try run.snapshot.estimatedCount(triple.shape(order).scan))
    if triple.singleGraph != nil {
      let inGraph = Double(try run.snapshot.estimatedCount(triple.shape(.gspo).scan))
      count = min(count, inGraph)
    }
    let places = triple.places
    let whole = run.snapshot.statistics
    for (place, node) in places.enumerated() {
      guard let variable = node.variable else { continue }
      var most = count
      if let predicate = places[1].constant, let found = try run.snapshot.statistics(of: predicate) {
        domain[variable] = Double(place == 0 ? found.subjects : found.objects)
        if places[0].constant == nil, places[2].constant == nil { most = domain[variable] ?? count }
      } else if place == 1 {
        most = 40
      } else if places[1].constant == nil {
        most = Double(place == 0 ? whole.subjects : whole.objects)
      }
      distinct[variable] = max(1, min(most, count, distinct[variable] ?? count))
      domain[variable] = max(domain[variable] ?? 1, distinct[variable] ?? 1)
    }
    // A variable that stands twice; the graph that is its own subject is no rarity.
    var repeats = triple.outputs.count - triple.variables.count
    if let variable = triple.graph.variable {
      if distinct[variable] == nil {
        distinct[variable] = max(1, min(count, Double(whole.graphs)))
      } else {
        repeats -= 1
      }
      domain[variable] = max(1, Double(whole.graphs))
    }
    for _ in 0..<max(0, repeats) { count = max(min(count, 1), count * 0.1) }
    rows = count
    base = count
  }
}
