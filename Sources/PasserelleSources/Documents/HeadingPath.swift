/// The headings above the place that a reading has come to.
struct HeadingPath {
  private var open: [(level: Int, text: String)] = []

  /// The headings, outermost first.
  var texts: [String] { open.map(\.text) }

  /// Enters the part under a heading; parts of the same level or deeper end.
  mutating func enter(_ text: String, level: Int) {
    while let last = open.last, last.level >= level { open.removeLast() }
    open.append((level, text))
  }
}
