import Foundation
import PasserelleCore
import PasserelleMatching
import PasserellePipeline
import PasserelleSources
import PasserelleText

/// A need with what an answer to it must know.
struct StatedNeed {
  /// The need as it is put to the matcher.
  var need: Need
  /// The title as its document writes it.
  let title: String
  /// The need taken apart.
  let outline: SpecificationOutline
  /// The record that it comes from; nil for a document that is not stored.
  let record: Int64?
  /// Whether it is an officer's own text rather than a record: then its wording is looked at.
  let isDocument: Bool
  /// What an officer should know of how the document was read.
  var readingChecks: [MatchCheck] = []

  /// The need with what a request says in place of what was read.
  func adjusted(_ request: MatchRequest) throws -> Need {
    var need = need
    if !request.codes.isEmpty { need.codes = request.codes }
    if let place = request.place { need.place = try MatchPlace(asked: place) }
    return need
  }
}

/// Reads the need that a document states: plain text, Markdown, HTML, PDF, DOCX, ODT, or an eForms notice.
struct NeedDocument {
  let iris: IRISpace

  /// The need of a document.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - file: Its name, for messages.
  /// - Returns: The need and the document taken apart.
  /// - Throws: ``PasserelleError`` with code `input.empty` when there is nothing to read, or what a reader refuses.
  func need(_ bytes: [UInt8], file: String) throws -> StatedNeed {
    if Self.isNotice(bytes, file) {
      var input: any ByteSource = MemoryByteSource(bytes)
      let notice = NoticeNeed(try EFormsReader().outline(of: &input, file: file, in: iris).notice)
      let need = notice.need(in: iris)
      var outline = notice.outline()
      for rank in outline.clauses.indices where outline.clauses[rank].line > 0 {
        outline.clauses[rank].anchor = "l. \(outline.clauses[rank].line)"
      }
      return StatedNeed(need: need, title: need.title, outline: outline, record: nil, isDocument: true)
    }
    try Self.requireProse(bytes, file)
    let (reading, readingChecks) = try NeedReading.read(bytes, file)
    let view = SpecificationDocument(iris: iris).view(reading.record)
    var outline = SpecificationAnalyzer().outline(
      of: Self.repaired(reading.text), language: view.declaredLanguage)
    for rank in outline.clauses.indices {
      outline.clauses[rank].anchor = reading.anchor(ofLine: outline.clauses[rank].line)
    }
    var stated = NeedReader(iris: iris).need(view)
    if outline.language == .neutral { outline.language = stated.need.language }
    if !reading.hasHeadings { stated = plain(stated, outline) }
    if stated.need.codes.isEmpty { stated.need.codes = outline.codes }
    if stated.need.place == nil { stated.need.place = outline.places.first }
    var title = stated.title
    if let better = NeedTitle.subject(of: outline, insteadOf: title) {
      title = better
      stated.need.title = better
    }
    return StatedNeed(
      need: stated.need, title: title, outline: outline, record: nil, isDocument: true,
      readingChecks: readingChecks)
  }

  /// The need of a text without marks of headings and paragraphs, such as a published notice.
  ///
  /// Its first line is often a number, and its lines run together into one paragraph of procedure: the parts that the
  /// outline tells apart say what is wanted.
  private func plain(_ stated: StatedNeed, _ outline: SpecificationOutline) -> StatedNeed {
    var need = stated.need
    func withoutBuyer(_ text: String) -> String {
      guard let buyer = outline.buyerName, buyer.utf8.count >= 8 else { return text }
      return text.replacing(buyer, with: " ")
    }
    let title = outline.title.isEmpty ? stated.title : outline.title
    if !outline.title.isEmpty { need.title = withoutBuyer(title) }
    let asked = outline.clauses.filter { $0.kind.isRequirement && $0.obligation != .informative }
    let texts = outline.lots.map(\.title) + asked.map(\.text)
    if !texts.isEmpty { need.text = withoutBuyer(texts.joined(separator: "\n")) }
    if !outline.codes.isEmpty { need.codes = outline.codes }
    if outline.language != .neutral { need.language = outline.language }
    if let place = outline.places.first { need.place = place }
    if let number = outline.buyerNumber {
      need.buyer =
        CompanyNumber.flaw(inSiret: number) == nil
        ? iris.identifier(.siret, number) : iris.identifier(.siren, number)
    }
    if let buyer = outline.buyerName { need.buyerName = buyer }
    return StatedNeed(need: need, title: title, outline: outline, record: nil, isDocument: true)
  }

  /// Refuses files of records: read as prose they would give a need that nobody has.
  private static func requireProse(_ bytes: [UInt8], _ file: String) throws {
    let format = SourceFormats.detect(fileName: file, firstBytes: Array(bytes.prefix(4096)))
    guard let name = format?.formatName, name != "text" else { return }
    guard name != "reference" else {
      throw PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr:
            "C’est une liste de codes, non le texte d’un besoin. « passerelle reference import » l’importe.",
          en: "This is a code list, not the text of a need. 'passerelle reference import' imports it."),
        at: SourceLocation(file: file))
    }
    throw PasserelleError(
      .inputUnreadable,
      LocalizedText(
        fr:
          "C’est un fichier de données (\(name)), non le texte d’un besoin. Ingérez-le, puis donnez l’identifiant d’un de ses enregistrements.",
        en:
          "This is a file of data (\(name)), not the text of a need. Ingest it, then give the identifier of one of its records."
      ), at: SourceLocation(file: file))
  }

  /// A text with the quotation marks and dashes of Windows-1252 that were read as ISO 8859-1 (U+0080 to U+009F).
  static func repaired(_ text: String) -> String {
    func isLost(_ scalar: Unicode.Scalar) -> Bool {
      (0x80..<0xA0).contains(scalar.value) && scalar.value != 0x85
    }
    guard text.utf8.contains(0xC2), text.unicodeScalars.contains(where: isLost) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isLost(scalar) else {
        result.append(scalar)
        continue
      }
      let meant = String(bytes: [UInt8(scalar.value)], encoding: .windowsCP1252)?.unicodeScalars.first
      result.append(meant.flatMap { isLost($0) ? nil : $0 } ?? " ")
    }
    return String(result)
  }

  /// Whether bytes are XML, by the reader that would ingest them.
  private static func isNotice(_ bytes: [UInt8], _ file: String) -> Bool {
    let head = Array(bytes.prefix(4096))
    if SpecificationReader.isDocument(fileName: file, firstBytes: head) { return false }
    let format = SourceFormats.detect(fileName: file, firstBytes: head)
    return format?.formatName == EFormsReader().formatName || bytes.first == UInt8(ascii: "<")
  }
}
