import PasserelleText
import Testing

@Suite("Language detection")
struct LanguageDetectorTests {
  static let sentences: [(TextLanguage, String)] = [
    (.french, "Travaux de rénovation de l'école primaire et de la mairie"),
    (.french, "FOURNITURE ET LIVRAISON DE MOBILIER SCOLAIRE"),
    (.french, "Les offres sont remises avant la date limite de réception."),
    (.english, "Supply and delivery of school furniture for the city council"),
    (.english, "The tenders shall be submitted before the deadline."),
    (.portuguese, "Aquisição de serviços de manutenção para as escolas do município"),
    (.portuguese, "Empreitada de construção do edifício e da estrada"),
    (.german, "Lieferung von Möbeln für die Schulen der Stadt"),
    (.german, "Die Angebote sind bis zum Ende der Frist einzureichen."),
    (.spanish, "Suministro de mobiliario para las escuelas del ayuntamiento"),
    (.spanish, "Las ofertas deberán presentarse antes del plazo señalado"),
    (.italian, "Fornitura di arredi per le scuole della città"),
    (.italian, "Lavori di manutenzione degli edifici comunali"),
    (.dutch, "Levering van meubilair voor de scholen van de gemeente"),
    (.dutch, "De inschrijvingen worden voor het einde van de termijn ingediend"),
  ]

  @Test("short sentences", arguments: sentences)
  func sentence(_ language: TextLanguage, _ text: String) {
    #expect(LanguageDetector.detect(text) == language)
  }

  @Test(
    "thin or foreign evidence is neutral",
    arguments: [
      "", "45310000-3", "LED", "SAS", "Zamówienie na dostawę mebli szkolnych", "Доставка мебели для школ",
      "学校家具の供給",
    ])
  func neutral(_ text: String) {
    #expect(LanguageDetector.detect(text) == .neutral)
  }
}
