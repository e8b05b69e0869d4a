import GRDB
import Glibc
public import PasserelleCore
import Synchronization

/// The system of record: one SQLite file with the dictionary, the statements, the records and their versions, the
/// runs and the diagnostics; beside it mapped files made from it, by which it is read fast.
///
/// Readers see a consistent state each; one writer at a time appends. SQL and GRDB stay inside this module.
public final class GraphStore: Sendable {
  /// How a store is opened.
  public struct Options: Sendable {
    /// The IRI space; a store keeps the base it was made with.
    public var iris = IRISpace()
    /// The folder of the mapped terms and permutations; nil to do without, with all of them in memory.
    public var segments: String?
    /// How long to wait for another writer, in seconds.
    public var busyTimeout = 5.0
    /// Whether nothing is to be written, even where it could be.
    public var isReadOnly = false

    /// Makes the default options.
    public init() {}
  }

  /// The path of the file.
  public let path: String
  /// The IRI space of the store.
  public let iris: IRISpace
  /// Whether the store can be read only: by its options, or because its file or folder cannot be written.
  public let isReadOnly: Bool
  let pool: DatabasePool
  /// What is made from the file to read it fast.
  let derived: DerivedState
  private let screening = Mutex<(any TextRedacting)?>(nil)

  /// What takes texts out of terms that are new to the store: those that were erased must not come back.
  package var screen: (any TextRedacting)? {
    get { screening.withLock { $0 } }
    set { screening.withLock { $0 = newValue } }
  }

  /// Opens a store, and makes or migrates its file as needed.
  ///
  /// A store that cannot be written, as on a read-only disk, is opened for reading.
  ///
  /// - Parameters:
  ///   - path: The file; its folder must exist.
  ///   - options: How to open it.
  /// - Throws: ``PasserelleError`` with code `graph.tooNew` for a file of a newer version, `graph.corrupt`
  ///   for a file that is no store, `settings.invalid` for another base IRI, `graph.unavailable` otherwise.
  public init(path: String, options: Options = Options()) throws {
    self.path = path
    let access = StoreAccess(path, isReadOnly: options.isReadOnly)
    isReadOnly = access.isReadOnly
    try Self.checkExisting(path, access, options)
    pool = try StoreErrors.translating(path) {
      let pool = try Self.openPool(access, options)
      if !access.isReadOnly { try GraphSchema.migrator.migrate(pool) }
      return pool
    }
    iris = options.iris
    derived = DerivedState(folder: options.segments.map { DerivedFolder(path: $0) })
    let (pool, base, isReadOnly) = (pool, options.iris.base, isReadOnly)
    try StoreErrors.translating(path) {
      // Only a store that differs is written to: readers then open beside a writer without waiting.
      let isSettled = try pool.read { db in
        let found = try Self.base(db)
        if isReadOnly, found != base { throw Self.otherBase(found, base, path) }
        return isReadOnly || found == base
      }
      if isSettled { return }
      try pool.write { try Self.settleBase($0, base, path) }
    }
    // A run that was killed may have left many statements without permutations; the store is right without them.
    try? refreshPermutations(minimum: 200_000)
  }

  private static func openPool(_ access: StoreAccess, _ options: Options) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.readonly = access.isReadOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(options.busyTimeout)
    configuration.maximumReaderCount = 4
    // The log may reach 64 MB between checkpoints: folding the pages of random index entries less often makes
    // loading a third faster.
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;
          PRAGMA wal_autocheckpoint = 16384;
          """)
    }
    return try DatabasePool(path: access.name, configuration: configuration)
  }

  /// Refuses a file that is not ours or is too new, before anything can change it.
  private static func checkExisting(_ path: String, _ access: StoreAccess, _ options: Options) throws {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > 0 else { return }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(options.busyTimeout)
    try StoreErrors.translating(path) {
      try DatabaseQueue(path: access.name, configuration: configuration).read { db in
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard try application == GraphSchema.applicationID || isUnfinished(db) else {
          throw foreignFile(path)
        }
        if try GraphSchema.migrator.hasBeenSuperseded(db) { throw tooNew(path) }
        if access.isReadOnly, try !GraphSchema.migrator.hasCompletedMigrations(db) {
          throw tooOldToRead(path)
        }
      }
    }
  }

  /// Whether a file has no content yet: its process was killed before the first migration was committed.
  private static func isUnfinished(_ db: Database) throws -> Bool {
    try Int.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations')
          + (SELECT * FROM pragma_user_version) + (SELECT * FROM pragma_application_id)
        """) == 0
  }

  private static func base(_ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'base'")
  }

  /// Keeps the base IRI that the store was made with.
  private static func settleBase(_ db: Database, _ wanted: String, _ path: String) throws {
    try db.execute(
      sql: "INSERT INTO setting (name, value) VALUES ('base', ?) ON CONFLICT DO NOTHING", arguments: [wanted])
    let base = try base(db)
    guard base == wanted else { throw otherBase(base, wanted, path) }
  }

  private static func otherBase(_ base: String?, _ wanted: String, _ path: String) -> PasserelleError {
    PasserelleError(
      .settingsInvalid,
      LocalizedText(
        fr:
          "La base a été créée avec l'IRI de base « \(base ?? "") », les réglages disent « \(wanted) ». Rétablissez le réglage « base ».",
        en:
          "The store was made with the base IRI '\(base ?? "")', the settings say '\(wanted)'. Restore the 'base' setting."
      ),
      at: SourceLocation(file: path))
  }

  private static func tooOldToRead(_ path: String) -> PasserelleError {
    PasserelleError(
      .graphUnavailable,
      LocalizedText(
        fr:
          "Cette base vient d’une version plus ancienne de Passerelle et doit être mise à niveau, mais elle ne peut pas être écrite. Ouvrez-la une fois avec le droit d’écrire.",
        en:
          "This store comes from an older version of Passerelle and must be upgraded, but it cannot be written. Open it once with the right to write."
      ),
      at: SourceLocation(file: path))
  }

  private static func foreignFile(_ path: String) -> PasserelleError {
    PasserelleError(
      .graphCorrupt,
      LocalizedText(
        fr: "Ce fichier SQLite n'est pas une base Passerelle. Choisissez un autre espace de travail.",
        en: "This SQLite file is not a Passerelle store. Choose another workspace."),
      at: SourceLocation(file: path))
  }

  private static func tooNew(_ path: String) -> PasserelleError {
    PasserelleError(
      .graphTooNew,
      LocalizedText(
        fr:
          "Cette base a été écrite par une version plus récente de Passerelle. Mettez le programme à jour ; la base n'a pas été touchée.",
        en:
          "This store was written by a newer version of Passerelle. Update the program; the store was left as it is."
      ),
      at: SourceLocation(file: path))
  }
}
