internal import PasserelleXML

/// A path of the rules, as the small part of XPath that they use: steps down, up and to attributes, with predicates.
struct RulePath: Sendable, Hashable {
  var steps: [RuleStep]

  /// The path from the root element to itself.
  static let root = RulePath(steps: [])
}

/// One step of a path.
struct RuleStep: Sendable, Hashable {
  enum Axis: Sendable, Hashable {
    case child(Int32)
    case attribute(Int32)
    case parent
    case itself
  }

  var axis: Axis
  var predicates: [RulePredicate] = []

  /// Whether a path with this step leads through the same elements as a context with another: its predicates all hold
  /// there.
  func isSame(as context: RuleStep) -> Bool {
    guard axis == context.axis else { return false }
    if predicates.count == context.predicates.count { return Set(predicates) == Set(context.predicates) }
    return predicates.allSatisfy(context.predicates.contains)
  }

  /// Whether the step says more of the same element than a context does.
  func narrows(_ context: RuleStep) -> Bool {
    axis == context.axis && context.predicates.isEmpty && !predicates.isEmpty
  }
}

/// What a step asks of an element.
indirect enum RulePredicate: Sendable, Hashable {
  case exists(RulePath)
  case equals(RulePath, [String])
  case not(RulePredicate)
  case both(RulePredicate, RulePredicate)
  case either(RulePredicate, RulePredicate)
}

extension RulePath {
  /// The path that leads from the elements of one to those of another, as the published translation of the rules to
  /// XPath makes it: up to the last element that both pass through, then down.
  func relative(to context: RulePath) -> RulePath {
    var shared = 0
    while shared < steps.count, shared < context.steps.count,
      steps[shared].isSame(as: context.steps[shared])
    { shared += 1 }
    var up = context.steps.count - shared
    var result: [RuleStep] = []
    var rest = steps[shared...]
    if up > 0, let first = rest.first, first.narrows(context.steps[shared]) {
      up -= 1
      result = [RuleStep](repeating: RuleStep(axis: .parent), count: up)
      result.append(RuleStep(axis: .itself, predicates: first.predicates))
      rest = rest.dropFirst()
    } else {
      result = [RuleStep](repeating: RuleStep(axis: .parent), count: up)
    }
    return RulePath(steps: result + rest)
  }
}

extension RuleTree {
  /// What a path leads to from an item, in the order of the document.
  func items(_ path: RulePath, from item: RuleItem) -> [RuleItem] {
    var current = [item]
    for step in path.steps {
      var next: [RuleItem] = []
      for item in current { append(step, from: item, to: &next) }
      if next.isEmpty { return [] }
      current = next
    }
    return current
  }

  private func append(_ step: RuleStep, from item: RuleItem, to next: inout [RuleItem]) {
    switch step.axis {
    case .child(let name):
      guard item.attribute < 0 else { return }
      var child = nodes[Int(item.node)].firstChild
      while child >= 0 {
        if nodes[Int(child)].name == name, holds(step, RuleItem(node: child)) {
          next.append(RuleItem(node: child))
        }
        child = nodes[Int(child)].next
      }
    case .attribute(let name):
      guard item.attribute < 0, nodes[Int(item.node)].element.attribute(names.texts[Int(name)]) != nil
      else { return }
      next.append(RuleItem(node: item.node, attribute: name))
    case .parent:
      let parent =
        item.attribute >= 0 ? RuleItem(node: item.node) : RuleItem(node: nodes[Int(item.node)].parent)
      if parent.node >= 0, next.last != parent, holds(step, parent) { next.append(parent) }
    case .itself:
      if holds(step, item) { next.append(item) }
    }
  }

  private func holds(_ step: RuleStep, _ item: RuleItem) -> Bool {
    step.predicates.allSatisfy { holds($0, item) }
  }

  private func holds(_ predicate: RulePredicate, _ item: RuleItem) -> Bool {
    switch predicate {
    case .exists(let path): !items(path, from: item).isEmpty
    case .equals(let path, let texts): items(path, from: item).contains { texts.contains(value($0)) }
    case .not(let inner): !holds(inner, item)
    case .both(let left, let right): holds(left, item) && holds(right, item)
    case .either(let left, let right): holds(left, item) || holds(right, item)
    }
  }
}
