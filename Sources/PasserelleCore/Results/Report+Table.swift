extension Report {
  /// A table of texts; its heading row stands on each page that it reaches.
  public struct Table: Sendable, Hashable {
    /// How the texts of a column stand.
    public enum Alignment: Sendable, Hashable {
      /// Words, from the side where reading starts.
      case start
      /// Numbers, against the other side.
      case end
    }

    /// A column.
    public struct Column: Sendable, Hashable {
      /// Its heading.
      public var heading: String
      /// How its texts stand.
      public var alignment: Alignment
      /// Its width in parts of the sum of all columns' parts; 1 at least.
      public var parts: Int

      /// Makes a column.
      public init(_ heading: String, _ alignment: Alignment = .start, parts: Int = 1) {
        self.heading = heading
        self.alignment = alignment
        self.parts = max(1, parts)
      }
    }

    /// What it shows, in one line.
    public var caption: String
    /// The columns.
    public var columns: [Column]
    /// The rows; cells past the columns are left out, missing ones are empty.
    public var rows: [[Text]]
    /// Whether the first cell of a row names it.
    public var hasRowHeadings: Bool

    /// Makes a table.
    public init(caption: String, columns: [Column], rows: [[Text]], hasRowHeadings: Bool = false) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
      self.hasRowHeadings = hasRowHeadings
    }
  }

  /// An empty table to fill by hand or on the screen.
  public struct Form: Sendable, Hashable {
    /// What is to be filled in, in one line.
    public var caption: String
    /// The columns.
    public var columns: [Table.Column]
    /// How many empty rows there are.
    public var rowCount: Int

    /// Makes a form.
    public init(caption: String, columns: [Table.Column], rowCount: Int) {
      self.caption = caption
      self.columns = columns
      self.rowCount = max(0, rowCount)
    }
  }
}

extension [Report.Table.Column] {
  /// The widths in thousandths of the table, which add up to 1,000.
  public var thousandths: [Int] {
    let total = reduce(0) { $0 + $1.parts }
    var seen = 0
    return map { column in
      let start = seen * 1000 / total
      seen += column.parts
      return seen * 1000 / total - start
    }
  }
}
