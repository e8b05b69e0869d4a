public import PasserelleCore
internal import PasserelleJSON
internal import PasserelleText

/// Reads what territories declare of their services, format `passerelle-diagnosis/1`: a table with a row for each service,
/// or YAML or JSON with the answers by service.
///
/// All that a file says of one territory is one record: reading a newer file replaces it as a whole.
public struct DiagnosisReader: SourceReading {
  /// The name and version of the format, which YAML and JSON files declare.
  public static let format = "passerelle-diagnosis/1"
  /// The source's short name.
  public static let source = "diagnosis"
  /// The format's name.
  public var formatName: String { Self.source }
  /// The most bytes of a file: some thousands of territories.
  private static let byteLimit = 32 << 20
  private let encoding: InputEncoding
  private let limits: JSONLimits

  /// Makes a reader.
  ///
  /// - Parameter encoding: The encoding of the file; UTF-8 when nil.
  public init(encoding: InputEncoding? = nil) {
    self.encoding = encoding ?? .utf8
    limits = .standard
  }

  /// Tells a file by its first bytes: the `format` of a document, or the headings of a table.
  ///
  /// - Parameters:
  ///   - firstBytes: Some kilobytes from the start, in the file's own encoding.
  ///   - encoding: That encoding; UTF-8 when nil.
  /// - Returns: Whether the file is a diagnosis.
  public static func detects(firstBytes: [UInt8], encoding: InputEncoding? = nil) -> Bool {
    let bytes = Sniffer.text(firstBytes)
    if bytes.isEmpty { return false }
    // The format is told in the first lines that are no comments: a page that quotes it further down is no diagnosis.
    if bytes.prefix(4096).holds("passerelle-diagnosis/") {
      let start = String(decoding: bytes.prefix(4096), as: UTF8.self).split(whereSeparator: \.isNewline)
        .map(\.trimmed).filter { !$0.isEmpty && !$0.hasPrefix("#") }.prefix(3)
      if start.contains(where: { $0.contains(format) && $0.contains("format") }) { return true }
    }
    guard !Self.opensObject(bytes[bytes.startIndex]) else { return false }
    let line = Array(bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
    return DiagnosisTable.isTable(headings: DeclarationTable.headings(ofLine: line))
  }

  /// Whether a first byte is that of JSON or of markup, which is no table.
  private static func opensObject(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<")
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    var source = try HeadByteSource(
      TranscodingByteSource.wrapping(input, from: encoding), limit: limits.recordBytes)
    let skipped = try ByteOrderMark.skippedBytes(of: source.head, file: file)
    let bytes = Array(
      try source.bytes(upTo: Self.byteLimit, chunkBytes: limits.chunkBytes).dropFirst(skipped))
    guard bytes.count <= Self.byteLimit else {
      throw PasserelleError(
        .jsonLimit,
        LocalizedText(
          fr: "Le fichier dépasse \(Self.byteLimit >> 20) Mo. Faites un fichier par collectivité.",
          en: "The file is larger than \(Self.byteLimit >> 20) MB. Make a file for each authority."),
        at: SourceLocation(file: file))
    }
    guard UTF8Check.firstInvalidOffset(in: bytes) == nil else {
      throw PasserelleError(
        .inputEncoding,
        LocalizedText(
          fr: "Le fichier n’est pas en UTF-8. \(DiagnosticCode.csvEncoding.remedy[.french])",
          en: "The file is not in UTF-8. \(DiagnosticCode.csvEncoding.remedy[.english])"),
        at: SourceLocation(file: file))
    }
    let line = Array(
      bytes.drop { $0 <= 0x20 }.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
    let drafts: [DiagnosisDraft]
    if line.isEmpty {
      throw PasserelleError(
        .inputEmpty,
        LocalizedText(
          fr: "Le fichier est vide. Exportez-le de nouveau.", en: "The file is empty. Export it again."),
        at: SourceLocation(file: file))
    } else if DiagnosisTable.isTable(headings: DeclarationTable.headings(ofLine: line)) {
      drafts = try DiagnosisTable.drafts(of: bytes, firstLine: line, file: file)
    } else {
      drafts = try DiagnosisDocument.drafts(of: bytes, file: file)
    }
    for draft in drafts where try !body(DiagnosisRecord.item(draft)) { return }
  }
}
