import PasserelleCore
import Testing

@Suite struct CountedWordsTests {
  @Test func oneAndNoneAreSingularInFrench() {
    #expect("\(fr: 0, "fichier")" == "0 fichier")
    #expect("\(fr: 1, "fichier lu", "fichiers lus")" == "1 fichier lu")
    #expect("\(fr: 2, "fichier lu", "fichiers lus")" == "2 fichiers lus")
    #expect("\(fr: 1, "avis", "avis")" == "1 avis")
  }

  @Test func oneAloneIsSingularInEnglish() {
    #expect("\(en: 0, "file")" == "0 files")
    #expect("\(en: 1, "file")" == "1 file")
    #expect("\(en: 2, "entry", "entries")" == "2 entries")
  }
}
