public import PasserelleCore

/// How a CSV file is written.
public struct CSVOptions: Sendable, Hashable {
  /// What stands on the first line.
  public enum Header: Sendable, Hashable {
    /// The columns' keys, for programs.
    case keys
    /// The columns' headings, for people.
    case headings(MessageLanguage)
    /// Nothing.
    case none
  }

  /// The first line.
  public var header: Header
  /// The character between cells.
  public var separator: Character
  /// Whether numbers have a decimal comma.
  public var hasDecimalComma: Bool
  /// Whether the file begins with a byte order mark, by which spreadsheets know UTF-8.
  public var hasByteOrderMark: Bool
  /// Whether texts that a spreadsheet would run as a formula get an apostrophe before them.
  public var guardsFormulas: Bool

  /// Makes options.
  public init(
    header: Header = .keys, separator: Character = ",", hasDecimalComma: Bool = false,
    hasByteOrderMark: Bool = false, guardsFormulas: Bool = false
  ) {
    self.header = header
    self.separator = separator
    self.hasDecimalComma = hasDecimalComma
    self.hasByteOrderMark = hasByteOrderMark
    self.guardsFormulas = guardsFormulas
  }

  /// RFC 4180, with an apostrophe before texts that a spreadsheet would run as a formula.
  public static let guarded = CSVOptions(guardsFormulas: true)
  /// RFC 4180, for programs.
  public static let standard = CSVOptions()
  /// What a spreadsheet in French opens rightly.
  public static let frenchSpreadsheet = CSVOptions(
    header: .headings(.french), separator: ";", hasDecimalComma: true, hasByteOrderMark: true,
    guardsFormulas: true)
}
