import Foundation
public import PasserelleCore

/// What kind of thing an erasure took.
public enum ErasureKind: String, Codable, Sendable, Hashable, CaseIterable {
  /// One record.
  case record
  /// All records of a source.
  case source
  /// A person: a name, an address, a number.
  case person
}

/// What must not come back after one erasure: digests, and no text.
public struct Suppression: Codable, Sendable, Hashable {
  /// The number of the erasure.
  public let id: Int
  /// What it took.
  public let kind: ErasureKind
  /// Phrases that are redacted.
  public let phrases: [ErasurePhrase]
  /// Digests of records and sources that are refused.
  public let keys: [String]
  /// Digests of the records that were left as they are, where the erasure is carried out again; nil for none.
  public let exceptions: [String]?

  /// Makes a suppression.
  public init(
    id: Int, kind: ErasureKind, phrases: [ErasurePhrase], keys: [String], exceptions: [String] = []
  ) {
    (self.id, self.kind, self.phrases, self.keys) = (id, kind, phrases, keys)
    self.exceptions = exceptions.isEmpty ? nil : exceptions
  }
}

/// An erasure that is under way, in a file that outlives the process; it holds digests, and no text.
public struct ErasureJournal: Codable, Sendable, Hashable {
  /// The form of the file.
  var format = "passerelle-erasure-journal/1"
  /// The number of the erasure.
  public var id: Int
  /// What it takes.
  public var kind: ErasureKind
  /// When it began, in milliseconds since 1970.
  public var instant: Int64
  /// Why, without what is erased.
  public var reason: String?
  /// Whether what is erased must not come back.
  public var suppresses: Bool
  /// Whether records in which a phrase is found go whole.
  public var takesRecords: Bool
  /// What is looked for.
  public var phrases: [ErasurePhrase]
  /// Digests of the records that go, and of the source.
  public var keys: [String]
  /// Digests of the records that stay as they are.
  public var exceptions: [String]
  /// Whether entities were resolved, and are to be resolved again.
  public var isResolved = false
  /// What was found before anything was changed.
  public var counts: [String: Int]

  /// Makes a journal.
  public init(
    id: Int, kind: ErasureKind, instant: Instant, reason: String?, suppresses: Bool, takesRecords: Bool,
    phrases: [ErasurePhrase], keys: [String], exceptions: [String]
  ) {
    (self.id, self.kind, self.instant, self.reason) = (id, kind, instant.milliseconds, reason)
    (self.suppresses, self.takesRecords) = (suppresses, takesRecords)
    (self.phrases, self.keys, self.exceptions, counts) = (phrases, keys, exceptions, [:])
  }
}

extension ErasureJournal {
  /// Makes the journal of an erasure that is carried out again, on a store that was put back from an older copy.
  ///
  /// - Parameters:
  ///   - entry: The erasure as the log tells it.
  ///   - suppression: What it took.
  public init(again entry: ErasureEntry, _ suppression: Suppression) {
    self.init(
      id: entry.id, kind: entry.kind, instant: Instant(milliseconds: entry.instant), reason: entry.reason,
      suppresses: true, takesRecords: false, phrases: suppression.phrases, keys: suppression.keys,
      exceptions: suppression.exceptions ?? [])
    counts = entry.counts
  }
}

/// One erasure that was carried out.
public struct ErasureEntry: Codable, Sendable, Hashable {
  /// The number.
  public let id: Int
  /// What it took.
  public let kind: ErasureKind
  /// When it was carried out, in milliseconds since 1970.
  public let instant: Int64
  /// Why, without what was erased.
  public let reason: String?
  /// What was found, by name.
  public let counts: [String: Int]

  /// Makes an entry.
  public init(_ journal: ErasureJournal, counts: [String: Int]) {
    (id, kind, instant, reason) = (journal.id, journal.kind, journal.instant, journal.reason)
    self.counts = counts
  }
}

