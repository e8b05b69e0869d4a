import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Names of natural persons")
struct PersonNamesTests {
  @Test(
    "are told",
    arguments: [
      "M. Jean DUPONT", "Mme Martin", "Monsieur Paul Durand", "Madame LE GALL", "Mlle Roux", "Mr Alain Petit",
      "Dr Sophie Bernard", "Docteur Leroy", "Maître Vinsonneau", "Me VINSONNEAU-PALIES", "MAITRE LAFAY",
      "M DUPONT JEAN", "JEAN DUPONT", "DUPONT Jean", "HAMADENE MOHAMED", "BUSTOS Francois",
      "REYGADE FREDERIC",
      "CALIN  Xavier", "JEAN-CLAUDE MASSEY", "Jean Louis MARTINEAU", "ASSEZAT JEAN CLAUDE",
      "PATRICIA GOMEZ-TALIMI",
      "PIERRE LE GOFF", "LE GALL Jean-Yves", "Ulrich Bellemère", "E.I RABIN Francis", "EI DUPONT JEAN",
      "EIRL Sophie Lemaire", "MARTIN REGIS", "briancon yves", "wolff william", "GREFFIER VALERIE",
      "ROMAIN LEBLANC",
      "PASCAL PETIT", "Émilie Noël", "CHÂTEL Hervé", "POULAIN*MADDY AMANDINE LUCIE/", "DE LA VEGA Éric",
      "Laure Miché-Roche Auto-entrepreneur", "DURAND (Mme)", "JOËL THIBAULT", "Anne-Marie FONTAINE",
      "Luc CHARPENTIER",
      "FRANCOIS D'HAENE", "Karim BENALI", "Alexandra Hall", "Michael Lodge", "Martin Park", "Sophie Court",
      "Gregory James House", "HOUSE ALEXANDRA", "Thomas Schulz",
    ])
  func persons(name: String) {
    #expect(PersonNames.isPerson(name))
  }

  @Test(
    "are told from those of companies and public bodies",
    arguments: [
      "PAUL SA", "MARTIN FRERES", "ETS DUPONT", "ENTREPRISE JEAN LEFEBVRE", "Ets HUBERT", "SARL ANDRE PEREZ",
      "SAS PAUL GIGUET", "S.A.R.L. Martin", "DOMINIQUE DUTSCHER S.A", "BERNARD TP", "ANDRE BTP",
      "HERVE THERMIQUE",
      "MARIE ETANCHEITE", "CAMILLE AVOCATS", "CABINET MICHEL BAUER", "Agence Sophie BLANCHET",
      "ATELIER SAINT LUC",
      "Saint Martin", "NOTRE DAME", "PHILIPPE ROUX ARCHITECTE", "GARAGE DOMINIQUE ALVES",
      "Pépinières Jean Huchet",
      "LIBRAIRIE PAPETERIE GERARD", "Les CARS DENIS", "LA FERME", "Chez Paul", "BERTRAND SN", "COLIN RHD",
      "SMACL",
      "EDF", "VEOLIA EAU", "LYON PEINTURE", "HENRY SCHEIN FRANCE", "JOLY ET PHILIPPE", "ADAM ASSURANCES",
      "STELLA TELECOM", "Jean Marie Peinture", "DACTYL BURO", "Mr Bricolage", "Madame Jeanne BAZAR",
      "Dr Reboisement",
      "A2 MARTIN", "MARTIN & DUPONT", "POMPES FUNEBRES ROLAND", "IMPRIMERIE MARTIN", "GROUPE PIERRE", "",
      "JEAN", "Alexandra House", "Victoria Hospital", "St Martin School", "ALBERT MEWS", "Elisabeth Stift",
      "TRANSPORTS DE MONSIEUR", "MARION ISOLATION 2",
    ])
  func organisations(name: String) {
    #expect(!PersonNames.isPerson(name))
  }

  @Test("of public bodies count only with a civility")
  func publicBodies() {
    #expect(!PersonNames.isPerson("JEAN MOULIN", isPublicBody: true))
    #expect(PersonNames.isPerson("Mme Jeanne DUPONT", isPublicBody: true))
  }

  @Test("never reach a statement, a diagnostic or a key")
  func neverKept() throws {
    let result = try decp(
      """
      "objet":"x","titulaires":[{"typeIdentifiant":"SIRET","id":"55208131766522","denominationSociale":"Jean <b>ZYGOMAR</b>"},
      {"typeIdentifiant":"FRWF","id":"FRWFJEANZYGOMAR","denominationSociale":"ZYGOMAR JEAN"}]
      """)
    let mapped = try #require(result.mapped.first)
    #expect(mapped.diagnostics.count { $0.code == .privacyPersonName } == 2)
    let everything =
      "\(mapped.statements.statements) \(mapped.diagnostics.map { "\($0.value ?? "") \($0.replacement ?? "")" })"
    #expect(!everything.uppercased().contains("ZYGOMAR"))
    #expect(mapped.values(Vocabulary.hasWinner).count == 2)
  }
}
