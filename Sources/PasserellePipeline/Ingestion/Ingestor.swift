public import PasserelleArchive
public import PasserelleCore
public import PasserelleGraph
public import PasserelleSources

/// Reads inputs into a store: each record once, every problem a diagnostic, nothing lost.
///
/// Records go in batches, each a transaction. A stop asked for in the middle keeps the batches that were
/// committed; a second run of the same input skips what is stored and goes on from there.
public final class Ingestor {
  /// How to read the inputs.
  public struct Options: Sendable {
    /// The format's name; nil to tell it from the file.
    public var formatName: String?
    /// The encoding of text files; nil for UTF-8.
    public var encoding: String?
    /// The mapping file for CSV; nil for the one beside each file.
    public var mappingPath: String?
    /// Which statements are made of eForms notices.
    public var noticeStatements = NoticeStatements.own
    /// The rules that eForms notices are held against; nil for none.
    public var rules: EFormsRuleShelf?
    /// How much of an archive is unpacked at most.
    public var archiveLimits = ArchiveLimits.standard
    /// Records to a transaction.
    public var batchSize = 1000

    /// Makes the default options.
    public init() {}
  }

  private let store: GraphStore
  private let run: RunID
  private let writer: GraphWriter
  private let quarantine: Quarantine
  private let options: Options
  private let context: StageContext
  private var repeatedKeys = RepeatedKeys()
  private var report = RunReport()
  private var batch: RecordBatch
  /// Finds what was erased and must not come back; nil where there is nothing.
  private var screen: ErasureScreen?
  /// Closes the graphs that RDF files no longer hold.
  private var follower: FileFollower?
  private var pendingDiagnostics: [Diagnostic] = []
  private var diagnosticCount = 0
  private var bytesRead = 0
  private var bytesTotal: Int?
  private var bytesTold = 0

  /// Gets each file that could not be read, with the error, so that the caller can tell the user at once.
  public var onFileError: (PasserelleError) -> Void = { _ in }

  /// Makes an ingestor for one run.
  public init(
    store: GraphStore, run: RunID, quarantine: Quarantine, options: Options, context: StageContext
  ) {
    self.store = store
    self.run = run
    self.quarantine = quarantine
    self.options = options
    self.context = context
    writer = GraphWriter(store: store, run: run, clock: context.clock)
    batch = RecordBatch(limit: options.batchSize, putsAside: true)
  }

  /// Reads files in order.
  ///
  /// A file that cannot be read is told and counted, and the next one is read.
  ///
  /// - Parameter files: The inputs, as ``InputFiles`` expands them.
  /// - Returns: What was done; balanced: records in = stored + unchanged + refused.
  /// - Throws: ``PasserelleError`` for what stops the run: the store, the disk, a wrong mapping.
  public func ingest(_ files: [InputFile]) throws -> RunReport {
    let sizes = files.map(\.size)
    bytesTotal = sizes.contains(nil) ? nil : sizes.compactMap { $0 }.reduce(0, +)
    screen = store.screen as? ErasureScreen
    do {
      follower = try FileFollower(store: store, run: run)
      let reader = ReadAhead(files, options, stopFlag: context.stopFlag)
      defer { reader.close() }
      try take(reader)
      try flush()
      try settle()
      if writer.screenedCount > 0 {
        add(
          Diagnostic(
            .erasureRedacted, at: SourceLocation(file: "-"), value: String(writer.screenedCount)))
        try recordDiagnostics()
      }
      try quarantine.close()
      try refreshOrders()
    } catch {
      // What was counted must not disappear with the error: the ledger keeps what was found so far.
      try? recordDiagnostics()
      try? quarantine.close()
      throw error
    }
    report.isInterrupted = context.stopFlag.isSet
    report.statements = writer.statementCount
    return report
  }

  /// Takes what the reader gives, until its end or a stop.
  private func take(_ reader: ReadAhead) throws {
    while !context.stopFlag.isSet, let events = reader.next() {
      for event in events where !context.stopFlag.isSet {
        switch event {
        case .item(let item, let digest, let formatName): try take(item, digest, formatName)
        case .inputBegan(let path): follower?.begin(path)
        case .inputEnded: try endInput()
        case .fileRead: report.filesRead += 1
        case .passedOver(let diagnostic): add(diagnostic)
        case .failed(let error, let name): fail(error, name)
        case .bytes(let count): told(bytes: count)
        case .broken(let error): throw error
        }
      }
    }
  }

  /// Closes what the input held before and holds no more.
  private func endInput() throws {
    guard let follower, try follower.mayHaveLost() else { return }
    try flush()
    for key in try follower.close(by: writer) {
      report.closed += 1
      count(RDFSourceReader.source) { $0.closed += 1 }
      add(Diagnostic(.recordWithdrawn, at: SourceLocation(file: follower.path), value: key))
    }
    try recordDiagnostics()
  }

