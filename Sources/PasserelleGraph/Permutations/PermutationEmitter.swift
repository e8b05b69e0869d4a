import PasserelleCore

/// Gives rows of permutations to columns: only the places wanted, only of versions seen, repeated ones once.
final class PermutationEmitter {
  private static let size = PermutationFormat.blockRows

  private let ranks: SIMD4<Int>
  private let places: QuadPlaces
  /// The versions wanted; nil where all are.
  var filter: VersionBitmap?
  private let names: VersionNames
  private let isOnce: Bool
  private let isOnceByName: Bool
  private var last: (Int64, Int64, Int64) = (0, 0, 0)
  private var hasLast = false
  private var lastNames: Set<TermID> = []
  private let chosen: UnsafeMutablePointer<UInt16>
  private let gathered: UnsafeMutablePointer<UInt32>
  private let output: UnsafeMutablePointer<TermID>

  /// Prepares for a scan.
  init(_ order: QuadOrder, _ places: QuadPlaces, filter: VersionBitmap?, names: VersionNames) {
    ranks = order.ranks
    self.places = places
    self.filter = filter
    self.names = names
    isOnce = !places.contains(.graph)
    isOnceByName = !isOnce && names.isRepeated
    chosen = .allocate(capacity: Self.size)
    gathered = .allocate(capacity: Self.size)
    output = .allocate(capacity: Self.size)
  }

  deinit {
    chosen.deallocate()
    gathered.deallocate()
    output.deallocate()
  }

  /// Forgets the row before.
  @inline(__always)
  func reset() { hasLast = false }

  // MARK: Blocks of a run

  /// Gives rows of the block that a reader is at.
  ///
  /// - Returns: How many were given.
  func give(
    _ reader: PermutationBlockReader, _ codes: PermutationCodes, _ range: Range<Int>,
    into rows: inout QuadColumns
  ) -> Int {
    guard !range.isEmpty else { return 0 }
    let checks = reader.hasRepeats && (isOnce || isOnceByName)
    var count = range.count
    let isChosen = filter != nil || checks
    if isChosen {
      let versions = reader.codes(ranks[3], range)
      if checks {
        count = choose(
          reader.codes(ranks[0], range), reader.codes(ranks[1], range), reader.codes(ranks[2], range),
          versions,
          range)
      } else if let filter {
        count = choose(versions, range, filter)
      }
      if count == 0 {
        if !checks { rememberEnd(reader, range) }
        return 0
      }
    }
    if places.contains(.subject) { give(0, reader, codes, range, isChosen, count, &rows.subjects) }
    if places.contains(.predicate) { give(1, reader, codes, range, isChosen, count, &rows.predicates) }
    if places.contains(.object) { give(2, reader, codes, range, isChosen, count, &rows.objects) }
    if places.contains(.graph) { give(3, reader, codes, range, isChosen, count, &rows.graphs) }
    rows.count += count
    if !checks { rememberEnd(reader, range) }
    return count
  }

  @inline(__always)
  private func rememberEnd(_ reader: PermutationBlockReader, _ range: Range<Int>) {
    if isOnce || isOnceByName, range.upperBound == reader.count, reader.isRepeatedNext {
      remember(reader, range.upperBound - 1)
    }
  }

  /// Keeps the last row of a block, which the next block repeats.
  private func remember(_ reader: PermutationBlockReader, _ row: Int) {
    let version = Int(reader.codes(ranks[3], row..<(row + 1))[row])
    hasLast = filter?.contains(version) ?? true
    guard hasLast else { return }
    last = (
      Int64(reader.codes(ranks[0], row..<(row + 1))[row]),
      Int64(reader.codes(ranks[1], row..<(row + 1))[row]),
      Int64(reader.codes(ranks[2], row..<(row + 1))[row])
    )
    if isOnceByName { lastNames = [version < names.names.count ? names.names[version] : .none] }
  }

  private func give(
    _ place: Int, _ reader: PermutationBlockReader, _ codes: PermutationCodes, _ range: Range<Int>,
    _ isChosen: Bool, _ count: Int, _ column: inout [TermID]
  ) {
    let rank = ranks[place]
    let output = output
    if reader.isConstant(rank) {
      let value = identifier(reader.constant(rank), place, codes)
      output.update(repeating: value, count: count)
      append(count, to: &column)
      return
    }
    var source = reader.codes(rank, range)
    if isChosen {
      let (chosen, gathered) = (chosen, gathered)
      for row in 0..<count { gathered[row] = source[Int(chosen[row])] }
      source = UnsafePointer(gathered)
    } else {
      source += range.lowerBound
    }
    switch place {
    case 1:
      let predicates = codes.predicates
      for row in 0..<count {
        let code = Int(source[row])
        output[row] = TermID(rawValue: code < predicates.count ? predicates[code] : 0)
      }
    case 3:
      names.names.withUnsafeBufferPointer { names in
        for row in 0..<count {
          let version = Int(source[row])
          output[row] = version < names.count ? names[version] : .none
        }
      }
    default:
      if !reader.hasWide(rank) {
        for row in 0..<count { output[row] = TermID(rawValue: Int64(source[row])) }
      } else {
        let base = codes.wideBase
        for row in 0..<count {
          let code = source[row]
          output[row] = TermID(rawValue: code < base ? Int64(code) : codes.wideIdentifier(code))
        }
      }
    }
    append(count, to: &column)
  }

