import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("French essential data, layout of 2022 and XML")
struct DECPFormsTests {
  static let contract = """
    {"marches":{"marche":[{"id":"M1","acheteur":{"id":"21690123100011"},"marcheInnovant":true,"origineUE":0.4,
    "origineFrance":0.1,"ccag":"Travaux","offresRecues":4,"formePrix":"Forfaitaire",
    "typesPrix":{"typePrix":["Définitif ferme"]},"attributionAvance":true,"tauxAvance":0.2,
    "considerationsSociales":{"considerationSociale":["Clause sociale","Critère social"]},
    "considerationsEnvironnementales":{"considerationEnvironnementale":["Clause environnementale"]},
    "nature":"Marché","objet":"Voirie","codeCPV":"45233000","techniques":{"technique":["Concours","Accord-cadre"]},
    "modalitesExecution":{"modaliteExecution":["Tranches"]},"idAccordCadre":"AC-7",
    "titulaires":[{"titulaire":{"id":"55208131766522","typeIdentifiant":"SIRET"}}],
    "typeGroupementOperateurs":"Solidaire","sousTraitanceDeclaree":true,"datePublicationDonnees":"2024-05-25",
    "actesSousTraitance":[{"acteSousTraitance":{"id":1,"sousTraitant":{"id":"55204599900869",
    "typeIdentifiant":"SIRET"},"dureeMois":12,"dateNotification":"2024-10-11","montant":123456.89,
    "variationPrix":"Révisable","datePublicationDonnees":"2024-10-12"}}],
    "modificationsActesSousTraitance":[{"modificationActeSousTraitance":{"id":1,"montant":9,"dureeMois":3,
    "dateNotificationModificationSousTraitance":"2024-11-01"}}],
    "modifications":[{"modification":{"id":1,"dureeMois":60,"dateNotificationModification":"2024-12-01"}}],
    "procedure":"Appel d'offres ouvert","lieuExecution":{"code":"69123","typeCode":"Code commune"},
    "dureeMois":48,"dateNotification":"2024-05-15","montant":575000}]}}
    """

  static let element = """
    <?xml version="1.0" encoding="UTF-8"?>
    <marches><marche><id>M1</id><acheteur><id>21690123100011</id></acheteur><marcheInnovant>oui</marcheInnovant>
    <origineUE>0.4</origineUE><origineFrance>0.1</origineFrance><ccag>Travaux</ccag><offresRecues>4</offresRecues>
    <formePrix>Forfaitaire</formePrix><typesPrix><typePrix>Définitif ferme</typePrix></typesPrix>
    <attributionAvance>oui</attributionAvance><tauxAvance>0.2</tauxAvance>
    <considerationsSociales><considerationSociale>Clause sociale</considerationSociale>
    <considerationSociale>Critère social</considerationSociale></considerationsSociales>
    <considerationsEnvironnementales><considerationEnvironnementale>Clause environnementale</considerationEnvironnementale>
    </considerationsEnvironnementales><nature>Marché</nature><objet>Voirie</objet><codeCPV>45233000</codeCPV>
    <techniques><technique>Concours</technique><technique>Accord-cadre</technique></techniques>
    <modalitesExecution><modaliteExecution>Tranches</modaliteExecution></modalitesExecution>
    <idAccordCadre>AC-7</idAccordCadre><titulaires><titulaire><id>55208131766522</id>
    <typeIdentifiant>SIRET</typeIdentifiant></titulaire></titulaires>
    <typeGroupementOperateurs>Solidaire</typeGroupementOperateurs>
    <sousTraitanceDeclaree>oui</sousTraitanceDeclaree><datePublicationDonnees>2024-05-25</datePublicationDonnees>
    <actesSousTraitance><acteSousTraitance><id>1</id><sousTraitant><id>55204599900869</id>
    <typeIdentifiant>SIRET</typeIdentifiant></sousTraitant><dureeMois>12</dureeMois>
    <dateNotification>2024-10-11</dateNotification><montant>123456.89</montant>
    <variationPrix>Révisable</variationPrix><datePublicationDonnees>2024-10-12</datePublicationDonnees>
    </acteSousTraitance></actesSousTraitance>
    <modificationsActesSousTraitance><modificationActeSousTraitance><id>1</id><montant>9</montant>
    <dureeMois>3</dureeMois>
    <dateNotificationModificationSousTraitance>2024-11-01</dateNotificationModificationSousTraitance>
    </modificationActeSousTraitance></modificationsActesSousTraitance>
    <modifications><modification><id>1</id><dureeMois>60</dureeMois>
    <dateNotificationModification>2024-12-01</dateNotificationModification></modification></modifications>
    <procedure>Appel d'offres ouvert</procedure><lieuExecution><code>69123</code><typeCode>Code commune</typeCode>
    </lieuExecution><dureeMois>48</dureeMois><dateNotification>2024-05-15</dateNotification>
    <montant>575000</montant></marche></marches>
    """

  private func statements(_ harvest: Harvest) -> [String] {
    harvest.mapped.flatMap { record in
      record.statements.statements.map { "\($0.subject) \($0.predicate) \($0.object)" }
    }.sorted()
  }

