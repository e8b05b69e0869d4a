import Foundation
import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserelleSources

/// Makes the graphs of an RDF file follow the file: those that it no longer holds are closed, their history kept.
///
/// What stands in an archive stands in one file. A graph that another file holds stays; so does everything of a file that
/// could not be read whole.
struct FileFollower {
  private let store: GraphStore
  private let run: RunID
  /// Whether files are known whose records follow them.
  private let isNeeded: Bool
  /// The digest of the file that is being read; nil for standard input.
  private var file: [UInt8]?
  /// The path of the file that is being read.
  private(set) var path = "-"
  private var isWhole = true
  private var hasRecords = false
  /// The records that are stored with the next batch.
  private var waiting: [(file: [UInt8], key: String)] = []

  init(store: GraphStore, run: RunID) throws {
    (self.store, self.run) = (store, run)
    isNeeded = try store.knowsRecords()
  }

  /// Begins an input.
  mutating func begin(_ path: String) {
    (self.path, isWhole, hasRecords) = (path, true, false)
    guard path != "-" else { return file = nil }
    let plain = URL(fileURLWithPath: path).standardizedFileURL.path
    file = Array(SHA256Digest.hash(Array(plain.utf8)).bytes.prefix(16))
  }

  /// Takes a record of the input, which is stored with the next batch.
  mutating func take(source: String, key: String) {
    guard let file, source == RDFSourceReader.source else { return }
    hasRecords = true
    waiting.append((file, key))
  }

  /// Something of the input could not be read.
  mutating func isBroken() { isWhole = false }

  /// The records that waited are stored.
  mutating func stored() throws {
    var at = 0
    while at < waiting.count {
      let file = waiting[at].file
      let end = waiting[at...].firstIndex { $0.file != file } ?? waiting.count
      try store.note(
        keys: waiting[at..<end].map(\.key), source: RDFSourceReader.source, ofFile: file, run: run)
      at = end
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Whether the input that ends may have lost graphs.
  func mayHaveLost() throws -> Bool {
    guard isWhole, let file else { return false }
    return try hasRecords || isNeeded && store.knowsRecords(ofFile: file)
  }

  /// Closes the graphs that the input, read to its end and stored, no longer holds.
  ///
  /// - Returns: Their keys.
  func close(by writer: GraphWriter) throws -> [String] {
    guard let file else { return [] }
    let gone = try store.keysGone(fromFile: file, run: run)
    for start in stride(from: 0, to: gone.count, by: 1000) {
      _ = try writer.write(gone[start..<min(start + 1000, gone.count)].map(closed))
    }
    try store.forgetRecords(ofFile: file, before: run)
    return gone
  }

  /// What takes the place of a graph: a version without statements.
  private func closed(_ key: String) -> RecordDraft {
    let source = RDFSourceReader.source
    return RecordDraft(
      source: source, key: key, contentHash: SHA256Digest.hash([]), mappingVersion: 1, published: nil,
      subject: store.iris.record(source: source, key: key), kind: .thing, isDemonstration: false,
      statements: StatementBuffer())
  }
}
