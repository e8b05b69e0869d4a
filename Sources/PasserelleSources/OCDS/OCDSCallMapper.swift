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
  /// What the nulls of parts take back.
  var nulls: [StatementRemoval] = []

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
    stateParts()
    let known: OCDSKnownFields = tender == nil ? .plan : .release
    nulls += base.stateRest(
      of: [AwardMapper.OCDSHolder(value: release.value, known: known, keys: [])],
      for: AwardMapper.PartOwner(subject: call, key: key), of: release)
    var mapped = MappedRecord(
      subject: call, kind: .call, published: issued, isDemonstration: release.isDemonstration,
      statements: base.statements, diagnostics: base.diagnostics)
    if !release.isWhole { mapped.removals = removals() + nulls }
    return mapped
  }

  private mutating func stateBuyer() {
    guard let party = base.buyer(of: release),
      let iri = base.stateOrganisation(party, role: .buyer, rank: 1, of: release)
    else { return }
    base.state(Vocabulary.hasBuyer, .iri(iri))
  }

  /// States the documents, milestones, items, bids and further organisations of the process.
  private mutating func stateParts() {
    let call = base.contract
    var owner = AwardMapper.PartOwner(subject: call, key: key)
    let bids = base.reading(release) { $0.object(release.value, "bids", "") }
    nulls += base.stateParts(.budget, of: planning, "planning", for: owner, of: release)
    nulls += base.stateParts(.bids, of: bids, "bids", for: owner, of: release)
    nulls += base.stateParts(.bidStatistics, of: bids, "bids", for: owner, of: release)
    nulls += base.stateParts(.relatedProcesses, of: release.value, "", for: owner, of: release)
    nulls += base.stateParts(.items, of: tender, "tender", for: owner, of: release)
    for (holder, stage) in [(planning, "planning"), (tender, "tender")] {
      owner.stage = stage
      nulls += base.stateParts(.documents, of: holder, stage, for: owner, of: release)
      nulls += base.stateParts(.milestones, of: holder, stage, for: owner, of: release)
    }
    let (entity, tenderers, count) = base.reading(release) { reader in
      (
        reader.object(tender, "procuringEntity", "tender"), reader.list(tender, "tenderers", "tender"),
        reader.field(tender, "numberOfTenderers", "tender")
      )
    }
    if let entity {
      base.stateReferences(
        call, ProcessVocabulary.hasProcuringEntity, [(entity, "tender.procuringEntity")], of: release)
    }
    base.stateReferences(call, ProcessVocabulary.hasTenderer, tenderers, of: release)
    if let count {
      if let number = Int(count.value.trimmed), number >= 0 {
        base.state(Vocabulary.offersReceived, .integer(number))
      } else {
        base.report(.valueType, count.name, count.value)
      }
    }
    base.stateInvolved(in: release, for: owner)
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
    stateCategories(call, tender, "tender")
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

  /// States the categories of a tender or of a lot.
  mutating func stateCategories(_ subject: String, _ holder: JSONValue?, _ path: String) {
    let field = path + ".mainProcurementCategory"
    let categories = base.reading(release) { reader in
      reader.texts(holder, "mainProcurementCategory", path)
        + reader.texts(holder, "additionalProcurementCategories", path)
    }
    var stated: Set<String> = []
    for category in categories {
      let known = OCDSCodes.categories[category.lowercased()]
      if known == nil { base.report(.listUnknown, field, category) }
      let written = AwardRecord.Field(name: field, value: category)
      guard let words = known ?? base.text(written), stated.insert(words).inserted else { continue }
      base.statements.add(subject, Vocabulary.contractCategory, .string(words))
    }
  }

  private mutating func stateDocuments() { stateDocuments(base.contract, lot: nil) }

  /// States the addresses of the documents of the tender, or of those that are of a lot.
  mutating func stateDocuments(_ subject: String, lot: String?) {
    var stated: Set<String> = []
    for (document, path) in base.reading(release, { $0.list(tender, "documents", "tender") }) {
      if let lot {
        let lots = base.reading(release) { $0.texts(document, "relatedLots", path) }
        guard lots.contains(lot) else { continue }
      }
      guard let address = base.reading(release, { $0.field(document, "url", path) })?.value.trimmed,
        address.hasPrefix("http://") || address.hasPrefix("https://"),
        !address.contains(where: \.isWhitespace), !address.contains("@"), stated.insert(address).inserted
      else { continue }
      base.statements.add(subject, Vocabulary.procurementDocuments, .string(address))
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
