public import PasserelleCore

/// The simplest store that can be right: arrays in memory, every scan a filter over all.
public final class NaiveStore: RecordWriting {
  private struct Version {
    let id: VersionID
    let source: String
    let key: String
    let hash: ContentHash
    let mapping: Int
    let ingested: Instant
    var superseded: Instant?
  }

  private let clock: () -> Instant
  private var versions: [Version] = []
  private var quads: [Quad] = []
  private var terms: [Term] = []
  private var identifiers: [Term: TermID] = [:]

  /// Makes an empty store.
  public init(clock: @escaping () -> Instant) { self.clock = clock }

  /// Says which records are already stored as they are.
  public func unchanged(source: String, _ fingerprints: [RecordFingerprint]) throws -> [Bool] {
    fingerprints.map { wanted in
      guard let index = openVersion(source, wanted.key) else { return false }
      return versions[index].hash == wanted.contentHash && versions[index].mapping == wanted.mappingVersion
    }
  }

  /// Stores a batch.
  public func write(_ records: [RecordDraft]) throws -> [RecordOutcome] {
    let now = clock()
    return records.map { record in
      let open = openVersion(record.source, record.key)
      if let open, versions[open].hash == record.contentHash, versions[open].mapping == record.mappingVersion
      {
        return .unchanged
      }
      if let open { versions[open].superseded = now }
      let id = VersionID(rawValue: Int64(versions.count + 1))
      versions.append(
        Version(
          id: id, source: record.source, key: record.key, hash: record.contentHash,
          mapping: record.mappingVersion, ingested: now))
      for statement in record.statements.statements {
        let quad = Quad(
          graph: id, subject: intern(statement.subject), predicate: intern(statement.predicate),
          object: intern(statement.object))
        if !quads.contains(quad) { quads.append(quad) }
      }
      return open == nil ? .added : .changed
    }
  }

  /// Reads the versions of a scope.
  public func reader(_ scope: VersionScope = .current) -> Reader {
    let seen = versions.filter { version in
      switch scope {
      case .all: true
      case .current: version.superseded == nil
      case .ingested(let moment):
        version.ingested <= moment && version.superseded.map { $0 > moment } ?? true
      case .sequence(let sequence):
        version.id.rawValue <= sequence
          && !versions.contains {
            $0.id > version.id && $0.id.rawValue <= sequence && $0.source == version.source
              && $0.key.utf8.elementsEqual(version.key.utf8)
          }
      }
    }
    let ids = Set(seen.map(\.id))
    return Reader(quads: quads.filter { ids.contains($0.graph) }, terms: terms, identifiers: identifiers)
  }

  private func openVersion(_ source: String, _ key: String) -> Int? {
    versions.lastIndex {
      $0.superseded == nil && $0.source == source && $0.key.utf8.elementsEqual(key.utf8)
    }
  }

  private func intern(_ term: Term) -> TermID {
    if let known = identifiers[term] { return known }
    terms.append(term)
    let id = TermID(rawValue: Int64(terms.count))
    identifiers[term] = id
    return id
  }

  /// What a ``NaiveStore`` holds, seen in one scope.
  public struct Reader: QuadReading, Sendable {
    let quads: [Quad]
    let terms: [Term]
    let identifiers: [Term: TermID]

    /// Gives the quads that match, a few at a time.
    public func scan(_ pattern: QuadPattern, _ body: (borrowing QuadBatch) throws -> Bool) throws {
      var batch = QuadBatch(capacity: 3)
      for quad in quads where pattern.matches(quad) {
        batch.append(quad)
        if batch.count == 3 {
          guard try body(batch) else { return }
          batch.removeAll()
        }
      }
      if batch.count > 0 { _ = try body(batch) }
    }

    /// Finds the identifiers of terms.
    public func identifiers(of terms: [Term]) throws -> [TermID] { terms.map { identifiers[$0] ?? .none } }

    /// Finds the terms of identifiers.
    public func terms(of identifiers: [TermID]) throws -> [Term?] {
      identifiers.map { id in
        let index = Int(id.rawValue) - 1
        return terms.indices.contains(index) ? terms[index] : nil
      }
    }
  }
}
