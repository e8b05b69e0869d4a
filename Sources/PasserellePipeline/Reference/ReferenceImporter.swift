import PasserelleArchive
public import PasserelleCore
import PasserelleOntology
import PasserelleSources

/// Reads official lists from files and puts them in place, all of them or none.
///
/// Every row is accounted for: rows in = stored + refused. A list takes the place of the one of its name as a whole.
public final class ReferenceImporter {
  /// What the user says of the lists.
  public struct Options: Sendable, Hashable {
    /// Under which conditions they may be used; empty for what is known of the list.
    public var licence = ""
    /// Which edition they are; empty where it is not said.
    public var edition = ""
    /// For how many months former lists are kept.
    public var retentionMonths = 36

    /// Makes the default options.
    public init() {}
  }

  private let folder: ReferenceFolder
  private let options: Options
  private let context: StageContext
  private let quarantine: Quarantine
  private var drafts: [String: ReferenceDraft] = [:]
  private var report = ReferenceReport()
  /// By list, where a code was met again first, and how often codes were.
  private var repeated: [String: (first: SourceLocation, count: Int)] = [:]

  /// Gets each file that could not be read, with the error.
  public var onFileError: (PasserelleError) -> Void = { _ in }

  /// Asked of each file, packed or not, before it is looked at as a list: whether it is taken elsewhere, such as rules.
  public var takes: (_ name: String, _ head: [UInt8], _ input: inout any ByteSource) throws -> Bool = {
    _, _, _ in false
  }

  /// Makes an importer for one run.
  public init(folder: ReferenceFolder, options: Options, context: StageContext, quarantine: Quarantine) {
    self.folder = folder
    self.options = options
    self.context = context
    self.quarantine = quarantine
  }

  /// Reads files in order and puts their lists in place.
  ///
  /// - Parameter files: The inputs, as ``InputFiles`` expands them.
  /// - Returns: What was done.
  /// - Throws: ``PasserelleError`` for what stops the run; the lists are then as before.
  public func run(_ files: [InputFile]) throws -> ReferenceReport {
    let total = files.reduce(0) { $0 + ($1.size ?? 0) }
    var done = 0
    for file in files {
      if context.stopFlag.isSet { break }
      tell(done, total)
      try read(file)
      done += file.size ?? 0
    }
    tell(total, total)
    tellRepeated()
    try quarantine.close()
    report.isInterrupted = context.stopFlag.isSet
    guard !report.isInterrupted, !drafts.isEmpty else { return report }
    let now = context.clock()
    var change = ReferenceFolder.Change(instant: now, keptSince: now.earlier(months: options.retentionMonths))
    for draft in drafts.values where !draft.items.isEmpty {
      var info = draft.info
      if !options.licence.isEmpty { info.licence = options.licence }
      change.lists.append((info, draft.items, options.edition))
    }
    guard let outcomes = try folder.apply(change, shouldStop: { [context] in context.stopFlag.isSet }) else {
      report.isInterrupted = true
      return report
    }
    report.settle(outcomes, drafts.mapValues(\.items.count))
    return report
  }

  private func read(_ file: InputFile) throws {
    // Nothing to read, or a pipe that nobody writes to.
    if file.isSpecial || (!file.isExplicit && file.size == 0) { return passOver(file.path) }
    let isStopped: () -> Bool = { [flag = context.stopFlag] in flag.isSet }
    let raw: any ByteSource
    do {
      raw =
        file.isStandardInput
        ? StandardInputByteSource(isStopped: isStopped)
        : try FileByteSource(bytes: file.bytes, name: file.path, isStopped: isStopped)
    } catch let error as PasserelleError {
      return fail(error, file.path)
    }
    do {
      try ContainerWalk.read(
        CountingByteSource(raw, isStopped: isStopped), file: file.path,
        peekedBytes: ReferenceSource.peekedBytes, isIgnored: Self.isIgnored(entry:)
      ) { item in
        switch item {
        case .fault(let name, let error): fail(error, name)
        case .file(let found):
          try read(found, isNamed: file.isExplicit && !found.isMember)
        }
        return !context.stopFlag.isSet
      }
    } catch is ReadingStopped {
      // The lists stay as they were.
    }
  }

  /// Whether an entry of an archive is for people, or for the system that packed it.
  private static func isIgnored(entry path: String) -> Bool {
    let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    guard !isHidden else { return true }
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    // Of what is left out of sources, a list of communes is what is wanted here.
    return name != "communes.csv" && SourceFormats.isIgnored(fileName: path)
  }

  /// Reads a file that is not packed any more; one that the user named has to be a list.
  private func read(_ found: ContainerWalk.File, isNamed: Bool) throws {
    let name = found.name
    do {
      var input = found.input
      if try takes(name, found.head, &input) { return report.filesRead += 1 }
      let inner = String(ArchivePath.inner(name))
      guard let source = ReferenceSource.detect(fileName: inner, firstBytes: found.head) else {
        guard isNamed else { return passOver(name) }
        throw Self.unknown(name)
      }
      switch source {
      case .table(let table): try read(table, &input, name)
      case .codeLists(let kind):
        // A vocabulary without a list in it: the folder holds other things too.
        guard try read(kind, &input, name, isNamed: isNamed) else { return passOver(name) }
      }
      report.filesRead += 1
    } catch let error as PasserelleError where error.code != .outputUnwritable {
      fail(error, name)
    }
  }

