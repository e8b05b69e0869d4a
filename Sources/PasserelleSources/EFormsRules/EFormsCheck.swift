internal import PasserelleCore

/// Looks at the rules on one notice.
struct EFormsCheck {
  private let rules: EFormsRules
  private let tree: RuleTree
  private var evaluator: EFXEvaluator
  /// The elements of each field and node that were asked for.
  private var found: [[RuleItem]?]
  /// Whether each condition holds at each of its elements; nil where it could not be said.
  private var conditions: [[RuleItem: Bool]?]
  private var findings: [EFormsFinding] = []
  private var gaps: [EFormsRuleGap: Int] = [:]

  init(_ rules: EFormsRules, _ tree: RuleTree, _ otherNotice: @escaping (String) -> RuleTree?) {
    self.rules = rules
    self.tree = tree
    evaluator = EFXEvaluator(tree, codes: rules.lists, otherNotice: otherNotice)
    found = Array(repeating: nil, count: rules.subjects.count)
    conditions = Array(repeating: nil, count: rules.conditions.count)
  }

  mutating func run() -> EFormsVerdict {
    let subtype = rules.subtypeField.flatMap { items(of: $0).first }.map(tree.value)
    let version = rules.versionField.flatMap { items(of: $0).first }.map(tree.value)
    // Without a known subtype, what applies to all of them is all that can be said.
    let number = subtype.flatMap { rules.subtypes.firstIndex(of: $0) }
    let all = rules.subtypes.count >= 64 ? UInt64.max : (1 << UInt64(rules.subtypes.count)) - 1
    let wanted = number.map { UInt64(1) << UInt64($0) } ?? all
    var count = 0
    for rule in rules.rules where rule.subtypes & wanted == wanted {
      count += 1
      look(at: rule)
    }
    let sorted = gaps.sorted { ($1.value, "\($0.key)") < ($0.value, "\($1.key)") }
    return EFormsVerdict(
      subtype: subtype, version: version, findings: findings, rules: count,
      gaps: sorted.map { (gap: $0.key, count: $0.value) })
  }

  private mutating func items(of subject: Int) -> [RuleItem] {
    if subject < 0 { return [RuleItem(node: 0)] }
    if let known = found[subject] { return known }
    let info = rules.subjects[subject]
    let items = items(of: info.parent).flatMap { tree.items(info.relative, from: $0) }
    found[subject] = items
    return items
  }

  private mutating func look(at rule: EFormsRule) {
    switch rule.demand {
    case .mandatory:
      for context in contexts(rule) where tree.items(rule.path, from: context).isEmpty {
        tell(rule, missingIn: context)
      }
    case .forbidden:
      guard !items(of: rule.subject).isEmpty else { return }
      for context in contexts(rule) {
        for item in tree.items(rule.path, from: context) { tell(rule, item) }
      }
    case .single:
      guard items(of: rule.subject).count > 1 else { return }
      for context in items(of: rule.context) {
        let all = tree.items(rule.path, from: context)
        if let second = surplus(all, rule) { tell(rule, second, value: String(all.count), expected: "1") }
      }
    case .assertion(let number):
      assert(rule, number)
    case .unchanged:
      lookForChange(rule)
    case .code, .length, .pattern, .range, .type:
      for item in items(of: rule.subject) { lookAtValue(rule, item) }
    }
  }

  /// The first element of a field that stands once, or once a language, which is one too many.
  private func surplus(_ all: [RuleItem], _ rule: EFormsRule) -> RuleItem? {
    guard all.count > 1, rules.subjects[rule.subject].isMultilingual else { return all.dropFirst().first }
    var seen: Set<String> = []
    return all.first { !seen.insert(tree.attribute("languageID", of: $0) ?? "").inserted }
  }

  /// Compares the values of a field with those of the notice that is changed.
  private mutating func lookForChange(_ rule: EFormsRule) {
    let contexts = contexts(rule)
    guard let changed = rules.changeField.flatMap({ items(of: $0).first }), let first = contexts.first,
      let other = evaluator.otherNotice(tree.value(changed))
    else { return }
    let path = rules.subjects[rule.subject].path
    let before = other.items(path, from: RuleItem(node: 0)).map(other.value)
    let now = contexts.flatMap { tree.items(rule.path, from: $0) }
    guard before != now.map(tree.value) else { return }
    let field = now.first { !before.contains(tree.value($0)) } ?? now.first
    tell(rule, field ?? first, value: field.map(tree.value), expected: before.joined(separator: " "))
  }

