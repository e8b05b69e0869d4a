internal import PasserelleCore

/// The pairs of nodes that a path connects.
final class PathScan: BatchOperator {
  let schema: Schema
  private let item: PathItem
  private let run: EngineRun
  private let names: () throws -> [TermID]
  private var graphs: [TermID?]?
  private var starts: [TermID]?
  private var place = 0
  private var graphPlace = 0

  init(_ item: PathItem, _ schema: Schema, _ run: EngineRun, names: @escaping () throws -> [TermID]) {
    self.item = item
    self.schema = schema
    self.run = run
    self.names = names
  }

  func next() throws -> Batch? {
    let graphs = try self.graphs ?? (item.graph.variable == nil ? [nil] : names())
    self.graphs = graphs
    var batch = Batch(width: schema.variables.count)
    while graphPlace < graphs.count, batch.count < Batch.size {
      let name = graphs[graphPlace]
      let search = PathSearch(run, name.map { .some([$0]) } ?? item.graph.selection)
      try add(search, name, &batch)
      if starts == nil { graphPlace += 1 }
      try run.scalar.checkLimits()
    }
    return batch.count > 0 ? batch : nil
  }

  private func add(_ search: PathSearch, _ graph: TermID?, _ batch: inout Batch) throws {
    switch (item.ends[0].constant, item.ends[1].constant) {
    case (let start?, let end?):
      if try search.reached(item.steps, [start], backward: false).contains(end) {
        append(start, end, graph, &batch)
      }
    case (let start?, nil):
      for end in try search.reached(item.steps, [start], backward: false) {
        append(start, end, graph, &batch)
      }
    case (nil, let end?):
      for start in try search.reached(item.steps, [end], backward: true) { append(start, end, graph, &batch) }
    case (nil, nil):
      let all = try starts ?? search.nodes()
      starts = all
      while place < all.count, batch.count < Batch.size {
        for end in try search.reached(item.steps, [all[place]], backward: false) {
          append(all[place], end, graph, &batch)
        }
        place += 1
      }
      if place >= all.count {
        starts = nil
        place = 0
      }
    }
  }

  private func append(_ start: TermID, _ end: TermID, _ graph: TermID?, _ batch: inout Batch) {
    let values = [start, end]
    if let a = item.ends[0].variable, a == item.ends[1].variable, start != end { return }
    for (index, node) in item.ends.enumerated() {
      guard let variable = node.variable, variable == item.graph.variable, let graph else { continue }
      if values[index] != graph { return }
    }
    for (column, variable) in schema.variables.enumerated() {
      if item.ends[0].variable == variable {
        batch.columns[column].append(start)
      } else if item.ends[1].variable == variable {
        batch.columns[column].append(end)
      } else {
        batch.columns[column].append(graph ?? .none)
      }
    }
    batch.count += 1
  }
}

/// Joins rows that know one end of a path with the nodes at its other end.
final class PathJoin: PairJoin {
  private let left: any BatchOperator
  private let item: PathItem
  /// Which end is known: 0 the start, 1 the end.
  private let end: Int
  private let column: Int
  private let search: PathSearch
  /// Where the nodes of each known end stand in the right rows.
  private var found: [TermID: Range<Int32>] = [:]
  private var isInBatch = false
  private var row = 0

  /// Joins; the right side of the shape has the column of the known end, and of the other where that is a variable.
  init(
    _ left: any BatchOperator, _ item: PathItem, _ end: Int, _ shape: JoinShape, column: Int, _ run: EngineRun
  ) {
    self.left = left
    self.item = item
    self.end = end
    self.column = column
    search = PathSearch(run, item.graph.selection)
    super.init(shape, run)
    rightRows = shape.right.variables.map { _ in [] }
  }

  override func find() throws -> Step {
    if !isInBatch {
      guard let batch = try left.next() else { return .end }
      begin(batch)
      isInBatch = true
      row = 0
    }
    while row < leftBatch.count, lefts.count < Batch.size {
      for place in try nodes(leftBatch.columns[column][row]) {
        lefts.append(Int32(row))
        rights.append(place)
      }
      row += 1
    }
    if row < leftBatch.count { return .more }
    isInBatch = false
    return .endOfBatch
  }

  private func nodes(_ start: TermID) throws -> Range<Int32> {
    if let known = found[start] { return known }
    if found.count & 0x3F == 0 { try run.scalar.checkLimits() }
    let other = item.ends[1 - end]
    var reached = try search.reached(item.steps, [start], backward: end == 1)
    if let wanted = other.constant {
      reached = reached.contains(wanted) ? [wanted] : []
    } else if try item.path.mayBeEmpty && !search.isNode(start) {
      // Between two variables, only nodes of the graph are joined, also by a way without steps.
      reached = []
    }
    if let variable = other.variable, variable == item.ends[end].variable {
      reached = reached.contains(start) ? [start] : []
    }
    let first = Int32(rightRows.first?.count ?? 0)
    let values = [start]
    for (index, variable) in shape.right.variables.enumerated() {
      if variable == item.ends[end].variable {
        for _ in reached { rightRows[index] += values }
      } else {
        rightRows[index] += reached
      }
    }
    try run.ledger.add(reached.count * 16 + 48, for: .path)
    let range = first..<(first + Int32(reached.count))
    found[start] = range
    return range
  }
}
