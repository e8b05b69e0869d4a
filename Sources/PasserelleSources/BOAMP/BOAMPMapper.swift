internal import PasserelleCore
internal import PasserelleText

/// States a notice of the bulletin as a call, each value checked.
///
/// Cleaning and checks are those of awards; classes and relations are those that eForms notices give.
struct BOAMPMapper {
  let notice: BOAMPNotice
  /// The mapper whose checks are used; its contract is the call.
  var base: AwardMapper
  let outline: BOAMPOutline

  /// Makes a mapper; what the text says is read where no outline is given.
  init(
    _ notice: BOAMPNotice, outline: BOAMPOutline? = nil, key: String, location: SourceLocation,
    iris: IRISpace
  ) {
    self.notice = notice
    let text = notice.text.map(BOAMPText.init)
    self.outline =
      outline
      ?? text.map { text in
        let buyer = notice.buyer?.value.trimmed
        return text.isEuropean
          ? BOAMPEuropeanForm.outline(text, buyer: buyer) : BOAMPNationalForm.outline(text, buyer: buyer)
      } ?? BOAMPOutline()
    base = AwardMapper(
      AwardRecord(
        platform: BOAMPReader.source, scheme: .local, identifier: notice.number,
        buyer: AwardRecord.Party(path: "buyer"), diagnostics: notice.diagnostics),
      key: BOAMPReader.source + ":" + key, location: location, iris: iris)
  }

  /// Makes the statements.
  mutating func run() -> MappedRecord {
    base.state(Vocabulary.type, .iri(Vocabulary.call))
    base.state(
      Vocabulary.source, .string(notice.isDemonstration ? "demonstration" : BOAMPReader.source))
    base.state(Vocabulary.identifier, .string(notice.number))
    if notice.isDemonstration { base.state(Vocabulary.isDemonstration, .boolean(true)) }
    stateKind()
    base.state(Vocabulary.language, .string("fr"))
    if let title = base.text(notice.title) {
      base.state(Vocabulary.title, .string(title, language: "fr"))
    } else {
      base.report(.awardNoTitle, "title")
    }
    state(base.contract, Vocabulary.description, outline.description ?? notice.description)
    stateBuyer()
    stateCodes(base.contract, notice.codes + outline.codes)
    stateCategories()
    stateProcedure()
    statePlaces()
    stateAmount(base.contract, outline.amount)
    let published = base.date(notice.published)
    if let published { base.state(Vocabulary.published, .date(published)) }
    let deadline = deadline(after: published)
    if let deadline { base.state(Vocabulary.deadline, .date(deadline)) }
    for (offset, lot) in outline.lots.enumerated() { state(lot, order: offset + 1, deadline) }
    stateText()
    return MappedRecord(
      subject: base.contract, kind: .call, published: published, isDemonstration: notice.isDemonstration,
      statements: base.statements, diagnostics: base.diagnostics)
  }

  private mutating func stateKind() {
    let (form, isCancellation) = BOAMPTerms.form(notice.kind?.value)
    base.state(Vocabulary.noticeForm, .string(outline.isPlanning ? "planning" : form))
    if let type = outline.noticeType, form == "competition" {
      base.state(Vocabulary.noticeType, .string(type))
    }
    if let changed = notice.changedNotice { base.state(Vocabulary.changesNotice, .string(changed)) }
    if isCancellation || notice.isCancelled { base.state(Vocabulary.isCancellation, .boolean(true)) }
    if form == "result" { base.report(.boampResult, notice.kind?.name ?? "nature") }
  }

  private mutating func stateBuyer() {
    var party = AwardRecord.Party(path: "buyer")
    party.name = outline.buyerName.map { AwardRecord.Field(name: "I.1", value: $0) } ?? notice.buyer
    party.number = outline.buyerNumber.map { AwardRecord.Field(name: "I.1", value: $0) }
    guard let iri = base.stateParty(party, role: .buyer, rank: 1, mayLackNumber: true) else { return }
    base.state(Vocabulary.hasBuyer, .iri(iri))
    if let code = outline.buyerTerritory?.value, code != "FR" {
      base.statements.add(iri, NoticeVocabulary.locatedIn, .iri(Vocabulary.nuts(code)))
    }
  }

  private mutating func stateCategories() {
    var stated: Set<String> = []
    for field in [outline.category].compactMap({ $0 }) + notice.categories {
      guard let category = BOAMPTerms.category(field.value) else {
        base.report(.listUnknown, field.name, field.value)
        continue
      }
      if stated.insert(category).inserted { base.state(Vocabulary.contractCategory, .string(category)) }
    }
  }

