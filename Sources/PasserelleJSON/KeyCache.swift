/// Holds the strings of object keys, which repeat from record to record, so that each is made once.
struct KeyCache {
  private var entries = [String?](repeating: nil, count: 256)

  mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    // Swift holds 15 bytes in the string itself; only longer keys are worth remembering.
    guard bytes.count > 15, bytes.count <= 64 else { return String(decoding: bytes, as: UTF8.self) }
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let slot = Int((hash ^ hash >> 16) & 255)
    if let known = entries[slot], Self.isEqual(known, bytes) { return known }
    let made = String(decoding: bytes, as: UTF8.self)
    entries[slot] = made
    return made
  }

  private static func isEqual(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    text.utf8.count == bytes.count && text.utf8.elementsEqual(bytes)
  }
}
