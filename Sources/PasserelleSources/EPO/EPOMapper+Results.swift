internal import PasserelleCore
internal import PasserelleXML

extension EPOMapper {
  /// States the results: outcomes of lots, offers, those who made them, contracts.
  mutating func stateResult() {
    guard let result = notice.extensions.lazy.compactMap({ $0.first("NoticeResult") }).first else { return }
    let information = noticeIRI + "/award-information"
    stateNode(
      information, "epo:NoticeAwardInformation", of: noticeIRI,
      EPOName.iri("epo:announcesNoticeAwardInformation"))
    apply(EPOResults.notice, to: information, at: result)
    let parties = stateTenderingParties(result)
    stateTenders(result, parties)
    stateContracts(result)
    stateOutcomes(result)
    for group in result.all(path: ["GroupFramework", "TenderLot", "ID"]).compactMap(\.content) {
      if let iri = lots[group] { state(iri, Vocabulary.type, .iri(EPOName.iri("epo:LotGroup"))) }
    }
  }

  // Offers

  /// States those who offer, alone or together.
  ///
  /// - Returns: The subcontractors of each, by its identifier.
  private mutating func stateTenderingParties(_ result: XMLElement) -> [String: [String]] {
    var subcontractors: [String: [String]] = [:]
    for party in result.all("TenderingParty") {
      guard let key = party.first("ID")?.content else { continue }
      let role = tenderer(key)
      state(role, Vocabulary.type, .iri(EPOName.iri("epo:Tenderer")))
      announce(role, isOfResult: true)
      let members = party.all("Tenderer").compactMap { member -> (XMLElement, String)? in
        member.first("ID")?.content.flatMap(organisation).map { (member, $0) }
      }
      var player = members.first?.1
      if members.count > 1 {
        let group = role + "/group"
        player = group
        state(group, Vocabulary.type, .iri(EPOName.iri("epo:OrganisationGroup")))
        for (member, organisation) in members {
          state(group, "epo:hasMember", organisation)
          if isTrue(member.first("GroupLeadIndicator")) { state(group, "epo:leadBy", organisation) }
        }
      }
      if let player { state(role, "epo:playedBy", player) }
      if let name = party.first("Name"), let text = plain(name), !PersonNames.isPerson(text) {
        state(role, Vocabulary.title, .string(text))
        if let player { state(player, EPOName.iri("epo:hasAlias"), .string(text)) }
      }
      for member in party.all("SubContractor") {
        guard let identifier = member.first("ID")?.content, let organisation = organisation(identifier) else {
          continue
        }
        let below =
          notice.organisations[identifier].flatMap { identity($0, .subcontractor) }
          ?? call + "/role/subcontractor/" + NoticeKey.part(identifier)
        state(below, Vocabulary.type, .iri(EPOName.iri("epo:Subcontractor")))
        state(below, "epo:playedBy", organisation)
        announce(below, isOfResult: true)
        subcontractors[key, default: []].append(below)
      }
    }
    return subcontractors
  }

  private func tenderer(_ key: String) -> String { call + "/tenderer/" + NoticeKey.part(key) }
  private func tender(_ key: String) -> String { call + "/tender/" + NoticeKey.part(key) }
  private func outcome(ofTender key: String) -> String { tender(key) + "/outcome" }

