/// Kinds of bytes of Turtle and TriG.
enum TurtleBytes {
  // States in which a byte changes nothing but the place.

  static let name: UInt8 = 1
  static let iri: UInt8 = 2
  static let comment: UInt8 = 4
  static let text: UInt8 = 8

  /// In which states a byte changes nothing but the place.
  static func dullness(_ byte: UInt8) -> UInt8 {
    var states: UInt8 = 0
    if continuesName(byte), byte != UInt8(ascii: "."), byte != UInt8(ascii: ":"), byte != UInt8(ascii: "\\") {
      states |= name
    }
    if byte > 0x20, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "\\") { states |= iri }
    if byte >= 0x20 || byte == 0x09 { states |= comment }
    if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "'"), byte != UInt8(ascii: "\\") {
      states |= text
    }
    return states
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Whether a byte may stand in a name, or a number, beside a dot.
  static func continuesName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "-"),
      UInt8(ascii: "%"), UInt8(ascii: "."), UInt8(ascii: "\\"), 0x80...:
      true
    default: false
    }
  }
}
