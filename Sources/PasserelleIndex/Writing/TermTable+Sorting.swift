/// The order of terms.
extension TermTable {
  /// A term and its first eight bytes.
  private struct Key {
    /// The bytes, the first highest, zeros behind a shorter term.
    var prefix: UInt64
    var number: UInt32
  }

  /// The numbers of all terms, ordered by their bytes.
  ///
  /// - Complexity: O(*n* log *n*); most comparisons see eight bytes as one number.
  func sortedNumbers() -> [UInt32] {
    var keys: [Key] = []
    keys.reserveCapacity(count)
    for number in 0..<UInt32(count) {
      let term = self[number]
      var prefix: UInt64 = 0
      for place in 0..<min(8, term.count) { prefix |= UInt64(term[place]) &<< UInt64(56 - 8 * place) }
      keys.append(Key(prefix: prefix, number: number))
    }
    keys.sort { a, b in a.prefix != b.prefix ? a.prefix < b.prefix : precedes(a.number, b.number) }
    return keys.map(\.number)
  }

  private func precedes(_ a: UInt32, _ b: UInt32) -> Bool {
    let (left, right) = (self[a], self[b])
    let common = min(left.count, right.count)
    for place in 0..<common where left[place] != right[place] { return left[place] < right[place] }
    return left.count < right.count
  }
}
