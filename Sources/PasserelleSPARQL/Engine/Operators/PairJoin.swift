internal import PasserelleCore

/// What a join gives of two sides.
enum JoinMode {
  /// Both sides together.
  case inner
  /// The left side also where nothing of the right agrees.
  case left
  /// Rows of the left side that something of the right agrees with.
  case semi
  /// Rows of the left side that nothing of the right agrees with.
  case anti
}

/// How two sides are put together: which columns are compared, and which are given.
struct JoinShape {
  var mode: JoinMode
  let left: Schema
  let right: Schema
  /// The schema of what is given.
  var output: Schema
  /// Columns bound on both sides that must be equal.
  var equal: [(left: Int, right: Int)] = []
  /// Columns that must be equal where both are bound.
  var loose: [(left: Int, right: Int)] = []
  /// Whether one of the loose columns must be bound on both sides, as `MINUS` wants it.
  var needsShared = false
  /// Filters over both sides, compiled for ``combined``.
  var filters: [any BatchExpression] = []
  /// The schema that filters see.
  var combined: Schema?

  /// Whether a pair that agrees in the hashed or sorted columns is a match without looking further.
  var isPlain: Bool { equal.isEmpty && loose.isEmpty && filters.isEmpty }
}

/// A join that finds pairs of rows, and puts them together.
class PairJoin: BatchOperator {
  final var schema: Schema { shape.output }
  final let shape: JoinShape
  final let run: EngineRun
  /// The rows of the left side that are being joined.
  final var leftBatch = Batch(width: 0)
  /// The columns that the right places of pairs point into.
  final var rightRows: [[TermID]] = []
  /// Pairs found; a right place of -1 for a left row alone.
  final var lefts: [Int32] = []
  final var rights: [Int32] = []
  /// Which rows of the left batch have a match.
  final var matched: [Bool] = []
  private let sources: [(left: Int?, right: Int?)]
  private let combinedSources: [(left: Int?, right: Int?)]
  private var leftover: Batch?

  /// What a step of the search has come to.
  enum Step {
    /// There may be more pairs with this left batch.
    case more
    /// Every pair with this left batch was given.
    case endOfBatch
    /// The left side has ended.
    case end
  }

  init(_ shape: JoinShape, _ run: EngineRun) {
    self.shape = shape
    self.run = run
    func sources(_ schema: Schema) -> [(left: Int?, right: Int?)] {
      schema.variables.map { (shape.left.column(of: $0), shape.right.column(of: $0)) }
    }
    self.sources = sources(shape.output)
    combinedSources = shape.combined.map(sources) ?? []
  }

  /// Whether rows of the left side without a match are given among the others, in their order.
  final var givesUnmatchedInline: Bool { shape.mode == .left && shape.isPlain }

  /// Whether only the presence of a match counts.
  final var isExistence: Bool { shape.mode == .semi || shape.mode == .anti }

  /// Finds some pairs: fills ``lefts`` and ``rights``, which are empty, or marks ``matched`` where pairs are
  /// not wanted.
  func find() throws -> Step { .end }

  /// Begins a left batch.
  final func begin(_ batch: Batch) {
    leftBatch = batch
    if shape.mode != .inner { matched = Array(repeating: false, count: batch.count) }
  }

  final func next() throws -> Batch? {
    while true {
      if let batch = leftover {
        leftover = nil
        return batch
      }
      lefts.removeAll(keepingCapacity: true)
      rights.removeAll(keepingCapacity: true)
      let step = try find()
      let found = lefts.isEmpty ? nil : try joined()
      let rest = step == .endOfBatch ? unmatched() : nil
      if let found {
        leftover = rest
        return found
      }
      if let rest { return rest }
      if step == .end { return nil }
      try run.scalar.checkLimits()
    }
  }

  /// The pairs that agree, put together.
  private func joined() throws -> Batch? {
    if !shape.equal.isEmpty || !shape.loose.isEmpty { check() }
    if !shape.filters.isEmpty, !lefts.isEmpty {
      let batch = assembled(combinedSources)
      var passing: [Int32]?
      for filter in shape.filters {
        passing = try filter.passing(batch, passing)
        if passing?.isEmpty == true { break }
      }
      if let passing, passing.count < lefts.count {
        lefts = passing.map { lefts[Int($0)] }
        rights = passing.map { rights[Int($0)] }
      }
    }
    if shape.mode != .inner, !givesUnmatchedInline {
      for row in lefts { matched[Int(row)] = true }
    }
    return lefts.isEmpty || isExistence ? nil : assembled(sources)
  }

  private func check() {
    var kept = 0
    pairs: for pair in lefts.indices {
      let (left, right) = (Int(lefts[pair]), Int(rights[pair]))
      for (a, b) in shape.equal where leftBatch.columns[a][left] != rightRows[b][right] { continue pairs }
      var isShared = !shape.needsShared
      for (a, b) in shape.loose {
        let (x, y) = (leftBatch.columns[a][left], rightRows[b][right])
        guard x.isBound, y.isBound else { continue }
        if x != y { continue pairs }
        isShared = true
      }
      guard isShared else { continue }
      lefts[kept] = lefts[pair]
      rights[kept] = rights[pair]
      kept += 1
    }
    lefts.removeLast(lefts.count - kept)
    rights.removeLast(rights.count - kept)
  }

  private func assembled(_ sources: [(left: Int?, right: Int?)]) -> Batch {
    let hasAlone = givesUnmatchedInline
    var columns: [[TermID]] = []
    columns.reserveCapacity(sources.count)
    for source in sources {
      switch source {
      case (let left?, nil): columns.append(leftBatch.columns[left].gathering(lefts))
      case (nil, let right?):
        columns.append(
          hasAlone ? rightRows[right].gatheringBound(rights) : rightRows[right].gathering(rights))
      case (let left?, let right?):
        var column = leftBatch.columns[left].gathering(lefts)
        if !shape.left.isBound[left] {
          for pair in column.indices where !column[pair].isBound && rights[pair] >= 0 {
            column[pair] = rightRows[right][Int(rights[pair])]
          }
        }
        columns.append(column)
      case (nil, nil): columns.append([TermID](repeating: .none, count: lefts.count))
      }
    }
    return Batch(columns: columns, count: lefts.count)
  }

  /// The rows of the left batch that are given for having a match or none.
  private func unmatched() -> Batch? {
    guard shape.mode != .inner, !givesUnmatchedInline else { return nil }
    let wanted = shape.mode == .semi
    var rows: [Int32] = []
    for row in matched.indices where matched[row] == wanted { rows.append(Int32(row)) }
    guard !rows.isEmpty else { return nil }
    return Batch(
      columns: sources.map {
        $0.left.map { leftBatch.columns[$0].gathering(rows) } ?? [TermID](repeating: .none, count: rows.count)
      }, count: rows.count)
  }
}
