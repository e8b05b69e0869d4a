import PasserelleCore

/// Reads a snapshot relation by relation, in batches.
struct NetworkScanner {
  let snapshot: any GraphSnapshot
  private static let batch = 8192

  init(_ snapshot: any GraphSnapshot) { self.snapshot = snapshot }

  /// The identifiers of IRIs.
  func identifiers(_ iris: [String]) throws -> [TermID] { try snapshot.identifiers(of: iris.map(Term.iri)) }

  /// Gives the rows of a relation, by subject, then object.
  func scan(
    _ predicate: TermID, places: QuadPlaces = [.subject, .object, .graph],
    _ body: (borrowing QuadColumns) throws -> Void
  ) throws {
    guard predicate.isBound else { return }
    try scan(QuadScan(order: .pso, prefix: [predicate], places: places), body)
  }

  /// Gives the rows of a scan.
  func scan(_ scan: QuadScan, _ body: (borrowing QuadColumns) throws -> Void) throws {
    let cursor = try snapshot.cursor(scan)
    var rows = QuadColumns()
    while try cursor.next(into: &rows, limit: Self.batch) {
      try body(rows)
      rows.removeAll()
    }
  }

  /// Gives what a relation says of some subjects, which ascend: for each row the place of the subject.
  func values(
    of subjects: [TermID], _ predicate: TermID, withGraphs: Bool = false,
    _ body: (_ subject: Int, _ object: TermID) throws -> Void
  ) throws {
    guard predicate.isBound else { return }
    let places: QuadPlaces = withGraphs ? [.subject, .object, .graph] : [.subject, .object]
    let scan = QuadScan(order: .pso, prefix: [predicate], places: places)
    var rows = QuadColumns()
    var start = 0
    while start < subjects.count {
      let end = min(start + Self.batch, subjects.count)
      rows.removeAll()
      try snapshot.lookUp(scan, first: subjects[start..<end], second: [], into: &rows)
      for row in 0..<rows.count { try body(start + Int(rows.keys[row]), rows.objects[row]) }
      start = end
    }
  }

  /// The terms of identifiers, each asked for once.
  func terms(_ identifiers: some Sequence<TermID>) throws -> [TermID: Term] {
    let distinct = Set(identifiers).sorted()
    var result: [TermID: Term] = [:]
    result.reserveCapacity(distinct.count)
    for (id, term) in zip(distinct, try snapshot.terms(of: distinct)) { result[id] = term }
    return result
  }
}

extension TermID {
  /// The number that is written in the identifier; nil for another value.
  var inlineDecimal: DecimalNumber? {
    switch inlineValue {
    case (.integer, let payload)?: DecimalNumber(digits: Int128(payload))
    case (.decimal, let payload)?: DecimalNumber(digits: Int128(payload >> 5), scale: Int(payload & 31))
    default: nil
    }
  }

  /// The date that is written in the identifier, packed; 0 for another value.
  var inlineDate: Int32 {
    switch inlineValue {
    case (.date, let payload)?: PartialDate(daysSince1970: Int(payload))?.packed ?? 0
    case (.yearMonth, let payload)?:
      PartialDate(year: Int(payload / 12), month: Int(payload % 12) + 1)?.packed ?? 0
    case (.year, let payload)?: PartialDate(year: Int(payload))?.packed ?? 0
    default: 0
    }
  }

  /// The truth value true, as statements of demonstration data have it.
  static let inlineTrue = TermID(.boolean, payload: 1)
}
