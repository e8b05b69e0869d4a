internal import PasserelleCore
internal import PasserelleText

/// Reads a table with a row for each service of a territory.
enum DiagnosisTable {
  /// Whether a table with some headings is a diagnosis: it has services, answers and a territory.
  static func isTable(headings: [String]) -> Bool {
    let fields = Set(headings.compactMap(field))
    return fields.isSuperset(of: [.service, .answer])
      && !fields.isDisjoint(with: [.insee, .identifier, .city])
  }

  /// The field that a heading means.
  static func field(ofHeading heading: String) -> DiagnosisField? {
    let folded = TextFolding.fold(heading)
    guard !DiagnosisField.helpHeadings.contains(folded) else { return nil }
    return DiagnosisField.allCases.first { $0.rawValue == heading || $0.headings.contains(folded) }
  }

  /// The territories of a table, in the order in which they are first named.
  ///
  /// - Parameters:
  ///   - bytes: The table in UTF-8, without its mark.
  ///   - firstLine: The bytes of its first line.
  ///   - file: The name for diagnostics.
  /// - Returns: What is said of each territory.
  /// - Throws: ``PasserelleError`` with code `input.unknownFormat` for a table with a row that cannot be read.
  static func drafts(of bytes: [UInt8], firstLine: [UInt8], file: String) throws -> [DiagnosisDraft] {
    var rows = CSVRowReader(separator: separator(of: firstLine))
    var columns: [(heading: String, field: DiagnosisField?)] = []
    var head: [UInt8] = []
    var drafts: [DiagnosisDraft] = []
    var ranks: [String: Int] = [:]
    var flaw: CSVRow?
    func take(_ row: CSVRow) -> Bool {
      if row.flaw != nil || (!columns.isEmpty && !row.isBlank && row.fields.count != columns.count) {
        flaw = row
        return false
      }
      if row.fields.allSatisfy({ $0.allSatisfy { $0 <= 0x20 } }) { return true }
      let cells = row.fields.map { String(decoding: $0, as: UTF8.self).trimmed }
      guard !columns.isEmpty else {
        columns = cells.map { ($0, field(ofHeading: $0)) }
        head = row.bytes
        return true
      }
      add(row, cells, columns, head, file, &drafts, &ranks)
      return true
    }
    let goesOn = bytes.withUnsafeBytes { rows.feed($0, take) }
    if goesOn { _ = rows.finish(take) }
    if let flaw {
      throw PasserelleError(
        .inputUnknownFormat,
        LocalizedText(
          fr:
            "La ligne \(flaw.line) n’a pas autant de cellules que l’en-tête, ou un guillemet n’y est pas fermé. Corrigez-la ; rien n’a été lu.",
          en:
            "Line \(flaw.line) has not as many cells as the headings, or a quotation mark is not closed in it. Correct it; nothing was read."
        ), at: SourceLocation(file: file, line: flaw.line))
    }
    return drafts
  }

  /// Adds a row to the territory that it names.
  private static func add(
    _ row: CSVRow, _ cells: [String], _ columns: [(heading: String, field: DiagnosisField?)], _ head: [UInt8],
    _ file: String, _ drafts: inout [DiagnosisDraft], _ ranks: inout [String: Int]
  ) {
    var one = DiagnosisDraft(
      location: SourceLocation(file: file, record: drafts.count + 1, line: row.line, byteOffset: row.offset))
    var texts: [DiagnosisField: String] = [:]
    for (column, cell) in zip(columns, cells) where !cell.isEmpty {
      guard let field = column.field else {
        let isHelp = DiagnosisField.helpHeadings.contains(TextFolding.fold(column.heading))
        if !isHelp { one.unknown.append(column.heading) }
        continue
      }
      texts[field] = texts[field] ?? cell
      // Spreadsheets write dates as people of a country do.
      let day = field == .declared && cell.contains("/") ? DateText.read(cell)?.description : nil
      if field != .service, field != .answer { one.set(field, day ?? cell, name: column.heading) }
    }
    // A row without territory goes on with the one above, as people leave repeated cells empty.
    let key = one.cityKey.isEmpty ? drafts.last?.cityKey ?? "" : one.cityKey
    let rank = ranks[key] ?? drafts.count
    if rank == drafts.count {
      one.bytes = head
      ranks[key] = rank
      drafts.append(one)
    } else {
      for field in DiagnosisField.allCases where drafts[rank].fields[field] == nil {
        drafts[rank].fields[field] = one.fields[field]
      }
      for name in one.unknown where !drafts[rank].unknown.contains(name) { drafts[rank].unknown.append(name) }
    }
    drafts[rank].bytes += [UInt8(ascii: "\n")] + row.bytes
    if let service = texts[.service] {
      drafts[rank].answers.append(
        .init(service: service, written: texts[.answer] ?? "", path: "answers." + String(service.prefix(80))))
    }
  }

  /// The separator that stands most often in the first line.
  private static func separator(of line: [UInt8]) -> UInt8 {
    let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
    let counts = candidates.map { candidate in line.count { $0 == candidate } }
    return candidates[counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0]
  }
}
