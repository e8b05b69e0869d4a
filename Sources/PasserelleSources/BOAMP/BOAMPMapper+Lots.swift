internal import PasserelleCore

extension BOAMPMapper {
  /// States a lot; the whole of a contract that is not divided is one.
  mutating func state(_ lot: BOAMPLot, order: Int, _ deadline: PartialDate?) {
    let call = base.contract
    let identifier = lot.number ?? "LOT-\(order)"
    let repeats = outline.lots.prefix(order - 1).count { ($0.number ?? "") == (lot.number ?? "") }
    let iri =
      call + "/lot/" + NoticeKey.part(identifier)
      + (lot.number != nil && repeats > 0 ? "~\(repeats + 1)" : "")
    base.state(Vocabulary.hasLot, .iri(iri))
    base.statements.add(iri, Vocabulary.type, .iri(Vocabulary.lot))
    base.statements.add(iri, Vocabulary.identifier, .string(identifier))
    base.statements.add(iri, Vocabulary.order, .integer(order))
    state(iri, Vocabulary.title, lot.title)
    state(iri, Vocabulary.description, lot.description)
    stateCodes(iri, lot.codes)
    if outline.isFramework == true {
      base.statements.add(iri, Vocabulary.hasNature, .string("Accord-cadre"))
    }
    for field in lot.territories { state(iri, territory: field.value) }
    if let field = lot.placeName, let name = text(field) {
      base.statements.add(iri, Vocabulary.placeName, .string(name))
    }
    stateAmount(iri, lot.amount)
    if let months = months(of: lot) {
      base.statements.add(iri, Vocabulary.durationMonths, .integer(months))
    }
    if let deadline {
      let relation = outline.isForParticipation ? Vocabulary.participationDeadline : Vocabulary.deadline
      base.statements.add(iri, relation, .date(deadline))
    }
    for language in outline.tenderLanguages {
      base.statements.add(iri, Vocabulary.tenderLanguage, .string(language))
    }
    for address in outline.documents {
      base.statements.add(iri, Vocabulary.procurementDocuments, .string(address))
    }
    stateCriteria(lot.criteria, of: iri)
  }

  private mutating func months(of lot: BOAMPLot) -> Int? {
    if let months = lot.months { return base.duration(months) }
    guard let period = lot.period, let start = base.date(period.start), let end = base.date(period.end),
      let firstDay = start.day, let lastDay = end.day, let firstMonth = start.month,
      let lastMonth = end.month,
      end.firstDay > start.firstDay
    else { return nil }
    return max(
      1, (end.year - start.year) * 12 + lastMonth - firstMonth + (lastDay > firstDay ? 1 : 0))
  }

  private mutating func stateCriteria(_ criteria: [BOAMPCriterion], of lot: String) {
    // A weight without unit is a share of a hundred only where the weights of the lot add up to it.
    let sum = criteria.compactMap(\.weight?.approximateDouble).reduce(0, +)
    let isComplete = criteria.allSatisfy { $0.weight != nil }
    for (offset, criterion) in criteria.enumerated() {
      guard let name = text(criterion.name) else { continue }
      let iri = lot + "/criterion/\(offset + 1)"
      base.statements.add(lot, Vocabulary.hasCriterion, .iri(iri))
      base.statements.add(iri, Vocabulary.type, .iri(Vocabulary.callCriterion))
      base.statements.add(iri, Vocabulary.order, .integer(offset + 1))
      base.statements.add(iri, Vocabulary.criterionKind, .string("attribution"))
      if let code = criterion.code {
        base.statements.add(iri, Vocabulary.criterionCode, .string(code))
      }
      base.statements.add(iri, Vocabulary.title, .string(name, language: "fr"))
      guard let weight = criterion.weight else { continue }
      base.statements.add(iri, Vocabulary.weight, .decimal(weight))
      if criterion.isPercent || (isComplete && abs(sum - 100) < 0.01) {
        base.statements.add(iri, Vocabulary.weightUnit, .string("pour cent"))
      } else if isComplete {
        base.statements.add(iri, Vocabulary.weightUnit, .string("points"))
      }
    }
  }
}
