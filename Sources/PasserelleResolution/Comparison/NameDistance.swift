/// Optimal string alignment distance of short byte strings: insertions, deletions, replacements, swaps of neighbours.
///
/// Bit-parallel (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances").
public enum NameDistance {
  /// The distance of two strings; of strings over 64 bytes the first 64 count.
  ///
  /// - Complexity: O(*n*) for the longer.
  public static func between(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    let pattern = left.count <= right.count ? left : right
    let text = left.count <= right.count ? right : left
    let length = min(64, pattern.count)
    guard length > 0 else { return text.count }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 256) { masks in
      masks.initialize(repeating: 0)
      for place in 0..<length { masks[Int(pattern[place])] |= 1 << UInt64(place) }
      var positive = ~UInt64(0)
      var negative: UInt64 = 0
      var diagonal: UInt64 = 0
      var before: UInt64 = 0
      var distance = length
      let last: UInt64 = 1 << UInt64(length - 1)
      for place in 0..<min(64, text.count) {
        let equal = masks[Int(text[place])]
        let swapped = (((~diagonal) & equal) << 1) & before
        diagonal = (((equal & positive) &+ positive) ^ positive) | equal | negative | swapped
        var up = negative | ~(diagonal | positive)
        var down = diagonal & positive
        if up & last != 0 { distance += 1 }
        if down & last != 0 { distance -= 1 }
        up = (up << 1) | 1
        down <<= 1
        positive = down | ~(diagonal | up)
        negative = up & diagonal
        before = equal
      }
      return distance + max(0, text.count - 64)
    }
  }

  /// How alike two strings are, 0…1: one less the distance over the longer length.
  public static func likeness(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>)
    -> Float
  {
    let longer = max(left.count, right.count)
    guard longer > 0 else { return 0 }
    return max(0, 1 - Float(between(left, right)) / Float(longer))
  }
}
