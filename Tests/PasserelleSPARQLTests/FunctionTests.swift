import PasserelleCore
import PasserelleSPARQL
import Testing

@Suite struct FunctionTests {
  @Test(arguments: [
    ("STRLEN(\"é😀\")", "2 integer"), ("SUBSTR(\"motor car\", 6)", "\" car\""),
    ("SUBSTR(\"12345\", 1.5, 2.6)", "\"234\""),
    ("SUBSTR(\"12345\", 0, 3)", "\"12\""), ("SUBSTR(\"12345\", -42, 1e308)", "\"12345\""),
    ("SUBSTR(\"chat\"@fr, 2)", "\"hat\"@fr"), ("UCASE(\"été\"@fr)", "\"ÉTÉ\"@fr"),
    ("CONTAINS(\"abc\"@en, \"b\"@fr)", "-"),
    ("CONTAINS(\"abc\"@en, \"b\")", "true boolean"), ("STRBEFORE(\"abc\"@en, \"b\")", "\"a\"@en"),
    ("STRBEFORE(\"abc\"@en, \"z\")", "\"\""), ("STRAFTER(\"abc\"@en, \"\")", "\"abc\"@en"),
    ("STRENDS(\"abc\", \"bc\")", "true boolean"),
    ("CONCAT(\"a\"@en, \"b\"@en)", "\"ab\"@en"), ("CONCAT(\"a\"@en, \"b\")", "\"ab\""), ("CONCAT(1)", "-"),
    ("ENCODE_FOR_URI(\"Nîmes/30\")", "\"N%C3%AEmes%2F30\""),
    ("LANGMATCHES(\"fr-BE\", \"FR\")", "true boolean"),
    ("LANGMATCHES(\"\", \"*\")", "false boolean"), ("LANG(1)", "\"\""),
    ("DATATYPE(\"a\"@fr)", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>"),
    ("STR(BNODE())", "-"), ("IRI(\"x\")", "<http://e/x>"), ("STRDT(\"1\"@fr, xsd:integer)", "-"),
    ("STRLANG(\"a\", \"FR\")", "\"a\"@fr"),
    ("ROUND(2.5)", "3 decimal"), ("ROUND(-2.5)", "-2 decimal"), ("CEIL(-1.5e0)", "-1.0E0 double"),
    ("FLOOR(-1.5)", "-2 decimal"),
    ("ABS(-3)", "3 integer"), ("SECONDS(\"2024-01-01T00:00:01.50Z\"^^xsd:dateTime)", "1.5 decimal"),
    ("TIMEZONE(\"2024-01-01T00:00:00-08:00\"^^xsd:dateTime)", "-PT8H dayTimeDuration"),
    ("TZ(NOW())", "\"Z\""),
    ("TIMEZONE(\"2024-01-01T00:00:00\"^^xsd:dateTime)", "-"),
    ("YEAR(\"2024-05-06\"^^xsd:date)", "2024 integer"),
    ("MD5(\"abc\")", "\"900150983cd24fb0d6963f7d28e17f72\""), ("MD5(\"abc\"@en)", "-"),
    ("COALESCE(1/0, 2)", "2 integer"),
    ("IF(1/0, 1, 2)", "-"), ("IF(\"\", 1, 2)", "2 integer"), ("2 IN (1/0, 2)", "true boolean"),
    ("2 IN (1/0, 3)", "-"),
    ("2 NOT IN ()", "true boolean"), ("true || 1/0", "true boolean"), ("1/0 && false", "false boolean"),
    ("1/0 || false", "-"),
    ("ISNUMERIC(\"x\"^^xsd:integer)", "false boolean"), ("!\"x\"^^xsd:integer", "true boolean"), ("!:a", "-"),
    ("SAMETERM(1, 1.0)", "false boolean"),
  ])
  func calls(_ expression: String, _ expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test(arguments: [
    ("\"Métropole\"", "^mé", "i", "true boolean"), ("\"abc\"", "b.", "", "true boolean"),
    ("\"a\\nb\"", "a.b", "", "false boolean"),
    ("\"a\\nb\"", "a.b", "s", "true boolean"), ("\"a\\nb\"", "^b$", "m", "true boolean"),
    ("\"ab\"", "a b", "x", "true boolean"),
    ("\"a.b\"", "a.b", "q", "true boolean"), ("\"axb\"", "a.b", "q", "false boolean"),
    ("\"b\"", "[a-z-[aeiou]]", "", "true boolean"),
    ("\"e\"", "[a-z-[aeiou]]", "", "false boolean"), ("\"é:1\"", "^\\\\i\\\\c+$", "", "true boolean"),
    ("\"a\"", "(", "", "-"),
    ("\"a\"", "a", "z", "-"), ("\"a\\n\"", "a$", "", "false boolean"),
    ("\"٣\"", "^\\\\d$", "", "true boolean"),
  ])
  func regularExpressions(_ text: String, _ pattern: String, _ flags: String, _ expected: String) throws {
    #expect(try value("REGEX(\(text), \"\(pattern)\", \"\(flags)\")") == expected)
  }

  @Test func replacements() throws {
    #expect(try value("REPLACE(\"abracadabra\", \"a(.)\", \"a$1$1\")") == "\"abbraccaddabbra\"")
    #expect(try value("REPLACE(\"darted\"@en, \"^(.*?)d(.*)$\", \"$1c$2\")") == "\"carted\"@en")
    #expect(try value("REPLACE(\"abc\", \"b\", \"\\\\$\")") == "\"a$c\"")
    #expect(try value("REPLACE(\"abc\", \".*?\", \"$1\")") == "-")
    #expect(try value("REPLACE(\"abc\", \"b\", \"$\")") == "-")
    #expect(try value("REPLACE(\"abc\", \"(b)\", \"[$12]\")") == "\"a[b2]c\"")
  }

  @Test func costlyPatternsAreRefused() throws {
    let text = String(repeating: "a", count: 40)
    let error = #expect(throws: PasserelleError.self) { try value("REGEX(\"\(text)!\", \"^(a+)+$\")") }
    #expect(error?.code == .sparqlLimit)
  }

  @Test func runsAreReproducible() throws {
    let query = "SELECT (RAND() AS ?r) (UUID() AS ?u) (NOW() AS ?n) {}"
    #expect(try rows(query) == rows(query))
    var other = testContext
    other.seed = 8
    #expect(try rows(query) != rows(query, over: MemoryDataset(), other))
    #expect(try value("STRLEN(STRUUID())") == "36 integer")
    #expect(
      try value("REGEX(STRUUID(), \"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$\")")
        == "true boolean")
  }

  @Test func blankNodesOfOneTextAreOneInASolution() throws {
    let data = try dataset("INSERT DATA { :a :p 1 . :b :p 2 }")
    let query =
      "SELECT (SAMETERM(?x, ?y) AS ?same) ?x { ?s :p ?o BIND(BNODE(\"l\") AS ?x) BIND(BNODE(\"l\") AS ?y) }"
    guard case .solutions(let table) = try evaluate(query, over: data) else { return }
    #expect(table.rows.map { $0[0] } == [.boolean(true), .boolean(true)])
    #expect(table.rows[0][1] != table.rows[1][1])
  }
}
