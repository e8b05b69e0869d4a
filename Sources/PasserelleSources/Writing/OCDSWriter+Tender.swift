internal import PasserelleCore
internal import PasserelleJSON

extension OCDSWriter {
  /// Whether the call is a plan that no tender tells of.
  var isPlanned: Bool {
    guard let call = draft.call else { return false }
    return call.value(Vocabulary.noticeForm) == "planning" && call.value(Vocabulary.tenderStatus) == nil
      && call.record.source == OCDSReader.source
  }

  var planning: JSONValue? {
    guard let call = draft.call else { return nil }
    let budget = call.parts(ProcessVocabulary.hasBudget).first
    var object = JSONObjectBuilder()
    object.add("budget", parts(.budget, of: call).first)
    if isPlanned {
      var project = JSONObjectBuilder()
      for (relation, key) in [(Vocabulary.title, "title"), (Vocabulary.description, "description")] {
        let told = budget?.texts(relation, preferring: draft.language) ?? []
        let texts = call.texts(relation, preferring: draft.language).filter { !told.contains($0) }
        add(texts, as: key, to: &project)
      }
      if budget == nil, let amount = Self.value(call.money(Vocabulary.estimatedAmount)) {
        object.add("budget", .object([JSONMember("amount", amount)]))
      }
      object.add("project", project.filled)
    }
    object.add("documents", .array(parts(.documents, of: call, stage: "planning")))
    object.add("milestones", .array(parts(.milestones, of: call, stage: "planning")))
    return object.filled
  }

  /// The tender: what the call says; of a process without call, what its awards say of the procedure.
  var tender: JSONValue? {
    var object = JSONObjectBuilder()
    object.add("id", draft.ocid)
    guard let call = draft.call else {
      guard let award = draft.awards.first(where: { isTold($0) }) else { return nil }
      addProcedure(of: award, to: &object)
      addCategories(of: award, to: &object)
      return object.value
    }
    add(Vocabulary.title, of: call, as: "title", to: &object)
    add(Vocabulary.description, of: call, as: "description", to: &object)
    object.add("status", status(of: call))
    addProcedure(of: call, to: &object)
    addCategories(of: call, to: &object)
    object.add("value", Self.value(call.money(Vocabulary.estimatedAmount)))
    object.add("maximumValue", Self.value(call.money(Vocabulary.maximumAmount)))
    object.add("contractPeriod", Self.period(call))
    let lots = call.parts(Vocabulary.hasLot)
    if let end = deadline(of: call, lots) {
      object.add("tenderPeriod", .object([JSONMember("endDate", .string(end))]))
    }
    if let published = Self.moment(call.date(Vocabulary.published)), call.date(Vocabulary.published) != date {
      object.add("datePublished", published)
    }
    object.add("procuringEntity", references(call, ProcessVocabulary.hasProcuringEntity).first)
    object.add("tenderers", .array(references(call, ProcessVocabulary.hasTenderer)))
    object.add(
      "numberOfTenderers",
      call.integer(Vocabulary.offersReceived)
        ?? draft.awards.lazy.compactMap { $0.integer(Vocabulary.offersReceived) }.first)
    addCriteria(of: call, to: &object)
    let documents = parts(.documents, of: call, stage: "tender")
    object.add("milestones", .array(parts(.milestones, of: call, stage: "tender")))
    let known = documents.compactMap { $0["url"]?.stringValue }
    var addresses: [String] = []
    for address in ((documents.isEmpty ? [call] : []) + lots).flatMap({
      $0.values(Vocabulary.procurementDocuments)
    })
    where !addresses.contains(address) && !known.contains(address) { addresses.append(address) }
    object.add(
      "documents",
      .array(
        documents
          + addresses.enumerated().map { offset, address in
            document(address, of: lots, id: String(documents.count + offset + 1))
          }))
    let items =
      items(of: call, related: nil)
      + (call.iris(ProcessVocabulary.hasItem).isEmpty ? lots : []).enumerated().flatMap { offset, lot in
        self.items(of: lot, related: Self.name(of: lot, rank: offset + 1), from: offset + 1)
      }
    object.add("items", .array(items))
    object.add("lots", .array(lots.enumerated().map { lot($1, rank: $0 + 1) }))
    return object.value
  }

  /// A document known by its address alone, with the lots that it is of.
  private func document(_ address: String, of lots: [StatedThing], id: String) -> JSONValue {
    var object = JSONObjectBuilder()
    object.add("id", id)
    object.add("url", address)
    let related = lots.enumerated().filter {
      $0.element.values(Vocabulary.procurementDocuments).contains(address)
    }
    object.add("relatedLots", list: related.map { Self.name(of: $0.element, rank: $0.offset + 1) })
    return object.value
  }

  /// Whether an award says something that only tenders hold.
  private func isTold(_ award: StatedThing) -> Bool {
    [Vocabulary.hasProcedure, Vocabulary.procedureDetails, Vocabulary.contractCategory].contains {
      award.value($0) != nil
    }
  }

