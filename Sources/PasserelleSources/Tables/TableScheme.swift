import PasserelleCore

/// What the schemes of identifiers allow.
enum TableScheme {
  /// Whether a text can be an identifier of a scheme.
  static func allows(_ text: String, _ scheme: IdentifierScheme) -> Bool {
    switch scheme {
    case .siren: CompanyNumber.flaw(inSiren: text) == nil
    case .siret: CompanyNumber.flaw(inSiret: text) == nil
    case .insee: PlaceCode.isCommune(text)
    case .departement: PlaceCode.isDepartment(text)
    case .wikidata: text.first == "Q" && text.utf8.count < 20 && isDigits(text.dropFirst())
    case .pic: text.utf8.count == 9 && isDigits(text[...])
    case .geonames: text.utf8.count < 12 && isDigits(text[...])
    case .rnsr: text.utf8.count == 10 && isDigits(text.prefix(9)) && text.last?.isASCII == true
    case .grid: text.hasPrefix("grid.")
    default: FactRecord.isIdentifier(text)
    }
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}

extension DecimalNumber {
  /// The number, where it is whole and fits.
  var wholeNumber: Int? { scale == 0 ? Int(exactly: digits) : nil }
}

extension TableThing {
  /// Whether the row names a natural person where an organisation is expected.
  func isPerson(_ row: MappedCells) -> Bool {
    guard !personColumns.isEmpty else { return false }
    let names = personColumns.compactMap { row[$0] }
    return names.contains { PersonNames.isPerson($0) } || PersonNames.isCrossed(names)
  }

  /// Whether its identifier would hold a natural person's name.
  func isNamedByPerson(_ row: MappedCells) -> Bool {
    guard !personColumns.isEmpty,
      identities.contains(where: { !Set($0.template.columns).isDisjoint(with: personColumns) })
    else { return false }
    return isPerson(row)
  }

  /// Whether the row gives one of its identifiers.
  func isIdentified(_ row: MappedCells) -> Bool {
    identities.contains { identity in
      guard let text = identity.template.text(row) else { return false }
      guard case .scheme(let scheme, _) = identity else { return true }
      return TableScheme.allows(text, scheme)
    } && !isNamedByPerson(row)
  }
}

extension TableIdentity {
  /// The text that the identifier ends with.
  var template: TableTemplate {
    switch self {
    case .scheme(_, let template), .below(_, let template): template
    }
  }
}

extension PersonNames {
  /// Whether two names of one organisation are a family name with a given name, in both orders (`DUPONT Jeanne`,
  /// `Jeanne Dupont`), as registers of participants write natural persons.
  static func isCrossed(_ names: [String]) -> Bool {
    guard names.count == 2 else { return false }
    let words = names.map { Slug.make($0).split(separator: "-") }
    guard words[0].count == words[1].count, (2...3).contains(words[0].count), words[0] != words[1] else {
      return false
    }
    return words[0].first == words[1].last || words[0].last == words[1].first
  }
}
