import PasserelleCore

/// Appends numbers and texts to bytes: whole numbers as LEB128, signed ones by zigzag.
struct TapeWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }

  mutating func append(unsigned value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(_ value: Int64) {
    append(unsigned: UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  mutating func append(count value: Int) { append(unsigned: UInt64(max(0, value))) }

  mutating func append(_ text: String) {
    append(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// A text or nothing.
  mutating func append(optional text: String?) {
    append(byte: text == nil ? 0 : 1)
    if let text { append(text) }
  }

  /// The exact bits of a number.
  mutating func append(_ value: Double) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
    }
  }
}

/// Reads what ``TapeWriter`` has written; whatever the bytes, it ends with a value or an error.
struct TapeReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  var isAtEnd: Bool { place == bytes.endIndex }

  /// How many bytes are left.
  var remaining: Int { bytes.endIndex - place }

  mutating func byte() throws -> UInt8 {
    guard place < bytes.endIndex else { throw MatchRunError.damagedTape }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func raw(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count >= 0, count <= remaining else { throw MatchRunError.damagedTape }
    defer { place += count }
    return bytes[place..<place + count]
  }

  mutating func unsigned() throws -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let next = try byte()
      if shift == 63, next > 1 { throw MatchRunError.damagedTape }
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
    }
    throw MatchRunError.damagedTape
  }

  mutating func signed() throws -> Int64 {
    let value = try unsigned()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  /// A count of things that take a byte each at least, so that damaged bytes cannot ask for endless room.
  mutating func count() throws -> Int {
    let value = try unsigned()
    guard value <= UInt64(remaining) else { throw MatchRunError.damagedTape }
    return Int(value)
  }

  mutating func int() throws -> Int {
    guard let value = try Int(exactly: signed()) else { throw MatchRunError.damagedTape }
    return value
  }

  mutating func text() throws -> String {
    guard let text = String(validating: try raw(count()), as: UTF8.self) else {
      throw MatchRunError.damagedTape
    }
    return text
  }

  mutating func optionalText() throws -> String? { try byte() == 0 ? nil : text() }

  mutating func double() throws -> Double {
    var pattern: UInt64 = 0
    for (index, byte) in try raw(8).enumerated() { pattern |= UInt64(byte) << UInt64(index * 8) }
    return Double(bitPattern: pattern)
  }
}
