internal import PasserelleCore
internal import PasserelleJSON

extension OCDSCallMapper {
  // Deadlines and lots

  /// The day on which offers close, and the moment where the release gives its zone.
  struct Deadline {
    let day: PartialDate
    let moment: Instant?
  }

  mutating func deadline() -> Deadline? {
    let field = base.reading(release) { reader in
      reader.field(reader.object(tender, "tenderPeriod", "tender"), "endDate", "tender.tenderPeriod")
    }
    guard let field, let day = base.date(field) else { return nil }
    let text = field.value.trimmed
    let clock = text.split(separator: "T", maxSplits: 1).dropFirst().first ?? ""
    let hasZone = clock.hasSuffix("Z") || clock.contains { $0 == "+" || $0 == "-" }
    return Deadline(day: day, moment: hasZone ? Instant(iso: text) : nil)
  }

  mutating func stateMoment(_ deadline: Deadline, of subject: String) {
    guard let moment = deadline.moment else { return }
    base.statements.add(
      subject, Vocabulary.deadlineTime, .literal(Literal(moment.description, .dateTime)))
  }

  mutating func stateLot(
    _ lot: JSONValue, _ path: String, order: Int, items: [(value: JSONValue, path: String)],
    deadline: Deadline?
  ) {
    let (id, state) = base.reading(release) { reader in
      (reader.field(lot, "id", path)?.value.trimmed, reader.field(lot, "status", path))
    }
    let status = base.text(state) ?? ""
    let name = id.flatMap { $0.isEmpty ? nil : $0 } ?? "LOT-\(order)"
    let iri = base.iris.identifier(.ocid, key + "/lot/" + name)
    base.state(Vocabulary.hasLot, .iri(iri))
    base.statements.add(iri, Vocabulary.type, .iri(Vocabulary.lot))
    base.statements.add(iri, Vocabulary.identifier, .string(name))
    base.statements.add(iri, Vocabulary.order, .integer(order))
    base.stateTexts(iri, Vocabulary.title, lot, "title", path, of: release)
    base.stateTexts(iri, Vocabulary.description, lot, "description", path, of: release)
    base.stateMoney(iri, Vocabulary.estimatedAmount, base.money(lot, "value", path, of: release))
    base.statePeriod(iri, lot, "contractPeriod", path, of: release)
    let own = items.filter { item in
      item.value["relatedLot"]?.scalarText == name
        || (item.value["relatedLots"]?.arrayValue ?? []).contains { $0.scalarText == name }
    }
    base.stateItems(iri, base.items(own, of: release))
    base.statePlaces(iri, own, of: release)
    stateCategories(iri, lot, path)
    if let suitability = base.reading(release, { $0.object(lot, "suitability", path) }),
      case .bool(let isSuitable)? = suitability["sme"]
    {
      base.statements.add(iri, Vocabulary.isSuitableForSMEs, .boolean(isSuitable))
    }
    let owner = AwardMapper.PartOwner(subject: iri, key: key + "/lot/" + name)
    for (form, field) in [
      (OCDSPartForm.awardCriteria, "awardCriteria"), (.selectionCriteria, "selectionCriteria"),
    ] {
      let holder = base.reading(release) { $0.object(lot, field, path) }
      nulls += base.stateParts(form, of: holder, path + "." + field, for: owner, of: release)
    }
    stateDocuments(iri, lot: name)
    if !status.isEmpty { base.statements.add(iri, Vocabulary.tenderStatus, .string(status)) }
    if OCDSCodes.isWithdrawn(tenderStatus: status) {
      base.report(.ocdsTenderStatus, path + ".status", status)
    } else if let deadline {
      base.statements.add(iri, Vocabulary.deadline, .date(deadline.day))
      stateMoment(deadline, of: iri)
    }
  }
}
