internal import PasserelleText
internal import PasserelleXML

/// What kind of document bytes are, told by the bytes first and by the name second.
enum DocumentFormat: Sendable, Hashable {
  case plain, markdown, html, pdf, docx, odt
  /// A ZIP archive that is no text document.
  case otherPackage
  /// The old binary format of Word, or RTF.
  case oldWordProcessor
  /// Bytes that are no text.
  case binary

  /// How far into a file the mark of PDF may stand.
  private static let markRange = 1024

  /// The kind of a document.
  ///
  /// - Parameters:
  ///   - bytes: The document, or at least its first four kilobytes.
  ///   - file: Its name.
  init(_ bytes: some Collection<UInt8>, file: String) {
    let head = Array(bytes.prefix(Self.markRange))
    let name = FileName.fileExtension(file)
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = Self.package(Array(bytes.prefix(4096)), name)
    } else if Self.holds(head, "%PDF-") {
      self = .pdf
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) || head.starts(with: Array("{\\rtf".utf8)) {
      self = .oldWordProcessor
    } else if Self.startsAsHTML(bytes) || ["html", "htm", "xhtml"].contains(name) {
      self = .html
    } else if head.contains(0), !head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFE, 0xFF]) {
      self = .binary
    } else {
      self = ["md", "markdown"].contains(name) ? .markdown : .plain
    }
  }

  /// Whether it is read through a reader of its own rather than as text.
  var isRich: Bool { self != .plain && self != .markdown }

  private static func package(_ head: [UInt8], _ name: String) -> Self {
    if holds(head, "application/vnd.oasis.opendocument.text") { return .odt }
    if holds(head, "[Content_Types].xml") || holds(head, "word/") || name == "docx" || name == "docm" {
      return name == "xlsx" || name == "pptx" || holds(head, "xl/") || holds(head, "ppt/")
        ? .otherPackage : .docx
    }
    return name == "odt" ? .odt : .otherPackage
  }

  private static func holds(_ bytes: [UInt8], _ mark: StaticString) -> Bool {
    ByteSearch.holds(mark, in: bytes[...])
  }

  /// Whether the first tag is that of HTML, comments and an XML declaration before it left out.
  static func startsAsHTML(_ bytes: some Collection<UInt8>) -> Bool {
    var rest = Array(bytes.prefix(4096)).filter { $0 != 0 && $0 < 0x80 }[...].drop { $0 <= 0x20 }
    while rest.first == UInt8(ascii: "<") {
      let head = String(decoding: rest.prefix(16), as: UTF8.self).lowercased()
      if ["<!doctype html", "<html", "<head", "<body"].contains(where: { head.hasPrefix($0) }) {
        return true
      }
      let end: StaticString = head.hasPrefix("<!--") ? "-->" : "?>"
      guard head.hasPrefix("<!--") || head.hasPrefix("<?xml"),
        let range = ByteSearch.firstRange(of: end, in: rest)
      else { return false }
      rest = rest[range.upperBound...].drop { $0 <= 0x20 }
    }
    return false
  }
}
