import PasserelleText

/// The terms of one field for the word numbers of one analyser.
struct WordMap: ~Copyable {
  /// 0 for a word not met yet, else 1 + number of its term.
  private var terms: UnsafeMutablePointer<UInt32>
  private var capacity = 0
  private var epoch = -1

  /// Makes an empty map.
  init() { terms = .allocate(capacity: 1) }

  deinit { terms.deallocate() }

  /// Bytes it takes.
  var memoryInUse: Int { capacity * 4 }

  /// Forgets all words, since the terms have other numbers from now on.
  mutating func removeAll() { epoch = -1 }

  /// Makes the map ready for the words an analyser has given so far.
  mutating func prepare(_ analyzer: TextAnalyzer) {
    if epoch != analyzer.epoch {
      epoch = analyzer.epoch
      terms.update(repeating: 0, count: capacity)
    }
    let words = analyzer.wordCount
    guard words > capacity else { return }
    let larger = max(words, capacity * 2, 1 << 10)
    let copy = UnsafeMutablePointer<UInt32>.allocate(capacity: larger)
    copy.update(from: terms, count: capacity)
    (copy + capacity).update(repeating: 0, count: larger - capacity)
    terms.deallocate()
    (terms, capacity) = (copy, larger)
  }

  /// Appends the terms of words to a sequence.
  ///
  /// - Parameters:
  ///   - words: Word numbers of the analyser for which the map is ready.
  ///   - analyzer: The analyser.
  ///   - table: Receives new terms.
  ///   - sequence: Receives the term numbers.
  mutating func append(
    _ words: UnsafeBufferPointer<UInt32>, _ analyzer: TextAnalyzer, _ table: inout TermTable,
    to sequence: inout TokenSequence
  ) {
    guard var word = words.baseAddress else { return }
    var left = words.count
    while left > 0 {
      let (place, room) = sequence.room()
      let step = min(left, room)
      for index in 0..<step {
        var term = terms[Int(word[index])]
        if term == 0 { term = learn(word[index], analyzer, &table) }
        place[index] = term &- 1
      }
      sequence.advance(step)
      word += step
      left &-= step
    }
  }

  @inline(never)
  private mutating func learn(_ word: UInt32, _ analyzer: TextAnalyzer, _ table: inout TermTable) -> UInt32 {
    let term = analyzer.withForm(ofWord: word) { form in
      // A form has 1 to 255 bytes.
      form.baseAddress.map { table.number(of: $0, form.count) } ?? 0
    }
    terms[Int(word)] = term + 1
    return term + 1
  }
}
