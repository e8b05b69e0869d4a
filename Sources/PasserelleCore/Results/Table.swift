/// Rows and columns for people: the shape of every list that a verb prints.
public struct Table: Sendable, Hashable {
  /// How a column's cells stand.
  public enum Alignment: Sendable, Hashable {
    /// Texts.
    case left
    /// Numbers.
    case right
    /// Amounts, which stand as numbers do and bring their currency along.
    case amount
  }

  /// A column: a stable key for programs, a heading for people.
  public struct Column: Sendable, Hashable {
    /// The key, in English, for CSV and JSON.
    public let key: String
    /// The heading, in the reader's language.
    public let heading: LocalizedText
    /// How cells stand.
    public let alignment: Alignment

    /// Makes a column.
    public init(_ key: String, _ heading: LocalizedText, _ alignment: Alignment = .left) {
      self.key = key
      self.heading = heading
      self.alignment = alignment
    }
  }

  /// One cell, kept typed so that each rendering writes it in its own way.
  public enum Cell: Sendable, Hashable {
    /// Nothing known.
    case empty
    /// A text.
    case text(String)
    /// A whole number.
    case int(Int)
    /// An exact number.
    case decimal(DecimalNumber)
    /// A binary number with its digits after the point.
    case number(Double, digits: Int)
    /// An amount.
    case money(Money)
    /// A date.
    case date(PartialDate)
  }

  /// The title, if it has one.
  public var title: LocalizedText?
  /// The columns.
  public var columns: [Column]
  /// The rows; each has as many cells as there are columns.
  public var rows: [[Cell]]

  /// Makes a table.
  public init(title: LocalizedText? = nil, columns: [Column], rows: [[Cell]] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}
