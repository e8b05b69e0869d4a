internal import PasserelleCore

/// Reads small JSON documents that fit in memory.
public enum JSONDocument {
  /// Reads one value; a UTF-8 byte order mark is skipped.
  ///
  /// - Throws: ``PasserelleError`` with code `json.malformed`, `json.limit`, `input.encoding` or `input.empty`.
  public static func parse(
    _ bytes: [UInt8], file: String = "-", limits: JSONLimits = .standard
  ) throws -> JSONValue {
    let skipped = try ByteOrderMark.skippedBytes(of: bytes, file: file)
    if bytes[skipped...].allSatisfy({ $0 <= 0x20 && $0 != 0 }) {
      throw PasserelleError(
        .inputEmpty,
        LocalizedText(fr: "Le document est vide.", en: "The document is empty."),
        at: SourceLocation(file: file))
    }
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      throw PasserelleError(
        .inputEncoding,
        LocalizedText(
          fr: "Le document n’est pas en UTF-8. Relancez avec « --encoding windows-1252 » s’il vient d’un "
            + "ancien logiciel Windows.",
          en: "The document is not in UTF-8. Try again with “--encoding windows-1252” if it comes from an "
            + "older Windows program."),
        at: SourceLocation(file: file, byteOffset: offset))
    }
    guard bytes.count <= limits.recordBytes else {
      throw limit(
        LocalizedText(
          fr: "Le document dépasse \(limits.recordBytes) octets.",
          en: "The document is longer than \(limits.recordBytes) bytes."), file: file)
    }
    do {
      return try value(of: bytes, skipping: skipped, depth: limits.depth)
    } catch let error as JSONSyntaxError {
      throw PasserelleError(
        .jsonMalformed, error.code.reason,
        at: SourceLocation(file: file, line: error.line, byteOffset: error.byteOffset))
    } catch is TooDeep {
      throw limit(
        LocalizedText(
          fr: "Le document est imbriqué sur plus de \(limits.depth) niveaux.",
          en: "The document is nested over more than \(limits.depth) levels."), file: file)
    }
  }

  struct TooDeep: Error {}

  /// Reads a value whose bytes are known to be UTF-8.
  static func value(of bytes: [UInt8], skipping skipped: Int = 0, depth: Int) throws -> JSONValue {
    let sound = LoneSurrogates.repaired(bytes) ?? bytes
    let scanner = RecordScanner(
      target: .document, limits: JSONLimits(depth: depth, recordBytes: .max >> 1), offset: skipped)
    return try sound.withUnsafeBytes { all in
      let text = UnsafeRawBufferPointer(rebasing: all[skipped...])
      var outcome = scanner.feed(text)
      if case .malformed(let message) = outcome { throw scanner.syntaxError(message, in: text) }
      if outcome == .parsed { outcome = scanner.parser.finish() }
      if case .malformed(let message) = outcome { throw scanner.syntaxError(message, in: nil) }
      guard outcome == .parsed, let record = scanner.finished.first, !record.isTooDeep,
        let value = record.value
      else { throw TooDeep() }
      return value
    }
  }

  private static func limit(_ message: LocalizedText, file: String) -> PasserelleError {
    PasserelleError(.jsonLimit, message, at: SourceLocation(file: file))
  }
}

extension RecordScanner {
  /// Places the parser's complaint in the text.
  ///
  /// - Parameters:
  ///   - message: The complaint.
  ///   - piece: The piece being parsed when it complained; nil at the end of the text.
  /// - Returns: The complaint in our words with line, column and offset.
  func syntaxError(_ message: String, in piece: UnsafeRawBufferPointer?) -> JSONSyntaxError {
    var offset = chunkStart
    if let piece {
      // The parser has consumed the byte that it complains about.
      offset += max(0, min(parser.consumed, piece.count) - 1)
      lines.advance(to: offset, in: piece, at: chunkStart)
    }
    return JSONSyntaxError(
      reason: JSONSyntaxError.reason(of: message), line: lines.line,
      column: max(1, offset - lines.lineStart + 1), byteOffset: offset)
  }
}
