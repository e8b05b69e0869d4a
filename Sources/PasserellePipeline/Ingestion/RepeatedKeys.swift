import PasserelleCore
import PasserelleDigest
import PasserelleSources

/// Tells apart the records of one run that carry the same key.
///
/// Publishers write one row for each winner or lot under the same number, and repeat whole rows. A row met
/// again with the same bytes is the same record; another one of the same file gets the key with `~2`, `~3`… in the
/// order met, so that a second run of the same input finds the same keys. Another one of another file is another
/// state of the record, in place of the first of its key that the file has not told of yet.
///
/// Keys and contents are remembered by half their SHA-256, some 50 bytes a record.
struct RepeatedKeys {
  private var first: [Fingerprint: Content] = [:]
  private var further: [Fingerprint: [Content]] = [:]
  private var file = ""
  private var fileNumber: UInt32 = 0

  /// Sources whose keys are names of files or graphs, of which two files may have one each.
  private static let namedByFile: Set<String> = [SpecificationReader.source, RDFSourceReader.source]

  /// The first 16 bytes of a SHA-256.
  private struct Fingerprint: Hashable {
    let high: UInt64
    let low: UInt64

    init(_ hash: ContentHash) {
      high = hash.bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
      low = hash.bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// What a record of a key says, and the last file that told it.
  private struct Content {
    var fingerprint: Fingerprint
    var file: UInt32
  }

  /// What a key turned out to be.
  enum Occurrence: Equatable {
    /// The first record of its key.
    case first
    /// Another record of the same key, to be stored under its own.
    case another(key: String)
    /// Another state of a record that another file told of, to be stored under its key.
    case state(key: String)
    /// The same record again.
    case repeated
  }

  /// Says what the key of a record turned out to be; states that complete a record share its key by right.
  mutating func occurrence(of record: any SourceRecord, hash: ContentHash) -> Occurrence {
    let isNamedByFile = Self.namedByFile.contains(record.source)
    let found = occurrence(
      source: record.source, key: record.key, hash: hash, file: isNamedByFile ? "" : record.location.file)
    guard record.amendment != nil else { return found }
    return found == .repeated ? .repeated : .first
  }

  mutating func occurrence(source: String, key: String, hash: ContentHash, file name: String) -> Occurrence {
    if name != file || fileNumber == 0 {
      file = name
      fileNumber += 1
    }
    // What is named by file is told of by one file throughout.
    let number = name.isEmpty ? 0 : fileNumber
    let place = Fingerprint(SHA256Digest.hash(Array((source + "\u{0}" + key).utf8)))
    let content = Content(fingerprint: Fingerprint(hash), file: number)
    guard let known = first[place] else {
      first[place] = content
      return .first
    }
    var others = further[place] ?? []
    if known.fingerprint == content.fingerprint {
      first[place] = content
      return .repeated
    }
    if let rank = others.firstIndex(where: { $0.fingerprint == content.fingerprint }) {
      further[place]?[rank] = content
      return .repeated
    }
    if known.file != number {
      first[place] = content
      return .state(key: key)
    }
    let rank = others.firstIndex { $0.file != number } ?? others.count
    let isNew = rank == others.count
    if isNew { others.append(content) } else { others[rank] = content }
    further[place] = others
    let longer = key + "~\(rank + 2)"
    return isNew ? .another(key: longer) : .state(key: longer)
  }
}
