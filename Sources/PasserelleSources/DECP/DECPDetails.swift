internal import PasserelleCore
internal import PasserelleJSON

/// States what the 2022 layout says of a contract beside the fields that every award has.
///
/// Source: schemas 2.0.2 (XML) and 2.0.3 (JSON) of the essential data of public procurement, arrêtés of
/// 22 December 2022.
struct DECPDetails {
  /// The fields that are read here.
  static let fields: Set<String> = [
    "idAccordCadre", "marcheInnovant", "ccag", "offresRecues", "attributionAvance", "tauxAvance",
    "typeGroupementOperateurs", "sousTraitanceDeclaree", "actesSousTraitance",
    "modificationsActesSousTraitance", "techniques", "modalitesExecution", "typesPrix", "TypePrix",
    "typePrix",
    "considerationsSociales", "considerationsEnvironnementales", "origineUE", "origineFrance",
    "dateDebutExecution", "montantSubventionPublique", "donneesExecution",
  ]

  let value: JSONValue
  /// Whether the record gives changes alone, so that its lists go on after those of the contract.
  var isAmendment = false

  /// States the details of a contract.
  func state(_ mapper: inout AwardMapper) {
    let contract = mapper.contract
    if let text = mapper.text(field("idAccordCadre")) {
      mapper.state(Vocabulary.frameworkIdentifier, .string(text))
    }
    flag("marcheInnovant", Vocabulary.isInnovative, &mapper)
    flag("attributionAvance", Vocabulary.hasAdvancePayment, &mapper)
    flag("sousTraitanceDeclaree", Vocabulary.isSubcontractingDeclared, &mapper)
    share("tauxAvance", Vocabulary.advanceRate, &mapper)
    share("origineUE", Vocabulary.europeanShare, &mapper)
    share("origineFrance", Vocabulary.frenchShare, &mapper)
    count("offresRecues", Vocabulary.offersReceived, &mapper)
    list(["ccag"], Vocabulary.generalConditions, DECPList.generalConditions, &mapper)
    list(["typeGroupementOperateurs"], Vocabulary.groupingType, DECPList.groupingTypes, &mapper)
    list(["techniques", "technique"], Vocabulary.technique, DECPList.techniques, &mapper)
    list(
      ["modalitesExecution", "modaliteExecution"], Vocabulary.executionModality, DECPList.executionModalities,
      &mapper)
    list(["typesPrix", "typePrix"], Vocabulary.priceType, DECPList.priceTypes, &mapper)
    list(["TypePrix"], Vocabulary.priceType, DECPList.priceTypes, &mapper)
    list(["typePrix"], Vocabulary.priceType, DECPList.priceTypes, &mapper)
    list(
      ["considerationsSociales", "considerationSociale"], Vocabulary.socialConsideration,
      DECPList.socialConsiderations, &mapper)
    list(
      ["considerationsEnvironnementales", "considerationEnvironnementale"],
      Vocabulary.environmentalConsideration, DECPList.environmentalConsiderations, &mapper)
    if let start = mapper.date(field("dateDebutExecution")) {
      mapper.state(Vocabulary.executionStart, .date(start))
    }
    // No subsidy is told by nought, so that it says something.
    if let subsidy = amount(field("montantSubventionPublique"), &mapper) {
      mapper.statements.add(contract, Vocabulary.publicSubsidy, .decimal(subsidy.amount))
    }
    stateSubcontracts(&mapper)
    stateExecution(&mapper)
  }

  // Subcontracting

