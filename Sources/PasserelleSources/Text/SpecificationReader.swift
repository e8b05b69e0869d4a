public import PasserelleCore
public import PasserelleJSON

/// Reads specifications: plain text and Markdown, a file a record.
public struct SpecificationReader: SourceReading {
  /// The source's short name.
  public static let source = "specification"
  /// The format's name.
  public var formatName: String { "text" }
  private let encoding: InputEncoding
  private let limits: JSONLimits

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - encoding: The encoding of the file; UTF-8 when nil.
  ///   - limits: How much is taken at most.
  public init(encoding: InputEncoding? = nil, limits: JSONLimits = .standard) {
    self.encoding = encoding ?? .utf8
    self.limits = limits
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  ///
  /// - Throws: ``PasserelleError`` with code `input.empty`, `input.encoding`, or `input.unknownFormat` for a
  ///   file that is no text.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    var source = TranscodingByteSource.wrapping(input, from: encoding)
    var bytes: [UInt8] = []
    var isTooLarge = false
    while true {
      let chunk = try [UInt8](unsafeUninitializedCapacity: limits.chunkBytes) { buffer, count in
        count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if chunk.isEmpty { break }
      let room = limits.recordBytes - bytes.count
      bytes += chunk.prefix(room)
      if chunk.count > room {
        isTooLarge = true
        break
      }
    }
    let location = SourceLocation(file: file, record: 1, line: 1, byteOffset: 0)
    let skipped = try ByteOrderMark.skippedBytes(of: bytes, file: file)
    try Self.requireText(bytes, file: file)
    if isTooLarge {
      _ = try body(
        .refused(RefusedRecord(bytes: bytes, diagnostics: [Diagnostic(.textTooLarge, at: location)])))
      return
    }
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
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
    guard bytes[skipped...].contains(where: { $0 > 0x20 }) else {
      throw PasserelleError(
        .inputEmpty,
        LocalizedText(fr: "Le document est vide.", en: "The document is empty."),
        at: SourceLocation(file: file))
    }
    _ = try body(.record(SpecificationRecord(bytes: bytes, skipped: skipped, location: location)))
  }

  /// Refuses what is no text: zero bytes, or the marks of other formats.
  private static func requireText(_ bytes: [UInt8], file: String) throws {
    let starts: [[UInt8]] = [
      Array("%PDF".utf8), Array("PK\u{3}\u{4}".utf8), Array("{\\rtf".utf8), [0xD0, 0xCF, 0x11, 0xE0],
    ]
    guard bytes.contains(0) || starts.contains(where: { bytes.starts(with: $0) }) else { return }
    throw PasserelleError(
      .inputUnknownFormat,
      LocalizedText(
        fr:
          "Le fichier n’est pas du texte (PDF, traitement de texte ou autre). Enregistrez-le comme texte brut, "
          + "ou convertissez-le : « pdftotext -layout FICHIER ».",
        en: "The file is not text (PDF, word processor or other). Save it as plain text, or convert it: "
          + "“pdftotext -layout FILE”."),
      at: SourceLocation(file: file, byteOffset: 0))
  }
}
