import PasserelleCore
import PasserelleOntology
import Testing

struct ReadingSentenceTests {
  let of = ReadingSentence(
    LocalizedText(fr: "{subject} est membre de {object}", en: "{subject} is a member of {object}"))
  let to = ReadingSentence(
    LocalizedText(fr: "{subject} participe à {object}", en: "{subject} joins {object}"))

  @Test(arguments: [
    ("Lyon", "de Lyon"), ("Évian", "d’Évian"), ("Orange", "d’Orange"), ("Œuvres", "d’Œuvres"),
    ("Ouagadougou", "de Ouagadougou"), ("Ouessant", "d’Ouessant"), ("Le Mans", "du Mans"),
    ("Les Ulis", "des Ulis"), ("Lens", "de Lens"),
    ("Yvelines", "de Yvelines"), ("", "de "), ("Leeds", "de Leeds"), ("10", "de 10"),
  ])
  func agreesWithNames(name: String, ending: String) {
    #expect(of.filled(subject: "X", object: name, in: .french) == "X est membre " + ending)
    #expect(of.filled(subject: "X", object: name, in: .english) == "X is a member of " + name)
  }

  @Test func agreesAfterTo() {
    #expect(to.filled(subject: "Le Mans", object: "Le Havre", in: .french) == "Le Mans participe au Havre")
    #expect(to.filled(subject: "X", object: "Les Ulis", in: .french) == "X participe aux Ulis")
    #expect(to.filled(subject: "X", object: "Évian", in: .french) == "X participe à Évian")
  }

  @Test func leavesOtherBracesAndNamesAlone() {
    let sentence = ReadingSentence(LocalizedText(verbatim: "{subject} {x} {object}{"))
    #expect(
      sentence.filled(subject: "{object}", object: "{subject}", in: .english) == "{object} {x} {subject}{")
    let mode = ReadingSentence(LocalizedText(verbatim: "mode {object}"))
    #expect(mode.filled(subject: "", object: "Le Mans", in: .french) == "mode Le Mans")
  }
}
