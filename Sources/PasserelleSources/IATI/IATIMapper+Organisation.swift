internal import PasserelleCore
internal import PasserelleXML

extension IATIMapper {
  /// States what an organisation tells of itself: name, budgets, documents.
  mutating func runOrganisation() -> MappedRecord {
    let identifier = record.identifier
    let found = OrganisationReference(identifier)
    let owner = found?.iri(in: iris) ?? iris.identifier(.local, "iati-org:" + identifier.lowercased())
    if found == nil { report(.iatiOrganisation, "organisation-identifier", identifier) }
    let type = root.first("reporting-org")?.attribute("type")?.trimmed ?? ""
    let isSelf = root.first("reporting-org")?.attribute("ref")?.trimmed == identifier
    let kind = isSelf ? IATICodes.organisationTypes[type] : nil
    statements.add(
      owner, Vocabulary.type, .iri(found?.classIRI ?? kind?.classIRI ?? Vocabulary.organisation))
    if let code = kind?.kind { statements.add(owner, Vocabulary.organisationKind, .string(code)) }
    statements.add(owner, Vocabulary.identifier, .string(identifier))
    if let siren = found?.number.siren { statements.add(owner, Vocabulary.siren, .string(siren)) }
    if let country = found?.country { statements.add(owner, Vocabulary.country, .string(country)) }
    let names = root.all("name").flatMap { written($0) }
    for (place, name) in names.enumerated() {
      guard let text = clean(name.text, "name") else { continue }
      guard !PersonNames.isPerson(text, isPublicBody: true) else {
        report(.privacyPersonName, "name")
        continue
      }
      let term: Term = place == 0 ? .string(text) : .string(text, language: name.language ?? "und")
      statements.add(owner, place == 0 ? Vocabulary.name : Vocabulary.alternativeLabel, term)
    }
    if names.isEmpty { report(.iatiNoTitle, "name") }
    let base = owner + "/iati"
    for (place, element) in root.all("total-budget").enumerated() {
      stateBudget(element, of: owner, node: base + "/budget/\(place + 1)", "total-budget")
    }
    stateForwardBudgets(of: owner, base)
    for (place, element) in root.all("total-expenditure").enumerated() {
      let node = base + "/expenditure/\(place + 1)"
      statements.add(node, Vocabulary.type, .iri(Vocabulary.funding))
      statements.add(node, Vocabulary.fundingKind, .string("expenditure"))
      statements.add(node, Vocabulary.funder, .iri(owner))
      stateAmount(
        of: element, owner: node, relation: Vocabulary.hasAmount, node: node + "/amount",
        field: "total-expenditure")
      let period = period(of: element, "total-expenditure")
      if let since = period.since { statements.add(node, Vocabulary.since, .date(since)) }
      if let until = period.until { statements.add(node, Vocabulary.until, .date(until)) }
    }
    stateDocuments(of: owner)
    return mapped(owner)
  }

  /// States what the organisation means to give to organisations, countries and regions.
  private mutating func stateForwardBudgets(of owner: String, _ base: String) {
    for (name, target) in [
      ("recipient-org-budget", "recipient-org"), ("recipient-country-budget", "recipient-country"),
    ] {
      for (place, element) in root.all(name).enumerated() {
        let node = base + "/\(name)/\(place + 1)"
        statements.add(node, Vocabulary.type, .iri(Vocabulary.funding))
        statements.add(node, Vocabulary.fundingKind, .string("planned-disbursement"))
        statements.add(node, Vocabulary.funder, .iri(owner))
        stateAmount(
          of: element, owner: node, relation: Vocabulary.hasAmount, node: node + "/amount", field: name)
        let period = period(of: element, name)
        if let since = period.since { statements.add(node, Vocabulary.since, .date(since)) }
        if let until = period.until { statements.add(node, Vocabulary.until, .date(until)) }
        guard let recipient = element.first(target) else { continue }
        if target == "recipient-org", let iri = organisation(recipient, name) {
          statements.add(node, Vocabulary.funds, .iri(iri))
        } else if target == "recipient-country", let code = recipient.attribute("code")?.trimmed.uppercased()
        {
          if IATICodes.isCountry(code) {
            statements.add(node, Vocabulary.country, .string(code))
          } else {
            report(.iatiCode, name + "/recipient-country/@code", code)
          }
        }
      }
    }
  }
}
