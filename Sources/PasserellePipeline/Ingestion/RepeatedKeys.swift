import PasserelleCore

/// Tells apart the records of one run that carry the same key.
///
/// Publishers write one row for each winner or lot under the same number, and repeat whole rows. A row met
/// again with the same bytes is the same record; one with other bytes gets the key with `~2`, `~3`… in the
/// order met, so that a second run of the same input finds the same keys.
struct RepeatedKeys {
  private var hashes: [String: [ContentHash]] = [:]

  /// What a key turned out to be.
  enum Occurrence: Equatable {
    /// The first record of its key.
    case first
    /// Another record of the same key, to be stored under its own.
    case another(key: String)
    /// The same record again.
    case repeated
  }

  /// Says what the key of a record turned out to be; states that complete a record share its key by right.
  mutating func occurrence(of record: any SourceRecord, hash: ContentHash) -> Occurrence {
    let found = occurrence(source: record.source, key: record.key, hash: hash)
    if case .another = found, record.amendment != nil { return .first }
    return found
  }

  mutating func occurrence(source: String, key: String, hash: ContentHash) -> Occurrence {
    let name = source + "\u{0}" + key
    guard let known = hashes[name] else {
      hashes[name] = [hash]
      return .first
    }
    if known.contains(hash) { return .repeated }
    hashes[name, default: []].append(hash)
    return .another(key: key + "~\(known.count + 1)")
  }
}
