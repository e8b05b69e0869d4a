public import PasserelleCore
import PasserellePipeline
import PasserelleRDF
import PasserelleSources

/// The format that a file is turned into.
public enum ConversionForm: String, Sendable, Hashable, CaseIterable {
  /// RDF in Turtle: every statement.
  case turtle
  /// A record package of OCDS 1.1.
  case ocds
  /// The French essential procurement data of 2022.
  case decp
  /// JSON lines, `passerelle-export/1`.
  case json
}

/// Turns a file of one format into another, without a workspace.
public struct Conversion {
  /// The format's name; nil to tell it from the file.
  public var sourceName: String?
  /// The encoding of a text file; nil for UTF-8.
  public var encoding: String?
  /// The mapping file of a table; nil for the one beside the file.
  public var mappingPath: String?
  /// Which statements are made of eForms notices; the formats of procurement data are written from the product's own.
  public var vocabulary = ConversionVocabulary.all
  /// The base of the IRIs that are coined.
  public var base = IRISpace.defaultBase
  /// What a package says of itself.
  public var package = ExportPackage()

  /// Makes a conversion with nothing said.
  public init() {}

  /// Turns a file, or all files of an archive or folder, into one document.
  ///
  /// - Parameters:
  ///   - path: The file; `-` for standard input.
  ///   - form: The format wanted.
  ///   - stopFlag: Asks to stop.
  ///   - told: Told of everything that was repaired, dropped, refused or left out.
  ///   - body: Gets the document piece by piece; returns false to stop.
  /// - Returns: What was written and what was left out.
  /// - Throws: What the body throws; ``PasserelleError`` for a file that cannot be read as a whole.
  /// - Complexity: O(*n*) in the statements, which are held in memory but for Turtle of records that stand alone.
  public func convert(
    _ path: String, to form: ConversionForm, stopFlag: StopFlag = StopFlag(), told: (Diagnostic) -> Void,
    _ body: ([UInt8]) throws -> Bool
  ) throws -> ExportBalance {
    let iris = IRISpace(base: base)
    var balance = ExportBalance()
    let records = try read(
      path, form == .turtle ? vocabulary.statements : .own, iris, stopFlag, &balance, told)
    switch form {
    case .turtle:
      try turtle(records, body)
      balance.written = records.count
    case .json: try json(records, iris, &balance, told, body)
    case .ocds, .decp: try package(records, form, iris, &balance, told, body)
    }
    return balance
  }

  // Reading

  /// A record of the file, whole.
  struct Read {
    let source: String
    let key: String
    let location: SourceLocation
    let mapped: MappedRecord
    let statements: [StatementOverlay.Statement]

    var record: RecordStatements {
      RecordStatements(
        source: source, key: key, subject: mapped.subject, kind: mapped.kind,
        isDemonstration: mapped.isDemonstration,
        statements: statements.compactMap { one in
          guard let subject = one.subject.iriValue, let predicate = one.predicate.iriValue else { return nil }
          return (subject, predicate, one.object)
        })
    }
  }

  private func read(
    _ path: String, _ stating: NoticeStatements, _ iris: IRISpace, _ stopFlag: StopFlag,
    _ balance: inout ExportBalance, _ told: (Diagnostic) -> Void
  ) throws -> [Read] {
    var options = Ingestor.Options()
    (options.formatName, options.encoding, options.mappingPath) = (sourceName, encoding, mappingPath)
    options.noticeStatements = stating
    var gathered = ConversionStates()
    for file in try InputFiles.expand([path], isIgnored: SourceFormats.isIgnored) {
      try SourceOpener.read(file, options, isStopped: { stopFlag.isSet }) { item in
        switch item {
        case .passedOver(let diagnostic): told(diagnostic)
        case .failed(let error, let name):
          guard name != path else { throw error }
          balance.records += 1
          balance.leave([.refused])
          told(Diagnostic(.exportUnreadable, at: SourceLocation(file: name), value: error.message.english))
        case .source(let source):
          var input = source.input
          try source.format.read(&input, file: source.name) { item in
            switch item {
            case .refused(let refused):
              balance.records += 1
              balance.leave([.refused])
              refused.diagnostics.forEach(told)
            case .record(let record):
              if let refusal = gathered.add(record, iris, told) {
                balance.records += 1
                balance.leave([refusal])
              }
            }
            return !stopFlag.isSet
          }
        }
        return !stopFlag.isSet
      }
    }
    let records = gathered.records
    balance.records += records.count
    return records
  }

