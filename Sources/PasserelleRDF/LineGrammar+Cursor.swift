internal import PasserelleCore

extension LineGrammar {
  /// A place in a line.
  struct Cursor {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0

    @inline(__always)
    var byte: UInt8 { at < bytes.count ? bytes[at] : 0x0A }

    @inline(__always)
    mutating func skipBlanks() {
      while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    }

    /// Passes over white space, ends of lines and comments.
    ///
    /// - Returns: False where nothing else is left.
    @inline(__always)
    mutating func skipToStatement() -> Bool {
      while at < bytes.count {
        switch bytes[at] {
        case 0x20, 0x09, 0x0D: at += 1
        case UInt8(ascii: "#"): while at < bytes.count, bytes[at] != 0x0D { at += 1 }
        default: return true
        }
      }
      return false
    }

    /// The bytes from a place to here.
    @inline(__always)
    func slice(from start: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[start..<at])
    }

    var isAtEnd: Bool { at >= bytes.count }

    /// A fault here.
    func fault(_ kind: RDFFault.Kind = .syntax, fr: String, en: String) -> RDFFault {
      RDFFault(kind, line: 0, column: column, LocalizedText(fr: fr, en: en))
    }

    /// The column in characters, from 1.
    var column: Int { 1 + bytes[..<min(at, bytes.count)].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }
  }
}
