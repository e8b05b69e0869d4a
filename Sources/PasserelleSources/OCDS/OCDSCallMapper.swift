internal import PasserelleCore
internal import PasserelleJSON

/// States the call of a release: what it says of the planned purchase and of its tender.
///
/// Cleaning and checks are those of awards; classes and relations are those that notices give.
struct OCDSCallMapper {
  let release: OCDSRelease
  let key: String
  /// The mapper whose checks are used; its contract is the call.
  var base: AwardMapper
  let tender: JSONValue?
  private let planning: JSONValue?

  init(_ release: OCDSRelease, key: String, iris: IRISpace) {
    self.release = release
    self.key = key
    base = AwardMapper(
      AwardRecord(
        platform: OCDSReader.source, scheme: .ocid, identifier: release.ocid,
        buyer: AwardRecord.Party(path: "buyer")),
      key: key, location: release.location, iris: iris)
    tender = base.reading(release) { $0.object(release.value, "tender", "") }
    planning = base.reading(release) { $0.object(release.value, "planning", "") }
  }

  /// Makes the statements.
  mutating func mapped() -> MappedRecord {
    let call = base.contract
    base.state(Vocabulary.type, .iri(Vocabulary.call))
    base.stateOrigin(of: release)
    base.state(Vocabulary.procedureIdentifier, .string(release.ocid))
    let published = tender.flatMap { tender in
      base.reading(release) { $0.field(tender, "datePublished", "tender") }
    }
    let issued = base.date(release.date)
    if let day = base.date(published) ?? issued { base.state(Vocabulary.published, .date(day)) }
    stateBuyer()
    if tender != nil { stateTender() } else if planning != nil { statePlanning() }
    if let tag = release.language { base.state(Vocabulary.language, .string(tag)) }
    base.reading(release) { $0.reportUnread(of: [(release.value, .release, "")]) }
    var mapped = MappedRecord(
      subject: call, kind: .call, published: issued, isDemonstration: release.isDemonstration,
      statements: base.statements, diagnostics: base.diagnostics)
    if !release.isWhole { mapped.removals = removals() }
    return mapped
  }

  private mutating func stateBuyer() {
    guard let party = base.buyer(of: release),
      let iri = base.stateOrganisation(party, role: .buyer, rank: 1, of: release)
    else { return }
    base.state(Vocabulary.hasBuyer, .iri(iri))
  }

  private mutating func statePlanning() {
    let call = base.contract
    base.state(Vocabulary.noticeForm, .string("planning"))
    let (project, budget) = base.reading(release) { reader in
      (reader.object(planning, "project", "planning"), reader.object(planning, "budget", "planning"))
    }
    let isTitled =
      base.stateTexts(call, Vocabulary.title, project, "title", "planning.project", of: release)
      || base.stateTexts(call, Vocabulary.title, budget, "project", "planning.budget", of: release)
    if !isTitled, release.isWhole { base.report(.awardNoTitle, "planning.project.title") }
    base.stateTexts(call, Vocabulary.description, project, "description", "planning.project", of: release)
    base.stateTexts(call, Vocabulary.description, planning, "rationale", "planning", of: release)
    base.stateTexts(call, Vocabulary.description, budget, "description", "planning.budget", of: release)
    base.stateMoney(
      call, Vocabulary.estimatedAmount, base.money(budget, "amount", "planning.budget", of: release))
  }

  private mutating func stateTender() {
    let call = base.contract
    let status = base.text(base.reading(release) { $0.field(tender, "status", "tender") }) ?? ""
    let isPlanned = ["planned", "planning"].contains(status.lowercased())
    base.state(Vocabulary.noticeForm, .string(isPlanned ? "planning" : "competition"))
    if !status.isEmpty { base.state(Vocabulary.tenderStatus, .string(status)) }
    let isTitled = base.stateTexts(call, Vocabulary.title, tender, "title", "tender", of: release)
    if !isTitled, release.isWhole || release.isDraft { base.report(.awardNoTitle, "tender.title") }
    base.stateTexts(call, Vocabulary.description, tender, "description", "tender", of: release)
    base.stateProcedure(tender, "tender", of: release)
    stateCategories()
    var money = base.money(tender, "value", "tender", of: release)
    if money == nil { money = base.money(tender, "minValue", "tender", of: release) }
    base.stateMoney(call, Vocabulary.estimatedAmount, money)
    base.stateMoney(
      call, Vocabulary.maximumAmount, base.money(tender, "maximumValue", "tender", of: release))
    base.statePeriod(call, tender, "contractPeriod", "tender", of: release)

    let items = base.reading(release) { $0.list(tender, "items", "tender") }
    let title = tender?["title"]?.stringValue
    base.stateItems(call, base.items(items, of: release), notRepeating: title.map { [$0] } ?? [])
    base.statePlaces(call, (tender.map { [($0, "tender")] } ?? []) + items, of: release)
    stateDocuments()
    stateCriteria()

    let isWithdrawn = OCDSCodes.isWithdrawn(tenderStatus: status)
    if isWithdrawn {
      base.report(.ocdsTenderStatus, "tender.status", status)
      if status.lowercased().hasPrefix("cancel") { base.state(Vocabulary.isCancellation, .boolean(true)) }
    }
    let deadline = isWithdrawn ? nil : deadline()
    let lots = base.reading(release) { $0.list(tender, "lots", "tender") }
    if let deadline {
      base.state(Vocabulary.deadline, .date(deadline.day))
      if lots.isEmpty { stateMoment(deadline, of: call) }
    }
    for (rank, lot) in lots.enumerated() {
      stateLot(lot.value, lot.path, order: rank + 1, items: items, deadline: deadline)
    }
  }

