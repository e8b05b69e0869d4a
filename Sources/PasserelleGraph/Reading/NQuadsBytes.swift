import PasserelleCore

/// Writes terms in canonical N-Quads from the bytes of their keys; see ``PasserelleCore/NQuads``.
enum NQuadsBytes {
  private static let datatypes: [[UInt8]] = TermCodec.datatypes.map { Array("\"^^<\($0.iri)>".utf8) }

  /// Appends the term of a key; one that needs escapes goes the long way over texts.
  ///
  /// - Returns: False for a key that the format cannot hold.
  static func append(_ key: UnsafeRawBufferPointer, to bytes: inout [UInt8]) -> Bool {
    guard let (shape, start) = TermCodec.shape(of: key) else { return false }
    let text = UnsafeRawBufferPointer(rebasing: key[start...])
    guard shape == .iri ? isPlainIRI(text) : isPlain(text), key[0] != 0x1F else {
      guard let term = TermCodec.term(of: key) else { return false }
      bytes.append(contentsOf: NQuads.text(term).utf8)
      return true
    }
    if shape == .iri {
      bytes.append(0x3C)
      bytes.append(contentsOf: text)
      bytes.append(0x3E)
      return true
    }
    bytes.append(0x22)
    bytes.append(contentsOf: text)
    switch key[0] {
    case 2: bytes.append(0x22)
    case 3:
      bytes.append(0x22)
      bytes.append(0x40)
      bytes.append(contentsOf: key[1..<(start - 1)])
    default: bytes.append(contentsOf: datatypes[Int(key[0]) - 0x10])
    }
    return true
  }

  private static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
    for byte in text where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return false }
    return true
  }

  private static func isPlainIRI(_ text: UnsafeRawBufferPointer) -> Bool {
    for byte in text {
      if byte <= 0x20 { return false }
      switch byte {
      case 0x3C, 0x3E, 0x22, 0x7B, 0x7D, 0x7C, 0x5E, 0x60, 0x5C: return false
      default: continue
      }
    }
    return true
  }
}
