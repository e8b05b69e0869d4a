public import PasserelleCore
public import PasserelleOntology

/// What one row of an official table gave.
public struct TableRow: Sendable {
  /// The codes that it states: one, or the two cities of a twinning; none for a refused row.
  public var items: [ReferenceItem] = []
  /// Why it is refused, with its bytes; nil for a row that is kept.
  public var refusal: RefusedRecord?
  /// What had to be repaired or left out.
  public var diagnostics: [Diagnostic] = []
  /// Where it stands.
  public let location: SourceLocation
  /// Its bytes as in the file.
  public let bytes: [UInt8]
}

/// A CSV file that holds an official list: CPV, NUTS, communes, departments, regions, cities, exchange rates, codes that
/// others replace.
///
/// Told by its headings, whatever its name. The separator is `,`, `;` or a tab, the encoding UTF-8.
public struct TableFile: Sendable {
  let form: TableForm
  private let separator: UInt8
  /// Whether rows are expected to speak of the same code: a commune once for each postal code, a city in each twinning.
  public var repeatsCodes: Bool {
    [.communes, .twinCities, .replacedCPV, .replacedTerritories].contains(form)
  }
  /// How long a row may be, in bytes.
  private static let maximumBytes = 1 << 20

  /// Tells whether a file is an official table, by its first bytes.
  ///
  /// - Parameter firstBytes: Some kilobytes from the start.
  /// - Returns: Nil for any other file.
  public static func detect(firstBytes: [UInt8]) -> TableFile? {
    let start = firstBytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let line = firstBytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    guard !line.isEmpty, line.count < maximumBytes else { return nil }
    let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    let counts = separators.map { separator in line.reduce(0) { $0 + ($1 == separator ? 1 : 0) } }
    guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else { return nil }
    var headings: [String] = []
    var reader = CSVRowReader(separator: separators[place], maximumBytes: maximumBytes)
    _ = line.withUnsafeBytes { bytes in
      reader.feed(bytes) { _ in true }
    }
    _ = reader.finish { row in
      headings = TableLayout.headings(row)
      return true
    }
    return TableForm.detect(headings).map { TableFile(form: $0, separator: separators[place]) }
  }

  /// Reads the rows.
  ///
  /// - Parameters:
  ///   - input: The bytes from the start.
  ///   - file: The name for messages.
  ///   - body: Gets the list before its first row, and each row; returns false to stop.
  /// - Throws: ``PasserelleError`` when the bytes cannot be read, or what the body throws.
  public func read(
    _ input: inout any ByteSource, file: String,
    _ body: (ReferenceListInfo, TableRow) throws -> Bool
  ) throws {
    var rows = CSVRowReader(separator: separator, maximumBytes: Self.maximumBytes)
    var session = TableSession(form: form, file: file)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    var isFirst = true
    while true {
      let count = try input.read(into: buffer)
      if count == 0 { break }
      var chunk = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      if isFirst, chunk.starts(with: [0xEF, 0xBB, 0xBF]) {
        chunk = UnsafeRawBufferPointer(rebasing: chunk.dropFirst(3))
      }
      isFirst = false
      guard try rows.feed(chunk, { try session.take($0, body) }) else { return }
    }
    _ = try rows.finish { try session.take($0, body) }
  }
}

/// One reading of one table.
struct TableSession {
  let form: TableForm
  let file: String
  private var layout: TableLayout?
  private var info: ReferenceListInfo?
  private var rank = 0

  init(form: TableForm, file: String) {
    self.form = form
    self.file = file
    info = form.info
  }

  mutating func take(_ row: CSVRow, _ body: (ReferenceListInfo, TableRow) throws -> Bool) throws -> Bool {
    if row.isBlank { return true }
    guard let layout else {
      let layout = TableLayout(form: form, headings: TableLayout.headings(row))
      info = layout.list ?? info
      self.layout = layout
      return true
    }
    rank += 1
    let location = SourceLocation(file: file, record: rank, line: row.line, byteOffset: row.offset)
    var result = layout.row(row, at: location, list: info)
    if rank == 1, !layout.ignored.isEmpty {
      result.diagnostics.append(
        Diagnostic(
          .referenceColumn, at: SourceLocation(file: file, line: 1),
          value: layout.ignored.joined(separator: ", ")))
    }
    let list: ReferenceListInfo
    if let info {
      list = info
    } else {
      list =
        result.items.first.flatMap { TableForm.list(ofCode: $0.entry.code) } ?? Self.unnamed(file)
      if !result.items.isEmpty { info = list }
    }
    return try body(list, result)
  }

  /// A list of which nothing is known but its file.
  private static func unnamed(_ file: String) -> ReferenceListInfo {
    let name = Slug.make(FileName.withoutExtension(FileName.lastComponent(file)))
    let id = name.isEmpty ? "list" : name
    return ReferenceListInfo(id: id, label: LocalizedText(verbatim: id), source: FileName.lastComponent(file))
  }
}
