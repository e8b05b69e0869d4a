/// Maps texts in UTF-8 to lower or upper case, as `String.lowercased()` and `uppercased()` do: scalar by scalar,
/// by the full mapping of Unicode, whatever the language.
struct CaseFolding: Sendable {
  private let isUpper: Bool
  private let ascii: [UInt8]
  /// For U+0080 to U+07FF: the mapped bytes from the second byte on, their count in the first.
  private let pairs: [UInt64]

  static let lower = CaseFolding(isUpper: false)
  static let upper = CaseFolding(isUpper: true)

  private init(isUpper: Bool) {
    self.isUpper = isUpper
    ascii = (0..<128).map { byte in
      let isLetter = (isUpper ? 0x61...0x7A : 0x41...0x5A).contains(byte)
      return UInt8(isLetter ? byte ^ 0x20 : byte)
    }
    pairs = (0x80..<0x800).map { code in
      guard let scalar = Unicode.Scalar(code as Int).map(String.init)?.unicodeScalars.first else { return 0 }
      let bytes = Array(Self.mapping(of: scalar, isUpper).utf8)
      return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } << 8 | UInt64(bytes.count)
    }
  }

  private static func mapping(of scalar: Unicode.Scalar, _ isUpper: Bool) -> String {
    isUpper ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
  }

  /// Maps a sound text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - result: Gets the mapped text, in the place of what it held.
  func map(_ text: UnsafeBufferPointer<UInt8>, into result: ByteBuffer) {
    // No scalar maps to more than three, none of which takes more than four bytes.
    var out = result.reserve(text.count * 6 + 16)
    let start = out
    var index = 0
    ascii.withUnsafeBufferPointer { ascii in
      pairs.withUnsafeBufferPointer { pairs in
        while index < text.count {
          let byte = text[index]
          if byte < 0xC2 {
            // What begins no scalar is kept as it is.
            out.pointee = byte < 0x80 ? ascii[Int(byte)] : byte
            out += 1
            index += 1
          } else if byte < 0xE0, index + 1 < text.count {
            var word = pairs[(Int(byte & 0x1F) << 6 | Int(text[index + 1] & 0x3F)) &- 0x80]
            let count = Int(word & 0xFF)
            for _ in 0..<count {
              word >>= 8
              out.pointee = UInt8(truncatingIfNeeded: word)
              out += 1
            }
            index += 2
          } else {
            index += mapLong(text, index, &out)
          }
        }
      }
    }
    result.count = out - start
  }

  /// Maps a scalar of three or four bytes; gives how many bytes it took.
  private func mapLong(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ out: inout UnsafeMutablePointer<UInt8>
  )
    -> Int
  {
    let count = min(text[index] < 0xF0 ? 3 : 4, text.count - index)
    var code = UInt32(text[index]) & (count == 3 ? 0x0F : 0x07)
    for offset in 1..<max(count, 1) { code = code << 6 | UInt32(text[index + offset] & 0x3F) }
    // Ideographs and their like have no case.
    if let scalar = Unicode.Scalar(code), code < 0x2E80 || code >= 0xA000 {
      for byte in Self.mapping(of: scalar, isUpper).utf8 {
        out.pointee = byte
        out += 1
      }
    } else {
      for offset in 0..<count {
        out.pointee = text[index + offset]
        out += 1
      }
    }
    return count
  }
}

/// Room for bytes that is used again and again.
final class ByteBuffer {
  private var room: UnsafeMutableBufferPointer<UInt8> = .allocate(capacity: 256)
  /// How many bytes are held.
  var count = 0

  init() {}

  deinit { room.deallocate() }

  /// The beginning of room for at least some bytes; what was held may be lost.
  func reserve(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    if room.count < capacity {
      room.deallocate()
      room = .allocate(capacity: max(capacity, room.count * 2))
    }
    guard let start = room.baseAddress else { preconditionFailure("allocated room has an address") }
    return start
  }

  /// The bytes held.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: room[..<count]) }
}
