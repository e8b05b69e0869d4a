internal import PasserelleCore
internal import PasserelleJSON

/// Reads the rows of a table as the objects that they stand for.
struct DeclarationTable {
  let kind: DeclarationKind
  let file: String
  let limits: JSONLimits
  private var columns: [(heading: String, field: DeclarationField?)] = []
  private var hasHeadings = false
  private var rank = 0

  init(kind: DeclarationKind, file: String, limits: JSONLimits) {
    self.kind = kind
    self.file = file
    self.limits = limits
  }

  /// Reads a stream to its end.
  ///
  /// - Parameters:
  ///   - source: The stream.
  ///   - skipped: The length of its byte order mark.
  ///   - body: Gets each row as a record or refusal; returns false to stop.
  /// - Throws: ``PasserelleError`` with code `input.empty`, `input.encoding` or `input.unknownFormat`.
  mutating func read(
    _ source: inout HeadByteSource, skipping skipped: Int, _ body: (SourceItem) throws -> Bool
  ) throws {
    let start = source.head[skipped...].drop { $0 <= 0x20 }
    let line = Array(start.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
    var rows = CSVRowReader(
      separator: Self.separator(ofLine: line), offset: skipped, maximumBytes: limits.recordBytes)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: limits.chunkBytes, alignment: 16)
    defer { buffer.deallocate() }
    var toSkip = skipped
    var goesOn = true
    while goesOn {
      let count = try source.read(into: buffer)
      if count == 0 { break }
      let first = min(toSkip, count)
      toSkip -= first
      goesOn = try rows.feed(UnsafeRawBufferPointer(rebasing: buffer[first..<count])) { try take($0, body) }
    }
    if goesOn { goesOn = try rows.finish { try take($0, body) } }
    guard goesOn, !hasHeadings else { return }
    throw PasserelleError(
      .inputEmpty,
      LocalizedText(
        fr: "Le fichier est vide. Exportez-le de nouveau.", en: "The file is empty. Export it again."),
      at: SourceLocation(file: file))
  }

  private mutating func take(_ row: CSVRow, _ body: (SourceItem) throws -> Bool) throws -> Bool {
    // Spreadsheets leave rows of empty cells at the end.
    if row.flaw == nil, row.fields.allSatisfy({ $0.allSatisfy { $0 <= 0x20 } }) { return true }
    guard hasHeadings else {
      try setHeadings(row)
      return true
    }
    rank += 1
    let location = SourceLocation(file: file, record: rank, line: row.line, byteOffset: row.offset)
    func refuse(_ code: DiagnosticCode, _ value: String? = nil) throws -> Bool {
      try body(
        .refused(RefusedRecord(bytes: row.bytes, diagnostics: [Diagnostic(code, at: location, value: value)]))
      )
    }
    switch row.flaw {
    case .openQuote: return try refuse(.csvQuote)
    case .tooLarge: return try refuse(.csvRowTooLarge)
    case nil: break
    }
    guard row.fields.count == columns.count else {
      return try refuse(.csvColumnCount, "\(row.fields.count) ≠ \(columns.count)")
    }
    guard UTF8Check.firstInvalidOffset(in: row.bytes) == nil else { return try refuse(.csvEncoding) }
    return try body(DeclarationRecord.item(kind, object(of: row), bytes: row.bytes, at: location))
  }

  private mutating func setHeadings(_ row: CSVRow) throws {
    guard row.flaw == nil else { throw CSVLayout.noHeadings(file: file) }
    guard UTF8Check.firstInvalidOffset(in: row.bytes) == nil else {
      throw PasserelleError(
        .inputEncoding,
        LocalizedText(
          fr: "L’en-tête n’est pas en UTF-8. \(DiagnosticCode.csvEncoding.remedy[.french])",
          en: "The headings are not in UTF-8. \(DiagnosticCode.csvEncoding.remedy[.english])"),
        at: SourceLocation(file: file, line: row.line))
    }
    columns = row.fields.map { bytes in
      let heading = String(decoding: bytes, as: UTF8.self).trimmed
      let path = kind.path(ofHeading: heading)
      return (heading, kind.fields.first { $0.path == path })
    }
    guard columns.contains(where: { $0.field != nil }) else {
      let known = kind.fields.compactMap(\.headings.first).prefix(8).joined(separator: ", ")
      throw PasserelleError(
        .inputUnknownFormat,
        LocalizedText(
          fr: "Aucune colonne n’est connue. L’en-tête doit nommer des champs tels que : \(known).",
          en: "No column is known. The heading line must name fields such as: \(known)."),
        at: SourceLocation(file: file, line: row.line))
    }
    hasHeadings = true
  }

