internal import PasserelleCore

/// Appends rows of sorted quads to columns: chooses graphs, and gives a triple of several graphs once.
struct MemoryRows {
  private let quads: SortedQuads
  private let graphs: GraphSelection
  private let places: QuadPlaces
  /// The columns of subject, predicate, object and graph.
  private let columns: [[TermID]]
  private let givesTriples: Bool

  init(_ quads: SortedQuads, _ scan: QuadScan) {
    self.quads = quads
    graphs = scan.graphs
    places = scan.places
    givesTriples = !scan.places.contains(.graph) && scan.order != .gspo
    var columns: [[TermID]] = [[], [], [], []]
    for (level, place) in scan.order.places.enumerated() { columns[place] = quads[level] }
    self.columns = columns
  }

  private func isVisible(_ graph: TermID) -> Bool {
    switch graphs {
    case .all: true
    case .named: graph.isBound
    case .some(let names):
      names.count == 1
        ? names[0] == graph
        : names.withUnsafeBufferPointer { names in
          let place = SortedQuads.bound(names, 0..<names.count) { $0 < graph }
          return place < names.count && names[place] == graph
        }
    }
  }

  /// Appends rows from a place of a range on, at most so many.
  ///
  /// - Returns: Where to go on.
  func append(_ range: Range<Int>, limit: Int, key: Int32?, into rows: inout QuadColumns) -> Int {
    var index = range.lowerBound
    var left = limit
    let isEveryGraph = graphs == .all
    while index < range.upperBound, left > 0 {
      // A stretch of rows that are all given.
      var end = index
      let stop = Swift.min(range.upperBound, index + left)
      if isEveryGraph, !givesTriples {
        end = stop
      } else {
        while end < stop, isGiven(end, range.lowerBound, isEveryGraph) { end += 1 }
      }
      if end > index {
        copy(index..<end, key, &rows)
        left -= end - index
        index = end
      } else {
        index += 1
      }
    }
    return index
  }

  @inline(__always)
  private func isGiven(_ row: Int, _ start: Int, _ isEveryGraph: Bool) -> Bool {
    if !isEveryGraph, !isVisible(columns[3][row]) { return false }
    guard givesTriples else { return true }
    // Rows of one triple stand together: the first visible one is given. Rows before the range's start were
    // looked at by the call before.
    var before = row - 1
    while before >= 0, quads.third[before] == quads.third[row], quads.second[before] == quads.second[row],
      quads.first[before] == quads.first[row]
    {
      if isEveryGraph || isVisible(columns[3][before]) { return false }
      before -= 1
    }
    return true
  }

  private func copy(_ range: Range<Int>, _ key: Int32?, _ rows: inout QuadColumns) {
    if places.contains(.subject) { rows.subjects.append(contentsOf: columns[0][range]) }
    if places.contains(.predicate) { rows.predicates.append(contentsOf: columns[1][range]) }
    if places.contains(.object) { rows.objects.append(contentsOf: columns[2][range]) }
    if places.contains(.graph) { rows.graphs.append(contentsOf: columns[3][range]) }
    if let key { for _ in range { rows.keys.append(key) } }
    rows.count += range.count
  }
}

/// Reads on through an order in memory.
final class MemoryCursor: QuadCursor {
  private let quads: SortedQuads
  private let rows: MemoryRows
  private let level: Int
  private var rest: Range<Int>

  init(_ quads: SortedQuads, _ scan: QuadScan) {
    self.quads = quads
    rows = MemoryRows(quads, scan)
    level = scan.prefix.count
    rest = quads.range(scan.prefix, scan.range)
  }

  func next(into columns: inout QuadColumns, limit: Int) -> Bool {
    let before = columns.count
    let end = rows.append(rest, limit: limit, key: nil, into: &columns)
    rest = end..<rest.upperBound
    return columns.count > before
  }

  func seek(_ value: TermID) {
    guard level < 4 else { return }
    rest = quads.lowerBound(level, value, in: rest)..<rest.upperBound
  }
}

/// Looks keys up in an order in memory.
struct MemoryLookUp {
  private let quads: SortedQuads
  private let rows: MemoryRows
  private let level: Int
  private let range: Range<Int>

  init(_ quads: SortedQuads, _ scan: QuadScan) {
    self.quads = quads
    rows = MemoryRows(quads, scan)
    level = scan.prefix.count
    range = quads.range(scan.prefix, nil)
  }

  func run(_ first: ArraySlice<TermID>, _ second: ArraySlice<TermID>, _ columns: inout QuadColumns) {
    var from = range.lowerBound
    var last: TermID?
    for (number, key) in first.enumerated() {
      if let last, key < last { from = range.lowerBound }
      last = key
      from = quads.lowerBound(level, key, in: from..<range.upperBound)
      var found = quads.range(level, key, in: from..<range.upperBound)
      if !second.isEmpty {
        found = quads.range(level + 1, second[second.startIndex + number], in: found)
      }
      if !found.isEmpty {
        _ = rows.append(found, limit: .max - found.upperBound, key: Int32(number), into: &columns)
      }
    }
  }
}
