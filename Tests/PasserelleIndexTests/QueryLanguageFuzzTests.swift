import PasserelleCore
import PasserelleIndex
import PasserelleTestSupport
import Testing

/// Random texts never crash the reading, and what is read prints to a text that reads the same.
@Suite struct QueryLanguageFuzzTests {
  private static let pieces = [
    "a", "eau", "é", "OU", "ET", "SAUF", "NOT", "OR", "AND", "|", "-", "--", "+", "(", ")", "(s)", "\"", "«",
    "»", "“", "”", "*", "~", "~1", "~2", "~3", ":", "：", " : ", " ", " ", " ", "\u{A0}", "\n", "\u{301}",
    "titre:", "lieu:", "montant:", "date:", "cpv:", "nature:", "langue:", "contient:", "id:", "code:",
    "theme:", "demo:", "montant", "titre", "69", "2018", "2018-05", "45310000-3", "100 000", "k", "M€", "..",
    "…", ">", ">=", "<", "≤", "=", ",", ".", "1,5M", "0,001125k", "marché", "oui", "fr", "http://", "12:30",
    "山", "🇫🇷", "\u{200B}", "\u{600}", "\\", "/", "'", "&",
  ]

  @Test(arguments: [1, 2] as [UInt64]) func piecesOfTheGrammar(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var read = 0
    for _ in 0..<1500 {
      var text = ""
      for _ in 0..<random.number(1...14) { text += random.pick(Self.pieces) }
      if roundTrips(text, seed) { read += 1 }
    }
    #expect(read > 150)
  }

  /// Queries that are right for the most part, made of whole operands.
  @Test(arguments: [5, 6] as [UInt64]) func wholeOperands(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var read = 0
    for _ in 0..<700 where roundTrips(Self.query(&random, depth: 3), seed) { read += 1 }
    #expect(read > 500)
  }

  @Test(arguments: [7, 8] as [UInt64]) func anyUnicode(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var read = 0
    for _ in 0..<1500 {
      let text =
        random.oneIn(2) ? random.text(0...40) : "titre:(\(random.text(0...8)) OU \(random.text(0...8)))"
      if roundTrips(text, seed) { read += 1 }
    }
    #expect(read > 100)
  }

  /// Whether a text reads; records an issue where its canonical text reads as something else.
  private func roundTrips(_ text: String, _ seed: UInt64) -> Bool {
    let parsed: ParsedQuery
    do {
      parsed = try QueryLanguage.parse(text)
    } catch {
      let place = error.range.characters
      if place.upperBound > text.count || error.range.utf8.upperBound > text.utf8.count {
        Issue.record("seed \(seed): the place \(place) is outside of \(text.debugDescription)")
      }
      if error.message.french.isEmpty { Issue.record("seed \(seed): no message") }
      return false
    }
    let canonical = parsed.description
    let again = try? QueryLanguage.parse(canonical)
    if again != parsed || again?.description != canonical {
      Issue.record("seed \(seed): \(text.debugDescription) → \(canonical.debugDescription) → \(again as Any)")
    }
    checkRanges(parsed.root, inside: parsed.root.range, text)
    return true
  }

  /// Parts lie inside their whole, in order.
  private func checkRanges(_ node: QueryNode, inside whole: QuerySourceRange, _ text: String) {
    let isInside =
      whole.utf8.contains(node.range.utf8.lowerBound) && node.range.utf8.upperBound <= whole.utf8.upperBound
      && node.range.characters.upperBound <= whole.characters.upperBound && !node.range.characters.isEmpty
    if !isInside { Issue.record("\(node) of \(text.debugDescription) lies outside: \(node.range) \(whole)") }
    switch node.form {
    case .not(let inner): checkRanges(inner, inside: node.range, text)
    case .all(let parts), .any(let parts):
      if parts.count < 2 { Issue.record("\(text.debugDescription) has a group of one") }
      for part in parts { checkRanges(part, inside: node.range, text) }
    case .text, .condition: break
    }
  }

  private static func query(_ random: inout SeededGenerator, depth: Int) -> String {
    var text = operand(&random, depth: depth)
    for _ in 0..<random.number(0...3) {
      text += random.pick([" ", " ", " ", " OU ", " ET ", " | ", " SAUF "]) + operand(&random, depth: depth)
    }
    return text
  }

  private static func operand(_ random: inout SeededGenerator, depth: Int) -> String {
    let sign = random.pick(["", "", "", "-", "+"])
    if depth > 0, random.oneIn(4) {
      let field = random.pick(["", "", "titre:", "lieu:"])
      if field.isEmpty { return sign + "(" + query(&random, depth: depth - 1) + ")" }
      return sign + field + "(gaz OU -\"eau potable\"~2 (écl* OU 69))"
    }
    return sign
      + random.pick([
        "eau", "éco-quartier", "écl*", "voirie~", "\"eau potable\"", "« plan \"eau\" »~4", "titre:gaz",
        "lieu:69", "date:>=2018", "montant:100..1,5M", "montant : \"100 000 €\"", "cpv:(45* OU 71000000*)",
        "nature:marchés", "contient:\" x \"", "id:http://a.fr/b", "12:30", "marché(s)", "NOTE", "demo:oui",
        "206", "M€", "montant", "titre",
      ])
  }
}
