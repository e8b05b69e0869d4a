internal import PasserelleCore

/// Joins by a hash table of the right side.
final class HashJoin: PairJoin {
  private let left: any BatchOperator
  private let makeRight: () throws -> any BatchOperator
  private let keys: [(left: Int, right: Int)]
  private let leftColumns: [Int]
  /// Whether the one key column may be unbound.
  private let isOpen: Bool
  private let use: MemoryUse
  private var table: JoinTable?
  private var hashes: [UInt64] = []
  private var row = 0
  private var chain: Int32 = -1
  private var isInBatch = false

  /// Joins two sides by columns that are bound on both; `isOpen` where the one column may be unbound on either.
  init(
    _ left: any BatchOperator, _ makeRight: @escaping () throws -> any BatchOperator, _ shape: JoinShape,
    keys: [(left: Int, right: Int)], isOpen: Bool = false, _ use: MemoryUse = .join, _ run: EngineRun
  ) {
    self.use = use
    self.left = left
    self.makeRight = makeRight
    self.keys = keys
    self.isOpen = isOpen
    leftColumns = keys.map(\.left)
    super.init(shape, run)
  }

  private func built() throws -> JoinTable {
    if let table { return table }
    let right = try makeRight()
    var rows = Batch(width: right.schema.variables.count)
    while let batch = try right.next() {
      if rows.count == 0 { rows = batch } else { rows.append(batch) }
      try run.ledger.add(batch.count * (rows.columns.count * 8 + 28), for: use)
    }
    let made = JoinTable(rows, keys.map(\.right), keepsOpen: isOpen)
    rightRows = rows.columns
    table = made
    return made
  }

  override func find() throws -> Step {
    let table = try built()
    if !isInBatch {
      // Nothing on the right: an inner or semi-join is empty without reading the left.
      if table.rows.count == 0, shape.mode == .inner || shape.mode == .semi { return .end }
      guard let batch = try left.next() else { return .end }
      begin(batch)
      hashes = JoinTable.hashes(batch, leftColumns)
      row = 0
      chain = -2
      isInBatch = true
    }
    if isOpen { return findOpen(table) }
    let isExistence = isExistence && shape.isPlain
    if leftColumns.count == 1 {
      if isExistence {
        table.mark(hashes, &matched)
        row = leftBatch.count
      } else {
        (row, chain) = table.pairUp(
          hashes, from: row, chain: chain, givesAlone: givesUnmatchedInline, &lefts, &rights)
      }
      return finished()
    }
    while row < leftBatch.count {
      var next = chain == -2 ? table.first(hashes[row]) : chain
      var isAlone = chain == -2
      while next >= 0 {
        if table.isEqual(next, leftBatch, row, leftColumns) {
          isAlone = false
          if isExistence {
            matched[row] = true
            break
          }
          lefts.append(Int32(row))
          rights.append(next)
        }
        next = table.next(next)
        if lefts.count >= Batch.size {
          chain = next
          if chain < 0 {
            row += 1
            chain = -2
          }
          return finished()
        }
      }
      if isAlone, givesUnmatchedInline {
        lefts.append(Int32(row))
        rights.append(-1)
      }
      row += 1
      chain = -2
    }
    return finished()
  }

  private func finished() -> Step {
    guard row >= leftBatch.count else { return .more }
    isInBatch = false
    return .endOfBatch
  }

  /// Pairs where the key may be unbound on either side.
  private func findOpen(_ table: JoinTable) -> Step {
    let column = leftColumns[0]
    while row < leftBatch.count, lefts.count < Batch.size {
      if leftBatch.columns[column][row].isBound {
        var next = table.first(hashes[row])
        while next >= 0 {
          lefts.append(Int32(row))
          rights.append(next)
          next = table.next(next)
        }
        for other in table.open {
          lefts.append(Int32(row))
          rights.append(other)
        }
      } else {
        for other in 0..<Int32(table.rows.count) {
          lefts.append(Int32(row))
          rights.append(other)
        }
      }
      row += 1
    }
    return finished()
  }
}

/// Joins every row of the left side with every row of the right.
final class CrossJoin: PairJoin {
  private let left: any BatchOperator
  private let makeRight: () throws -> any BatchOperator
  private var right: Batch?
  private var row = 0
  private var other = 0
  private var isInBatch = false

  init(
    _ left: any BatchOperator, _ makeRight: @escaping () throws -> any BatchOperator, _ shape: JoinShape,
    _ run: EngineRun
  ) {
    self.left = left
    self.makeRight = makeRight
    super.init(shape, run)
  }

  override func find() throws -> Step {
    let right = try self.right ?? makeRight().drained()
    if self.right == nil {
      self.right = right
      rightRows = right.columns
    }
    if !isInBatch {
      if right.count == 0, shape.mode == .inner || shape.mode == .semi { return .end }
      guard let batch = try left.next() else { return .end }
      begin(batch)
      row = 0
      other = 0
      isInBatch = true
    }
    if isExistence, shape.isPlain, right.count > 0 {
      for row in matched.indices { matched[row] = true }
      row = leftBatch.count
    }
    while row < leftBatch.count, lefts.count < Batch.size {
      if right.count == 0 {
        if givesUnmatchedInline {
          lefts.append(Int32(row))
          rights.append(-1)
        }
        row += 1
        continue
      }
      let end = min(right.count, other + Batch.size - lefts.count)
      for place in other..<end {
        lefts.append(Int32(row))
        rights.append(Int32(place))
      }
      other = end
      if other == right.count {
        other = 0
        row += 1
      }
    }
    guard row >= leftBatch.count else { return .more }
    isInBatch = false
    return .endOfBatch
  }
}
