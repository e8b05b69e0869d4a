/// The full grammar: what the quick look of ``TokenScanner`` leaves to it.
extension TokenScanner {
  /// Reads the word that starts at `first` into ``scratch``.
  ///
  /// - Returns: Source range of the word, and where scanning goes on.
  mutating func readWord(
    _ bytes: UnsafePointer<UInt8>, from first: Int, end: Int
  ) -> (start: Int, end: Int, next: Int) {
    var start = first
    var index = first
    var wordEnd = first
    written = 0
    kept = 0
    while index < end {
      if capacity &- written < Self.margin { grow() }
      let run = readASCII(bytes, from: index, end: end)
      if run > index {
        index = run
        wordEnd = run
        kept = written
        continue
      }
      let byte = bytes[index]
      if byte >= 0x80 {
        if Self.isTwoByte(bytes, index, end) {
          let lower = twoByte[Self.entry(bytes, index)]
          if lower > ScalarTables.slow {
            scratch[written] = UInt8(truncatingIfNeeded: lower)
            scratch[written &+ 1] = UInt8(truncatingIfNeeded: lower &>> 8)
            written &+= 2
            index &+= 2
            wordEnd = index
            kept = written
            continue
          }
          if lower == ScalarTables.separator { break }
        }
      } else if byte != 0x27 && byte != 0x60 {
        break
      }
      let (scalar, length) = UTF8Decoding.decode(bytes, at: index, end: end)
      let kind = ScalarClass(scalar)
      if kind == .word || kind == .replacement {
        append(scalar)
        index &+= length
        if kind == .word {
          wordEnd = index
          kept = written
        }
      } else if kind == .ignorable {
        index &+= length
      } else if kind == .apostrophe, let (next, letter) = Self.wordCharacter(bytes, after: index, end: end) {
        if written == kept, elision.contains(scratch, kept) {
          learnElision()
          start = next
          wordEnd = next
          written = 0
          kept = 0
        } else if written == kept, !Self.isDigit(scratch[kept &- 1]), !Self.isDigit(letter) {
          scratch[written] = 0x27
          written &+= 1
        } else {
          break
        }
        index = next
      } else {
        break
      }
    }
    if index < end, index == wordEnd, bytes[index] == 0x2E, isSingleLetter {
      wordEnd = readAcronym(bytes, from: index, end: end)
      index = wordEnd
    }
    return (start, wordEnd, index)
  }

  /// Copies a run of ASCII letters and digits, as far as ``scratch`` has room.
  @inline(__always)
  mutating func readASCII(
    _ bytes: UnsafePointer<UInt8>, from first: Int, end: Int
  ) -> Int {
    let limit = min(end, first &+ (capacity &- written &- Self.margin / 2))
    var index = first
    var write = written
    while index < limit {
      let lower = ascii[Int(bytes[index])]
      if lower == 0 { break }
      scratch[write] = lower
      write &+= 1
      index &+= 1
    }
    written = write
    return index
  }

  /// Reads the rest of an acronym whose first letter ends at the dot at `dot`.
  ///
  /// - Returns: End of the acronym: past its last dot; `dot` itself when no single letter follows.
  mutating func readAcronym(_ bytes: UnsafePointer<UInt8>, from dot: Int, end: Int) -> Int {
    var index = dot
    while index < end, bytes[index] == 0x2E, index + 1 < end {
      if capacity &- written < Self.margin { grow() }
      let (letter, length) = UTF8Decoding.decode(bytes, at: index + 1, end: end)
      guard ScalarClass(letter) == .word, !letter.isNumber, !letter.isMark else { break }
      append(letter)
      var next = index + 1 + length
      var single = true
      while next < end {
        let (scalar, length) = UTF8Decoding.decode(bytes, at: next, end: end)
        let kind = ScalarClass(scalar)
        if kind == .word, scalar.isMark {
          if capacity &- written < Self.margin { grow() }
          append(scalar)
        } else if kind != .ignorable {
          single = kind != .word && kind != .replacement
          break
        }
        next += length
      }
      guard single else { break }
      index = next
      kept = written
    }
    return index > dot && index < end && bytes[index] == 0x2E ? index + 1 : index
  }

  /// Whether ``scratch`` holds one letter and its marks.
  var isSingleLetter: Bool {
    let (letter, length) = UTF8Decoding.decode(scratch, at: 0, end: kept)
    if letter.isNumber { return false }
    var index = length
    while index < kept {
      let (scalar, length) = UTF8Decoding.decode(scratch, at: index, end: kept)
      guard scalar.isMark else { return false }
      index += length
    }
    return true
  }

  /// The letter, mark or digit that follows an apostrophe, past further apostrophes and invisible
  /// characters.
  ///
  /// - Returns: Its offset and first byte; nil when something else follows.
  static func wordCharacter(
    _ bytes: UnsafePointer<UInt8>, after apostrophe: Int, end: Int
  ) -> (index: Int, byte: UInt8)? {
    var index = apostrophe
    while index < end {
      let (scalar, length) = UTF8Decoding.decode(bytes, at: index, end: end)
      switch ScalarClass(scalar) {
      case .word: return (index, bytes[index])
      case .apostrophe, .ignorable: index += length
      case .separator, .replacement: return nil
      }
    }
    return nil
  }

  /// Appends the lower-case form of a scalar.
  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in scalar.properties.lowercaseMapping.utf8 {
      scratch[written] = byte
      written &+= 1
    }
  }

  /// Remembers the elided word in ``scratch`` for the quick look.
  mutating func learnElision() {
    var key = ShortWord()
    for offset in 0..<kept where !key.append(UInt64(scratch[offset]), 1) { return }
    if kept <= 8, !elisions.contains(key.low) { elisions.append(key.low) }
  }

  @inline(never)
  mutating func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    larger.initialize(repeating: 0, count: capacity * 2)
    larger.update(from: scratch, count: written)
    scratch.deallocate()
    (scratch, capacity) = (larger, capacity * 2)
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
