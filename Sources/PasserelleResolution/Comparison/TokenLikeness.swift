/// How alike two words are.
enum TokenLikeness {
  /// Likeness under which two words are two words.
  static let least: Float = 0.6

  /// The likeness of two words of names, 0…1.
  @inline(__always)
  static func of(
    _ left: PreparedToken, _ leftBytes: UnsafeBufferPointer<UInt8>, _ right: PreparedToken,
    _ rightBytes: UnsafeBufferPointer<UInt8>
  ) -> Float {
    if left.hash == right.hash { return 1 }
    if left.kind == .number || right.kind == .number { return 0 }
    let (short, long) = (min(left.length, right.length), max(left.length, right.length))
    if left.stem == right.stem, short >= 4 { return 0.95 }
    let first = leftBytes[Int(left.start)] == rightBytes[Int(right.start)]
    if short == 1 { return first && left.kind != .stop && right.kind != .stop ? 0.6 : 0 }
    // Words that share few letters cannot be near.
    let different = (left.letters ^ right.letters).nonzeroBitCount
    if !first, different > 2 { return 0 }
    let a = UnsafeBufferPointer(rebasing: leftBytes[Int(left.start)..<Int(left.start + left.length)])
    let b = UnsafeBufferPointer(rebasing: rightBytes[Int(right.start)..<Int(right.start + right.length)])
    if first, long > short, short >= 4 || short == 3 && long >= 6, isPrefix(a, b) {
      // A word cut short: Constr for construction; two words that are both known are rather two words.
      return 0.62 + 0.3 * Float(short) / Float(long) - doubt(left, right)
    }
    guard short >= 4, different <= 5 else {
      return left.phonetic != 0 && left.phonetic == right.phonetic ? 0.7 : 0
    }
    let distance = NameDistance.between(a, b)
    let limit = short <= 4 ? 1 : short <= 7 ? 2 : 3
    var likeness: Float = 0
    if distance <= limit {
      likeness = 1 - Float(distance) / Float(long) * (short <= 5 ? 1.4 : 1)
      if !first { likeness -= 0.04 }
    }
    if left.phonetic != 0, left.phonetic == right.phonetic { likeness = max(likeness + 0.03, 0.75) }
    return max(0, min(likeness, 0.97) - doubt(left, right))
  }

  /// What is taken off where both spellings are words of several names: not a slip of the hand, but two words.
  @inline(__always)
  private static func doubt(_ left: PreparedToken, _ right: PreparedToken) -> Float {
    let known = max(left.rarity, right.rarity)
    return known < 0.9 ? 0.15 : 0
  }

  private static func isPrefix(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    for place in 0..<min(left.count, right.count) where left[place] != right[place] { return false }
    return true
  }
}
