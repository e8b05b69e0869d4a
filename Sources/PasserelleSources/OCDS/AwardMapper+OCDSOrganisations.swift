internal import PasserelleCore

extension AwardMapper {
  /// States an organisation of a release, by the rules of ``AwardMapper/stateParty(_:role:rank:within:mayLackNumber:)``.
  ///
  /// - Parameters:
  ///   - party: The organisation.
  ///   - role: What it is in the contract or call.
  ///   - rank: Its rank among those of its role.
  ///   - release: The release, whose process the organisation without number is known in.
  ///   - type: Its class; that of its role when nil.
  ///   - place: The IRI under which an organisation without number and reference is known; that of its role when nil.
  /// - Returns: Its IRI; nil when nothing of it can be kept.
  mutating func stateOrganisation(
    _ party: OCDSOrganisation, role: Role, rank: Int, of release: OCDSRelease, as type: String? = nil,
    under place: String? = nil
  ) -> String? {
    let found = organisationNumber(party, of: release)
    var number = found?.number
    let isFrench = number?.siren != nil
    let isPublicBody =
      role == .buyer
      ? !isFrench || (number?.siren.map { $0.hasPrefix("1") || $0.hasPrefix("2") } ?? false)
      : number?.siren.map { $0.hasPrefix("1") || $0.hasPrefix("2") } ?? false
    var name: String?
    var isPerson = party.isNaturalPerson
    if let field = party.name, let cleaned = TextCleaner.clean(field.value) {
      isPerson = isPerson || PersonNames.isPerson(cleaned.text, isPublicBody: isPublicBody)
      isPerson = isPerson || (role != .buyer && !isFrench && OCDSGivenNames.isPerson(cleaned.text))
      if isPerson {
        report(.privacyPersonName, field.name)
      } else {
        name = cleaned.text.isEmpty ? nil : cleaned.text
        tell(cleaned, field.name)
      }
    } else if isPerson {
      report(.privacyPersonName, party.path)
    }
    if party.hasPersonalContact { report(.privacyContact, party.path + ".contactPoint") }
    // The number of a natural person is a personal datum, but for a company number.
    if isPerson, number?.siren == nil { number = nil }
    if let number, let written = found?.written {
      let field = AwardRecord.Field(name: party.path + ".identifier.id", value: written)
      for (code, replacement) in number.findings { amend(code, field, replacement: replacement) }
    } else if name != nil || isPerson {
      report(.companyNoNumber, party.path)
    }

    let iri: String
    if let number {
      iri = organisationIRI(number, role: role)
    } else if !isPerson, let reference = party.reference {
      iri = iris.identifier(.ocid, release.ocid + "/party/" + reference)
    } else if name != nil || isPerson {
      iri = place.map { $0 + "/\(rank)" } ?? contract + role.path(rank: rank)
    } else {
      return nil
    }
    statements.add(iri, Vocabulary.type, .iri(type ?? role.type))
    if let name { statements.add(iri, Vocabulary.name, .string(name)) }
    if !isPerson {
      for other in party.names {
        guard let text = text(other), text != name else { continue }
        statements.add(iri, Vocabulary.alternativeLabel, .string(text, language: other.language ?? "und"))
      }
    }
    if let siren = number?.siren { statements.add(iri, Vocabulary.siren, .string(siren)) }
    if let siret = number?.siret { statements.add(iri, Vocabulary.siret, .string(siret)) }
    if let vat = number?.vat { statements.add(iri, Vocabulary.vatNumber, .string(vat)) }
    if let other = number?.other { statements.add(iri, Vocabulary.identifier, .string(other.value)) }
    if !isPerson, party.numbers.count > 1 { stateFurtherNumbers(iri, party, written: found?.written) }
    if role == .buyer, !isPerson, let mailbox = party.mailbox {
      statements.add(iri, Vocabulary.mailbox, .string(mailbox))
    }
    if let country = Self.alpha2(party.country) {
      statements.add(iri, Vocabulary.country, .string(country))
    }
    return iri
  }

