import Glibc

/// A text to look for in others: its rarest byte is looked for first.
struct ByteNeedle {
  /// The text.
  let bytes: [UInt8]
  private let rarest: Int

  /// How common bytes are in French and English, the rarest first; any other byte is rarer still.
  private static let common =
    Array("~zZ/(_:#WKYXJ)wkQjHxUyBVG&'.,7xFhNMOI6q8PRDEAS5LbCTg9f43v21m0-cdpu".utf8) + [
      0xA9, 0xC3,
    ] + Array("olantsrie ".utf8)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    rarest =
      bytes.indices.min { left, right in
        (Self.common.lastIndex(of: bytes[left]) ?? -1) < (Self.common.lastIndex(of: bytes[right]) ?? -1)
      } ?? 0
  }

  /// Whether a text holds it.
  func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return true }
    guard bytes.count <= text.count, let base = text.baseAddress else { return false }
    return bytes.withUnsafeBufferPointer { needle in
      guard let wanted = needle.baseAddress else { return true }
      let last = text.count - bytes.count + rarest
      var place = rarest
      while place <= last, let found = memchr(base + place, Int32(needle[rarest]), last - place + 1) {
        let start = found - rarest
        if memcmp(start, wanted, needle.count) == 0 { return true }
        place = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      }
      return false
    }
  }

  /// Whether a text begins with it.
  func begins(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count >= bytes.count && text.prefix(bytes.count).elementsEqual(bytes)
  }

  /// Whether a text ends with it.
  func ends(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count >= bytes.count && text.suffix(bytes.count).elementsEqual(bytes)
  }
}

extension ByteSearch {
  /// The order of two texts by their bytes, which is that of their code points.
  static func order(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> ValueOrder {
    let count = min(left.count, right.count)
    if count > 0, let a = left.baseAddress, let b = right.baseAddress {
      let order = memcmp(a, b, count)
      if order != 0 { return order < 0 ? .less : .greater }
    }
    return ValueOrder(left.count, right.count)
  }
}