  private mutating func stateCategories() {
    var categories = base.reading(release) { $0.texts(tender, "mainProcurementCategory", "tender") }
    categories += base.reading(release) { $0.texts(tender, "additionalProcurementCategories", "tender") }
    var stated: Set<String> = []
    for category in categories {
      let known = OCDSCodes.categories[category.lowercased()]
      if known == nil { base.report(.listUnknown, "tender.mainProcurementCategory", category) }
      let field = AwardRecord.Field(name: "tender.mainProcurementCategory", value: category)
      guard let words = known ?? base.text(field), stated.insert(words).inserted else { continue }
      base.state(Vocabulary.contractCategory, .string(words))
    }
  }

  private mutating func stateDocuments() {
    var stated: Set<String> = []
    for (document, path) in base.reading(release, { $0.list(tender, "documents", "tender") }) {
      guard let address = base.reading(release, { $0.field(document, "url", path) })?.value.trimmed,
        address.hasPrefix("http://") || address.hasPrefix("https://"),
        !address.contains(where: \.isWhitespace), !address.contains("@"), stated.insert(address).inserted
      else { continue }
      base.state(Vocabulary.procurementDocuments, .string(address))
    }
  }

  /// States what offers are judged by and who may offer, where the release says so in words.
  private mutating func stateCriteria() {
    let (code, isDetailed, isEligible) = base.reading(release) { reader in
      (
        reader.field(tender, "awardCriteria", "tender"),
        reader.field(tender, "awardCriteriaDetails", "tender") != nil,
        reader.field(tender, "eligibilityCriteria", "tender") != nil
      )
    }
    if code != nil || isDetailed {
      let iri = criterion("award", kind: "attribution", order: 1)
      if let code = base.text(code) {
        base.statements.add(iri, Vocabulary.criterionCode, .string(code))
        let label = OCDSCodes.criteria[code.lowercased().filter { $0.isLetter }]
        if let label { base.statements.add(iri, Vocabulary.title, .string(label, language: "fr")) }
      }
      base.stateTexts(iri, Vocabulary.description, tender, "awardCriteriaDetails", "tender", of: release)
    }
    if isEligible {
      let iri = criterion("eligibility", kind: "sélection", order: 2)
      base.stateTexts(iri, Vocabulary.description, tender, "eligibilityCriteria", "tender", of: release)
    }
  }

  private mutating func criterion(_ name: String, kind: String, order: Int) -> String {
    let iri = base.iris.identifier(.ocid, key + "/criterion/" + name)
    base.state(Vocabulary.hasCriterion, .iri(iri))
    base.statements.add(iri, Vocabulary.type, .iri(Vocabulary.callCriterion))
    base.statements.add(iri, Vocabulary.order, .integer(order))
    base.statements.add(iri, Vocabulary.criterionKind, .string(kind))
    return iri
  }

  // Removals

  /// What the nulls of the release take back, and the deadline of a tender that came to nothing.
  private func removals() -> [StatementRemoval] {
    var relations: [String] = []
    if release.value["buyer"] == .null { relations.append(Vocabulary.hasBuyer) }
    if release.value["tender"] == .null {
      relations += OCDSRemovals.tender.flatMap(\.relations)
    } else if let tender {
      relations += OCDSRemovals.relations(takenFrom: tender, OCDSRemovals.tender)
      if let status = tender["status"]?.scalarText?.trimmed, !status.isEmpty {
        relations +=
          OCDSCodes.isWithdrawn(tenderStatus: status)
          ? [Vocabulary.deadline, Vocabulary.deadlineTime] : [Vocabulary.isCancellation]
      }
    }
    return OCDSRemovals.removals(of: base.contract, relations)
  }
}
