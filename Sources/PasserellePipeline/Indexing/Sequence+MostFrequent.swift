extension Sequence where Element: Hashable & Comparable {
  /// The element met most often, the least of several; nil for an empty sequence.
  func mostFrequent() -> Element? {
    let counts = Dictionary(map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
