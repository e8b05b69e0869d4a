import Foundation
import PasserelleTestSupport
import Testing

@testable import PasserelleText

@Suite("Forms of words, by bytes and by strings")
struct WordFormTests {
  /// Words whose two forms differ, and the number of those that went by bytes.
  private func compare(_ words: [[UInt8]], _ forms: WordForm) -> (differences: [String], byBytes: Int) {
    var differences: [String] = []
    var byBytes = 0
    for word in words {
      let (quick, slow, form) = word.withUnsafeBufferPointer {
        (forms.formByBytes(of: $0), forms.formByStrings(of: $0), forms.form(of: $0))
      }
      if quick != nil { byBytes += 1 }
      if form != slow || quick ?? slow != slow {
        let written = String(decoding: word, as: UTF8.self)
        differences.append("\(forms.language) \(written.debugDescription)")
      }
    }
    return (differences, byBytes)
  }

  @Test(
    "vocabularies agree, as written and without accents", .enabled(if: StemParity.isComparable),
    arguments: StemParity.all)
  func vocabularies(_ vocabulary: StemParity) throws {
    let file = StemParity.folder.appendingPathComponent("\(vocabulary.name)/voc.txt")
    let written = Array(try Data(contentsOf: file)).split(separator: 0x0A).map { Array($0) }
    // One word in five: enough to meet every rule, and quick.
    let words = stride(from: 0, to: written.count, by: 5).map { written[$0] }
    let plain = words.map { TextFolding.foldedBytes(String(decoding: $0, as: UTF8.self)) }
    let found = compare(words + plain, WordForm(language: vocabulary.language))
    #expect(found.differences.prefix(5) == [])
    #expect(found.byBytes * 10 > (words.count + plain.count) * 9)
  }

  @Test("words of our own tables agree")
  func ownWords() {
    let forms = WordForm(language: .french)
    var words = Set(FrenchWords.exceptions.keys).union(FrenchWords.exceptions.values)
    words.formUnion(FrenchWords.accented.keys)
    words.formUnion(FrenchWords.nouns)
    words.formUnion(FrenchWords.otherWords)
    for ending in ["ee", "iere", "ite", "ilite", "alite", "arite", "ivite", "osite", "versite"] {
      for head in ["", "a", "b", "port", "responsab", "interconnexioninterconnexion"] {
        words.insert(head + ending)
      }
    }
    words.formUnion([
      "vœu", "œuvrer", "œuvrées", "manœuvrées", "œdème", "œnologies", "œillets", "vœux", "matériaux", "clé",
      "métro", "l'acces", "a'b", "été", "œ", "æ", "ß", "'", "''", "''s",
    ])
    let bytes = (words.sorted() + words.sorted().map { $0 + "s" }).map { Array($0.utf8) }
    let found = compare(bytes, forms)
    #expect(found.differences.prefix(5) == [])
    #expect(found.byBytes > 500)
  }

  @Test("random words agree in every language", arguments: UInt64(71)...74)
  func random(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters: [Unicode.Scalar] =
      [
        "'", "s", "e", "i", "t", "r", "1", "œ", "æ", "é", "ß", "\u{301}", "\u{308}", "ﬁ", "ŀ", "ĳ", "ŉ",
        "\u{FFFD}", "и", "漢", "'",
      ]
      + (0x61...0x7A).map { Unicode.Scalar(UInt8($0)) }
      + (UInt32(0xA0)...0x5FF).compactMap { Unicode.Scalar($0) }
    let endings = ["'s", "ite", "ites", "iere", "ees", "ement", "sses", "aux", "ß", "ingly"]
    var differences: [String] = []
    var byBytes = 0
    for language in TextLanguage.allCases {
      var words: [[UInt8]] = []
      for _ in 0..<500 {
        let isPlain = Int.random(in: 0..<4, using: &generator) > 0
        let isLong = Int.random(in: 0..<40, using: &generator) == 0
        let length = Int.random(in: 0...(isLong ? 300 : 18), using: &generator)
        var word = String.UnicodeScalarView()
        for _ in 0..<length {
          let letter = letters.randomElement(using: &generator) ?? "a"
          word.append(isPlain && (letter.isMark || letter.value >= FoldTable.limit) ? "a" : letter)
        }
        var text = String(word)
        if Bool.random(using: &generator) { text += endings.randomElement(using: &generator) ?? "" }
        words.append(Array(text.utf8))
      }
      let found = compare(words, WordForm(language: language))
      differences += found.differences
      byBytes += found.byBytes
    }
    #expect(differences.prefix(5) == [], "seed \(seed)")
    #expect(byBytes > 300, "seed \(seed)")
  }

  @Test("every letter of the table folds alike")
  func letters() {
    let forms = WordForm(language: .neutral)
    let words = (UInt32(0x20)...0x5FF).compactMap { Unicode.Scalar($0) }
      .flatMap { ["a\($0)", "\($0)a", "\($0)"] }.map { Array($0.utf8) }
    let found = compare(words, forms)
    #expect(found.differences.prefix(5) == [])
    #expect(found.byBytes > 900)
  }
}
