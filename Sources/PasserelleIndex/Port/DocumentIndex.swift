public import PasserelleCore
import PasserelleSegments
import PasserelleText

/// The product's text index of documents, in a folder of its own or in memory.
///
/// Everything in it is derived: it can be deleted and made anew from the store to the same answers. Values are
/// used by any number of threads; one process writes at a time.
public final class DocumentIndex: Sendable {
  let index: TextIndex
  let storage: any SegmentStorage
  /// What people call the index in messages: its folder.
  private let path: String
  private static let sequenceKey = "sequence"

  /// Opens an index in a folder; one that is missing is empty until something is written.
  ///
  /// - Parameters:
  ///   - folder: The path of the folder.
  ///   - analysis: The versions of all that makes documents, by name, such as `["documents": "2"]`; those of
  ///     the analysis of words are added. An index made with others is refused.
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` for a damaged index or one of another version.
  public convenience init(folder: String, analysis: [String: String]) throws {
    try self.init(FolderStorage(path: folder, creating: false), path: folder, analysis: analysis)
  }

  /// Makes an empty index in memory.
  ///
  /// - Parameter analysis: The versions of all that makes documents, by name.
  /// - Throws: ``PasserelleError``; never for an index in memory.
  public convenience init(analysis: [String: String] = [:]) throws {
    try self.init(MemoryStorage(), path: "", analysis: analysis)
  }

  init(_ storage: any SegmentStorage, path: String, analysis: [String: String]) throws {
    self.storage = storage
    self.path = path
    var identity = analysis
    identity["analyzer"] = String(TextAnalyzer.version)
    identity["stemmer"] = TextAnalyzer.stemmerVersion
    identity["index"] = String(DocumentSchema.version)
    index = try TextIndex(
      storage: storage, schema: DocumentSchema.schema, identity: identity, options: .product)
  }

  /// Deletes the files of an index; the way to start anew after `.indexInvalid`.
  ///
  /// - Parameter folder: The path of the folder; nothing happens where there is none.
  /// - Throws: ``PasserelleError`` when a file cannot be deleted, or another process writes to the index.
  public static func remove(folder: String) throws {
    try TextIndex.remove(in: FolderStorage(path: folder, creating: false))
  }

  /// The last commit, for queries of the index's own; later commits do not touch it.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid`.
  public func snapshot() throws -> IndexSnapshot { try index.snapshot() }

  /// The last commit, for several questions to one state.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid`.
  public func reader() throws -> DocumentReader { DocumentReader(try snapshot(), path: path) }

  /// The number of documents, of all kinds.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid`.
  public func documentCount() throws -> Int { try snapshot().documentCount }

  /// Reads every file in full.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` for damage.
  public func verify() throws { try index.verify() }
}

extension DocumentIndex: TextWriting {
  /// Removes documents, adds or replaces others, and records the sequence, in one commit; then merges segments
  /// where there are enough of a size.
  ///
  /// - Parameters:
  ///   - documents: Documents to add; one whose number is indexed already, or stands again later in the list,
  ///     replaces the earlier one.
  ///   - removed: Numbers to remove before; a number that is not indexed is passed over.
  ///   - sequence: How far the store has been followed.
  /// - Throws: ``PasserelleError`` with code `.graphDiskFull`, `.workspaceLocked` or another; what was committed
  ///   before stays.
  public func apply(adding documents: [TextDocument], removing removed: [Int64], upTo sequence: Int64) throws
  {
    try write { writer in
      try writer.delete(removed)
      try writer.add(documents.map(IndexDocument.init))
      try writer.commit(metadata: [Self.sequenceKey: String(sequence)])
      try writer.merge(.tiered())
      try writer.commit()
    }
  }

  /// The last store sequence applied; 0 for an empty index.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid`.
  public func lastSequence() throws -> Int64 {
    try snapshot().metadata[Self.sequenceKey].flatMap { Int64($0) } ?? 0
  }

  /// Merges everything into one segment without removed documents, which makes queries fastest.
  ///
  /// - Throws: ``PasserelleError`` as ``apply(adding:removing:upTo:)``.
  /// - Complexity: O(size of the index).
  public func optimize() throws {
    try write { writer in
      try writer.merge(.single)
      try writer.commit()
    }
  }

  private func write(_ body: (IndexWriter) throws -> Void) throws {
    // Opening does not make the folder, so that reading leaves nothing behind.
    if let folder = storage as? FolderStorage { _ = try FolderStorage(path: folder.folder) }
    let writer = try index.writer()
    defer { writer.close() }
    try body(writer)
  }
}

extension DocumentIndex: TextSearching {
  /// The best documents of a query, best first, ties by document number.
  public func top(_ query: TextQuery, limit: Int) throws -> [TextHit] {
    try reader().top(query, limit: limit)
  }

  /// The number of documents that match.
  public func count(_ query: TextQuery) throws -> Int { try reader().count(query) }

  /// Counts all the documents that match by an attribute, most frequent first, ties by value.
  public func facets(_ query: TextQuery, _ facet: Facet, limit: Int) throws -> [FacetCount] {
    try reader().facets(query, facet, limit: limit)
  }

  /// Counts all the documents that match by several attributes; the documents are sought once.
  public func facets(_ query: TextQuery, _ facets: [Facet], limit: Int) throws -> [[FacetCount]] {
    try reader().facets(query, facets, limit: limit)
  }

  /// What lists show of documents, in the order asked; a number that is not indexed gives nil.
  public func summaries(of documents: [Int64]) throws -> [DocumentSummary?] {
    try reader().summaries(of: documents)
  }

  /// In how many documents analysed terms occur; over several fields, in the one where most do.
  public func documentFrequencies(of terms: [String], fields: [TextField]) throws -> [Int] {
    try reader().documentFrequencies(of: terms, fields: fields)
  }

  /// How many documents have a text in a field; of several fields, in the one where most do.
  public func documentCount(fields: [TextField]) throws -> Int {
    try reader().documentCount(fields: fields)
  }
}
