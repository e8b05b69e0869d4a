internal import PasserelleCore

/// The checks of awards, for the values of sheets.
extension AwardMapper {
  /// A mapper that makes statements of a thing named by a scheme and key.
  init(_ record: DeclarationRecord, scheme: IdentifierScheme, key: String, in iris: IRISpace) {
    self.init(
      AwardRecord(
        platform: record.source, scheme: scheme, identifier: key, buyer: AwardRecord.Party(path: "")),
      key: key, location: record.location, iris: iris)
  }

  /// States the mark of demonstration, the language and the source's own number.
  mutating func stateOrigin(_ fields: DeclarationFields) {
    if fields.isDemonstration { state(Vocabulary.isDemonstration, .boolean(true)) }
    if let field = fields["id"] { state(Vocabulary.identifier, .string(field.value)) }
    guard let field = fields["language"] else { return }
    let language = field.value.lowercased()
    if (2...11).contains(language.utf8.count),
      language.utf8.allSatisfy({ $0 == 45 || (97...122).contains($0) })
    {
      state(Vocabulary.language, .string(language))
    } else {
      amend(.declarationValue, field)
    }
  }

  /// States an organisation by its number, or under an IRI of its own where it has a name only.
  ///
  /// - Parameters:
  ///   - party: The organisation as written.
  ///   - type: Its class.
  ///   - isEstablishment: Whether the establishment is meant, rather than the company.
  ///   - other: The IRI of one without number.
  /// - Returns: Its IRI; nil when nothing of it can be kept.
  mutating func stateOrganisation(
    _ party: AwardRecord.Party, type: String, isEstablishment: Bool, otherwise other: String
  ) -> String? {
    var number: PartyNumber?
    if let field = party.number {
      if PartyNumber.isTelephone(field.value) {
        report(.privacyContact, field.name)
      } else {
        number = PartyNumber.read(field.value, type: party.numberType)
      }
      // A SIREN is as good as a SIRET where the company is meant.
      for (code, replacement) in number?.findings ?? []
      where isEstablishment || code.name != DiagnosticCode.companySirenGiven.name {
        amend(code, field, replacement: replacement)
      }
    }
    let isPublicBody = number?.siren.map { $0.hasPrefix("1") || $0.hasPrefix("2") } ?? false
    let name = bodyName(party.name, isPublicBody: isPublicBody)
    // A number of letters beside a person's name is likely made of it.
    if name == nil, party.name != nil, number?.mayHoldName == true { number = nil }
    if number == nil, name != nil { report(.companyNoNumber, party.path) }
    guard number != nil || name != nil else { return nil }
    let iri = number?.iri(role: isEstablishment ? .buyer : .winner, in: iris) ?? other
    statements.add(iri, Vocabulary.type, .iri(type))
    if let name { statements.add(iri, Vocabulary.name, .string(name)) }
    if let siren = number?.siren { statements.add(iri, Vocabulary.siren, .string(siren)) }
    if let siret = number?.siret { statements.add(iri, Vocabulary.siret, .string(siret)) }
    if let vat = number?.vat { statements.add(iri, Vocabulary.vatNumber, .string(vat)) }
    if let other = number?.other { statements.add(iri, Vocabulary.identifier, .string(other.value)) }
    return iri
  }

  /// The name of a body, cleaned; a natural person's is dropped and told of.
  mutating func bodyName(_ field: AwardRecord.Field?, isPublicBody: Bool = false) -> String? {
    guard let field, let cleaned = TextCleaner.clean(field.value) else { return nil }
    guard !PersonNames.isPerson(cleaned.text, isPublicBody: isPublicBody) else {
      report(.privacyPersonName, field.name)
      return nil
    }
    tell(cleaned, field.name)
    return cleaned.text.isEmpty ? nil : cleaned.text
  }

  /// The IRI of a department, a commune, or France as a whole.
  mutating func place(_ field: AwardRecord.Field) -> String? {
    let code = field.value.uppercased()
    if code == "FR" || code == "FRANCE" { return Vocabulary.country(alpha3: "FRA") }
    let kind: PlaceReading.Kind = code.utf8.count == 5 ? .commune : .department
    guard let reading = PlaceReading.read(code, as: kind, buyersCommune: nil) else {
      amend(.placeInvalid, field)
      return nil
    }
    if reading.isRepaired { amend(.placeRepaired, field, replacement: reading.description) }
    switch reading.place {
    case .commune(let code): return iris.identifier(.insee, code)
    case .department(let code): return iris.identifier(.departement, code)
    case .nuts(let code): return Vocabulary.nuts(code)
    case .postal(let code):
      // One postal code may be of several communes: the department is what it tells.
      guard let department = PlaceCode.department(ofPostal: code) else { return nil }
      amend(.placeKind, field, replacement: "department " + department)
      return iris.identifier(.departement, department)
    case .country, .other:
      amend(.placeInvalid, field)
      return nil
    }
  }

  /// The address of a page on the web.
  mutating func webPage(_ field: AwardRecord.Field?) -> String? {
    guard let field else { return nil }
    let isPage = field.value.hasPrefix("https://") || field.value.hasPrefix("http://")
    guard isPage, !field.value.contains("@"), !field.value.contains(where: { $0.isWhitespace || $0 == "<" })
    else {
      report(.declarationValue, field.name)
      return nil
    }
    return field.value
  }
}