  private mutating func stateProcedure() {
    guard let field = outline.procedure ?? notice.procedure else { return }
    if let words = BOAMPTerms.procedure(field.value) {
      base.state(Vocabulary.hasProcedure, .string(words))
    } else if !TextFolding.fold(field.value).hasSuffix(" nc") {
      base.report(.listUnknown, field.name, field.value)
      state(base.contract, Vocabulary.hasProcedure, field)
    }
  }

  /// The departments that the notice is published for, and where the whole is to be carried out.
  private mutating func statePlaces() {
    var stated: Set<String> = []
    for field in notice.departments {
      guard let code = BOAMPTerms.department(field.value) else {
        base.amend(.placeInvalid, field)
        continue
      }
      if stated.insert(code).inserted {
        base.state(Vocabulary.placeOfPerformance, .iri(base.iris.identifier(.departement, code)))
      }
    }
    for field in outline.territories { state(base.contract, territory: field.value) }
  }

  /// A territory by its code; the country where the code is that alone.
  mutating func state(_ thing: String, territory code: String) {
    let place = code == "FR" ? Vocabulary.country(alpha3: "FRA") : Vocabulary.nuts(code)
    base.statements.add(thing, Vocabulary.placeOfPerformance, .iri(place))
  }

  private mutating func deadline(after published: PartialDate?) -> PartialDate? {
    let deadline = base.date(outline.deadline) ?? base.date(notice.deadline)
    if let published, let deadline, deadline.firstDay < published.firstDay {
      base.report(.eformsDeadlineOrder, outline.deadline?.name ?? "datelimitereponse", deadline.description)
    }
    return deadline
  }

  // Values of any thing

  mutating func state(_ thing: String, _ relation: String, _ field: AwardRecord.Field?) {
    guard let field, let text = text(field) else { return }
    base.statements.add(thing, relation, .string(text, language: "fr"))
  }

  mutating func stateCodes(_ thing: String, _ fields: [AwardRecord.Field]) {
    var stated: [CPVCode] = []
    for field in fields {
      guard let code = base.cpv(field), !stated.contains(code) else { continue }
      let relation =
        stated.isEmpty ? Vocabulary.hasMainClassification : Vocabulary.hasAdditionalClassification
      base.statements.add(thing, relation, .iri(code.iri))
      stated.append(code)
    }
  }

  mutating func stateAmount(_ thing: String, _ field: AwardRecord.Field?) {
    guard let money = base.money(field), !money.amount.isZero else { return }
    base.statements.add(thing, Vocabulary.estimatedAmount, .decimal(money.amount))
    base.statements.add(thing, Vocabulary.currency, .string(money.currency))
  }

  /// A text without contacts, line by line, each kind of finding told once.
  mutating func text(_ field: AwardRecord.Field) -> String? {
    var lines: [String] = []
    var isPersonal = false
    for line in field.value.split(whereSeparator: \.isNewline) {
      let (plain, didRemove) = BOAMPContacts.removed(from: String(line))
      isPersonal = isPersonal || didRemove
      guard let result = TextCleaner.clean(plain) else { continue }
      if result.findings.contains(.contact) { isPersonal = true }
      if !result.text.isEmpty, result.text != ContactDetails.mark { lines.append(result.text) }
    }
    if isPersonal { base.report(.privacyContact, field.name) }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  // Text

  /// States the sections of the text as paragraphs, for searches.
  private mutating func stateText() {
    var rank = 0
    for paragraph in outline.paragraphs {
      guard
        let text = text(AwardRecord.Field(name: "text", value: paragraph.text)),
        let heading = TextCleaner.clean(paragraph.heading)?.text, !heading.isEmpty
      else { continue }
      rank += 1
      let iri = base.contract + "/paragraph/\(rank)"
      base.state(Vocabulary.hasParagraph, .iri(iri))
      base.statements.add(iri, Vocabulary.type, .iri(Vocabulary.paragraph))
      base.statements.add(iri, Vocabulary.order, .integer(rank))
      base.statements.add(iri, Vocabulary.heading, .string(heading))
      base.statements.add(iri, Vocabulary.text, .string(text))
    }
    if outline.leftOutContacts { base.report(.privacyContact, "text") }
    base.diagnostics = Self.once(base.diagnostics)
  }

  /// The diagnostics, those that say the same of one field once.
  private static func once(_ all: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<String> = []
    return all.filter { one in
      guard one.code == .privacyContact else { return true }
      return seen.insert(one.field ?? "").inserted
    }
  }
}
