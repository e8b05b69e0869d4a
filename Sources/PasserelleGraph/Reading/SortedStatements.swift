import Glibc
package import PasserelleCore

/// The statements that a reader sees, in the order of their canonical texts, sorted outside memory where they are many.
package final class SortedStatements {
  /// In which order statements are given.
  package enum Order: Sendable, Hashable {
    /// Subject, predicate, object, graph: that of the canonical lines.
    case canonical
    /// Graph, subject, predicate, object.
    case byGraph
    /// Subject, predicate, object; a triple of several graphs is given once.
    case triples
  }

  /// A statement by the ranks of its terms.
  private struct Row {
    var first: UInt64
    var second: UInt64

    static func precedes(_ left: Row, _ right: Row) -> Bool {
      left.first != right.first ? left.first < right.first : left.second < right.second
    }
  }

  private let reader: GraphReader
  private let order: Order
  private let folder: String
  private let terms: TermReader
  private var excluded: Set<Int64> = []
  private var names: [TermID] = []
  private static let rowsInRun = 2 << 20
  private static let textsInRun = 64 << 20

  /// Prepares the statements.
  ///
  /// - Parameters:
  ///   - reader: The state.
  ///   - order: The order.
  ///   - includesDemonstration: Whether generated demonstration records are given too.
  ///   - folder: Where working files may be made.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  package init(
    _ reader: GraphReader, _ order: Order, includesDemonstration: Bool, folder: String
  ) throws {
    (self.reader, self.order, self.folder) = (reader, order, folder)
    terms = try reader.termReader()
    names = try reader.derived.visible(reader.scope, reader.db).names.names
    if !includesDemonstration {
      let rows = try RawStatement(
        reader.db,
        "SELECT v.id FROM version AS v JOIN record AS r ON r.id = v.record WHERE r.demonstration = 1")
      while try rows.step() { excluded.insert(rows.int64(0)) }
    }
  }

  /// Gives the statements as lines of N-Quads, or of N-Triples where graphs are left out, in pieces of whole lines.
  ///
  /// - Parameter body: Gets each piece; returns false to stop.
  /// - Throws: What the body throws, or ``PasserelleError``.
  /// - Complexity: O(*n* log *n*) in the statements; memory is bounded but for a dozen bytes a distinct term.
  package func lines(_ body: ([UInt8]) throws -> Bool) throws {
    let ranks = try ranked()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 20 + 1 << 16)
    let hasGraphs = order != .triples
    try rows(ranks) { subject, predicate, object, graph in
      bytes.append(contentsOf: ranks.text(subject))
      bytes.append(contentsOf: ranks.text(predicate))
      bytes.append(contentsOf: ranks.text(object))
      if hasGraphs { bytes.append(contentsOf: ranks.text(graph)) }
      bytes.append(0x2E)
      bytes.append(0x0A)
      guard bytes.count >= 1 << 20 else { return true }
      defer { bytes.removeAll(keepingCapacity: true) }
      return try body(bytes)
    }
    if !bytes.isEmpty { _ = try body(bytes) }
  }

  /// Gives the statements as terms.
  ///
  /// - Parameter body: Gets each statement, its graph nil where graphs are left out; returns false to stop.
  /// - Throws: What the body throws, or ``PasserelleError``.
  /// - Complexity: As ``lines(_:)``.
  package func statements(
    _ body: (_ subject: Term, _ predicate: Term, _ object: Term, _ graph: Term?) throws -> Bool
  ) throws {
    let ranks = try ranked()
    var known: [UInt32: Term] = [:]
    func term(_ rank: UInt32) -> Term {
      if let term = known[rank] { return term }
      let term = terms.term(of: ranks.identifiers[Int(rank)]) ?? .string("")
      if known.count > 1 << 16 { known.removeAll(keepingCapacity: true) }
      known[rank] = term
      return term
    }
    let hasGraphs = order != .triples
    try rows(ranks) { subject, predicate, object, graph in
      try body(term(subject), term(predicate), term(object), hasGraphs ? term(graph) : nil)
    }
  }

  private func scan(_ body: (Int64, TermID, TermID, TermID) throws -> Void) throws {
    try reader.scan(QuadPattern()) { batch in
      for index in 0..<batch.count {
        let version = batch.graphs[index].rawValue
        if !excluded.isEmpty, excluded.contains(version) { continue }
        try body(version, batch.subjects[index], batch.predicates[index], batch.objects[index])
      }
      return true
    }
  }

  /// The terms that the statements use, by rank.
  private func ranked() throws -> TermRanks {
    let last = try reader.lastTerm().rawValue
    var used = [UInt64](repeating: 0, count: Int(last >> 6) + 1)
    var inline: [TermID] = []
    func settle() {
      inline.sort()
      var kept = 0
      for index in inline.indices where index == 0 || inline[kept - 1] != inline[index] {
        inline[kept] = inline[index]
        kept += 1
      }
      inline.removeLast(inline.count - kept)
    }
    var limit = 1 << 20
    func use(_ id: TermID) {
      if id.isInline {
        inline.append(id)
        if inline.count >= limit {
          settle()
          limit = max(limit, 2 * inline.count)
        }
      } else {
        used[Int(id.rawValue >> 6)] |= 1 << UInt64(id.rawValue & 63)
      }
    }
    try scan { version, subject, predicate, object in
      use(subject)
      use(predicate)
      use(object)
      use(names[Int(version)])
    }
    settle()
    return try TermRanks(used, inline: inline, terms, folder: folder, memory: Self.textsInRun)
  }

  private func rows(
    _ ranks: TermRanks, _ body: (UInt32, UInt32, UInt32, UInt32) throws -> Bool
  ) throws {
    var rows: [Row] = []
    var spilled: SpillFile?
    var spans: [Range<Int>] = []
    func flush() throws {
      rows.sort(by: Row.precedes)
      let file = try spilled ?? SpillFile(folder: folder)
      spilled = file
      let start = try rows.withUnsafeBytes { try file.append($0) }
      spans.append(start..<(start + rows.count * 16))
      rows.removeAll(keepingCapacity: true)
    }
    try scan { version, subject, predicate, object in
      let (s, p, o) = (ranks.rank(of: subject), ranks.rank(of: predicate), ranks.rank(of: object))
      let g = order == .triples ? 0 : ranks.rank(of: names[Int(version)])
      rows.append(
        order == .byGraph
          ? Row(first: UInt64(g) << 32 | UInt64(s), second: UInt64(p) << 32 | UInt64(o))
          : Row(first: UInt64(s) << 32 | UInt64(p), second: UInt64(o) << 32 | UInt64(g)))
      if rows.count >= Self.rowsInRun { try flush() }
    }
    if !spans.isEmpty { try flush() } else { rows.sort(by: Row.precedes) }
    var last: Row?
    func give(_ row: Row) throws -> Bool {
      if let last, last.first == row.first, last.second == row.second { return true }
      last = row
      let (a, b) = (UInt32(row.first >> 32), UInt32(truncatingIfNeeded: row.first))
      let (c, d) = (UInt32(row.second >> 32), UInt32(truncatingIfNeeded: row.second))
      return try order == .byGraph ? body(b, c, d, a) : body(a, b, c, d)
    }
    guard let spilled, let base = try spilled.map() else {
      for row in rows { guard try give(row) else { return } }
      return
    }
    var runs = spans.filter { !$0.isEmpty }.map { $0 }
    func row(_ run: Range<Int>) -> Row { (base + run.lowerBound).load(as: Row.self) }
    while !runs.isEmpty {
      var least = 0
      var best = row(runs[0])
      for index in runs.indices.dropFirst() {
        let other = row(runs[index])
        if Row.precedes(other, best) { (least, best) = (index, other) }
      }
      guard try give(best) else { return }
      runs[least] = (runs[least].lowerBound + 16)..<runs[least].upperBound
      if runs[least].isEmpty { runs.remove(at: least) }
    }
  }
}
