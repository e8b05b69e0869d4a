import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserelleSources

/// One catch-up of a text index: the documents that wait, and what they make stale.
final class IndexPass {
  private let reader: GraphReader
  private let index: any TextWriting
  private let builder: DocumentBuilder
  private let loader: RecordViewLoader
  private let profiles: VendorProfiles
  /// The relations that lead from a record to companies whose documents it enters.
  private let naming: [TermID]
  private let first: Int64
  /// The sequence up to which companies are written too.
  private var completed: Int64
  private var documents: [TextDocument] = []
  private var waitingBytes = 0
  private var orphans: [Int64] = []
  private var vendors: Set<String> = []
  private var retitled: Set<VersionID> = []
  private var recordsSinceCompanies = 0
  /// The documents written so far.
  private(set) var written = 0

  init(
    reader: GraphReader, index: some TextWriting, ontology: Ontology, iris: IRISpace, first: Int64
  ) throws {
    self.reader = reader
    self.index = index
    self.first = first
    completed = first
    let labels = LabelResolver(reader: reader, ontology: ontology, iris: iris)
    builder = DocumentBuilder(
      iris: iris, labels: labels,
      annotator: ConceptAnnotator(scheme: ConceptScheme(ontology: ontology)))
    loader = try RecordViewLoader(converting: reader)
    profiles = VendorProfiles(reader: reader, loader: loader, builder: builder, labels: labels)
    naming = try reader.identifiers(of: [.iri(Vocabulary.hasWinner), .iri(Vocabulary.namesProvider)])
      .filter(\.isBound)
  }

  /// Makes a record's document, and notes which companies and claims it touches.
  func add(_ record: RecordVersion) throws {
    let view = try loader.view(of: record)
    profiles.remember(record, view)
    recordsSinceCompanies += 1
    // A declared profile is a part of its company's document, and no document by itself.
    guard record.kind != .vendor else {
      vendors.insert(view.subject)
      return
    }
    append(try builder.document(of: record, view))
    vendors.formUnion(view.iris(Vocabulary.hasWinner))
    vendors.formUnion(view.iris(Vocabulary.namesProvider))
    if record.number > 1 {
      // Companies that an earlier version named have lost this record.
      for relation in naming {
        let former = try reader.formerObjects(ofRecord: record.record, predicate: relation)
        vendors.formUnion(try reader.terms(of: former).compactMap { $0?.iriValue })
      }
    }
    if first > 0, record.kind == .thing {
      // Claims that are indexed already are titled by the thing's name.
      retitled.formUnion(try claims(about: record.subject).filter { $0.rawValue <= first })
    }
  }

  /// Makes the document of a record anew whose values in euros have changed, where that was indexed before.
  func convert(_ record: RecordVersion) throws {
    guard record.version.rawValue <= first, record.kind != .vendor else { return }
    append(try builder.document(of: record, loader.view(of: record)))
    if isBatchFull { try write(upTo: completed) }
  }

  /// Whether the documents that wait make a commit, by their number or, for long ones, by their texts.
  var isBatchFull: Bool {
    documents.count >= IndexUpdater.batchSize || waitingBytes >= IndexUpdater.bytesInBatch
  }

  private func append(_ document: TextDocument) {
    documents.append(document)
    waitingBytes += document.texts.values.joined().reduce(0) { $0 + $1.utf8.count }
  }

  /// Writes what waits where it makes a commit, and the companies where they have waited long enough.
  func flushIfFull(_ sequence: Int64) throws {
    guard isBatchFull else { return }
    if recordsSinceCompanies >= IndexUpdater.recordsBetweenCompanies {
      try complete(upTo: sequence)
    } else {
      try write(upTo: completed)
    }
  }

  /// Writes what waits with the companies and claims that it touches; the index then holds the sequence whole.
  func complete(upTo sequence: Int64) throws {
    for vendor in vendors.sorted() {
      switch try profiles.document(of: vendor) {
      case .made(let document): append(document)
      case .gone(let id): orphans.append(id)
      case nil: continue
      }
      if isBatchFull { try write(upTo: completed) }
    }
    for record in try reader.versions(of: retitled.sorted()).compactMap({ $0 }) {
      append(try builder.document(of: record, loader.view(of: record)))
    }
    try write(upTo: sequence)
    completed = sequence
    vendors.removeAll(keepingCapacity: true)
    retitled.removeAll(keepingCapacity: true)
    recordsSinceCompanies = 0
  }

  private func write(upTo sequence: Int64) throws {
    try index.apply(adding: documents, removing: orphans, upTo: sequence)
    written += documents.count
    documents.removeAll(keepingCapacity: true)
    waitingBytes = 0
    orphans.removeAll(keepingCapacity: true)
  }

  /// The open claims of which a thing is the subject or the object.
  private func claims(about thing: TermID) throws -> [VersionID] {
    let relations = [Vocabulary.claimSubject, Vocabulary.claimObject]
    return try reader.identifiers(of: relations.map(Term.iri)).filter(\.isBound)
      .flatMap { try reader.quads(QuadPattern(predicate: $0, object: thing)).map(\.graph) }
  }
}
