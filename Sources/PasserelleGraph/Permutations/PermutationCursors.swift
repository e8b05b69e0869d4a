import PasserelleCore

/// Reads one range of one run.
final class PermutationRunCursor: QuadCursor {
  private let reader: PermutationBlockReader
  /// Keeps the tables of codes.
  private let run: PermutationRun
  private let codes: PermutationCodes
  private let emitter: PermutationEmitter
  private let prefix: PermutationKey
  private var next: Int
  private let upper: Int

  init(
    _ reader: PermutationBlockReader, _ run: PermutationRun, _ emitter: PermutationEmitter,
    prefix: PermutationKey, _ range: Range<Int>
  ) {
    self.reader = reader
    self.run = run
    codes = run.codes
    self.emitter = emitter
    self.prefix = prefix
    (next, upper) = (range.lowerBound, range.upperBound)
  }

  func next(into rows: inout QuadColumns, limit: Int) throws -> Bool {
    var given = 0
    while given < limit, next < upper {
      try reader.load(next / PermutationFormat.blockRows)
      let first = reader.firstRow
      let start = next - first
      let end = min(reader.count, upper - first, start + limit - given)
      given += emitter.give(reader, codes, start..<end, into: &rows)
      next = first + end
    }
    return given > 0
  }

  func seek(_ value: TermID) throws {
    guard next < upper, prefix.count < 4 else { return }
    let place = reader.file.order.places[prefix.count]
    let key = prefix.with(codes.lowerBound(value.rawValue, place: place))
    next = min(upper, max(next, try reader.lowerBound(key)))
  }
}

/// Merges ranges of several sources.
final class PermutationMergingCursor: QuadCursor {
  private var merge: PermutationStreamMerge
  private let emitter: PermutationEmitter
  private let key: [Int64]

  init(_ streams: [PermutationStream], _ emitter: PermutationEmitter, key: [Int64]) {
    merge = PermutationStreamMerge(streams)
    self.emitter = emitter
    self.key = key
  }

  func next(into rows: inout QuadColumns, limit: Int) throws -> Bool {
    var given = 0
    while given < limit {
      guard let (stream, range) = try merge.next(limit: limit - given) else { break }
      given += emitter.give(stream, range, into: &rows)
    }
    return given > 0
  }

  func seek(_ value: TermID) throws {
    if key.count < 4 { try merge.seek(value.rawValue, key) }
  }
}

/// The rows of several streams in their common order.
struct PermutationStreamMerge {
  private var streams: [PermutationStream]

  init(_ streams: [PermutationStream]) { self.streams = streams }

  /// The next rows, all of one stream; nil at the end.
  mutating func next(limit: Int) throws -> (PermutationStream, Range<Int>)? {
    var place = 0
    while place < streams.count {
      if streams[place].row == streams[place].end, try !streams[place].refill() {
        streams.remove(at: place)
      } else {
        place += 1
      }
    }
    guard var least = streams.first else { return nil }
    for stream in streams.dropFirst() where stream.isBefore(least, at: least.row) { least = stream }
    var count = min(limit, least.end - least.row)
    for stream in streams where stream !== least { count = min(count, max(1, least.rows(before: stream))) }
    defer { least.row += count }
    return (least, least.row..<(least.row + count))
  }

  /// Passes over the rows whose value at the place after a key is less than a value.
  func seek(_ value: Int64, _ key: [Int64]) throws {
    for stream in streams { try stream.seek(value, key) }
  }
}

/// Reads nothing.
final class PermutationEmptyCursor: QuadCursor {
  func next(into rows: inout QuadColumns, limit: Int) throws -> Bool { false }
  func seek(_ value: TermID) throws {}
}