  @inline(__always)
  private func append(_ count: Int, to column: inout [TermID]) {
    if count == 1 {
      column.append(output[0])
    } else {
      column.append(contentsOf: UnsafeBufferPointer(start: output, count: count))
    }
  }

  @inline(__always)
  private func identifier(_ code: UInt32, _ place: Int, _ codes: PermutationCodes) -> TermID {
    if place == 3 { return Int(code) < names.names.count ? names.names[Int(code)] : .none }
    return TermID(rawValue: codes.identifier(code, place: place))
  }

  // MARK: Columns of identifiers

  /// Gives rows of a stream.
  ///
  /// - Returns: How many were given.
  func give(_ stream: PermutationStream, _ range: Range<Int>, into rows: inout QuadColumns) -> Int {
    var given = 0
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + Self.size, range.upperBound)
      given += give(stream, from: start, to: end, &rows)
      start = end
    }
    return given
  }

  private func give(
    _ stream: PermutationStream, from start: Int, to end: Int, _ rows: inout QuadColumns
  ) -> Int {
    let count = choose(
      stream.columns[ranks[0]] + start, stream.columns[ranks[1]] + start, stream.columns[ranks[2]] + start,
      stream.columns[ranks[3]] + start, 0..<(end - start))
    if places.contains(.subject) { give(stream.columns[ranks[0]] + start, count, &rows.subjects) }
    if places.contains(.predicate) { give(stream.columns[ranks[1]] + start, count, &rows.predicates) }
    if places.contains(.object) { give(stream.columns[ranks[2]] + start, count, &rows.objects) }
    if places.contains(.graph) {
      let versions = stream.columns[ranks[3]] + start
      for row in 0..<count {
        let version = Int(versions[Int(chosen[row])])
        output[row] = version < names.names.count ? names.names[version] : .none
      }
      append(count, to: &rows.graphs)
    }
    rows.count += count
    return count
  }

  private func give(_ source: UnsafePointer<Int64>, _ count: Int, _ column: inout [TermID]) {
    for row in 0..<count { output[row] = TermID(rawValue: source[Int(chosen[row])]) }
    append(count, to: &column)
  }

  // MARK: Choice

  /// Chooses rows by their versions.
  private func choose(
    _ versions: UnsafePointer<UInt32>, _ range: Range<Int>, _ filter: VersionBitmap
  ) -> Int {
    let (words, wordCount, chosen) = (filter.words, filter.wordCount, chosen)
    var count = 0
    for row in range {
      let version = versions[row]
      let word = Int(version &>> 6)
      let isSeen = word < wordCount ? words[word] &>> UInt64(version & 63) & 1 : 0
      chosen[count] = UInt16(truncatingIfNeeded: row)
      count &+= Int(truncatingIfNeeded: isSeen)
    }
    return count
  }

  /// Chooses rows by their versions, and each triple (or each triple of a name) once.
  private func choose<Code: FixedWidthInteger>(
    _ subjects: UnsafePointer<Code>, _ predicates: UnsafePointer<Code>, _ objects: UnsafePointer<Code>,
    _ versions: UnsafePointer<Code>, _ range: Range<Int>
  ) -> Int {
    let chosen = chosen
    var count = 0
    for row in range {
      if let filter, !filter.contains(Int(truncatingIfNeeded: versions[row])) { continue }
      if isOnce || isOnceByName {
        let triple = (
          Int64(truncatingIfNeeded: subjects[row]), Int64(truncatingIfNeeded: predicates[row]),
          Int64(truncatingIfNeeded: objects[row])
        )
        let isRepeated = hasLast && last == triple
        if isRepeated, isOnce { continue }
        if isOnceByName {
          if !isRepeated { lastNames.removeAll(keepingCapacity: true) }
          let version = Int(truncatingIfNeeded: versions[row])
          let name = version < names.names.count ? names.names[version] : .none
          guard lastNames.insert(name).inserted else { continue }
        }
        last = triple
        hasLast = true
      }
      chosen[count] = UInt16(truncatingIfNeeded: row)
      count &+= 1
    }
    return count
  }
}
