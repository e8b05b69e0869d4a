import PasserelleCore
import PasserelleJSON
import PasserelleXML

/// A row of a table as its file gives it, its cells in the order of the mapping's columns.
enum MappedRow {
  /// The cells, and the bytes as they stand in the file.
  case cells([[UInt8]], raw: [UInt8], SourceLocation)
  case refused(RefusedRecord)
}

/// Gives the rows of a file, whatever it is written in, and notes what its columns are.
struct TableRows {
  let mapping: TableMapping
  let file: String
  let limits: JSONLimits
  /// The columns that the mapping does not name, in the order met.
  private(set) var unknown: [String] = []
  /// The columns about persons that the file has, in the order met.
  private(set) var personal: [String] = []
  private var numbers: [String: TableColumn] = [:]
  private var seen: Set<String> = []

  init(mapping: TableMapping, file: String, limits: JSONLimits) {
    self.mapping = mapping
    self.file = file
    self.limits = limits
    for (number, name) in mapping.columns.enumerated() { numbers[name] = number }
  }

  /// Whether rows may hold what concerns persons, so that no row is kept whole.
  private var mayNamePersons: Bool {
    !personal.isEmpty || mapping.things.contains { !$0.personColumns.isEmpty }
  }

  /// Reads a file to its end.
  mutating func read(_ input: inout any ByteSource, _ body: (MappedRow) throws -> Bool) throws {
    switch mapping.layout {
    case .csv: try readColumns(&input, body)
    case .json: try readObjects(&input, .arrays(mapping.arrays), body)
    case .lines: try readObjects(&input, .lines, body)
    case .gexf: try readGraph(&input, body)
    }
  }

  /// The number of a column; nil, once noted, for one that is not read.
  private mutating func number(of name: String) -> TableColumn? {
    if let number = numbers[name] { return number }
    if seen.insert(name).inserted, !mapping.ignored.contains(name) {
      if mapping.persons.contains(name) { personal.append(name) } else { unknown.append(name) }
    }
    return nil
  }

  // Columns

