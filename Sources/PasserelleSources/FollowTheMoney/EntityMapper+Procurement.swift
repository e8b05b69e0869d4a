internal import PasserelleCore

extension EntityMapper {
  mutating func stateProject() {
    state(Vocabulary.type, .iri(Vocabulary.project))
    stateTexts(Vocabulary.label, ["name"])
    stateTexts(Vocabulary.description, ["summary", "description", "goal"])
    for number in entity["projectId"] { state(Vocabulary.identifier, .string(number)) }
    for code in entity["country"].map({ $0.uppercased() }) where IATICodes.isCountry(code) {
      state(Vocabulary.country, .string(code))
    }
    stateDates(subject)
    stateAmount(Vocabulary.hasBudget, subject + "/budget")
  }

  mutating func stateContract() {
    state(Vocabulary.type, .iri(Vocabulary.contract))
    state(Vocabulary.source, .string(record.source))
    state(Vocabulary.identifier, .string(entity.first("procedureNumber") ?? entity.identifier))
    stateTitle()
    for buyer in references("authority") {
      state(Vocabulary.hasBuyer, .iri(buyer))
      statements.add(buyer, Vocabulary.type, .iri(Vocabulary.buyer))
    }
    for project in references("project") { state(Vocabulary.partOf, .iri(project)) }
    if let day = date("contractDate") { state(Vocabulary.notified, .date(day)) }
    stateTexts(Vocabulary.hasProcedure, ["procedure"])
    for code in entity["language"] {
      if let tag = IATIMapper.languageTag(code) { state(Vocabulary.language, .string(tag)) }
    }
    stateCPV(of: subject, entity["classification"], isTold: false)
    stateContractAmount()
  }

  private mutating func stateTitle() {
    let titles = entity["title"] + entity["name"]
    guard let title = titles.lazy.compactMap({ $0.isEmpty ? nil : $0 }).first,
      let text = clean(title, "title")
    else { return report(.awardNoTitle, "title") }
    state(Vocabulary.title, .string(text))
    stateTexts(Vocabulary.description, ["summary", "description"])
  }

  private mutating func stateContractAmount() {
    guard let written = entity.first("amount") else { return }
    guard let number = DecimalNumber(written) ?? NumberText.read(written), !number.isNegative else {
      return report(.amountInvalid, "amount", written)
    }
    guard let currency = IATIMapper.currencyCode(entity.first("currency")) else {
      return report(.currencyInvalid, "currency", entity.first("currency"))
    }
    state(Vocabulary.amount, .decimal(number))
    state(Vocabulary.currency, .string(currency))
  }

  /// States an award: what a supplier got of a contract, or of one of its lots.
  mutating func stateAward() {
    state(Vocabulary.type, .iri(Vocabulary.epo + "LotAwardOutcome"))
    for contract in references("contract") {
      state(Vocabulary.pas + "awardOf", .iri(contract))
      for supplier in references("supplier") {
        statements.add(contract, Vocabulary.hasWinner, .iri(supplier))
        statements.add(supplier, Vocabulary.type, .iri(Vocabulary.winner))
      }
      stateCPV(of: contract, entity["cpvCode"], isTold: true)
    }
    for supplier in references("supplier") { state(Vocabulary.pas + "awardedTo", .iri(supplier)) }
    for lot in entity["lotNumber"] { state(Vocabulary.lotIdentifier, .string(lot)) }
    for number in entity["documentNumber"] { state(Vocabulary.identifier, .string(number)) }
    if let day = date("date") { state(Vocabulary.pas + "date", .date(day)) }
    stateContractAmount()
  }

  mutating func stateCall() {
    state(Vocabulary.type, .iri(Vocabulary.call))
    state(Vocabulary.identifier, .string(entity.first("callId") ?? entity.identifier))
    stateTitle()
    for buyer in references("authority") + references("onBehalfOf") {
      state(Vocabulary.hasBuyer, .iri(buyer))
      statements.add(buyer, Vocabulary.type, .iri(Vocabulary.buyer))
    }
    if let day = date("publicationDate") { state(Vocabulary.published, .date(day)) }
    if let day = date("submissionDeadline") { state(Vocabulary.deadline, .date(day)) }
    stateTexts(Vocabulary.hasProcedure, ["procedure"])
    stateCPV(of: subject, entity["cpvCode"], isTold: true)
    for code in entity["nutsCode"]
    where (2...5).contains(code.utf8.count) && code.utf8.allSatisfy({ $0 < 0x80 }) {
      state(Vocabulary.placeOfPerformance, .iri(Vocabulary.nuts(code.uppercased())))
    }
    for page in entity["tedUrl"] { state(Vocabulary.webPage, .string(page)) }
  }

  /// States CPV codes, the first as the main one.
  private mutating func stateCPV(of thing: String, _ written: [String], isTold: Bool) {
    var isFirst = true
    for text in written {
      guard let (code, _) = CPVCode.read(text) else {
        if isTold { report(.cpvInvalid, "cpvCode", text) }
        continue
      }
      let relation = isFirst ? Vocabulary.hasMainClassification : Vocabulary.hasAdditionalClassification
      statements.add(thing, relation, .iri(code.iri))
      isFirst = false
    }
  }
}
