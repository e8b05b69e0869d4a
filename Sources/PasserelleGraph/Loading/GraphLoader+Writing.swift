import GRDB
import PasserelleCore
import PasserelleDigest

extension GraphLoader {
  /// How many graphs, and bytes of statements, go in one transaction.
  private static let graphsInTransaction = 1 << 14
  private static let bytesInTransaction = 32 << 20

  /// A graph to be written.
  private struct Group {
    var graph: TermID
    var start: Int
    var count: Int
  }

  /// Writes the graphs by ascending identifier.
  func writeGraphs(_ isStopped: () -> Bool) throws -> Outcome {
    var outcome = Outcome()
    var groups: [Group] = []
    var bytes: [UInt8] = []
    struct Stopped: Error {}
    do {
      try runs.merged { graph, parts in
        groups.append(Group(graph: graph, start: bytes.count, count: 0))
        if parts.count == 1 {
          bytes.append(contentsOf: parts[0])
        } else {
          var triples: [StatementTriple] = []
          for part in parts { _ = StatementBlock.read(part) { triples.append($0) } }
          bytes.append(contentsOf: StatementBlock.bytes(&triples))
        }
        groups[groups.count - 1].count = bytes.count - groups[groups.count - 1].start
        outcome.graphs += 1
        if groups.count >= Self.graphsInTransaction || bytes.count >= Self.bytesInTransaction {
          try write(groups, bytes, &outcome)
          groups.removeAll(keepingCapacity: true)
          bytes.removeAll(keepingCapacity: true)
          if isStopped() { throw Stopped() }
        }
      }
      try write(groups, bytes, &outcome)
    } catch is Stopped {
      outcome.isInterrupted = true
    }
    return outcome
  }

  private func write(_ groups: [Group], _ bytes: [UInt8], _ outcome: inout Outcome) throws {
    guard !groups.isEmpty else { return }
    let now = clock()
    let before = outcome
    outcome = try store.writeRaw { db in
      var result = before
      let rows = try LoadedRows(db, run: run, now: now)
      let names = TermReader(view)
      try bytes.withUnsafeBytes { bytes in
        for group in groups {
          let block = UnsafeRawBufferPointer(rebasing: bytes[group.start..<(group.start + group.count)])
          try write(group.graph, block, rows, names, &result)
        }
      }
      return result
    }
  }

  private func write(
    _ graph: TermID, _ block: UnsafeRawBufferPointer, _ rows: borrowing LoadedRows, _ names: TermReader,
    _ outcome: inout Outcome
  ) throws {
    let known = try rows.find(graph) ?? named(graph, rows, names)
    var (block, merged) = (block, [UInt8]())
    var hash = Self.digest(block)
    if let known {
      if known.hash.elementsEqual(hash.bytes) {
        outcome.unchanged += 1
        return
      }
      if mode == .adding {
        var triples: [StatementTriple] = []
        let isSound = known.block.withUnsafeBytes { StatementBlock.read($0) { triples.append($0) } }
        guard isSound else { throw StatementBlock.damaged(known.version) }
        let open = triples.count
        _ = StatementBlock.read(block) { triples.append($0) }
        merged = StatementBlock.bytes(&triples)
        if triples.count == open {
          outcome.unchanged += 1
          return
        }
      }
    }
    try merged.withUnsafeBytes { merged in
      if !merged.isEmpty {
        block = merged
        hash = Self.digest(merged)
      }
      let key = keys[graph]
      if let key {
        try Array(key.utf8).withUnsafeBytes { try rows.write(graph, key: $0, block, hash, after: known) }
      } else if let text = fresh.key(of: graph.rawValue) {
        try rows.write(
          graph, key: UnsafeRawBufferPointer(rebasing: text[1...]), block, hash, after: known)
      } else {
        _ = try names.withKey(of: graph.rawValue) { text in
          try rows.write(
            graph, key: UnsafeRawBufferPointer(rebasing: text[1...]), block, hash, after: known)
        }
      }
      outcome.statements += StatementBlock.count(block) ?? 0
    }
    if known == nil { outcome.added += 1 } else { outcome.changed += 1 }
  }
}

extension GraphLoader {
  /// The record of a graph that was ingested: it has the key, and its graph another name until now.
  private func named(
    _ graph: TermID, _ rows: borrowing LoadedRows, _ names: TermReader
  ) throws -> LoadedRows.Known? {
    guard rows.hasRecords else { return nil }
    if let key = keys[graph] { return try Array(key.utf8).withUnsafeBytes { try rows.find(key: $0) } }
    if let text = fresh.key(of: graph.rawValue) {
      return try rows.find(key: UnsafeRawBufferPointer(rebasing: text[1...]))
    }
    return try names.withKey(of: graph.rawValue) {
      try rows.find(key: UnsafeRawBufferPointer(rebasing: $0[1...]))
    } ?? nil
  }

  fileprivate static func digest(_ bytes: UnsafeRawBufferPointer) -> ContentHash {
    var digest = SHA256Digest()
    digest.update(bytes)
    return digest.finalize()
  }
}