  private mutating func readColumns(
    _ input: inout any ByteSource, _ body: (MappedRow) throws -> Bool
  ) throws {
    var head = TableHead(file: file, limits: limits)
    try head.read(&input)
    let separator = mapping.separator ?? head.separator
    var rows = CSVRowReader(separator: separator, offset: head.skipped, maximumBytes: limits.recordBytes)
    var place = Place()
    let bytes = head.bytes
    var goesOn = try bytes.withUnsafeBytes { bytes in
      try rows.feed(UnsafeRawBufferPointer(rebasing: bytes[head.skipped...])) { try take($0, &place, body) }
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(limits.chunkBytes, 1), alignment: 16)
    defer { buffer.deallocate() }
    while goesOn, !head.isWhole {
      let count = try input.read(into: buffer)
      if count == 0 { break }
      goesOn = try rows.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count])) {
        try take($0, &place, body)
      }
    }
    if goesOn { goesOn = try rows.finish { try take($0, &place, body) } }
    if goesOn, place.numbers == nil { throw CSVLayout.noHeadings(file: file) }
  }

  /// How far a file of columns was read.
  private struct Place {
    /// The numbers of its columns; nil before the headings.
    var numbers: [TableColumn?]?
    var rank = 0
  }

  /// Takes a row: the headings first, then cells.
  private mutating func take(
    _ row: CSVRow, _ place: inout Place, _ body: (MappedRow) throws -> Bool
  ) throws -> Bool {
    if row.isBlank { return true }
    guard let numbers = place.numbers else {
      place.numbers = try headings(row)
      return true
    }
    place.rank += 1
    let location = SourceLocation(file: file, record: place.rank, line: row.line, byteOffset: row.offset)
    return try body(self.row(row, numbers, location))
  }

  /// The number of each column of the file; nil for those that are not read.
  private mutating func headings(_ row: CSVRow) throws -> [TableColumn?] {
    guard row.flaw == nil, UTF8Check.firstInvalidOffset(in: row.bytes) == nil else {
      throw CSVLayout.noHeadings(file: file)
    }
    let names = row.fields.map { String(decoding: $0, as: UTF8.self).trimmed }
    let result = names.map { $0.isEmpty ? nil : number(of: $0) }
    guard result.contains(where: { $0 != nil }) else {
      let wanted = mapping.columns.joined(separator: ", ")
      throw PasserelleError(
        .mappingInvalid,
        LocalizedText(
          fr: "Aucune des colonnes de la correspondance n’est dans le fichier : \(wanted).",
          en: "None of the columns of the mapping is in the file: \(wanted)."),
        at: SourceLocation(file: file, line: row.line))
    }
    return result
  }

  private func row(_ row: CSVRow, _ numbers: [TableColumn?], _ location: SourceLocation) -> MappedRow {
    func refused(_ code: DiagnosticCode, _ value: String? = nil) -> MappedRow {
      // What was not parted into columns may hold names of persons.
      let bytes = mayNamePersons ? [] : row.bytes
      return .refused(
        RefusedRecord(bytes: bytes, diagnostics: [Diagnostic(code, at: location, value: value)]))
    }
    switch row.flaw {
    case .openQuote: return refused(.csvQuote)
    case .tooLarge: return refused(.csvRowTooLarge)
    case nil: break
    }
    guard row.fields.count == numbers.count else {
      return refused(.csvColumnCount, "\(row.fields.count) ≠ \(numbers.count)")
    }
    guard UTF8Check.firstInvalidOffset(in: row.bytes) == nil else { return refused(.csvEncoding) }
    var cells = [[UInt8]](repeating: [], count: mapping.columns.count)
    for (field, number) in zip(row.fields, numbers) {
      if let number { cells[number] = field }
    }
    return .cells(cells, raw: row.bytes, location)
  }

  // Objects

  private mutating func readObjects(
    _ input: inout any ByteSource, _ layout: JSONRecordLayout, _ body: (MappedRow) throws -> Bool
  ) throws {
    try JSONRecordReader(layout: layout, limits: limits).read(&input, file: file) { item in
      switch item {
      case .refused(let refused):
        guard mayNamePersons else { return try body(.refused(refused)) }
        return try body(.refused(RefusedRecord(bytes: [], diagnostics: refused.diagnostics)))
      case .record(let record):
        guard record.value.objectValue != nil else {
          return try body(
            .refused(
              RefusedRecord(
                bytes: record.bytes, diagnostics: [Diagnostic(.recordNotObject, at: record.location)])))
        }
        var cells = [[UInt8]](repeating: [], count: mapping.columns.count)
        fill(&cells, record.value, "")
        return try body(.cells(cells, raw: record.bytes, record.location))
      }
    }
  }

  /// Puts the values of an object into the cells of their paths; those of a list are parted by tabulators.
  private mutating func fill(_ cells: inout [[UInt8]], _ value: JSONValue, _ path: String) {
    for member in value.objectValue ?? [] {
      let name = path.isEmpty ? member.key : path + "." + member.key
      switch member.value {
      case .null: _ = number(of: name)
      case .object where !mapping.persons.contains(name): fill(&cells, member.value, name)
      case .object: _ = number(of: name)
      case .string(let text), .number(let text):
        if let number = number(of: name) { cells[number] = Array(text.utf8) }
      case .bool(let flag):
        if let number = number(of: name) { cells[number] = Array((flag ? "true" : "false").utf8) }
      case .array(let elements):
        guard let number = number(of: name) else { continue }
        cells[number] = Array(elements.compactMap(\.scalarText).joined(separator: "\t").utf8)
      }
    }
  }

  // Graphs

  private mutating func readGraph(
    _ input: inout any ByteSource, _ body: (MappedRow) throws -> Bool
  ) throws {
    var titles: [String: String] = [:]
    let reader = XMLRecordReader(names: ["attribute", "node", "edge"])
    try reader.read(&input, file: file) { item in
      switch item {
      case .refused(let refused): return try body(.refused(refused))
      case .record(let record):
        let root = record.tree.root
        if root.name == "attribute" {
          if let id = root.attribute("id") { titles[id] = root.attribute("title") ?? id }
          return true
        }
        var cells = [[UInt8]](repeating: [], count: mapping.columns.count)
        let attributes = root.name == "node" ? ["id", "label"] : ["source", "target", "weight"]
        for name in attributes {
          if let text = root.attribute(name), let number = number(of: name) {
            cells[number] = Array(text.utf8)
          }
        }
        for value in root.first("attvalues")?.all("attvalue") ?? [] {
          guard let text = value.attribute("value"), let name = titles[value.attribute("for") ?? ""],
            let number = number(of: name)
          else { continue }
          cells[number] = Array(text.utf8)
        }
        return try body(.cells(cells, raw: record.bytes, record.location))
      }
    }
  }
}
