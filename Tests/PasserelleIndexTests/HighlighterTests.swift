import PasserelleIndex
import PasserelleTestSupport
import PasserelleText
import Testing

/// Analysed terms of a text.
private func terms(_ text: String, _ language: TextLanguage = .french) -> [[UInt8]] {
  TextAnalyzer(language: language).tokens(of: text).map { Array($0.utf8) }
}

/// Parts of a text by ranges of its UTF-8 view.
private func parts(_ text: String, _ ranges: [Range<Int>]) -> [String] {
  let bytes = Array(text.utf8)
  return ranges.map { String(validating: bytes[$0], as: UTF8.self) ?? "no scalar border at \($0)" }
}

@Suite("Highlighter")
struct HighlighterTests {
  /// Words looked for, a text, and what is highlighted in it.
  static let words: [(String, String, [String])] = [
    ("réseau", "Les réseaux et le RESEAU.", ["réseaux", "RESEAU"]),
    ("éclairage", "Rénovation de l'éclairage public", ["éclairage"]),
    ("éclairage", "L’ÉCLAIRAGE d’éclairages", ["ÉCLAIRAGE", "éclairages"]),
    ("œuvre", "mise en oeuvre, mises en ŒUVRE", ["oeuvre", "ŒUVRE"]),
    ("école", "l'e\u{301}cole, e\u{301}coles", ["e\u{301}cole", "e\u{301}coles"]),
    ("voirie", "🚧 voirie 🚧🚧 (voiries) 👷‍♀️", ["voirie", "voiries"]),
    ("sarl", "S.A.R.L. Martin, SARL", ["S.A.R.L.", "SARL"]),
    ("assainissement", "assai\u{AD}nissement\u{A0}!", ["assai\u{AD}nissement"]),
    ("quartier", "éco-quartier, éco\u{2011}quartiers", ["quartier", "quartiers"]),
    ("travail", "travaux de voirie", []),
    ("voirie", "", []),
    ("", "voirie", []),
  ]

  @Test("words as written", arguments: words)
  func wordsAsWritten(_ query: String, _ text: String, _ expected: [String]) {
    let highlighter = Highlighter(language: .french, words: terms(query))
    #expect(parts(text, highlighter.highlights(in: text)) == expected)
    let snippet = highlighter.snippet(of: text)
    #expect(parts(snippet.text, snippet.highlights) == expected)
    #expect(snippet.text == text)
  }

  static let phrases: [(String, String, [String])] = [
    ("marché public", "le marché public, un marché très public", ["marché public"]),
    ("marché public", "MARCHÉS\n  PUBLICS; public marché", ["MARCHÉS\n  PUBLICS"]),
    ("maîtrise d'œuvre", "maitrise d’oeuvre ; maîtrise de l'œuvre", ["maitrise d’oeuvre"]),
    ("lot lot deux", "lot lot lot deux", ["lot lot deux"]),
    ("mise en œuvre", "mise en", []),
    ("public", "le marché public", ["public"]),
  ]

  @Test("phrases only in sequence", arguments: phrases)
  func phrasesInSequence(_ query: String, _ text: String, _ expected: [String]) {
    let highlighter = Highlighter(language: .french, words: [], phrases: [terms(query)])
    #expect(parts(text, highlighter.highlights(in: text)) == expected)
  }

  @Test("a word inside a phrase makes one range with it")
  func merged() {
    let text = "voirie du marché public de voirie"
    let highlighter = Highlighter(
      language: .french, words: terms("public voirie"),
      phrases: [terms("marché public"), terms("public de voirie")])
    #expect(parts(text, highlighter.highlights(in: text)) == ["voirie", "marché public de voirie"])
  }

  @Test("prefixes, also past the stem")
  func prefixes() {
    let text = "L'éclairage, les éclairages, éclairer, éclats, eau"
    let beginnings = ["eclairage", "ecla", "eaux"].map { [Array($0.utf8)] }
    let found = beginnings.map {
      parts(text, Highlighter(language: .french, words: [], prefixes: $0).highlights(in: text))
    }
    #expect(found == [["éclairage", "éclairages"], ["éclairage", "éclairages", "éclairer", "éclats"], []])
  }

  @Test("a short text is its own snippet, with white space as one space")
  func short() {
    let snippet = Highlighter(language: .french, words: terms("voirie")).snippet(
      of: "  Lot 1 :\n\n\tvoirie \n")
    #expect(snippet == Snippet(text: "Lot 1 : voirie", highlights: [8..<14]))
  }

  private static let filler = String(repeating: "Le titulaire remet son offre. ", count: 40)