  private func fail(_ error: PasserelleError, _ name: String) {
    follower?.isBroken()
    report.filesFailed += 1
    add(Diagnostic.failure(error, file: name))
    onFileError(error)
  }

  private func take(
    _ item: SourceItem, _ digest: (hash: ContentHash, isShared: Bool)?, _ formatName: String
  ) throws {
    report.recordsIn += 1
    switch item {
    case .refused(let refused):
      follower?.isBroken()
      count(formatName) {
        $0.recordsIn += 1
        $0.refused += 1
      }
      try refuse(refused)
    case .record(let record):
      count(record.source) { $0.recordsIn += 1 }
      guard let (hash, isShared) = digest else { preconditionFailure("a record comes with its digest") }
      switch repeatedKeys.occurrence(of: record, hash: hash) {
      case .first:
        if isSuppressed(record, record.key) { break }
        follower?.take(source: record.source, key: record.key)
        batch.append(record, key: record.key, hash: hash, sharesBytes: isShared)
      case .another(let key):
        if isSuppressed(record, key) { break }
        add(Diagnostic(.recordSameKey, at: record.location, value: record.key, replacement: key))
        follower?.take(source: record.source, key: key)
        batch.append(record, key: key, hash: hash, sharesBytes: isShared)
      case .state(let key):
        if isSuppressed(record, key) { break }
        add(Diagnostic(.recordNewState, at: record.location, value: key))
        batch.append(record, key: key, hash: hash, sharesBytes: isShared, isFurther: true)
      case .repeated:
        if isSuppressed(record, record.key) { break }
        follower?.take(source: record.source, key: record.key)
        add(Diagnostic(.recordRepeated, at: record.location, value: record.key))
        report.unchanged += 1
        count(record.source) { $0.unchanged += 1 }
      }
    }
    if batch.isFull { try flush() }
    if batch.isToSettle {
      batch.settle()
      try flush()
    }
  }

  /// Stores what was put aside; a run that was stopped leaves it to the next one.
  private func settle() throws {
    guard context.stopFlag.isSet else {
      batch.settle()
      return try flush()
    }
    for source in batch.forget() {
      report.unchanged += 1
      count(source) { $0.unchanged += 1 }
    }
  }

  /// Refuses a record that was erased and must not come back; neither its bytes nor its key are kept.
  private func isSuppressed(_ record: any SourceRecord, _ key: String) -> Bool {
    guard let screen, screen.refuses(source: record.source, key: key) else { return false }
    count(record.source) { $0.refused += 1 }
    report.refused += 1
    add(Diagnostic(.erasureSuppressed, at: record.location))
    return true
  }

  private func count(_ source: String, _ change: (inout SourceBalance) -> Void) {
    change(&report.sources[source, default: SourceBalance()])
  }

  private func refuse(_ refused: RefusedRecord) throws {
    try keep(refused)
    report.refused += 1
    for diagnostic in refused.diagnostics { add(diagnostic) }
  }

  /// Keeps a refused record, without its bytes where they hold what was erased.
  private func keep(_ refused: RefusedRecord) throws {
    guard let screen, screen.containsInAnyEncoding(refused.bytes) else {
      try quarantine.keep(refused)
      return
    }
    let marker = screen.marker(nil)
    try quarantine.keep(
      RefusedRecord(bytes: Array(marker.utf8), diagnostics: refused.diagnostics))
  }

  private func flush() throws {
    if !batch.isEmpty {
      let result = try batch.flush(into: writer, store)
      report.added += result.added
      report.changed += result.changed
      report.unchanged += result.unchanged
      for (source, balance) in result.sources { count(source) { $0.add(balance) } }
      for diagnostic in result.diagnostics { add(diagnostic) }
      for refused in result.refused {
        try keep(refused)
        report.refused += 1
      }
    }
    try follower?.stored()
    try recordDiagnostics()
  }

  /// Brings what the store is read by up to what was written.
  private func refreshOrders() throws {
    let stage = LocalizedText(fr: "Ordres de lecture", en: "Read orders")
    context.progress(ProgressUpdate(stage: stage, done: 0, total: nil, unit: .items))
    try store.refreshPermutations()
  }

  private func add(_ diagnostic: Diagnostic) {
    report.count(diagnostic)
    pendingDiagnostics.append(screen?.redacted(diagnostic) ?? diagnostic)
  }

  private func recordDiagnostics() throws {
    guard !pendingDiagnostics.isEmpty else { return }
    try store.add(pendingDiagnostics, to: run, from: diagnosticCount + 1)
    diagnosticCount += pendingDiagnostics.count
    pendingDiagnostics.removeAll(keepingCapacity: true)
  }

  private func told(bytes: Int) {
    bytesRead += bytes
    guard bytesRead - bytesTold >= 1 << 18 || bytes == 0 else { return }
    bytesTold = bytesRead
    context.progress(
      ProgressUpdate(
        stage: LocalizedText(fr: "Lecture", en: "Reading"), done: bytesRead, total: bytesTotal, unit: .bytes))
  }
}
