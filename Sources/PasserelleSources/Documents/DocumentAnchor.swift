internal import PasserelleCore

/// Where a stretch of text stands in its document, so that people find it again.
package struct DocumentAnchor: Sendable, Hashable {
  /// The page, from 1, where the document has pages.
  package var page: Int?
  /// The rank of the paragraph, from 1: on its page where there are pages, else in the document.
  package var paragraph: Int?
  /// The line, from 1, where the document has neither pages nor paragraphs of its own.
  package var line: Int?
  /// The headings above it, outermost first.
  package var headings: [String] = []

  /// The longest heading quoted, in characters.
  private static let headingLimit = 60

  /// The anchor as people read it: `p. 12, § 3`, `§ 14, Exigences › Sécurité`, `l. 12`.
  package var text: String {
    var parts: [String] = []
    if let page { parts.append("p. \(page)") }
    if let paragraph { parts.append("§ \(paragraph)") }
    if let line, parts.isEmpty { parts.append("l. \(line)") }
    if page == nil, !headings.isEmpty {
      parts.append(headings.map(Self.shortened).joined(separator: Vocabulary.headingDivider))
    }
    return parts.joined(separator: ", ")
  }

  private static func shortened(_ heading: String) -> String {
    heading.count <= headingLimit ? heading : heading.prefix(headingLimit - 1) + "…"
  }
}