  @Test("the passage with the most distinct words wins over the first")
  func bestWindow() {
    let text =
      Self.filler + "La voirie, la voirie et la voirie. " + Self.filler
      + "Entretien de la voirie et des réseaux. " + Self.filler
    let snippet = Highlighter(language: .french, words: terms("réseau voirie")).snippet(of: text, length: 80)
    #expect(parts(snippet.text, snippet.highlights) == ["voirie", "réseaux"])
    #expect(snippet.text.contains("Entretien de la voirie et des réseaux."))
    #expect(snippet.text.count <= 80)
  }

  @Test("weights decide between passages")
  func weights() {
    let text = Self.filler + "Une pompe et une vanne. " + Self.filler + "Un géotextile. " + Self.filler
    func passage(_ weight: @escaping ([UInt8]) -> Double) -> [String] {
      let words = terms("pompe vanne géotextile")
      let snippet = Highlighter(language: .french, words: words, weight: weight).snippet(of: text, length: 60)
      return parts(snippet.text, snippet.highlights)
    }
    #expect(passage { _ in 1 } == ["pompe", "vanne"])
    #expect(passage { $0.first == 0x67 ? 5 : 1 } == ["géotextile"])
    #expect(passage { _ in .nan } == ["pompe", "vanne"])
  }

  @Test("cut between sentences where one is near, else between words with ellipses")
  func borders() {
    let text = Self.filler + "Selon l'art. 12 et M. Durand, la voirie communale est refaite. " + Self.filler
    let highlighter = Highlighter(language: .french, words: terms("voirie"))
    #expect(
      highlighter.snippet(of: text, length: 100).text
        == "Selon l'art. 12 et M. Durand, la voirie communale est refaite. Le titulaire remet son offre.")
    #expect(highlighter.snippet(of: text, length: 40).text == "…M. Durand, la voirie communale est…")
    #expect(highlighter.snippet(of: text, length: 0).text == "…la voirie…")
  }

  @Test("without words of the query, the beginning")
  func nothingFound() {
    let snippet = Highlighter(language: .french, words: terms("pompe")).snippet(of: Self.filler, length: 70)
    #expect(
      snippet == Snippet(text: "Le titulaire remet son offre. Le titulaire remet son offre.", highlights: []))
  }

  @Test("words at the very end show what is before them")
  func atTheEnd() {
    let text = String(repeating: "mot ", count: 200) + "voirie"
    let snippet = Highlighter(language: .french, words: terms("voirie")).snippet(of: text, length: 50)
    #expect(snippet.text == "…" + String(repeating: "mot ", count: 10) + "voirie")
  }

  @Test("a text without spaces is cut between characters")
  func withoutSpaces() {
    let text = String(repeating: "👨‍👩‍👧‍👦", count: 60) + "voirie" + String(repeating: "e\u{301}", count: 300)
    let snippet = Highlighter(language: .neutral, words: [], prefixes: [Array("voirie".utf8)])
      .snippet(of: text, length: 64)
    #expect(snippet.text.allSatisfy { "👨‍👩‍👧‍👦voirieé…".contains($0) })
    #expect(snippet.text.unicodeScalars.count <= 64)
    #expect(!snippet.highlights.isEmpty)
  }

  @Test("random texts: borders, length and words hold", arguments: [11, 12, 13] as [UInt64])
  func random(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "voirie", "l'éclairage", "Marché", "public", "réseaux", ". ", "\n", " ", "  ", "e\u{301}", "👩‍👧", "漢字",
      "-",
      "…", "« ", " »", "S.A.", "\u{AD}", "’", "et", "\u{301}", "\t", "1", "! ", "œuvre", "\r\n",
    ]
    let query = ["voirie", "éclairage", "œuvre"].flatMap { terms($0) }
    let highlighter = Highlighter(
      language: .french, words: query, prefixes: [Array("res".utf8)], phrases: [terms("marché public")])
    let analyzer = TextAnalyzer(language: .french)
    var found = 0
    for _ in 0..<250 {
      var text = ""
      for _ in 0..<generator.number(0...90) {
        text += generator.pick(pieces)
        if generator.oneIn(2) { text += " " }
      }
      let length = generator.number(16...120)
      let snippet = highlighter.snippet(of: text, length: length)
      #expect(snippet.text.unicodeScalars.count <= length, "seed \(seed): \(text)")
      #expect(!snippet.text.contains("\u{FFFD}") && !snippet.text.contains("\n"), "seed \(seed): \(text)")
      let all = highlighter.highlights(in: text)
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
      #expect(snippet.highlights.isEmpty == all.isEmpty, "seed \(seed): \(text)")
      for word in parts(snippet.text, snippet.highlights) {
        let forms = analyzer.tokens(of: word)
        let known = forms.contains { form in
          query.contains(Array(form.utf8)) || form.hasPrefix("res") || form == "march"
        }
        #expect(known, "seed \(seed): \(word) of \(text)")
        found += 1
      }
    }
    #expect(found > 200)
  }
}
