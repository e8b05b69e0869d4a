public import PasserelleCore

/// A snapshot of statements in memory, every scan a filter over all and a sort.
public final class StatementSnapshot: GraphSnapshot {
  private var quads: [[TermID]] = []
  private var stored: [Term] = []
  private var numbers: [Term: TermID] = [:]

  /// Makes an empty snapshot.
  public init() {}

  /// States something in a named graph.
  public func state(_ graph: String, _ subject: String, _ predicate: String, _ object: Term) {
    let quad = [number(.iri(subject)), number(.iri(predicate)), number(object), number(.iri(graph))]
    if !quads.contains(quad) { quads.append(quad) }
  }

  private func number(_ term: Term) -> TermID {
    if case .literal(let literal) = term, let inline = InlineValue.identifier(of: literal) { return inline }
    if let known = numbers[term] { return known }
    stored.append(term)
    let made = TermID(rawValue: Int64(stored.count))
    numbers[term] = made
    return made
  }

  /// The number of statements.
  public var statistics: SnapshotStatistics {
    SnapshotStatistics(quads: quads.count, graphs: 0, subjects: 0, objects: 0)
  }

  /// The named graphs.
  public func graphNames() -> [TermID] { Set(quads.map { $0[3] }).sorted() }

  /// Nothing is known of predicates.
  public func statistics(of predicate: TermID) -> PredicateStatistics? { nil }

  /// The number of rows of a scan.
  public func estimatedCount(_ scan: QuadScan) -> Int { rows(scan).count }

  /// Begins a scan.
  public func cursor(_ scan: QuadScan) -> any QuadCursor { ListCursor(rows(scan), scan) }

  private func rows(_ scan: QuadScan) -> [[TermID]] {
    let order = Self.places(scan.order)
    var rows = quads.filter { quad in
      zip(order, scan.prefix).allSatisfy { quad[$0] == $1 }
        && (scan.range.map { $0.contains(quad[order[min(scan.prefix.count, 3)]]) } ?? true)
    }
    rows.sort { left, right in
      for place in order where left[place] != right[place] { return left[place] < right[place] }
      return false
    }
    guard !scan.places.contains(.graph) else { return rows }
    var distinct: [[TermID]] = []
    for row in rows where distinct.last.map({ $0[..<3] != row[..<3] }) ?? true { distinct.append(row) }
    return distinct
  }

  private static func places(_ order: QuadOrder) -> [Int] {
    switch order {
    case .spo: [0, 1, 2, 3]
    case .sop: [0, 2, 1, 3]
    case .pso: [1, 0, 2, 3]
    case .pos: [1, 2, 0, 3]
    case .osp: [2, 0, 1, 3]
    case .ops: [2, 1, 0, 3]
    case .gspo: [3, 0, 1, 2]
    }
  }

  /// Appends the rows of many keys.
  public func lookUp(
    _ scan: QuadScan, first: ArraySlice<TermID>, second: ArraySlice<TermID>, into rows: inout QuadColumns
  ) throws {
    for (key, value) in first.enumerated() {
      var own = scan
      own.prefix.append(value)
      if !second.isEmpty { own.prefix.append(second[second.startIndex + key]) }
      let before = rows.count
      let cursor = cursor(own)
      while try cursor.next(into: &rows, limit: 1000) {}
      rows.keys += repeatElement(Int32(key), count: rows.count - before)
    }
  }

  /// The identifiers of terms.
  public func identifiers(of terms: [Term]) -> [TermID] {
    terms.map { term in
      if case .literal(let literal) = term, let inline = InlineValue.identifier(of: literal) { return inline }
      return numbers[term] ?? .none
    }
  }

  /// The terms of identifiers.
  public func terms(of identifiers: [TermID]) -> [Term?] {
    identifiers.map { id in
      if id.isInline { return InlineValue.term(of: id) }
      return id.rawValue > 0 && id.rawValue <= stored.count ? stored[Int(id.rawValue) - 1] : nil
    }
  }

  /// Lends the text of a term.
  public func withText<R>(
    of identifier: TermID, _ body: (TermShape, UnsafeBufferPointer<UInt8>) throws -> R
  ) throws -> R? {
    guard let term = terms(of: [identifier])[0] else { return nil }
    let text = Array((term.iriValue ?? term.lexicalForm ?? "").utf8)
    return try text.withUnsafeBufferPointer { try body(term.iriValue == nil ? .string : .iri, $0) }
  }
}

private final class ListCursor: QuadCursor {
  private var rest: ArraySlice<[TermID]>
  private let scan: QuadScan

  init(_ rows: [[TermID]], _ scan: QuadScan) {
    rest = rows[...]
    self.scan = scan
  }

  func next(into rows: inout QuadColumns, limit: Int) -> Bool {
    guard !rest.isEmpty else { return false }
    for row in rest.prefix(limit) {
      if scan.places.contains(.subject) { rows.subjects.append(row[0]) }
      if scan.places.contains(.predicate) { rows.predicates.append(row[1]) }
      if scan.places.contains(.object) { rows.objects.append(row[2]) }
      if scan.places.contains(.graph) { rows.graphs.append(row[3]) }
      rows.count += 1
    }
    rest = rest.dropFirst(limit)
    return true
  }

  func seek(_ value: TermID) {}
}
