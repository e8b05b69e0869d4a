/// Cuts UTF-8 bytes into words, lower-cases them and looks up their analysed forms.
///
/// The grammar, with *w* a letter, mark or digit:
/// - a word is a run of *w*, with invisible characters and U+FFFD allowed between two of them;
/// - an apostrophe (or several) before a *w* cuts an elided word off, or joins two letters;
/// - single letters joined by dots are one word (`S.A.R.L.`), with the last dot in its byte range;
/// - everything else separates.
struct TokenScanner: ~Copyable {
  /// Bytes of scratch always free before a character is written.
  static let margin = 32

  var table: TokenTable
  let words: WordForm
  let elision: Elision
  /// The tables, at hand: their accessors check at each call whether they are made.
  let ascii = ScalarTables.ascii
  let twoByte = ScalarTables.twoByte
  /// The lower-cased word being read.
  var scratch: UnsafeMutablePointer<UInt8>
  var capacity = 256
  /// Bytes of ``scratch`` written, and those up to the last letter, mark or digit.
  var written = 0
  var kept = 0
  /// The elided words met so far, as ``ShortWord/low`` holds them.
  var elisions: [UInt64] = []
  /// How often the table has forgotten its words.
  private(set) var epoch = 0

  /// Creates the scanner of a language.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - cacheLimit: Bytes of words and forms past which the table forgets everything.
  init(language: TextLanguage, cacheLimit: Int) {
    table = TokenTable(limit: cacheLimit)
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
    var index = 0
    var position = 0
    while let word = nextWord(bytes, from: &index, end: text.count) {
      if !word.match.isEmpty {
        let form = table.form(word.match.number)
        if let start = form.baseAddress {
          buffer.append(
            form: start, length: form.count, sourceStart: word.start, sourceEnd: word.end, position: position)
        }
        position &+= 1
      }
      if table.isFull { forget() }
    }
  }

  /// Scans a text and appends the numbers of its words; the table forgets nothing meanwhile.
  ///
  /// - Parameters:
  ///   - text: UTF-8, possibly malformed.
  ///   - stream: Receives the numbers.
  /// - Complexity: O(*n*) and one ``WordForm`` per distinct word not yet seen.
  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, into stream: inout WordStream) {
    if table.isFull { forget() }
    guard let bytes = text.baseAddress else { return }
    var index = 0
    while let word = nextWord(bytes, from: &index, end: text.count) {
      if !word.match.isEmpty { stream.append(word.match.number) }
    }
  }

  mutating func forget() {
    table.removeAll()
    epoch += 1
  }

  /// Reads the next word, wholly in two registers where it is up to 16 bytes of ASCII and two-byte letters.
  ///
  /// - Parameters:
  ///   - bytes: Start of the text.
  ///   - index: Where to look from; then where to go on.
  ///   - end: Offset past the last byte.
  /// - Returns: The word and its byte range; nil at the end of the text.
  @inline(__always)
  mutating func nextWord(
    _ bytes: UnsafePointer<UInt8>, from index: inout Int, end: Int
  ) -> (match: TokenTable.Match, start: Int, end: Int)? {
    var key = ShortWord()
    var start = index
    while index < end {
      let run = LetterRun(bytes, at: index, end: end)
      guard key.append(run.lower, run.count) else { return slowWord(bytes, from: start, &index, end) }
      index &+= run.count
      if run.count == 8 { continue }
      // What stands behind the letters, past the end nothing.
      while index < end, Self.isTwoByte(bytes, index, end),
        twoByte[Self.entry(bytes, index)] > ScalarTables.slow
      {
        guard key.append(UInt64(twoByte[Self.entry(bytes, index)]), 2) else {
          return slowWord(bytes, from: start, &index, end)
        }
        index &+= 2
      }
      guard index < end else { break }
      let byte = bytes[index]
      if ascii[Int(byte)] != 0 { continue }
      if key.length == 0 {
        // Between words.
        if byte < 0x80 {
          index &+= 1
        } else if Self.isTwoByte(bytes, index, end),
          twoByte[Self.entry(bytes, index)] == ScalarTables.separator
        {
          index &+= 2
        } else {
          let (scalar, length) = UTF8Decoding.decode(bytes, at: index, end: end)
          if ScalarClass(scalar) == .word { return slowWord(bytes, from: index, &index, end) }
          index &+= length
        }
        start = index
      } else if byte == 0x27 || (byte == 0xE2 && Self.isQuote(bytes, index, end)) {
        // An apostrophe: cut a known elision off, or look closer.
        let next = index &+ (byte == 0x27 ? 1 : 3)
        guard key.length <= 8, elisions.contains(key.low), isPlainLetter(bytes, next, end) else {
          return slowWord(bytes, from: start, &index, end)
        }
        key = ShortWord()
        index = next
        start = next
      } else if byte == 0x2E {
        // A dot: behind one letter it may be an acronym.
        if key.length == 1 || key.hasTwoByteLetter { return slowWord(bytes, from: start, &index, end) }
        break
      } else if byte == 0x60 || byte >= 0x80 {
        return slowWord(bytes, from: start, &index, end)
      } else {
        break
      }
    }
    guard key.length > 0 else { return nil }
    if let match = table.match(key.low, key.high, key.length) { return (match, start, index) }
    return slowWord(bytes, from: start, &index, end)
  }

  /// Reads the word at `start` by the full grammar and looks it up, or analyses it.
  @inline(never)
  mutating func slowWord(
    _ bytes: UnsafePointer<UInt8>, from start: Int, _ index: inout Int, _ end: Int
  ) -> (match: TokenTable.Match, start: Int, end: Int)? {
    let word = readWord(bytes, from: start, end: end)
    index = word.next
    let hash = TokenTable.hash(scratch, kept)
    if let match = table.match(scratch, kept, hash) { return (match, word.start, word.end) }
    let form = words.form(of: UnsafeBufferPointer(start: scratch, count: kept))
    let stored = table.insert(scratch, kept, hash, form: form)
    let match = TokenTable.Match(number: UInt32(table.count - 1), isEmpty: stored.isEmpty)
    return (match, word.start, word.end)
  }

  @inline(__always)
  static func isTwoByte(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    let lead = bytes[index]
    return lead >= 0xC2 && lead <= 0xDF && index &+ 1 < end && bytes[index &+ 1] & 0xC0 == 0x80
  }

  /// Whether U+2019 stands at `index`, whose byte is its lead.
  @inline(__always)
  static func isQuote(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    index &+ 2 < end && bytes[index &+ 1] == 0x80 && bytes[index &+ 2] == 0x99
  }

  /// Whether a letter or digit of one or two bytes stands at `index`.
  @inline(__always)
  func isPlainLetter(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    if ascii[Int(bytes[index])] != 0 { return true }
    return Self.isTwoByte(bytes, index, end) && twoByte[Self.entry(bytes, index)] > ScalarTables.slow
  }

  /// Entry of the two-byte table for the sequence at `index`.
  @inline(__always)
  static func entry(_ bytes: UnsafePointer<UInt8>, _ index: Int) -> Int {
    (Int(bytes[index] & 0x1F) &<< 6 | Int(bytes[index &+ 1] & 0x3F)) &- 0x80
  }
}
