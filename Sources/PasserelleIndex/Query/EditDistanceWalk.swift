/// Finds the terms near a pattern in a sorted sequence of terms.
///
/// Row *i* of the table of distances belongs to the first *i* scalars of the term; of each row only the
/// 2*d* + 1 cells around the diagonal can be within distance *d*. Rows of scalars that two terms share are
/// kept, so that the work follows the trie of the terms, not their number. Feed terms in order and, after
/// a ``FuzzyStep/skip(prefixLength:)``, either the next one, which costs a comparison of two numbers, or
/// the first that does not begin with these bytes.
///
/// - Note: A term that is not UTF-8 matches nothing. U+FFFD stands for broken bytes of the pattern.
package struct FuzzyWalk: ~Copyable {
  private let distance: Int
  /// Number of scalars of the pattern.
  private let length: Int
  /// Cells of a row: 2*d* + 1 and one past them that is never within the distance.
  private let stride: Int
  private let pattern: UnsafeMutablePointer<UInt32>
  /// One row for each scalar of the term and one for none; a row past the last useful one is dead.
  private let rows: UnsafeMutablePointer<UInt8>
  /// Scalars of the term, and the bytes that end with each; element 0 stands for none.
  private let scalars: UnsafeMutablePointer<UInt32>
  private let ends: UnsafeMutablePointer<Int>
  /// Number of valid rows after the first; the last of them is dead when `isDead`.
  private var depth = 0
  private var isDead = false

  /// Starts before the first term.
  ///
  /// - Parameters:
  ///   - pattern: UTF-8 of the word looked for.
  ///   - distance: The greatest distance of a match, 0 to ``EditDistance/maximum``; ask
  ///     ``EditDistance/allowedDistance(for:)``.
  /// - Complexity: O(*n*).
  package init(pattern: [UInt8], distance: Int) {
    precondition((0...EditDistance.maximum).contains(distance), "FuzzyWalk: the distance must be 0, 1 or 2")
    let word = String(decoding: pattern, as: UTF8.self).unicodeScalars.map(\.value)
    self.distance = distance
    length = word.count
    stride = 2 * distance + 2
    self.pattern = .allocate(capacity: max(1, word.count))
    self.pattern.initialize(from: word, count: word.count)
    let levels = word.count + distance + 2
    rows = .allocate(capacity: levels * stride)
    rows.initialize(repeating: UInt8(distance + 1), count: levels * stride)
    scalars = .allocate(capacity: levels)
    scalars.initialize(repeating: 0, count: levels)
    ends = .allocate(capacity: levels)
    ends.initialize(repeating: 0, count: levels)
    for cell in 0...min(distance, word.count) { rows[distance + cell] = UInt8(cell) }
  }

  deinit {
    pattern.deallocate()
    rows.deallocate()
    scalars.deallocate()
    ends.deallocate()
  }

  /// Compares the next term.
  ///
  /// - Parameters:
  ///   - term: UTF-8, at or after the term fed before in the order of bytes.
  ///   - sharedPrefix: How many of its first bytes are those of the term fed before; a smaller number is
  ///     right too, and slower.
  /// - Returns: Whether it matches, or what to skip. The bytes skipped are the fewest that rule a match out.
  /// - Complexity: O(new scalars); O(1) for a term that begins with bytes already ruled out.
  package mutating func feed(term: UnsafeBufferPointer<UInt8>, sharedPrefix: Int) -> FuzzyStep {
    let ends = ends
    let sharedPrefix = max(0, sharedPrefix)
    var depth = depth
    if ends[depth] <= sharedPrefix {
      if isDead { return .skip(prefixLength: ends[depth]) }
    } else {
      repeat { depth &-= 1 } while ends[depth] > sharedPrefix
      isDead = false
    }
    var index = ends[depth]
    while index < term.count {
      guard let (scalar, width) = Self.scalar(of: term, at: index) else {
        self.depth = depth
        return .noMatch
      }
      index &+= width
      depth &+= 1
      scalars[depth] = scalar
      ends[depth] = index
      if !computeRow(depth) {
        self.depth = depth
        isDead = true
        return .skip(prefixLength: index)
      }
    }
    self.depth = depth
    let cell = length &- depth &+ distance
    guard cell >= 0, cell <= 2 &* distance else { return .noMatch }
    let found = Int(rows[depth &* stride &+ cell])
    return found <= distance ? .match(distance: found) : .noMatch
  }

  /// Fills the row of the first `level` scalars; false when all its cells are past the distance.
  ///
  /// Cell *c* of row *i* stands for the first *i* − *d* + *c* scalars of the pattern. Cells outside the
  /// pattern keep their first value, *d* + 1. A swap cannot bring a dead row back: the cell between its
  /// ends is at most as great.
  @inline(__always)
  private func computeRow(_ level: Int) -> Bool {
    let limit = UInt8(truncatingIfNeeded: distance &+ 1)
    let first = level &- distance
    let row = rows + level &* stride
    let above = row - stride
    let scalar = scalars[level]
    var cell = max(0, 0 &- first)
    let last = min(2 &* distance, length &- first)
    var best = limit
    var left = limit
    if cell <= last, first &+ cell == 0 {
      left = min(UInt8(truncatingIfNeeded: level), limit)
      row[cell] = left
      best = left
      cell &+= 1
    }
    while cell <= last {
      let place = first &+ cell
      let letter = pattern[place &- 1]
      var value = above[cell] &+ (letter == scalar ? 0 : 1)
      value = min(value, min(above[cell &+ 1], left) &+ 1)
      if level >= 2, place >= 2, letter == scalars[level &- 1], pattern[place &- 2] == scalar {
        value = min(value, (above - stride)[cell] &+ 1)
      }
      left = min(value, limit)
      row[cell] = left
      best = min(best, left)
      cell &+= 1
    }
    return best < limit
  }

  /// The scalar at a byte, and the bytes it takes; nil where the bytes are not UTF-8.
  @inline(__always)
  private static func scalar(
    of term: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (value: UInt32, width: Int)? {
    let lead = term[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, index &+ width <= term.count else { return nil }
    var value = UInt32(lead) & (0x7F &>> UInt32(truncatingIfNeeded: width))
    for offset in 1..<width {
      let byte = term[index &+ offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value &<< 6 | UInt32(byte & 0x3F)
    }
    return (value, width)
  }
}
