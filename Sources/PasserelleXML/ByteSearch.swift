internal import Glibc

/// Finds marks, such as a namespace or the end of a comment, in bytes.
package enum ByteSearch {
  /// Where a mark first stands in bytes.
  ///
  /// - Parameters:
  ///   - mark: What to find; an empty mark stands nowhere.
  ///   - bytes: Where to look.
  /// - Returns: Its place, as indices of `bytes`; nil where it does not stand.
  /// - Complexity: O(*n*) for marks whose first byte is not most of the bytes, O(*n* *m*) at worst. The generic search of
  ///   collections takes tens of nanoseconds a byte; this one stops at first bytes alone.
  package static func firstRange(of mark: StaticString, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let length = mark.utf8CodeUnitCount
    guard length > 0 else { return nil }
    return bytes.withUnsafeBytes { place in
      guard let start = place.baseAddress else { return nil }
      var from = 0
      while from + length <= place.count,
        let found = memchr(start + from, Int32(mark.utf8Start.pointee), place.count - length - from + 1)
      {
        let offset = UnsafeRawPointer(found) - start
        if memcmp(found, mark.utf8Start, length) == 0 {
          return (bytes.startIndex + offset)..<(bytes.startIndex + offset + length)
        }
        from = offset + 1
      }
      return nil
    }
  }

  /// Whether a mark stands somewhere in bytes.
  package static func holds(_ mark: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    firstRange(of: mark, in: bytes) != nil
  }
}
