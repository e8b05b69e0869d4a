import PasserelleResolution
import Testing

struct ComparisonTests {
  @Test func distanceCountsSwapsOnce() {
    func distance(_ left: String, _ right: String) -> Int {
      Array(left.utf8).withUnsafeBufferPointer { a in
        Array(right.utf8).withUnsafeBufferPointer { b in NameDistance.between(a, b) }
      }
    }
    #expect(distance("zolpan", "zoplan") == 1)
    #expect(distance("kitten", "sitting") == 3)
    #expect(distance("", "abc") == 3)
    #expect(distance("abc", "abc") == 0)
  }

  @Test func acronymsStandForTheirWords() throws {
    for (short, long) in [
      ("PNAS", "Paris Nord Assurances Services"), ("SMDA", "Soins Modernes des Arbres"),
      ("SUCH", "Serviço de Utilização Comum dos Hospitais"),
    ] {
      #expect(try OntologyFolder.row(short, long)[.acronym] ?? 0 > 0, "\(short) \(long)")
    }
    #expect(try OntologyFolder.row("ABCD", "Soins Modernes des Arbres")[.acronym] == 0)
  }

  @Test func wordsWrittenTogetherMatch() throws {
    #expect(try OntologyFolder.row("GAMA 29", "GAMA29")[.overlap] ?? 0 > 0.9)
    #expect(try OntologyFolder.row("CREA'TOP", "CREATOP")[.overlap] ?? 0 > 0.9)
  }

  @Test func numbersAndPlacesTellApart() throws {
    #expect(try OntologyFolder.row("Lycée Jean Moulin 1", "Lycée Jean Moulin 2")[.numbersBoth] == 1)
    #expect(try OntologyFolder.row("PAPREC GRAND OUEST", "PAPREC SUD OUEST")[.placesBoth] ?? 0 > 0)
  }

  @Test func measuresAreTheSameBothWays() throws {
    for (left, right) in [
      ("EIFFAGE ENERGIE ILE DE FRANCE", "EIFFAGE ENERGIE BRETAGNE"), ("GAMA 29", "GAMA29"),
      ("Sté Viger & Cie", "VIGER Peinture"),
    ] {
      let (one, other) = (try OntologyFolder.row(left, right), try OntologyFolder.row(right, left))
      for feature in [NameFeature.overlap, .containment, .spelling, .letterPairs, .core, .clean] {
        #expect(abs((one[feature] ?? 0) - (other[feature] ?? 0)) < 0.001, "\(feature) of \(left)")
      }
    }
  }
}
