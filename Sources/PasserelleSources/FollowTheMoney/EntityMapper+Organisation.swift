internal import PasserelleCore

extension EntityMapper {
  /// States a company, public body or other organisation with its names and numbers.
  mutating func stateOrganisation(_ type: String) {
    state(Vocabulary.type, .iri(type))
    let names = entity["name"]
    let isPublic = entity.schema == "PublicBody"
    let isPerson = names.contains { PersonNames.isPerson($0, isPublicBody: isPublic) }
    if isPerson {
      // Sole traders bear their owners' names.
      report(.privacyPersonName, "name")
    } else {
      stateNames(names)
    }
    let country = countryCode
    if let country { state(Vocabulary.country, .string(country)) }
    stateNumbers(country)
    if let day = date("incorporationDate") { state(Vocabulary.founded, .date(day)) }
    if let day = date("dissolutionDate") { state(Vocabulary.until, .date(day)) }
    for page in entity["website"] { state(Vocabulary.webPage, .string(page)) }
    for mail in entity["email"] {
      let address = mail.lowercased()
      if ContactDetails.isRole(String(address.prefix { $0 != "@" })), address.contains("@") {
        state(Vocabulary.mailbox, .string(address))
      } else {
        report(.privacyContact, "email")
      }
    }
    if !isPerson { stateTexts(Vocabulary.description, ["summary", "description"]) }
    for place in references("addressEntity") { state(Vocabulary.locatedIn, .iri(place)) }
    for parent in references("parent") { state(Vocabulary.pas + "subsidiaryOf", .iri(parent)) }
  }

  private mutating func stateNames(_ names: [String]) {
    var known: Set<String> = []
    for (place, raw) in names.enumerated() {
      guard let name = clean(raw, "name"), known.insert(name).inserted else { continue }
      state(place == 0 ? Vocabulary.name : Vocabulary.alternativeLabel, .string(name))
    }
    for (property, relation) in [
      ("alias", Vocabulary.alternativeLabel), ("weakAlias", Vocabulary.alternativeLabel),
      ("previousName", Vocabulary.pas + "formerName"),
    ] {
      for raw in entity[property] {
        guard let name = clean(raw, property), !PersonNames.isPerson(name), known.insert(name).inserted else {
          continue
        }
        state(relation, .string(name))
      }
    }
  }

  /// The country, by its ISO 3166-1 alpha-2 code; of a part of a country, the country's.
  var countryCode: String? {
    for property in ["jurisdiction", "country", "mainCountry"] {
      for written in entity[property] {
        let code = written.prefix { $0 != "-" }.uppercased()
        if IATICodes.isCountry(code) { return code }
      }
    }
    return nil
  }

  /// States the numbers: each the same thing under the scheme that other sources use.
  private mutating func stateNumbers(_ country: String?) {
    for written in entity["registrationNumber"] + companyNumbers { stateRegistration(written, country) }
    for written in entity["taxNumber"] + entity["idNumber"] where !ContactDetails.isAddress(written) {
      if country == "PT", written.utf8.count == 9, written.utf8.allSatisfy({ (48...57).contains($0) }) {
        state(Vocabulary.sameAs, .iri(iris.identifier(.nif, written)))
      }
      state(Vocabulary.identifier, .string(written))
    }
    for written in entity["vatCode"] {
      guard let number = PartyNumber.read(written, type: "VAT") else { continue }
      stateNumber(number, written, "vatCode")
    }
    for written in entity["reference"] {
      guard let reference = OrganisationReference(written) else { continue }
      stateSame(reference.iri(in: iris), number: reference.number)
      state(Vocabulary.identifier, .string(written))
    }
    for (property, scheme) in [("dunsCode", IdentifierScheme.duns), ("wikidataId", .wikidata)] {
      for written in entity[property] where TableScheme.allows(written, scheme) {
        state(Vocabulary.sameAs, .iri(iris.identifier(scheme, written)))
      }
    }
    for (property, scheme) in [("leiCode", "lei"), ("isinCode", "isin"), ("permId", "permid")] {
      for written in entity[property] { state(Vocabulary.identifier, .string(scheme + ":" + written)) }
    }
  }

  /// The numbers in the addresses of pages that OpenCorporates has of the entity.
  private var companyNumbers: [String] {
    entity["opencorporatesUrl"].compactMap { page in
      let parts = page.split(separator: "/").map(String.init)
      guard let place = parts.firstIndex(of: "companies"), parts.count > place + 2 else { return nil }
      let number = parts[place + 2]
      return entity["registrationNumber"].contains(number) ? nil : number
    }
  }

  private mutating func stateRegistration(_ written: String, _ country: String?) {
    switch country {
    case "FR":
      if let number = PartyNumber.read(written, type: "SIREN") {
        stateNumber(number, written, "registrationNumber")
      }
    case "GB":
      guard let reference = OrganisationReference(list: "GB-COH", value: written) else { return }
      stateSame(reference.iri(in: iris), number: reference.number)
      state(Vocabulary.identifier, .string("GB-COH-" + written))
    default:
      guard let alpha3 = country.flatMap(CountryCode.alpha3),
        let number = PartyNumber.read(written, type: nil, country: alpha3)
      else { return state(Vocabulary.identifier, .string(written)) }
      stateNumber(number, written, "registrationNumber")
    }
  }

  private mutating func stateNumber(_ number: PartyNumber, _ written: String, _ field: String) {
    for (code, replacement) in number.findings {
      diagnostics.append(
        Diagnostic(code, at: record.location, field: field, value: written, replacement: replacement))
    }
    stateSame(number.iri(role: .winner, in: iris), number: number)
    if let other = number.other { state(Vocabulary.identifier, .string(other.value)) }
  }

  private mutating func stateSame(_ iri: String, number: PartyNumber) {
    state(Vocabulary.sameAs, .iri(iri))
    if let siren = number.siren { state(Vocabulary.siren, .string(siren)) }
    if let siret = number.siret { state(Vocabulary.siret, .string(siret)) }
    if let vat = number.vat { state(Vocabulary.vatNumber, .string(vat)) }
  }

  /// States where an address is, no nearer than its town: it may be a person's.
  mutating func stateAddress() {
    state(Vocabulary.type, .iri(Vocabulary.site))
    for property in ["city", "region", "state"] {
      guard let raw = entity.first(property), let text = clean(raw, property) else { continue }
      state(Vocabulary.label, .string(text))
      break
    }
    if let code = entity.first("postalCode") { state(Vocabulary.postalCode, .string(code)) }
    if let code = countryCode { state(Vocabulary.country, .string(code)) }
  }
}
