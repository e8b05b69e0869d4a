public import PasserelleCore
public import PasserelleGraph
public import PasserelleOntology

/// Brings a text index up to the last version of the store.
///
/// The index remembers the last sequence it has applied; what came after is indexed in batches, each one
/// commit. The companies that the records touch are written every ``recordsBetweenCompanies`` records and at the
/// end, and only then does the sequence advance: a stop in the middle costs what came after it. Documents of
/// records carry the record's number; documents of companies the number of their term plus ``vendorOffset``.
public struct IndexUpdater {
  /// What the numbers of company documents start from, above any record's.
  public static let vendorOffset: Int64 = 1 << 40
  /// The version of what documents are made of; another one makes another index.
  public static let documentVersion = 6
  /// Documents to a commit.
  static let batchSize = 5000
  /// Bytes of texts to a commit, so that long documents do not pile up in memory.
  static let bytesInBatch = 16 << 20
  /// How many records are indexed before the companies they touch: rewriting a company's document with every
  /// batch would cost more than the records themselves.
  static let recordsBetweenCompanies = 100_000

  private let store: GraphStore
  private let ontology: Ontology
  private let context: StageContext

  /// Makes an updater.
  public init(store: GraphStore, ontology: Ontology, context: StageContext) {
    self.store = store
    self.ontology = ontology
    self.context = context
  }

  /// Indexes what the index has not seen; RDF that was loaded is no document.
  ///
  /// - Parameter index: The index to write.
  /// - Returns: The number of documents written.
  /// - Throws: ``PasserelleError``.
  public func update(_ index: some TextWriting) throws -> Int {
    try store.read { reader in
      let first = try index.lastSequence()
      let last = try reader.lastSequence()
      guard first < last else { return 0 }
      let pass = try IndexPass(
        reader: reader, index: index, ontology: ontology, iris: store.iris, first: first)
      try reader.openVersions(after: first, excludingSource: GraphLoader.source) { record in
        try pass.add(record)
        if pass.isBatchFull { tell(Int(record.version.rawValue - first), Int(last - first)) }
        try pass.flushIfFull(record.version.rawValue)
        return !context.stopFlag.isSet
      }
      // A new index has every document from the state that has the conversions too.
      let converted = first > 0 ? try reader.recordsConverted(after: first) : []
      for record in converted where !context.stopFlag.isSet {
        try pass.convert(record)
      }
      if !context.stopFlag.isSet { try pass.complete(upTo: last) }
      tell(Int(last - first), Int(last - first))
      return pass.written
    }
  }

  private func tell(_ done: Int, _ total: Int) {
    context.progress(
      ProgressUpdate(
        stage: LocalizedText(fr: "Indexation", en: "Indexing"), done: done, total: total, unit: .items))
  }
}
