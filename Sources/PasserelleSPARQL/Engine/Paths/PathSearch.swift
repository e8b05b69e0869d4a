internal import PasserelleCore

/// Searches along paths, breadth first, a whole front at a time; every search keeps what it has seen, so it stops
/// whatever cycles the data hold.
final class PathSearch {
  private let run: EngineRun
  private let graphs: GraphSelection
  private var rows = QuadColumns()
  private var steps = 0

  init(_ run: EngineRun, _ graphs: GraphSelection) {
    self.run = run
    self.graphs = graphs
  }

  /// What a path leads to from any of some nodes, ascending, each once.
  func reached(_ path: PathSteps, _ front: [TermID], backward: Bool) throws -> [TermID] {
    guard !front.isEmpty else { return [] }
    switch path {
    case .predicate(let predicate):
      return try step(backward ? .pos : .pso, [predicate], front, backward, excluded: [])
    case .inverse(let inner): return try reached(inner, front, backward: !backward)
    case .alternative(let left, let right):
      return Self.unique(
        try reached(left, front, backward: backward) + reached(right, front, backward: backward))
    case .sequence(let left, let right):
      let (first, second) = backward ? (right, left) : (left, right)
      var middle = try reached(first, front, backward: backward)
      // What stands between the parts is a node of the graph.
      if !middle.isEmpty { middle = try middle.filter { try !front.contains($0) || isNode($0) } }
      return try reached(second, middle, backward: backward)
    case .zeroOrOne(let inner): return Self.unique(front + (try reached(inner, front, backward: backward)))
    case .zeroOrMore(let inner): return try closure(front, inner, backward)
    case .oneOrMore(let inner):
      return try closure(reached(inner, front, backward: backward), inner, backward)
    case .negated(let forward, let against):
      var result: [TermID] = []
      if let forward { result += try step(backward ? .ops : .spo, [], front, backward, excluded: forward) }
      if let against { result += try step(backward ? .spo : .ops, [], front, !backward, excluded: against) }
      return Self.unique(result)
    }
  }

  /// Everything that can be reached from some nodes, themselves included (function ALP).
  private func closure(_ starts: [TermID], _ path: PathSteps, _ backward: Bool) throws -> [TermID] {
    var seen = IDSet(starts)
    var front = starts
    while !front.isEmpty {
      try count(front.count)
      front = try reached(path, front, backward: backward).filter { seen.insert($0) }
      if seen.count > run.scalar.context.rowLimit { throw SPARQLErrors.rows(run.scalar.context.rowLimit) }
    }
    return seen.values.sorted()
  }

  private func step(
    _ order: QuadOrder, _ prefix: [TermID], _ front: [TermID], _ backward: Bool, excluded: [TermID]
  )
    throws -> [TermID]
  {
    // A predicate that the snapshot does not know leads nowhere; nodes that only this run knows have no quads.
    if let first = prefix.first, first.rawValue <= 0 { return [] }
    var places: QuadPlaces = backward ? .subject : .object
    if !excluded.isEmpty { places.insert(.predicate) }
    rows.removeAll()
    try run.snapshot.lookUp(
      QuadScan(order: order, prefix: prefix, graphs: graphs, places: places), first: Self.unique(front)[...],
      second: [], into: &rows)
    try count(rows.count)
    let found = backward ? rows.subjects : rows.objects
    guard !excluded.isEmpty else { return Self.unique(found) }
    var result: [TermID] = []
    for row in found.indices where !excluded.contains(rows.predicates[row]) { result.append(found[row]) }
    return Self.unique(result)
  }

  private func count(_ more: Int) throws {
    steps += more
    if steps > 1 << 14 {
      steps = 0
      try run.scalar.checkLimits()
    }
  }

  /// Whether a term is a subject or an object of the graph.
  func isNode(_ id: TermID) throws -> Bool {
    guard id.rawValue > 0 else { return false }
    for order in [QuadOrder.spo, .ops] {
      let cursor = try run.snapshot.cursor(
        QuadScan(order: order, prefix: [id], graphs: graphs, places: order == .spo ? .object : .subject))
      rows.removeAll()
      if try cursor.next(into: &rows, limit: 1) { return true }
    }
    return false
  }

  /// Every subject and object of the graph, ascending.
  func nodes() throws -> [TermID] {
    var result: [TermID] = []
    for (order, place) in [(QuadOrder.spo, QuadPlaces.subject), (.ops, .object)] {
      let cursor = try run.snapshot.cursor(QuadScan(order: order, graphs: graphs, places: place))
      while true {
        rows.removeAll()
        guard try cursor.next(into: &rows, limit: Batch.size) else { break }
        for id in place == .subject ? rows.subjects : rows.objects where id != result.last {
          result.append(id)
        }
        try count(rows.count)
      }
    }
    return Self.unique(result)
  }

  /// The values ascending, each once.
  static func unique(_ list: [TermID]) -> [TermID] {
    var isAscending = true
    for index in list.indices.dropFirst() where list[index] <= list[index - 1] {
      isAscending = false
      break
    }
    if isAscending { return list }
    var list = list.sorted()
    var count = 0
    for index in list.indices where index == 0 || list[index] != list[count - 1] {
      list[count] = list[index]
      count += 1
    }
    list.removeLast(list.count - count)
    return list
  }
}

/// A set of identifiers, by open addressing.
struct IDSet {
  private(set) var values: [TermID] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  init(_ list: [TermID] = []) {
    for value in list { insert(value) }
  }

  var count: Int { values.count }

  func contains(_ id: TermID) -> Bool { slots[place(id)] >= 0 }

  private func place(_ id: TermID) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: IDHash.mixed(0, id)) & mask
    while slots[slot] >= 0, values[Int(slots[slot])] != id { slot = (slot + 1) & mask }
    return slot
  }

  /// Adds a value; returns whether it was not there.
  @discardableResult
  mutating func insert(_ id: TermID) -> Bool {
    let slot = place(id)
    guard slots[slot] < 0 else { return false }
    slots[slot] = Int32(values.count)
    values.append(id)
    if values.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 4)
      for (index, value) in values.enumerated() { slots[place(value)] = Int32(index) }
    }
    return true
  }
}