  // Writing

  private func turtle(_ records: [Read], _ body: ([UInt8]) throws -> Bool) throws {
    struct Stopped: Error {}
    try withoutActuallyEscaping(body) { body in
      let prefixes = GraphQuery.prefixes.sorted { $0.key < $1.key }.map { (name: $0.key, iri: $0.value) }
      let serializer = RDFSerializer(.turtle, prefixes: prefixes) {
        guard try body($0) else { throw Stopped() }
      }
      do {
        for record in records {
          for one in record.statements {
            try serializer.add(
              RDFStatement(subject: .term(one.subject), predicate: one.predicate, object: .term(one.object)))
          }
        }
        try serializer.finish()
      } catch is Stopped {}
    }
  }

  /// The records that formats of procurement data have a place for; the others are told of.
  private func procurement(
    _ records: [Read], _ balance: inout ExportBalance, _ told: (Diagnostic) -> Void
  ) -> [RecordStatements] {
    records.compactMap { one in
      guard one.mapped.kind == .award || one.mapped.kind == .call else {
        balance.leave([.otherKind])
        told(Diagnostic(.exportOtherKind, at: one.location))
        return nil
      }
      let record = one.record
      guard record.isRestricted else { return record }
      balance.leave([.restricted])
      told(Diagnostic(.exportRestricted, at: one.location))
      return nil
    }
  }

  private func json(
    _ records: [Read], _ iris: IRISpace, _ balance: inout ExportBalance, _ told: (Diagnostic) -> Void,
    _ body: ([UInt8]) throws -> Bool
  ) throws {
    let identity = ProcessIdentity(prefix: package.prefix)
    for record in procurement(records, &balance, told) {
      balance.written += 1
      let line = ExportRecord(record, identity: identity, in: iris).json + [UInt8(ascii: "\n")]
      guard try body(line) else { return }
    }
  }

  private func package(
    _ records: [Read], _ form: ConversionForm, _ iris: IRISpace, _ balance: inout ExportBalance,
    _ told: (Diagnostic) -> Void, _ body: ([UInt8]) throws -> Bool
  ) throws {
    let identity = ProcessIdentity(prefix: package.prefix)
    let locations = Dictionary(records.map { ($0.key, $0.location) }) { first, _ in first }
    var order: [String] = []
    var members: [String: [RecordStatements]] = [:]
    var licenses: Set<String> = []
    for record in procurement(records, &balance, told) {
      let process = form == .decp ? record.key : identity.ocid(of: record)
      if members[process] == nil { order.append(process) }
      members[process, default: []].append(record)
      licenses.formUnion(record.main.iris(Vocabulary.license))
    }
    let format: ProcedureWriter.Format =
      form == .decp ? .decp : package.isOfReleases ? .ocdsReleases : .ocdsRecords
    var writer = ProcedureWriter(
      format, package: package.written(base: base, license: licenses.count == 1 ? licenses.first : nil))
    guard try body(writer.start()) else { return }
    for process in order {
      let group = members[process] ?? []
      var left: [ProcedureWriter.LeftOut] = []
      let bytes = writer.add(ProcedureDraft(group, identity: identity, in: iris)) { left.append($0) }
      balance.written += group.count - left.count
      for one in left {
        balance.leave(one)
        let location = locations[one.key] ?? SourceLocation(file: one.key)
        if one.fields.isEmpty { told(Diagnostic(.exportOtherKind, at: location)) }
        for field in one.fields { told(Diagnostic(.exportMissingField, at: location, field: field)) }
      }
      guard try bytes.isEmpty || body(bytes) else { return }
    }
    balance.derived = writer.derived
    _ = try body(writer.end())
  }
}
