internal import PasserelleCore
internal import PasserelleXML

/// Reads a TED notice into the outline of a call, each field checked; the outline is stated as that of any notice.
struct TEDMapper: NoticeStating {
  let notice: TEDNotice
  let form: TEDForm
  /// The form in its first language.
  let body: TEDElement
  var base: AwardMapper
  var outline: NoticeOutline
  var buyerNumbers: [PartyNumber?] = []
  var currencies: [String: String] = [:]

  var source: String { TEDReader.source }
  var announcedForm: String? { form.kind?.form?.rawValue }

  /// Makes a mapper whose contract is the thing of a key.
  init(
    _ notice: TEDNotice, form: TEDForm, body: TEDElement, key: String, location: SourceLocation,
    iris: IRISpace
  ) {
    self.notice = notice
    self.form = form
    self.body = body
    outline = NoticeOutline(identifier: notice.number ?? key, language: notice.language)
    base = AwardMapper(
      AwardRecord(
        platform: TEDReader.source, scheme: .local, identifier: outline.identifier,
        buyer: AwardRecord.Party(path: "CONTRACTING_BODY")),
      key: TEDReader.source + ":" + key, location: location, iris: iris)
  }

  /// The coded data.
  var coded: TEDElement? { notice.root.first(.codedDataSection) }

  /// Reads every field into the outline.
  ///
  /// - Parameter awards: The awards of the notice.
  mutating func read(_ awards: [TEDAward]) {
    readHead()
    readBuyers()
    switch form.layout {
    case .current: readObjects()
    case .former: readFormerObject()
    }
    readResults(awards)
    complete()
  }

  /// Reads what identifies the notice.
  mutating func readHead() {
    outline.form = form.kind?.form
    outline.type = form.kind?.type
    outline.subtype = form.kind?.subtype
    outline.published = published()
    if form.kind?.form == .competition { outline.procedureIdentifier = outline.identifier }
    if form.kind?.form?.isOfResults == true {
      outline.procedureIdentifier = notice.references.first ?? outline.identifier
    }
  }

  /// The day of publication, else of dispatch.
  mutating func published() -> PartialDate? {
    if let day = coded?.first(path: .refOjs, .datePub) { return date(compact: day) }
    return coded?.first(path: .codifData, .dsDateDispatch).flatMap { date(compact: $0) }
  }

  /// The procedure in the words of French award data.
  func procedure() -> String? {
    if form.layout == .current, let procedure = body.first(.procedure) {
      for child in procedure.element.children where child.name.hasPrefix("PT_") {
        if let words = TEDCodes.procedure(child.name) { return words }
      }
      for directive in procedure.children {
        switch directive.tag {
        case .directive2009Defence, .directive2014Concessions, .directive2014Classic, .directive2014Utilities:
          for child in directive.element.children {
            if let words = TEDCodes.procedure(child.name) { return words }
          }
        default: break
        }
      }
    }
    return coded?.first(path: .codifData, .prProc)?.attribute("CODE").flatMap { TEDCodes.codedProcedures[$0] }
  }

  /// The directive that the notice is published under, by its CELEX number.
  var basis: String? { TEDMapper.basis(body, coded) }

  static func basis(_ body: TEDElement, _ coded: TEDElement?) -> String? {
    if let written = body.first(.legalBasis)?.attribute("VALUE") { return written }
    if body.name.hasSuffix("_DEFENCE") { return "32009L0081" }
    return coded?.first(path: .codifData, .directive)?.attribute("VALUE").flatMap { TEDCodes.directives[$0] }
  }

  /// Fills in what only the lots say, and checks what a call must have.
  private mutating func complete() {
    outline.procedure = procedure()
    if outline.title == nil {
      base.report(.awardNoTitle, "OBJECT_CONTRACT/TITLE")
      outline.title = outline.lots.lazy.compactMap(\.title).first
    }
    if outline.places.isEmpty {
      for place in outline.lots.flatMap(\.places) where !outline.places.contains(place) {
        outline.places.append(place)
      }
    }
    if let text = outline.title ?? outline.description { outline.language = text.language }
    if outline.form?.isOfResults == true {
      // To a call that has its result there is nothing left to answer.
      for index in outline.lots.indices {
        outline.lots[index].deadline = nil
        outline.lots[index].deadlineTime = nil
        outline.lots[index].participationDeadline = nil
      }
    } else {
      outline.deadline = outline.lots.compactMap { $0.deadline ?? $0.participationDeadline }.max()
    }
    if outline.deadline == nil, form.kind?.type.hasPrefix("cn-") == true {
      base.report(.eformsNoDeadline, "DATE_RECEIPT_TENDERS")
    }
    if let published = outline.published, let deadline = outline.deadline,
      deadline.firstDay < published.firstDay
    {
      base.report(.eformsDeadlineOrder, "DATE_RECEIPT_TENDERS", deadline.description)
    }
    if outline.buyers.isEmpty { base.report(.eformsNoBuyer, "CONTRACTING_BODY") }
  }

  /// States what the Official Journal calls the notice in other languages: titles made of the CPV code.
  mutating func stateJournalTitles() {
    for title in notice.root.first(path: .translationSection, .mlTitles)?.all(.mlTiDoc) ?? [] {
      guard let language = title.attribute("LG").map(LanguageTag.tag), language != LanguageTag.undetermined,
        let text = title.first(.tiText)?.content
      else { continue }
      base.state(Vocabulary.alternativeLabel, .string(text, language: language))
    }
  }
}
