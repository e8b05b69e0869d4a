/// Little-endian columns, one after the other, each with its length: how a state is stored.
struct ByteColumns {
  private(set) var bytes: [UInt8] = []
  private var position = 0

  /// Makes an empty writer.
  init() {}

  /// Makes a reader.
  init(reading bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything was read.
  var isAtEnd: Bool { position == bytes.count }

  /// Adds a column.
  mutating func append<Value: FixedWidthInteger>(_ column: [Value]) {
    withUnsafeBytes(of: UInt64(column.count).littleEndian) { bytes.append(contentsOf: $0) }
    if UInt16(1).littleEndian == 1 {
      column.withUnsafeBytes { bytes.append(contentsOf: $0) }
    } else {
      for value in column { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }
    }
  }

  /// Reads the next column; nil where the bytes are cut short.
  mutating func next<Value: FixedWidthInteger>(_ type: Value.Type) -> [Value]? {
    guard let count = number(), count <= UInt64(bytes.count - position) / UInt64(MemoryLayout<Value>.size)
    else {
      return nil
    }
    let size = Int(count) * MemoryLayout<Value>.size
    let start = position
    let column = bytes.withUnsafeBytes { bytes in
      [Value](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[start..<(start + size)]))
        filled = Int(count)
      }
    }
    position += size
    return UInt16(1).littleEndian == 1 ? column : column.map { Value(littleEndian: $0) }
  }

  private mutating func number() -> UInt64? {
    guard bytes.count - position >= 8 else { return nil }
    let start = position
    position += 8
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }
  }
}
