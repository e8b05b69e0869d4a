/// A set of dictionary numbers, one bit each.
public struct TermBitmap: Sendable {
  private var words: [UInt64]

  /// Makes the set of some numbers, ascending.
  ///
  /// - Complexity: O(greatest number / 64 + count).
  public init(_ numbers: [TermID]) {
    words = Array(repeating: 0, count: numbers.last.map { Int($0.rawValue >> 6) + 1 } ?? 0)
    for number in numbers { words[Int(number.rawValue >> 6)] |= 1 << UInt64(number.rawValue & 63) }
  }

  /// Whether a number is in the set; never for one that is inline or negative.
  @inline(__always)
  public func contains(_ number: TermID) -> Bool {
    let word = Int(truncatingIfNeeded: number.rawValue >> 6)
    guard number.rawValue >= 0, word < words.count else { return false }
    return words[word] & (1 << UInt64(number.rawValue & 63)) != 0
  }

  /// Takes in what another set holds.
  public mutating func formUnion(_ other: TermBitmap) {
    if other.words.count > words.count {
      words += Array(repeating: 0, count: other.words.count - words.count)
    }
    for place in other.words.indices { words[place] |= other.words[place] }
  }

  /// Keeps what another set holds too.
  public mutating func formIntersection(_ other: TermBitmap) {
    for place in words.indices { words[place] &= place < other.words.count ? other.words[place] : 0 }
  }
}
