internal import PasserelleCore

/// The closed lists of the 2022 schema of the French essential procurement data that exports keep to.
enum DECPValues {
  static let natures: Set<String> = ["Marché", "Marché de partenariat", "Marché de défense ou de sécurité"]
  static let concessionNatures: Set<String> = [
    "Concession de travaux", "Concession de service", "Concession de service public",
    "Délégation de service public",
  ]
  static let procedures: Set<String> = [
    "Procédure adaptée", "Appel d'offres ouvert", "Appel d'offres restreint", "Procédure avec négociation",
    "Marché passé sans publicité ni mise en concurrence préalable", "Dialogue compétitif",
  ]
  static let concessionProcedures: Set<String> = [
    "Procédure négociée ouverte", "Procédure non négociée ouverte", "Procédure négociée restreinte",
    "Procédure non négociée restreinte",
  ]
  static let priceForms: Set<String> = ["Unitaire", "Forfaitaire", "Mixte"]

  /// Natures of the layout of 2019 that are contracts, the agreement being a technique in that of 2022.
  static let naturesOf2019 = ["Accord-cadre", "Marché subséquent"]

  /// Procedures under the names of 2019, by those of the code of public procurement in 2022.
  static let proceduresOf2019 = [
    "Procédure concurrentielle avec négociation": "Procédure avec négociation",
    "Procédure négociée avec mise en concurrence préalable": "Procédure avec négociation",
    "Marché négocié sans publicité ni mise en concurrence préalable":
      "Marché passé sans publicité ni mise en concurrence préalable",
    "Marché public négocié sans publicité ni mise en concurrence préalable":
      "Marché passé sans publicité ni mise en concurrence préalable",
  ]

  /// The natures that the schema of 2019 takes.
  static let naturesTaken2019: Set<String> = [
    "Marché", "Marché de partenariat", "Accord-cadre", "Marché subséquent",
  ]

  /// The procedures that the schema of 2019 takes.
  static let proceduresTaken2019: Set<String> = [
    "Procédure adaptée", "Appel d'offres ouvert", "Appel d'offres restreint",
    "Procédure concurrentielle avec négociation", "Procédure négociée avec mise en concurrence préalable",
    "Marché négocié sans publicité ni mise en concurrence préalable", "Dialogue compétitif",
  ]

  /// Procedures of other years under their name of 2019, where there is only one.
  static let proceduresIn2019 = [
    "Marché passé sans publicité ni mise en concurrence préalable":
      "Marché négocié sans publicité ni mise en concurrence préalable",
    "Marché public négocié sans publicité ni mise en concurrence préalable":
      "Marché négocié sans publicité ni mise en concurrence préalable",
  ]

  /// What the form of the price of 2019 says of the type of price of 2022.
  static let priceTypesOf2019 = [
    "Ferme": "Définitif ferme", "Ferme et actualisable": "Définitif actualisable",
    "Révisable": "Définitif révisable",
  ]

  /// The kinds of number by what stands for them in IRIs.
  private static let kinds = [
    "siret": "SIRET", "tva": "TVA", "vat": "TVA", "tahiti": "TAHITI", "ridet": "RIDET", "frwf": "FRWF",
    "irep": "IREP", "horsue": "HORS-UE",
  ]

  /// The number of a company and its kind; nil where the schema has no kind for it, as for a SIREN alone.
  static func number(of party: StatedThing, in iris: IRISpace) -> (kind: String, number: String)? {
    if let siret = party.value(Vocabulary.siret) { return ("SIRET", siret) }
    if let vat = party.value(Vocabulary.vatNumber) { return ("TVA", vat) }
    guard case (.local, let value)? = iris.identifierParts(of: party.iri) else { return nil }
    let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = kinds[parts[0]] else { return nil }
    return (kind, parts[1])
  }

  /// The most exact place that the schema has a kind of code for.
  static func place(_ places: StatedPlaces) -> (code: String, kind: String)? {
    if let code = places.communes.first { return (code, "Code commune") }
    if let code = places.postalCodes.first { return (code, "Code postal") }
    for (prefix, kind) in [
      ("arrondissement:", "Code arrondissement"), ("canton:", "Code canton"), ("region:", "Code région"),
    ] {
      if let code = places.codes.first(where: { $0.hasPrefix(prefix) }) {
        return (String(code.dropFirst(prefix.count)), kind)
      }
    }
    if let code = places.department { return (code, "Code département") }
    if let code = places.nuts.first(where: { $0.hasPrefix("FR") }) { return (code, "Code région") }
    return places.countries.first.flatMap { CountryCode.alpha2($0) }.map { ($0, "Code pays") }
  }
}
