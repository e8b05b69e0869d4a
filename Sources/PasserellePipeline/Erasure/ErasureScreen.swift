import Foundation
import PasserelleCore
import PasserelleGraph
import Synchronization

/// Finds what is erased, or must not come back, in texts, IRIs and files, by digests alone; for any thread.
public final class ErasureScreen: Sendable {
  private let salt: ErasureSalt
  private let space: IRISpace
  private let language: MessageLanguage
  /// Phrases by their number of words; the longest first.
  private let lengths: [Length]
  private let hasNumbers: Bool
  private let numberMarks: [UInt64]
  private let numbers: Set<String>
  private let keys: Set<String>
  private let state = Mutex(State())

  private struct Length: Sendable {
    let words: Int
    var marks = [UInt64](repeating: 0, count: 1 << 16)
    var digests: Set<String> = []
    /// Windows of texts that are erased now, and are kept in memory only.
    var windows: Set<UInt64> = []
  }

  private struct State {
    var words = ErasureWords()
    /// What was found of windows whose marks are those of phrases.
    var known: [UInt64: Bool] = [:]
  }

  /// Makes a screen.
  ///
  /// - Parameters:
  ///   - phrases: What is looked for.
  ///   - keys: Digests of records and sources.
  ///   - texts: More that is looked for, as it stands, at most so many words of each.
  ///   - salt: The salt of the digests.
  ///   - base: The base of the IRIs that take the place of others.
  ///   - language: The language of what takes the place of texts that have none.
  init(
    phrases: [ErasurePhrase], keys: Set<String> = [], texts: [(text: String, words: Int)] = [],
    salt: ErasureSalt, base: String, language: MessageLanguage
  ) {
    (self.salt, space, self.language, self.keys) = (salt, IRISpace(base: base), language, keys)
    var lengths: [Int: Length] = [:]
    var (marks, numbers) = ([UInt64](repeating: 0, count: 1 << 16), Set<String>())
    for phrase in phrases {
      if phrase.words == 0 {
        marks[Int(phrase.mark >> 6)] |= 1 << UInt64(phrase.mark & 63)
        numbers.insert(phrase.digest)
      } else {
        lengths[phrase.words, default: Length(words: phrase.words)].marks[Int(phrase.mark >> 6)] |=
          1 << UInt64(phrase.mark & 63)
        lengths[phrase.words]?.digests.insert(phrase.digest)
      }
    }
    var words = ErasureWords()
    for (text, most) in texts {
      Array(text.utf8).withUnsafeBytes { words.scan($0) }
      let count = min(most, words.words.count)
      guard count > 0 else { continue }
      let window = words.words.prefix(count).reduce(salt.seed) { ErasureSalt.mix($0, $1.hash) }
      lengths[count, default: Length(words: count)].windows.insert(window)
    }
    self.lengths = lengths.values.sorted { $0.words > $1.words }
    (numberMarks, self.numbers, hasNumbers) = (marks, numbers, !numbers.isEmpty)
  }

  /// Whether nothing is looked for.
  public var isEmpty: Bool { lengths.isEmpty && !hasNumbers && keys.isEmpty }

  /// Whether texts are looked for.
  var hasTexts: Bool { !lengths.isEmpty || hasNumbers }

  /// Whether a record must not come back: it was erased itself, or with its source, or its key names what was erased.
  ///
  /// A graph that is called as a record of the workspace, as in a dump, is that record.
  public func refuses(source: String, key: String) -> Bool {
    if !keys.isEmpty {
      if isErased(source, key) { return true }
      if let record = space.recordParts(of: key), isErased(record.source, record.key) { return true }
    }
    return contains(key)
  }

  private func isErased(_ source: String, _ key: String) -> Bool {
    keys.contains(salt.fast(["record", source, key])) || keys.contains(salt.fast(["source", source]))
  }

  /// Whether a text holds what is looked for.
  public func contains(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { contains(UnsafeRawBufferPointer($0)) }
  }

  /// Whether bytes, of a text or of any file, hold what is looked for.
  public func contains(_ bytes: UnsafeRawBufferPointer) -> Bool {
    !matches(bytes, isFirstEnough: true).isEmpty
  }

