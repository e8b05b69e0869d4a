extension RankingData {
  /// Hands out the content as bytes in a fixed order, for a hash of the caller's choice.
  ///
  /// First the names, each ended by a line feed; then starts of queries (64-bit), weights (64-bit), labels
  /// (8-bit) and values (32-bit), each as this machine stores them (little-endian on all it runs on).
  public func withContentBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    for name in featureNames {
      Array((name + "\n").utf8).withUnsafeBytes(body)
    }
    groupStarts.withUnsafeBytes(body)
    groupWeights.withUnsafeBytes(body)
    labels.withUnsafeBytes(body)
    values.withUnsafeBytes(body)
  }

  /// A 64-bit check of the content, as 16 hexadecimal digits; tells data apart, and proves nothing.
  ///
  /// - Complexity: O(*n*) in the bytes of the content.
  public var fingerprint: String {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    withContentBytes { bytes in
      state = SplitMix64.mix(state ^ UInt64(bytes.count))
      var place = 0
      while place + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
        state ^= state >> 32
        place += 8
      }
      while place < bytes.count {
        state = SplitMix64.mix(state ^ UInt64(bytes[place]))
        place += 1
      }
    }
    let digits = String(SplitMix64.mix(state), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
