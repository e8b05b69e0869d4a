import Foundation
import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("Notices of the bulletin (BOAMP)")
struct BOAMPReaderTests {
  static let shared: String? = {
    let path =
      (ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared") + "/data/boamp-2020"
    return FileManager.default.fileExists(atPath: path + "/notices.jsonl") ? path : nil
  }()

  static let european = """
    Avis No 20-1
    Procédure Ouverte
    AVIS DE MARCHÉ
    Section I : Pouvoir adjudicateur
    I.1)
    NOM ET ADRESSES
    Ville de Lyon, Numéro national d'identification : 21690123100011, 1 place X, Point(s) de contact : Jean DUPONT, 69001, LYON, F, Téléphone : (+33) 4 72 10 30 30, Courriel : j.dupont mairie-lyon.fr , Code NUTS : FRK26
    I.3)
    COMMUNICATION
    Les documents du marché sont disponibles gratuitement en accès direct non restreint et complet, à l'adresse : https://marches.example.org
    II.1)
    ÉTENDUE DU MARCHÉ
    II.1.1)
    Intitulé : École
    II.1.2)
    Code CPV principal :
    Descripteur principal : 45214200
    Descripteur supplémentaire :
    II.1.3)
    Type de marché
    Travaux
    II.1.4)
    Description succincte : Réfection du toit. Renseignements : Mme Anne MARTIN 04.72.10.30.31ou a.martin mairie-lyon.frsous dix jours
    II.1.5)
    Valeur totale estimée :
    Valeur hors TVA : 1 200 000,50 euros
    II.1.6)
    Information sur les lots :
    Ce marché est divisé en lots : oui
    II.2)
    DESCRIPTION
    II.2.1)
    Intitulé : Toiture
    Lot nº : 1
    II.2.2)
    Code(s) CPV additionnel(s)
    Code CPV principal : 45261210
    Descripteur supplémentaire :
    II.2.3)
    Lieu d'exécution
    Code NUTS : FRK26
    Lieu principal d'exécution : Lyon 3e
    II.2.5)
    Critères d'attribution
    critères énoncés ci-dessous
    Critère de qualité
    1. Valeur technique / Pondération : 60
    Prix :
    1. PRIX / Pondération : 40
    II.2.6)
    Valeur estimée
    Valeur hors TVA : euros
    II.2.7)
    Durée du marché, de l'accord-cadre ou du système d'acquisition dynamique
    Durée en mois : 12
    II.2)
    DESCRIPTION
    II.2.1)
    Intitulé : Menuiserie
    Lot nº : 2
    II.2.7)
    Durée du marché, de l'accord-cadre ou du système d'acquisition dynamique
    Début : 1.e.r janvier 2021 - Fin : 31 décembre 2021
    IV.1.1)
    Type de procédure
    Procédure ouverte
    IV.2.2)
    Date limite de réception des offres ou des demandes de participation
    18 septembre 2020 - 12:00
    VI.4.1)
    Instance chargée des procédures de recours :
    Tribunal administratif, 184 rue Duguesclin, 69003, LYON, Courriel : greffe.ta-lyon juradm.fr
    """

  static let national = """
    Avis No 20-2
    Date limite de réponse : 29/09/2020
    Procédure Adaptée
    L’essentiel du marché
    A l'attention de :
    M. PROST Jean-Luc
    Annonce No 20-2
    Travaux - Nom et adresse officiels de l'organisme acheteur : Conseil général.
    Correspondant : M. Prost Jean-Luc, service achats, tél. : 05-53-45-49-20, courriel : jl.prost dordogne.fr.
    Objet du marché : étanchéité.
    CPV - Objet principal : 45317000.
    Code NUTS : -FRI11.
    Caractéristiques principales :
    étanchéité de la Grenadière
    Critères d'attribution :
    Offre économiquement la plus avantageuse appréciée en fonction des critères énoncés ci-dessous :
    - prix : 60 %;
    - valeur technique : 40 %.
    Type de procédure : procédure adaptée.
    Date limite de réception des offres : 29 septembre 2020, à 14 heures.
    Durée du marché ou délai d'exécution : 5 mois à compter de la notification du marché.
    Date d'envoi du présent avis à la publication : 11 août 2020. Adresse auprès de laquelle les documents peuvent être obtenus : 2 rue Paul, 24019 Périgueux, adresse internet : https://x.example.org/doc .
    Instance chargée des procédures de recours : Tribunal 9 Rue Tastet 33063 Bordeaux, tél. : 05-56-99-38-00.
    Renseignements relatifs aux lots :
    Lot(s) 1. -
    etancheite
    C.P.V. - Objet principal : 45261420.
    Lot(s) 2. - cloture.
    C.P.V. - Objet principal : 34928200.
    """

  private func read(_ text: String, _ members: String = "") throws -> MappedRecord {
    let notice: JSONValue = .object([
      JSONMember("id", .string("boamp:20-1")), JSONMember("date", .string("2020-08-09")),
      JSONMember("kind", .string("Avis de marché")),
      JSONMember("departments", .array([.string("69 A"), .string("20A")])),
      JSONMember("buyer_name", .string("Ville de lyon")), JSONMember("title", .string("École")),
      JSONMember("cpv", .array([.string("45214200")])), JSONMember("text", .string(text)),
    ])
    let found = try harvest(BOAMPReader(), notice.compactBytes, file: "n.jsonl")
    return try #require(found.mapped.first)
  }

  @Test func aEuropeanFormIsReadByItsSections() throws {
    let found = try read(Self.european)
    #expect(found.kind == .call)
    #expect(found.subject.hasSuffix("id/local/boamp:20-1"))
    #expect(found.values(Vocabulary.hasBuyer) == [IRISpace().identifier(.siret, "21690123100011")])
    #expect(found.values(Vocabulary.name) == ["Ville de Lyon"])
    #expect(found.values(Vocabulary.hasProcedure) == ["Appel d'offres ouvert"])
    #expect(found.values(Vocabulary.contractCategory) == ["travaux"])
    #expect(found.values(Vocabulary.noticeForm) == ["competition"])
    #expect(found.values(Vocabulary.noticeType) == ["cn-standard"])
    #expect(found.values(Vocabulary.estimatedAmount) == ["1200000.5"])
    #expect(Set(found.values(Vocabulary.deadline)) == ["2020-09-18"])
    #expect(found.values(Vocabulary.durationMonths) == ["12", "12"])
    #expect(found.values(Vocabulary.hasLot).count == 2)
    #expect(found.values(Vocabulary.weight) == ["60", "40"])
    #expect(found.values(Vocabulary.weightUnit) == ["pour cent", "pour cent"])
    #expect(found.values(Vocabulary.criterionCode) == ["quality", "price"])
    #expect(found.values(Vocabulary.procurementDocuments).first == "https://marches.example.org")
    let places = found.values(Vocabulary.placeOfPerformance)
    #expect(places.contains(IRISpace().identifier(.departement, "69")))
    #expect(places.contains(IRISpace().identifier(.departement, "2A")))
    #expect(places.contains(Vocabulary.nuts("FRK26")))
  }

  @Test func aNationalFormIsReadByItsLabels() throws {
    let found = try read(Self.national)
    #expect(found.values(Vocabulary.hasProcedure) == ["Procédure adaptée"])
    #expect(found.values(Vocabulary.contractCategory) == ["travaux"])
    #expect(Set(found.values(Vocabulary.deadline)) == ["2020-09-29"])
    #expect(found.values(Vocabulary.hasLot).count == 2)
    let titles = found.values(Vocabulary.title).filter { !["prix", "valeur technique"].contains($0) }
    #expect(titles == ["École", "etancheite", "cloture"])
    #expect(found.values(Vocabulary.durationMonths) == ["5", "5"])
    #expect(found.values(Vocabulary.weight) == ["60", "40", "60", "40"])
    #expect(Set(found.values(Vocabulary.procurementDocuments)) == ["https://x.example.org/doc"])
  }

  @Test(arguments: [european, national]) func contactsAreNowhere(text: String) throws {
    let found = try read(text)
    let all = found.statements.statements.map { "\($0.object)" }.joined(separator: "\n")
    for detail in [
      "DUPONT", "dupont", "MARTIN", "a.martin", "04.72", "4 72", "Duguesclin", "greffe", "Prost", "PROST",
      "05-53", "Tastet", "rue Paul",
    ] {
      #expect(!all.contains(detail), "\(detail)")
    }
    #expect(found.diagnostics.contains { $0.code == .privacyContact })
  }

  @Test func recordsOfTheInterfaceAreRead() throws {
    let text = #"""
      {"total_count":2,"results":[{"idweb":"26-79114","objet":"Assurance d&#039;un chantier",
      "nomacheteur":"Mulhouse Alsace Agglomération","dateparution":"2026-08-09",
      "datelimitereponse":"2026-09-15T12:00:00+00:00","code_departement":["68"],"type_marche":["SERVICES"],
      "procedure_libelle":"Procédure Adaptée","nature":"APPEL_OFFRE","famille":"MAPA"},
      {"idweb":"26-2","objet":"École","nomacheteur":"X","nature":"ATTRIBUTION","titulaire":["Soframe SAS"],
      "annonce_lie":["26-1"]}]}
      """#
    #expect(BOAMPReader.detects(fileName: "x.json", firstBytes: Array(text.utf8)))
    let found = try harvest(BOAMPReader(), text.utf8, file: "x.json")
    #expect(found.records.map(\.key) == ["26-79114", "26-2"])
    let first = found.mapped[0]
    #expect(first.values(Vocabulary.title) == ["Assurance d'un chantier"])
    #expect(first.values(Vocabulary.deadline) == ["2026-09-15"])
    #expect(first.values(Vocabulary.contractCategory) == ["services"])
    #expect(first.values(Vocabulary.hasProcedure) == ["Procédure adaptée"])
    #expect(found.mapped[1].values(Vocabulary.noticeForm) == ["result"])
    #expect(found.mapped[1].values(Vocabulary.changesNotice) == ["26-1"])
    #expect(found.codes.contains("boamp.result"))
    #expect(found.codes.contains("boamp.fieldIgnored"))
  }

  @Test(
    "hostile values are told, never trusted",
    arguments: [
      (#"{"id":"1","title":"x","title":"y"}"#, "record.duplicateKey"),
      (#"{"id":"1","title":"x","cpv":[99999999999999999999]}"#, "cpv.invalid"),
      (#"{"id":"1","title":["x"],"text":"y"}"#, "value.type"),
      (#"{"id":"1","title":"x\u0000y"}"#, "text.control"),
      (#"{"id":"1","title":"x","date":1e400}"#, "date.invalid"),
      (#"{"id":"1","title":"x","departments":[{"a":1}]}"#, "value.type"),
      (#"{"id":"1","title":"x","donnees":"{{{{"}"#, "value.type"),
      (#"{"title":"x"}"#, "boamp.noNumber"), (#"{"id":"1"}"#, "boamp.nothing"), ("[1]", "record.notObject"),
    ])
  func hostile(line: String, code: String) throws {
    let found = try harvest(BOAMPReader(), line.utf8, file: "n.jsonl")
    #expect(found.codes.contains(code), "\(found.codes)")
  }

  @Test(arguments: [
    #"{"id":"1","departments":["1"],"price":2}"#, #"{"marches":[{"id":"1"}]}"#, "id,text\n1,2\n",
    #"{"ocid":"a","tender":{}}"#,
  ])
  func otherFormatsAreNotTaken(text: String) {
    #expect(!BOAMPReader.detects(fileName: "x.json", firstBytes: Array(text.utf8)))
  }

  @Test(
    "real notices hold no address and no number",
    .enabled(if: shared != nil, "no real data under PASSERELLE_SHARED"))
  func real() throws {
    let path = try #require(Self.shared) + "/notices.jsonl"
    let data = try #require(FileManager.default.contents(atPath: path))
    // One in twenty: all of them take seconds in debug.
    let lines = data.split(separator: UInt8(ascii: "\n")).enumerated().filter { $0.offset % 20 == 3 }
      .flatMap { Array($0.element) + [UInt8(ascii: "\n")] }
    let found = try harvest(BOAMPReader(), lines, file: "notices.jsonl")
    #expect(found.records.count == 23 || found.records.count == 22)
    #expect(found.refused.isEmpty)
    var leaks: [String] = []
    let number = /(?:\+33|\b0)[ .\-]?[1-9](?:[ .\-]?\d\d){4}\b/
    let address = /[a-z]+\.[a-z0-9]+ [a-z\-]+\.(?:fr|com)\b/
    for statement in found.mapped.flatMap(\.statements.statements) {
      guard let text = statement.object.lexicalForm else { continue }
      if text.contains("@") || text.contains("juradm") || text.firstMatch(of: number) != nil
        || text.firstMatch(of: address) != nil
      {
        leaks.append(text)
      }
    }
    #expect(leaks.isEmpty, "\(leaks.prefix(3))")
    #expect(found.mapped.count { !$0.values(Vocabulary.deadline).isEmpty } >= 20)
  }

  /// The XML of the archives goes the way of the other shapes.
  @Test func theArchivesAreReadByTheSameMapper() throws {
    let path = casesFolder + "/boamp/call.xml"
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    let reader = try #require(
      SourceFormats.detect(fileName: "17-1001", firstBytes: Array(bytes.prefix(4096))))
    #expect(reader is BOAMPReader)
    let found = try harvest(reader, bytes, file: path)
    let call = try #require(found.mapped.first)
    #expect(found.records.map(\.key) == ["99-1001"])
    #expect(call.kind == .call)
    #expect(call.isDemonstration)
    #expect(call.values(Vocabulary.noticeForm) == ["competition"])
    #expect(call.values(Vocabulary.noticeType) == ["cn-standard"])
    #expect(call.values(Vocabulary.hasProcedure) == ["Appel d'offres ouvert"])
    #expect(call.values(Vocabulary.contractCategory) == ["services"])
    #expect(call.values(Vocabulary.hasLot).count == 2)
    #expect(call.values(Vocabulary.estimatedAmount) == ["700000", "100000"])
    #expect(call.values(Vocabulary.durationMonths) == ["12", "24"])
    #expect(call.values(Vocabulary.weight) == ["60", "40"])
    #expect(call.values(Vocabulary.deadline).first == "2017-02-07")
    #expect(call.values(Vocabulary.hasBuyer) == [IRISpace.defaultBase + "id/siret/99990169700014"])
    let told = rendered(found)
    for personal in ["Jeanne", "jeanne", "MARTIN", "DURAND", "04.72", "4-00-00", "greffe"] {
      #expect(!told.contains(personal), "\(personal)")
    }
    #expect(found.codes.contains("privacy.contact"))
  }

  @Test func otherDocumentsCalledAnnouncementsAreNotOfTheBulletin() {
    let text = "<ANNONCE><TITRE>Maison à vendre</TITRE></ANNONCE>"
    #expect(SourceFormats.detect(fileName: "a.xml", firstBytes: Array(text.utf8)) == nil)
  }

  @Test func aResultOfTheArchivesHasNoHolders() throws {
    var source: any ByteSource = try FileByteSource(path: casesFolder + "/boamp/result.xml")
    let found = try harvest(BOAMPReader(), &source, file: "result.xml")
    #expect(found.codes.contains("boamp.result"))
    #expect(!rendered(found).contains("Jean Exemple"))
  }
}
