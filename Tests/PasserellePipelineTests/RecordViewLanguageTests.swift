import PasserelleCore
import PasserellePipeline
import Testing

@Suite("Texts of a record in several languages")
struct RecordViewLanguageTests {
  private static let call = "https://passerelle.example/id/local/eforms:1"
  private static let lot = call + "/lot/1"

  private func view(language: String?) -> RecordView {
    var statements: [(subject: String, predicate: String, object: Term)] = [
      (Self.call, Vocabulary.title, .string("Voirie", language: "fr")),
      (Self.call, Vocabulary.title, .string("Asphalt", language: "en")),
      (Self.call, Vocabulary.title, .string("Bestrating", language: "nl")),
      (Self.call, Vocabulary.description, .string("sans langue")),
      (Self.call, Vocabulary.description, .string("in het Nederlands", language: "nl")),
      (Self.lot, Vocabulary.title, .string("Centre", language: "fr")),
      (Self.lot, Vocabulary.title, .string("Centrum", language: "nl")),
      (Self.lot, Vocabulary.pas + "order", .integer(1)),
    ]
    if let language { statements.append((Self.call, Vocabulary.language, .string(language))) }
    return RecordView(subject: Self.call, statements: statements)
  }

  @Test func readersGetOneLanguage() {
    #expect(view(language: "fr").texts(Vocabulary.title) == ["Voirie"])
    #expect(view(language: "nl").texts(Vocabulary.title) == ["Bestrating"])
    // A language in which there is no title: French, then English.
    #expect(view(language: "it").texts(Vocabulary.title) == ["Voirie"])
    #expect(view(language: "fr").texts(of: Self.lot, Vocabulary.title) == ["Centre"])
    #expect(view(language: "nl").allTexts(Vocabulary.title) == ["Centrum"])
  }

  @Test func textsInOneLanguageOrInNoneAreAllGiven() {
    #expect(view(language: "fr").texts(Vocabulary.description) == ["in het Nederlands", "sans langue"])
  }

  @Test func aRecordWithoutLanguageIsReadInFrenchFirst() {
    #expect(view(language: nil).texts(Vocabulary.title) == ["Voirie"])
    #expect(view(language: nil).texts(of: Self.call, Vocabulary.title, in: .english) == ["Asphalt"])
    #expect(view(language: "nl").texts(of: Self.lot, Vocabulary.title, in: .english) == ["Centre"])
  }

  @Test func theIndexGetsEveryLanguage() {
    #expect(
      view(language: "nl").textsInEveryLanguage(Vocabulary.title) == ["Bestrating", "Asphalt", "Voirie"])
    #expect(
      view(language: "fr").allTexts(Vocabulary.title, inEveryLanguage: true) == ["Centre", "Centrum"])
  }

  @Test func aPostalCodeAbroadIsNoDepartment() {
    func department(_ place: String?) -> String? {
      var statements: [(subject: String, predicate: String, object: Term)] = [
        (Self.call, Vocabulary.postalCode, .string("13002"))
      ]
      if let place { statements.append((Self.call, Vocabulary.placeOfPerformance, .iri(place))) }
      return RecordView(subject: Self.call, statements: statements).department(IRISpace())
    }
    #expect(department(nil) == "13")
    #expect(department("http://data.europa.eu/nuts/code/FRL04") == "13")
    #expect(department("http://data.europa.eu/nuts/code/ES300") == nil)
    #expect(department("http://publications.europa.eu/resource/authority/country/DEU") == nil)
  }
}
