import PasserelleCore

/// Looks up keys after a prefix in the runs of a snapshot; kept for the next look-up of the same kind.
final class PermutationLookUp {
  let scan: QuadScan
  let emitter: PermutationEmitter
  let prefix: [Int64]
  let runs: [PermutationRunLookUp]
  let newer: PermutationRows?
  let newerStream: PermutationRowStream?

  init(_ scan: QuadScan, _ snapshot: PermutationSnapshot) throws {
    self.scan = scan
    let request = snapshot.request(scan)
    let prefix = request.prefix
    self.prefix = prefix
    emitter = PermutationEmitter(
      scan.order, scan.places, filter: snapshot.filter(request.versions), names: snapshot.visible)
    runs = try (0..<(snapshot.set?.runs.count ?? 0)).compactMap { run in
      try snapshot.access(run, scan.order).flatMap { try PermutationRunLookUp($0, prefix) }
    }
    newer = snapshot.delta.quads.isEmpty ? nil : snapshot.delta.rows(scan.order)
    newerStream = newer.map { PermutationRowStream($0, 0..<0) }
  }

  /// Gives the rows of one key.
  func find(_ first: Int64, _ second: Int64?, into rows: inout QuadColumns) throws {
    emitter.reset()
    var found = 0
    for run in runs where try run.find(first, second) { found += 1 }
    var range = 0..<0
    if let newer {
      range = newer.range(prefix + [first] + (second.map { [$0] } ?? []), nil)
      if !range.isEmpty { found += 1 }
    }
    if found == 0 { return }
    if found == 1, range.isEmpty {
      for run in runs where run.isFound { try run.give(emitter, into: &rows) }
      return
    }
    var streams: [PermutationStream] = []
    for run in runs where run.isFound { streams.append(try run.stream()) }
    if let newerStream, !range.isEmpty {
      newerStream.move(to: range)
      streams.append(newerStream)
    }
    var merge = PermutationStreamMerge(streams)
    while let (stream, range) = try merge.next(limit: PermutationFormat.blockRows) {
      _ = emitter.give(stream, range, into: &rows)
    }
  }
}

/// Looks up keys after a prefix in an order of one run; fastest for ascending keys.
final class PermutationRunLookUp {
  private let reader: PermutationBlockReader
  private let codes: PermutationCodes
  private let place: Int
  private let firstPlace: Int
  private let secondPlace: Int
  private let firstKeys: UnsafePointer<UInt32>
  private let secondKeys: UnsafePointer<UInt32>
  private let lower: Int
  private let upper: Int
  private let firstBlock: Int
  private let lastBlock: Int
  private var streamMade: PermutationRunStream?
  private let access: PermutationAccess
  /// The first row found.
  private var start = 0
  private var key: UInt32 = 0
  private var second: UInt32?
  /// Whether the last key was found.
  private(set) var isFound = false

  /// Prepares; nil where no row begins with the prefix.
  init?(_ access: PermutationAccess, _ prefix: [Int64]) throws {
    let rows = try access.rows(prefix, nil)
    guard !rows.isEmpty else { return nil }
    self.access = access
    reader = access.makeReader()
    codes = access.run.codes
    place = prefix.count
    firstPlace = access.order.places[place]
    secondPlace = place < 3 ? access.order.places[place + 1] : 3
    firstKeys = reader.file.keys(place)
    secondKeys = reader.file.keys(min(3, place + 1))
    (lower, upper) = (rows.lowerBound, rows.upperBound)
    firstBlock = lower / PermutationFormat.blockRows
    lastBlock = (upper - 1) / PermutationFormat.blockRows
    start = lower
  }

  /// Goes to the first row of a key.
  @inline(__always)
  func find(_ first: Int64, _ secondValue: Int64?) throws -> Bool {
    isFound = false
    guard let code = codes.code(first, place: firstPlace) else { return false }
    var secondCode: UInt32?
    if let secondValue {
      guard let code = codes.code(secondValue, place: secondPlace) else { return false }
      secondCode = code
    }
    let isAscending = code > key || code == key && (secondCode ?? 0) >= (second ?? 0)
    (key, second) = (code, secondCode)
    try go(isAscending)
    return isFound
  }

