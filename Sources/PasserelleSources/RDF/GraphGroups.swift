internal import PasserelleCore
internal import PasserelleRDF

/// The IRIs that stand for those of a record until its own is known.
enum RecordIRIs {
  /// What relative IRIs of a document are resolved against.
  static let documentBase = "x-record://document/d"
  /// What blank nodes of a record are named under.
  static let record = "x-record:"
}

/// Gathers the statements of a file by graph.
struct GraphGroups {
  /// How many records and refusals were given.
  var rank = 0
  /// The bytes that wait.
  private(set) var bytes = 0
  private let file: String
  private let fileKey: String
  private let recordLimit: Int
  private let naming = BlankNodeNaming(record: RecordIRIs.record)
  private var groups: [Group] = []
  private var places: [RDFNode?: Int] = [:]
  /// The place of the graph of the last statement.
  private var current = 0

  private struct Group {
    let graph: RDFNode?
    var lines: [UInt8] = []
  }

  init(file: String, recordLimit: Int) {
    self.file = file
    self.recordLimit = recordLimit
    fileKey = file.hasPrefix("./") ? String(file.dropFirst(2)) : file
  }

  /// Adds a statement.
  ///
  /// - Returns: The record of its graph, where that is full.
  mutating func add(_ statement: RDFStatement) -> RDFGraphRecord? {
    let place: Int
    if current < groups.count, groups[current].graph == statement.graph {
      place = current
    } else if let known = places[statement.graph] {
      place = known
    } else {
      place = groups.count
      places[statement.graph] = place
      groups.append(Group(graph: statement.graph))
    }
    current = place
    let before = groups[place].lines.count
    append(naming.term(statement.subject), to: place, 0x20)
    append(statement.predicate, to: place, 0x20)
    append(naming.term(statement.object), to: place, 0x20)
    groups[place].lines += [UInt8(ascii: "."), UInt8(ascii: "\n")]
    bytes += groups[place].lines.count - before
    return groups[place].lines.count >= recordLimit ? take(place) : nil
  }

  private mutating func append(_ term: Term, to place: Int, _ end: UInt8) {
    groups[place].lines += NQuads.text(term).utf8
    groups[place].lines.append(end)
  }

  /// Takes what waits, in the order in which graphs were met, but for the graph of the last statement: in a file that is
  /// sorted by graph, it is the only one of which more can come.
  mutating func takeOthers() -> [RDFGraphRecord] {
    let records = groups.indices.filter { $0 != current && !groups[$0].lines.isEmpty }.map { take($0) }
    groups = [groups[current]]
    places = [groups[0].graph: 0]
    current = 0
    return records
  }

  /// Takes what waits, in the order in which graphs were met.
  mutating func takeAll() -> [RDFGraphRecord] {
    groups.indices.filter { !groups[$0].lines.isEmpty }.map { take($0) }
  }

  private mutating func take(_ place: Int) -> RDFGraphRecord {
    rank += 1
    let lines = groups[place].lines
    groups[place].lines = []
    bytes -= lines.count
    let key: String
    switch groups[place].graph {
    case nil: key = fileKey
    case .term(let term): key = term.iriValue ?? fileKey
    case .blank(let label): key = fileKey + "#" + label
    }
    return RDFGraphRecord(
      key: key, fileKey: fileKey, bytes: lines, location: SourceLocation(file: file, record: rank))
  }
}

/// Remembers the last bytes read, so that a line can be shown.
final class LineMemory: ByteSource {
  private var source: any ByteSource
  private var bytes: [UInt8] = []
  /// The number of the line that the bytes begin in.
  private var firstLine = 1
  private static let limit = 1 << 20

  init(_ source: any ByteSource) { self.source = source }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source.read(into: buffer)
    if bytes.count > Self.limit {
      let half = bytes.count - Self.limit / 2
      firstLine += bytes[..<half].count { $0 == UInt8(ascii: "\n") }
      bytes.removeFirst(half)
    }
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer.prefix(count)))
    return count
  }

  /// The bytes of a line; empty for one that is no longer remembered, or not known.
  func line(_ number: Int) -> [UInt8] {
    guard number >= firstLine else { return [] }
    var rest = bytes[...]
    for _ in firstLine..<number {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return [] }
      rest = rest[(end + 1)...]
    }
    return Array(rest.prefix { $0 != UInt8(ascii: "\n") })
  }
}