  private func fail(_ error: PasserelleError, _ name: String) {
    report.filesFailed += 1
    report.tell(Diagnostic.failure(error, file: name))
    onFileError(error)
  }

  private func passOver(_ name: String) {
    report.filesPassed += 1
    report.tell(Diagnostic(.referencePassedOver, at: SourceLocation(file: name)))
  }

  /// Tells of what was joined to a code: once a list how often a code came again, and each disagreement.
  private func tell(_ code: DiagnosticCode, of value: String, in list: String, at location: SourceLocation) {
    guard code == .referenceRepeated else { return report.tell(Diagnostic(code, at: location, value: value)) }
    repeated[list, default: (location, 0)].count += 1
  }

  private func tellRepeated() {
    for (list, found) in repeated.sorted(by: { $0.key < $1.key }) {
      report.tell(
        Diagnostic(.referenceRepeated, at: found.first, field: list, value: String(found.count)))
    }
  }

  private func read(_ table: TableFile, _ input: inout any ByteSource, _ file: String) throws {
    try table.read(&input, file: file) { info, row in
      report.rowsIn += 1
      for diagnostic in row.diagnostics { report.tell(diagnostic) }
      if let refusal = row.refusal ?? take(row, of: info, file: file, joins: table.repeatsCodes) {
        try refuse(refusal)
      } else {
        report.stored += 1
      }
      return !context.stopFlag.isSet
    }
  }

  /// Takes the items of a row; gives the refusal of one that contradicts an earlier row of its file.
  private func take(_ row: TableRow, of info: ReferenceListInfo, file: String, joins: Bool) -> RefusedRecord?
  {
    for item in row.items {
      let code = item.entry.code
      switch drafts[info.id, default: ReferenceDraft(info)].add(item, file: file, joins: joins) {
      case .kept(let told?): tell(told, of: code, in: info.id, at: row.location)
      case .kept(nil): continue
      case .refused:
        return RefusedRecord(
          bytes: row.bytes, diagnostics: [Diagnostic(.referenceRepeatedCode, at: row.location, value: code)])
      }
    }
    return nil
  }

  /// Genericode and SKOS: one row a code.
  ///
  /// - Returns: False for a file of a folder that holds no list at all.
  private func read(
    _ kind: CodeListFile.Kind, _ input: inout any ByteSource, _ file: String, isNamed: Bool
  ) throws -> Bool {
    let (lists, diagnostics) = try CodeListFile.read(&input, file: file, kind: kind)
    let errors = diagnostics.filter { $0.code.severity == .error }
    if lists.isEmpty, errors.allSatisfy({ $0.location.line == nil }) {
      guard isNamed else { return false }
      throw Self.unknown(file, errors.first?.code)
    }
    for list in lists {
      let info = ReferenceListInfo(list)
      for entry in list.entries {
        report.rowsIn += 1
        report.stored += 1
        if case .kept(let code?) = drafts[info.id, default: ReferenceDraft(info)].add(
          ReferenceItem(entry: entry), file: file, joins: true)
        {
          tell(code, of: entry.code, in: info.id, at: SourceLocation(file: file, line: entry.line))
        }
      }
    }
    for diagnostic in diagnostics {
      guard diagnostic.code.severity == .error else {
        report.tell(diagnostic)
        continue
      }
      report.rowsIn += 1
      try refuse(RefusedRecord(bytes: [], diagnostics: [diagnostic]))
    }
    return true
  }

  private func refuse(_ refusal: RefusedRecord) throws {
    report.refused += 1
    for diagnostic in refusal.diagnostics { report.tell(diagnostic) }
    try quarantine.keep(refusal)
  }

  private func tell(_ done: Int, _ total: Int) {
    context.progress(
      ProgressUpdate(
        stage: LocalizedText(fr: "Listes officielles", en: "Official lists"), done: done, total: total,
        unit: .bytes))
  }

  private static func unknown(_ path: String, _ reason: DiagnosticCode? = nil) -> PasserelleError {
    if let reason {
      return PasserelleError(
        .inputUnknownFormat,
        LocalizedText(
          fr: reason.reason.french + " " + reason.remedy.french,
          en: reason.reason.english + " " + reason.remedy.english), at: SourceLocation(file: path))
    }
    return PasserelleError(
      .inputUnknownFormat,
      LocalizedText(
        fr:
          "« \(path) » n’est pas une liste officielle connue : CPV, NUTS, communes, départements, régions, villes, taux de change, codes remplacés (CSV), genericode ou SKOS.",
        en:
          "'\(path)' is no official list that is known: CPV, NUTS, communes, departments, regions, cities, exchange rates, replaced codes (CSV), genericode or SKOS."
      ), at: SourceLocation(file: path))
  }
}

extension Instant {
  /// A moment some months of thirty days before.
  func earlier(months: Int) -> Instant {
    Instant(milliseconds: milliseconds - Int64(months) * 30 * 86_400_000)
  }
}