/// A copy of the store that was made.
public struct BackupEntry: Codable, Sendable, Hashable {
  /// Where it was written.
  public let path: String
  /// When, in milliseconds since 1970.
  public let instant: Int64

  /// Makes an entry.
  public init(path: String, instant: Instant) { (self.path, self.instant) = (path, instant.milliseconds) }
}

/// The folder `erasure` of a workspace: what was erased, what must not come back, which backups there are.
///
/// It stands beside the store and not in it, so that an older store that is put back does not bring back what was
/// erased unseen.
public struct ErasureFolder: Sendable {
  /// The folder.
  public let path: String
  /// The name of the folder in a workspace.
  public static let name = "erasure"

  private struct ListFile: Codable {
    var format = "passerelle-suppressions/1"
    var salt: String
    var entries: [Suppression]
  }

  /// Makes the folder of a workspace.
  public init(workspace: String) { path = workspace + "/" + Self.name }

  /// Makes the folder that stands beside a store.
  public init(besideStore store: String) {
    self.init(workspace: store.lastIndex(of: "/").map { String(store[..<$0]) } ?? ".")
  }

  private var listPath: String { path + "/suppressions.json" }
  private var journalPath: String { path + "/journal.json" }
  private var logPath: String { path + "/log.ndjson" }
  private var backupsPath: String { path + "/backups.ndjson" }

  private func list() throws -> ListFile? { try read(ListFile.self, listPath) }

