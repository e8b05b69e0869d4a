internal import PasserelleCore

/// Reads a notice of some format into an outline, and states it: a call has one shape whatever its source.
protocol NoticeStating {
  /// The source's short name.
  var source: String { get }
  /// The mapper whose checks are used; its contract is the call.
  var base: AwardMapper { get set }
  /// What was read.
  var outline: NoticeOutline { get }
  /// The eForms code of the form (BT-03).
  var announcedForm: String? { get }
  /// The numbers of the buyers, in the order of the outline's buyers.
  var buyerNumbers: [PartyNumber?] { get }
  /// The currency in which the amounts of each thing are told.
  var currencies: [String: String] { get set }
}

extension NoticeStating {
  /// States the outline.
  mutating func stateAll() {
    let call = base.contract
    base.state(Vocabulary.type, .iri(Vocabulary.call))
    base.state(Vocabulary.source, .string(outline.isDemonstration ? "demonstration" : source))
    base.state(Vocabulary.identifier, .string(outline.identifier))
    if outline.isDemonstration { base.state(Vocabulary.isDemonstration, .boolean(true)) }
    state(call, Vocabulary.noticeVersion, outline.version)
    state(call, Vocabulary.procedureIdentifier, outline.procedureIdentifier)
    state(call, Vocabulary.noticeForm, announcedForm)
    state(call, Vocabulary.noticeType, outline.type)
    state(call, Vocabulary.noticeSubtype, outline.subtype)
    state(call, Vocabulary.changesNotice, outline.changedNotice)
    if outline.isCancelled { base.state(Vocabulary.isCancellation, .boolean(true)) }

    state(
      call, title: outline.title, description: outline.description, further: outline.additionalInformation)
    if outline.language != LanguageTag.undetermined { state(call, Vocabulary.language, outline.language) }
    stateCodes(call, outline.codes)
    stateCategories(call, outline.categories)
    state(call, Vocabulary.hasProcedure, outline.procedure)
    stateBuyers()
    statePlaces(call, outline.places)
    state(call, Vocabulary.estimatedAmount, outline.amount)
    state(call, Vocabulary.amount, outline.totalAmount)
    state(call, NoticeVocabulary.lowestOffer, outline.lowestOffer)
    state(call, NoticeVocabulary.highestOffer, outline.highestOffer)
    if let day = outline.published { base.state(Vocabulary.published, .date(day)) }
    if let day = outline.deadline { base.state(Vocabulary.deadline, .date(day)) }
    var named: [String: Int] = [:]
    for (offset, lot) in outline.lots.enumerated() {
      named[lot.identifier, default: 0] += 1
      let repeats = named[lot.identifier] ?? 1
      let name = NoticeKey.part(lot.identifier) + (repeats > 1 ? "~\(repeats)" : "")
      let iri = call + "/lot/" + name
      base.state(Vocabulary.hasLot, .iri(iri))
      stateLot(lot, order: offset + 1, iri: iri)
    }
    for (offset, group) in outline.lotGroups.enumerated() { stateGroup(group, order: offset + 1) }
  }

  private mutating func stateGroup(_ group: NoticeLotGroup, order: Int) {
    let call = base.contract
    let iri = call + "/group/" + NoticeKey.part(group.lot.identifier)
    base.state(NoticeVocabulary.hasLotGroup, .iri(iri))
    stateLot(group.lot, order: outline.lots.count + order, iri: iri, type: NoticeVocabulary.lotGroup)
    for member in group.members {
      base.statements.add(iri, Vocabulary.hasLot, .iri(call + "/lot/" + NoticeKey.part(member)))
    }
  }

