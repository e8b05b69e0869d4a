public import PasserelleCore

extension GraphReader {
  /// The state as query engines read it, with what is one thing called by one term.
  ///
  /// Each record that names a thing by another term is read with the canonical one in its place; a statement that a
  /// record then makes twice counts once. Nothing is written.
  ///
  /// - Parameter canonical: The term that stands for each of some others, none of which stands for another.
  /// - Returns: The state, which also finds a thing by its other terms; valid on after the reader.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  /// - Complexity: O(statements of the records that use other terms).
  public func snapshot(canonical: [(other: Term, canonical: Term)]) throws -> any GraphSnapshot {
    let terms = try termReader()
    let others = try terms.identifiers(of: canonical.map(\.other))
    let ones = try terms.identifiers(of: canonical.map(\.canonical))
    var names: [TermID: TermID] = [:]
    for (other, one) in zip(others, ones) where other.isBound && one.isBound && other != one {
      names[other] = one
    }
    guard !names.isEmpty else { return try snapshot() }
    let (set, delta) = try derived.permutations(db)
    var seen = try derived.visible(scope, db).names.names
    var quads = delta.quads
    for version in try versions(naming: names.keys.sorted()) {
      guard version < seen.count, seen[version].isBound else { continue }
      let copy = VersionID(rawValue: Int64(seen.count))
      var triples = try triples(of: VersionID(rawValue: Int64(version)))
      for place in triples.indices {
        let triple = triples[place]
        triples[place] = StatementTriple(
          subject: names[triple.subject] ?? triple.subject, predicate: triple.predicate,
          object: names[triple.object] ?? triple.object)
      }
      triples.sort { ($0.subject, $0.predicate, $0.object) < ($1.subject, $1.predicate, $1.object) }
      var last: StatementTriple?
      for triple in triples where triple != last {
        quads.append(
          Quad(graph: copy, subject: triple.subject, predicate: triple.predicate, object: triple.object))
        last = triple
      }
      seen.append(seen[version])
      seen[version] = .none
    }
    return PermutationSnapshot(
      set: set, delta: PermutationDelta(quads), visible: VersionNames(seen),
      terms: CanonicalTermReader(TermReader(try derived.terms(db)), names))
  }

  /// The versions that name one of some things as subject or object, ascending.
  private func versions(naming things: [TermID]) throws -> [Int] {
    var versions: Set<Int> = []
    for thing in things {
      for pattern in [QuadPattern(subject: thing), QuadPattern(object: thing)] {
        try scan(pattern) { batch in
          for graph in batch.graphs { versions.insert(Int(graph.rawValue)) }
          return true
        }
      }
    }
    return versions.sorted()
  }
}

/// The terms of a store, by which a thing is found under its other terms too.
private final class CanonicalTermReader: TermReading {
  private let terms: TermReader
  private let names: [TermID: TermID]

  init(_ terms: TermReader, _ names: [TermID: TermID]) {
    self.terms = terms
    self.names = names
  }

  func identifiers(of terms: [Term]) throws -> [TermID] {
    try self.terms.identifiers(of: terms).map { names[$0] ?? $0 }
  }

  func terms(of identifiers: [TermID]) throws -> [Term?] { try terms.terms(of: identifiers) }

  func withText<R>(
    of identifier: TermID, _ body: (TermShape, UnsafeBufferPointer<UInt8>) throws -> R
  ) throws -> R? {
    try terms.withText(of: identifier, body)
  }
}