  private func read<T: Decodable>(_ type: T.Type, _ path: String) throws -> T? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch {
      throw Self.damaged(path, error)
    }
  }

  private static func damaged(_ path: String, _ cause: any Error) -> PasserelleError {
    PasserelleError(
      .workspaceInvalid,
      LocalizedText(
        fr:
          "« \(path) » est endommagé. Rétablissez-le d’une sauvegarde : sans lui, ce qui a été effacé pourrait revenir.",
        en: "'\(path)' is damaged. Restore it from a backup: without it, what was erased could come back."),
      at: SourceLocation(file: path), cause: cause)
  }

  private func write(_ value: some Encodable, to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try NightFile.write(encoder.encode(value) + [UInt8(ascii: "\n")], to: path)
  }

  private func lines<T: Decodable>(_ type: T.Type, _ path: String) throws -> [T] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    do {
      return try data.split(separator: UInt8(ascii: "\n")).map {
        try JSONDecoder().decode(type, from: Data($0))
      }
    } catch {
      throw Self.damaged(path, error)
    }
  }

  private func write(lines: [some Encodable], to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var data = Data()
    for line in lines { data += try encoder.encode(line) + [UInt8(ascii: "\n")] }
    try NightFile.write(data, to: path)
  }

  /// The salt of the digests; made at the first erasure.
  func salt() throws -> ErasureSalt {
    if let list = try list(), let salt = ErasureSalt(hexadecimal: list.salt) { return salt }
    let salt = ErasureSalt.random()
    try write(ListFile(salt: salt.hexadecimal, entries: []), to: listPath)
    return salt
  }

  /// What must not come back, by the number of its erasure.
  ///
  /// - Throws: ``PasserelleError`` for a damaged file.
  public func suppressions() throws -> [Suppression] { try list()?.entries ?? [] }

  /// Adds what must not come back, in the place of what the same erasure has added.
  ///
  /// - Throws: ``PasserelleError``.
  public func add(_ suppression: Suppression) throws {
    let salt = try salt()
    let others = try suppressions().filter { $0.id != suppression.id }
    try write(
      ListFile(salt: salt.hexadecimal, entries: (others + [suppression]).sorted { $0.id < $1.id }),
      to: listPath)
  }

  /// Lets what an erasure took come back.
  ///
  /// - Returns: False where nothing of that number is suppressed.
  /// - Throws: ``PasserelleError``.
  public func removeSuppression(_ id: Int) throws -> Bool {
    guard var list = try list(), list.entries.contains(where: { $0.id == id }) else { return false }
    list.entries.removeAll { $0.id == id }
    try write(list, to: listPath)
    return true
  }

  /// What finds all that must not come back; nil where there is nothing.
  ///
  /// - Parameters:
  ///   - base: The base of the IRIs of the workspace.
  ///   - language: The language of what takes the place of texts that have none.
  /// - Returns: The screen.
  /// - Throws: ``PasserelleError`` for a damaged file.
  public func screen(base: String, language: MessageLanguage) throws -> ErasureScreen? {
    guard let list = try list(), !list.entries.isEmpty, let salt = ErasureSalt(hexadecimal: list.salt) else {
      return nil
    }
    return ErasureScreen(
      phrases: list.entries.flatMap(\.phrases), keys: Set(list.entries.flatMap(\.keys)), salt: salt,
      base: base,
      language: language)
  }

  /// What finds the given phrases and texts alone.
  ///
  /// - Parameters:
  ///   - phrases: Phrases by digest.
  ///   - texts: Texts, and how many words of each count at most.
  ///   - base: The base of the IRIs of the workspace.
  ///   - language: The language of what takes the place of texts that have none.
  /// - Returns: The screen.
  /// - Throws: ``PasserelleError``.
  public func screen(
    phrases: [ErasurePhrase], texts: [(text: String, words: Int)] = [], base: String,
    language: MessageLanguage
  ) throws -> ErasureScreen {
    ErasureScreen(phrases: phrases, texts: texts, salt: try salt(), base: base, language: language)
  }

  /// The digests of the ways to write a text.
  public func phrases(of text: String) throws -> [ErasurePhrase] {
    ErasurePhrase.phrases(of: text, salt: try salt())
  }

  /// What makes the digests of records, from their source and key.
  public func recordDigest() throws -> (_ source: String, _ key: String) -> String {
    let salt = try salt()
    return { salt.fast(["record", $0, $1]) }
  }

  /// The digest of a source.
  public func digest(source: String) throws -> String { try salt().fast(["source", source]) }

  /// The erasure that was begun and not ended; nil where there is none.
  public func journal() throws -> ErasureJournal? { try read(ErasureJournal.self, journalPath) }

  /// Writes the journal.
  public func write(_ journal: ErasureJournal) throws { try write(journal, to: journalPath) }

  /// Ends the erasure of the journal: its entry stands in the log from now on.
  public func finish(_ entry: ErasureEntry) throws {
    let others = try entries().filter { $0.id != entry.id }
    try write(lines: (others + [entry]).sorted { $0.id < $1.id }, to: logPath)
    try? FileManager.default.removeItem(atPath: journalPath)
  }

  /// The erasures that were carried out, in their order.
  public func entries() throws -> [ErasureEntry] { try lines(ErasureEntry.self, logPath) }

  /// The number of the next erasure.
  public func nextID() throws -> Int {
    (try entries().map(\.id) + suppressions().map(\.id) + [try journal()?.id ?? 0]).reduce(0, max) + 1
  }

  /// Takes reasons out of the log that hold what is erased now.
  package func redactLog(_ screen: ErasureScreen) throws -> Bool {
    guard let data = FileManager.default.contents(atPath: logPath) else { return false }
    let clean = data.withUnsafeBytes { screen.redacted(text: $0, language: nil) }
    if let clean { try NightFile.write(Data(clean), to: logPath) }
    return clean != nil
  }

  /// The copies of the store that were made, in their order, each once.
  public func backups() throws -> [BackupEntry] { try lines(BackupEntry.self, backupsPath) }

  /// Takes note of a copy of the store.
  ///
  /// - Throws: ``PasserelleError`` where the workspace cannot be written.
  public func note(_ backup: BackupEntry) throws {
    let others = try backups().filter { $0.path != backup.path }
    try write(lines: others + [backup], to: backupsPath)
  }
}
