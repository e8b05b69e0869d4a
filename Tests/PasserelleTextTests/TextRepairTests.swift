import PasserelleTestSupport
import PasserelleText
import Testing

@Suite("Text repair")
struct TextRepairTests {
  @Test("replacement characters are counted")
  func replacementCharacters() {
    #expect(TextRepair.replacementCharacterCount(in: "march\u{FFFD} \u{FFFD}\u{FFFD}") == 3)
    #expect(TextRepair.replacementCharacterCount(in: "marché ￼") == 0)
    #expect(TextRepair.replacementCharacterCount(in: "") == 0)
  }

  static let cleaned: [(String, String)] = [
    ("Lot 1<br />Lot 2", "Lot 1 Lot 2"), ("<p class=\"x>y\">Texte</p>", "Texte"), ("m<sup>2</sup>", "m2"),
    ("<B>T</B>ravaux", "Travaux"), ("<o:p></o:p>fin", "fin"), ("a<!-- x > y -->b", "a b"),
    ("<script>var a = '<p>';</script>ok", "ok"), ("Eau &amp; gaz", "Eau & gaz"), ("&lt;br/&gt;fin", "fin"),
    ("l&#039;eau &#xE9; &#146;", "l'eau é ’"),
    ("d&eacute;chets&nbsp;: &quot;x&quot; &apos;", "déchets : \"x\" '"),
    ("  a \t\n b\u{A0}\u{202F}c ", "a b c"), ("&amp;amp;eacute;", "é"), ("<p>", ""),
  ]

  @Test("cleaned", arguments: cleaned)
  func clean(_ text: String, _ result: String) {
    #expect(TextRepair.cleaned(text) == result)
    #expect(TextRepair.cleaned(result) == nil)
  }

  @Test(
    "unchanged texts give nil",
    arguments: [
      "", "Travaux", "prix < 100 et > 50", "<nom du site>", "a<b et c>d", "AT&T", "R&D ; x",
      "&unknown; &#0; &#xD800; &#;",
      "<p", "<a href=\"", "&#+5;", "écrire à <a.b@c.fr>", "<http://x.fr>",
    ])
  func unchanged(_ text: String) {
    #expect(TextRepair.cleaned(text) == nil)
  }

  @Test("hostile markup costs linear time and never crashes")
  func hostile() {
    for piece in ["<", "<a b=\"", "<!--", "<script>", "&", "&amp;", "&#", "<p "] {
      _ = TextRepair.cleaned(String(repeating: piece, count: 3_000))
    }
    var generator = SeededGenerator(seed: 61)
    let pieces = [
      "<", ">", "/", "p", "br", " ", "=", "\"", "&", "amp;", "#", "x41;", "é", "!--", "-->", "script", "'",
    ]
    for _ in 0..<2_000 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      _ = TextRepair.cleaned(text)
    }
  }
}
