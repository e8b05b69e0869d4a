internal import PasserelleText

/// The values that the 2022 schema of the French essential procurement data (version 2.0.3) allows, by their folded
/// form.
enum DECPList {
  static let generalConditions = list([
    "Travaux", "Maitrise d'œuvre", "Fournitures courantes et services", "Marchés industriels",
    "Prestations intellectuelles", "Techniques de l'information et de la communication", "Pas de CCAG",
  ])
  static let groupingTypes = list(["Conjoint", "Solidaire", "Pas de groupement"])
  static let techniques = list([
    "Accord-cadre", "Concours", "Système de qualification", "Système d'acquisition dynamique",
    "Catalogue électronique", "Enchère électronique", "Sans objet",
  ])
  static let executionModalities = list(["Tranches", "Bons de commande", "Marchés subséquents", "Sans objet"])
  static let priceTypes = list([
    "Définitif ferme", "Définitif actualisable", "Définitif révisable", "Provisoire",
  ])
  static let priceVariations = list(["Ferme", "Actualisable", "Révisable"])
  static let socialConsiderations = list([
    "Clause sociale", "Critère social", "Marché réservé", "Concession réservée",
    "Pas de considération sociale",
  ])
  static let environmentalConsiderations = list([
    "Clause environnementale", "Critère environnemental", "Pas de considération environnementale",
  ])

  private static func list(_ values: [String]) -> [String: String] {
    Dictionary(values.map { (TextFolding.fold($0), $0) }) { first, _ in first }
  }
}
