import PasserelleRendering
import Testing

struct TextWrapTests {
  @Test func breaksAtSpaces() {
    #expect(
      TextWrap.wrap("La commune de Lyon n'est pas la Métropole de Lyon.", width: 20)
        == ["La commune de Lyon", "n'est pas la", "Métropole de Lyon."])
    #expect(TextWrap.wrap("un deux trois", width: 8, indent: 2) == ["  un", "  deux", "  trois"])
    #expect(TextWrap.wrap("un deux trois", width: 9, indent: 4, firstIndent: 0) == ["un deux", "    trois"])
    #expect(
      TextWrap.wrap("1\u{202F}234,56\u{A0}€ hors taxe", width: 12) == ["1\u{202F}234,56\u{A0}€", "hors taxe"])
  }

  @Test func keepsLineBreaks() {
    #expect(TextWrap.wrap("a\n\nb", width: 10) == ["a", "", "b"])
    #expect(TextWrap.wrap("", width: 10) == [""])
    #expect(TextWrap.wrap("a   b  ", width: 10, indent: 1) == [" a b"])
  }

  @Test func hangsWhatBeginsWithSpaces() {
    #expect(TextWrap.wrap("  - un deux", width: 8, indent: 4) == ["  - un", "    deux"])
    #expect(TextWrap.wrap("a\n  - b c", width: 6, indent: 4) == ["    a", "  - b", "    c"])
    #expect(TextWrap.wrap("  - un", width: 8, indent: 4, firstIndent: 0) == ["- un"])
  }

  @Test func cutsLongWords() {
    #expect(
      TextWrap.wrap("anticonstitutionnellement oui", width: 10) == ["anticonsti", "tutionnell", "ement oui"])
    #expect(TextWrap.wrap("東京都庁", width: 5) == ["東京", "都庁"])
    #expect(TextWrap.wrap("東", width: 1) == ["東"])
  }

  @Test func linesFit() {
    let text = "Démonstrateur de 双子 numériques à Évian-les-Bains, anticonstitutionnellement 👩‍👩‍👧 partagé"
    for width in 6..<90 {
      let lines = TextWrap.wrap(text, width: width, indent: 2)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width && !$0.hasSuffix(" ") })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
