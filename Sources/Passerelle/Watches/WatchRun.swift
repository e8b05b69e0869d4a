import PasserelleCore
import PasserelleGraph

/// Finds what each watch has not told of in one state of the store.
struct WatchRun {
  let reader: GraphReader
  /// The last sequence that the text index holds.
  let indexed: Int64

  /// A watch with the versions that it has not told of.
  struct Pending {
    let watch: Watch
    let from: Watch.Position
    let upTo: Watch.Position
    let advances: Bool
    /// Versions of the kinds watched, in the order written.
    let records: [RecordVersion]
    /// Which of them is new.
    let isNew: [VersionID: Bool]
  }

  /// The position that the watches of this run end at: what both store and index hold.
  func end() throws -> Watch.Position {
    try position(at: min(reader.lastSequence(), indexed))
  }

  /// The position of a sequence.
  func position(at sequence: Int64) throws -> Watch.Position {
    let version = sequence > 0 ? try reader.versions(of: [VersionID(rawValue: sequence)])[0] : nil
    return Watch.Position(sequence: sequence, ingested: version?.ingested)
  }

  /// Gathers what a watch has to look at.
  ///
  /// - Parameters:
  ///   - watch: The watch.
  ///   - found: How far it has been told of, in this store.
  ///   - since: The sequence to begin after, where that was asked for.
  ///   - end: The last position to look at.
  /// - Returns: The open versions of the kinds watched between the two.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  func pending(
    _ watch: Watch, _ found: Watch.Position, since: Int64?, end: Watch.Position
  ) throws -> Pending {
    let from = try since.map { try self.position(at: $0) } ?? found
    var records: [RecordVersion] = []
    let kinds = watch.criteria
    try reader.openVersions(after: from.sequence, excludingSource: GraphLoader.source) { version in
      guard version.version.rawValue <= end.sequence else { return false }
      let isWatched = kinds.vendor != nil ? version.kind == .call : kinds.includes(version.kind)
      if isWatched { records.append(version) }
      return true
    }
    var isNew: [VersionID: Bool] = [:]
    for record in records { isNew[record.version] = try self.isNew(record, after: from.sequence) }
    return Pending(
      watch: watch, from: from, upTo: end,
      // What lies between the watch's position and a later beginning has not been told of.
      advances: from.sequence <= found.sequence && end.sequence >= found.sequence, records: records,
      isNew: isNew)
  }

  /// Whether a position is one of this store: its version is the one that is remembered.
  func isKnown(_ position: Watch.Position) throws -> Bool {
    guard position.sequence > 0 else { return true }
    let here = try self.position(at: position.sequence)
    return here.ingested != nil && (position.ingested == nil || here.ingested == position.ingested)
  }

  private func isNew(_ record: RecordVersion, after sequence: Int64) throws -> Bool {
    guard record.number > 1 else { return true }
    return try reader.versions(about: record.subject).allSatisfy {
      $0.record != record.record || $0.version.rawValue > sequence
    }
  }
}
