internal import PasserelleCore

extension AwardMapper {
  /// What an organisation is in the contract.
  enum Role {
    /// It buys.
    case buyer
    /// It won, alone or in a group.
    case winner
    /// It carries out a part for a winner.
    case subcontractor

    /// The class of such an organisation.
    var type: String {
      switch self {
      case .buyer: Vocabulary.buyer
      case .winner: Vocabulary.winner
      case .subcontractor: Vocabulary.subcontractor
      }
    }

    /// The end of the IRI of such an organisation that has no number.
    func path(rank: Int) -> String {
      switch self {
      case .buyer: "/buyer"
      case .winner: "/winner/\(rank)"
      case .subcontractor: "/subcontractor/\(rank)"
      }
    }
  }

  /// States an organisation; buyers are establishments, winners are companies.
  ///
  /// - Parameters:
  ///   - party: The organisation as written.
  ///   - role: What it is in the contract.
  ///   - rank: Its rank among those of its role.
  ///   - owner: The IRI under which an organisation without number is known; the contract's when nil.
  ///   - mayLackNumber: Whether the format gives names alone, so that a missing number is not told of.
  /// - Returns: Its IRI; nil when nothing of it can be kept.
  mutating func stateParty(
    _ party: AwardRecord.Party, role: Role, rank: Int, within owner: String? = nil,
    mayLackNumber: Bool = false
  )
    -> String?
  {
    var number: PartyNumber?
    let isAbroad = party.country.map { $0 != "FRA" } ?? false
    if let field = party.number, !isAbroad, PartyNumber.isTelephone(field.value) {
      report(.privacyContact, field.name)
    } else if let field = party.number {
      number = PartyNumber.read(field.value, type: party.numberType, country: party.country)
    }
    // Public bodies abroad have no numbers that tell them; buyers nearly always are public bodies.
    let isPublicBody =
      number?.siren.map { $0.hasPrefix("1") || $0.hasPrefix("2") } ?? (isAbroad && role == .buyer)
    var name: String?
    var isPerson = false
    if let field = party.name, let cleaned = TextCleaner.clean(field.value) {
      isPerson = PersonNames.isPerson(cleaned.text, isPublicBody: isPublicBody)
      if isPerson {
        report(.privacyPersonName, field.name)
      } else {
        name = cleaned.text.isEmpty ? nil : cleaned.text
        tell(cleaned, field.name)
      }
    }
    // Numbers of firms abroad or without registration are made of the first letters of their names.
    if isPerson, number?.mayHoldName == true { number = nil }
    if let number, let field = party.number {
      for (code, replacement) in number.findings { amend(code, field, replacement: replacement) }
    } else if !mayLackNumber, name != nil || isPerson || party.number != nil {
      report(.companyNoNumber, party.path)
    }

    let local = (owner ?? contract) + role.path(rank: rank)
    let iri: String
    if let number {
      iri = number.iri(role: role, in: iris)
    } else if name != nil || isPerson {
      iri = local
    } else {
      return nil
    }
    statements.add(iri, Vocabulary.type, .iri(role.type))
    if let name { statements.add(iri, Vocabulary.name, .string(name)) }
    if let siren = number?.siren { statements.add(iri, Vocabulary.siren, .string(siren)) }
    if let siret = number?.siret { statements.add(iri, Vocabulary.siret, .string(siret)) }
    if let vat = number?.vat { statements.add(iri, Vocabulary.vatNumber, .string(vat)) }
    if let other = number?.other { statements.add(iri, Vocabulary.identifier, .string(other.value)) }
    return iri
  }
}

/// What the number of an organisation turned out to be.
struct PartyNumber {
  /// The company number, valid.
  var siren: String?
  /// The establishment number, valid.
  var siret: String?
  /// The VAT number, of a right shape.
  var vat: String?
  /// Any other number, and the kind that the source says it is.
  var other: (kind: String, value: String)?
  /// What was found, each with the value that was taken instead.
  var findings: [(DiagnosticCode, String?)] = []

  /// Whether the number holds enough letters to be made of the organisation's name.
  var mayHoldName: Bool { (other?.value.unicodeScalars.count { $0.isLetter } ?? 0) > 2 }

  /// The IRI of the organisation.
  func iri(role: AwardMapper.Role, in iris: IRISpace) -> String {
    if role == .buyer, let siret { return iris.identifier(.siret, siret) }
    if let siren { return iris.identifier(.siren, siren) }
    if let vat { return iris.identifier(.vat, vat) }
    let (kind, value) = other ?? ("number", "")
    // Portuguese tax numbers have a scheme of their own.
    if kind == "prt", value.utf8.count == 9, Int(value) != nil { return iris.identifier(.nif, value) }
    return iris.identifier(.local, kind + ":" + value)
  }

  /// Reads a number as written.
  ///
  /// - Parameters:
  ///   - raw: The number.
  ///   - type: What the source says that it is; SIRET when it says nothing.
  /// - Returns: Nil for a number that says nothing: empty, or zeros only.
  static func read(_ raw: String, type: String?) -> PartyNumber? {
    let trimmed = raw.trimmed
    let compact = String(
      trimmed.uppercased().unicodeScalars.filter { $0.isLetter || $0.isDigit }.map {
        Character($0)
      })
    guard compact.contains(where: { $0 != "0" && $0 != "X" }) else { return nil }
    let label = (type ?? "SIRET").uppercased().unicodeScalars.filter { $0.isLetter }
    var number: PartyNumber
    switch String(String.UnicodeScalarView(label)) {
    case "", "SIRET", "SIREN": number = french(compact, label: String(String.UnicodeScalarView(label)))
    case "TVA", "TVAINTRACOMMUNAUTAIRE", "VAT": number = valueAddedTax(compact)
    case let kind: number = other(compact, kind: kind)
    }
    if compact != trimmed.uppercased(), number.findings.isEmpty {
      number.findings.append((.companyRepaired, number.siret ?? number.siren ?? number.vat ?? compact))
    }
    return number
  }