  private func stateSubcontracts(_ mapper: inout AwardMapper) {
    let contract = mapper.contract
    for (offset, act) in elements("actesSousTraitance", "acteSousTraitance", &mapper).enumerated() {
      let path = "actesSousTraitance[\(offset)]"
      let iri = contract + "/subcontract/\(number(of: act) ?? offset + 1)"
      mapper.state(Vocabulary.hasSubcontract, .iri(iri))
      mapper.statements.add(iri, Vocabulary.type, .iri(Vocabulary.subcontract))
      mapper.statements.add(iri, Vocabulary.order, .integer(number(of: act) ?? offset + 1))
      if let written = act["sousTraitant"], !written.isVoid {
        var party = AwardRecord.Party(path: path + ".sousTraitant")
        party.number = field("id", of: written, at: party.path)
        party.numberType = written["typeIdentifiant"]?.stringValue
        party.name = field("denominationSociale", of: written, at: party.path)
        if let company = mapper.stateParty(party, role: .subcontractor, rank: 1, within: iri) {
          mapper.statements.add(iri, Vocabulary.hasSubcontractor, .iri(company))
          mapper.state(Vocabulary.hasSubcontractor, .iri(company))
        }
      }
      stateTerms(of: act, at: path, notified: "dateNotification", on: iri, &mapper)
      if let variation = mapper.listValue(field("variationPrix", of: act, at: path), DECPList.priceVariations)
      {
        mapper.statements.add(iri, Vocabulary.priceVariation, .string(variation))
      }
    }
    let changes = elements("modificationsActesSousTraitance", "modificationActeSousTraitance", &mapper)
    for (offset, change) in changes.enumerated() {
      let act = contract + "/subcontract/\(number(of: change) ?? 1)"
      let iri = act + "/modification/\(offset + 1)"
      mapper.state(Vocabulary.hasSubcontract, .iri(act))
      mapper.statements.add(act, Vocabulary.type, .iri(Vocabulary.subcontract))
      mapper.statements.add(act, Vocabulary.hasModification, .iri(iri))
      mapper.statements.add(iri, Vocabulary.type, .iri(Vocabulary.modification))
      mapper.statements.add(iri, Vocabulary.order, .integer(offset + 1))
      stateTerms(
        of: change, at: "modificationsActesSousTraitance[\(offset)]",
        notified: "dateNotificationModificationSousTraitance", on: iri, &mapper)
    }
  }

  /// States dates, duration and amount of a subcontract or of its change.
  private func stateTerms(
    of value: JSONValue, at path: String, notified: String, on iri: String, _ mapper: inout AwardMapper
  ) {
    if let day = mapper.date(field(notified, of: value, at: path)) {
      mapper.statements.add(iri, Vocabulary.notified, .date(day))
    }
    if let day = mapper.date(field("datePublicationDonnees", of: value, at: path)) {
      mapper.statements.add(iri, Vocabulary.published, .date(day))
    }
    if let months = mapper.duration(field("dureeMois", of: value, at: path)) {
      mapper.statements.add(iri, Vocabulary.durationMonths, .integer(months))
    }
    if let money = mapper.money(field("montant", of: value, at: path), mayBeNegative: true) {
      mapper.statements.add(iri, Vocabulary.amount, .decimal(money.amount))
      mapper.statements.add(iri, Vocabulary.currency, .string(money.currency))
    }
  }

  // Concessions

  private func stateExecution(_ mapper: inout AwardMapper) {
    for (offset, year) in elements("donneesExecution", "donneesAnnuelles", &mapper).enumerated() {
      let path = "donneesExecution[\(offset)]"
      // The day of publication tells a year that arrives alone from those that are there.
      let written = field("datePublicationDonneesExecution", of: year, at: path)?.value.trimmed ?? ""
      let isDated = isAmendment && PartialDate(iso: written)?.precision == .day
      let iri = mapper.contract + "/execution/" + (isDated ? written : String(offset + 1))
      mapper.state(Vocabulary.hasExecutionYear, .iri(iri))
      mapper.statements.add(iri, Vocabulary.type, .iri(Vocabulary.executionYear))
      mapper.statements.add(iri, Vocabulary.order, .integer(offset + 1))
      if let day = mapper.date(field("datePublicationDonneesExecution", of: year, at: path)) {
        mapper.statements.add(iri, Vocabulary.published, .date(day))
      }
      if let money = amount(field("depensesInvestissement", of: year, at: path), &mapper) {
        mapper.statements.add(iri, Vocabulary.investment, .decimal(money.amount))
      }
      let tariffs = elements(of: year["tarifs"], "tarif", at: path + ".tarifs", &mapper)
      for (rank, written) in tariffs.enumerated() {
        let tariff = iri + "/tariff/\(rank + 1)"
        mapper.statements.add(iri, Vocabulary.hasTariff, .iri(tariff))
        mapper.statements.add(tariff, Vocabulary.type, .iri(Vocabulary.tariff))
        let place = "\(path).tarifs[\(rank)]"
        if let name = mapper.text(field("intituleTarif", of: written, at: place)) {
          mapper.statements.add(tariff, Vocabulary.label, .string(name))
        }
        if let money = amount(field("tarif", of: written, at: place), &mapper) {
          mapper.statements.add(tariff, Vocabulary.amount, .decimal(money.amount))
          mapper.statements.add(tariff, Vocabulary.currency, .string(money.currency))
        }
      }
    }
  }

  // Values

  /// An amount of which nought is a value like any other.
  private func amount(_ field: AwardRecord.Field?, _ mapper: inout AwardMapper) -> Money? {
    guard let field else { return nil }
    if let number = DecimalNumber(field.value.trimmed), number.isZero { return Money(number, "EUR") }
    return mapper.money(field)
  }

