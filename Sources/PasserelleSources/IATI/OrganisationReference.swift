internal import PasserelleCore

/// An identifier of an organisation of the form that org-id.guide gives, `CC-LIST-number`, as IATI, OCDS and registers of
/// owners write it.
struct OrganisationReference {
  /// The list of identifiers in capitals, such as `GB-COH`.
  let list: String
  /// The number in that list.
  let value: String
  /// What the number turned out to be.
  let number: PartyNumber

  /// Reads `GB-COH-01234567`.
  ///
  /// - Returns: Nil for a text of another form.
  init?(_ written: String) {
    let parts = written.trimmed.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[2].isEmpty else { return nil }
    let (country, register) = (parts[0].uppercased(), parts[1].uppercased())
    guard country.utf8.count == 2, (2...8).contains(register.utf8.count),
      country.utf8.allSatisfy({ (65...90).contains($0) }),
      register.utf8.allSatisfy({ (65...90).contains($0) || (48...57).contains($0) })
    else { return nil }
    self.init(list: country + "-" + register, value: String(parts[2]))
  }

  /// Takes the list and the number apart already.
  ///
  /// - Returns: Nil for a number that says nothing.
  init?(list written: String, value: String) {
    let list = written.uppercased()
    guard let number = Self.number(value, list: list) else { return nil }
    (self.list, self.value, self.number) = (list, value, number)
  }

  /// The ISO 3166-1 alpha-2 code of the list's country; nil for lists of no country, whose codes begin with X.
  var country: String? {
    let code = String(list.prefix(2))
    return IATICodes.isCountry(code) ? code : nil
  }

  /// The class of an organisation whose number tells it: a French local authority or public body.
  var classIRI: String? {
    guard let siren = number.siren else { return nil }
    switch siren.prefix(2) {
    case "21": return Vocabulary.pas + "Commune"
    case "22": return Vocabulary.pas + "Departement"
    case "23": return Vocabulary.pas + "Region"
    case "24": return Vocabulary.pas + "Intercommunality"
    default: return siren.hasPrefix("1") ? Vocabulary.publicBody : nil
    }
  }

  /// The IRI: of a French commune or department its code, of other organisations the number.
  func iri(in iris: IRISpace) -> String {
    if let siren = number.siren, let place = CompanyNumber.territory(ofSiren: siren) {
      if let commune = place.commune { return iris.identifier(.insee, commune) }
      if siren.hasPrefix("22") { return iris.identifier(.departement, place.department) }
    }
    let plain = value.split(whereSeparator: \.isWhitespace).joined()
    let isNumber = plain.utf8.allSatisfy { (48...57).contains($0) }
    switch list {
    case "PT-NIF", "PT-NIPC":
      if plain.utf8.count == 9, isNumber { return iris.identifier(.nif, plain) }
    case "XI-GRID": return iris.identifier(.grid, plain.lowercased())
    case "XI-ROR": return iris.identifier(.ror, plain.lowercased())
    case "XI-WIKIDATA":
      if TableScheme.allows(plain, .wikidata) { return iris.identifier(.wikidata, plain) }
    case "US-DUNS", "XI-DUNS":
      if plain.utf8.count == 9, isNumber { return iris.identifier(.duns, plain) }
    case "XI-PIC", "XM-PIC":
      if TableScheme.allows(plain, .pic) { return iris.identifier(.pic, plain) }
    default: break
    }
    return number.iri(role: .winner, in: iris)
  }

  private static func number(_ value: String, list: String) -> PartyNumber? {
    guard value.unicodeScalars.contains(where: { $0.isLetter || $0.isDigit }),
      !ContactDetails.isAddress(value)
    else { return nil }
    switch list {
    case "FR-SIRET": return PartyNumber.read(value, type: "SIRET")
    case "FR-SIREN", "FR-SIRENE", "FR-RCS", "FR-INSEE": return PartyNumber.read(value, type: "SIREN")
    default: break
    }
    if list.hasSuffix("-VAT"), let read = PartyNumber.read(value, type: "VAT"), read.vat != nil {
      return read
    }
    let plain = value.split(whereSeparator: \.isWhitespace).joined()
    return PartyNumber(other: (list.lowercased(), plain.lowercased()))
  }
}
