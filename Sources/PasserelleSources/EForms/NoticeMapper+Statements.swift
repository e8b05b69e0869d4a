internal import PasserelleCore

extension NoticeMapper {
  /// States the outline.
  mutating func stateAll() {
    let call = base.contract
    base.state(Vocabulary.type, .iri(Vocabulary.call))
    base.state(Vocabulary.source, .string(outline.isDemonstration ? "demonstration" : EFormsReader.source))
    base.state(Vocabulary.identifier, .string(outline.identifier))
    if outline.isDemonstration { base.state(Vocabulary.isDemonstration, .boolean(true)) }
    state(call, Vocabulary.noticeVersion, outline.version)
    state(call, Vocabulary.procedureIdentifier, outline.procedureIdentifier)
    state(call, Vocabulary.noticeForm, notice.form)
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
    if let day = outline.published { base.state(Vocabulary.published, .date(day)) }
    if let day = outline.deadline { base.state(Vocabulary.deadline, .date(day)) }
    var named: [String: Int] = [:]
    for (offset, lot) in outline.lots.enumerated() {
      named[lot.identifier, default: 0] += 1
      let repeats = named[lot.identifier] ?? 1
      let name = IRIPart.escaped(lot.identifier) + (repeats > 1 ? "~\(repeats)" : "")
      stateLot(lot, order: offset + 1, iri: call + "/lot/" + name)
    }
  }

  private mutating func stateLot(_ lot: NoticeLot, order: Int, iri: String) {
    base.state(Vocabulary.hasLot, .iri(iri))
    base.statements.add(iri, Vocabulary.type, .iri(Vocabulary.lot))
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

  private mutating func stateBuyers() {
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
      state(iri, Vocabulary.mailbox, buyer.mailbox)
    }
  }

  /// The IRI of a buyer by its number; Portuguese tax numbers have a scheme of their own.
  private func iri(of number: PartyNumber, country: String?) -> String {
    if country == "PRT", let value = number.other?.value, value.utf8.count == 9, Int(value) != nil {
      return base.iris.identifier(.nif, value)
    }
    return number.iri(role: .buyer, in: base.iris)
  }

  private mutating func statePlaces(_ thing: String, _ places: [NoticePlace]) {
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

  private mutating func stateCodes(_ thing: String, _ codes: [CPVCode]) {
    for (rank, code) in codes.enumerated() {
      let relation = rank == 0 ? Vocabulary.hasMainClassification : Vocabulary.hasAdditionalClassification
      base.statements.add(thing, relation, .iri(code.iri))
    }
  }

  private mutating func stateCategories(_ thing: String, _ categories: [String]) {
    for category in categories {
      state(thing, Vocabulary.contractCategory, ContractCategory.french[category])
    }
  }

  private mutating func state(_ thing: String, _ relation: String, _ text: String?) {
    if let text, !text.isEmpty { base.statements.add(thing, relation, .string(text)) }
  }

  private mutating func state(_ thing: String, _ relation: String, _ money: Money?) {
    guard let money else { return }
    base.statements.add(thing, relation, .decimal(money.amount))
    base.statements.add(thing, Vocabulary.currency, .string(money.currency))
  }

  /// States texts: the language chosen as the title and description, the others as translations of them.
  private mutating func state(
    _ thing: String, title: NoticeText?, description: NoticeText?, further: NoticeText?
  ) {
    let relations = [
      (title, Vocabulary.title, Vocabulary.alternativeLabel),
      (description, Vocabulary.description, Vocabulary.translatedDescription),
      (further, Vocabulary.additionalInformation, Vocabulary.translatedDescription),
    ]
    for (text, relation, translated) in relations {
      guard let text else { continue }
      base.statements.add(thing, relation, Self.term(text.text, text.language))
      for other in text.translations {
        base.statements.add(thing, translated, Self.term(other.text, other.language))
      }
    }
  }

  private static func term(_ text: String, _ language: String) -> Term {
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

/// Names as parts of IRIs.
private enum IRIPart {
  /// The letters, digits, hyphens and full stops of a name; anything else becomes a hyphen.
  static func escaped(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar in
          let isKept = scalar.isASCII && (scalar.isLetter || scalar.isDigit || scalar == "-" || scalar == ".")
          return isKept ? scalar : "-"
        }))
  }
}
