public import PasserelleCore
public import PasserelleGraph
public import PasserelleOntology

/// Brings a text index up to the last version of the store.
///
/// The index remembers the last sequence it has applied; what came after is indexed in batches, each one
/// commit with the companies it touches, so that a stop in the middle costs nothing but the batch under way.
/// Documents of records carry the record's number; documents of companies the number of their term plus
/// ``vendorOffset``.
public struct IndexUpdater {
  /// What the numbers of company documents start from, above any record's.
  public static let vendorOffset: Int64 = 1 << 40
  /// The version of what documents are made of; another one makes another index.
  public static let documentVersion = 1
  private static let batchSize = 5000

  private let store: GraphStore
  private let ontology: Ontology
  private let context: StageContext

  /// Makes an updater.
  public init(store: GraphStore, ontology: Ontology, context: StageContext) {
    self.store = store
    self.ontology = ontology
    self.context = context
  }

  /// Indexes what the index has not seen.
  ///
  /// - Parameter index: The index to write.
  /// - Returns: The number of documents written.
  /// - Throws: ``PasserelleError``.
  public func update(_ index: some TextWriting) throws -> Int {
    try store.read { reader in
      let first = try index.lastSequence()
      let last = try reader.lastSequence()
      guard first < last else { return 0 }
      let labels = LabelResolver(reader: reader, ontology: ontology, iris: store.iris)
      let builder = DocumentBuilder(iris: store.iris, labels: labels)
      let loader = RecordViewLoader(reader)
      let profiles = VendorProfiles(reader: reader, loader: loader, builder: builder, labels: labels)
      let hasWinner = try reader.identifiers(of: [.iri(Vocabulary.hasWinner)])[0]
      var written = 0
      var documents: [TextDocument] = []
      var vendors: Set<String> = []
      var retitled: Set<VersionID> = []
      func commit(upTo sequence: Int64) throws {
        var orphans: [Int64] = []
        for vendor in vendors.sorted() {
          switch try profiles.document(of: vendor) {
          case .made(let document): documents.append(document)
          case .gone(let id): orphans.append(id)
          case nil: continue
          }
        }
        for record in try reader.versions(of: retitled.sorted()).compactMap({ $0 }) {
          documents.append(try builder.document(of: record, loader.view(of: record)))
        }
        try index.apply(adding: documents, removing: orphans, upTo: sequence)
        written += documents.count
        documents.removeAll(keepingCapacity: true)
        vendors.removeAll(keepingCapacity: true)
        retitled.removeAll(keepingCapacity: true)
        tell(Int(sequence - first), Int(last - first))
      }
      try reader.openVersions(after: first) { record in
        let view = try loader.view(of: record)
        profiles.remember(record, view)
        documents.append(try builder.document(of: record, view))
        vendors.formUnion(view.iris(Vocabulary.hasWinner))
        if record.number > 1, hasWinner.isBound {
          // Companies that an earlier version named have lost this award.
          let former = try reader.formerObjects(ofRecord: record.record, predicate: hasWinner)
          vendors.formUnion(try reader.terms(of: former).compactMap { $0?.iriValue })
        }
        if first > 0, record.kind == .thing {
          // Claims that are indexed already are titled by the thing's name.
          retitled.formUnion(try Self.claims(about: record.subject, reader).filter { $0.rawValue <= first })
        }
        if documents.count == Self.batchSize { try commit(upTo: record.version.rawValue) }
        return !context.stopFlag.isSet
      }
      if !context.stopFlag.isSet { try commit(upTo: last) }
      return written
    }
  }

  /// The open claims of which a thing is the subject or the object.
  private static func claims(about thing: TermID, _ reader: GraphReader) throws -> [VersionID] {
    let relations = [Vocabulary.claimSubject, Vocabulary.claimObject]
    return try reader.identifiers(of: relations.map(Term.iri)).filter(\.isBound)
      .flatMap { try reader.quads(QuadPattern(predicate: $0, object: thing)).map(\.graph) }
  }

  private func tell(_ done: Int, _ total: Int) {
    context.progress(
      ProgressUpdate(
        stage: LocalizedText(fr: "Indexation", en: "Indexing"), done: done, total: total, unit: .items))
  }
}