  /// States the numbers of an organisation beside the one that it is known by.
  private mutating func stateFurtherNumbers(_ iri: String, _ party: OCDSOrganisation, written: String?) {
    for (scheme, value) in party.numbers where value != written && !ContactDetails.isAddress(value) {
      guard let value = text(AwardRecord.Field(name: party.path + ".additionalIdentifiers", value: value))
      else { continue }
      statements.add(
        iri, ProcessVocabulary.otherIdentifier, .string((scheme.map { $0 + ":" } ?? "") + value))
    }
  }

  /// The number that identifies an organisation best: a French one, a VAT number, the main one.
  private func organisationNumber(
    _ party: OCDSOrganisation, of release: OCDSRelease
  ) -> (number: PartyNumber, written: String)? {
    let read = party.numbers.compactMap { number in
      Self.number(number.value, scheme: number.scheme, publisher: release.publisherPrefix)
        .map { (number: $0, written: number.value) }
    }
    return read.first { $0.number.siren != nil } ?? read.first { $0.number.vat != nil } ?? read.first
  }

  private func organisationIRI(_ number: PartyNumber, role: Role) -> String {
    if number.other?.kind == "pt-nif", let value = number.other?.value, value.utf8.count == 9,
      value.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 })
    {
      return iris.identifier(.nif, value)
    }
    return number.iri(role: role, in: iris)
  }

  /// Reads a number by its scheme, of the list of org-id.guide mostly.
  ///
  /// - Returns: Nil for a number that says nothing, and for one that only its publisher could understand and that
  ///   has no known publisher.
  private static func number(_ written: String, scheme: String?, publisher: String?) -> PartyNumber? {
    let compact = written.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    guard compact.contains(where: { $0 != "0" && $0 != "X" && $0 != "x" }) else { return nil }
    let upper = scheme?.uppercased() ?? ""
    switch upper {
    case "FR-SIRET", "FR-SIREN", "FR-SIRENE", "FR-RCS", "FR-INSEE", "SIRET", "SIREN":
      return PartyNumber.read(written, type: upper.hasSuffix("SIRET") ? "SIRET" : "SIREN")
    default:
      if upper == "VAT" || upper == "VATIN" || upper.hasSuffix("-VAT") {
        if let read = PartyNumber.read(written, type: "VAT"), read.vat != nil { return read }
      }
    }
    let value = written.split(whereSeparator: \.isWhitespace).joined()
    guard !ContactDetails.isAddress(value) else { return nil }
    if !upper.isEmpty { return PartyNumber(other: (upper.lowercased(), value.lowercased())) }
    guard let publisher else { return nil }
    return PartyNumber(other: (publisher, value.lowercased()))
  }

  /// The ISO 3166-1 alpha-2 code of a country given by a code of two or three letters.
  static func alpha2(_ written: String?) -> String? {
    guard let code = written?.uppercased(), code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      return nil
    }
    if code.utf8.count == 2 { return code }
    return CountryCode.alpha2(code)
  }
}

extension ContactDetails {
  /// Whether a value is a mail address, which some sources write in place of a number.
  static func isAddress(_ value: String) -> Bool { value.utf8.contains(UInt8(ascii: "@")) }
}

extension CountryCode {
  /// The alpha-2 code of an alpha-3 code.
  static func alpha2(_ code: String) -> String? {
    // The table is from alpha-2 to alpha-3; those that differ in their first two letters are few.
    let start = String(code.prefix(2))
    if alpha3(start) == code { return start }
    return exceptions[code]
  }

  private static let exceptions = [
    "AND": "AD", "AUT": "AT", "CHE": "CH", "CHN": "CN", "DNK": "DK", "DZA": "DZ", "EST": "EE", "IRL": "IE",
    "ISL": "IS", "MAR": "MA", "MLT": "MT", "POL": "PL", "PRT": "PT", "SEN": "SN", "SVN": "SI", "SVK": "SK",
    "SWE": "SE", "TUN": "TN", "UKR": "UA", "MEX": "MX", "PRY": "PY", "ARM": "AM", "MDA": "MD", "UGA": "UG",
    "NGA": "NG", "TWN": "TW", "AUS": "AU", "COL": "CO", "ZMB": "ZM", "CZE": "CZ", "LIE": "LI",
  ]
}
