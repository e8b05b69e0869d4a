internal import PasserelleCore
internal import PasserelleJSON
internal import PasserelleOntology

/// The columns of one official table, and what they make of a row.
struct TableLayout {
  let form: TableForm
  let indices: [TableForm.Field: Int]
  /// The columns of labels by language.
  let labels: [(language: String, index: Int)]
  /// The columns of exchange rates by currency.
  let rates: [(currency: String, index: Int)]
  /// The list that the headings tell; nil where the form or the codes do.
  let list: ReferenceListInfo?
  /// The headings of columns that nothing reads.
  let ignored: [String]
  private let count: Int

  /// The headings in lower case, without white space around them.
  static func headings(_ row: CSVRow) -> [String] {
    row.fields.map { field in
      let text = String(decoding: field, as: UTF8.self).lowercased()
      return String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
  }

  init(form: TableForm, headings: [String]) {
    self.form = form
    count = headings.count
    var indices: [TableForm.Field: Int] = [:]
    for (field, names) in form.columns {
      indices[field] = names.lazy.compactMap { headings.firstIndex(of: $0) }.first
    }
    rates = form == .wideRates ? TableForm.rateColumns(headings) ?? [] : []
    var list: ReferenceListInfo?
    if form == .wideRates { indices[.date] = 0 }
    if form == .replacedCPV, let columns = TableForm.cpvColumns(headings) {
      (indices[.code], indices[.secondCode]) = (columns.old, columns.new)
    }
    if form == .replacedTerritories, let columns = TableForm.editionColumns(headings) {
      (indices[.code], indices[.secondCode]) = (columns.old.index, columns.new.index)
      list = TableForm.territories(of: columns.old.year, replacedIn: columns.new.year)
    }
    self.list = list
    self.indices = indices
    labels =
      form == .labels
      ? headings.enumerated().compactMap { index, heading in
        TableForm.language(ofHeading: heading).map { ($0, index) }
      } : []
    let used = Set(indices.values).union(labels.map(\.index)).union(rates.map(\.index))
    ignored = headings.enumerated().compactMap {
      used.contains($0.offset) || $0.element.isEmpty ? nil : $0.element
    }
  }

  /// What a row gives.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - location: Where it stands.
  ///   - list: The list, where an earlier row has told it.
  /// - Returns: The codes of the row, or its refusal.
  func row(_ row: CSVRow, at location: SourceLocation, list: ReferenceListInfo?) -> TableRow {
    var result = TableRow(location: location, bytes: row.bytes)
    do throws(Refusal) {
      guard row.flaw == nil else { throw Refusal(.referenceRow) }
      guard isReadable(row) else { throw Refusal(.referenceEncoding) }
      guard row.fields.count == count else {
        throw Refusal(.referenceFields, value: "\(row.fields.count) / \(count)")
      }
      var cells = TableCells(row: row, indices: indices, location: location)
      result.items = try items(&cells, list)
      result.diagnostics = cells.diagnostics
    } catch {
      result.items = []
      result.refusal = RefusedRecord(
        bytes: row.bytes,
        diagnostics: [Diagnostic(error.code, at: location, field: error.field, value: error.value)])
    }
    return result
  }

  /// Whether a row is UTF-8; of tables of codes alone, whether the codes are, for their texts are not read.
  private func isReadable(_ row: CSVRow) -> Bool {
    guard form == .replacedCPV || form == .replacedTerritories, row.fields.count == count else {
      return UTF8Check.firstInvalidOffset(in: row.bytes) == nil
    }
    return indices.values.allSatisfy { UTF8Check.firstInvalidOffset(in: row.fields[$0]) == nil }
  }

  /// Why a row is refused.
  struct Refusal: Error {
    let code: DiagnosticCode
    var field: String?
    var value: String?

    init(_ code: DiagnosticCode, field: String? = nil, value: String? = nil) {
      self.code = code
      self.field = field
      self.value = value
    }
  }

  private func items(_ cells: inout TableCells, _ list: ReferenceListInfo?) throws(Refusal) -> [ReferenceItem]
  {
    switch form {
    case .labels: [try labelled(&cells, list)]
    case .communes: [try commune(&cells)]
    case .departements, .regions: [try territory(&cells)]
    case .cities: [try city(&cells)]
    case .twinCities:
      [
        try twin(&cells, .code, .name, .population, .point),
        try twin(&cells, .secondCode, .secondName, .secondPopulation, .secondPoint),
      ]
    case .wideRates: try wideRates(&cells)
    case .longRates: try longRate(&cells)
    case .replacedCPV: try replacedCPV(&cells)
    case .replacedTerritories: try replacedTerritory(&cells)
    }
  }
}

/// The cells of one row by what they hold.
struct TableCells {
  let row: CSVRow
  let indices: [TableForm.Field: Int]
  let location: SourceLocation
  var diagnostics: [Diagnostic] = []

  /// The text of a column; nil where it is empty or missing.
  func text(at index: Int) -> String? {
    let field = row.fields[index]
    guard field.contains(where: { $0 > 0x20 }) else { return nil }
    if field.contains(where: { $0 < 0x20 || $0 >= 0x80 }) || field.first == 0x20 || field.last == 0x20 {
      return String(decoding: field, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    }
    return String(decoding: field, as: UTF8.self)
  }

  func text(_ field: TableForm.Field) -> String? { indices[field].flatMap { text(at: $0) } }

  /// A whole number; one that is none is told of and left out.
  mutating func number(_ field: TableForm.Field) -> Int? {
    guard let text = text(field) else { return nil }
    let digits = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
    if let number = Int(digits) ?? Double(digits).flatMap({ Int(exactly: $0.rounded()) }), number >= 0 {
      return number
    }
    tell(.referenceNumber, text)
    return nil
  }

  /// The point of two columns, or of `Point(longitude latitude)`.
  mutating func point(_ latitude: TableForm.Field, _ longitude: TableForm.Field) -> GeographicPoint? {
    guard indices[latitude] != nil, indices[longitude] != nil else { return nil }
    guard let north = text(latitude), let east = text(longitude) else {
      tell(.referenceNoPoint, text(.code))
      return nil
    }
    return checked(Double(north), Double(east), north + " " + east)
  }

  mutating func point(_ field: TableForm.Field) -> GeographicPoint? {
    guard indices[field] != nil else { return nil }
    guard let text = text(field) else {
      tell(.referenceNoPoint, nil)
      return nil
    }
    let inner = text.hasPrefix("Point(") && text.hasSuffix(")") ? text.dropFirst(6).dropLast() : text[...]
    let parts = inner.split(separator: " ").map { Double($0) }
    return checked(parts.count == 2 ? parts[1] : nil, parts.count == 2 ? parts[0] : nil, text)
  }

  private mutating func checked(_ north: Double?, _ east: Double?, _ text: String) -> GeographicPoint? {
    guard let north, let east, (-90...90).contains(north), (-180...180).contains(east) else {
      tell(.referencePoint, text)
      return nil
    }
    return GeographicPoint(latitude: north, longitude: east)
  }

  private mutating func tell(_ code: DiagnosticCode, _ value: String?) {
    diagnostics.append(Diagnostic(code, at: location, value: value))
  }
}
