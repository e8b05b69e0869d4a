public import PasserelleCore

/// Where the paragraphs of documents stand.
extension Vocabulary {
  /// Paragraph → where it stands in its document, as people read it, such as `p. 12, § 3`.
  public static let anchor = pas + "anchor"
  /// Paragraph → all the headings above it, outermost first, divided by ``headingDivider``; stated where there are two or
  /// more.
  public static let headingPath = pas + "headingPath"
  /// What stands between the headings of ``headingPath``.
  public static let headingDivider = " › "
  /// Paragraph → its page, from 1.
  public static let page = pas + "page"
}
