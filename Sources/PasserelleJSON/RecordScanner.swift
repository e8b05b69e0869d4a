internal import PasserelleCore

/// Follows the parse events of one JSON text, cuts out the records and builds their values.
///
/// Records finished in a piece of text wait in ``finished`` until the piece has been parsed, so that nothing
/// of the caller runs inside the C parser.
final class RecordScanner {
  /// What is taken as a record.
  enum Target {
    /// The elements of arrays at these paths.
    case arrays([[String]])
    /// The whole text.
    case document
  }

  /// Why the scanner stopped the parser.
  enum Stop {
    /// Nested beyond all measure outside a record.
    case depth
    /// Nested beyond all measure inside a record.
    case recordDepth
  }

  /// A record cut out, or what speaks against it.
  struct Finished {
    var value: JSONValue?
    var bytes: [UInt8]
    var start: Int
    var line: Int
    var rank: Int
    var isTooDeep = false
    var isTooLarge = false
  }

  /// A container that is open outside any record.
  private struct Outer {
    var isArray: Bool
    var holdsRecords: Bool
    var key: String?
  }

  let parser = EventParser()
  private let target: Target
  private let limits: JSONLimits
  private var outer: [Outer] = []
  private var builder = JSONTreeBuilder()
  private var keys = KeyCache()

  /// Records of the pieces parsed so far that the caller has not yet taken.
  var finished: [Finished] = []
  /// Why the parser was stopped, when it was.
  private(set) var stop: Stop?
  /// Whether an array of records, or the document, was met.
  private(set) var foundTarget = false
  /// The keys of the top-level object, the first 20.
  private(set) var topKeys: [String] = []
  /// How many records have begun.
  private(set) var rank = 0
  /// Whether the text is inside a record.
  private(set) var isInRecord = false
  /// The end of the last token, as an offset in the file.
  private(set) var lastEventEnd: Int

  private var recordDepth = 0
  private var recordStart = 0
  private var recordLine = 0
  private var isSkipping = false
  private var isTooDeep = false

  /// The text that is kept: from the end of the last record on.
  private(set) var carry: [UInt8] = []
  private(set) var carryStart: Int
  private var chunk = UnsafeRawBufferPointer(start: nil, count: 0)
  private(set) var chunkStart: Int
  var lines = LineCounter()

  init(target: Target, limits: JSONLimits, offset: Int) {
    self.target = target
    self.limits = limits
    carryStart = offset
    chunkStart = offset
    lastEventEnd = offset
    lines.reset(at: offset)
    parser.tell(self)
  }

  // Feeding

  /// Parses the next piece of the text.
  func feed(_ bytes: UnsafeRawBufferPointer) -> EventParser.Outcome {
    chunk = bytes
    defer { chunk = UnsafeRawBufferPointer(start: nil, count: 0) }
    let outcome = parser.parse(bytes)
    guard outcome == .parsed else { return outcome }
    keep(bytes)
    lines.advance(to: chunkStart + bytes.count, in: bytes, at: chunkStart)
    chunkStart += bytes.count
    if isInRecord, !isSkipping, chunkStart - recordStart > limits.recordBytes { skip() }
    return .parsed
  }

  /// Whether one token, or the white space between two, is longer than any record may be.
  var isStuck: Bool { chunkStart - lastEventEnd > limits.recordBytes + limits.chunkBytes }

