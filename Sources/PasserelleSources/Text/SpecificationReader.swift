public import PasserelleCore
public import PasserelleJSON

/// Reads specifications, a file a record: plain text, Markdown, HTML, PDF, DOCX and ODT, told apart by their bytes.
public struct SpecificationReader: SourceReading {
  /// The source's short name.
  public static let source = "specification"
  /// The format's name.
  public var formatName: String { "text" }
  private let encoding: InputEncoding?
  private let limits: JSONLimits
  private let documentLimits: DocumentLimits

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - encoding: The encoding of a text; UTF-8 when nil, for HTML what the page declares.
  ///   - limits: How much of a text is taken at most.
  ///   - documentLimits: How much of HTML, PDF, DOCX and ODT is taken at most.
  public init(
    encoding: InputEncoding? = nil, limits: JSONLimits = .standard, documentLimits: DocumentLimits = .standard
  ) {
    self.encoding = encoding
    self.limits = limits
    self.documentLimits = documentLimits
  }

  /// Whether a file is a document that this adapter reads: HTML, PDF, DOCX or ODT, or an old word processor's, which
  /// it refuses with a remedy.
  ///
  /// - Parameters:
  ///   - fileName: The name, or the path.
  ///   - firstBytes: Some kilobytes from the start.
  /// - Returns: False for text, which other adapters may know better.
  public static func isDocument(fileName: String, firstBytes: [UInt8]) -> Bool {
    switch DocumentFormat(firstBytes, file: fileName) {
    case .html, .pdf, .docx, .odt, .oldWordProcessor: true
    case .plain, .markdown, .otherPackage, .binary: false
    }
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  ///
  /// - Throws: ``PasserelleError`` with code `input.empty`, `input.encoding`, `input.unknownFormat` for a file that
  ///   is no document, or `document.…` for one that cannot be read.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    _ = try body(item(input, file: file))
  }

  /// Reads a document held in memory, with the text that its clauses are read from.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - file: Its name.
  /// - Returns: The record and its text.
  /// - Throws: ``PasserelleError``, as ``read(_:file:_:)`` does; also for a text past the limit.
  package func reading(of bytes: [UInt8], file: String) throws -> SpecificationReading {
    switch try item(MemoryByteSource(bytes), file: file) {
    case .record(let record as SpecificationRecord): return SpecificationReading(record)
    case .record: preconditionFailure("a specification is its own record")
    case .refused(let refused):
      let diagnostic = refused.diagnostics[0]
      throw PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr: "\(diagnostic.code.reason.french) ; \(diagnostic.code.remedy.french)",
          en: "\(diagnostic.code.reason.english); \(diagnostic.code.remedy.english)"), at: diagnostic.location
      )
    }
  }

  private func item(_ input: any ByteSource, file: String) throws -> SourceItem {
    var input = input
    var bytes = try Self.bytes(of: &input, upTo: Self.headBytes)
    let location = SourceLocation(file: file, record: 1, line: 1, byteOffset: 0)
    let format = DocumentFormat(bytes, file: file)
    let limit = format.isRich ? documentLimits.fileBytes : limits.recordBytes
    if !format.isRich, let encoding {
      input = TranscodingByteSource.wrapping(JoinedByteSource(bytes, input), from: encoding)
      bytes = []
    }
    bytes += try Self.bytes(of: &input, upTo: max(0, limit + 1 - bytes.count))
    if format.isRich {
      guard bytes.count <= limit else { throw DocumentFault.tooLarge.error(file: file) }
      let document = try richDocument(bytes, format, file: file)
      return .record(SpecificationRecord(bytes: bytes, content: .document(document), location: location))
    }
    let isTooLarge = bytes.count > limit
    if isTooLarge { bytes.removeLast(bytes.count - limit) }
    let skipped = try ByteOrderMark.skippedBytes(of: bytes, file: file)
    if bytes.contains(0) { throw Self.noText(file) }
    if isTooLarge {
      return .refused(RefusedRecord(bytes: bytes, diagnostics: [Diagnostic(.textTooLarge, at: location)]))
    }
    try Self.requireUTF8(bytes, file: file)
    guard bytes[skipped...].contains(where: { $0 > 0x20 }) else {
      throw PasserelleError(
        .inputEmpty,
        LocalizedText(fr: "Le document est vide.", en: "The document is empty."),
        at: SourceLocation(file: file))
    }
    return .record(
      SpecificationRecord(
        bytes: bytes, content: .text(skipped: skipped, isMarkdown: format == .markdown), location: location))
  }

  private func richDocument(
    _ bytes: [UInt8], _ format: DocumentFormat, file: String
  ) throws -> SpecificationDocument {
    do {
      switch format {
      case .pdf: return try PDFDocumentReader(limits: documentLimits).document(bytes)
      case .docx: return try WordDocumentReader(limits: documentLimits).document(bytes, file: file)
      case .odt: return try OpenDocumentReader(limits: documentLimits).document(bytes, file: file)
      case .html:
        let text = try HTMLEncoding.utf8(bytes, asked: encoding, file: file)
        if text.contains(0) { throw Self.noText(file) }
        return try HTMLDocumentReader(limits: documentLimits).document(text)
      case .plain, .markdown, .otherPackage, .oldWordProcessor, .binary: throw Self.noText(file)
      }
    } catch let fault as DocumentFault {
      throw fault.error(file: file)
    }
  }

  /// How many bytes tell the kind of a document.
  private static let headBytes = 4096

  /// Bytes of a stream, at most so many.
  static func bytes(of input: inout any ByteSource, upTo limit: Int) throws -> [UInt8] {
    var result: [UInt8] = []
    while result.count < limit {
      let room = min(1 << 16, limit - result.count)
      let chunk = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = try input.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if chunk.isEmpty { break }
      result += chunk
    }
    return result
  }

  private static func requireUTF8(_ bytes: [UInt8], file: String) throws {
    guard let offset = UTF8Check.firstInvalidOffset(in: bytes) else { return }
    let line = 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    throw PasserelleError(
      .inputEncoding,
      LocalizedText(
        fr:
          "Le texte n’est pas en UTF-8 (ligne \(line)). S’il vient d’un ancien logiciel Windows, relancez avec "
          + "« --encoding windows-1252 ».",
        en:
          "The text is not in UTF-8 (line \(line)). If it comes from an older Windows program, try again with "
          + "“--encoding windows-1252”."),
      at: SourceLocation(file: file, line: line, byteOffset: offset))
  }

  /// The refusal of what is neither text nor a document that is read.
  private static func noText(_ file: String) -> PasserelleError {
    PasserelleError(
      .inputUnknownFormat,
      LocalizedText(
        fr:
          "Le fichier n’est ni du texte ni un document lu par le produit (texte, Markdown, HTML, PDF, DOCX, ODT). "
          + "Enregistrez-le dans un de ces formats : un ancien fichier Word ou RTF en DOCX.",
        en:
          "The file is neither text nor a document that the product reads (text, Markdown, HTML, PDF, DOCX, ODT). "
          + "Save it in one of these formats: an old Word or RTF file as DOCX."),
      at: SourceLocation(file: file, byteOffset: 0))
  }
}

/// Bytes that were read ahead, then the rest of their stream.
private struct JoinedByteSource: ByteSource {
  private var head: MemoryByteSource
  private var rest: any ByteSource
  private var isInRest = false

  init(_ head: [UInt8], _ rest: any ByteSource) {
    self.head = MemoryByteSource(head)
    self.rest = rest
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if !isInRest {
      let count = try head.read(into: buffer)
      if count > 0 { return count }
      isInRest = true
    }
    return try rest.read(into: buffer)
  }
}
