internal import PasserelleCore
internal import PasserelleJSON

/// One reading of one CSV file.
struct CSVSession {
  let mapping: CSVMapping?
  let file: String
  let limits: JSONLimits
  private var layout: CSVLayout?
  private var rank = 0

  init(mapping: CSVMapping?, file: String, limits: JSONLimits) {
    self.mapping = mapping
    self.file = file
    self.limits = limits
  }

  mutating func run(_ input: inout any ByteSource, _ body: (SourceItem) throws -> Bool) throws {
    let chunkBytes = max(limits.chunkBytes, 1)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkBytes, alignment: 16)
    defer { buffer.deallocate() }
    // The heading line tells the separator, so that much is read first.
    var head = TableHead(file: file, limits: limits)
    try head.read(&input)
    let separator = mapping?.separator?.asciiValue ?? head.separator
    let skipped = head.skipped
    var isAtEnd = head.isWhole
    var rows = CSVRowReader(separator: separator, offset: skipped, maximumBytes: limits.recordBytes)
    var goesOn = try head.bytes.withUnsafeBytes { bytes in
      try rows.feed(UnsafeRawBufferPointer(rebasing: bytes[skipped...])) { try take($0, body) }
    }
    while goesOn, !isAtEnd {
      let count = try input.read(into: buffer)
      isAtEnd = count == 0
      goesOn = try rows.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { try take($0, body) }
    }
    if goesOn { goesOn = try rows.finish { try take($0, body) } }
    if goesOn, layout == nil { throw CSVLayout.noHeadings(file: file) }
  }

  /// Takes a row: the headings first, then records.
  private mutating func take(_ row: CSVRow, _ body: (SourceItem) throws -> Bool) throws -> Bool {
    if row.isBlank { return true }
    guard let layout else {
      self.layout = try CSVLayout(headings: row, mapping: mapping, file: file)
      return true
    }
    rank += 1
    let location = SourceLocation(file: file, record: rank, line: row.line, byteOffset: row.offset)
    return try body(layout.item(of: row, at: location))
  }
}

/// The columns of one file by the fields that they hold.
struct CSVLayout {
  let mapping: CSVMapping
  let columnCount: Int
  /// The index of each field's column.
  let indices: [CSVMapping.Field: Int]
  /// The version of the mapping to statements, in which a changed mapping file counts as a change.
  let mappingVersion: Int

  init(headings row: CSVRow, mapping: CSVMapping?, file: String) throws {
    guard row.flaw == nil else { throw Self.noHeadings(file: file) }
    guard UTF8Check.firstInvalidOffset(in: row.bytes) == nil else {
      throw PasserelleError(
        .inputEncoding,
        LocalizedText(
          fr: "L’en-tête n’est pas en UTF-8. \(DiagnosticCode.csvEncoding.remedy[.french])",
          en: "The headings are not in UTF-8. \(DiagnosticCode.csvEncoding.remedy[.english])"),
        at: SourceLocation(file: file, line: row.line))
    }
    let headings = row.fields.map { String(decoding: $0, as: UTF8.self).trimmed }
    guard let mapping else {
      let beside = FileName.lastComponent(FileName.withoutExtension(file)) + ".mapping.yaml"
      let sample = CSVMapping.suggestion(headings: headings)
      throw PasserelleError(
        .mappingInvalid,
        LocalizedText(
          fr: "Un fichier CSV se lit avec un fichier de correspondance. Créez « \(beside) » à côté, "
            + "à compléter à partir de ceci :\n\(sample)",
          en: "A CSV file is read with a mapping file. Create “\(beside)” beside it, "
            + "starting from this:\n\(sample)"),
        at: SourceLocation(file: file, line: row.line))
    }
    var indices: [CSVMapping.Field: Int] = [:]
    for field in CSVMapping.Field.allCases {
      guard let column = mapping.columns[field] else { continue }
      guard let index = headings.firstIndex(of: column) else {
        let french = headings.map { "« \($0) »" }.joined(separator: ", ")
        let english = headings.map { "“\($0)”" }.joined(separator: ", ")
        throw PasserelleError(
          .mappingInvalid,
          LocalizedText(
            fr: "La colonne « \(column) » (champ « \(field.rawValue) ») n’est pas dans le fichier. "
              + "Colonnes trouvées : \(french).",
            en:
              "The column “\(column)” (field “\(field.rawValue)”) is not in the file. Columns found: \(english)."
          ),
          at: SourceLocation(file: file, line: row.line))
      }
      indices[field] = index
    }
    self.mapping = mapping
    self.indices = indices
    columnCount = headings.count
    let signature = mapping.signature + "\u{1E}" + headings.joined(separator: "\u{1F}")
    var hash: UInt32 = 2_166_136_261
    for byte in signature.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    mappingVersion = AwardMapper.version << 32 | Int(hash)
  }

  static func noHeadings(file: String) -> PasserelleError {
    PasserelleError(
      .inputUnknownFormat,
      LocalizedText(
        fr: "Le fichier n’a pas de ligne d’en-tête lisible : vérifiez les guillemets de sa première ligne.",
        en: "The file has no heading line that can be read: check the quotation marks of its first line."),
      at: SourceLocation(file: file, line: 1))
  }

  /// The record of a row, or its refusal.
  func item(of row: CSVRow, at location: SourceLocation) -> SourceItem {
    func refused(_ code: DiagnosticCode, _ field: String? = nil, _ value: String? = nil) -> SourceItem {
      .refused(
        RefusedRecord(
          bytes: row.bytes, diagnostics: [Diagnostic(code, at: location, field: field, value: value)]))
    }
    switch row.flaw {
    case .openQuote: return refused(.csvQuote)
    case .tooLarge: return refused(.csvRowTooLarge)
    case nil: break
    }
    guard row.fields.count == columnCount else {
      return refused(.csvColumnCount, nil, "\(row.fields.count) ≠ \(columnCount)")
    }
    guard UTF8Check.firstInvalidOffset(in: row.bytes) == nil else { return refused(.csvEncoding) }
    let record = CSVRecord(row: row, layout: self, location: location)
    let award = record.award()
    if award.identifier.isEmpty { return refused(.awardNoIdentifier, mapping.columns[.id]) }
    let hasNumber = award.buyer.number.map { $0.value.contains { $0 != "0" } } ?? false
    if !hasNumber, award.buyer.name == nil {
      return refused(.awardNoBuyer, mapping.columns[.buyerSiret] ?? mapping.columns[.buyerName])
    }
    return .record(record.keyed(award.key))
  }
}
