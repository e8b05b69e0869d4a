public import PasserelleCore
import PasserellePipeline
import PasserelleRDF
import PasserelleSources

/// The format that a file is turned into.
public enum ConversionForm: String, Sendable, Hashable, CaseIterable {
  /// RDF in Turtle: every statement.
  case turtle
  /// RDF in expanded JSON-LD: every statement, a list of one graph object a record.
  case jsonld
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
  /// Of several files, those that cannot be read are told of and counted, and the others are turned.
  ///
  /// - Parameters:
  ///   - path: The file; `-` for standard input.
  ///   - form: The format wanted.
  ///   - stopFlag: Asks to stop.
  ///   - told: Told of everything that was repaired, dropped, refused or left out.
  ///   - body: Gets the document piece by piece; returns false to stop.
  /// - Returns: What was written and what was left out.
  /// - Throws: What the body throws; ``PasserelleError`` for a file that cannot be read as a whole and is the only one.
  /// - Complexity: O(*n*) in the statements, which are held in memory: a later state of a record may complete any.
  public func convert(
    _ path: String, to form: ConversionForm, stopFlag: StopFlag = StopFlag(), told: (Diagnostic) -> Void,
    _ body: ([UInt8]) throws -> Bool
  ) throws -> ExportBalance {
    let iris = IRISpace(base: base)
    var balance = ExportBalance()
    let isRDF = form == .turtle || form == .jsonld
    let records = try read(path, isRDF ? vocabulary.statements : .own, iris, stopFlag, &balance, told)
    switch form {
    case .turtle, .jsonld:
      try rdf(records, form == .turtle ? .turtle : .jsonld, iris, &balance, stopFlag, body)
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
    var faults = ConversionFaults()
    do {
      for file in try InputFiles.expand([path], isIgnored: SourceFormats.isIgnored) {
        try SourceOpener.read(file, options, isStopped: { stopFlag.isSet }) { item in
          switch item {
          case .passedOver(let diagnostic): told(diagnostic)
          case .failed(let error, let name): try faults.fail(error, name: name, of: path, told)
          case .source(let source):
            do {
              try gather(source, iris, stopFlag, &gathered, &faults, &balance, told)
            } catch let error as PasserelleError where error.code.isAboutInput {
              try faults.fail(error, name: source.name, of: path, told)
            }
          }
          return !stopFlag.isSet
        }
      }
    } catch is ReadingStopped {
      // Asked for by the flag, in the middle of a file.
    }
    if !stopFlag.isSet { try faults.end() }
    let records = gathered.records
    balance.records += records.count
    balance.unreadable = faults.count
    return records
  }

  /// Reads one file to its end.
  private func gather(
    _ source: SourceOpener.Source, _ iris: IRISpace, _ stopFlag: StopFlag,
    _ gathered: inout ConversionStates, _ faults: inout ConversionFaults, _ balance: inout ExportBalance,
    _ told: (Diagnostic) -> Void
  ) throws {
    var input = source.input
    try source.format.read(&input, file: source.name) { item in
      faults.read(told)
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
    faults.read(told)
  }

  // Writing

  private func rdf(
    _ records: [Read], _ syntax: RDFSyntax, _ iris: IRISpace, _ balance: inout ExportBalance,
    _ stopFlag: StopFlag, _ body: ([UInt8]) throws -> Bool
  ) throws {
    try StatementDocument.write(syntax, body) { serializer in
      for record in records {
        guard !stopFlag.isSet else { return false }
        if syntax.hasGraphs {
          let graph = Term.iri(iris.record(source: record.source, key: record.key))
          try serializer.add(
            StatementDocument.ordered(record.statements, about: record.mapped.subject), in: graph)
        } else {
          try serializer.add(record.statements, in: nil)
        }
        balance.written += 1
      }
      return true
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
    var writer = ProcedureWriter(
      package.format(isFrench: form == .decp),
      package: package.written(base: base, license: licenses.count == 1 ? licenses.first : nil))
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
