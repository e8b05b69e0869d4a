import PasserelleCore
import PasserelleIndex
import Testing

@Suite struct QueryLanguageTests {
  /// What is written, and its canonical text.
  @Test(arguments: [
    ("éclairage public", "éclairage public"),
    ("  éclairage\u{A0}public\n", "éclairage public"),
    ("a ET b AND c", "a b c"),
    ("a OU b OR c | d", "a OU b OU c OU d"),
    ("a|b||c", "a OU b OU c"),
    ("a b OU c d", "a b OU c d"),
    ("a (b OU c) d", "a (b OU c) d"),
    ("a（b OU c）", "a (b OU c)"),
    ("(a b) OU c", "a b OU c"),
    ("(a OU b) OU (c | d e)", "(a OU b) OU (c OU d e)"),
    ("((a)) (b (c d))", "a (b (c d))"),
    ("ou et sauf or and not", "ou et sauf or and not"),
    ("a -b", "a -b"),
    ("a SAUF b", "a -b"),
    ("a ET NOT b", "a -b"),
    ("a OU SAUF b", "a OU -b"),
    ("NOT(a OU b)", "-(a OU b)"),
    ("NOT -a", "-(-a)"),
    ("-a -\"b c\" -titre:d -(e OU f)", "-a -\"b c\" -titre:d -(e OU f)"),
    ("éco-quartier BP-2019 2018-2019", "éco-quartier BP-2019 2018-2019"),
    ("marché - travaux", "marché travaux"),
    ("-- a --b +-c", "a b c"),
    ("+a +\"b c\"", "a \"b c\""),
    ("C++ Dupont & Fils, 50 %", "C++ Dupont Fils, 50"),
    ("« eau potable » “gaz naturel” ”feu” „bois”", "\"eau potable\" \"gaz naturel\" \"feu\" \"bois\""),
    ("«\u{202F}le \"plan eau\"\u{202F}»", "« le \"plan eau\" »"),
    ("\"eau  \n potable\"~3", "\"eau potable\"~3"),
    ("\"a b\"~0 \"OU\"", "\"a b\" \"OU\""),
    ("écl* \"a\"", "écl* \"a\""),
    ("eau~ voirie~ gaz~2", "eau~1 voirie~2 gaz~2"),
    ("~100 10~x", "100 10~x"),
    ("12:30 1:50 2: https://a.fr/b?c=*d~1", "12:30 1:50 2: https://a.fr/b?c=*d~1"),
    (": :a ?", "a"),
    ("marché(s) agent(e)s travaux(s)x a(b)", "marché agent travaux s x a b"),
    ("* a", "a"),
  ])
  func writtenAndCanonical(written: String, canonical: String) throws {
    let parsed = try QueryLanguage.parse(written)
    #expect(parsed.description == canonical)
    #expect(try QueryLanguage.parse(canonical) == parsed)
  }

  @Test func theTreeSaysWhatBindsTighter() throws {
    func word(_ text: String) -> QueryNode { QueryNode(.text(.word(text), in: nil)) }
    let parsed = try QueryLanguage.parse("a b OU -c")
    let expected = QueryNode(
      .any([QueryNode(.all([word("a"), word("b")])), QueryNode(.not(word("c")))]))
    #expect(parsed == ParsedQuery(expected))
    #expect(parsed != ParsedQuery(QueryNode(.all([word("a"), word("b")]))))
  }

  @Test func textsKeepTheirForm() throws {
    let parsed = try QueryLanguage.parse("titre:(écl* OU \"a b\"~2 OU gaz~1 OU eau)")
    guard case .any(let nodes) = parsed.root.form else {
      Issue.record("\(parsed.root.form)")
      return
    }
    let texts: [QueryText] = [
      .prefix("écl"), .phrase("a b", slop: 2), .fuzzy("gaz", distance: 1), .word("eau"),
    ]
    #expect(nodes.map(\.form) == texts.map { .text($0, in: .title) })
  }

  /// Characters are what a reader sees; a flag, an accent written apart and an ideogram are one each.
  @Test func rangesCountCharactersAndBytes() throws {
    let query = "🇫🇷x e\u{301}t -titre:(山 OU \"b\")"
    let parsed = try QueryLanguage.parse(query)
    guard case .all(let nodes) = parsed.root.form else {
      Issue.record("\(parsed.root.form)")
      return
    }
    let written = nodes.map { node -> [String] in
      let characters = Array(query)[node.range.characters]
      let bytes = Array(query.utf8)[node.range.utf8]
      return [String(characters), String(decoding: bytes, as: UTF8.self)]
    }
    let expected = ["🇫🇷x", "e\u{301}t", "-titre:(山 OU \"b\")"]
    #expect(written == expected.map { [$0, $0] })
    #expect(parsed.root.range.characters == 0..<query.count)
    #expect(parsed.root.range.utf8 == 0..<query.utf8.count)
  }

  @Test func equalityIgnoresPlacesOnly() throws {
    let one = try QueryLanguage.parse("a (b OU c)")
    let two = try QueryLanguage.parse("a   ( b | c )")
    #expect(one == two && one.hashValue == two.hashValue)
    #expect(try QueryLanguage.parse("a b OU c") != one)
  }
}
