/// How many names each word occurs in: what makes a word rare, and so telling.
///
/// Counts add up: statistics of two collections merge into those of both, in any order.
public struct NameStatistics: Sendable, Hashable {
  /// How many names were counted.
  public private(set) var names: Int
  /// Names with a word, by the word's hash.
  public private(set) var frequencies: [UInt64: Int32]

  /// Makes statistics.
  public init(names: Int = 0, frequencies: [UInt64: Int32] = [:]) {
    self.names = names
    self.frequencies = frequencies
  }

  /// Counts a name by the hashes of its words; a word twice in a name counts once.
  public mutating func add(_ tokens: [UInt64], times: Int = 1) {
    names += times
    for (place, token) in tokens.enumerated() where !tokens[..<place].contains(token) {
      frequencies[token, default: 0] += Int32(clamping: times)
    }
  }

  /// Takes a name out that was counted.
  public mutating func remove(_ tokens: [UInt64]) {
    names = max(0, names - 1)
    for (place, token) in tokens.enumerated() where !tokens[..<place].contains(token) {
      let left = frequencies[token, default: 0] - 1
      frequencies[token] = left > 0 ? left : nil
    }
  }

  /// Adds the counts of another collection.
  public mutating func merge(_ other: NameStatistics) {
    names += other.names
    frequencies.merge(other.frequencies, uniquingKeysWith: +)
  }

  /// How many names hold a word.
  public func frequency(of token: UInt64) -> Int { Int(frequencies[token] ?? 0) }

  /// The rarity of a word: 1 for one never seen, near 0 for one of every name.
  ///
  /// Inverse document frequency over its greatest value, in 64 steps, so that a few names more change nothing.
  public func rarity(of token: UInt64) -> Float { Self.rarity(frequency(of: token), of: names) }

  /// The rarity of what occurs in some of all names.
  public static func rarity(_ frequency: Int, of names: Int) -> Float {
    let total = Float(max(names, 10_000))
    let share = (Float(frequency) + 1) / (total + 1)
    let value = LogTable.negativeLogarithm(share) / LogTable.negativeLogarithm(1 / (total + 1))
    return max(0.02, (value * 64).rounded() / 64)
  }
}
