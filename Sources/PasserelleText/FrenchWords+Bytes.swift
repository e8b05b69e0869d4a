/// ``FrenchWords`` by bytes: the same answers without a String.
final class FrenchWordBytes: Sendable {
  /// The one instance: its tables take about a millisecond to build.
  static let shared = FrenchWordBytes()

  private let exceptions: WordNumbers
  private let forms: [[UInt8]]
  private let accented: WordNumbers
  private let accentedForms: [[UInt8]]
  private let nouns: WordNumbers
  private let otherWords: WordNumbers

  private init() {
    (exceptions, forms) = Self.table(FrenchWords.exceptions)
    (accented, accentedForms) = Self.table(FrenchWords.accented)
    nouns = WordNumbers(FrenchWords.nouns.sorted())
    otherWords = WordNumbers(FrenchWords.otherWords.sorted())
  }

  private static func table(_ words: [String: String]) -> (WordNumbers, [[UInt8]]) {
    let sorted = words.sorted { $0.key < $1.key }
    return (WordNumbers(sorted.map(\.key)), sorted.map { Array($0.value.utf8) })
  }

  /// Form of a word that must not be stemmed by rule.
  ///
  /// - Parameters:
  ///   - folded: The folded word; 16 bytes from its start must be readable.
  ///   - count: Its number of bytes, at least 1.
  /// - Returns: The form; nil for all other words.
  /// - Complexity: Expected O(1).
  func exception(_ folded: UnsafePointer<UInt8>, _ count: Int) -> [UInt8]? {
    exceptions.number(folded, count).map { forms[$0] }
  }

  /// Does in place what ``FrenchWords/restoringAccents(_:)`` does.
  ///
  /// - Parameters:
  ///   - word: The word, with room for 16 bytes in all and for one byte behind it.
  ///   - count: Its number of bytes, at least 1.
  /// - Returns: The new number of bytes.
  /// - Complexity: O(1), but for the test of an accent.
  func restoreAccents(_ word: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    guard count >= 4, Self.isPlain(word, count) else { return count }
    if let number = accented.number(word, count) {
      let form = accentedForms[number]
      for (offset, byte) in form.enumerated() { word[offset] = byte }
      return form.count
    }
    let isPlural = word[count - 1] == 0x73
    let end = isPlural ? count - 1 : count
    if Self.ends(word, end, "ee") {
      return Self.replace(word, end, 2, by: "ée", isPlural)
    }
    if Self.ends(word, end, "iere") {
      return Self.replace(word, end, 4, by: "ière", isPlural)
    }
    if Self.ends(word, end, "ite"), isNoun(word, end) {
      return Self.replace(word, end, 1, by: "é", isPlural)
    }
    return count
  }

  private func isNoun(_ singular: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    if nouns.number(singular, count) != nil { return true }
    let hasEnding =
      Self.ends(singular, count, "ilite") || Self.ends(singular, count, "alite")
      || Self.ends(singular, count, "arite") || Self.ends(singular, count, "ivite")
      || Self.ends(singular, count, "osite") || Self.ends(singular, count, "versite")
    return hasEnding && otherWords.number(singular, count) == nil
  }

  @inline(__always)
  private static func isPlain(_ word: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    for index in 0..<count where word[index] &- 0x61 >= 26 { return false }
    return true
  }

  /// Whether the first `count` bytes end so.
  @inline(__always)
  private static func ends(_ word: UnsafePointer<UInt8>, _ count: Int, _ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard count >= length else { return false }
    var index = length
    while index > 0 {
      index &-= 1
      if word[count &- length &+ index] != ending.utf8Start[index] { return false }
    }
    return true
  }

  /// Replaces the last bytes of the singular, and puts back the plural's s.
  private static func replace(
    _ word: UnsafeMutablePointer<UInt8>, _ end: Int, _ dropped: Int, by ending: StaticString, _ isPlural: Bool
  ) -> Int {
    var count = end - dropped
    for index in 0..<ending.utf8CodeUnitCount {
      word[count] = ending.utf8Start[index]
      count += 1
    }
    if isPlural {
      word[count] = 0x73
      count += 1
    }
    return count
  }
}

/// Numbers of a few words of at most 16 bytes: open addressing, a word in two integers.
private struct WordNumbers {
  private var slots: [(low: UInt64, high: UInt64, number: Int)]

  /// Numbers words by their place in a list without duplicates.
  init(_ words: [String]) {
    var capacity = 16
    while capacity < words.count * 4 { capacity *= 2 }
    slots = Array(repeating: (0, 0, -1), count: capacity)
    for (number, word) in words.enumerated() {
      let bytes = Array(word.utf8)
      precondition(!bytes.isEmpty && bytes.count <= 16, "WordNumbers: a word of 1 to 16 bytes, not \(word)")
      var padded = bytes
      padded.append(contentsOf: [UInt8](repeating: 0, count: 16 - bytes.count))
      let (low, high) = padded.withUnsafeBufferPointer { padded in
        padded.baseAddress.map { Self.load($0, bytes.count) } ?? (0, 0)
      }
      var place = Self.place(low, high, capacity)
      while slots[place].number >= 0 { place = (place + 1) & (capacity - 1) }
      slots[place] = (low, high, number)
    }
  }

  /// Number of a word.
  ///
  /// - Parameters:
  ///   - word: Start of the word; 16 bytes must be readable.
  ///   - count: Its number of bytes, at least 1.
  /// - Returns: Its place in the list; nil for an unknown word.
  func number(_ word: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    guard count <= 16 else { return nil }
    let (low, high) = Self.load(word, count)
    var place = Self.place(low, high, slots.count)
    while true {
      let slot = slots[place]
      if slot.number < 0 { return nil }
      if slot.low == low, slot.high == high { return slot.number }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }

  @inline(__always)
  private static func place(_ low: UInt64, _ high: UInt64, _ capacity: Int) -> Int {
    let hash = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: hash &>> 40) & (capacity &- 1)
  }

  /// Up to 16 bytes as two little-endian numbers, zeros behind the end.
  @inline(__always)
  private static func load(_ word: UnsafePointer<UInt8>, _ count: Int) -> (low: UInt64, high: UInt64) {
    let raw = UnsafeRawPointer(word)
    let low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    if count <= 8 { return (count == 8 ? low : low & (1 &<< UInt64(count &* 8) &- 1), 0) }
    let high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    return (low, count == 16 ? high : high & (1 &<< UInt64((count &- 8) &* 8) &- 1))
  }
}
