internal import PasserelleCore
internal import PasserelleJSON

/// An award of a release with the contracts that carry it out.
struct OCDSAward: Sendable {
  /// The key of the record: ocid and award, or ocid and contract where there is no award.
  var key: String
  /// The identifier as the release writes it, or what stands for it.
  var identifier: String
  var award: JSONValue?
  /// Where it stands, such as `awards[0]`.
  var path: String
  var contracts: [(value: JSONValue, path: String)] = []
  /// What was noticed while the parts were brought together.
  var diagnostics: [Diagnostic] = []
}

/// States an award of a release.
///
/// Only what the release says is stated: one without tender says nothing of the call but that the award is of it.
struct OCDSAwardMapper {
  let release: OCDSRelease
  let part: OCDSAward
  /// Whether the award tells what no other record of the release does: fields of the release that are not read.
  let tellsRest: Bool
  private let tender: JSONValue?
  let award: JSONValue?
  /// The contracts in force.
  var contracts: [(value: JSONValue, path: String)]

  init(_ release: OCDSRelease, _ part: OCDSAward, tellsRest: Bool) {
    self.release = release
    self.part = part
    self.tellsRest = tellsRest
    award = part.award
    tender = release.value["tender"].flatMap { $0.objectValue == nil ? nil : $0 }
    contracts = part.contracts.filter {
      OCDSCodes.AwardStatus($0.value["status"]?.scalarText) != .withdrawn
    }
  }