  private mutating func stateLot(
    _ lot: NoticeLot, order: Int, iri: String, type: String = Vocabulary.lot
  ) {
    base.statements.add(iri, Vocabulary.type, .iri(type))
    base.statements.add(iri, Vocabulary.identifier, .string(lot.identifier))
    base.statements.add(iri, Vocabulary.order, .integer(order))
    state(iri, title: lot.title, description: lot.description, further: lot.additionalInformation)
    stateCodes(iri, lot.codes)
    stateCategories(iri, lot.categories)
    if let isFramework = lot.isFramework {
      state(iri, Vocabulary.hasNature, isFramework ? "Accord-cadre" : "Marché")
    }
    statePlaces(iri, lot.places)
    state(iri, Vocabulary.estimatedAmount, lot.amount)
    state(iri, Vocabulary.maximumAmount, lot.maximumAmount)
    if let months = lot.durationMonths {
      base.statements.add(iri, Vocabulary.durationMonths, .integer(months))
    }
    if let day = lot.deadline { base.statements.add(iri, Vocabulary.deadline, .date(day)) }
    if let moment = lot.deadlineTime {
      base.statements.add(
        iri, Vocabulary.deadlineTime, .literal(Literal(moment.description, .dateTime)))
    }
    if let day = lot.participationDeadline {
      base.statements.add(iri, Vocabulary.participationDeadline, .date(day))
    }
    for language in lot.tenderLanguages { state(iri, Vocabulary.tenderLanguage, language) }
    for address in lot.documents { state(iri, Vocabulary.procurementDocuments, address) }
    if let isSuitable = lot.isSuitableForSMEs {
      base.statements.add(iri, Vocabulary.isSuitableForSMEs, .boolean(isSuitable))
    }
    state(iri, NoticeVocabulary.winnerSelectionStatus, lot.result?.status)
    state(iri, NoticeVocabulary.nonAwardReason, lot.result?.reason)
    if let count = lot.result?.offersReceived {
      base.statements.add(iri, Vocabulary.offersReceived, .integer(count))
    }
    state(iri, NoticeVocabulary.lowestOffer, lot.result?.lowestOffer)
    state(iri, NoticeVocabulary.highestOffer, lot.result?.highestOffer)
    for (offset, criterion) in lot.criteria.enumerated() {
      stateCriterion(criterion, order: offset + 1, of: iri)
    }
  }

  private mutating func stateCriterion(_ criterion: NoticeCriterion, order: Int, of lot: String) {
    let iri = lot + "/criterion/\(order)"
    base.statements.add(lot, Vocabulary.hasCriterion, .iri(iri))
    base.statements.add(iri, Vocabulary.type, .iri(Vocabulary.callCriterion))
    base.statements.add(iri, Vocabulary.order, .integer(order))
    base.statements.add(
      iri, Vocabulary.criterionKind, .string(criterion.kind == .award ? "attribution" : "sélection"))
    state(iri, Vocabulary.criterionCode, criterion.code)
    state(iri, title: criterion.name, description: criterion.description, further: nil)
    if let weight = criterion.weight, let unit = criterion.unit {
      base.statements.add(iri, Vocabulary.weight, .decimal(weight))
      base.statements.add(iri, Vocabulary.weightUnit, .string(unit.french))
    }
  }

  /// States the buyers of the outline.
  mutating func stateBuyers() {
    for (offset, (buyer, number)) in zip(outline.buyers, buyerNumbers).enumerated() {
      let iri =
        number.map { self.iri(of: $0, country: buyer.country) } ?? base.contract + "/buyer/\(offset + 1)"
      base.state(Vocabulary.hasBuyer, .iri(iri))
      base.statements.add(iri, Vocabulary.type, .iri(Vocabulary.buyer))
      state(iri, Vocabulary.name, buyer.name?.text)
      for other in buyer.name?.translations ?? [] {
        base.statements.add(iri, Vocabulary.alternativeLabel, Self.term(other.text, other.language))
      }
      state(iri, Vocabulary.siren, number?.siren)
      state(iri, Vocabulary.siret, number?.siret)
      state(iri, Vocabulary.vatNumber, number?.vat)
      state(iri, Vocabulary.identifier, number?.other?.value)
      if buyer.name != nil { stateAddress(iri, territory: buyer.territory, country: buyer.country) }
      state(iri, Vocabulary.mailbox, buyer.mailbox)
      state(iri, NoticeVocabulary.buyerLegalType, buyer.legalType)
      state(iri, NoticeVocabulary.buyerActivity, buyer.activity)
    }
  }

