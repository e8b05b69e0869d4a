internal import PasserelleCore

/// Evaluates expressions on one notice.
struct EFXEvaluator {
  let tree: RuleTree
  /// The code lists by number; nil for one that is not among the rules.
  let codes: [Set<String>?]
  /// Another notice by its identifier and version; nil where it is not at hand.
  let otherNotice: (String) -> RuleTree?
  private var variables: [EFXValue] = []

  init(_ tree: RuleTree, codes: [Set<String>?], otherNotice: @escaping (String) -> RuleTree?) {
    self.tree = tree
    self.codes = codes
    self.otherNotice = otherNotice
  }

  /// Whether an expression holds at an element.
  ///
  /// - Throws: ``EFXFault`` where the notice does not let it be said.
  mutating func holds(_ expression: EFXExpression, at item: RuleItem) throws -> Bool {
    switch expression {
    case .literal(.truth(let truth)): return truth
    case .not(let inner): return try !holds(inner, at: item)
    case .and(let left, let right): return try holds(left, at: item) && holds(right, at: item)
    case .or(let left, let right): return try holds(left, at: item) || holds(right, at: item)
    case .compare(let comparison, let left, let right):
      let (lefts, rights) = (try values(left, at: item), try values(right, at: item))
      for left in lefts {
        for right in rights where try Self.compares(left, comparison, right) { return true }
      }
      return false
    case .contains(let needle, .codes(let number)):
      let needles = try values(needle, at: item)
      guard let list = codes[number] else { throw EFXFault.missingList(number) }
      return needles.contains { if case .text(let text) = $0 { list.contains(text) } else { false } }
    case .contains(let needle, let haystack):
      return try holds(.compare(.equal, needle, haystack), at: item)
    case .present(let field): return try !items(field, at: item).items.isEmpty
    case .unique(let one, let all):
      let needles = try values(.field(one), at: item)
      let others = try values(.field(all), at: item)
      let count = needles.reduce(0) { sum, needle in sum + others.count { $0 == needle } }
      return count == 1
    case .every(let loops, let body): return try every(loops[...], body, at: item)
    case .startsWith(let text, let start):
      let (texts, starts) = (try values(text, at: item), try values(start, at: item))
      guard texts.count <= 1, starts.count <= 1 else { throw EFXFault.type }
      return try Self.text(texts.first).hasPrefix(Self.text(starts.first))
    case .field(let field):
      guard field.type == .indicator else { return try !items(field, at: item).items.isEmpty }
      return try values(expression, at: item).first == .truth(true)
    case .literal, .list, .codes, .variable, .count, .sum, .arithmetic: throw EFXFault.type
    }
  }

  private mutating func every(
    _ loops: ArraySlice<(variable: Int, values: EFXExpression)>, _ body: EFXExpression, at item: RuleItem
  ) throws -> Bool {
    guard let loop = loops.first else { return try holds(body, at: item) }
    for value in try values(loop.values, at: item) {
      variables.removeLast(max(0, variables.count - loop.variable))
      variables.append(value)
      guard try every(loops.dropFirst(), body, at: item) else { return false }
    }
    variables.removeLast(max(0, variables.count - loop.variable))
    return true
  }

  /// The values of an expression at an element.
  mutating func values(_ expression: EFXExpression, at item: RuleItem) throws -> [EFXValue] {
    switch expression {
    case .literal(let value): return [value]
    case .list(let expressions): return try expressions.flatMap { try values($0, at: item) }
    case .codes(let number):
      guard let list = codes[number] else { throw EFXFault.missingList(number) }
      return list.sorted().map { .text($0) }
    case .variable(let index):
      guard index < variables.count else { throw EFXFault.type }
      return [variables[index]]
    case .field(let field):
      let (items, tree) = try items(field, at: item)
      return try items.map { try Self.value($0, field, tree) }
    case .count(let inner):
      if case .field(let field) = inner {
        return [.number(DecimalNumber(try items(field, at: item).items.count))]
      }
      return [.number(DecimalNumber(try values(inner, at: item).count))]
    case .sum(let inner):
      var sum = DecimalNumber.zero
      for value in try values(inner, at: item) {
        guard case .number(let number) = value else { throw EFXFault.type }
        guard let next = sum.adding(number) else { throw EFXFault.range }
        sum = next
      }
      return [.number(sum)]
    case .arithmetic(let operation, let left, let right):
      let (lefts, rights) = (try values(left, at: item), try values(right, at: item))
      guard lefts.count <= 1, rights.count <= 1 else { throw EFXFault.type }
      guard let left = lefts.first, let right = rights.first else { return [] }
      return [try Self.apply(operation, left, right)]
    default: return [.truth(try holds(expression, at: item))]
    }
  }