  private mutating func stateTenders(_ result: XMLElement, _ subcontractors: [String: [String]]) {
    for element in result.all("LotTender") {
      guard let key = element.first("ID")?.content else { continue }
      let iri = tender(key)
      mention(iri)
      state(iri, Vocabulary.type, .iri(EPOName.iri("epo:Tender")))
      apply(EPOResults.tender, to: iri, at: element)
      for party in element.all(path: ["TenderingParty", "ID"]).compactMap(\.content) {
        // The ontology spells it so.
        state(iri, "epo:isSubmitedBy", tenderer(party))
        for below in subcontractors[party] ?? [] { state(iri, "epo:specifiesSubcontractors", below) }
      }
      for lot in element.all(path: ["TenderLot", "ID"]).compactMap(\.content) {
        guard let thing = lots[lot] else { continue }
        state(iri, isGroup(thing) ? "epo:isSubjectToGrouping" : "epo:isSubmittedForLot", thing)
      }
      let outcome = outcome(ofTender: key)
      state(outcome, Vocabulary.type, .iri(EPOName.iri("epo:TenderAwardOutcome")))
      state(outcome, "epo:concernsTender", iri)
      if let rank = element.first("RankCode")?.content.flatMap({ Int($0) }), rank > 0 {
        state(outcome, EPOName.iri("epo:hasAwardRank"), .integer(rank))
      }
    }
  }

  private func isGroup(_ iri: String) -> Bool { iri.hasPrefix(call + "/group/") }

  /// The lots that an identifier names: of a group, those of it.
  private func lots(named identifier: String) -> [String] {
    guard let iri = lots[identifier] else { return [] }
    guard isGroup(iri) else { return [iri] }
    return notice.lotGroupMembers.filter { $0.group == identifier }.flatMap(\.lots).compactMap { lots[$0] }
  }

  // Contracts

  private mutating func stateContracts(_ result: XMLElement) {
    var contractLots: [String: [String]] = [:]
    for one in result.all("LotResult") {
      let named = one.all(path: ["TenderLot", "ID"]).compactMap(\.content).flatMap { lots(named: $0) }
      for contract in one.all(path: ["SettledContract", "ID"]).compactMap(\.content) {
        contractLots[contract, default: []] += named
      }
    }
    for element in result.all("SettledContract") {
      guard let key = element.first("ID")?.content else { continue }
      let iri = contract(key)
      mention(iri)
      state(iri, Vocabulary.type, .iri(Vocabulary.contract))
      if isTrue(element.first("ContractFrameworkIndicator")) {
        state(iri, Vocabulary.type, .iri(EPOName.iri("epo:PurchaseContract")))
      }
      apply(EPOResults.contract, to: iri, at: element)
      for lot in contractLots[key] ?? [] { state(iri, "epo:hasLotReference", lot) }
      for signatory in element.all(path: ["SignatoryParty", "PartyIdentification", "ID"]).compactMap(
        \.content)
      {
        if let buyer = organisation(signatory).flatMap({ buyers[$0] }) {
          state(iri, "epo:signedByBuyer", buyer)
        }
      }
      // OPT-100: the framework agreement that it comes under, known by the notice of its award.
      for reference in element.all(path: ["NoticeDocumentReference", "ID"]) {
        guard let written = plain(reference) else { continue }
        let other = call + "/framework-notice/" + NoticeKey.part(written)
        mention(other)
        state(iri, "epo:followsRulesSetBy", other + "/agreement")
        state(other, "epo:announcesContract", other + "/agreement")
        state(other + "/agreement", Vocabulary.type, .iri(EPOName.iri("epo:FrameworkAgreement")))
        stateOther(other, type: "epo:Notice", identifier: written, at: "identifier")
      }
    }
  }

  // Outcomes

  private mutating func stateOutcomes(_ result: XMLElement) {
    let dates = Dictionary(
      result.all("SettledContract").compactMap { contract in
        contract.first("ID")?.content.flatMap { key in
          contract.first("AwardDate").map { (key, $0) }
        }
      }
    ) { first, _ in first }
    var decisions: [String] = []
    for (offset, element) in result.all("LotResult").enumerated() {
      let key = element.first("ID")?.content ?? "RES-\(offset + 1)"
      let iri = call + "/lot-result/" + NoticeKey.part(key)
      state(iri, Vocabulary.type, .iri(EPOName.iri("epo:LotAwardOutcome")))
      apply(EPOResults.outcome, to: iri, at: element)
      let named = element.all(path: ["TenderLot", "ID"]).compactMap(\.content).flatMap { lots(named: $0) }
      for lot in named { state(iri, "epo:concernsLot", lot) }
      for tender in element.all(path: ["LotTender", "ID"]).compactMap(\.content) {
        state(iri, "epo:comprisesTenderAwardOutcome", outcome(ofTender: tender))
      }
      decide(element, iri, dates, &decisions)
      stateStatistics(element, iri, named)
      if let isEnded = element.first("DPSTerminationIndicator")?.content.flatMap(Self.boolean) {
        for lot in named {
          stateProcess(of: lot, concerns: "epo:concernsLot", "epo:isDPSTerminated", isEnded)
        }
      }
    }
  }

