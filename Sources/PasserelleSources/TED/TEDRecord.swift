internal import PasserelleCore
internal import PasserelleXML

/// The call of one notice of TED, or what a correction says of one.
struct TEDRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = 2

  let xml: XMLRecord
  let notice: TEDNotice
  let form: TEDForm
  let body: TEDElement
  let awards: [TEDAward]
  /// The number of the notice; of a correction, that of the notice corrected.
  let key: String

  var source: String { TEDReader.source }
  var mappingVersion: Int { Self.version }
  var bytes: [UInt8] { xml.bytes }
  var location: SourceLocation { xml.location }

  /// A notice says everything; corrections are laid over it.
  var amendment: RecordAmendment? {
    RecordAmendment(
      identifier: notice.number ?? key, issued: notice.dispatched, isWhole: !form.isCorrection)
  }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    var mapper = TEDMapper(notice, form: form, body: body, key: key, location: location, iris: iris)
    var additive: Set<String> = []
    let published: PartialDate?
    if form.isCorrection {
      published = mapper.published()
      mapper.outline.identifier = key
      mapper.stateCorrection()
      if notice.references.isEmpty { mapper.base.report(.tedNoCorrected, "NOTICE_NUMBER_OJ") }
      additive = [Vocabulary.additionalInformation]
    } else {
      mapper.read(awards)
      published = mapper.outline.published
      mapper.stateAll()
      mapper.stateJournalTitles()
    }
    mapper.tellUnread()
    var mapped = MappedRecord(
      subject: mapper.base.contract, kind: .call, published: published, isDemonstration: false,
      statements: mapper.base.statements, diagnostics: mapper.base.diagnostics)
    mapped.additiveRelations = additive
    return mapped
  }
}

/// One award of a notice of TED: a contract, or a lot that was won.
///
/// The notice of the award and those of its modifications tell of one contract: they share the key, and are laid over
/// each other by their dates of dispatch.
struct TEDAwardRecord: SourceRecord {
  let xml: XMLRecord
  let notice: TEDNotice
  let form: TEDForm
  let body: TEDElement
  let award: TEDAward
  /// Whether it is the first record of the notice.
  let isFirst: Bool
  /// How many awards the notice tells of.
  let count: Int

  var key: String { award.key }
  var source: String { TEDReader.source }
  var mappingVersion: Int { TEDRecord.version }
  var bytes: [UInt8] { xml.bytes }
  var location: SourceLocation { xml.location }

  var amendment: RecordAmendment? {
    RecordAmendment(
      identifier: notice.number ?? key, issued: notice.dispatched,
      isWhole: form.kind?.form?.isAfterAward != true)
  }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    var mapper = TEDAwardMapper(self, key: key, iris: iris)
    return mapper.run()
  }
}

extension TEDNotice {
  /// The day of dispatch, as its first moment.
  var dispatched: Instant? {
    guard let day = root.first(path: .codedDataSection, .codifData, .dsDateDispatch)?.content?.prefix(8),
      day.utf8.count == 8
    else { return nil }
    return Instant(iso: "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.dropFirst(6))T00:00:00Z")
  }
}

/// Takes a document apart into its records.
enum TEDRecords {
  /// The records of a notice, the call first, or its refusal.
  static func items(of item: XMLRecordItem) -> [SourceItem] {
    switch item {
    case .refused(let refused): return [.refused(refused)]
    case .record(let xml):
      func refused(_ code: DiagnosticCode, _ field: String, _ value: String? = nil) -> [SourceItem] {
        let diagnostic = Diagnostic(code, at: xml.location, field: field, value: value)
        return [.refused(RefusedRecord(bytes: xml.bytes, diagnostics: [diagnostic]))]
      }
      guard let notice = TEDNotice(xml.tree) else {
        return refused(.tedUnknownForm, xml.tree.root.name, xml.tree.root.namespace)
      }
      guard let number = notice.number else { return refused(.tedNoNumber, "DOC_ID") }
      guard let master = notice.master else { return refused(.tedUnknownForm, "FORM_SECTION") }
      let wrapped = TEDElement(element: master, names: notice.names)
      let basis = TEDMapper.basis(wrapped, notice.root.first(.codedDataSection))
      guard let form = TEDForm(wrapped, basis: basis), form.kind != nil else {
        return refused(.tedUnknownForm, "FORM_SECTION", wrapped.name)
      }
      return items(xml, notice, number: number, form: form, body: wrapped)
    }
  }

  private static func items(
    _ xml: XMLRecord, _ notice: TEDNotice, number: String, form: TEDForm, body: TEDElement
  ) -> [SourceItem] {
    let isAfterAward = form.kind?.form?.isAfterAward == true
    let referred = isAfterAward || form.isCorrection ? notice.references.first : nil
    var awards = TEDAward.all(in: body, of: form)
    TEDAward.setKeys(&awards, number: referred ?? number)
    var items: [SourceItem] = []
    if !isAfterAward {
      items.append(
        .record(
          TEDRecord(
            xml: xml, notice: notice, form: form, body: body, awards: awards,
            key: form.isCorrection ? referred ?? number : number)))
    }
    let won = form.kind?.form?.isOfResults == true || isAfterAward ? awards.filter(\.isAwarded) : []
    for award in won {
      items.append(
        .record(
          TEDAwardRecord(
            xml: xml, notice: notice, form: form, body: body, award: award, isFirst: items.isEmpty,
            count: won.count)))
    }
    guard items.isEmpty else { return items }
    let diagnostic = Diagnostic(
      .eformsNoContract, at: xml.location, field: "AWARD_CONTRACT", value: form.number)
    return [.refused(RefusedRecord(bytes: xml.bytes, diagnostics: [diagnostic]))]
  }
}
