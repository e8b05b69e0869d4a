internal import PasserelleCore

/// What a scan reads of the snapshot, and what it makes of it.
struct ScanShape {
  /// The scan; its places are those of the columns and the checks.
  var scan: QuadScan
  /// The variables given, with the place of each: 0 subject, 1 predicate, 2 object, 3 graph.
  var outputs: [(variable: Int, place: Int)]
  /// Places whose value is known although it is not in the prefix.
  var constants: [(place: Int, value: TermID)] = []
  /// Places that must be equal, for a variable that stands twice.
  var equal: [(Int, Int)] = []
  /// Predicates that are passed over.
  var excluded: [TermID] = []
  /// Values wanted of the place after the prefix, in ascending order; nil for all.
  var ranges: [ClosedRange<TermID>]?

  /// Whether rows have to be looked at one by one.
  var hasChecks: Bool { !constants.isEmpty || !equal.isEmpty || !excluded.isEmpty }

  /// The rows of some columns that pass the checks; nil for all.
  func passing(_ rows: QuadColumns) -> [Int32]? {
    guard hasChecks else { return nil }
    var result: [Int32] = []
    rowLoop: for row in 0..<rows.count {
      for check in constants where rows[check.place][row] != check.value { continue rowLoop }
      for (a, b) in equal where rows[a][row] != rows[b][row] { continue rowLoop }
      if !excluded.isEmpty, excluded.contains(rows.predicates[row]) { continue }
      result.append(Int32(row))
    }
    return result
  }
}

extension QuadColumns {
  /// The column of a place: 0 subject, 1 predicate, 2 object, 3 graph.
  subscript(place: Int) -> [TermID] {
    get {
      switch place {
      case 0: subjects
      case 1: predicates
      case 2: objects
      default: graphs
      }
    }
    set {
      switch place {
      case 0: subjects = newValue
      case 1: predicates = newValue
      case 2: objects = newValue
      default: graphs = newValue
      }
    }
  }
}

extension QuadPlaces {
  /// The place of a number: 0 subject, 1 predicate, 2 object, 3 graph.
  static func place(_ number: Int) -> QuadPlaces { QuadPlaces(rawValue: 1 << UInt8(number)) }
}

/// An operator that can pass over rows.
protocol SeekableOperator: BatchOperator {
  /// Passes over rows whose first sorted column is less than a value; some may still come.
  func seek(_ value: TermID) throws
}

/// Reads on through an order of the snapshot.
final class ScanOperator: SeekableOperator {
  let schema: Schema
  private let shape: ScanShape
  private let run: EngineRun
  private var cursor: (any QuadCursor)?
  private var rangeIndex = 0
  private var rows = QuadColumns()
  private var size = 512

  init(_ shape: ScanShape, _ schema: Schema, _ run: EngineRun) throws {
    self.shape = shape
    self.schema = schema
    self.run = run
    try advance()
  }

  private func advance() throws {
    guard let ranges = shape.ranges else {
      cursor = rangeIndex == 0 ? try run.snapshot.cursor(shape.scan) : nil
      rangeIndex += 1
      return
    }
    guard rangeIndex < ranges.count else {
      cursor = nil
      return
    }
    var scan = shape.scan
    scan.range = ranges[rangeIndex]
    rangeIndex += 1
    cursor = try run.snapshot.cursor(scan)
  }

  func seek(_ value: TermID) throws { try cursor?.seek(value) }

  func next() throws -> Batch? {
    while let cursor {
      rows.removeAll()
      guard try cursor.next(into: &rows, limit: size) else {
        try advance()
        continue
      }
      size = min(Batch.size, size * 2)
      guard let passing = shape.passing(rows) else {
        return Batch(columns: shape.outputs.map { rows[$0.place] }, count: rows.count)
      }
      if !passing.isEmpty {
        return Batch(columns: shape.outputs.map { rows[$0.place].gathering(passing) }, count: passing.count)
      }
      try run.scalar.checkLimits()
    }
    return nil
  }
}