  private func flag(_ key: String, _ relation: String, _ mapper: inout AwardMapper) {
    guard let written = value[key], !written.isVoid else { return }
    if case .bool(let flag) = written {
      mapper.state(relation, .boolean(flag))
      return
    }
    switch written.scalarText?.trimmed.lowercased() {
    case "oui", "true", "1": mapper.state(relation, .boolean(true))
    case "non", "false", "0": mapper.state(relation, .boolean(false))
    default: mapper.report(.valueType, key, written.scalarText)
    }
  }

  /// States a share from 0 to 1; one over 1 is a percentage only where the schema says nothing else, so it is told.
  private func share(_ key: String, _ relation: String, _ mapper: inout AwardMapper) {
    guard let field = field(key), !field.value.trimmed.isEmpty else { return }
    guard let number = DecimalNumber(field.value.trimmed) ?? NumberText.read(field.value) else {
      mapper.amend(.amountInvalid, field)
      return
    }
    guard !number.isNegative, number <= DecimalNumber(1) else {
      mapper.amend(.decpShare, field)
      return
    }
    mapper.state(relation, .decimal(number))
  }

  private func count(_ key: String, _ relation: String, _ mapper: inout AwardMapper) {
    guard let field = field(key), !field.value.trimmed.isEmpty else { return }
    guard let number = DecimalNumber(field.value.trimmed), number.scale == 0, !number.isNegative,
      let count = Int(exactly: number.digits)
    else {
      mapper.amend(.amountInvalid, field)
      return
    }
    mapper.state(relation, .integer(count))
  }

  /// States the values of a closed list: one, several, or an object that wraps several.
  private func list(
    _ path: [String], _ relation: String, _ known: [String: String], _ mapper: inout AwardMapper
  ) {
    guard let written = value[path[0]], !written.isVoid else { return }
    let name = path.joined(separator: ".")
    var waiting = [written]
    var found: [String] = []
    while !waiting.isEmpty {
      switch waiting.removeFirst() {
      case .array(let elements): waiting = elements + waiting
      case .object(let members): waiting = members.map(\.value) + waiting
      case .string(let text), .number(let text):
        let field = AwardRecord.Field(name: name, value: text)
        guard let value = mapper.listValue(field, known), !found.contains(value) else { continue }
        found.append(value)
      case .bool: mapper.report(.valueType, name)
      case .null: continue
      }
    }
    for value in found { mapper.state(relation, .string(value)) }
  }

  private func field(_ key: String) -> AwardRecord.Field? { field(key, of: value, at: nil) }

  private func field(_ key: String, of object: JSONValue, at path: String?) -> AwardRecord.Field? {
    guard let text = object[key]?.scalarText else { return nil }
    return AwardRecord.Field(name: path.map { $0 + "." + key } ?? key, value: text)
  }

  private func number(of value: JSONValue) -> Int? {
    value["id"]?.scalarText.flatMap { Int($0.trimmed) }.flatMap { $0 > 0 && $0 < 100_000 ? $0 : nil }
  }

  private func elements(_ key: String, _ wrapper: String, _ mapper: inout AwardMapper) -> [JSONValue] {
    elements(of: value[key], wrapper, at: key, &mapper)
  }

  /// The objects of a list; each may be wrapped in an object of one key.
  private func elements(
    of value: JSONValue?, _ wrapper: String, at path: String, _ mapper: inout AwardMapper
  ) -> [JSONValue] {
    DECPList.elements(value, wrapper: wrapper) { mapper.report(.valueType, path + $0) }
  }
}

extension DECPList {
  /// The objects of a list; in the layout of 2022 each is wrapped in an object with one key.
  ///
  /// Lists in lists, which some publishers write, are taken as one list.
  static func elements(_ value: JSONValue?, wrapper: String, refused: (String) -> Void) -> [JSONValue] {
    guard let value, !value.isVoid else { return [] }
    guard let list = value.arrayValue else {
      guard value.objectValue != nil else {
        refused("")
        return []
      }
      return elements(.array(value[wrapper]?.arrayValue ?? [value]), wrapper: wrapper, refused: refused)
    }
    var found: [JSONValue] = []
    for (offset, element) in list.enumerated() {
      if let inner = element.arrayValue {
        found += elements(.array(inner), wrapper: wrapper, refused: refused)
        continue
      }
      let inner = element[wrapper].flatMap { $0.objectValue == nil ? nil : $0 } ?? element
      guard let members = inner.objectValue, !(members.count == 1 && members[0].key == wrapper) else {
        refused("[\(offset)]")
        continue
      }
      found.append(inner)
    }
    return found
  }
}
