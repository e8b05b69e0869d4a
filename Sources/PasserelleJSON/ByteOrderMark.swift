internal import PasserelleCore

/// What the first bytes of a file say about its encoding.
public enum ByteOrderMark: Sendable, Hashable {
  /// `EF BB BF`, to be skipped.
  case utf8
  /// UTF-16, by its mark or by zero bytes between the first characters.
  case utf16(isLittleEndian: Bool)
  /// UTF-32, by its mark or by the zero bytes around the first character.
  case utf32

  /// Reads the mark of a file's first bytes; four are enough.
  ///
  /// - Returns: Nil when nothing speaks against UTF-8 without a mark.
  public init?(_ bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] {
      self = .utf32
    } else if head.count == 4, head[1] == 0, head[2] == 0, (head[0] == 0) != (head[3] == 0) {
      self = .utf32
    } else if head.starts(with: [0xFF, 0xFE]) {
      self = .utf16(isLittleEndian: true)
    } else if head.starts(with: [0xFE, 0xFF]) {
      self = .utf16(isLittleEndian: false)
    } else if head.count == 4, head[1] == 0, head[3] == 0, head[0] != 0, head[2] != 0 {
      self = .utf16(isLittleEndian: true)
    } else if head.count == 4, head[0] == 0, head[2] == 0, head[1] != 0, head[3] != 0 {
      self = .utf16(isLittleEndian: false)
    } else {
      return nil
    }
  }

  /// Finds how many bytes of mark to skip before UTF-8.
  ///
  /// - Throws: ``PasserelleError`` with code `input.encoding` for UTF-16 and UTF-32.
  public static func skippedBytes(of head: some Collection<UInt8>, file: String) throws -> Int {
    switch ByteOrderMark(head) {
    case nil: return 0
    case .utf8: return 3
    case .utf16:
      throw PasserelleError(
        .inputEncoding,
        LocalizedText(
          fr: "Le fichier est en UTF-16, et non en UTF-8. Relancez avec « --encoding utf-16 ».",
          en: "The file is in UTF-16, not in UTF-8. Try again with “--encoding utf-16”."),
        at: SourceLocation(file: file, byteOffset: 0))
    case .utf32:
      throw PasserelleError(
        .inputEncoding,
        LocalizedText(
          fr: "Le fichier est en UTF-32, que le produit ne lit pas. Convertissez-le en UTF-8 : "
            + "« iconv -f UTF-32 -t UTF-8 FICHIER ».",
          en: "The file is in UTF-32, which the product does not read. Convert it to UTF-8: "
            + "“iconv -f UTF-32 -t UTF-8 FILE”."),
        at: SourceLocation(file: file, byteOffset: 0))
    }
  }
}