  private static let statuses: Set<String> = [
    "planning", "planned", "active", "complete", "cancelled", "unsuccessful", "withdrawn",
  ]

  private func status(of thing: StatedThing) -> String? {
    if let status = thing.value(Vocabulary.tenderStatus), Self.statuses.contains(status) { return status }
    if thing.flag(Vocabulary.isCancellation) == true { return "cancelled" }
    if thing.value(Vocabulary.noticeForm) == "planning" { return "planned" }
    return thing.value(Vocabulary.noticeForm) == "result" ? "complete" : nil
  }

  /// The method by its code, and the words of the source where they say more.
  private func addProcedure(of thing: StatedThing, to object: inout JSONObjectBuilder) {
    let words = thing.value(Vocabulary.hasProcedure)
    let method = words.flatMap { OCDSMethod.codes[$0] }
    object.add("procurementMethod", method)
    let details = thing.texts(Vocabulary.procedureDetails, preferring: draft.language)
    if !details.isEmpty {
      add(details, as: "procurementMethodDetails", to: &object)
    } else if let words, method.map({ OCDSCodes.methods[$0] != words }) ?? true {
      object.add("procurementMethodDetails", words)
    }
  }

  private func addCategories(of thing: StatedThing, to object: inout JSONObjectBuilder) {
    let words = thing.values(Vocabulary.contractCategory)
    let codes = words.compactMap { word in OCDSCodes.categories.first { $0.value == word }?.key }
    object.add("mainProcurementCategory", codes.first)
    let others = words.filter { !OCDSCodes.categories.values.contains($0) }
    object.add("additionalProcurementCategories", list: Array(codes.dropFirst()) + others)
  }

  /// The moment at which offers close: the latest of the lots, the end of the day where no hour is told.
  private func deadline(of call: StatedThing, _ lots: [StatedThing]) -> String? {
    let moments = ([call] + lots).flatMap { $0.values(Vocabulary.deadlineTime) }
    if let latest = moments.max() { return latest }
    return Self.moment(call.date(Vocabulary.deadline))
  }

  private func addCriteria(of call: StatedThing, to object: inout JSONObjectBuilder) {
    let criteria = call.parts(Vocabulary.hasCriterion)
    if let award = criteria.first(where: { $0.value(Vocabulary.criterionKind) == "attribution" }) {
      object.add("awardCriteria", award.value(Vocabulary.criterionCode))
      add(Vocabulary.description, of: award, as: "awardCriteriaDetails", to: &object)
    }
    if let selection = criteria.first(where: { $0.value(Vocabulary.criterionKind) == "sélection" }) {
      add(Vocabulary.description, of: selection, as: "eligibilityCriteria", to: &object)
    }
  }

  static func name(of lot: StatedThing, rank: Int) -> String {
    lot.value(Vocabulary.identifier) ?? "LOT-\(rank)"
  }

  private func lot(_ lot: StatedThing, rank: Int) -> JSONValue {
    var object = JSONObjectBuilder()
    object.add("id", Self.name(of: lot, rank: rank))
    add(Vocabulary.title, of: lot, as: "title", to: &object)
    add(Vocabulary.description, of: lot, as: "description", to: &object)
    object.add("status", status(of: lot))
    object.add("value", Self.value(lot.money(Vocabulary.estimatedAmount)))
    object.add("maximumValue", Self.value(lot.money(Vocabulary.maximumAmount)))
    object.add("contractPeriod", Self.period(lot))
    addCategories(of: lot, to: &object)
    if let isSuitable = lot.flag(Vocabulary.isSuitableForSMEs) {
      object.add("suitability", .object([JSONMember("sme", .bool(isSuitable))]))
    }
    for (form, key) in [
      (OCDSPartForm.awardCriteria, "awardCriteria"), (.selectionCriteria, "selectionCriteria"),
    ] {
      let criteria = parts(form, of: lot)
      if !criteria.isEmpty { object.add(key, .object([JSONMember("criteria", .array(criteria))])) }
    }
    return object.value
  }
}

/// Procurement methods of OCDS by the words of French award data.
enum OCDSMethod {
  /// The method of each procedure; procedures that may be of several methods are not here.
  static let codes: [String: String] = [
    "Appel d'offres ouvert": "open", "Procédure négociée ouverte": "open",
    "Procédure non négociée ouverte": "open",
    "Appel d'offres restreint": "selective", "Dialogue compétitif": "selective",
    "Procédure concurrentielle avec négociation": "selective", "Procédure avec négociation": "selective",
    "Procédure négociée avec mise en concurrence préalable": "selective",
    "Procédure négociée restreinte": "selective", "Procédure non négociée restreinte": "selective",
    "Procédure sur invitation": "limited",
    "Marché passé sans publicité ni mise en concurrence préalable": "direct",
    "Marché négocié sans publicité ni mise en concurrence préalable": "direct",
    "Marché public négocié sans publicité ni mise en concurrence préalable": "direct",
  ]
}