  /// The elements of a field, and the notice that they stand in.
  private mutating func items(
    _ field: EFXField, at item: RuleItem
  ) throws -> (items: [RuleItem], tree: RuleTree) {
    if let reference = field.notice {
      guard let named = tree.items(reference, from: item).first else { return ([], tree) }
      guard field.predicate == nil, let other = otherNotice(tree.value(named)) else {
        throw EFXFault.otherNotice
      }
      return (other.items(field.path, from: RuleItem(node: 0)), other)
    }
    var found = tree.items(field.path, from: field.isAbsolute ? RuleItem(node: 0) : item)
    if let predicate = field.predicate {
      var kept: [RuleItem] = []
      for item in found where try holds(predicate, at: item) { kept.append(item) }
      found = kept
    }
    if let attribute = field.attribute {
      found = found.flatMap {
        tree.items(RulePath(steps: [RuleStep(axis: .attribute(attribute))]), from: $0)
      }
    }
    return (found, tree)
  }

  private static func value(_ item: RuleItem, _ field: EFXField, _ tree: RuleTree) throws -> EFXValue {
    let unit = field.type == .duration ? tree.attribute("unitCode", of: item) : nil
    guard let value = EFXValue(tree.value(item), as: field.type, unit: unit) else { throw EFXFault.value }
    return value
  }

  private static func text(_ value: EFXValue?) throws -> String {
    guard let value else { return "" }
    guard case .text(let text) = value else { throw EFXFault.type }
    return text
  }
}

extension EFXEvaluator {
  private static func compares(
    _ left: EFXValue, _ comparison: EFXExpression.Comparison, _ right: EFXValue
  ) throws -> Bool {
    switch (left, right) {
    case (.text(let a), .text(let b)): return Self.decides(comparison, a == b, a < b)
    case (.number(let a), .number(let b)): return Self.decides(comparison, a == b, a < b)
    case (.date(let a), .date(let b)), (.time(let a), .time(let b)):
      return Self.decides(comparison, a == b, a < b)
    case (.truth(let a), .truth(let b)): return Self.decides(comparison, a == b, !a && b)
    case (.duration(let months, let minutes, let from), .duration(let months2, let minutes2, let from2)):
      // Lengths are compared from a day on: that of the difference, else the first of the year 2000.
      let start = from ?? from2 ?? 15_778_080
      let a = EFXValue.adding(months: months, to: start) + minutes
      let b = EFXValue.adding(months: months2, to: start) + minutes2
      return Self.decides(comparison, a == b, a < b)
    case (.truth(let truth), .text(let text)), (.text(let text), .truth(let truth)):
      guard comparison == .equal || comparison == .unequal,
        case .truth(let other)? = EFXValue(text, as: .indicator)
      else { throw EFXFault.type }
      return (truth == other) == (comparison == .equal)
    default: throw EFXFault.type
    }
  }

  private static func decides(
    _ comparison: EFXExpression.Comparison, _ isEqual: Bool, _ isLess: Bool
  ) -> Bool {
    switch comparison {
    case .equal: isEqual
    case .unequal: !isEqual
    case .less: isLess
    case .lessOrEqual: isLess || isEqual
    case .greater: !isLess && !isEqual
    case .greaterOrEqual: !isLess
    }
  }

  private static func apply(
    _ operation: EFXExpression.Arithmetic, _ left: EFXValue, _ right: EFXValue
  ) throws -> EFXValue {
    if case (.date(let a), .date(let b)) = (left, right), case .minus = operation {
      return .duration(months: 0, minutes: a - b, from: b)
    }
    guard case (.number(let a), .number(let b)) = (left, right) else { throw EFXFault.type }
    switch operation {
    case .plus:
      guard let sum = a.adding(b) else { throw EFXFault.range }
      return .number(sum)
    case .minus:
      guard let sum = a.adding(DecimalNumber(digits: -b.digits, scale: b.scale)) else { throw EFXFault.range }
      return .number(sum)
    case .times:
      let (digits, overflow) = a.digits.multipliedReportingOverflow(by: b.digits)
      guard !overflow, a.scale + b.scale <= DecimalNumber.maximumScale else { throw EFXFault.range }
      return .number(DecimalNumber(digits: digits, scale: a.scale + b.scale))
    case .modulo:
      // Rules ask for whole numbers alone: the rest of a division by one.
      guard b == DecimalNumber(1) else { throw EFXFault.type }
      var power: Int128 = 1
      for _ in 0..<a.scale { power *= 10 }
      return .number(DecimalNumber(digits: a.digits % power, scale: a.scale))
    }
  }
}
