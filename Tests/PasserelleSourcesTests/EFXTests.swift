import PasserelleCore
import PasserelleXML
import Testing

@testable import PasserelleSources

@Suite("EFX, the language of conditions")
struct EFXTests {
  private static let notice = """
    <N><Kind>16</Kind>
    <Lot><ID schemeName="Lot">L1</ID><Type>open</Type><From>2024-01-31Z</From><To>2024-03-01+01:00</To>
      <Sum currencyID="EUR">10.50</Sum><Sum currencyID="EUR">0.5</Sum><Yes>true</Yes><Time unitCode="MONTH">49</Time></Lot>
    <Lot><ID schemeName="Lot">L2</ID><Type>none</Type><Sum currencyID="USD">3</Sum><Yes>false</Yes></Lot>
    </N>
    """

  private static func rules(_ expression: String) throws -> EFormsRules {
    func field(_ id: String, _ name: String, _ type: String, _ more: String = "") -> String {
      EFormsRulesTests.field(
        id, name, node: "ND-Lot", at: EFormsRulesTests.lot, #""type":"\#(type)"\#(more)"#)
    }
    return try EFormsRulesTests.rules(
      [
        field("BT-137-Lot", "cbc:ID", "id"), field("BT-13(d)-Lot", "cbc:From", "date"),
        field("BT-14-Lot", "cbc:To", "date"), field("BT-15-Lot", "cbc:Sum", "amount"),
        field("BT-16-Lot", "cbc:Yes", "indicator"), field("BT-17-Lot", "cbc:Time", "measure"),
        field(
          "BT-5-Lot", "cbc:Type", "code",
          #","assert":{"constraints":[{"value":"\#(expression)"}]}"#),
      ], codes: ["some": ["open"]])
  }

  /// In how many of the two lots an expression does not hold; nil where it is not read, or cannot be evaluated.
  private func failures(_ expression: String) throws -> Int? {
    let rules = try Self.rules("{ND-Lot} ${\(expression)}")
    let verdict = rules.verdict(on: try EFormsRulesTests.tree(Self.notice))
    guard rules.coverage.unread.isEmpty, verdict.gaps.isEmpty else { return nil }
    return verdict.findings.count
  }

  @Test(arguments: [
    ("BT-5-Lot == 'open'", 1), ("BT-5-Lot != 'open'", 1), ("BT-5-Lot in ('open','none')", 0),
    ("BT-5-Lot not in (some)", 1), ("not(BT-5-Lot in (some)) or BT-5-Lot is present", 0),
    ("BT-14-Lot is not present", 1), ("BT-13(d)-Lot <= BT-14-Lot", 1),
    ("(BT-14-Lot - BT-13(d)-Lot) < P30D", 1), ("(BT-14-Lot - BT-13(d)-Lot) >= P1M", 1),
    ("BT-17-Lot > P4Y", 1), ("not(BT-17-Lot > P5Y)", 0),
    ("sum(BT-15-Lot) == 11", 1), ("count(BT-15-Lot) > 1", 1), ("BT-15-Lot < 1", 1),
    ("(sum(number:BT-15-Lot) - 3) <= (4.00 * count(BT-15-Lot))", 0), ("BT-16-Lot == TRUE", 1),
    ("BT-137-Lot is unique in /BT-137-Lot", 0), ("starts-with(BT-137-Lot,'L1')", 1),
    ("count(/BT-137-Lot) == 2", 0), ("count(/BT-137-Lot[BT-5-Lot == 'open']) == 1", 0),
    ("every text:$l in BT-137-Lot satisfies ($l in /BT-137-Lot)", 0),
    ("every text:$a in /BT-137-Lot, text:$b in /BT-137-Lot satisfies $a == $b", 2),
    ("every text:$l in /BT-137-Lot satisfies (count(/BT-137-Lot[BT-137-Lot == $l]) == 1)", 0),
    ("every number:$n in BT-15-Lot satisfies ($n % 1 == 0)", 1),
    ("BT-15-Lot/@currencyID == 'EUR'", 1), ("/BT-137-Lot[BT-16-Lot == FALSE] == 'L2'", 0),
  ]) func isEvaluated(expression: String, failing: Int) throws {
    #expect(try failures(expression) == failing, "\(expression)")
  }

  @Test(arguments: [
    "BT-5-Lot ==", "BT-99-Lot is present", "BT-5-Lot resembles 'x'", "every $x in BT-5-Lot", "$x == 'a'",
    "BT-5-Lot in (missing)", "BT-5-Lot > 3", "BT-13(d)-Lot[BT-5-Lot", "#",
  ]) func isCountedAndNotGuessed(expression: String) throws {
    #expect(try failures(expression) == nil, "\(expression)")
  }

  @Test func aDeepExpressionIsNoDanger() throws {
    let deep =
      String(repeating: "not(", count: 60) + "BT-5-Lot is present" + String(repeating: ")", count: 60)
    #expect(try failures(deep) == 0)
  }

  @Test(
    arguments: [
      ("^LOT-[0-9]{4}$", "LOT-0001", true), ("^LOT-[0-9]{4}$", "LOT-00011", false), ("b|c", "abc", true),
      ("^(a|b){2,3}$", "abab", false), ("^[\\p{L}\\p{N}_-]+$", "été-9", true), ("^[^a]$", "a", false),
      ("^(x+x+)+y$", "xxxxxxxxxxxxxxxxxxxxxxxxxxxx", nil), ("^\\(\\+?[0-9]+\\)$", "(+33)", true),
      ("^$", "", true),
    ] as [(String, String, Bool?)]) func patternsMatch(pattern: String, text: String, expected: Bool?) throws
  {
    #expect(try #require(RulePattern(pattern)).matches(text) == expected, "\(pattern)")
  }

  @Test(arguments: ["(", "a{2", "[a", "*", "(?=a)", "\\b", "a{3,2}"]) func patternsAreRefused(pattern: String)
  {
    #expect(RulePattern(pattern) == nil)
  }
}
