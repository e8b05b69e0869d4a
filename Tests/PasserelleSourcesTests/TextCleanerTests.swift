import Testing

@testable import PasserelleSources

@Suite("Cleaning texts")
struct TextCleanerTests {
  /// What the look at the bytes takes for clean is what thorough cleaning leaves as it is.
  @Test func cleanTextsAreToldByTheirBytes() {
    let pieces = [
      "mot", "é", "’", "“", "–", "…", " ", "  ", "\t", "\n", "\r\n", "\u{A0}", "\u{85}", "\u{80}", "\u{2003}",
      "\u{2028}", "\u{202F}", "\u{205F}", "\u{2060}", "\u{1680}", "\u{3000}", "\u{FEFF}", "\u{FFFD}",
      "\u{FFFE}",
      "\u{7F}", "\u{1}", "<", "<b>", "&", "&amp;", "@", "a@b.fr", "01 23 45 67 89", "12345678", "+33", "[…]",
      "[", "]",
      "…]", "𝄞", "日本", ".", "x",
    ]
    var state: UInt64 = 11
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<4000 {
      let text = (0..<next(5)).map { _ in pieces[next(pieces.count)] }.joined()
      let (fast, thorough) = (TextCleaner.clean(text), TextCleaner.cleanedThoroughly(text))
      #expect(
        fast.map { Array($0.text.utf8) } == thorough.map { Array($0.text.utf8) }, "\(text.debugDescription)")
      #expect(fast?.findings == thorough?.findings, "\(text.debugDescription)")
    }
  }
}
