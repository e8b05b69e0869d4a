internal import PasserelleCore

/// Looks at the bytes of Turtle or TriG on their way to serd, for what serd does not bear or tell.
///
/// serd recurses at each `[` and `(` and would overrun its stack; it takes the code points of surrogates; it
/// never tells at which line a statement stands. This follows the tokens just so far as to count nesting, check
/// escapes and note where each statement starts.
struct TurtleGuard: ~Copyable {
  enum State: UInt8 {
    case plain, comment, iri
    case short, long
  }

  let limits: RDFLimits
  var state = State.plain
  var quote: UInt8 = 0
  /// How many quotation marks were seen in a row, when a text opens or a long one may close.
  var quotes = 0
  var isEscape = false
  /// The digits of a numeric escape still to come.
  var digits = 0
  var value: UInt32 = 0
  var depth = 0
  private var braces = 0
  var tokenBytes = 0
  private var line = 1
  private var column = 1
  private var previous: UInt8 = 0x0A
  /// The byte before ``previous``.
  private var earlier: UInt8 = 0x0A
  /// Whether `_:` has just been read.
  private var isLabelStart = false
  /// Where a byte was put in before a label, of the last lines.
  private var insertions: [(line: Int, column: Int)] = []
  /// Whether the last dot may end the statement, as the byte after it tells.
  private var isDotOpen = false
  private var isInStatement = false
  /// The first word of a statement, to know `PREFIX` and `BASE`, which end without a dot.
  var word: [UInt8] = []
  var isWordOpen = false
  var isDirective = false

  /// Where a statement ends, in the document and in the bytes that were passed, marks included.
  struct End {
    let offset: Int
    let line: Int
    let column: Int
  }

  /// The line at which each statement starts, in their order; those taken are dropped.
  private var starts: [Int] = []
  /// Where each statement ends, in the order of ``starts``.
  private var ends: [End] = []
  /// How many bytes were passed before those being looked at, and the place in these.
  private var passed = 0
  private var offset = 0
  private var taken = 0
  /// What was found; nothing after it may be read.
  private(set) var fault: RDFFault?
  private var hasFailed = false

  /// For each byte, in which states it changes nothing but the place.
  private let dull: UnsafeMutablePointer<UInt8>

  init(limits: RDFLimits) {
    self.limits = limits
    dull = .allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max { dull[Int(byte)] = TurtleBytes.dullness(byte) }
  }

  deinit { dull.deallocate() }

  /// Passes over bytes that change nothing but the place.
  ///
  /// - Returns: The first that does, or the end.
  @inline(__always)
  private mutating func skip(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let mask: UInt8
    switch state {
    case .plain:
      mask = isInStatement && !isWordOpen && !isEscape && !isDotOpen && !isLabelStart ? TurtleBytes.name : 0
    case .comment: mask = TurtleBytes.comment
    case .iri: mask = isEscape || digits > 0 ? 0 : TurtleBytes.iri
    case .short, .long: mask = isEscape || digits > 0 || quotes > 0 ? 0 : TurtleBytes.text
    }
    guard mask != 0 else { return start }
    var at = start
    var columns = 0
    while at < bytes.count, dull[Int(bytes[at])] & mask != 0 {
      columns += bytes[at] & 0xC0 != 0x80 ? 1 : 0
      at += 1
    }
    guard at > start else { return start }
    column += columns
    tokenBytes += at - start
    earlier = at - start > 1 ? bytes[at - 2] : previous
    previous = bytes[at - 1]
    return at
  }

  /// The line of the statement that serd is reading; that of the last one at the end.
  var statementLine: Int { taken < starts.count ? starts[taken] : starts.last ?? 1 }

  /// Notes that serd has read a statement.
  mutating func finishStatement() {
    taken += 1
    if taken > 4_096 {
      starts.removeFirst(min(taken, starts.count))
      ends.removeFirst(min(taken, ends.count))
      taken = 0
    }
  }

  /// Where the statement that serd is reading ends; nil where that has not been seen yet.
  var statementEnd: End? { taken < ends.count ? ends[taken] : nil }

  /// Takes the end of the document for that of a statement whose dot is the last byte.
  mutating func finishDocument() {
    if isDotOpen, isInStatement { endStatement(offset: passed, column: column) }
    isDotOpen = false
  }

  /// The byte to put before labels of blank nodes that serd would mix up.
  ///
  /// serd calls nodes without label `b1`, `b2`…, renames such labels of the document to `B1`, and gives up where it
  /// has both. Labels that start with `b` or `B` get this byte before them, and so do those that start with it.
  static let labelMark = UInt8(ascii: "l")

