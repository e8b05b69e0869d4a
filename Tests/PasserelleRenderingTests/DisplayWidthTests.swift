import PasserelleRendering
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Évian", 5), ("E\u{301}vian", 5), ("œuvre", 5), ("1\u{202F}234", 5),
    ("東京", 4), ("ｆｕｌｌ", 8), ("ﾊﾝ", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("서울市", 6),
    ("🇫🇷", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("❤️", 2), ("©", 1), ("a\u{200B}b", 2), ("اللغة", 5),
    ("Дакар", 5), ("bell\u{7}", 4), ("a\u{AD}b", 3),
  ])
  func countsColumns(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func cutsAtTheWidth() {
    #expect(DisplayWidth.truncated("Métropole de Lyon", to: 12) == "Métropole d…")
    #expect(DisplayWidth.truncated("Métropole de Lyon", to: 13) == "Métropole de…")
    #expect(DisplayWidth.truncated("Métropole de Lyon", to: 14) == "Métropole de…")
    #expect(DisplayWidth.truncated("Lyon", to: 4) == "Lyon")
    #expect(DisplayWidth.truncated("東京都庁", to: 6) == "東京…")
    #expect(DisplayWidth.truncated("Lyon", to: 2, mark: "...") == "Ly")
    #expect(DisplayWidth.truncated("Lyon", to: 0).isEmpty)
  }

  @Test func neverExceedsTheWidth() {
    let texts = ["Métropole Européenne de Lille", "東京 Tokyo 🇯🇵 ville", "E\u{301}E\u{301}E\u{301}", "👍🏽👍🏽👍🏽"]
    for text in texts {
      for width in 0..<32 {
        #expect(DisplayWidth.of(DisplayWidth.truncated(text, to: width)) <= width)
        #expect(text.hasPrefix(DisplayWidth.prefix(text, width: width)))
      }
    }
  }
}