  /// Whether a block of the range begins before the key.
  @inline(__always)
  private func isBefore(_ block: Int) -> Bool {
    let first = firstKeys[block]
    if first != key { return first < key }
    guard let second else { return false }
    return secondKeys[block] < second
  }

  private func go(_ isAscending: Bool) throws {
    var block = reader.block
    if block < firstBlock || block > lastBlock || block > firstBlock && !isBefore(block) {
      block = blockBefore(firstBlock + 1, lastBlock + 1)
    } else if block < lastBlock, isBefore(block + 1) {
      var step = 1
      var low = block + 1
      while low + step <= lastBlock, isBefore(low + step) {
        low += step
        step += step
      }
      block = blockBefore(low + 1, min(low + step, lastBlock + 1))
    }
    let isSame = block == reader.block
    try reader.load(block)
    let first = reader.firstRow
    let low = max(lower - first, isSame && isAscending && start >= first ? start - first : 0, 0)
    let high = min(reader.count, upper - first)
    var row = search(min(low, high), high, place, key)
    if let second, row < high, code(place, row) == key {
      let end = lastEqual(row, high)
      row = search(row, end, place + 1, second)
      if row < end { return settle(first + row, code(place + 1, row) == second) }
      if end < high { return settle(first + end, false) }
      row = high
    }
    if row < high { return settle(first + row, code(place, row) == key && second == nil) }
    // The rows of the key begin with the next block, if there are any.
    guard block < lastBlock else { return settle(first + high, false) }
    let isNext = firstKeys[block + 1] == key && (second.map { secondKeys[block + 1] == $0 } ?? true)
    settle(first + high, isNext)
  }

  private func settle(_ row: Int, _ isFound: Bool) {
    start = row
    self.isFound = isFound
  }

  /// The last block of a range that begins before the key, or the one before the range.
  private func blockBefore(_ start: Int, _ end: Int) -> Int {
    var low = start
    var high = end
    while low < high {
      let middle = (low &+ high) &>> 1
      if isBefore(middle) { low = middle &+ 1 } else { high = middle }
    }
    return low - 1
  }

  @inline(__always)
  private func code(_ place: Int, _ row: Int) -> UInt32 { reader.codes(place, row..<(row + 1))[row] }

  /// The first row of a range whose code is not less than one; the first few are tried one by one.
  @inline(__always)
  private func search(_ low: Int, _ high: Int, _ place: Int, _ code: UInt32) -> Int {
    guard low < high else { return high }
    if reader.isConstant(place) { return reader.constant(place) < code ? high : low }
    let codes = reader.codes(place, low..<high)
    var bound = low
    var step = 1
    while bound &+ step <= high, codes[bound &+ step &- 1] < code {
      bound &+= step
      step &+= step
    }
    return CodeSearch.lowerBound(codes, bound, min(high, bound &+ step), code)
  }

  private func lastEqual(_ row: Int, _ high: Int) -> Int { search(row, high, place, key &+ 1) }

  /// Gives the rows of the key.
  func give(_ emitter: PermutationEmitter, into rows: inout QuadColumns) throws {
    var next = start
    while true {
      let (range, isEnd) = try piece(next)
      _ = emitter.give(reader, codes, range, into: &rows)
      if isEnd { return }
      next = reader.firstRow + range.upperBound
    }
  }

  /// The rows of the key from a row on, in its block, and whether these are all.
  private func piece(_ row: Int) throws -> (Range<Int>, isEnd: Bool) {
    let block = row / PermutationFormat.blockRows
    try reader.load(block)
    let low = row - reader.firstRow
    let high = min(reader.count, upper - reader.firstRow)
    var end = search(low, high, place, key &+ 1)
    if let second { end = search(low, end, place + 1, second &+ 1) }
    let isEnd =
      end < high || block == lastBlock || firstKeys[block + 1] != key
      || (second.map { secondKeys[block + 1] != $0 } ?? false)
    return (low..<end, isEnd)
  }

  /// The rows of the key as a stream.
  func stream() throws -> PermutationRunStream {
    var next = start
    while true {
      let (range, isEnd) = try piece(next)
      next = reader.firstRow + range.upperBound
      if isEnd { break }
    }
    let stream = streamMade ?? PermutationRunStream(access.makeReader(), access.run, 0..<0)
    streamMade = stream
    stream.move(to: start..<next)
    return stream
  }
}
