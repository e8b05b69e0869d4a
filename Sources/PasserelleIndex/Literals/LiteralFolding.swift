import PasserelleSegments

/// Lower case, scalar by scalar: what a text contains, its lower case contains in lower case.
///
/// Each scalar becomes its full mapping in Unicode whatever stands beside it, so that Σ is always σ. Bytes are UTF-8.
enum LiteralFolding {
  /// Raised whenever a text may become other bytes, as by other Unicode tables.
  static let version = 1

  /// The mapping of U+0080 to U+07FF: up to three bytes, low byte first, and their number in the highest.
  private static let twoByteScalars: [UInt32] = (0x80...0x7FF).map { value in
    let scalar = Unicode.Scalar(UInt16(value)) ?? "?"
    let bytes = Array(lowered(scalar))
    return bytes.enumerated().reduce(UInt32(bytes.count) << 24) {
      $0 | UInt32($1.element) << (8 * UInt32($1.offset))
    }
  }

  /// The lower case of a scalar; the scalar itself where that takes more than twice its bytes, which none does.
  static func lowered(_ scalar: Unicode.Scalar) -> String.UTF8View {
    let lower = scalar.properties.lowercaseMapping.utf8
    let own = String(Character(scalar)).utf8
    return lower.count <= min(2 * own.count, own.count == 2 ? 3 : 8) ? lower : own
  }

  /// Appends the lower case of a text.
  ///
  /// - Complexity: O(bytes).
  static func append(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
    guard let source = text.baseAddress else { return }
    let count = text.count
    let room = buffer.room(2 * count + 8)
    let written = twoByteScalars.withUnsafeBufferPointer { table in
      table.baseAddress.map { fold(source, count, into: room, $0) } ?? 0
    }
    buffer.advance(written)
  }

  /// Writes the lower case of a text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - count: Its bytes.
  ///   - room: Where to write; room for twice as many and eight more.
  ///   - table: The mapping of the scalars of two bytes.
  /// - Returns: The number of bytes written.
  private static func fold(
    _ source: UnsafePointer<UInt8>, _ count: Int, into room: UnsafeMutablePointer<UInt8>,
    _ table: UnsafePointer<UInt32>
  ) -> Int {
    var (place, end) = (0, room)
    while place < count {
      if count &- place >= 8 {
        let word = UnsafeRawPointer(source + place).loadUnaligned(as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          UnsafeMutableRawPointer(end).storeBytes(of: lowered(ascii: word), as: UInt64.self)
          place &+= 8
          end += 8
          continue
        }
      }
      let first = source[place]
      if first < 0x80 {
        end.pointee = first &- 0x41 < 26 ? first | 0x20 : first
        place &+= 1
        end += 1
      } else if first & 0xE0 == 0xC0, first >= 0xC2, place &+ 1 < count {
        let mapping = table[Int(first & 0x1F) &<< 6 | Int(source[place &+ 1] & 0x3F) &- 0x80]
        // There is room: what was written is at most twice what was read, and eight bytes are to spare.
        UnsafeMutableRawPointer(end).storeBytes(of: mapping, as: UInt32.self)
        place &+= 2
        end += Int(mapping &>> 24)
      } else {
        let length = min(first >= 0xF0 ? 4 : 3, count &- place)
        end += fold(scalar: source + place, length, into: end)
        place &+= length
      }
    }
    return end - room
  }

  /// The lower case of eight letters or other bytes below 128.
  @inline(__always)
  private static func lowered(ascii word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // The highest bit of each byte tells first whether it is at least "A", then whether it is above "Z".
    let fromA = word &+ ones &* (0x80 - 0x41)
    let aboveZ = word &+ ones &* (0x80 - 0x5B)
    let highest = ones &* 0x80
    return word | (fromA & ~aboveZ & highest) &>> 2
  }

  /// Writes the lower case of a scalar of three or four bytes.
  private static func fold(
    scalar bytes: UnsafePointer<UInt8>, _ length: Int, into end: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var value = UInt32(bytes[0]) & (length == 4 ? 0x07 : 0x0F)
    for place in 1..<max(1, length) { value = value &<< 6 | UInt32(bytes[place] & 0x3F) }
    // General punctuation has no case, and is frequent.
    if !(0x2000..<0x2100).contains(value), length >= 3, let scalar = Unicode.Scalar(value),
      scalar.properties.changesWhenLowercased
    {
      var count = 0
      for byte in lowered(scalar) {
        end[count] = byte
        count += 1
      }
      return count
    }
    end.update(from: bytes, count: length)
    return length
  }
}
