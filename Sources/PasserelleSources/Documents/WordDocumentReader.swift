internal import PasserelleCore
internal import PasserelleXML

/// Reads the text of a DOCX file: headings by style, numbered lists, tables row by row, notes, text boxes once; what is
/// marked as deleted is left out.
struct WordDocumentReader {
  private static let main = "word/document.xml"
  private static let notes = ["word/footnotes.xml": "footnote", "word/endnotes.xml": "endnote"]

  private let limits: DocumentLimits

  init(limits: DocumentLimits) { self.limits = limits }

  /// Reads a document.
  ///
  /// - Throws: ``DocumentFault``, or ``PasserelleError`` with a code of archives.
  func document(_ bytes: [UInt8], file: String) throws -> SpecificationDocument {
    let wanted: Set = [
      Self.main, "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml",
    ]
    let package = try OfficePackage(bytes, file: file, wanted: wanted)
    var styles = WordStyles()
    try package.read("word/styles.xml") { styles.take($0, $1) }
    var numbering = WordNumbering()
    try package.read("word/numbering.xml") { numbering.take($0, $1) }
    var notes = WordNotes()
    for (path, element) in Self.notes.sorted(by: { $0.key < $1.key }) {
      try package.read(path) { notes.take($0, $1, element: element) }
    }
    var body = WordBody(styles: styles, numbering: numbering, notes: notes.texts, limit: limits.textBytes)
    guard try package.read(Self.main, { try body.take($0, $1) }) else { throw DocumentFault.damaged }
    if package.has("word/comments.xml") { body.leaveOut("w:comment") }
    if package.has("word/media/") { body.assembler.tell(.documentImages) }
    return try body.finish()
  }
}

/// The foot and end notes of a document, by kind and number.
struct WordNotes {
  private(set) var texts: [String: String] = [:]
  private var key: String?
  private var isText = false
  private var skipped = 0

  /// Takes one event of a part of notes.
  mutating func take(_ reader: XMLPullReader, _ event: XMLPullReader.Event, element: String) {
    let name = reader.name
    switch event {
    case .start:
      if skipped > 0 || name == "del" || name == "moveFrom" {
        skipped += 1
      } else if name == element {
        let isOwn = reader.attribute("type") == nil
        key = isOwn ? reader.attribute("id").map { element + $0 } : nil
      } else if name == "t" {
        isText = true
      } else if name == "tab" || name == "br", let key {
        texts[key, default: ""] += " "
      }
    case .text:
      if let key, isText { texts[key, default: ""] += reader.text }
    case .end:
      if skipped > 0 {
        skipped -= 1
      } else if name == "t" {
        isText = false
      } else if name == "p", let key {
        texts[key, default: ""] += " "
      }
    }
  }
}