  /// The elements from which a rule is looked at: where its condition holds.
  private mutating func contexts(_ rule: EFormsRule) -> [RuleItem] {
    guard let number = rule.condition else { return items(of: rule.context) }
    let items = items(of: rule.context)
    return items.filter { holds(number, at: $0) == true }
  }

  private mutating func assert(_ rule: EFormsRule, _ number: Int) {
    for context in contexts(rule) where holds(number, at: context) == false {
      let field = tree.items(rule.path, from: context).first
      tell(rule, field ?? context, value: field.map(tree.value), expected: rules.conditions[number].text)
    }
  }

  /// Whether an expression holds at an element; nil where it cannot be said, which is counted.
  private mutating func holds(_ number: Int, at item: RuleItem) -> Bool? {
    if let known = conditions[number]?[item] { return known }
    guard let expression = rules.conditions[number].expression else {
      gaps[.expression, default: 0] += 1
      return nil
    }
    do {
      let truth = try evaluator.holds(expression, at: item)
      conditions[number, default: [:]][item] = truth
      return truth
    } catch EFXFault.missingList(let list) {
      gaps[.codeList(rules.listNames[list]), default: 0] += 1
    } catch EFXFault.otherNotice {
      gaps[.notice, default: 0] += 1
    } catch {
      gaps[.value, default: 0] += 1
    }
    return nil
  }

  private mutating func lookAtValue(_ rule: EFormsRule, _ item: RuleItem) {
    let text = tree.value(item)
    switch rule.demand {
    case .code(let list):
      guard let codes = rules.lists[list] else {
        gaps[.codeList(rules.listNames[list]), default: 0] += 1
        return
      }
      if !codes.contains(text) { tell(rule, item, value: text, expected: rules.listNames[list]) }
    case .length(let most):
      if text.unicodeScalars.count > most {
        tell(rule, item, value: "\(text.unicodeScalars.count)", expected: "\(most)")
      }
    case .pattern(let number):
      let (written, pattern) = rules.patterns[number]
      guard let pattern else { return }
      switch pattern.matches(text) {
      case true?: break
      case false?: tell(rule, item, value: text, expected: written)
      case nil: gaps[.pattern, default: 0] += 1
      }
    case .range(let least, let most):
      guard case .number(let number)? = EFXValue(text, as: .number) else { return }
      let value = number.approximateDouble
      if least.map({ value < Double($0) }) == true || most.map({ value > Double($0) }) == true {
        tell(
          rule, item, value: text, expected: "\(least.map { "\($0)" } ?? "")..\(most.map { "\($0)" } ?? "")")
      }
    case .type:
      let type = rules.subjects[rule.subject].type
      let unit = type == .duration ? "DAY" : nil
      if EFXValue(text, as: type, unit: unit) == nil { tell(rule, item, value: text, expected: "\(type)") }
    case .mandatory, .forbidden, .single, .assertion, .unchanged: break
    }
  }

  private mutating func tell(
    _ rule: EFormsRule, _ item: RuleItem, value: String? = nil, expected: String? = nil
  ) {
    tell(
      rule, path: tree.path(item), line: tree.line(item),
      value: value ?? (rule.kind == .forbidden ? tree.value(item) : nil), expected: expected)
  }

  private mutating func tell(_ rule: EFormsRule, missingIn context: RuleItem) {
    let subject = rules.subjects[rule.subject]
    var path = tree.path(context)
    for step in rule.path.steps {
      switch step.axis {
      case .child(let name): path += "/" + rules.names.texts[Int(name)]
      case .attribute(let name): path += "/@" + rules.names.texts[Int(name)]
      case .parent: path += "/.."
      case .itself: break
      }
    }
    tell(
      rule, path: path, line: tree.line(context), value: nil, expected: subject.relativeText)
  }

  private mutating func tell(
    _ rule: EFormsRule, path: String, line: Int, value: String?, expected: String?
  ) {
    let subject = rules.subjects[rule.subject]
    findings.append(
      EFormsFinding(
        kind: rule.kind, field: subject.id, name: subject.name, businessTerm: subject.businessTerm,
        path: path, line: line, value: value, expected: expected,
        condition: rule.condition.map { rules.conditions[$0].text }, message: rule.message))
  }
}

extension [[RuleItem: Bool]?] {
  fileprivate subscript(index: Int, default value: [RuleItem: Bool]) -> [RuleItem: Bool] {
    get { self[index] ?? value }
    set { self[index] = newValue }
  }
}
