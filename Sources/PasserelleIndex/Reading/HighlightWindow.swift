/// The passage of a text chosen for a snippet, in bytes.
struct HighlightWindow {
  /// Where it starts and ends.
  private(set) var range: Range<Int>
  /// Whether its first and its last sentence are cut open.
  private(set) var cutsStart = false
  private(set) var cutsEnd = false

  /// The part of a text that must be shown, in bytes.
  private struct Core {
    var start: Int
    var end: Int
  }

  /// Chooses the passage.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - length: The most characters, ellipses included, above 2.
  ///   - marks: Places of units in the text, by their starts.
  ///   - weights: What each unit is worth.
  /// - Complexity: O(*n* + *m* log *m*) for *m* marks.
  init(_ bytes: UnsafeBufferPointer<UInt8>, length: Int, marks: [HighlightMark], weights: [Double]) {
    let ruler = HighlightRuler(bytes: bytes)
    range = 0..<bytes.count
    let total = ruler.count(range)
    if total <= length { return }
    let room = length - 2
    let core = Self.core(ruler, room: room, marks: marks, weights: weights)
    let slack = room - ruler.count(core.start..<core.end)
    let start = Self.start(ruler, core, slack: slack, room: room)
    let end = Self.end(ruler, core, start: start, room: room)
    range = start..<end
    cutsStart = start > 0 && !ruler.isSentenceStart(start)
    cutsEnd = end < bytes.count && !ruler.isSentenceEnd(end)
  }

  /// The stretch of marks, of at most `room` characters, with the greatest weight of distinct units.
  ///
  /// Marks enter by their ends and leave by their starts. Weights are whole numbers here, so that sums do not
  /// depend on their order.
  private static func core(
    _ ruler: HighlightRuler, room: Int, marks: [HighlightMark], weights: [Double]
  ) -> Core {
    guard let first = marks.first else { return Core(start: 0, end: 0) }
    let worth = weights.map { Int(min($0, 1e9) * 1024) }
    var placed: [(start: Int, end: Int, mark: HighlightMark)] = []
    placed.reserveCapacity(marks.count)
    var characters = 0
    var byte = 0
    for mark in marks {
      characters += ruler.count(byte..<mark.start)
      byte = mark.start
      let width = ruler.count(mark.start..<mark.end)
      if width <= room { placed.append((characters, characters + width, mark)) }
    }
    let byEnd = placed.indices.sorted { (placed[$0].end, $0) < (placed[$1].end, $1) }
    var counts = [Int](repeating: 0, count: weights.count)
    var score = (weight: 0, marks: 0)
    var best = (weight: -1, marks: 0)
    var core = Core(start: first.start, end: first.start)
    var left = 0
    for entering in byEnd {
      let (_, end, mark) = placed[entering]
      while placed[left].start < end - room {
        let unit = placed[left].mark.unit
        counts[unit] -= 1
        score.marks -= 1
        if counts[unit] == 0 { score.weight -= worth[unit] }
        left += 1
      }
      if counts[mark.unit] == 0 { score.weight += worth[mark.unit] }
      counts[mark.unit] += 1
      score.marks += 1
      if score > best {
        best = score
        core = Core(start: placed[left].mark.start, end: mark.end)
      }
    }
    return core
  }

  /// Where to start: the sentence or the word nearest to where the core would stand in the middle.
  private static func start(_ ruler: HighlightRuler, _ core: Core, slack: Int, room: Int) -> Int {
    let lowest = ruler.retreat(core.start, by: slack)
    let fromEnd = ruler.retreat(ruler.bytes.count, by: room)
    let wanted = max(lowest, min(ruler.retreat(core.start, by: slack / 2), fromEnd))
    var sentence: Int?
    for index in lowest...core.start where ruler.isSentenceStart(index) {
      if let other = sentence, abs(other - wanted) <= abs(index - wanted) { continue }
      sentence = index
    }
    if let sentence { return sentence }
    if let word = (wanted...core.start).first(where: ruler.isWordStart) { return word }
    if let word = (lowest..<wanted).last(where: ruler.isWordStart) { return word }
    return min(core.start, ruler.characterBorder(wanted, forward: true))
  }

  /// Where to end: after the last sentence if it ends in the last quarter, else after the last word.
  private static func end(_ ruler: HighlightRuler, _ core: Core, start: Int, room: Int) -> Int {
    let highest = max(core.end, ruler.advance(start, by: room))
    if highest == ruler.bytes.count { return highest }
    let near = min(highest, max(core.end, ruler.advance(start, by: room - room / 4)))
    if let sentence = (near...highest).last(where: ruler.isSentenceEnd) { return sentence }
    let least = max(core.end, start + 1)
    if least <= highest, let word = (least...highest).last(where: ruler.isWordEnd) { return word }
    let border = ruler.characterBorder(highest, forward: false)
    return border >= least ? border : highest
  }
}
