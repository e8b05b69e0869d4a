import PasserelleCore
import Testing

@testable import PasserelleSPARQL

@Suite struct RequiredTextsTests {
  /// The clauses of a filter, as `a|b & c`, after the variable; `*` where it sees all terms.
  private func required(_ filter: String) throws -> String {
    let query = try SPARQLParser.query("SELECT * { ?x ?y ?z FILTER(\(filter)) }")
    guard case .filter(let filters, _) = Algebra(query).innermostFilter, let found = RequiredTexts(filters[0])
    else {
      return "-"
    }
    let clauses = found.clauses.map { clause in
      clause.map { part in
        switch part.place {
        case .anywhere: part.text
        case .beginning: "^" + part.text
        case .end: part.text + "$"
        }
      }.joined(separator: "|")
    }
    return found.variable + (found.seesAllTerms ? "*" : "") + ": " + clauses.joined(separator: " & ")
  }

  @Test(arguments: [
    ("CONTAINS(?x, \"éclairage public\")", "x: éclairage public"),
    ("CONTAINS(LCASE(STR(?x)), \"public\")", "x*: public"), ("STRSTARTS(?x, \"abc\")", "x: ^abc"),
    ("STRENDS(STR(?x), \"abc\")", "x*: abc$"), ("CONTAINS(UCASE(?x), \"ABC\")", "-"),
    ("CONTAINS(?x, \"ab\")", "-"),
    ("CONTAINS(?x, ?y)", "-"), ("CONTAINS(?x, \"abc\") && CONTAINS(?x, \"def\")", "x: abc & def"),
    ("CONTAINS(?x, \"abc\") || CONTAINS(?x, \"def\")", "x: abc|def"),
    ("CONTAINS(?x, \"abc\") || CONTAINS(?y, \"def\")", "-"), ("CONTAINS(?x, \"abc\") || ?y = 1", "-"),
    ("CONTAINS(?x, \"abc\") && ?y = 1", "x: abc"), ("!CONTAINS(?x, \"abc\")", "-"),
    ("CONTAINS(LCASE(?x), \"λόγος πόλις\")", "x: λόγο &  πόλι"),
  ]) func functionsRequireTheirTexts(_ filter: String, _ expected: String) throws {
    #expect(try required(filter) == expected)
  }

  @Test(arguments: [
    (
      "(rénovation|réhabilitation|extension).*(école|collège|lycée)",
      "rénovation|réhabilitation|exten & école|collège|lycée"
    ),
    ("abc", "abc"), ("^abc$", "abc"), ("a.c", "-"), ("abcd?efg", "abc & efg"), ("abc+def", "abc & def"),
    ("abc*def", "def"), ("(abc)?def", "def"), ("(abc|d)", "-"), ("(abc|def)+x", "abc|def"),
    ("[abc]def", "def"),
    ("[^]]def", "-"), ("\\\\d{2}abc", "abc"), ("abc\\\\.def", "abc.def"), ("(?i)abc", "-"),
    ("abc{0}def", "def"),
    ("abc|def", "abc|def"), ("abc|", "-"), ("(abc(def|ghi)x)", "abc & def|ghi"), ("\\\\p{L}abc", "-"),
    ("(abc)\\\\1", "-"), ("abc{1,2}?def", "def"),
  ]) func patternsRequireWhatEveryMatchHolds(_ pattern: String, _ expected: String) throws {
    #expect(try required("REGEX(?x, \"\(pattern)\", \"i\")") == (expected == "-" ? "-" : "x: " + expected))
  }

  @Test func lettersThatMeetOthersInSomeCaseAreLeftOut() throws {
    #expect(try required("REGEX(?x, \"maisons\", \"i\")") == "x: mai")
    #expect(try required("REGEX(?x, \"maisons\")") == "x: maisons")
    #expect(try required("REGEX(?x, \"a.c|d\", \"q\")") == "x: a.c|d")
  }
}

extension Algebra {
  /// The first filter on the way down.
  fileprivate var innermostFilter: Algebra {
    switch self {
    case .project(let inner, _), .distinct(let inner), .slice(let inner, _, _): inner.innermostFilter
    default: self
    }
  }
}
