package import PasserelleCore

/// Look-ups.
extension PermutationSnapshot {
  private static let keptLookUps = 8

  /// Appends the rows that begin with each of many keys; fastest for ascending keys.
  package func lookUp(
    _ scan: QuadScan, first: ArraySlice<TermID>, second: ArraySlice<TermID>, into rows: inout QuadColumns
  ) throws {
    guard !first.isEmpty else { return }
    let places = scan.prefix.count + (second.isEmpty ? 1 : 2)
    let order = scan.order.places
    let isAtGraph = scan.order == .gspo || (scan.prefix.count..<places).contains { $0 > 3 || order[$0] == 3 }
    guard !isAtGraph else { return try lookUpOneByOne(scan, first, second, &rows) }
    let lookUp = try lookUp(scan)
    for place in first.indices {
      let before = rows.count
      let value = second.isEmpty ? nil : second[second.startIndex + (place - first.startIndex)].rawValue
      try lookUp.find(first[place].rawValue, value, into: &rows)
      Self.note(place - first.startIndex, rows.count - before, &rows)
    }
  }

  @inline(__always)
  private static func note(_ key: Int, _ count: Int, _ rows: inout QuadColumns) {
    if count == 1 {
      rows.keys.append(Int32(truncatingIfNeeded: key))
    } else if count > 1 {
      rows.keys.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: key), count: count))
    }
  }

  private func lookUp(_ scan: QuadScan) throws -> PermutationLookUp {
    var scan = scan
    scan.range = nil
    if let place = lookUps.firstIndex(where: { $0.scan == scan }) { return lookUps[place] }
    let made = try PermutationLookUp(scan, self)
    if lookUps.count == Self.keptLookUps { lookUps.removeFirst() }
    lookUps.append(made)
    return made
  }

  /// Keys among which the graph is: a scan for each.
  private func lookUpOneByOne(
    _ scan: QuadScan, _ first: ArraySlice<TermID>, _ second: ArraySlice<TermID>, _ rows: inout QuadColumns
  ) throws {
    for place in first.indices {
      var own = scan
      own.range = nil
      own.prefix.append(first[place])
      if !second.isEmpty { own.prefix.append(second[second.startIndex + (place - first.startIndex)]) }
      let before = rows.count
      let cursor = try cursor(own)
      while try cursor.next(into: &rows, limit: 4096) {}
      Self.note(place - first.startIndex, rows.count - before, &rows)
    }
  }
}
