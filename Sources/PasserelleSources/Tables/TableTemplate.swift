import PasserelleCore

/// A text with the cells of a row in it: `{column}`, or `{column|filter}` for a part of the cell.
struct TableTemplate: Sendable, Hashable {
  /// What is done to a cell before it enters the text.
  enum Filter: String, Sendable, CaseIterable {
    /// What follows the last `/` or `#`, those at the end left out.
    case last
    /// Lower-case letters and digits with dashes between.
    case slug
    case upper
    case lower
    /// The first nine digits: the company number of an establishment number.
    case siren
    /// Without blanks.
    case compact
    /// What stands before the first comma.
    case first
    /// With a blank for each dash or underscore, the first letter a capital.
    case words
  }

  enum Piece: Sendable, Hashable {
    case text(String)
    case cell(TableColumn, [Filter])
  }

  let pieces: [Piece]

  /// The columns named.
  var columns: [TableColumn] {
    pieces.compactMap { if case .cell(let column, _) = $0 { column } else { nil } }
  }

  /// Reads a template; nil where a brace is open or a filter unknown.
  init?(_ text: String, number: (String) -> TableColumn) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      let parts = rest[rest.index(after: open)..<close].split(separator: "|").map { String($0).trimmed }
      let filters = parts.dropFirst().compactMap(Filter.init(rawValue:))
      guard let name = parts.first, !name.isEmpty, filters.count == parts.count - 1 else { return nil }
      pieces.append(.cell(number(name), filters))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    guard !pieces.isEmpty else { return nil }
    self.pieces = pieces
  }

  /// The cell of one column as it stands.
  init(column: TableColumn) { pieces = [.cell(column, [])] }

  /// The text for a row; nil where one of its cells is blank.
  func text(_ cells: MappedCells) -> String? {
    if pieces.count == 1 { return part(pieces[0], cells) }
    var result = ""
    for piece in pieces {
      guard let text = part(piece, cells) else { return nil }
      result += text
    }
    return result
  }

  private func part(_ piece: Piece, _ cells: MappedCells) -> String? {
    switch piece {
    case .text(let text): return text
    case .cell(let column, let filters):
      guard var text = cells[column] else { return nil }
      for filter in filters { text = filter.applied(to: text) }
      return text.isEmpty ? nil : text
    }
  }
}

extension TableTemplate.Filter {
  /// The part of a cell that the filter leaves.
  func applied(to text: String) -> String {
    switch self {
    case .last:
      let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
      var bytes = Substring(text).utf8
      while let last = bytes.last, isEnd(last) { bytes.removeLast() }
      guard let place = bytes.lastIndex(where: isEnd) else { return String(Substring(bytes)) }
      return String(Substring(bytes[bytes.index(after: place)...]))
    case .slug: return Slug.make(text)
    case .upper: return text.uppercased()
    case .lower: return text.lowercased()
    case .siren: return String(CompanyNumber.compact(text).prefix(9))
    case .compact: return text.filter { !$0.isWhitespace }
    case .words:
      let words = String(text.map { $0 == "-" || $0 == "_" ? " " : $0 })
      return words.prefix(1).uppercased() + words.dropFirst()
    case .first: return String(text.prefix { $0 != "," }).trimmed
    }
  }
}

/// The cells of a row that a mapping reads, in the order of its columns.
struct MappedCells: Sendable {
  /// The cells as bytes; empty for one that the file has not.
  var bytes: [[UInt8]]
  /// The parts of lists that stand in place of their cells.
  var parts: [TableColumn: String] = [:]

  /// The text of a cell, trimmed; nil where it is blank.
  subscript(column: TableColumn) -> String? {
    if !parts.isEmpty, let part = parts[column] { return part.isEmpty ? nil : part }
    let cell = bytes[column]
    guard !cell.isEmpty else { return nil }
    let text = String(decoding: cell, as: UTF8.self)
    guard let first = text.utf8.first, let last = text.utf8.last else { return nil }
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return text }
    let trimmed = text.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The row with some cells taken from other columns.
  func read(_ reading: [TableColumn: TableColumn]) -> MappedCells {
    guard !reading.isEmpty else { return self }
    var result = self
    for (column, other) in reading { result.bytes[column] = bytes[other] }
    return result
  }

  /// Whether a test holds.
  func satisfies(_ condition: TableCondition) -> Bool {
    let text = self[condition.column]
    let holds =
      switch condition.values {
      case nil: text != nil
      case let values?: values.isEmpty ? text == nil : text.map(values.contains) ?? false
      }
    return holds != condition.isNegated
  }

  /// Whether all tests hold.
  func satisfy(_ conditions: [TableCondition]) -> Bool { conditions.allSatisfy(satisfies) }

  /// The rows that parallel lists stand for: one for each place of the longest list.
  func places(_ each: TableEach) -> [MappedCells] {
    let lists = each.columns.map { column in
      (self[column] ?? "").split(separator: each.separator, omittingEmptySubsequences: false)
    }
    return (0..<(lists.map(\.count).max() ?? 0)).map { place in
      var cells = self
      for (column, list) in zip(each.columns, lists) {
        cells.parts[column] = place < list.count ? String(list[place]).trimmed : ""
      }
      return cells
    }
  }
}
