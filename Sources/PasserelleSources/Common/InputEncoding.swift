/// The encodings in which sources are read; everything is UTF-8 after it.
public enum InputEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// Windows code page 1252, what old office software writes in Western Europe.
  case windows1252 = "windows-1252"
  /// ISO 8859-1.
  case latin1 = "iso-8859-1"
  /// UTF-16 in the order of its byte order mark, big-endian without one.
  case utf16 = "utf-16"
  /// UTF-16, little-endian.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, big-endian.
  case utf16BigEndian = "utf-16be"

  /// Reads a name as people write it, such as `UTF8`, `cp1252` or `latin1`.
  ///
  /// - Returns: Nil for an encoding that is not read.
  public init?(name: String) {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "utf8": self = .utf8
    case "windows1252", "cp1252", "win1252", "ansi": self = .windows1252
    case "iso88591", "latin1", "l1": self = .latin1
    case "utf16", "unicode": self = .utf16
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    default: return nil
    }
  }
}
