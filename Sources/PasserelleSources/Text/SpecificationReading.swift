package import PasserelleCore

/// A specification with the text that its clauses are read from, and where each line of it stands.
package struct SpecificationReading: Sendable {
  private let document: SpecificationDocument
  /// The record, as it would be stored.
  package let record: any SourceRecord
  /// The text: the file's own for text and Markdown, else headings, paragraphs and rows as lines of Markdown.
  package let text: String
  /// Whether headings tell its parts apart.
  package let hasHeadings: Bool
  /// What was noticed of the document as a whole, such as images that are not read.
  package let findings: [DiagnosticCode]

  init(_ record: SpecificationRecord) {
    self.record = record
    document = record.document()
    hasHeadings = record.isMarkdown || document.hasHeadings
    findings = document.findings.map(\.code)
    text = document.reading?.text ?? String(decoding: record.bytes, as: UTF8.self)
  }

  /// Where a line of ``text`` stands, as people read it, such as `p. 12, § 3`.
  ///
  /// - Parameter line: The line, from 1.
  /// - Returns: Nil where no paragraph stands.
  package func anchor(ofLine line: Int) -> String? {
    let text = document.anchor(ofLine: line).text
    return text.isEmpty ? nil : text
  }
}
