internal import PasserelleCore

/// Reads the text of a PDF, page by page, through ``PDFConverter``.
struct PDFDocumentReader {
  private let limits: DocumentLimits
  private let converter: PDFConverter

  init(limits: DocumentLimits, converter: PDFConverter? = nil) {
    self.limits = limits
    self.converter = converter ?? PDFConverter(limits: limits)
  }

  /// Reads a document.
  ///
  /// - Throws: ``DocumentFault``.
  func document(_ bytes: [UInt8]) throws -> SpecificationDocument {
    try document(layout: try converter.layout(of: bytes))
  }

  /// Reads what the converter gave.
  ///
  /// - Throws: ``DocumentFault``.
  func document(layout: [UInt8]) throws -> SpecificationDocument {
    let pages = PDFLayout(layout).pages
    guard pages.contains(where: { !$0.lines.isEmpty }) else { throw DocumentFault.noText }
    let running = PDFRunningText(pages)
    let paragraphs = PDFParagraphs(pages, leftOut: running.leftOut).paragraphs
    var assembler = DocumentAssembler(.pages, limit: limits.textBytes)
    var page = -1
    var bad = 0
    var all = 0
    for paragraph in paragraphs {
      if paragraph.page != page {
        page = paragraph.page
        assembler.begin(page: page + 1)
      }
      all += paragraph.text.unicodeScalars.count
      bad += paragraph.text.unicodeScalars.count { Self.isUnreadable($0) }
      if paragraph.level > 0 {
        assembler.take(heading: paragraph.text, level: paragraph.level)
      } else if let item = PDFParagraphs.withoutBullet(paragraph.text) {
        assembler.take(paragraph: item, mark: "-")
      } else {
        assembler.take(paragraph: paragraph.text)
      }
    }
    guard !assembler.isEmpty else { throw DocumentFault.noText }
    if !running.texts.isEmpty {
      assembler.tell(.documentRunningText, value: running.texts.joined(separator: " | "))
    }
    if bad * 10 > all { throw DocumentFault.noText }
    if bad * 100 > all { assembler.tell(.documentUnreadable) }
    let blank = pages.count { $0.lines.isEmpty }
    if blank * 4 > pages.count { assembler.tell(.documentImages, value: "\(blank)/\(pages.count)") }
    if assembler.isFull || pages.count >= limits.pages { assembler.tell(.documentCut) }
    return assembler.finish()
  }

  /// Characters that a font without a map of its letters gives.
  private static func isUnreadable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFFFD
      || ((0xE000..<0xF8FF).contains(scalar.value) && !(0xF000..<0xF100).contains(scalar.value))
  }
}
