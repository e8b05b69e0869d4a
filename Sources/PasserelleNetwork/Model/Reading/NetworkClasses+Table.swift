import PasserelleCore

/// What things of a class are in the network; a thing of several classes is what the first of them says.
enum NetworkClasses {
  /// Classes by rank.
  static let table: [(iri: String, kind: NodeKind)] = [
    (pas("Commune"), .commune), (pas("Intercommunality"), .intercommunality),
    (pas("Departement"), .departement), (pas("Region"), .region), (pas("District"), .district),
    (pas("ForeignAuthority"), .foreignAuthority), (pas("Country"), .country),
    (pas("WorldRegion"), .worldRegion), (pas("Territory"), .other),
    (pas("Network"), .network), (pas("Consortium"), .network), (pas("ResearchTeam"), .researchTeam),
    (pas("PublicBody"), .publicBody), (pas("CompanyGroup"), .company), (pas("Company"), .company),
    (pas("CitizenGroup"), .organisation), (pas("Jury"), .organisation),
    (pas("SteeringCouncil"), .organisation),
    (pas("Committee"), .organisation), (pas("Organisation"), .organisation),
    (pas("Twinning"), .agreement), (pas("CooperationAgreement"), .agreement), (pas("Charter"), .agreement),
    (pas("CooperationProject"), .project), (pas("Experiment"), .project), (pas("Project"), .project),
    (pas("FundingInstrument"), .programme), (pas("Programme"), .programme), (pas("Plan"), .programme),
    (pas("CallStage"), .call), (pas("Call"), .call),
    (pas("Label"), .label), (pas("LabelGrade"), .label), (pas("Ranking"), .label),
    (pas("Consultation"), .event), (pas("Event"), .event),
    (pas("SubTheme"), .theme), (pas("Theme"), .theme),
    (pas("Site"), .other), (pas("Solution"), .other), (pas("Standard"), .other), (pas("Law"), .other),
    (Vocabulary.buyer, .publicBody), (Vocabulary.winner, .company),
    (Vocabulary.epo + "Subcontractor", .company),
  ]

  /// The rank of ``NodeKind/publicBody`` and its like that a role in contracts says, not a class of its own.
  static let firstRole = table.firstIndex { $0.iri == Vocabulary.buyer } ?? table.count
  /// The classes of agreements that are twinnings.
  static let twinning = pas("Twinning")

  private static func pas(_ name: String) -> String { Vocabulary.pas + name }

  /// What an organisation is by the code of its kind; nil where that says no more than its class.
  static func kind(ofOrganisation code: String) -> NodeKind? {
    switch code {
    case "university": .university
    case "research-body": .researchTeam
    case "ministry", "state-operator", "independent-authority", "international", "european",
      "public-utility":
      .publicBody
    default: nil
    }
  }

  /// What a thing is by its identifier alone.
  static func kind(_ scheme: IdentifierScheme, _ value: String) -> NodeKind {
    switch scheme {
    case .insee: .commune
    case .departement: .departement
    case .rnsr: .researchTeam
    case .siren, .siret: kind(ofSiren: value) ?? .organisation
    case .pic, .ror, .grid, .vat, .nif, .cif, .duns: .organisation
    default: .other
    }
  }

  /// What an authority is by the first digits of its SIREN, which INSEE keeps for local authorities.
  static func kind(ofSiren siren: String) -> NodeKind? {
    switch siren.prefix(2) {
    case "21": .commune
    case "22": .departement
    case "23": .region
    case "24": .intercommunality
    case "10", "11", "12", "13", "18", "19", "25", "26", "27", "28": .publicBody
    default: nil
    }
  }

  /// The INSEE code of the commune whose SIREN this is: 21, the department, the number of the commune, a key.
  ///
  /// Overseas the third digit of the department stands first in the number: 219740115 is 97411.
  static func commune(ofSiren siren: String) -> String? {
    let digits = Array(siren.utf8)
    guard digits.count == 9, siren.hasPrefix("21") else { return nil }
    let text = siren.dropFirst(2)
    let department = text.prefix(2)
    let number = text.dropFirst(2).prefix(4)
    if department == "97" {
      let rest = number.dropFirst()
      return number.isEmpty || rest.first != "0" ? nil : "97" + number.prefix(1) + rest.dropFirst()
    }
    guard number.first == "0" else { return nil }
    return String(department + number.dropFirst())
  }

  /// The country that the scheme of an identifier belongs to.
  static func country(_ scheme: IdentifierScheme, _ value: String) -> String? {
    switch scheme {
    case .insee, .departement, .siren, .siret, .rnsr: return "FR"
    case .nif: return "PT"
    case .cif: return "ES"
    case .vat:
      let head = value.prefix(2).uppercased()
      guard head.utf8.count == 2, head.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
      return head == "EL" ? "GR" : head == "XI" ? "GB" : head
    default: return nil
    }
  }
}
