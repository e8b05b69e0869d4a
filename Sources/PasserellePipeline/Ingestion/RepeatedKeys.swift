import PasserelleCore
import PasserelleDigest

/// Tells apart the records of one run that carry the same key.
///
/// Publishers write one row for each winner or lot under the same number, and repeat whole rows. A row met
/// again with the same bytes is the same record; one with other bytes gets the key with `~2`, `~3`… in the
/// order met, so that a second run of the same input finds the same keys.
///
/// Keys and contents are remembered by half their SHA-256, some 50 bytes a record.
struct RepeatedKeys {
  private var first: [Fingerprint: Fingerprint] = [:]
  private var further: [Fingerprint: [Fingerprint]] = [:]

  /// The first 16 bytes of a SHA-256.
  private struct Fingerprint: Hashable {
    let high: UInt64
    let low: UInt64

    init(_ hash: ContentHash) {
      high = hash.bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
      low = hash.bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

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
    let name = Fingerprint(SHA256Digest.hash(Array((source + "\u{0}" + key).utf8)))
    let content = Fingerprint(hash)
    guard let known = first[name] else {
      first[name] = content
      return .first
    }
    if known == content || further[name]?.contains(content) == true { return .repeated }
    further[name, default: []].append(content)
    return .another(key: key + "~\((further[name]?.count ?? 0) + 1)")
  }
}
