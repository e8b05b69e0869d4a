public import PasserelleXML

/// The business rules of eForms notices, as the `fields.json` of the Publications Office's SDK states them, compiled.
///
/// They tell what the XML schema cannot: which fields a notice of a subtype must and must not have, on which conditions,
/// which codes, forms and lengths values have, and what holds between them.
public struct EFormsRules: Sendable {
  /// The version as the file states it, such as `eforms-sdk-1.16.0`.
  public let version: String
  /// How the expressions of the rules were read.
  public let coverage: EFormsRuleCoverage

  let names: RuleNames
  /// Nodes, then fields, in the order of the file.
  let subjects: [RuleSubject]
  let subtypes: [String]
  let conditions: [RuleCondition]
  let rules: [EFormsRule]
  let patterns: [(text: String, pattern: RulePattern?)]
  let listNames: [String]
  let lists: [Set<String>?]
  /// The number of the field of the notice's subtype, its version and its identifier.
  let subtypeField: Int?
  let versionField: Int?
  /// That of the notice which is changed.
  let changeField: Int?

  /// How many rules there are.
  public var count: Int { rules.count }

  /// The code lists that rules name and that are not there, ascending.
  public var missingLists: [String] { zip(listNames, lists).filter { $1 == nil }.map(\.0).sorted() }

  /// Looks at every rule that applies to a notice.
  ///
  /// - Parameters:
  ///   - tree: The notice.
  ///   - otherNotice: Gives another notice by its identifier and version, for the rules on changes; nil where it is
  ///     not at hand.
  /// - Returns: The broken rules and what could not be looked at.
  /// - Complexity: O(rules · elements) at worst; each path is walked once.
  public func verdict(
    on tree: XMLTree, otherNotice: @escaping (String) -> XMLTree? = { _ in nil }
  ) -> EFormsVerdict {
    var check = EFormsCheck(self, RuleTree(tree, names: names)) { [names] reference in
      otherNotice(reference).map { RuleTree($0, names: names) }
    }
    return check.run()
  }
}

/// How many of the expressions of the rules are read.
public struct EFormsRuleCoverage: Sendable, Hashable {
  /// Different expressions: conditions and assertions.
  public var expressions = 0
  /// Those that are evaluated.
  public var evaluated = 0
  /// The others, in the order of the file.
  public var unread: [String] = []
  /// Fields and nodes.
  public var paths = 0
  /// The fields and nodes whose path is not read.
  public var unreadPaths: [String] = []
  /// The patterns that are not read.
  public var unreadPatterns: [String] = []
}
