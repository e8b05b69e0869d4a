/// What a query asks for; the raw value is its name in the query files.
enum QueryKind: String, CaseIterable {
  /// Documents with any of the words.
  case any = "or"
  /// Documents with all of them.
  case all = "and"
  /// Documents with the words one after the other.
  case phrase
}

/// A document found, by its number in the corpus.
struct Hit {
  var id: Int64
  var score: Double
}

/// An index under measurement; one writer, any number of readers in other threads.
protocol TextEngine: Sendable {
  associatedtype Snapshot: TextSnapshot

  /// Opens an empty index.
  ///
  /// - Parameters:
  ///   - folder: An empty folder.
  ///   - threads: How many threads may analyse and invert.
  /// - Throws: What hinders it.
  init(folder: String, threads: Int) throws

  /// Adds documents and commits: a snapshot taken afterwards finds them, and they survive a crash.
  ///
  /// - Parameters:
  ///   - documents: The texts.
  ///   - first: The number of the first; the others follow.
  /// - Throws: What hinders it.
  func add(_ documents: Documents, numberedFrom first: Int) throws

  /// Makes one segment of all and commits; readers go on meanwhile.
  func merge() throws

  /// The index as last committed.
  func snapshot() throws -> Snapshot
}

/// An unchanging view of an index, for one thread.
protocol TextSnapshot {
  associatedtype Query

  /// The number of segments.
  var segments: Int { get }

  /// Analyses the words of a query.
  func query(_ kind: QueryKind, _ text: String) throws -> Query

  /// The best documents, best first, in place of what `hits` held.
  func search(_ query: Query, limit: Int, into hits: inout [Hit]) throws

  /// The number of documents that match.
  func count(_ query: Query) throws -> Int
}