  /// The object that a row stands for; a column without field stands under its heading, to be told of.
  private func object(of row: CSVRow) -> JSONValue {
    var object = JSONValue.object([])
    for (column, bytes) in zip(columns, row.fields) {
      let text = String(decoding: bytes, as: UTF8.self)
      guard !text.trimmed.isEmpty else { continue }
      guard let field = column.field else {
        object.set([column.heading[...]], to: .string(text))
        continue
      }
      switch field.shape {
      case .text: object.set(field.path.split(separator: "."), to: .string(text))
      case .date:
        let date = text.contains("/") ? DateText.read(text.trimmed)?.description : nil
        object.set(field.path.split(separator: "."), to: .string(date ?? text))
      case .flag:
        object.set([field.path[...]], to: .bool(Self.affirmations.contains(text.trimmed.lowercased())))
      case .references: object.set([field.path[...]], to: Self.references(text))
      case .list where field.path.contains("[]"):
        let parts = field.path.split(separator: ".")
        let list = String(parts[0].dropLast(2))
        for (index, part) in Self.parts(text, "|").enumerated() where !part.isEmpty {
          object.setMember(String(parts[1]), of: list, at: index, to: .string(part))
        }
      case .list:
        object.set(
          [field.path[...]], to: .array(Self.parts(text, "|").filter { !$0.isEmpty }.map { .string($0) }))
      }
    }
    return object
  }

  private static let affirmations: Set<String> = ["true", "vrai", "oui", "yes", "1"]

  private static func references(_ text: String) -> JSONValue {
    let keys = ["title", "buyer", "year", "amount", "url"]
    return .array(
      parts(text, "|").filter { !$0.isEmpty }.map { one in
        .object(zip(keys, parts(one, ">")).filter { !$1.isEmpty }.map { JSONMember($0, .string($1)) })
      })
  }

  private static func parts(_ text: String, _ separator: Character) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false).map(\.trimmed)
  }

  /// The separator that stands most often in a line, outside quotation marks.
  private static func separator(ofLine line: [UInt8]) -> UInt8 {
    let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    return candidates[counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0]
  }

  /// The headings of a line.
  static func headings(ofLine line: [UInt8]) -> [String] {
    var rows = CSVRowReader(separator: separator(ofLine: line))
    var headings: [String] = []
    func take(_ row: CSVRow) -> Bool {
      headings = row.fields.map { String(decoding: $0, as: UTF8.self).trimmed }
      return false
    }
    _ = line.withUnsafeBytes { rows.feed($0, take) }
    _ = rows.finish(take)
    return headings
  }
}

extension JSONValue {
  /// Puts a value under a path of keys; an object is made where there is none.
  mutating func set(_ path: [Substring], to value: JSONValue) {
    guard let key = path.first else {
      self = value
      return
    }
    var members = objectValue ?? []
    var inner = self[String(key)] ?? .object([])
    inner.set(Array(path.dropFirst()), to: value)
    members.removeAll { $0.key == key }
    members.append(JSONMember(String(key), inner))
    self = .object(members)
  }

  /// Puts a value under a key of the object at an index of a list; the list grows as needed.
  mutating func setMember(_ key: String, of list: String, at index: Int, to value: JSONValue) {
    var elements = self[list]?.arrayValue ?? []
    while elements.count <= index { elements.append(.object([])) }
    elements[index].set([key[...]], to: value)
    set([list[...]], to: .array(elements))
  }
}