  /// States where an organisation has its address: its territory, else its country.
  mutating func stateAddress(_ organisation: String, territory: String?, country: String?) {
    guard let place = territory.map(Vocabulary.nuts) ?? country.map(Vocabulary.country(alpha3:)) else {
      return
    }
    base.statements.add(organisation, NoticeVocabulary.locatedIn, .iri(place))
  }

  /// The IRI of a buyer by its number; Portuguese tax numbers have a scheme of their own.
  private func iri(of number: PartyNumber, country: String?) -> String {
    if country == "PRT", let value = number.other?.value, value.utf8.count == 9, Int(value) != nil {
      return base.iris.identifier(.nif, value)
    }
    return number.iri(role: .buyer, in: base.iris)
  }

  mutating func statePlaces(_ thing: String, _ places: [NoticePlace]) {
    for place in places {
      if let nuts = place.nuts {
        base.statements.add(thing, Vocabulary.placeOfPerformance, .iri(Vocabulary.nuts(nuts)))
      } else if let country = place.country {
        base.statements.add(thing, Vocabulary.placeOfPerformance, .iri(Vocabulary.country(alpha3: country)))
      }
      if let department = place.department {
        base.statements.add(
          thing, Vocabulary.placeOfPerformance, .iri(base.iris.identifier(.departement, department)))
      }
      state(thing, Vocabulary.postalCode, place.postalCode)
      state(thing, Vocabulary.placeName, place.town)
    }
  }

  mutating func stateCodes(_ thing: String, _ codes: [CPVCode]) {
    for (rank, code) in codes.enumerated() {
      let relation = rank == 0 ? Vocabulary.hasMainClassification : Vocabulary.hasAdditionalClassification
      base.statements.add(thing, relation, .iri(code.iri))
    }
  }

  mutating func stateCategories(_ thing: String, _ categories: [String]) {
    for category in categories {
      state(thing, Vocabulary.contractCategory, ContractCategory.french[category])
    }
  }

  /// States a text, where there is one.
  mutating func state(_ thing: String, _ relation: String, _ text: String?) {
    if let text, !text.isEmpty { base.statements.add(thing, relation, .string(text)) }
  }

  /// States an amount.
  ///
  /// A thing has one currency: an amount in another than that of its first one is told of and left out.
  mutating func state(_ thing: String, _ relation: String, _ money: Money?) {
    guard let money else { return }
    if let known = currencies[thing] {
      guard known == money.currency else {
        let name = relation.split(separator: "#").last.map(String.init) ?? relation
        base.amend(
          .eformsCurrencyMixed, AwardRecord.Field(name: name, value: "\(money.amount) \(money.currency)"))
        return
      }
    } else {
      currencies[thing] = money.currency
      base.statements.add(thing, Vocabulary.currency, .string(money.currency))
    }
    base.statements.add(thing, relation, .decimal(money.amount))
  }

  /// States texts in every language that the notice has them in, the language chosen first.
  mutating func state(
    _ thing: String, title: NoticeText?, description: NoticeText?, further: NoticeText?
  ) {
    state(thing, Vocabulary.title, title)
    state(thing, Vocabulary.description, description)
    state(thing, Vocabulary.additionalInformation, further)
  }

  /// States a text in every language, the language chosen first.
  mutating func state(_ thing: String, _ relation: String, _ text: NoticeText?) {
    guard let text else { return }
    base.statements.add(thing, relation, Self.term(text.text, text.language))
    for other in text.translations {
      base.statements.add(thing, relation, Self.term(other.text, other.language))
    }
  }

  /// A text in a language.
  static func term(_ text: String, _ language: String) -> Term {
    language == LanguageTag.undetermined ? .string(text) : .string(text, language: language)
  }
}

extension NoticeCriterion.WeightUnit {
  /// The unit as it is stated.
  fileprivate var french: String {
    switch self {
    case .percent: "pour cent"
    case .decimal: "part de 1"
    case .points: "points"
    case .order: "rang d’importance"
    }
  }
}