  /// Makes the statements.
  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    let status = OCDSCodes.AwardStatus(award?["status"]?.scalarText)
    if status == .withdrawn || (award == nil && contracts.isEmpty) { return withdrawn(key: key, in: iris) }
    var reader = OCDSFieldReader(location: release.location, language: release.language)
    var record = AwardRecord(
      platform: release.isDemonstration ? "demonstration" : OCDSReader.source, scheme: .ocid,
      identifier: part.identifier, buyer: AwardRecord.Party(path: "buyer"))
    let title = title(&reader)
    record.title = title.field
    record.description =
      reader.text(award, "description", part.path)
      ?? contracts.first.flatMap { reader.text($0.value, "description", $0.path) }
    for contract in contracts where record.notified == nil {
      record.notified = reader.field(contract.value, "dateSigned", contract.path)
    }
    record.notified = record.notified ?? reader.field(award, "date", part.path)
    record.published = release.date
    record.isDemonstration = release.isDemonstration
    record.diagnostics = part.diagnostics + reader.diagnostics
    var hasWinner = false
    var nulls: [StatementRemoval] = []
    var mapped = AwardMapper.map(record, key: key, location: release.location, in: iris) { mapper in
      mapper.stateFurtherOrigin(of: release)
      for other in title.translations { mapper.stateText(mapper.contract, Vocabulary.title, other) }
      hasWinner = stateParties(&mapper)
      stateContent(&mapper, key: key)
      nulls += stateContracts(&mapper, key: key)
      stateModifications(&mapper, key: key)
      nulls += stateParts(&mapper, key: key)
      if status == .pending {
        mapper.report(.ocdsAwardPending, part.path + ".status")
        mapper.state(Vocabulary.awardStatus, .string("pending"))
      }
      nulls += stateRest(&mapper, key: key)
    }
    // A release need not repeat what earlier ones said.
    mapped.diagnostics.removeAll { $0.code == .awardNoTitle || $0.code == .awardNoWinner }
    func tell(_ code: DiagnosticCode, _ field: String) {
      mapped.diagnostics.append(Diagnostic(code, at: release.location, field: field))
    }
    if release.isWhole || release.isDraft {
      if record.title == nil { tell(.awardNoTitle, part.path + ".title") }
      if !hasWinner { tell(.awardNoWinner, part.path + ".suppliers") }
    }
    if !release.isWhole { mapped.removals = removals(of: mapped.subject) + nulls }
    return mapped
  }

  // Texts

  /// The title of the award, of its only contract, of the tender, or of the first item.
  private func title(
    _ reader: inout OCDSFieldReader
  ) -> (field: AwardRecord.Field?, translations: [AwardRecord.Field]) {
    var holders: [(JSONValue?, String)] = [(award, part.path)]
    if contracts.count == 1 { holders.append((contracts[0].value, contracts[0].path)) }
    holders.append((tender, "tender"))
    for (holder, path) in holders {
      let translations = reader.translations(holder, "title", path)
      if let field = reader.text(holder, "title", path) { return (field, translations) }
      if let first = translations.first { return (first, Array(translations.dropFirst())) }
    }
    // A release that completes others may leave the title to them; the drafts have none at all.
    guard release.isWhole || release.isDraft else { return (nil, []) }
    for (item, path) in items(&reader) {
      let classification = reader.object(item, "classification", path)
      let field =
        reader.text(item, "description", path)
        ?? reader.text(classification, "description", path + ".classification")
      if let field { return (field, reader.translations(item, "description", path)) }
    }
    return (nil, [])
  }

  /// The items of the award, else of its contracts, else of the tender.
  private func items(_ reader: inout OCDSFieldReader) -> [(value: JSONValue, path: String)] {
    var items = reader.list(award, "items", part.path)
    if items.isEmpty {
      for contract in contracts { items += reader.list(contract.value, "items", contract.path) }
    }
    return items.isEmpty ? reader.list(tender, "items", "tender") : items
  }

  private func stateContent(_ mapper: inout AwardMapper, key: String) {
    let contract = mapper.contract
    let further = mapper.reading(release) { $0.translations(award, "description", part.path) }
    for text in further { mapper.stateText(contract, Vocabulary.description, text) }
    if let tag = release.language { mapper.state(Vocabulary.language, .string(tag)) }
    let items = mapper.reading(release) { reader -> [(value: JSONValue, path: String)] in
      self.items(&reader)
    }
    let title = mapper.record.title.map { [$0.value] } ?? []
    mapper.stateItems(contract, mapper.items(items, of: release), notRepeating: title)
    mapper.statePlaces(contract, items + (tender.map { [($0, "tender")] } ?? []), of: release)
    mapper.stateProcedure(tender, "tender", of: release)
    if let details = mapper.reading(release, { $0.text(award, "procurementMethodDetails", part.path) }) {
      mapper.stateText(contract, Vocabulary.procedureDetails, details)
    }
    let lots = mapper.reading(release) { reader in
      reader.texts(award, "relatedLots", part.path) + reader.texts(award, "relatedLot", part.path)
    }
    for lot in lots { mapper.state(Vocabulary.lotIdentifier, .string(lot)) }
    if release.hasCall || !release.isWhole {
      mapper.state(Vocabulary.hasCall, .iri(mapper.iris.identifier(.ocid, release.ocid)))
    }
    var money = mapper.money(award, "value", part.path, of: release)
    if money == nil, contracts.count == 1 {
      money = mapper.money(contracts[0].value, "value", contracts[0].path, of: release)
    }
    mapper.stateMoney(contract, Vocabulary.amount, money)
    if contracts.count == 1, contracts[0].value["period"].map({ !$0.isVoid }) ?? false {
      mapper.statePeriod(contract, contracts[0].value, "period", contracts[0].path, of: release)
    } else {
      mapper.statePeriod(contract, award, "contractPeriod", part.path, of: release)
    }
  }

  // Parties

  /// States buyer and winners.
  ///
  /// - Returns: Whether a winner was stated.
  private func stateParties(_ mapper: inout AwardMapper) -> Bool {
    if let buyer = mapper.buyer(of: release),
      let iri = mapper.stateOrganisation(buyer, role: .buyer, rank: 1, of: release)
    {
      mapper.state(Vocabulary.hasBuyer, .iri(iri))
    }
    let winners = mapper.reading(release) { reader -> [OCDSOrganisation] in
      let parties = OCDSParties(release.value, &reader)
      var references = reader.list(award, "suppliers", part.path)
      if references.isEmpty {
        for contract in contracts { references += reader.list(contract.value, "suppliers", contract.path) }
      }
      // Where no award names them, the roles tell who supplies.
      if references.isEmpty, award == nil, release.value["awards"]?.isVoid ?? true {
        references = parties.references(role: "supplier")
      }
      return references.compactMap { parties.organisation($0.value, at: $0.path, &reader) }
    }
    var stated: Set<String> = []
    for (rank, winner) in winners.enumerated() {
      guard let iri = mapper.stateOrganisation(winner, role: .winner, rank: rank + 1, of: release),
        stated.insert(iri).inserted
      else { continue }
      mapper.state(Vocabulary.hasWinner, .iri(iri))
    }
    return !stated.isEmpty
  }

  // What is not taken

  /// The record of an award that is none: it says so, and takes back what earlier releases said.
  private func withdrawn(key: String, in iris: IRISpace) -> MappedRecord {
    let status = award?["status"]?.scalarText ?? part.contracts.first?.value["status"]?.scalarText
    let record = AwardRecord(
      platform: OCDSReader.source, scheme: .ocid, identifier: part.identifier,
      buyer: AwardRecord.Party(path: "buyer"), diagnostics: part.diagnostics)
    var mapper = AwardMapper(record, key: key, location: release.location, iris: iris)
    mapper.state(Vocabulary.type, .iri(Vocabulary.awardOutcome))
    mapper.state(Vocabulary.source, .string(release.isDemonstration ? "demonstration" : OCDSReader.source))
    mapper.state(Vocabulary.identifier, .string(part.identifier))
    mapper.stateFurtherOrigin(of: release)
    if let status { mapper.state(Vocabulary.awardStatus, .string(status.trimmed)) }
    mapper.report(.ocdsAwardStatus, part.path + ".status", status)
    mapper.stateTexts(mapper.contract, Vocabulary.title, award, "title", part.path, of: release)
    if release.hasCall || !release.isWhole {
      mapper.state(Vocabulary.hasCall, .iri(iris.identifier(.ocid, release.ocid)))
    }
    let nulls = stateRest(&mapper, key: key)
    let published = mapper.date(release.date)
    var mapped = MappedRecord(
      subject: mapper.contract, kind: .award, published: published, isDemonstration: release.isDemonstration,
      statements: mapper.statements, diagnostics: mapper.diagnostics)
    if !release.isWhole {
      mapped.removals = [StatementRemoval(subject: mapper.contract, predicate: nil)] + nulls
    }
    return mapped
  }

  /// States the documents, milestones and items of the award itself.
  private func stateParts(_ mapper: inout AwardMapper, key: String) -> [StatementRemoval] {
    var owner = AwardMapper.PartOwner(subject: mapper.contract, key: key)
    if tellsRest, release.isWhole { mapper.stateInvolved(in: release, for: owner) }
    let items = mapper.stateParts(.items, of: award, part.path, for: owner, of: release)
    owner.stage = "award"
    return items + mapper.stateParts(.documents, of: award, part.path, for: owner, of: release)
      + mapper.stateParts(.milestones, of: award, part.path, for: owner, of: release)
  }

  private func stateRest(_ mapper: inout AwardMapper, key: String) -> [StatementRemoval] {
    var holders: [AwardMapper.OCDSHolder] = []
    if tellsRest {
      holders.append(AwardMapper.OCDSHolder(value: release.value, known: .release, keys: []))
    }
    if let award {
      holders.append(AwardMapper.OCDSHolder(value: .array([award]), known: .award, keys: ["awards"]))
    }
    if !part.contracts.isEmpty {
      let all = JSONValue.array(part.contracts.map(\.value))
      holders.append(AwardMapper.OCDSHolder(value: all, known: .contract, keys: ["contracts"]))
    }
    return mapper.stateRest(
      of: holders, for: AwardMapper.PartOwner(subject: mapper.contract, key: key), of: release)
  }

  /// What the nulls of the release take back.
  private func removals(of subject: String) -> [StatementRemoval] {
    var relations = award.map { OCDSRemovals.relations(takenFrom: $0, OCDSRemovals.award) } ?? []
    // An award in force is not pending or cancelled any more.
    if award?["status"].map({ !$0.isVoid }) ?? false { relations.append(Vocabulary.awardStatus) }
    if contracts.count == 1 {
      relations += OCDSRemovals.relations(takenFrom: contracts[0].value, OCDSRemovals.contract)
    }
    return OCDSRemovals.removals(of: subject, relations)
  }
}
