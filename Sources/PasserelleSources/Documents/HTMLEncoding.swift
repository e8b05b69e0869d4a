internal import PasserelleCore
internal import PasserelleJSON

/// Brings a page of HTML to UTF-8.
enum HTMLEncoding {
  /// How far into a page its declaration is looked for.
  private static let declarationRange = 2048

  /// The page in UTF-8.
  ///
  /// What counts, first to last: what the user says, the byte order mark, the declaration, whether the bytes are
  /// UTF-8, Windows-1252.
  ///
  /// - Parameters:
  ///   - bytes: The page.
  ///   - asked: The encoding that the user gave; nil for none.
  ///   - file: The name for errors.
  /// - Returns: The page without its byte order mark.
  /// - Throws: ``PasserelleError`` with code `input.encoding` for an encoding that is not read.
  static func utf8(_ bytes: [UInt8], asked: InputEncoding?, file: String) throws -> [UInt8] {
    if let asked { return try decoded(bytes, asked) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try decoded(bytes, .utf16)
    }
    let isUTF8 = UTF8Check.firstInvalidOffset(in: bytes) == nil
    guard let name = declaration(bytes) else { return isUTF8 ? bytes : try decoded(bytes, .windows1252) }
    switch name.filter({ $0.isLetter || $0.isNumber }) {
    // A page that could be read as far as its declaration is not in UTF-16, whatever it says.
    case "utf8", "utf16", "utf16le", "utf16be", "unicode":
      return isUTF8 ? bytes : try decoded(bytes, .windows1252)
    case "iso88591", "latin1", "windows1252", "cp1252", "usascii", "ascii", "iso885915", "latin9":
      // Pages that declare ISO 8859-1 and are in UTF-8 are common; the contrary never looks like UTF-8.
      if isUTF8 { return bytes }
      let isLatin9 = name.hasSuffix("15") || name.hasSuffix("9")
      return try decoded(isLatin9 ? bytes.map { latin9[$0] ?? $0 } : bytes, .windows1252)
    default:
      if isUTF8 { return bytes }
      throw PasserelleError(
        .inputEncoding,
        LocalizedText(
          fr: "La page déclare l’encodage « \(name) », qui n’est pas lu. Enregistrez-la en UTF-8.",
          en: "The page declares the encoding “\(name)”, which is not read. Save it as UTF-8."),
        at: SourceLocation(file: file))
    }
  }

  /// What ISO 8859-15 has in other places, as Windows-1252 has it.
  private static let latin9: [UInt8: UInt8] = [
    0xA4: 0x80, 0xA6: 0x8A, 0xA8: 0x9A, 0xB4: 0x8E, 0xB8: 0x9E, 0xBC: 0x8C, 0xBD: 0x9C, 0xBE: 0x9F,
  ]

  private static func decoded(_ bytes: [UInt8], _ encoding: InputEncoding) throws -> [UInt8] {
    // ISO 8859-1 is read as Windows-1252, as browsers do.
    let encoding = encoding == .latin1 ? .windows1252 : encoding
    var source = TranscodingByteSource.wrapping(MemoryByteSource(bytes), from: encoding)
    var result: [UInt8] = []
    while true {
      let chunk = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if chunk.isEmpty { break }
      result += chunk
    }
    return result.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(result.dropFirst(3)) : result
  }

  /// The value of `charset=`, or of `encoding=` in an XML declaration, in lower case.
  private static func declaration(_ bytes: [UInt8]) -> String? {
    let head = String(
      decoding: bytes.prefix(declarationRange).map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self
    ).lowercased()
    for key in ["charset", "encoding"] {
      guard let range = head.firstRange(of: key) else { continue }
      let rest = head[range.upperBound...].drop { $0.isWhitespace }
      guard rest.first == "=" else { continue }
      let value = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      let name = value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ":" }
      if !name.isEmpty { return String(name) }
    }
    return nil
  }
}
