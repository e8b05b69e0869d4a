internal import PasserelleCore

/// Cuts the values of a stream of JSON apart, by brackets and quotation marks alone, so that a broken value costs
/// only itself.
struct JSONCutter {
  /// A value as it stands in its file.
  struct Piece {
    var bytes: [UInt8] = []
    /// The line and the column in characters, from 1.
    var line: Int
    var column: Int
    /// Whether it is longer than the limit; its bytes are cut then.
    var isTooLarge = false

    /// The place of a byte of the piece in the file.
    func place(of offset: Int) -> (line: Int, column: Int) {
      var place = (line: line, column: column)
      for byte in bytes.prefix(offset) { Self.pass(byte, &place) }
      return place
    }

    static func pass(_ byte: UInt8, _ place: inout (line: Int, column: Int)) {
      if byte == 0x0A {
        place = (place.line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
  }

  private(set) var input: any ByteSource
  private let limit: Int
  private var chunk: [UInt8]
  private var at = 0
  /// Where the next byte stands.
  private(set) var place = (line: 1, column: 1)

  /// Makes a cutter of a source whose first bytes were read, and of the longest value that is kept whole, in bytes.
  init(_ input: any ByteSource, head: [UInt8], limit: Int) {
    self.input = input
    self.limit = limit
    chunk = head
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  private mutating func fill() throws -> Bool {
    if at < chunk.count { return true }
    at = 0
    let source = try [UInt8](unsafeUninitializedCapacity: 256 << 10) { buffer, count in
      count = try input.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    chunk = source
    return !chunk.isEmpty
  }

  /// The next byte that is no white space, left where it is; nil at the end.
  mutating func peek() throws -> UInt8? {
    while try fill() {
      while at < chunk.count {
        let byte = chunk[at]
        guard byte == 0x20 || (0x09...0x0D).contains(byte) else { return byte }
        Piece.pass(byte, &place)
        at += 1
      }
    }
    return nil
  }

  /// Passes over the next byte that is no white space, when it is the one expected.
  mutating func take(_ byte: UInt8) throws -> Bool {
    guard try peek() == byte else { return false }
    Piece.pass(byte, &place)
    at += 1
    return true
  }

  /// Cuts the value that stands next, to its last bracket or quotation mark or to what ends a number or word; of its
  /// bytes as many are kept as is said, or as the limit says.
  mutating func cut(keeping most: Int? = nil) throws -> Piece {
    let limit = most ?? limit
    _ = try peek()
    var piece = Piece(line: place.line, column: place.column)
    var (depth, isText, isEscape, isDone) = (0, false, false, false)
    while !isDone, try fill() {
      let start = at
      scan: while at < chunk.count {
        let byte = chunk[at]
        if isText {
          if isEscape {
            isEscape = false
          } else if byte == UInt8(ascii: "\\") {
            isEscape = true
          } else if byte == UInt8(ascii: "\"") {
            isText = false
            isDone = depth == 0
          }
        } else {
          switch byte {
          case UInt8(ascii: "\""): isText = true
          case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
          case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if depth == 0 {
              isDone = true
              break scan
            }
            depth -= 1
            isDone = depth == 0
          case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D:
            if depth == 0 {
              isDone = true
              break scan
            }
          default: break
          }
        }
        Piece.pass(byte, &place)
        at += 1
        if isDone { break scan }
      }
      let room = limit - piece.bytes.count
      if at - start > room { piece.isTooLarge = true }
      piece.bytes += chunk[start..<min(at, start + max(0, room))]
    }
    return piece
  }
}
