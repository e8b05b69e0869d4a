/// One solution: the number of a term for each variable of the run, 0 where it binds none.
typealias Row = [TermNumber]

/// Two solutions agree where they bind no variable to different terms.
enum Solutions {
  /// Whether two rows agree.
  static func areCompatible(_ left: Row, _ right: Row) -> Bool {
    for slot in left.indices where left[slot] != right[slot] && left[slot] != 0 && right[slot] != 0 {
      return false
    }
    return true
  }

  /// Whether two rows bind a variable in common.
  static func shareVariable(_ left: Row, _ right: Row) -> Bool {
    for slot in left.indices where left[slot] != 0 && right[slot] != 0 { return true }
    return false
  }

  /// Both rows in one.
  static func merged(_ left: Row, _ right: Row) -> Row {
    var result = left
    for slot in result.indices where result[slot] == 0 { result[slot] = right[slot] }
    return result
  }

  /// For each variable, whether all rows bind it.
  static func boundInAll(_ rows: [Row], width: Int) -> [Bool] {
    var result = [Bool](repeating: true, count: width)
    for row in rows {
      for slot in result.indices where row[slot] == 0 { result[slot] = false }
    }
    return result
  }
}

/// The right side of a join, hashed by the variables that every row of both sides binds.
///
/// Where there is no such variable, every pair of rows is looked at.
struct JoinIndex {
  private let rows: [Row]
  private let keys: [Int]
  private var places: [Row: [Int32]] = [:]
  private let all: [Int32]

  /// Whether any variable is bound in every row of both sides.
  var hasKeys: Bool { !keys.isEmpty }

  /// Hashes the right side for a join with the left.
  init(_ right: [Row], for left: [Row], width: Int, _ run: EvaluationRun) throws {
    rows = right
    let (a, b) = (Solutions.boundInAll(left, width: width), Solutions.boundInAll(right, width: width))
    let keys = left.isEmpty || right.isEmpty ? [] : (0..<width).filter { a[$0] && b[$0] }
    self.keys = keys
    all = keys.isEmpty ? right.indices.map { Int32($0) } : []
    guard !keys.isEmpty else { return }
    for (place, row) in right.enumerated() {
      try run.step()
      places[keys.map { row[$0] }, default: []].append(Int32(place))
    }
  }

  /// The rows that agree with one of the left side, in their order.
  func forEachMatch(_ row: Row, _ run: EvaluationRun, _ body: (Row) throws -> Bool) throws {
    for place in keys.isEmpty ? all : places[keys.map { row[$0] }] ?? [] {
      try run.step()
      let other = rows[Int(place)]
      if Solutions.areCompatible(row, other), try !body(other) { return }
    }
  }
}