  /// Puts an outcome under the decision of its day; outcomes of no known day share one.
  private mutating func decide(
    _ element: XMLElement, _ outcome: String, _ dates: [String: XMLElement], _ decisions: inout [String]
  ) {
    let date = element.all(path: ["SettledContract", "ID"]).compactMap(\.content).lazy
      .compactMap { dates[$0] }.first
    let day = date?.content.flatMap { Self.isDay($0) && !Self.isWithheld($0) ? String($0.prefix(10)) : nil }
    let decision = noticeIRI + "/award-decision" + (day.map { "/" + $0 } ?? "")
    if !decisions.contains(decision) {
      decisions.append(decision)
      stateNode(
        decision, "epo:AwardDecision", of: noticeIRI, EPOName.iri("epo:announcesAwardDecision"))
      if let date, day != nil {
        _ = tell(.date, of: date, nil, decision, EPOName.iri("epo:hasAwardDecisionDate"), rank: 0)
      }
    }
    state(decision, "epo:comprisesAwardOutcome", outcome)
  }

  /// States what is counted of a lot: offers, requests for review, vehicles.
  private mutating func stateStatistics(_ element: XMLElement, _ outcome: String, _ lots: [String]) {
    let offers = outcome + "/submissions"
    if apply(EPOResults.statistics, to: offers, at: element) {
      mention(offers)
      state(offers, Vocabulary.type, .iri(EPOName.iri("epo:SubmissionStatisticalInformation")))
      state(offers, "epo:summarisesInformationForAwardOutcome", outcome)
    }
    let reviews = outcome + "/reviews"
    if apply(EPOResults.reviews, to: reviews, at: element) {
      mention(reviews)
      state(reviews, Vocabulary.type, .iri(EPOName.iri("epo:ReviewRequestSummary")))
      for lot in lots { state(reviews, "epo:concernsReviewSummaryForLot", lot) }
      let counted = element.all(path: ["AppealRequestsStatistics", "StatisticsCode"])
      if counted.contains(where: { $0.attribute("listName") == "review-type" }) {
        state(outcome, EPOName.iri("rdfs:seeAlso"), .iri(reviews))
      }
    }
    for (rank, strategy) in element.all("StrategicProcurement").enumerated() {
      let aim = outcome + "/aim/\(rank + 1)"
      state(aim, Vocabulary.type, .iri(EPOName.iri("epo:GreenProcurement")))
      stateVehicles(strategy, of: aim, outcome: outcome)
    }
  }

  /// States what is told of vehicles; of results, as what the outcome of a lot refers to.
  mutating func stateVehicles(_ strategy: XMLElement, of aim: String, outcome: String?) {
    for (rank, element) in strategy.all("StrategicProcurementInformation").enumerated() {
      let node = aim + "/vehicles/\(rank + 1)"
      guard apply(EPOLotStrategy.vehicles, to: node, at: element) else { continue }
      mention(node)
      state(node, Vocabulary.type, .iri(EPOName.iri("epo:VehicleInformation")))
      state(node, "epo:concernsGreenProcurement", aim)
      if let outcome { state(outcome, EPOName.iri("rdfs:seeAlso"), .iri(node)) }
    }
  }
}
