/// Cuts UTF-8 bytes into words, lower-cases them and looks up their analysed forms.
///
/// The grammar, with *w* a letter, mark or digit:
/// - a word is a run of *w*, with invisible characters and U+FFFD allowed between two of them;
/// - an apostrophe (or several) before a *w* cuts an elided word off, or joins two letters;
/// - single letters joined by dots are one word (`S.A.R.L.`), with the last dot in its byte range;
/// - everything else separates.
struct TokenScanner: ~Copyable {
  /// Bytes of scratch always free before a character is written.
  private static let margin = 32

  private var table = TokenTable()
  private let words: WordForm
  private let elision: Elision
  /// The lower-cased word being read.
  private var scratch: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  /// Bytes of ``scratch`` written, and those up to the last letter, mark or digit.
  private var written = 0
  private var kept = 0

  /// Creates the scanner of a language.
  ///
  /// - Parameter language: The language.
  init(language: TextLanguage) {
    words = WordForm(language: language)
    elision = Elision(language: language)
    scratch = .allocate(capacity: 256)
    scratch.initialize(repeating: 0, count: 256)
  }

  deinit {
    scratch.deallocate()
  }

  /// Scans a text and appends its tokens.
  ///
  /// - Parameters:
  ///   - text: UTF-8, possibly malformed.
  ///   - buffer: Receives the tokens.
  /// - Complexity: O(*n*) and one ``WordForm`` per distinct word not yet seen.
  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, into buffer: inout TokenBuffer) {
    guard let bytes = text.baseAddress else { return }
    let end = text.count
    let ascii = ScalarTables.ascii
    let twoByte = ScalarTables.twoByte
    var index = 0
    var position = 0
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        if ascii[Int(byte)] == 0 {
          index &+= 1
          continue
        }
      } else if Self.isTwoByte(bytes, index, end), twoByte[Self.entry(bytes, index)] > ScalarTables.slow {
        // A letter: the word starts here.
      } else {
        let (scalar, length) = UTF8Decoding.decode(bytes, at: index, end: end)
        if ScalarClass(scalar) != .word {
          index &+= length
          continue
        }
      }
      let word = readWord(bytes, from: index, end: end)
      index = word.next
      let hash = TokenTable.hash(scratch, kept)
      let form: UnsafeBufferPointer<UInt8>
      if let known = table.find(scratch, kept, hash) {
        form = known
      } else {
        let analysed = words.form(of: UnsafeBufferPointer(start: scratch, count: kept))
        form = table.insert(scratch, kept, hash, form: analysed)
      }
      if let start = form.baseAddress, form.count > 0 {
        buffer.append(
          form: start, length: form.count, sourceStart: word.start, sourceEnd: word.end, position: position)
        position &+= 1
      }
    }
  }

  /// Reads the word that starts at `first` into ``scratch``.
  ///
  /// - Returns: Source range of the word, and where scanning goes on.
  private mutating func readWord(
    _ bytes: UnsafePointer<UInt8>, from first: Int, end: Int
  ) -> (start: Int, end: Int, next: Int) {
    let ascii = ScalarTables.ascii
    let twoByte = ScalarTables.twoByte
    var start = first
    var index = first
    var wordEnd = first
    written = 0
    kept = 0
    while index < end {
      if capacity &- written < Self.margin { grow() }
      let run = readASCII(bytes, from: index, end: end, ascii)
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
  private mutating func readASCII(
    _ bytes: UnsafePointer<UInt8>, from first: Int, end: Int, _ ascii: UnsafePointer<UInt8>
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
  private mutating func readAcronym(_ bytes: UnsafePointer<UInt8>, from dot: Int, end: Int) -> Int {
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
  private var isSingleLetter: Bool {
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
  private static func wordCharacter(
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
  private mutating func append(_ scalar: Unicode.Scalar) {
    for byte in scalar.properties.lowercaseMapping.utf8 {
      scratch[written] = byte
      written &+= 1
    }
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    larger.initialize(repeating: 0, count: capacity * 2)
    larger.update(from: scratch, count: written)
    scratch.deallocate()
    (scratch, capacity) = (larger, capacity * 2)
  }

  @inline(__always)
  private static func isTwoByte(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    let lead = bytes[index]
    return lead >= 0xC2 && lead <= 0xDF && index &+ 1 < end && bytes[index &+ 1] & 0xC0 == 0x80
  }

  /// Entry of the two-byte table for the sequence at `index`.
  @inline(__always)
  private static func entry(_ bytes: UnsafePointer<UInt8>, _ index: Int) -> Int {
    (Int(bytes[index] & 0x1F) &<< 6 | Int(bytes[index &+ 1] & 0x3F)) &- 0x80
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
