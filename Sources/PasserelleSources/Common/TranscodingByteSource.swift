public import PasserelleCore

/// Turns a stream in another encoding into UTF-8, piece by piece.
///
/// Half surrogate pairs and bytes without a meaning become U+FFFD, which the adapters then report field by field.
public struct TranscodingByteSource: ByteSource {
  private var input: any ByteSource
  private let encoding: InputEncoding
  private let chunkBytes: Int
  private var output: [UInt8] = []
  private var taken = 0
  private var isAtEnd = false
  private var isLittleEndian: Bool?
  private var isAtStart = true
  private var oddByte: UInt8?
  private var highSurrogate: UInt16?

  /// Wraps a stream.
  ///
  /// - Parameters:
  ///   - input: The stream to read.
  ///   - encoding: What it is written in.
  ///   - chunkBytes: How much is read at a time.
  public init(_ input: any ByteSource, from encoding: InputEncoding, chunkBytes: Int = 64 << 10) {
    self.input = input
    self.encoding = encoding
    self.chunkBytes = max(1, chunkBytes)
    switch encoding {
    case .utf16LittleEndian: isLittleEndian = true
    case .utf16BigEndian: isLittleEndian = false
    default: isLittleEndian = nil
    }
  }

  /// Wraps a stream only where its encoding asks for it.
  public static func wrapping(_ input: any ByteSource, from encoding: InputEncoding) -> any ByteSource {
    encoding == .utf8 ? input : TranscodingByteSource(input, from: encoding)
  }

  /// Reads the next bytes of UTF-8.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if encoding == .utf8 { return try input.read(into: buffer) }
    while taken == output.count, !isAtEnd { try fill() }
    let count = min(buffer.count, output.count - taken)
    output.withUnsafeBytes { bytes in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[taken..<(taken + count)]))
    }
    taken += count
    return count
  }

  private mutating func fill() throws {
    output.removeAll(keepingCapacity: true)
    taken = 0
    let bytes = try [UInt8](unsafeUninitializedCapacity: chunkBytes) { buffer, count in
      count = try input.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    isAtEnd = bytes.isEmpty
    switch encoding {
    case .windows1252:
      for byte in bytes { append(WindowsEncoding.scalars[Int(byte)]) }
    case .latin1:
      for byte in bytes { append(UInt32(byte)) }
    default:
      decodeUTF16(bytes)
    }
  }

  private mutating func decodeUTF16(_ bytes: [UInt8]) {
    for byte in bytes {
      guard let first = oddByte else {
        oddByte = byte
        continue
      }
      oddByte = nil
      if isAtStart {
        isAtStart = false
        let mark = UInt16(first) << 8 | UInt16(byte)
        if mark == 0xFEFF || mark == 0xFFFE {
          // A mark against the encoding asked for is believed: it is in the file.
          isLittleEndian = mark == 0xFFFE
          continue
        }
      }
      let unit =
        isLittleEndian ?? false
        ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
      append(unit: unit)
    }
    if isAtEnd, oddByte != nil || highSurrogate != nil {
      oddByte = nil
      highSurrogate = nil
      append(0xFFFD)
    }
  }

  private mutating func append(unit: UInt16) {
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00..<0xE000).contains(unit) {
        append(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
        return
      }
      append(0xFFFD)
    }
    switch unit {
    case 0xD800..<0xDC00: highSurrogate = unit
    case 0xDC00..<0xE000: append(0xFFFD)
    default: append(UInt32(unit))
    }
  }

  private mutating func append(_ scalar: UInt32) {
    if scalar < 0x80 {
      output.append(UInt8(scalar))
    } else {
      output.append(contentsOf: String(UnicodeScalar(scalar) ?? "\u{FFFD}").utf8)
    }
  }
}
