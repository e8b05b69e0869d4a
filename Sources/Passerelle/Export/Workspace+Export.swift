public import PasserelleCore
import PasserelleGraph
import PasserelleRDF
import PasserelleRendering
import PasserelleSources

extension Workspace {
  /// Writes records in a format that others read: the same content and request give the same bytes.
  ///
  /// Tables, JSON lines and RDF have one entry a record, in the order stored; packages one entry a process, in the order in
  /// which their first records are stored. Nothing is invented: a record that lacks what the format requires is left
  /// out and told. Records that their source restricts are left out.
  ///
  /// - Parameters:
  ///   - request: Which records, and how.
  ///   - language: The language of messages.
  ///   - told: Told of each record that is left out by name, for those who follow it up.
  ///   - body: Gets the document piece by piece; returns false to stop.
  /// - Returns: What was written and what was left out.
  /// - Throws: What the body throws; ``PasserelleError`` with code `entity.notFound` or `query.invalid` for a buyer who
  ///   is not known.
  /// - Complexity: O(*n*) in the statements; packages of OCDS remember the records' numbers by process.
  public func export(
    _ request: ExportRequest, language: MessageLanguage, told: (Diagnostic) -> Void = { _ in },
    _ body: ([UInt8]) throws -> Bool
  ) throws -> ExportBalance {
    try store.read { reader in
      let selection = try ExportSelection(
        reader, request, iris: store.iris, ontology: ontology, language)
      var run = ExportRun(
        selection: selection, reader: reader, request: request, iris: store.iris, base: settings.base,
        isStopped: { [stopFlag = context.stopFlag] in stopFlag.isSet })
      switch request.form {
      case .csv, .ndjson: try run.writeRecords(told, body)
      case .ocds, .decp: try run.writeProcesses(told, body)
      case .ntriples, .nquads, .turtle, .jsonld: try run.writeStatements(told, body)
      }
      return run.balance
    }
  }
}

/// One export on its way.
private struct ExportRun {
  let selection: ExportSelection
  let reader: GraphReader
  let request: ExportRequest
  let iris: IRISpace
  let base: String
  let isStopped: () -> Bool
  var balance = ExportBalance()

  private var identity: ProcessIdentity { ProcessIdentity(prefix: request.package.prefix) }

  /// The statements of a record that is to be exported; nil where it is not, which is counted.
  private mutating func chosen(_ version: RecordVersion, _ told: (Diagnostic) -> Void) throws
    -> RecordStatements?
  {
    try chosenStatements(version, told)?.record
  }

  /// The statements of a record that is to be exported, also as stored; nil where it is not, which is counted.
  private mutating func chosenStatements(_ version: RecordVersion, _ told: (Diagnostic) -> Void) throws
    -> (record: RecordStatements, stored: [StatementOverlay.Statement])?
  {
    // Documents, claims and sheets are no part of procurement data.
    guard version.kind == .award || version.kind == .call else { return nil }
    let stored = try selection.rawStatements(of: version)
    let record = try selection.record(version, stored)
    guard selection.holds(record) else { return nil }
    balance.records += 1
    guard request.includesDemonstration || !version.isDemonstration else {
      balance.leave([.demonstration])
      return nil
    }
    guard !record.isRestricted else {
      balance.leave([.restricted])
      told(Self.diagnostic(.exportRestricted, record.key))
      return nil
    }
    return (record, stored)
  }

  private static func diagnostic(_ code: DiagnosticCode, _ key: String, field: String? = nil) -> Diagnostic {
    Diagnostic(code, at: SourceLocation(file: key), field: field)
  }

  // Tables and lines

  mutating func writeRecords(_ told: (Diagnostic) -> Void, _ body: ([UInt8]) throws -> Bool) throws {
    let form = ExportRows(request)
    guard try body(form.start) else { return }
    try selection.versions { version in
      guard !isStopped() else { return false }
      guard let record = try chosen(version, told) else { return true }
      if request.form == .csv, record.kind != .award {
        balance.leave([.call])
        return true
      }
      balance.written += 1
      return try body(form.bytes(of: ExportRecord(record, identity: identity, in: iris)))
    }
  }

  // Statements

  mutating func writeStatements(_ told: (Diagnostic) -> Void, _ body: ([UInt8]) throws -> Bool) throws {
    guard let syntax = request.form.syntax else { return }
    try StatementDocument.write(syntax, body) { serializer in
      try selection.versions { version in
        guard !isStopped() else { return false }
        guard let chosen = try chosenStatements(version, told) else { return true }
        let graph = syntax.hasGraphs ? try selection.graph(of: version) : nil
        try serializer.add(
          StatementDocument.ordered(chosen.stored, about: chosen.record.subject), in: graph)
        balance.written += 1
        return true
      }
      return !isStopped()
    }
  }

  // Processes

  mutating func writeProcesses(_ told: (Diagnostic) -> Void, _ body: ([UInt8]) throws -> Bool) throws {
    var order: [String] = []
    var members: [String: [RecordVersion]] = [:]
    var licenses: Set<String> = []
    try selection.versions { version in
      guard !isStopped() else { return false }
      guard let record = try chosen(version, told) else { return true }
      // French contracts stand alone, whatever process they are of.
      let process = request.form == .decp ? version.key : identity.ocid(of: record)
      if members[process] == nil { order.append(process) }
      members[process, default: []].append(version)
      licenses.formUnion(record.main.iris(Vocabulary.license))
      return true
    }
    var writer = ProcedureWriter(
      request.package.format(isFrench: request.form == .decp),
      package: request.package.written(base: base, license: licenses.count == 1 ? licenses.first : nil))
    guard try body(writer.start()) else { return }
    for process in order {
      guard !isStopped() else { return }
      let versions = members[process] ?? []
      let records = try versions.map(selection.statements(of:))
      let draft = ProcedureDraft(records, identity: identity, in: iris)
      var left: [ProcedureWriter.LeftOut] = []
      let bytes = writer.add(
        draft, orDated: versions.map(\.ingested).max().flatMap { PartialDate(iso: $0.description) }
      ) {
        left.append($0)
      }
      balance.written += records.count - left.count
      for one in left {
        balance.leave(one)
        if one.fields.isEmpty { told(Self.diagnostic(.exportOtherKind, one.key)) }
        for field in one.fields { told(Self.diagnostic(.exportMissingField, one.key, field: field)) }
      }
      guard try bytes.isEmpty || body(bytes) else { return }
    }
    balance.derived = writer.derived
    _ = try body(writer.end())
  }
}

/// Writes records as rows or lines.
struct ExportRows {
  private let form: ExportForm
  private let options: CSVOptions

  init(_ request: ExportRequest) {
    form = request.form
    var options: CSVOptions = request.isSpreadsheet ? .frenchSpreadsheet : .standard
    options.guardsFormulas = true
    self.options = options
  }

  /// The start of the document.
  var start: [UInt8] {
    guard form == .csv else { return [] }
    let mark: [UInt8] = options.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    return mark + Array(CSVRenderer.line(ExportRecord.columns.map { .text($0) }, options: options).utf8)
  }

  /// The bytes of a record.
  func bytes(of record: ExportRecord) -> [UInt8] {
    guard form == .csv else { return record.json + [UInt8(ascii: "\n")] }
    return record.rows.flatMap { Array(CSVRenderer.line($0.cells, options: options).utf8) }
  }
}