/// Finds and writes the rows of loaded graphs, for one transaction.
private final class LoadedRows {
  struct Known {
    let record: Int64
    let version: Int64
    let number: Int64
    let hash: [UInt8]
    let block: [UInt8]
    /// Whether the record's graph has another name.
    var isRenamed = false
  }

  private let db: Database
  private let run: RunID?
  private let now: Instant
  private let source: Int64
  /// Whether the store has records of the source at all.
  let hasRecords: Bool
  private var nextVersion: Int64
  private var nextRecord: Int64
  private let lookup: RawStatement
  private let keyLookup: RawStatement
  private let renameRecord: RawStatement
  private let addRecord: RawStatement
  private let changeRecord: RawStatement
  private let addVersion: RawStatement
  private let closeVersion: RawStatement
  private let statements: StatementRows

  init(_ db: Database, run: RunID?, now: Instant) throws {
    try db.execute(
      sql: "INSERT INTO source (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [GraphLoader.source])
    let source =
      try Int64.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [GraphLoader.source])
      ?? 0
    self.source = source
    hasRecords =
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM record WHERE source = ?)", arguments: [source]) ?? true
    nextVersion = try ErasedVersions.next(db)
    nextRecord = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM record") ?? 1
    (self.db, self.run, self.now) = (db, run, now)
    lookup = try RawStatement(
      db,
      """
      SELECT r.id, v.id, v.number, v.hash, b.quads FROM record AS r JOIN version AS v ON v.id = r.version
      JOIN statement_block AS b ON b.version = v.id WHERE r.graph = ? AND +r.source = ?
      """)
    keyLookup = try RawStatement(
      db,
      """
      SELECT r.id, v.id, v.number, v.hash, b.quads FROM record AS r JOIN version AS v ON v.id = r.version
      JOIN statement_block AS b ON b.version = v.id WHERE r.source = ? AND r.key = ?
      """)
    renameRecord = try RawStatement(db, "UPDATE record SET graph = ?1, subject = ?1 WHERE id = ?2")
    addRecord = try RawStatement(
      db,
      """
      INSERT INTO record (id, source, key, kind, demonstration, subject, graph, version)
      VALUES (?, ?, ?, 'thing', 0, ?, ?, ?)
      """)
    changeRecord = try RawStatement(db, "UPDATE record SET version = ? WHERE id = ?")
    addVersion = try RawStatement(
      db,
      "INSERT INTO version (id, record, number, hash, mapping, ingested, run) VALUES (?, ?, ?, ?, 1, ?, ?)")
    closeVersion = try RawStatement(db, "UPDATE version SET superseded = ? WHERE id = ?")
    statements = try StatementRows(db)
  }

  func find(_ graph: TermID) throws -> Known? {
    guard hasRecords else { return nil }
    lookup.bind(graph.rawValue, at: 1)
    lookup.bind(source, at: 2)
    defer { lookup.reset() }
    guard try lookup.step() else { return nil }
    return Known(
      record: lookup.int64(0), version: lookup.int64(1), number: lookup.int64(2),
      hash: lookup.withBlob(3) { Array($0) }, block: lookup.withBlob(4) { Array($0) })
  }

  func find(key: UnsafeRawBufferPointer) throws -> Known? {
    keyLookup.bind(source, at: 1)
    keyLookup.bind(lentText: key, at: 2)
    defer { keyLookup.reset() }
    guard try keyLookup.step() else { return nil }
    return Known(
      record: keyLookup.int64(0), version: keyLookup.int64(1), number: keyLookup.int64(2),
      hash: keyLookup.withBlob(3) { Array($0) }, block: keyLookup.withBlob(4) { Array($0) }, isRenamed: true)
  }

  func write(
    _ graph: TermID, key: UnsafeRawBufferPointer, _ block: UnsafeRawBufferPointer, _ hash: ContentHash,
    after known: Known?
  ) throws {
    let record = known?.record ?? nextRecord
    if let known {
      closeVersion.bind(now.milliseconds, at: 1)
      closeVersion.bind(known.version, at: 2)
      try closeVersion.run()
      changeRecord.bind(nextVersion, at: 1)
      changeRecord.bind(record, at: 2)
      try changeRecord.run()
      if known.isRenamed {
        renameRecord.bind(graph.rawValue, at: 1)
        renameRecord.bind(record, at: 2)
        try renameRecord.run()
      }
    } else {
      addRecord.bind(record, at: 1)
      addRecord.bind(source, at: 2)
      addRecord.bind(lentText: key, at: 3)
      addRecord.bind(graph.rawValue, at: 4)
      addRecord.bind(graph.rawValue, at: 5)
      addRecord.bind(nextVersion, at: 6)
      try addRecord.run()
      nextRecord += 1
    }
    addVersion.bind(nextVersion, at: 1)
    addVersion.bind(record, at: 2)
    addVersion.bind((known?.number ?? 0) + 1, at: 3)
    try hash.bytes.withUnsafeBytes { bytes in
      addVersion.bind(lent: bytes, at: 4)
      addVersion.bind(now.milliseconds, at: 5)
      if let run { addVersion.bind(run.rawValue, at: 6) } else { addVersion.bindNull(at: 6) }
      try addVersion.run()
    }
    try statements.insert(nextVersion, count: StatementBlock.count(block) ?? 0, block)
    nextVersion += 1
  }
}