  /// Looks at some bytes.
  ///
  /// - Returns: How many may be read: all, those before the fault, or those before a place where ``labelMark`` must
  ///   be put in.
  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>) -> (count: Int, needsMark: Bool) {
    let result = look(bytes)
    passed += result.count + (result.needsMark ? 1 : 0)
    return result
  }

  private mutating func look(_ bytes: UnsafeBufferPointer<UInt8>) -> (count: Int, needsMark: Bool) {
    if hasFailed { return (0, false) }
    var at = 0
    while true {
      if isLabelStart, at < bytes.count {
        isLabelStart = false
        let byte = bytes[at]
        if byte == UInt8(ascii: "b") || byte == UInt8(ascii: "B") || byte == Self.labelMark {
          if insertions.count == 65_536 { insertions.removeFirst(32_768) }
          insertions.append((line, column))
          return (at, true)
        }
      }
      at = skip(bytes, from: at)
      if tokenBytes > limits.termBytes { failOfLength() }
      if at == bytes.count || hasFailed { break }
      offset = passed + at
      take(bytes[at])
      if hasFailed { break }
      at += 1
    }
    return (at, false)
  }

  /// The column in the document of one that serd tells, where marks were put in before it.
  func column(_ told: Int, ofLine line: Int) -> Int {
    var shift = 0
    for place in insertions where place.line == line && place.column < told - shift { shift += 1 }
    return told - shift
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8) {
    if byte == 0, state != .short, state != .long {
      return fail(.syntax, fr: "le texte contient un octet nul", en: "the text holds a zero byte")
    }
    tokenBytes += 1
    switch state {
    case .comment: if byte == 0x0A || byte == 0x0D { state = .plain }
    case .plain: takePlain(byte)
    case .iri:
      if isEscape || digits > 0 {
        takeEscape(byte)
      } else if byte == UInt8(ascii: "\\") {
        isEscape = true
      } else if byte == UInt8(ascii: ">") {
        state = .plain
        tokenBytes = 0
        if isDirective { endStatement(offset: offset + 1, column: column + 1) }
      }
    case .short, .long: takeText(byte)
    }
    if byte == 0x0A {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
    earlier = previous
    previous = byte
  }

  mutating func takePlain(_ byte: UInt8) {
    if isEscape {
      isEscape = false
      return
    }
    if isDotOpen {
      isDotOpen = false
      if !TurtleBytes.continuesName(byte)
        || (!TurtleBytes.continuesName(beforeDot) && !TurtleBytes.isDigit(byte))
      {
        endStatement(offset: offset, column: column)
      }
    }
    if byte <= 0x20 {
      tokenBytes = 0
      closeWord()
      return
    }
    if byte == UInt8(ascii: "#") {
      state = .comment
      closeWord()
      return
    }
    if !isInStatement {
      isInStatement = true
      isWordOpen = true
      starts.append(line)
    }
    if isWordOpen { takeWord(byte) }
    switch byte {
    case UInt8(ascii: "<"): (state, tokenBytes) = (.iri, 0)
    case UInt8(ascii: "\\"): isEscape = true
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      (state, quote, quotes, tokenBytes) = (.short, byte, 1, 0)
    case UInt8(ascii: "["), UInt8(ascii: "("): deepen()
    case UInt8(ascii: "]"), UInt8(ascii: ")"): depth = max(0, depth - 1)
    case UInt8(ascii: "{"):
      deepen()
      braces += 1
    case UInt8(ascii: "}"):
      depth = max(0, depth - 1)
      braces = max(0, braces - 1)
      if braces == 0 { endStatement(offset: offset + 1, column: column + 1) }
    case UInt8(ascii: "."):
      if braces == 0 {
        isDotOpen = true
        beforeDot = previous
      }
    case UInt8(ascii: ":"):
      isLabelStart = previous == UInt8(ascii: "_") && !TurtleBytes.continuesName(earlier)
    default: break
    }
  }

  private var beforeDot: UInt8 = 0

  private mutating func endStatement(offset: Int, column: Int) {
    if isInStatement { ends.append(End(offset: offset, line: line, column: column)) }
    isInStatement = false
    depth = 0
    isDirective = false
    isWordOpen = false
    word.removeAll(keepingCapacity: true)
    tokenBytes = 0
  }

  mutating func fail(_ kind: RDFFault.Kind, fr: String, en: String) {
    hasFailed = true
    fault = RDFFault(kind, line: line, column: column, LocalizedText(fr: fr, en: en))
  }
}
