internal import PasserelleCore
internal import PasserelleXML

extension IATIMapper {
  /// States budgets, planned disbursements and transactions.
  mutating func stateMoney() {
    for (place, element) in root.all("budget").enumerated() {
      stateBudget(element, of: subject, node: subject + "/budget/\(place + 1)", "budget")
    }
    for (place, element) in root.all("planned-disbursement").enumerated() {
      let node = subject + "/planned/\(place + 1)"
      stateFunding(element, node: node, kind: "planned-disbursement", "planned-disbursement")
      let period = period(of: element, "planned-disbursement")
      if let since = period.since { statements.add(node, Vocabulary.since, .date(since)) }
      if let until = period.until { statements.add(node, Vocabulary.until, .date(until)) }
    }
    for (place, element) in root.all("transaction").enumerated() {
      let written = element.first("transaction-type")?.attribute("code")?.trimmed ?? ""
      let kind = IATICodes.transactionTypes[written.uppercased()]
      if kind == nil { report(.iatiCode, "transaction/transaction-type", written) }
      let node = subject + "/transaction/\(place + 1)"
      stateFunding(element, node: node, kind: kind, "transaction")
      if let ref = element.attribute("ref")?.trimmed, IATIRecord.isReference(ref) {
        statements.add(node, Vocabulary.identifier, .string(ref))
      }
      // Where the date is missing, that of the value stands for it.
      if let element = element.first("transaction-date"), let date = date(of: element, "transaction-date") {
        statements.add(node, Vocabulary.since, .date(date))
      } else {
        report(.iatiNoDate, "transaction/transaction-date")
      }
      for text in texts(element, "description") { statements.add(node, Vocabulary.description, text) }
    }
  }

  /// States a budget with its period.
  mutating func stateBudget(_ element: XMLElement, of owner: String, node: String, _ field: String) {
    guard
      stateAmount(of: element, owner: owner, relation: Vocabulary.hasBudget, node: node, field: field)
    else { return }
    if let interval = Self.interval(period(of: element, field)) {
      statements.add(node, Vocabulary.period, .string(interval))
    }
    let scope = [
      IATICodes.budgetTypes[element.attribute("type")?.trimmed ?? ""],
      IATICodes.budgetStatuses[element.attribute("status")?.trimmed ?? ""],
    ].compactMap { $0 }
    if !scope.isEmpty {
      statements.add(node, Vocabulary.scope, .string(scope.joined(separator: ", ")))
    }
  }

  /// States a sum with who pays and who receives.
  private mutating func stateFunding(
    _ element: XMLElement, node: String, kind: String?, _ field: String
  ) {
    state(Vocabulary.hasFunding, .iri(node))
    statements.add(node, Vocabulary.type, .iri(Vocabulary.funding))
    if let kind { statements.add(node, Vocabulary.fundingKind, .string(kind)) }
    stateAmount(
      of: element, owner: node, relation: Vocabulary.hasAmount, node: node + "/amount", field: field)
    for (name, relation) in [
      ("provider-org", Vocabulary.funder), ("receiver-org", Vocabulary.funds),
    ] {
      guard let party = element.first(name) else { continue }
      if let iri = organisation(party, field + "/" + name) { statements.add(node, relation, .iri(iri)) }
      let prefix = name == "provider-org" ? "provider" : "receiver"
      if let other = party.attribute(prefix + "-activity-id")?.trimmed, IATIRecord.isReference(other) {
        statements.add(node, Vocabulary.relatedTo, .iri(Self.activity(other, in: iris)))
      }
    }
  }
}