  /// Whether bytes hold what is looked for, as UTF-8 or as Latin-1.
  public func containsInAnyEncoding(_ bytes: [UInt8]) -> Bool {
    if bytes.withUnsafeBytes({ contains($0) }) { return true }
    guard String(validating: bytes, as: UTF8.self) == nil else { return false }
    return contains(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })))
  }

  /// A text with what is looked for between brackets, for people to judge.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - around: How many bytes are shown on each side at most.
  /// - Returns: The neighbourhood of the first place; nil where there is none.
  public func excerpt(of text: String, around: Int = 60) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      guard let match = matches(bytes).first else { return nil }
      func part(_ range: Range<Int>) -> String {
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
      }
      var (start, end) = (max(0, match.lowerBound - around), min(bytes.count, match.upperBound + around))
      while start > 0, start < match.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
      while end < bytes.count, end > match.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      return (start > 0 ? "…" : "") + part(start..<match.lowerBound) + "⟦" + part(match) + "⟧"
        + part(match.upperBound..<end) + (end < bytes.count ? "…" : "")
    }
  }

  /// Where bytes hold what is looked for, in their order, without overlap.
  func matches(_ bytes: UnsafeRawBufferPointer, isFirstEnough: Bool = false) -> [Range<Int>] {
    guard hasTexts, bytes.count > 0 else { return [] }
    return state.withLock { state in
      state.words.scan(bytes)
      var result: [Range<Int>] = []
      var at = 0
      while at < state.words.words.count {
        let count = match(at, &state)
        guard count > 0 else {
          at += 1
          continue
        }
        result.append(state.words.words[at].start..<state.words.words[at + count - 1].end)
        if isFirstEnough { break }
        at += count
      }
      return result
    }
  }

  /// How many words from one on are what is looked for; 0 for none.
  private func match(_ at: Int, _ state: inout State) -> Int {
    for length in lengths where at + length.words <= state.words.words.count {
      var window = salt.seed
      for index in at..<(at + length.words) {
        window = ErasureSalt.mix(window, state.words.words[index].hash)
      }
      let mark = ErasureSalt.mark(window)
      let range = at..<(at + length.words)
      if length.windows.contains(window), state.words.isPhrase(range) { return length.words }
      guard length.marks[Int(mark >> 6)] & 1 << UInt64(mark & 63) != 0, state.words.isPhrase(range) else {
        continue
      }
      if isKnown(window, &state, { length.digests.contains(salt.slow($0.words.phrase(range))) }) {
        return length.words
      }
    }
    return hasNumbers && state.words.words[at].isDigits ? number(at, &state) : 0
  }

  private func number(_ at: Int, _ state: inout State) -> Int {
    var digits: [UInt8] = []
    var end = at
    while end < state.words.words.count, state.words.words[end].isDigits, digits.count < 24,
      state.words.isPhrase(at..<(end + 1))
    {
      let word = state.words.words[end]
      digits += state.words.folded[word.foldedStart..<word.foldedEnd]
      end += 1
      let plain = ErasurePhrase.number(digits)
      guard plain.count >= 6 else { continue }
      let window = salt.window(digits: plain)
      let mark = ErasureSalt.mark(window)
      guard numberMarks[Int(mark >> 6)] & 1 << UInt64(mark & 63) != 0 else { continue }
      if isKnown(window, &state, { _ in numbers.contains(salt.slow(plain)) }) { return end - at }
    }
    return 0
  }

  private func isKnown(_ window: UInt64, _ state: inout State, _ look: (State) -> Bool) -> Bool {
    if let known = state.known[window] { return known }
    let found = look(state)
    if state.known.count < 1 << 16 { state.known[window] = found }
    return found
  }

  /// What takes the place of a text that is erased.
  ///
  /// - Parameter language: The tag of its language; nil for the language of the workspace.
  /// - Returns: The text.
  public func marker(_ language: String?) -> String {
    let isEnglish = language.map { $0.hasPrefix("en") } ?? (self.language == .english)
    return isEnglish ? "[erased]" : "[effacé]"
  }
}

extension ErasureScreen: TextRedacting {
  /// A text without what is looked for; nil where it is not there.
  package func redacted(text: UnsafeRawBufferPointer, language: String?) -> [UInt8]? {
    let matches = matches(text)
    guard !matches.isEmpty else { return nil }
    let marker = Array(marker(language).utf8)
    var result: [UInt8] = []
    var at = 0
    for match in matches {
      result.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[at..<match.lowerBound]))
      result.append(contentsOf: marker)
      at = match.upperBound
    }
    result.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[at...]))
    return result
  }

  /// An IRI in the place of one whose letters hold what is looked for, also behind percent signs; relations stay.
  package func redacted(iri: UnsafeRawBufferPointer) -> [UInt8]? {
    guard hasTexts else { return nil }
    let plain = Self.unescaped(iri)
    guard plain.withUnsafeBytes({ contains($0) }) else { return nil }
    let ontology = Array(Vocabulary.pas.utf8)
    guard !iri.starts(with: ontology) else { return nil }
    return Array((space.base + "id/local/erased-" + salt.slow(Array(iri)).prefix(16)).utf8)
  }

  private static func unescaped(_ iri: UnsafeRawBufferPointer) -> [UInt8] {
    guard iri.contains(0x25) else { return Array(iri) }
    let text = String(decoding: iri, as: UTF8.self)
    return Array((text.removingPercentEncoding ?? text).utf8)
  }
}
