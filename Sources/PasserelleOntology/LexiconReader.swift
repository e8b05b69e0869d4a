public import PasserelleText

/// Finds the entries of a lexicon that a text or a query names.
///
/// Words are compared without case, accents, plural or feminine endings and function words; acronyms that are words in
/// small letters only in capitals. Not Sendable: use one per thread.
public final class LexiconReader {
  /// A stretch of words that names an entry.
  public struct Span: Sendable, Hashable {
    /// The words, by rank.
    public let words: Range<Int>
    /// The entry.
    public let entry: LexiconEntry
  }

  /// The lexicon.
  public let lexicon: Lexicon
  private let index: LexiconIndex
  private let analyzer = TextAnalyzer(language: .neutral)
  private var buffer = TokenBuffer()
  /// The numbers of words as texts write them, so that a form is made once a word.
  private var known = ConceptStemTable()
  private var numbers: [Int32] = []
  private var places: [Int32] = []

  /// Makes a reader.
  ///
  /// - Parameter lexicon: The lexicon.
  /// - Complexity: O(*n*) in the terms.
  public init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    index = LexiconIndex(lexicon)
  }

  /// Words of a text that are read.
  private static let longestText = 4096
  /// Words remembered before all are forgotten.
  private static let knownLimit = 1 << 17
  /// Letters of a word that is too short to be taken for one of another language.
  private static let shortWord = 4
  private static let otherWord: Int32 = -1
  private static let functionWord: Int32 = -2

  /// The entries that a text names.
  ///
  /// - Parameters:
  ///   - text: The text; its first 4,096 words count.
  ///   - language: Its language: terms of that language are sought, of all where it is unknown.
  /// - Returns: The ranks of the entries in the lexicon, each once, sorted.
  /// - Complexity: O(*n*) in the words.
  public func entries(in text: String, language: TextLanguage) -> [Int] {
    guard !index.isEmpty else { return [] }
    var text = text
    return text.withUTF8 { bytes in
      read(bytes)
      let mask = Self.mask(language)
      var found: Set<Int> = []
      var place = 0
      while place < numbers.count {
        var length = 1
        matches(at: place, mask, bytes) { sequence in
          found.insert(Int(sequence.entry))
          length = sequence.forms.count
          return true
        }
        // `service public` within `délégation de service public` is not named.
        place += length
      }
      return found.sorted()
    }
  }

  /// The entries that the words of a query name, the longest first where they overlap; in every language.
  ///
  /// - Parameters:
  ///   - words: The words as they are written, one after another.
  ///   - language: The language that answers first where two entries share a term.
  /// - Returns: Stretches that do not overlap, from left to right.
  /// - Complexity: O(*n*) in the words.
  public func spans(in words: [String], language: TextLanguage) -> [Span] {
    guard !index.isEmpty else { return [] }
    var starts: [Int] = []
    var text = ""
    for word in words {
      starts.append(text.utf8.count)
      text += word + " "
    }
    starts.append(text.utf8.count)
    return text.withUTF8 { bytes in
      read(bytes)
      let own = Self.mask(language)
      var spans: [Span] = []
      var place = 0
      while place < numbers.count {
        var best: LexiconIndex.Sequence?
        matches(at: place, 0xFF, bytes) { sequence in
          let isOwn = sequence.languages == 0 || sequence.languages & own != 0
          // A short word of another language is more often one of this one: `mapa`, `bet`.
          if !isOwn, sequence.forms.count == 1, isShort(byteRange(place), bytes) { return true }
          if best == nil || isOwn { best = sequence }
          return !isOwn
        }
        guard let best else {
          place += 1
          continue
        }
        let end = place + best.forms.count - 1
        let first = Self.word(at: byteRange(place).lowerBound, starts)
        let last = Self.word(at: byteRange(end).lowerBound, starts)
        spans.append(Span(words: first..<last + 1, entry: lexicon.entries[Int(best.entry)]))
        place = end + 1
      }
      return spans
    }
  }

  private static func word(at byte: Int, _ starts: [Int]) -> Int {
    starts.lastIndex { $0 <= byte } ?? 0
  }

  private static func mask(_ language: TextLanguage) -> UInt8 {
    let bit = LexiconIndex.bit(of: language.rawValue)
    return bit == 0 && language == .neutral ? 0xFF : bit
  }

  /// Whether a word is short and not in capitals: `mapa`, but not `CCTV`.
  private func isShort(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    range.count <= Self.shortWord && bytes[range].contains { $0 | 0x20 == $0 }
  }

  private func byteRange(_ place: Int) -> Range<Int> { buffer.byteRange(at: Int(places[place])) }

  /// Gives the sequences that stand at a place, the longest first, until the body says that it is enough.
  private func matches(
    at place: Int, _ mask: UInt8, _ bytes: UnsafeBufferPointer<UInt8>,
    _ body: (LexiconIndex.Sequence) -> Bool
  ) {
    let number = numbers[place]
    guard number >= 0 else { return }
    var length = 0
    for sequence in index.sequences[Int(number)] {
      // Of two terms at one place the longer is meant.
      if sequence.forms.count < length { return }
      guard sequence.languages == 0 || sequence.languages & mask != 0,
        place + sequence.forms.count <= numbers.count
      else { continue }
      var isSame = true
      for offset in 1..<max(1, sequence.forms.count) where numbers[place + offset] != sequence.forms[offset] {
        isSame = false
        break
      }
      guard isSame, isWritten(sequence, at: place, bytes) else { continue }
      length = sequence.forms.count
      if !body(sequence) { return }
    }
  }

  /// Whether an acronym stands in capitals, as it must.
  private func isWritten(
    _ sequence: LexiconIndex.Sequence, at place: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if sequence.written.isEmpty { return true }
    let last = byteRange(place + sequence.forms.count - 1)
    return bytes[byteRange(place).lowerBound..<last.upperBound].elementsEqual(sequence.written)
  }

  /// Reads the content words of a text: their numbers, and where they stand.
  private func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    buffer.removeAll()
    numbers.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    if known.count > Self.knownLimit { known.removeAll() }
    analyzer.analyze(bytes, into: &buffer)
    for token in 0..<min(buffer.count, Self.longestText) {
      let number = buffer.withBytes(at: token) { known.find($0) ?? learn($0) }
      if number == Self.functionWord { continue }
      numbers.append(number)
      places.append(Int32(token))
    }
  }

  private func learn(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let form = LexiconForm.of(word)
    var number = form.withUnsafeBufferPointer { index.forms.find($0) } ?? Self.otherWord
    if !index.acronyms.contains(number), LexiconIndex.isFunctionWord(String(decoding: word, as: UTF8.self)) {
      number = Self.functionWord
    }
    return known.insert(word, value: number)
  }
}
