import PasserelleText

/// The words, prefixes and phrases of a query, ready to be compared with tokens.
///
/// Distinct terms are numbered in the order of their bytes. Words, prefixes and phrases share one
/// numbering of units, whose weights decide between passages.
struct HighlightPatterns {
  /// What each unit is worth.
  private(set) var weights: [Double] = []

  private let terms: [[UInt8]]
  /// For each first byte, the number of the first term with it or a greater one.
  private let buckets: [Int]
  /// The unit of a term that is looked for by itself; nil for one of phrases only.
  private var wordUnits: [Int?]
  private var prefixes: [(bytes: [UInt8], unit: Int)] = []
  private var startsPrefix = [Bool](repeating: false, count: 256)
  private var phrases: [(terms: [Int], unit: Int)] = []

  /// A token that is a term of the query.
  private struct Hit {
    var term: Int
    var position: Int
    var start: Int
    var end: Int
  }

  /// Numbers the terms.
  ///
  /// Empty terms are left out; a phrase of one term is a word.
  init(words: [[UInt8]], prefixes: [[UInt8]], phrases: [[[UInt8]]], weight: (([UInt8]) -> Double)?) {
    let phrases = phrases.map { $0.filter { !$0.isEmpty } }.filter { !$0.isEmpty }
    let words = Self.distinct(words + phrases.filter { $0.count == 1 }.flatMap { $0 })
    let terms = Self.distinct(words + phrases.flatMap { $0 })
    self.terms = terms
    buckets = (0...256).map { byte in terms.firstIndex { Int($0[0]) >= byte } ?? terms.count }
    wordUnits = [Int?](repeating: nil, count: terms.count)
    func worth(_ term: [UInt8]) -> Double {
      let value = weight?(term) ?? 1
      return value.isFinite ? max(0, value) : 0
    }
    for word in words {
      guard let term = number(of: word) else { continue }
      wordUnits[term] = weights.count
      weights.append(worth(word))
    }
    for prefix in Self.distinct(prefixes) {
      startsPrefix[Int(prefix[0])] = true
      self.prefixes.append((prefix, weights.count))
      weights.append(worth(prefix))
    }
    for phrase in phrases where phrase.count > 1 {
      self.phrases.append((phrase.compactMap { number(of: $0) }, weights.count))
      weights.append(phrase.reduce(0) { $0 + worth($1) })
    }
  }

  private static func distinct(_ terms: [[UInt8]]) -> [[UInt8]] {
    Set(terms).filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func number(of term: [UInt8]) -> Int? {
    term.withUnsafeBufferPointer { number(of: $0) }
  }

  /// The number of a term; nil when the query does not hold it.
  @inline(__always)
  private func number(of form: UnsafeBufferPointer<UInt8>) -> Int? {
    let first = Int(form[0])
    for number in buckets[first]..<buckets[first + 1] where terms[number].count == form.count {
      if terms[number].elementsEqual(form) { return number }
    }
    return nil
  }

  /// Where the units stand in an analysed text, in order of their starts.
  ///
  /// - Parameters:
  ///   - tokens: The tokens of the text.
  ///   - bytes: The text.
  /// - Returns: The marks; several may lie at one place.
  /// - Complexity: O(*n*) in the tokens.
  func marks(of tokens: TokenBuffer, in bytes: UnsafeBufferPointer<UInt8>) -> [HighlightMark] {
    var marks: [HighlightMark] = []
    var hits: [Hit] = []
    for index in 0..<tokens.count {
      let term = tokens.withBytes(at: index) { number(of: $0) }
      if let term {
        let range = tokens.byteRange(at: index)
        hits.append(
          Hit(
            term: term, position: tokens.position(at: index), start: range.lowerBound, end: range.upperBound))
        if let unit = wordUnits[term] {
          marks.append(HighlightMark(start: range.lowerBound, end: range.upperBound, unit: unit))
        }
      }
      if !prefixes.isEmpty { appendPrefixes(of: tokens, at: index, in: bytes, to: &marks) }
    }
    for phrase in phrases { append(phrase.terms, unit: phrase.unit, of: hits, to: &marks) }
    return marks.sorted { ($0.start, $0.end, $0.unit) < ($1.start, $1.end, $1.unit) }
  }

  private func appendPrefixes(
    of tokens: TokenBuffer, at index: Int, in bytes: UnsafeBufferPointer<UInt8>,
    to marks: inout [HighlightMark]
  ) {
    guard tokens.withBytes(at: index, { startsPrefix[Int($0[0])] }) else { return }
    let range = tokens.byteRange(at: index)
    for prefix in prefixes {
      let (begins, isShort) = tokens.withBytes(at: index) { form in
        (form.starts(with: prefix.bytes), prefix.bytes.starts(with: form))
      }
      // The stem may end before the beginning looked for: éclairag, éclairage.
      guard begins || isShort && Self.folded(bytes, range).starts(with: prefix.bytes) else { continue }
      marks.append(HighlightMark(start: range.lowerBound, end: range.upperBound, unit: prefix.unit))
    }
  }

  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
    TextFolding.foldedBytes(String(decoding: bytes[range], as: UTF8.self))
  }

  /// Appends the places where a phrase's terms stand at following positions.
  private func append(_ phrase: [Int], unit: Int, of hits: [Hit], to marks: inout [HighlightMark]) {
    for first in hits.indices where hits[first].term == phrase[0] {
      var last = first
      var found = 1
      var next = first + 1
      while found < phrase.count, next < hits.count, hits[next].position <= hits[last].position + 1 {
        if hits[next].position > hits[last].position, hits[next].term == phrase[found] {
          last = next
          found += 1
        }
        next += 1
      }
      if found == phrase.count {
        marks.append(HighlightMark(start: hits[first].start, end: hits[last].end, unit: unit))
      }
    }
  }
}
