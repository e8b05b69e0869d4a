import Foundation
import PasserelleTestSupport
import Testing

@testable import PasserelleText

@Suite("Folding, grams, stop words")
struct TextFoldingTests {
  static let cases: [(String, String)] = [
    ("  L’Œuvre\u{A0}d'Évian — n°3 ", "l oeuvre d evian n 3"), ("Straße", "strasse"),
    ("Ærø, Łódź", "aero lodz"),
    ("ﬁbre ＡＢＣ m²", "fibre abc m2"), ("Société Générale S.A.", "societe generale s a"),
    ("İstanbul", "istanbul"),
    ("Tiếng Việt", "tieng viet"), ("Москва, Ёлка", "москва елка"), ("ΑΘΉΝΑΣ", "αθηνασ"), ("한국어 東京", "한국어 東京"),
    ("mar\u{AD}ché\u{200B}s", "marches"), ("a\u{FFFD}b \u{FFFD} c", "ab c"), ("", ""), (" .,;", ""),
    ("A&B+C", "a b c"),
    ("Foo™ 5€", "foo 5"),
  ]

  @Test("fold", arguments: cases)
  func fold(_ text: String, _ folded: String) {
    #expect(TextFolding.fold(text) == folded)
    #expect(TextFolding.foldedBytes(text) == Array(folded.utf8))
  }

  @Test("NFC, NFD and the table agree; folding twice changes nothing", arguments: UInt64(51)...54)
  func properties(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let text = RandomText.make(pieces: 10, &generator)
      let folded = TextFolding.foldedBytes(text)
      let decomposed = text.decomposedStringWithCanonicalMapping
      #expect(folded == TextFolding.foldedBytes(decomposed), "seed \(seed): \(text.debugDescription)")
      let again = TextFolding.foldedBytes(String(decoding: folded, as: UTF8.self))
      #expect(folded == again, "seed \(seed): \(text.debugDescription)")
      let slow = FoldTable.scalars(of: text).split(separator: " ").map {
        String(String.UnicodeScalarView($0))
      }
      #expect(folded == Array(slow.joined(separator: " ").utf8), "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("grams cross word borders, keep duplicates and order")
  func grams() {
    #expect(CharacterGrams.grams(of: "SA Orly") == ["sa o", "a or", " orl", "orly"])
    #expect(CharacterGrams.grams(of: "anana", size: 2) == ["an", "na", "an", "na"])
    #expect(CharacterGrams.grams(of: "Été") == ["ete"])
    #expect(CharacterGrams.grams(of: "abcd") == ["abcd"])
    #expect(CharacterGrams.grams(of: "Москва", size: 5) == ["москв", "осква"])
    #expect(CharacterGrams.grams(of: "…") == [])
    #expect(CharacterGrams.grams(of: "ab", size: 0) == ["a", "b"])
  }

  @Test("stop words are folded, and content words are none")
  func stopWords() {
    for language in TextLanguage.allCases {
      for word in StopWords.words(of: language) { #expect(TextFolding.fold(word) == word) }
    }
    #expect(StopWords.contains("de", language: .french) && StopWords.contains("the", language: .english))
    #expect(StopWords.contains("nao", language: .portuguese) && StopWords.contains("fur", language: .german))
    #expect(!StopWords.contains("travaux", language: .french) && !StopWords.contains("c", language: .french))
    #expect(!StopWords.contains("de", language: .neutral))
  }
}
