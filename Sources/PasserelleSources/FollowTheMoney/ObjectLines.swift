internal import PasserelleCore

/// A stream of JSON objects set over several lines, each given on one line.
///
/// Line ends within an object are white space, since texts hold none as such, and become blanks: offsets stay.
struct ObjectLines: ByteSource {
  private var input: any ByteSource
  private var depth = 0
  private var isInText = false
  private var isEscaped = false

  init(_ input: any ByteSource) { self.input = input }

  /// Whether the first object of a text goes on beyond its line.
  static func isNeeded(_ text: ArraySlice<UInt8>) -> Bool {
    var scan = ObjectLines(MemoryByteSource([]))
    guard text.first == UInt8(ascii: "{") else { return false }
    for byte in text {
      if byte == 0x0A || byte == 0x0D { return scan.depth > 0 }
      scan.take(byte)
    }
    return false
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try input.read(into: buffer)
    for index in 0..<count {
      let byte = buffer[index]
      if byte == 0x0A || byte == 0x0D {
        if depth > 0 { buffer[index] = 0x20 }
      } else {
        take(byte)
      }
    }
    return count
  }

  private mutating func take(_ byte: UInt8) {
    if isInText {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInText = false
      }
      return
    }
    switch byte {
    case UInt8(ascii: "\""): isInText = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth = max(0, depth - 1)
    default: break
    }
  }
}