  /// Whether the text so far is white space only.
  var isBlank: Bool {
    !foundTarget && outer.isEmpty && topKeys.isEmpty && carryStart + carry.count == chunkStart
      && carry.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  /// Keeps what a later piece may need of this one: the open record, or what follows the last.
  func keep(_ bytes: UnsafeRawBufferPointer) {
    let from = max(carryStart + carry.count, chunkStart)
    let room = limits.recordBytes - carry.count
    guard room > 0, from < chunkStart + bytes.count else { return }
    let slice = bytes[(from - chunkStart)...].prefix(room)
    carry.append(contentsOf: UnsafeRawBufferPointer(rebasing: slice))
  }

  private func skip() {
    isSkipping = true
    builder.reset()
  }

  /// The bytes of the file between two offsets, as far as they are kept.
  private func slice(_ start: Int, _ end: Int) -> [UInt8] {
    var result: [UInt8] = []
    let wanted = min(end, start + limits.recordBytes)
    result.reserveCapacity(wanted - start)
    let carryEnd = carryStart + carry.count
    if start < carryEnd {
      result.append(contentsOf: carry[(start - carryStart)..<(min(wanted, carryEnd) - carryStart)])
    }
    let from = max(start, chunkStart)
    if from < wanted, wanted - chunkStart <= chunk.count {
      result.append(
        contentsOf: UnsafeRawBufferPointer(rebasing: chunk[(from - chunkStart)..<(wanted - chunkStart)]))
    }
    return result
  }

  // Records

  private var position: Int { chunkStart + parser.consumed }

  private var isRecordNext: Bool {
    switch target {
    case .document: outer.isEmpty
    case .arrays: outer.last?.holdsRecords ?? false
    }
  }

  private func begin(at start: Int) {
    isInRecord = true
    isSkipping = false
    isTooDeep = false
    foundTarget = true
    rank += 1
    recordDepth = 0
    recordStart = start
    recordLine = line(at: start)
    builder.reset()
  }

  private func end() {
    let end = position
    let isTooLarge = end - recordStart > limits.recordBytes
    finished.append(
      Finished(
        value: isSkipping ? nil : builder.take(), bytes: slice(recordStart, end), start: recordStart,
        line: recordLine, rank: rank, isTooDeep: isTooDeep, isTooLarge: isTooLarge))
    isInRecord = false
    lastEventEnd = end
    // All that was kept lies in earlier pieces, hence before the end of this record.
    carry.removeAll(keepingCapacity: carry.count <= limits.chunkBytes)
    carryStart = end
  }

  private func line(at offset: Int) -> Int {
    if offset >= lines.counted {
      lines.advance(to: offset, in: chunk, at: chunkStart)
      return lines.line
    }
    // A scalar that began in an earlier piece.
    let between = slice(offset, lines.counted)
    return lines.line - between.count { $0 == UInt8(ascii: "\n") }
  }

  /// The first byte after the last token that is neither white space nor a comma: the start of a scalar.
  private func scalarStart() -> Int {
    let gap = slice(lastEventEnd, position)
    let skipped = gap.prefix { $0 <= 0x20 || $0 == UInt8(ascii: ",") }.count
    return lastEventEnd + skipped
  }

  // Events

  func open(isObject: Bool) -> Bool {
    let end = position
    if !isInRecord {
      if isRecordNext {
        begin(at: end - 1)
      } else {
        let holds = !isObject && isTargetPath
        foundTarget = foundTarget || holds
        outer.append(Outer(isArray: !isObject, holdsRecords: holds))
        lastEventEnd = end
        if outer.count > limits.depth {
          stop = .depth
          return false
        }
        return true
      }
    }
    lastEventEnd = end
    recordDepth += 1
    if recordDepth > limits.depth, !isTooDeep {
      isTooDeep = true
      skip()
    }
    if recordDepth > JSONLimits.hardDepth {
      stop = .recordDepth
      return false
    }
    if !isSkipping { builder.open(isObject: isObject) }
    return true
  }

  func close() -> Bool {
    guard isInRecord else {
      lastEventEnd = position
      outer.removeLast()
      return true
    }
    if !isSkipping { builder.close() }
    recordDepth -= 1
    if recordDepth == 0 { end() } else { lastEventEnd = position }
    return true
  }

  func key(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    lastEventEnd = position
    if isInRecord {
      if !isSkipping { builder.key(keys.string(bytes)) }
      return true
    }
    let key = String(decoding: bytes, as: UTF8.self)
    if outer.count == 1, topKeys.count < 20 { topKeys.append(key) }
    outer[outer.count - 1].key = key
    return true
  }

  func string(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isWanted ? scalar(.string(String(decoding: bytes, as: UTF8.self))) : scalar(.null)
  }

  func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isWanted ? scalar(.number(String(decoding: bytes, as: UTF8.self))) : scalar(.null)
  }

  /// Whether the value of a scalar is of use, so that strings outside records are not made.
  private var isWanted: Bool { isInRecord ? !isSkipping : isRecordNext }

  func scalar(_ value: JSONValue) -> Bool {
    if isInRecord {
      if !isSkipping { builder.scalar(value) }
      lastEventEnd = position
    } else if isRecordNext {
      begin(at: scalarStart())
      builder.scalar(value)
      end()
    } else {
      lastEventEnd = position
    }
    return true
  }

  /// Whether the array that opens now is at one of the wanted paths.
  private var isTargetPath: Bool {
    guard case .arrays(let paths) = target else { return false }
    for path in paths where path.count == outer.count {
      if zip(path, outer).allSatisfy({ !$1.isArray && $1.key == $0 }) { return true }
    }
    return false
  }
}
