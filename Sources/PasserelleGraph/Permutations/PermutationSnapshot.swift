package import PasserelleCore

/// One consistent state of a store, read from its permutations and what is newer; used by one thread at a time.
package final class PermutationSnapshot: GraphSnapshot {
  let set: PermutationSet?
  let delta: PermutationDelta
  let visible: VersionNames
  private let terms: any TermReading
  private var accesses: [PermutationAccess?]
  var lookUps: [PermutationLookUp] = []
  /// Whether every version that states something is seen.
  private(set) lazy var isAllSeen: Bool = {
    let seen = visible.bitmap
    return (set?.runs ?? []).allSatisfy { seen.covers($0.versions) }
      && delta.versions.withUnsafeBufferPointer { seen.covers($0) }
  }()

  /// Takes the parts of a state.
  ///
  /// - Parameters:
  ///   - set: The permutations; nil for none.
  ///   - delta: The quads of versions that the permutations do not hold.
  ///   - visible: Which versions are seen, and their names.
  ///   - terms: The terms.
  package init(
    set: PermutationSet?, delta: PermutationDelta, visible: VersionNames, terms: any TermReading
  ) {
    self.set = set
    self.delta = delta
    self.visible = visible
    self.terms = terms
    accesses = Array(repeating: nil, count: (set?.runs.count ?? 0) * QuadOrder.allCases.count)
  }

  /// Takes the parts of a state, with the name of each version by its number; ``PasserelleCore/TermID/none`` for one
  /// that is not seen.
  package convenience init(
    set: PermutationSet?, delta: PermutationDelta, names: [TermID], terms: any TermReading
  ) {
    self.init(set: set, delta: delta, visible: VersionNames(names), terms: terms)
  }

  /// How much it holds, as if all versions were seen.
  package var statistics: SnapshotStatistics {
    let counts = (set?.runs ?? []).map(\.counts)
    return SnapshotStatistics(
      quads: counts.reduce(delta.quads.count) { $0 + $1.quads },
      graphs: counts.reduce(delta.versionCount) { $0 + $1.versions },
      subjects: counts.reduce(delta.quads.count / 8) { $0 + $1.subjects },
      objects: counts.reduce(delta.quads.count / 4) { $0 + $1.objects })
  }

  /// The names of the graphs that state something, ascending by identifier.
  package func graphNames() throws -> [TermID] {
    let runs = set?.runs ?? []
    return visible.names { version in
      let word = Int(version >> 6)
      let bit: UInt64 = 1 << UInt64(version & 63)
      return VersionBits.contains(delta.versions, version)
        || runs.contains { word < $0.versions.count && $0.versions[word] & bit != 0 }
    }
  }

  /// How often a predicate is used, as if all versions were seen; nil for one that never is.
  package func statistics(of predicate: TermID) throws -> PredicateStatistics? {
    var sum: PredicateStatistics?
    for part in (set?.runs ?? []).map({ $0.statistics(of: predicate) }) + [delta.statistics(of: predicate)] {
      guard let part else { continue }
      sum = PredicateStatistics(
        triples: (sum?.triples ?? 0) + part.triples, subjects: (sum?.subjects ?? 0) + part.subjects,
        objects: (sum?.objects ?? 0) + part.objects)
    }
    return sum
  }

  /// The identifiers of terms, in order.
  package func identifiers(of terms: [Term]) throws -> [TermID] { try self.terms.identifiers(of: terms) }

  /// The terms of identifiers, in order.
  package func terms(of identifiers: [TermID]) throws -> [Term?] { try terms.terms(of: identifiers) }

  /// Lends the text of a stored term.
  package func withText<R>(
    of identifier: TermID, _ body: (TermShape, UnsafeBufferPointer<UInt8>) throws -> R
  ) throws -> R? {
    try terms.withText(of: identifier, body)
  }

  /// An order of a run.
  func access(_ run: Int, _ order: QuadOrder) -> PermutationAccess? {
    guard let set else { return nil }
    let place = run * QuadOrder.allCases.count + Int(order.rawValue)
    if let made = accesses[place] { return made }
    let made = PermutationAccess(set.runs[run], order)
    accesses[place] = made
    return made
  }
}

/// An order of a run as one snapshot reads it.
final class PermutationAccess {
  let run: PermutationRun
  let order: QuadOrder
  /// For searching; cursors have readers of their own.
  let reader: PermutationBlockReader
  private let verified: PermutationVerified

  init(_ run: PermutationRun, _ order: QuadOrder) {
    self.run = run
    self.order = order
    verified = PermutationVerified(run.file(order))
    reader = PermutationBlockReader(run.file(order), verified)
  }

  /// A reader of its own.
  func makeReader() -> PermutationBlockReader { PermutationBlockReader(run.file(order), verified) }

  /// The rows that begin with a prefix, and whose next place is in a range; empty where there are none.
  func rows(_ prefix: [Int64], _ range: ClosedRange<TermID>?) throws -> Range<Int> {
    guard let key = run.key(order, prefix) else { return 0..<0 }
    guard let range else {
      let lower = try reader.lowerBound(key)
      return lower..<(key.count == 0 ? reader.file.rows : max(lower, try reader.lowerBound(key.successor)))
    }
    let place = order.places[key.count]
    let low = run.codes.lowerBound(range.lowerBound.rawValue, place: place)
    let lower = try reader.lowerBound(key.with(low))
    let upper = range.upperBound.rawValue
    if upper == .max {
      return lower..<(key.count == 0 ? reader.file.rows : max(lower, try reader.lowerBound(key.successor)))
    }
    let high = run.codes.lowerBound(upper + 1, place: place)
    return lower..<max(lower, try reader.lowerBound(key.with(high)))
  }
}
