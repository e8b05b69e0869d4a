import PasserelleCore
import PasserelleIndex
import Testing

@Suite struct QueryLanguageErrorTests {
  /// What is written, what is wrong with it, and where, in characters from 1.
  @Test(
    arguments: [
      ("", .nothingToLookFor, 1), ("  ", .nothingToLookFor, 3), ("- , *", .nothingToLookFor, 6),
      ("a \"b", .unclosedQuote, 3), ("« a \"", .unclosedQuote, 1), ("a » b", .strayQuote, 3),
      ("a \" . \"", .emptyQuotes, 3), ("titre:\"\"", .emptyQuotes, 7), ("id:\" \"", .emptyQuotes, 4),
      ("é\u{301}山 (b OU c", .unclosedParenthesis, 4), ("titre:(a", .unclosedParenthesis, 7),
      ("a) b", .strayParenthesis, 2), ("a ( - )", .emptyGroup, 3), ("titre:()", .emptyGroup, 7),
      ("a OU", .operatorWithoutOperand("OU"), 3), ("OR a", .operatorWithoutOperand("OR"), 1),
      ("a | | b", .operatorWithoutOperand("|"), 5), ("a OU ET b", .operatorWithoutOperand("ET"), 6),
      ("a ET", .operatorWithoutOperand("ET"), 3), ("a ET ET b", .operatorWithoutOperand("ET"), 6),
      ("(OU a)", .operatorWithoutOperand("OU"), 2), ("(a SAUF) b", .operatorWithoutOperand("SAUF"), 4),
      ("NOT", .operatorWithoutOperand("NOT"), 1), ("-OU", .operatorWithoutOperand("OU"), 2),
      ("a :ET b", .operatorWithoutOperand("ET"), 4),
      ("a titr:b", .unknownField("titr", nearest: "titre"), 3),
      ("bayer:b", .unknownField("bayer", nearest: "buyer"), 1),
      ("Anees: 2018", .unknownField("Anees", nearest: "année"), 1),
      ("titre:", .missingValue(.title), 1), ("titre: )", .missingValue(.title), 1),
      ("a buyer:OU b", .missingValue(.buyer), 3), ("montant:>", .missingValue(.amount), 1),
      ("titre:*", .missingValue(.title), 1), ("cpv: |", .missingValue(.cpv), 1),
      ("titre:texte:b", .nestedField("texte"), 7), ("titre:(a lieu:b)", .nestedField("lieu"), 10),
      ("id:a(b)", .valueNotSeparated, 5), ("date:\"2018\"..2019", .valueNotSeparated, 12),
      ("a b*c", .wildcardInside, 4), ("*a", .wildcardInside, 1), ("ab*~1", .wildcardInside, 3),
      ("x a*", .prefixTooShort, 3), ("titre:é*", .prefixTooShort, 7),
      ("mot~3", .fuzzyDistance, 4), ("mot~0", .fuzzyDistance, 4),
      ("mot~99999999999999999999", .fuzzyDistance, 4),
      ("\"a b\"~51", .phraseSlop, 6), ("\"a b\"~", .phraseSlop, 6),
      ("date:2018-13", .badDate("2018-13"), 6), ("date:31/02/2018", .badDate("31/02/2018"), 6),
      ("date:2018-2019", .badDate("2018-2019"), 6), ("date:..a", .badDate("..a"), 6),
      ("date:>", .missingValue(.date), 1), ("date:>2018..2019", .badDate(">2018..2019"), 6),
      ("date:18", .badDate("18"), 6), ("date:><2018", .badDate("><2018"), 6),
      ("montant:abc", .badAmount("abc"), 9), ("montant:-5", .badAmount("-5"), 9),
      ("montant:1.500", .badAmount("1.500"), 9), ("montant:1.500.000", .badAmount("1.500.000"), 9),
      ("montant:1e5", .badAmount("1e5"), 9), ("montant:10000000Md", .badAmount("10000000Md"), 9),
      ("montant:100 000", .spacedAmount, 9), ("montant:1,5 M€", .spacedAmount, 9),
      ("date:2019..2018", .reversedRange, 6), ("montant:2k..1k", .reversedRange, 9),
      ("cpv:4", .badCPV("4"), 5), ("cpv:453100001", .badCPV("453100001"), 5), ("cpv:4x", .badCPV("4x"), 5),
      ("cpv:01*", .badCPV("01*"), 5), ("cpv:45310000-33", .badCPV("45310000-33"), 5),
      ("cpv:4531-3", .badCPV("4531-3"), 5), ("cpv:4*5", .badCPV("4*5"), 5),
      ("nature:voirie", .unknownKind("voirie"), 8), ("langue:klingon", .unknownLanguage("klingon"), 8),
      ("demo:peut-être", .unknownAnswer("peut-être"), 6),
    ] as [(String, QuerySyntaxError.Fault, Int)])
  func faults(written: String, fault: QuerySyntaxError.Fault, column: Int) {
    let error = Self.error(of: written)
    #expect(error?.fault == fault, "\(written)")
    #expect(error?.column == column, "\(written)")
    for language in MessageLanguage.allCases {
      let lines = error?.message[language].split(separator: "\n") ?? []
      guard lines.count == 4 else {
        #expect(lines.count == 2 && written.allSatisfy(\.isWhitespace), "\(written): \(lines)")
        continue
      }
      #expect(lines[1] == "  " + written)
      #expect(lines[2].count == column + 2 && lines[2].last == "^", "\(lines)")
    }
  }

