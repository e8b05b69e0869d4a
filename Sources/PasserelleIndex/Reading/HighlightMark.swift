/// A place where a word, prefix or phrase of the query stands, in bytes of the text.
struct HighlightMark: Sendable, Hashable {
  /// Where it starts and ends.
  var start: Int
  var end: Int
  /// Which of the words, prefixes and phrases it is.
  var unit: Int

  /// Ranges of marks in order of their starts; those that overlap or touch are one.
  ///
  /// - Complexity: O(*n*).
  static func merged(_ marks: [HighlightMark]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for mark in marks {
      if let last = ranges.last, mark.start <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, mark.end)
      } else {
        ranges.append(mark.start..<mark.end)
      }
    }
    return ranges
  }
}
