import PasserelleText

/// Cuts bytes into words for erasure: folded to plain small letters, with where they stand.
///
/// A word is a run of letters and digits; accents, case and invisible characters do not count, hyphens, apostrophes and
/// all punctuation part words. Bytes that are no UTF-8 belong to words, so that any file can be looked through.
struct ErasureWords {
  struct Word {
    /// Where it stands in the bytes.
    var start: Int
    var end: Int
    /// Where its folded letters stand.
    var foldedStart: Int
    var foldedEnd: Int
    var hash: UInt64
    var isDigits: Bool
  }

  private(set) var words: [Word] = []
  private(set) var folded: [UInt8] = []

  /// The most bytes between two words of one phrase.
  static let gap = 6

  /// The small letter or digit of a byte; 0 for one that parts words, 1 for one beyond ASCII.
  private static let classes: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x30...0x39, 0x61...0x7A: UInt8(byte)
    case 0x41...0x5A: UInt8(byte) + 32
    case 0x80...0xFF: 1
    default: 0
    }
  }

  mutating func scan(_ bytes: UnsafeRawBufferPointer) {
    words.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
    Self.classes.withUnsafeBufferPointer { classes in
      var at = 0
      while at < bytes.count {
        let length = Self.separator(bytes, at, classes)
        guard length == 0 else {
          at += length
          continue
        }
        var end = at
        var isPlain = true
        while end < bytes.count {
          let one = classes[Int(bytes[end])]
          if one == 0 { break }
          if one == 1 {
            if Self.separator(bytes, end, classes) > 0 { break }
            isPlain = false
          }
          end += 1
        }
        add(bytes, at, end, isPlain, classes)
        at = end
      }
    }
  }

  private mutating func add(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ isPlain: Bool,
    _ classes: UnsafeBufferPointer<UInt8>
  ) {
    let first = folded.count
    if isPlain {
      for index in start..<end { folded.append(classes[Int(bytes[index])]) }
    } else {
      let text = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
      for byte in TextFolding.foldedBytes(text) where byte != 0x20 { folded.append(byte) }
    }
    guard folded.count > first else { return }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isDigits = true
    for byte in folded[first...] {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      isDigits = isDigits && byte >= 0x30 && byte <= 0x39
    }
    words.append(
      Word(
        start: start, end: end, foldedStart: first, foldedEnd: folded.count, hash: hash, isDigits: isDigits))
  }

  /// How many bytes of a character part words here; 0 where a word begins or goes on.
  @inline(__always)
  private static func separator(
    _ bytes: UnsafeRawBufferPointer, _ at: Int, _ classes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let byte = bytes[at]
    let one = classes[Int(byte)]
    if one == 0 { return byte == 0x26 || byte == 0x5C ? escape(bytes, at) : 1 }
    if one != 1 { return 0 }
    guard at + 1 < bytes.count else { return 0 }
    let next = bytes[at + 1]
    // U+00A0…U+00BF but for the soft hyphen and what reads as a letter or digit.
    if byte == 0xC2, next >= 0xA0, next <= 0xBF {
      return [0xAA, 0xAD, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA].contains(next) ? 0 : 2
    }
    guard byte == 0xE2, at + 2 < bytes.count else { return 0 }
    let last = bytes[at + 2]
    // U+2000…U+206F but for what is invisible.
    if next == 0x80 { return last >= 0x8B && last <= 0x8F ? 0 : 3 }
    if next == 0x81, last <= 0xAF { return last >= 0xA0 && last <= 0xA4 ? 0 : 3 }
    return 0
  }

  /// How many bytes an escape of HTML takes, such as `&#39;`, or one of JSON for white space, such as `\n`; else 1.
  private static func escape(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    if bytes[at] == 0x5C {
      return at + 1 < bytes.count && [0x6E, 0x72, 0x74].contains(bytes[at + 1]) ? 2 : 1
    }
    for end in (at + 1)..<max(at + 1, min(at + 8, bytes.count)) {
      if bytes[end] == 0x3B { return end - at + 1 }
      guard classes[Int(bytes[end])] > 1 || bytes[end] == 0x23 else { return 1 }
    }
    return 1
  }

  /// The folded letters of words, with spaces between.
  func phrase(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    for index in range {
      if index > range.lowerBound { result.append(0x20) }
      result.append(contentsOf: folded[words[index].foldedStart..<words[index].foldedEnd])
    }
    return result
  }

  /// Whether the words of a range stand close enough to be one phrase.
  func isPhrase(_ range: Range<Int>) -> Bool {
    for index in range.dropFirst() where words[index].start - words[index - 1].end > Self.gap { return false }
    return true
  }
}
