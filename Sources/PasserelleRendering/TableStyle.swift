/// What a table for people shows beside its cells.
public struct TableStyle: Sendable, Hashable {
  /// Whether the title stands above.
  public var showsTitle: Bool
  /// Whether the headings stand above the columns.
  public var showsHeadings: Bool
  /// Whether a line of dashes stands under the headings.
  public var hasRule: Bool
  /// The spaces between columns.
  public var gap: Int
  /// Whether only ASCII is added to the cells.
  public var isASCII: Bool

  /// Makes a style.
  public init(
    showsTitle: Bool = true, showsHeadings: Bool = true, hasRule: Bool = true, gap: Int = 2,
    isASCII: Bool = false
  ) {
    self.showsTitle = showsTitle
    self.showsHeadings = showsHeadings
    self.hasRule = hasRule
    self.gap = gap
    self.isASCII = isASCII
  }

  /// Title, headings and a rule, without boxes.
  public static let plain = TableStyle()
  /// Rows only, as `--no-headers` asks.
  public static let bare = TableStyle(showsTitle: false, showsHeadings: false, hasRule: false)
  /// Plain, for terminals that show ASCII only.
  public static let ascii = TableStyle(isASCII: true)
}
