/// Decodes character references of XML and HTML in bytes.
enum EntityDecoder {
  /// Longest reference looked at, in bytes after the ampersand.
  private static let longest = 12

  /// Decodes the references of a text once.
  ///
  /// - Parameter text: UTF-8.
  /// - Returns: The text with each known reference replaced; unknown ones stay as written.
  /// - Complexity: O(*n*).
  static func decoded(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x26) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == 0x26, let (scalar, end) = reference(text, after: index + 1) {
        output.append(contentsOf: Array(String(scalar).utf8))
        index = end
      } else {
        output.append(text[index])
        index += 1
      }
    }
    return output
  }

  private static func reference(_ text: [UInt8], after start: Int) -> (Unicode.Scalar, Int)? {
    let limit = min(text.count, start + longest)
    guard start < limit, let end = text[start..<limit].firstIndex(of: 0x3B), end > start else { return nil }
    let name = String(decoding: text[start..<end], as: UTF8.self)
    guard name.hasPrefix("#") else { return named[name].map { ($0, end + 1) } }
    let digits = name.dropFirst()
    let value: UInt32?
    if let first = digits.first, first == "x" || first == "X" {
      value = number(digits.dropFirst(), radix: 16)
    } else {
      value = number(digits, radix: 10)
    }
    guard let value, let scalar = scalar(value) else { return nil }
    return (scalar, end + 1)
  }

  /// Reads digits only: `UInt32(_:radix:)` would also take a sign.
  private static func number(_ digits: Substring, radix: Int) -> UInt32? {
    digits.first.map { $0 != "+" && $0 != "-" } == true ? UInt32(digits, radix: radix) : nil
  }

  /// Scalar of a numeric reference; nil for controls, surrogates and what lies past Unicode.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x09, 0x0A, 0x0D: Unicode.Scalar(value)
    case 0..<0x20, 0x7F: nil
    case 0x80...0x9F: windows1252[Int(value) - 0x80]
    default: Unicode.Scalar(value)
    }
  }

  /// Windows-1252 from 0x80 to 0x9F; its five holes are U+FFFD.
  private static let windows1252: [Unicode.Scalar] = Array(
    ("€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}" + "\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ").unicodeScalars)

  /// The five XML entities, and what Western European texts use of HTML's.
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    "nbsp": "\u{A0}", "shy": "\u{AD}", "laquo": "«", "raquo": "»", "deg": "°", "euro": "€", "pound": "£",
    "sect": "§", "middot": "·", "sup2": "²", "sup3": "³", "ordf": "ª", "ordm": "º", "micro": "µ",
    "iexcl": "¡", "iquest": "¿", "frac12": "½", "frac14": "¼", "frac34": "¾", "times": "×",
    "plusmn": "±", "copy": "©", "reg": "®", "trade": "™", "hellip": "…", "ndash": "–", "mdash": "—",
    "bull": "•", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
    "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Atilde": "Ã", "Auml": "Ä", "AElig": "Æ", "Ccedil": "Ç",
    "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Euml": "Ë", "Igrave": "Ì", "Iacute": "Í", "Icirc": "Î",
    "Iuml": "Ï", "Ntilde": "Ñ", "Ograve": "Ò", "Oacute": "Ó", "Ocirc": "Ô", "Otilde": "Õ", "Ouml": "Ö",
    "OElig": "Œ", "Oslash": "Ø", "Ugrave": "Ù", "Uacute": "Ú", "Ucirc": "Û", "Uuml": "Ü", "szlig": "ß",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aelig": "æ", "ccedil": "ç",
    "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í", "icirc": "î",
    "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô", "otilde": "õ", "ouml": "ö",
    "oelig": "œ", "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û", "uuml": "ü", "yuml": "ÿ",
  ]
}