  @Test func bothFormsOfAContractSayTheSame() throws {
    let json = try harvest(DECPReader(), Self.contract.utf8, file: "t.json")
    let xml = try harvest(DECPReader(), Self.element.utf8, file: "t.xml")
    #expect(json.records.map(\.key) == ["decp/21690123100011/M1"])
    #expect(xml.records.map(\.key) == json.records.map(\.key))
    #expect(statements(xml) == statements(json))
    #expect(json.codes.isEmpty)
    #expect(xml.codes.isEmpty)
  }

  @Test func theFieldsOf2022AreStated() throws {
    let found = try #require(try harvest(DECPReader(), Self.contract.utf8, file: "t.json").mapped.first)
    #expect(found.values(Vocabulary.offersReceived) == ["4"])
    #expect(found.values(Vocabulary.technique) == ["Concours", "Accord-cadre"])
    #expect(found.values(Vocabulary.socialConsideration) == ["Clause sociale", "Critère social"])
    #expect(found.values(Vocabulary.europeanShare) == ["0.4"])
    #expect(found.values(Vocabulary.isInnovative) == ["true"])
    #expect(found.values(Vocabulary.frameworkIdentifier) == ["AC-7"])
    #expect(found.values(Vocabulary.priceVariation) == ["Révisable"])
    let contract = found.subject
    let companies = found.statements.statements.filter { $0.predicate == .iri(Vocabulary.hasSubcontractor) }
    #expect(companies.map(\.subject).contains(.iri(contract)))
    #expect(companies.map(\.subject).contains(.iri(contract + "/subcontract/1")))
  }

  @Test func aConcessionIsAContract() throws {
    let text = """
      {"marches":{"contrat-concession":[{"id":"C1","autoriteConcedante":{"id":"21690123100011"},
      "nature":"Concession de service public","objet":"Réseau de chaleur",
      "procedure":"Procédure négociée ouverte","dureeMois":240,"dateSignature":"2024-04-02",
      "datePublicationDonnees":"2024-04-12","dateDebutExecution":"2024-05-01","valeurGlobale":1000000,
      "montantSubventionPublique":5000,"donneesExecution":[{"donneesAnnuelles":{
      "datePublicationDonneesExecution":"2025-04-18","depensesInvestissement":15.3,
      "tarifs":[{"tarif":{"intituleTarif":"Abonnement","tarif":14.29}}]}}],
      "concessionnaires":[{"concessionnaire":{"typeIdentifiant":"SIRET","id":"55208131766522"}}],
      "modifications":[{"modification":{"id":1,"dateSignatureModification":"2025-04-19","valeurGlobale":1100000}}]}]}}
      """
    let harvest = try harvest(DECPReader(), text.utf8, file: "t.json")
    let found = try #require(harvest.mapped.first)
    #expect(harvest.codes.isEmpty)
    #expect(found.values(Vocabulary.hasNature) == ["Concession de service public"])
    #expect(found.values(Vocabulary.hasWinner).count == 1)
    #expect(found.values(Vocabulary.publicSubsidy) == ["5000"])
    #expect(found.values(Vocabulary.investment) == ["15.3"])
    #expect(found.values(Vocabulary.label) == ["Abonnement"])
    #expect(Set(found.values(Vocabulary.amount)) == ["1000000", "1100000", "14.29"])
    #expect(found.values(Vocabulary.notified).sorted() == ["2024-04-02", "2025-04-19"])
  }

  @Test func valuesOutOfTheListsAreKeptAndTold() throws {
    let found = try decp(
      #""ccag":"Autre","tauxAvance":30,"offresRecues":"beaucoup","marcheInnovant":"peut-être","techniques":[1,{"technique":[["Concours"]]}]"#
    )
    #expect(
      Set(found.codes).isSuperset(of: ["list.unknown", "decp.share", "amount.invalid", "value.type"]))
    #expect(found.mapped.flatMap { $0.values(Vocabulary.generalConditions) } == ["Autre"])
    #expect(found.mapped.flatMap { $0.values(Vocabulary.technique) } == ["1", "Concours"])
  }

  @Test func flattenedBuyersAndListsInListsAreRead() throws {
    let text = """
      {"marches":[{"id":"1","acheteur.id":"21690123100011","acheteur.nom":"Lyon","objet":"X",
      "titulaires":[[{"id":"55208131766522","typeIdentifiant":"SIRET"}]]}]}
      """
    let found = try harvest(DECPReader(), text.utf8, file: "t.json")
    #expect(found.records.count == 1)
    #expect(found.mapped[0].values(Vocabulary.hasWinner).count == 1)
    #expect(!found.codes.contains("decp.fieldIgnored"))
  }

  @Test func brokenXMLGivesWhatStandsBefore() throws {
    let text = Self.element.replacing(
      "</marches>", with: Self.element.dropFirst(39).dropLast(19) + "<x></marches>")
    let found = try harvest(DECPReader(), text.utf8, file: "t.xml")
    #expect(found.records.map(\.key) == ["decp/21690123100011/M1"])
    #expect(found.refused.count == 1)
    #expect(found.codes.contains("xml.malformed"))
  }

  @Test func bothFormsAreRecognised() {
    #expect(
      SourceFormats.detect(fileName: "a.xml", firstBytes: Array(Self.element.utf8))?.formatName == "decp")
    #expect(
      SourceFormats.detect(fileName: "flux", firstBytes: Array(Self.element.utf8))?.formatName == "decp")
    #expect(
      SourceFormats.detect(fileName: "a.json", firstBytes: Array(Self.contract.utf8))?.formatName == "decp")
  }
}