  /// Whether a telephone number stands in place of the number.
  static func isTelephone(_ raw: String) -> Bool {
    let digits = CompanyNumber.compact(raw.trimmed)
    return digits.utf8.count == 10 && isDigits(digits) && digits.hasPrefix("0") && !digits.hasPrefix("00")
  }

  private static func isDigits(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }

  /// A valid SIRET, by its digits.
  private static func establishment(_ digits: String) -> PartyNumber? {
    guard CompanyNumber.flaw(inSiret: digits) == nil else { return nil }
    return PartyNumber(siren: String(digits.prefix(9)), siret: digits)
  }

  /// A valid SIREN, by its digits.
  private static func company(_ digits: String) -> PartyNumber? {
    CompanyNumber.flaw(inSiren: digits) == nil ? PartyNumber(siren: digits) : nil
  }

  private static func french(_ compact: String, label: String) -> PartyNumber {
    guard isDigits(compact) else {
      if var vat = europeanVAT(compact) {
        vat.findings = [(.companyScheme, vat.vat)]
        return vat
      }
      return PartyNumber(other: ("siret", compact), findings: [(.companyShape, nil)])
    }
    if let found = establishment(compact) { return found }
    if var found = company(compact) {
      if label != "SIREN" { found.findings = [(.companySirenGiven, found.siren)] }
      return found
    }
    if compact.utf8.count == 13, var found = establishment("0" + compact) {
      found.findings = [(.companyRepaired, found.siret)]
      return found
    }
    // A digit too many or too few in the establishment's part leaves the company's part whole.
    if (13...15).contains(compact.utf8.count), var found = company(String(compact.prefix(9))) {
      found.findings = [(.companySirenOnly, found.siren)]
      return found
    }
    let isShaped = compact.utf8.count == 14 || compact.utf8.count == 9
    return PartyNumber(
      other: (compact.utf8.count == 9 ? "siren" : "siret", compact),
      findings: [(isShaped ? .companyCheckDigit : .companyShape, nil)])
  }

  private static func valueAddedTax(_ compact: String) -> PartyNumber {
    if let found = europeanVAT(compact) { return found }
    if var found = establishment(compact) ?? company(compact) {
      found.findings = [(.companyScheme, found.siret ?? found.siren)]
      return found
    }
    return PartyNumber(other: ("vat", compact), findings: [(.companyVAT, nil)])
  }

  private static func other(_ compact: String, kind: String) -> PartyNumber {
    let isOverseas = kind == "TAHITI" || kind == "RIDET"
    if !isOverseas, var found = establishment(compact) ?? company(compact) {
      found.findings = [(.companyScheme, found.siret ?? found.siren)]
      return found
    }
    return PartyNumber(other: (kind.lowercased(), compact))
  }

  /// Reads a VAT number of a member state; a French one carries the SIREN.
  private static func europeanVAT(_ compact: String) -> PartyNumber? {
    let country = String(compact.prefix(2))
    let rest = String(compact.dropFirst(2))
    if country == "FR" {
      guard rest.utf8.count == 11, let siren = company(String(rest.suffix(9))),
        let value = Int(rest.suffix(9))
      else {
        return nil
      }
      // Since 2002 keys may hold letters, which follow another formula; they are not checked.
      if let key = Int(rest.prefix(2)), key != (12 + 3 * (value % 97)) % 97 { return nil }
      return PartyNumber(siren: siren.siren, vat: compact)
    }
    guard let shape = VATShape.all[country], shape.contains(where: { VATShape.matches(rest, $0) }) else {
      return nil
    }
    return PartyNumber(vat: compact)
  }
}

/// The shapes of VAT numbers in the member states: `9` a digit, `A` a letter, `X` either.
enum VATShape {
  static let all: [String: [String]] = [
    "AT": ["U99999999"], "BE": ["9999999999"], "BG": ["999999999", "9999999999"], "CY": ["99999999A"],
    "CZ": ["99999999", "999999999", "9999999999"], "DE": ["999999999"], "DK": ["99999999"],
    "EE": ["999999999"],
    "EL": ["999999999"], "ES": ["X9999999X"], "FI": ["99999999"], "GB": ["999999999", "999999999999"],
    "HR": ["99999999999"], "HU": ["99999999"], "IE": ["9X99999A", "9999999AA"], "IT": ["99999999999"],
    "LT": ["999999999", "999999999999"], "LU": ["99999999"], "LV": ["99999999999"], "MT": ["99999999"],
    "NL": ["999999999B99"], "PL": ["9999999999"], "PT": ["999999999"],
    "RO": ["99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999", "9999999999"],
    "SE": ["999999999999"], "SI": ["99999999"], "SK": ["9999999999"], "XI": ["999999999", "999999999999"],
  ]

  static func matches(_ text: String, _ shape: String) -> Bool {
    guard text.utf8.count == shape.utf8.count else { return false }
    return zip(text.utf8, shape.utf8).allSatisfy { byte, wanted in
      let isDigit = byte >= 48 && byte <= 57
      let isLetter = byte >= 65 && byte <= 90
      switch wanted {
      case UInt8(ascii: "9"): return isDigit
      case UInt8(ascii: "A"): return isLetter
      case UInt8(ascii: "X"): return isDigit || isLetter
      default: return byte == wanted
      }
    }
  }
}
