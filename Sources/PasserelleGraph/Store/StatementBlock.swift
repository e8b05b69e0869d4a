import GRDB
import PasserelleCore
import PasserelleSegments

/// The statements of one version as bytes: sorted by subject, predicate and object, each once.
///
/// All numbers are ``PasserelleSegments/VarInt``s. First how many statements there are; then for each subject: its
/// distance from the one before, how many statements it has, and for each of them the distance of the predicate from
/// the one before it of that subject, and the object. An object of the dictionary is twice the zigzag of its distance
/// from the one before it (at first: from the first subject); an inline value is one more than twice its kind plus
/// eight times the zigzag of its payload. The same statements give the same bytes.
enum StatementBlock {
  /// Writes statements that are sorted, each once.
  static func append(_ triples: UnsafeBufferPointer<StatementTriple>, to bytes: inout [UInt8]) {
    VarInt.append(triples.count, to: &bytes)
    var (subject, object): (Int64, Int64) = (0, triples.first?.subject.rawValue ?? 0)
    var at = 0
    while at < triples.count {
      let own = triples[at].subject
      var end = at + 1
      while end < triples.count, triples[end].subject == own { end += 1 }
      VarInt.append(UInt64(bitPattern: own.rawValue &- subject), to: &bytes)
      VarInt.append(end - at, to: &bytes)
      subject = own.rawValue
      var predicate: Int64 = 0
      for triple in triples[at..<end] {
        VarInt.append(UInt64(bitPattern: triple.predicate.rawValue &- predicate), to: &bytes)
        predicate = triple.predicate.rawValue
        append(triple.object, after: &object, to: &bytes)
      }
      at = end
    }
  }

  private static func append(_ object: TermID, after before: inout Int64, to bytes: inout [UInt8]) {
    if let (kind, payload) = object.inlineValue {
      VarInt.append((zigzag(payload) << 3 | UInt64(kind.rawValue)) << 1 | 1, to: &bytes)
    } else {
      VarInt.append(zigzag(object.rawValue &- before) << 1, to: &bytes)
      before = object.rawValue
    }
  }

  /// Sorts statements, takes out repetitions, and writes them.
  static func bytes(_ triples: inout [StatementTriple]) -> [UInt8] {
    sort(&triples)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(triples.count * 6 + 8)
    triples.withUnsafeBufferPointer { append($0, to: &bytes) }
    return bytes
  }

  /// Sorts statements and takes out repetitions.
  static func sort(_ triples: inout [StatementTriple]) {
    var isSorted = true
    for index in triples.indices.dropFirst() where !precedes(triples[index - 1], triples[index]) {
      isSorted = false
      break
    }
    if isSorted { return }
    triples.sort(by: precedes)
    var kept = 0
    for index in triples.indices where index == 0 || precedes(triples[kept - 1], triples[index]) {
      triples[kept] = triples[index]
      kept += 1
    }
    triples.removeLast(triples.count - kept)
  }

  @inline(__always)
  static func precedes(_ left: StatementTriple, _ right: StatementTriple) -> Bool {
    if left.subject != right.subject { return left.subject < right.subject }
    if left.predicate != right.predicate { return left.predicate < right.predicate }
    return left.object < right.object
  }

  /// How many statements a block says it holds.
  static func count(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard let start = bytes.assumingMemoryBound(to: UInt8.self).baseAddress else { return nil }
    var cursor = UnsafePointer(start)
    return VarInt.read(&cursor, end: start + bytes.count).flatMap { Int(exactly: $0) }
  }

  /// Reads statements in their order.
  ///
  /// - Returns: False for bytes that are no block.
  @inline(__always)
  static func read(_ bytes: UnsafeRawBufferPointer, _ body: (StatementTriple) -> Void) -> Bool {
    guard let start = bytes.assumingMemoryBound(to: UInt8.self).baseAddress else { return false }
    var cursor = UnsafePointer(start)
    let end = UnsafePointer(start + bytes.count)
    guard let count = VarInt.read(&cursor, end: end), count <= UInt64(bytes.count) else { return false }
    var (rest, subject, object) = (count, Int64(0), Int64(0))
    var isFirst = true
    while rest > 0 {
      guard let step = VarInt.read(&cursor, end: end), let own = VarInt.read(&cursor, end: end), own > 0,
        own <= rest
      else { return false }
      subject = subject &+ Int64(bitPattern: step)
      if isFirst { object = subject }
      isFirst = false
      var predicate: Int64 = 0
      for _ in 0..<own {
        guard let step = VarInt.read(&cursor, end: end), let code = VarInt.read(&cursor, end: end) else {
          return false
        }
        predicate = predicate &+ Int64(bitPattern: step)
        let value: TermID
        if code & 1 == 0 {
          object = object &+ unzigzag(code >> 1)
          value = TermID(rawValue: object)
        } else {
          guard let kind = InlineKind(rawValue: Int64(code >> 1 & 7)),
            let id = TermID(kind, payload: unzigzag(code >> 4))
          else { return false }
          value = id
        }
        body(
          StatementTriple(
            subject: TermID(rawValue: subject), predicate: TermID(rawValue: predicate), object: value))
      }
      rest -= own
    }
    return cursor == end
  }

  /// The statements of a block, in their order.
  static func triples(_ bytes: UnsafeRawBufferPointer) -> [StatementTriple]? {
    var triples: [StatementTriple] = []
    triples.reserveCapacity(min(count(bytes) ?? 0, bytes.count))
    return read(bytes) { triples.append($0) } ? triples : nil
  }

  private static func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: value << 1 ^ value >> 63) }

  @inline(__always)
  private static func unzigzag(_ value: UInt64) -> Int64 {
    Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  static func damaged(_ version: Int64) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "statement_block \(version)")
  }
}
