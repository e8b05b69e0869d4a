/// A passage of a text that shows the words of a query, on one line.
public struct Snippet: Sendable, Hashable {
  /// The passage, with ellipses where a sentence was cut open.
  public let text: String
  /// Where words of the query stand, as ranges of the UTF-8 view of ``text``, ascending and apart.
  public let highlights: [Range<Int>]

  /// Makes a snippet of parts that are at hand.
  public init(text: String, highlights: [Range<Int>]) {
    self.text = text
    self.highlights = highlights
  }

  /// Copies a passage, runs of white space as one space.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - window: The passage.
  ///   - marks: Places found in the text, by their starts; one cut by the passage is left out, unless there
  ///     are no others.
  /// - Complexity: O(*n* + *m*) for a passage of *n* bytes and *m* marks.
  init(_ bytes: UnsafeBufferPointer<UInt8>, window: HighlightWindow, marks: [HighlightMark]) {
    let ellipsis = Array("…".utf8)
    var output: [UInt8] = []
    output.reserveCapacity(window.range.count + 6)
    var ranges: [Range<Int>] = []
    if window.cutsStart { output += ellipsis }
    let empty = output.count
    var index = window.range.lowerBound
    func copy(to end: Int) {
      while index < end {
        let byte = bytes[index]
        index += 1
        if HighlightRuler.isSpace(byte) {
          if output.count > empty, output.last != 0x20 { output.append(0x20) }
        } else {
          output.append(byte)
        }
      }
    }
    let whole = marks.filter { $0.start >= window.range.lowerBound && $0.end <= window.range.upperBound }
    for highlight in HighlightMark.merged(whole.isEmpty ? marks : whole)
    where highlight.overlaps(window.range) {
      let part = highlight.clamped(to: window.range)
      copy(to: part.lowerBound)
      let start = output.count
      copy(to: part.upperBound)
      ranges.append(start..<output.count)
    }
    copy(to: window.range.upperBound)
    while output.count > empty, output.last == 0x20 { output.removeLast() }
    if window.cutsEnd { output += ellipsis }
    text = String(decoding: output, as: UTF8.self)
    self.highlights = ranges
  }
}
