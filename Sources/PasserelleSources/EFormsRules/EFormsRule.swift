/// What a rule of eForms asks.
public enum EFormsRuleKind: String, Sendable, Hashable, CaseIterable {
  /// The field has to be there.
  case mandatory
  /// The field must not be there.
  case forbidden
  /// The value is a code of a list.
  case code
  /// The field stands once at most in its context.
  case repeatable
  /// The value has so many characters at most.
  case length
  /// The value has a certain form.
  case pattern
  /// The value is a number, a date, a time, a truth value.
  case type
  /// The value lies between two numbers.
  case range
  /// An expression holds.
  case assertion
  /// The value is that of the notice which is changed.
  case change
}

/// One broken rule of a notice.
public struct EFormsFinding: Sendable, Hashable {
  /// What the rule asks.
  public let kind: EFormsRuleKind
  /// The field, such as `BT-131(d)-Lot`; of a rule on the number of parts, the node.
  public let field: String
  /// The field's name in English, as the rules have it.
  public let name: String
  /// The business term, such as `BT-131`; empty for a node.
  public let businessTerm: String
  /// Where it stands in the notice; for what is missing, where it is missed, and the path that is missing.
  public let path: String
  /// The line of the element, or of that in which the field is missed.
  public let line: Int
  /// The value; nil for what is missing.
  public let value: String?
  /// What the rule asks of the value: the name of the code list, the pattern, the length, the expression.
  public let expected: String?
  /// On which condition the rule applies, as the rules write it; nil for one without.
  public let condition: String?
  /// The identifier of the rule's own message, such as `BR-BT-00131-0150`; nil for one without.
  public let message: String?
}

/// Why a rule could not be looked at.
public enum EFormsRuleGap: Sendable, Hashable {
  /// An expression that is not read.
  case expression
  /// A value of the notice that an expression cannot take.
  case value
  /// Another notice that is needed and not at hand.
  case notice
  /// A code list that is not among the rules.
  case codeList(String)
  /// A value that takes too long to be compared with a pattern.
  case pattern
}

/// What the rules say of one notice.
public struct EFormsVerdict: Sendable, Hashable {
  /// The subtype of the notice (OPP-070); nil where it says none.
  public let subtype: String?
  /// The version of the rules that the notice names (OPT-002), such as `eforms-sdk-1.15`.
  public let version: String?
  /// The broken rules, in the order of the rules, then of the notice.
  public let findings: [EFormsFinding]
  /// The rules that apply to a notice of the subtype.
  public let rules: Int
  /// What could not be looked at, with how often, most frequent first.
  public let gaps: [(gap: EFormsRuleGap, count: Int)]

  /// Whether every rule that was looked at holds.
  public var isValid: Bool { findings.isEmpty }

  /// Compares all of it.
  public static func == (left: Self, right: Self) -> Bool {
    left.subtype == right.subtype && left.version == right.version && left.findings == right.findings
      && left.rules == right.rules && left.gaps.map(\.gap) == right.gaps.map(\.gap)
      && left.gaps.map(\.count) == right.gaps.map(\.count)
  }

  /// Hashes the findings.
  public func hash(into hasher: inout Hasher) { hasher.combine(findings) }
}

/// A field or a node of the rules.
struct RuleSubject: Sendable {
  let id: String
  let name: String
  let businessTerm: String
  let path: RulePath
  /// The path from its parent node.
  let relative: RulePath
  /// That path as the rules write it.
  let relativeText: String
  /// The number of its parent node; -1 for the root.
  let parent: Int
  let type: EFXType
  /// Whether it stands once a language.
  let isMultilingual: Bool
}

/// A condition or an assertion, which several rules may share.
struct RuleCondition: Sendable {
  let text: String
  /// The number of the field or node from which it is evaluated; -1 where that is unknown.
  let context: Int
  /// Nil where it is not read.
  let expression: EFXExpression?
}

/// One rule, ready to be looked at.
struct EFormsRule: Sendable {
  enum Demand: Sendable {
    case mandatory, forbidden, single, type, unchanged
    case code(list: Int)
    case length(Int)
    case pattern(Int)
    case range(least: Int?, most: Int?)
    case assertion(condition: Int)
  }

  let subject: Int
  let demand: Demand
  /// The subtypes that it applies to, a bit each.
  let subtypes: UInt64
  /// The number of its condition.
  let condition: Int?
  /// From where it is looked at, the number of a field or node.
  let context: Int
  /// The path from there to the subject.
  let path: RulePath
  let message: String?

  var kind: EFormsRuleKind {
    switch demand {
    case .mandatory: .mandatory
    case .forbidden: .forbidden
    case .single: .repeatable
    case .type: .type
    case .code: .code
    case .length: .length
    case .pattern: .pattern
    case .range: .range
    case .assertion: .assertion
    case .unchanged: .change
    }
  }
}
