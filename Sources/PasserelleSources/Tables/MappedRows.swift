import PasserelleCore
import PasserelleJSON
import PasserelleText

/// One reading of one table: rows in, records out, those of one key gathered where the mapping says so.
struct MappedRows {
  let mapping: TableMapping
  let file: String
  /// Records that wait for further rows, in the order of their first.
  private var gathered: [TableRecord] = []
  private var places: [String: Int] = [:]
  /// The last record, held back for the notes about the file.
  private var held: TableRecord?
  /// What is told with the next record of the row.
  private var pending: [Diagnostic] = []
  private var rowCount = 0
  private var repeatedCount = 0

  init(mapping: TableMapping, file: String) {
    self.mapping = mapping
    self.file = file
  }

  mutating func run(
    _ rows: inout TableRows, _ input: inout any ByteSource, _ body: (SourceItem) throws -> Bool
  ) throws {
    var goesOn = true
    try rows.read(&input) { row in
      rowCount += 1
      switch row {
      case .refused(let refused): goesOn = try body(.refused(refused))
      case .cells(let cells, let raw, let location):
        goesOn = try take(translated(cells, at: location), raw: raw, location, body)
      }
      return goesOn
    }
    for record in gathered {
      guard goesOn else { return }
      goesOn = try give(record, body)
    }
    guard goesOn, var last = held else { return }
    last.notes += notes(rows)
    _ = try body(.record(last))
  }

  /// The cells with what stands for some of their values.
  ///
  /// What a table of codes lacks is dropped, with a diagnostic of the row's next record.
  private mutating func translated(_ bytes: [[UInt8]], at location: SourceLocation) -> MappedCells {
    var cells = MappedCells(bytes: bytes)
    if mapping.restoresMacRoman {
      for column in cells.bytes.indices where cells.bytes[column].contains(where: { $0 >= 0x80 }) {
        guard let text = cells[column], let restored = MacRomanRepair.restored(text) else { continue }
        cells.bytes[column] = Array(restored.utf8)
      }
    }
    for (column, codes) in mapping.translations {
      guard let text = cells[column] else { continue }
      if let code = codes[TextFolding.fold(text)] {
        cells.bytes[column] = Array(code.utf8)
      } else {
        cells.bytes[column] = []
        pending.append(
          Diagnostic(.rowCode, at: location, field: mapping.columns[column], value: text))
      }
    }
    return cells
  }

  /// Takes a row: its records, or its refusal.
  private mutating func take(
    _ row: MappedCells, raw: [UInt8], _ location: SourceLocation, _ body: (SourceItem) throws -> Bool
  ) throws -> Bool {
    defer { pending.removeAll() }
    var isKnown = false
    var isNew = false
    for place in mapping.records.indices {
      let rule = mapping.records[place]
      for reading in rule.readings {
        let row = row.read(reading)
        guard row.satisfy(rule.conditions) else { continue }
        guard let identity = Self.identity(rule, row),
          rule.subject.map({ mapping.things[$0].isIdentified(row) }) ?? true
        else {
          if rule.isOptional { continue }
          return try body(refusal(row, raw: raw, rule, location))
        }
        isKnown = true
        let record = TableRecord(
          mapping: mapping, rule: place, identity: identity, rows: [Self.projected(row, rule)],
          location: location, notes: pending)
        pending.removeAll()
        if rule.isGathered {
          isNew = gather(record) || isNew
        } else {
          isNew = true
          guard try give(record, body) else { return false }
        }
      }
    }
    if !isKnown { return try body(refusal(row, raw: raw, mapping.records.first, location)) }
    if !isNew { repeatedCount += 1 }
    return true
  }

  /// The key of a record without its source; nil where one of its cells is blank.
  private static func identity(_ rule: TableRecordRule, _ row: MappedCells) -> String? {
    var parts: [String] = []
    for template in rule.key {
      guard let text = template.text(row) else { return nil }
      parts.append(text)
    }
    if rule.isSorted { parts.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    return parts.joined(separator: "~")
  }

  /// The cells that a record reads, the others left empty.
  private static func projected(_ row: MappedCells, _ rule: TableRecordRule) -> MappedCells {
    var bytes = [[UInt8]](repeating: [], count: row.bytes.count)
    for column in rule.used { bytes[column] = row.bytes[column] }
    return MappedCells(bytes: bytes)
  }

  /// Adds a row to the record of its key.
  ///
  /// - Returns: Whether it says something that the rows before do not.
  private mutating func gather(_ record: TableRecord) -> Bool {
    let key = "\(record.rule)\u{1F}" + record.identity
    guard let place = places[key] else {
      places[key] = gathered.count
      gathered.append(record)
      return true
    }
    guard !gathered[place].rows.contains(where: { $0.bytes == record.rows[0].bytes }) else { return false }
    // A tie without direction says the same either way.
    if mapping.records[record.rule].isSorted, mapping.records[record.rule].saysKeyAlone { return false }
    gathered[place].rows.append(record.rows[0])
    return true
  }

  /// Gives the record held back, and holds this one.
  private mutating func give(_ record: TableRecord, _ body: (SourceItem) throws -> Bool) throws -> Bool {
    defer { held = record }
    guard let before = held else { return true }
    return try body(.record(before))
  }

  private func refusal(
    _ row: MappedCells, raw: [UInt8], _ rule: TableRecordRule?, _ location: SourceLocation
  ) -> SourceItem {
    let columns = rule?.key.flatMap(\.columns) ?? []
    let values = columns.compactMap { row[$0] }.joined(separator: ", ")
    return .refused(
      RefusedRecord(
        bytes: kept(row, raw: raw),
        diagnostics: [
          Diagnostic(
            .rowNoIdentity, at: location, field: columns.map { mapping.columns[$0] }.joined(separator: ", "),
            value: values.isEmpty ? nil : values)
        ]))
  }

  /// The bytes of a refused row; where columns are about persons or may name one, the cells that do not.
  private func kept(_ row: MappedCells, raw: [UInt8]) -> [UInt8] {
    let names = Set(mapping.things.flatMap(\.personColumns))
    if mapping.persons.isEmpty, names.isEmpty { return raw }
    let cells = row.bytes.indices.map { names.contains($0) ? [] : row.bytes[$0] }
    return Array(cells.joined(separator: CollectionOfOne(mapping.separator ?? UInt8(ascii: ";"))))
  }

  /// What is told of the file as a whole.
  private func notes(_ rows: TableRows) -> [Diagnostic] {
    let location = SourceLocation(file: file)
    var notes: [Diagnostic] = []
    if !rows.personal.isEmpty {
      notes.append(
        Diagnostic(.rowPersonColumns, at: location, field: rows.personal.joined(separator: ", ")))
    }
    if !rows.unknown.isEmpty {
      notes.append(
        Diagnostic(.rowUnknownColumns, at: location, field: rows.unknown.joined(separator: ", ")))
    }
    if repeatedCount > 0 {
      notes.append(Diagnostic(.rowsRepeated, at: location, value: "\(repeatedCount) / \(rowCount)"))
    }
    return notes
  }
}

extension TableRecordRule {
  /// Whether the record reads nothing but its key.
  var saysKeyAlone: Bool { Set(used).isSubset(of: key.flatMap(\.columns)) }
}