  @Test func theMessageShowsThePlaceAndTheRemedy() throws {
    let error = try #require(Self.error(of: "voirie titr:eau"))
    #expect(
      error.message.french == """
        « titr » n'est pas un champ.
          voirie titr:eau
                 ^
        Vouliez-vous dire titre: ? Pour chercher ces mots, mettez une espace à la place du deux-points, \
        ou des guillemets.
        """)
    #expect(
      error.message.english == """
        'titr' is not a field.
          voirie titr:eau
                 ^
        Did you mean titre: ? To look for these words, put a space instead of the colon, or quotes.
        """)
    #expect(error.passerelleError.code == .queryInvalid)
    #expect(error.passerelleError.message == error.message)
  }

  /// An ideogram is as wide as the blank under it; controls take one place.
  @Test func theCaretStandsUnderItsCharacter() throws {
    let error = try #require(Self.error(of: "山e\u{301}\t\u{202E}("))
    let lines = error.message.english.split(separator: "\n")
    #expect(lines[1] == "  山e\u{301}  (")
    #expect(lines[2] == "  \u{3000}   ^")
  }

  @Test func longQueriesAreShownAroundThePlace() throws {
    let words = String(repeating: "mot ", count: 100)
    let error = try #require(Self.error(of: words + "(a " + words))
    let lines = error.message.english.split(separator: "\n")
    #expect(lines.count == 4 && lines[1].count < 80)
    #expect(lines[1].dropFirst(lines[2].count - 1).first == "(")
    #expect(lines[1].hasPrefix("  …") && lines[1].hasSuffix("…"))
  }

  @Test func lengthAndDepthHaveLimits() throws {
    let longest = String(repeating: "é", count: QueryLanguage.maximumLength)
    #expect(Self.error(of: longest) == nil)
    #expect(Self.error(of: longest + "éé")?.fault == .tooLong)
    #expect(Self.error(of: longest + "éé")?.column == QueryLanguage.maximumLength + 1)
    #expect(Self.error(of: String(repeating: "a\u{301}\u{302}", count: 20_000))?.fault == .tooLong)
    #expect(Self.error(of: "a" + String(repeating: "\u{301}", count: 100_000))?.fault == .tooLong)
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    }
    #expect(Self.error(of: nested(50)) == nil)
    #expect(Self.error(of: nested(51))?.fault == .tooDeep)
    #expect(Self.error(of: nested(51))?.column == 51)
    #expect(Self.error(of: String(repeating: "(", count: 9000))?.fault == .tooDeep)
    #expect(Self.error(of: String(repeating: "NOT ", count: 2000) + "a")?.fault == .tooDeep)
    #expect(Self.error(of: String(repeating: "-", count: 9000) + "a") == nil)
  }

  private static func error(of query: String) -> QuerySyntaxError? {
    do {
      _ = try QueryLanguage.parse(query)
      return nil
    } catch {
      return error
    }
  }
}
