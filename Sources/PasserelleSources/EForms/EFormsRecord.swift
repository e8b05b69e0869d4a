internal import PasserelleCore
internal import PasserelleXML

/// The call of one notice: what a buyer intends, asks for, or has asked for.
struct EFormsRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = 3

  let xml: XMLRecord
  let notice: EFormsNotice
  /// The result section, of a notice of results.
  let result: NoticeResult?
  /// The identifier of the notice, without its version: a further version of the notice is one of the record.
  let key: String
  /// The rules that the notice is held against.
  let rules: EFormsRuleShelf?
  /// Which statements are made.
  var stating = NoticeStatements.own

  var source: String { EFormsReader.source }
  var mappingVersion: Int { Self.version + (stating == .own ? 0 : EPOMapper.version) }
  var bytes: [UInt8] { xml.bytes }
  var location: SourceLocation { xml.location }

  /// Each version of a notice says everything; the last one by its dispatch counts.
  var amendment: RecordAmendment? {
    RecordAmendment(
      identifier: [key, notice.version ?? ""].joined(separator: "-"), issued: notice.dispatched, isWhole: true
    )
  }

  /// Reads the fields.
  func outline(key: String, in iris: IRISpace) -> NoticeMapper {
    var mapper = NoticeMapper(notice, key: key, location: location, iris: iris)
    mapper.read(result)
    return mapper
  }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    var mapper = outline(key: key, in: iris)
    mapper.stateAll()
    mapper.tellUnread()
    if let rules { mapper.base.diagnostics += rules.diagnostics(on: xml.tree, at: location) }
    var mapped = MappedRecord(
      subject: mapper.base.contract, kind: .call, published: mapper.outline.published,
      isDemonstration: mapper.outline.isDemonstration, statements: mapper.base.statements,
      diagnostics: mapper.base.diagnostics)
    mapped.state(stating, of: notice, key: key, location: location, in: iris)
    return mapped
  }
}

/// One award of a notice: a contract, or a lot that was won.
///
/// Several notices of a procedure tell of one contract: the result, its corrections, its modifications, its completion.
/// They share the key, and are laid over each other by their dates of dispatch.
struct EFormsAwardRecord: SourceRecord {
  let xml: XMLRecord
  let notice: EFormsNotice
  let award: NoticeAward
  /// What is to be told of the result section; of the first record of a notice without call.
  let findings: [NoticeResult.Finding]
  /// Whether it is the first record of the notice.
  let isFirst: Bool
  /// The rules that the notice is held against; nil but for the first record of a notice.
  let rules: EFormsRuleShelf?
  /// The rank of the award in the notice and how many there are.
  let count: Int
  /// Which statements are made.
  var stating = NoticeStatements.own

  var key: String { award.key }
  var source: String { EFormsReader.source }
  var mappingVersion: Int { EFormsRecord.version + (stating == .own ? 0 : EPOMapper.version) }
  var bytes: [UInt8] { xml.bytes }
  var location: SourceLocation { xml.location }

  /// A result says everything of the contract; modifications and completions add to it.
  var amendment: RecordAmendment? {
    RecordAmendment(
      identifier: [notice.identifier?.lowercased(), notice.version].compactMap { $0 }.joined(separator: "-"),
      issued: notice.dispatched, isWhole: notice.announcement?.isOfResults ?? true)
  }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    var mapper = NoticeAwardMapper(self, key: key, iris: iris)
    var mapped = mapper.run()
    if let rules { mapped.diagnostics += rules.diagnostics(on: xml.tree, at: location) }
    mapped.additiveRelations = [Vocabulary.hasModification]
    // A notice without call has no record of its own: its first award stands for it.
    if isFirst, let identifier = notice.identifier?.lowercased() {
      mapped.state(stating, of: notice, key: identifier, location: location, in: iris)
    } else if !stating.isOwn {
      mapped.statements = StatementBuffer()
    }
    return mapped
  }
}

/// Takes a document apart into its records.
enum NoticeRecords {
  /// The records of a notice, the call first, or its refusal: only what is needed for the keys is looked at.
  static func items(
    of item: XMLRecordItem, rules: EFormsRuleShelf? = nil, stating: NoticeStatements = .own
  ) -> [SourceItem] {
    switch item {
    case .refused(let refused): return [.refused(refused)]
    case .record(let xml):
      func refused(_ code: DiagnosticCode, _ field: String, _ value: String? = nil) -> [SourceItem] {
        let diagnostic = Diagnostic(code, at: xml.location, field: field, value: value)
        return [.refused(RefusedRecord(bytes: xml.bytes, diagnostics: [diagnostic]))]
      }
      guard let notice = EFormsNotice(xml.tree) else {
        return refused(.eformsUnknownRoot, xml.tree.root.name, xml.tree.root.namespace)
      }
      if notice.document == .registration {
        return refused(.eformsRegistration, notice.root.name, notice.type)
      }
      guard let identifier = notice.identifier else { return refused(.eformsNoIdentifier, "ID") }
      let result = NoticeResult(notice)
      let awards = notice.document == .contractAward ? result?.awards ?? [] : []
      var items: [SourceItem] = []
      if notice.announcement?.isAfterAward != true, hasText(notice) {
        items.append(
          .record(
            EFormsRecord(
              xml: xml, notice: notice, result: result, key: identifier.lowercased(), rules: rules,
              stating: stating)))
      }
      for award in awards {
        let isFirst = items.isEmpty
        let record = EFormsAwardRecord(
          xml: xml, notice: notice, award: award, findings: isFirst ? result?.findings ?? [] : [],
          isFirst: isFirst, rules: isFirst ? rules : nil, count: awards.count, stating: stating)
        items.append(.record(record))
      }
      guard items.isEmpty else { return items }
      return notice.announcement?.isAfterAward == true
        ? refused(.eformsNoContract, "NoticeResult", notice.type)
        : refused(.eformsNoCall, "ProcurementProject", notice.type)
    }
  }

  private static func hasText(_ notice: EFormsNotice) -> Bool {
    let projects = [notice.project] + notice.lots.map { $0.first("ProcurementProject") }
    return projects.contains { project in
      ["Name", "Description"].contains { project?.first($0)?.content != nil }
    }
  }
}
