internal import PasserelleCore

/// Forms before R2.0.9: the same things under names and in places that differ from form to form, so that they are looked
/// for by name wherever they stand.
extension TEDMapper {
  private static let lotTags: Set<TEDTag> = [.annexB, .lotPriorInformation]
  /// Parts in which other things of the same names stand.
  private static let apart: Set<TEDTag> = [
    .annexB, .lotPriorInformation, .awardOfContract, .proceduresForAppeal, .caCeConcessionaireProfile,
    .contactData, .contactDataWithoutResponsibleName,
  ]

  private func found(_ tags: TEDTag...) -> TEDElement? { body.descend(to: Set(tags), over: Self.apart) }

  /// Reads the object and its lots.
  mutating func readFormerObject() {
    outline.title = text(found(.titleContract), "TITLE_CONTRACT")
    outline.description = text(
      found(.shortContractDescription) ?? found(.totalQuantityOrScope), "SHORT_CONTRACT_DESCRIPTION")
    outline.additionalInformation = text(found(.additionalInformation), "ADDITIONAL_INFORMATION")
    let type = found(.typeContract)
    outline.categories = Self.category(
      type?.attribute("VALUE") ?? type?.attribute("CTYPE")
        ?? body.children.lazy.compactMap { $0.attribute("CTYPE") }.first)
    outline.codes = codes(of: found(.cpv), "CPV/")
    if let place = found(.locationNuts) {
      outline.places = places(place.all(.nuts), site: place.first(.location), "LOCATION_NUTS/")
    }
    if outline.form?.isOfResults == true {
      outline.totalAmount = formerMoney(found(.totalFinalValue), "TOTAL_FINAL_VALUE/")
    } else {
      outline.amount = formerMoney(
        found(.totalEstimated) ?? found(.natureQuantityScope), "NATURE_QUANTITY_SCOPE/")
    }
    let terms = formerTerms()
    let months = formerDuration(found(.periodWorkDateStarting), "")
    let lots = body.descendants(Self.lotTags, over: [.awardOfContract])
    for element in lots {
      var lot = formerLot(element)
      lot.durationMonths = lot.durationMonths ?? months
      terms.apply(to: &lot)
      outline.lots.append(lot)
    }
    if lots.isEmpty {
      // A contract that is not divided is one lot, as in notices of today.
      var lot = NoticeLot(identifier: "1")
      lot.title = outline.title
      lot.description = outline.description
      lot.codes = outline.codes
      lot.categories = outline.categories
      lot.places = outline.places
      lot.durationMonths = months
      terms.apply(to: &lot)
      outline.lots.append(lot)
    }
  }

  /// Reads a lot.
  private mutating func formerLot(_ element: TEDElement) -> NoticeLot {
    let rank = outline.lots.count + 1
    var lot = NoticeLot(
      identifier: element.first(.lotNumber)?.content ?? element.attribute("ITEM") ?? String(rank))
    let prefix = lot.identifier + "/"
    lot.number = element.first(.lotNumber)?.content
    lot.title = text(element.first(.lotTitle), prefix + "LOT_TITLE")
    lot.description = text(
      joining: [
        element.first(.lotDescription), element.first(path: .natureQuantityScope, .totalQuantityOrScope),
      ], prefix + "LOT_DESCRIPTION")
    lot.additionalInformation = text(
      element.first(of: [.additionalInformationAboutLots, .additionalInformation]),
      prefix + "ADDITIONAL_INFORMATION")
    lot.codes = codes(of: element.first(.cpv), prefix + "CPV/")
    lot.amount = formerMoney(element.first(.natureQuantityScope), prefix)
    lot.durationMonths = formerDuration(element.descend(to: [.periodWorkDateStarting]), prefix)
    return lot
  }

  private mutating func formerTerms() -> SharedTerms {
    var terms = SharedTerms()
    if let involved = found(.noticeInvolves, .frameworkAgreement) {
      switch involved.attribute("VALUE") {
      case nil, "YES": terms.isFramework = true
      case let value?: terms.isFramework = value.hasSuffix("FRAMEWORK_AGREEMENT")
      }
    }
    if let address = found(.urlInformation) { terms.documents = self.address(address, "URL_INFORMATION") }
    terms.languages = languages(body.descendants([.languageEc]))
    if form.kind?.form == .competition {
      let limit = found(.receiptLimitDate)
      readDeadline(limit, time: limit?.first(.time)?.content, into: &terms)
    }
    terms.criteria =
      body.descendants([.criteriaDefinition, .lowestPrice], over: Self.apart).isEmpty
      ? [] : formerCriteria()
    terms.criteria += selectionCriteria()
    return terms
  }

  private mutating func formerCriteria() -> [NoticeCriterion] {
    // They stand side by side in one element.
    guard let parent = body.parent(ofFirst: [.criteriaDefinition, .lowestPrice]) else { return [] }
    return awardCriteria(parent, "")
  }

  private mutating func formerDuration(_ element: TEDElement?, _ prefix: String) -> Int? {
    guard let element else { return nil }
    if let months = element.first(.months)?.content {
      return duration(months, unit: "MONTH", prefix + "MONTHS")
    }
    if let days = element.first(.days)?.content { return duration(days, unit: "DAY", prefix + "DAYS") }
    let interval = element.first(.intervalDate)
    return duration(nil, start: interval?.first(.startDate), end: interval?.first(.endDate), prefix)
  }

  /// An amount tax excluded: of a range, and of one that includes tax, nothing is taken.
  mutating func formerMoney(_ element: TEDElement?, _ prefix: String) -> Money? {
    let costs =
      element?.first(of: [.costsRangeAndCurrency, .costsRangeAndCurrencyWithVatRate]) ?? element
    guard let costs, let value = costs.first(.valueCost) else { return nil }
    if costs.first(.includingVat) != nil {
      base.amend(
        .tedTaxIncluded,
        AwardRecord.Field(
          name: prefix + "VALUE_COST", value: value.attribute("FMTVAL") ?? value.content ?? ""))
      return nil
    }
    return money(value, currency: costs.attribute("CURRENCY"), prefix)
  }
}

extension TEDElement {
  /// The element around the first of some tags below this one.
  func parent(ofFirst tags: Set<TEDTag>) -> TEDElement? {
    for child in children {
      if let tag = child.tag, tags.contains(tag) { return self }
      if let found = child.parent(ofFirst: tags) { return found }
    }
    return nil
  }
}
