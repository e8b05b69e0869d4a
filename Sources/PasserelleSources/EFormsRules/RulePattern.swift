/// A pattern of the rules: the part of XPath's regular expressions that they use, found anywhere in a text.
///
/// Alternatives, groups, classes with ranges and `\p{L}`, `\p{N}`, counts, and the anchors `^` and `$`. A match takes
/// ``stepLimit`` steps at most, whatever the pattern and the text.
struct RulePattern: Sendable {
  indirect enum Node: Sendable {
    case scalars(ScalarClass)
    case sequence([Node])
    case choice([Node])
    case repeated(Node, least: Int, most: Int)
    case start
    case end
  }

  /// A set of characters.
  struct ScalarClass: Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var holdsLetters = false
    var holdsNumbers = false
    var isNegated = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      var found = ranges.contains { $0.contains(scalar.value) }
      if !found, holdsLetters || holdsNumbers {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
          found = holdsLetters
        case .decimalNumber, .letterNumber, .otherNumber: found = holdsNumbers
        default: break
        }
      }
      return found != isNegated
    }
  }

  /// How many steps a match may take.
  static let stepLimit = 200_000
  /// How long a text may be for a pattern that repeats groups, each turn of which takes room on the stack.
  static let groupTextLimit = 500
  let root: Node
  private let repeatsGroups: Bool

  /// Reads a pattern; nil for one that has more than the rules use.
  init?(_ text: String) {
    var parser = RulePatternParser(text)
    guard let root = parser.parse() else { return nil }
    self.root = root
    repeatsGroups = Self.repeatsGroups(root)
  }

  private static func repeatsGroups(_ node: Node) -> Bool {
    switch node {
    case .scalars, .start, .end, .repeated(.scalars, _, _): false
    case .sequence(let nodes), .choice(let nodes): nodes.contains(where: repeatsGroups)
    case .repeated: true
    }
  }

  /// Whether the pattern is found in a text; nil where that takes too long.
  func matches(_ text: String) -> Bool? {
    let scalars = Array(text.unicodeScalars)
    if repeatsGroups, scalars.count > Self.groupTextLimit { return nil }
    var steps = 0
    for start in 0...scalars.count {
      if Self.match(root, scalars, start, &steps, { _, _ in true }) { return true }
      if steps > Self.stepLimit { return nil }
      if case .sequence(let nodes) = root, case .start? = nodes.first { return false }
    }
    return false
  }

  private static func match(
    _ node: Node, _ text: [Unicode.Scalar], _ place: Int, _ steps: inout Int,
    _ next: (Int, inout Int) -> Bool
  ) -> Bool {
    steps += 1
    guard steps <= stepLimit else { return false }
    switch node {
    case .scalars(let set):
      return place < text.count && set.contains(text[place]) && next(place + 1, &steps)
    case .start: return place == 0 && next(place, &steps)
    case .end: return place == text.count && next(place, &steps)
    case .choice(let nodes):
      for node in nodes where match(node, text, place, &steps, next) { return true }
      return false
    case .sequence(let nodes): return match(nodes[...], text, place, &steps, next)
    case .repeated(.scalars(let set), let least, let most):
      // Characters one by one need no stack: take as many as there are, then give back.
      var end = place
      while end < text.count, end - place < most, set.contains(text[end]) { end += 1 }
      steps += end - place
      while end >= place + least {
        if next(end, &steps) { return true }
        guard steps <= stepLimit else { return false }
        end -= 1
      }
      return false
    case .repeated(let inner, let least, let most):
      return matchRepeated(inner, least, most, text, place, &steps, next)
    }
  }

  private static func match(
    _ nodes: ArraySlice<Node>, _ text: [Unicode.Scalar], _ place: Int, _ steps: inout Int,
    _ next: (Int, inout Int) -> Bool
  ) -> Bool {
    guard let first = nodes.first else { return next(place, &steps) }
    return match(first, text, place, &steps) { match(nodes.dropFirst(), text, $0, &$1, next) }
  }

  private static func matchRepeated(
    _ inner: Node, _ least: Int, _ most: Int, _ text: [Unicode.Scalar], _ place: Int, _ steps: inout Int,
    _ next: (Int, inout Int) -> Bool
  ) -> Bool {
    if most > 0 {
      let isMatch = match(inner, text, place, &steps) { end, steps in
        // A turn that takes nothing would go on for ever.
        guard end > place || least > 0 else { return false }
        return matchRepeated(inner, max(0, least - 1), most - 1, text, end, &steps, next)
      }
      if isMatch { return true }
    }
    return least == 0 && next(place, &steps)
  }
}

/// Reads patterns.
struct RulePatternParser {
  private struct Unreadable: Error {}
  private let text: [Unicode.Scalar]
  private var place = 0
  private var depth = 0

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  mutating func parse() -> RulePattern.Node? {
    guard let node = try? choice(), place == text.count else { return nil }
    return node
  }

  private mutating func choice() throws -> RulePattern.Node {
    depth += 1
    defer { depth -= 1 }
    guard depth < 40 else { throw Unreadable() }
    var all = [try sequence()]
    while take("|") { all.append(try sequence()) }
    return all.count == 1 ? all[0] : .choice(all)
  }

  private mutating func sequence() throws -> RulePattern.Node {
    var all: [RulePattern.Node] = []
    while place < text.count, text[place] != "|", text[place] != ")" {
      var node = try atom()
      while place < text.count, let (least, most) = try count() {
        node = .repeated(node, least: least, most: most)
      }
      all.append(node)
    }
    return .sequence(all)
  }

  private mutating func count() throws -> (Int, Int)? {
    if take("?") { return (0, 1) }
    if take("*") { return (0, .max) }
    if take("+") { return (1, .max) }
    guard take("{") else { return nil }
    let least = try number()
    var most = least
    if take(",") { most = place < text.count && text[place] != "}" ? try number() : .max }
    guard take("}"), least <= most else { throw Unreadable() }
    return (least, most)
  }

  private mutating func number() throws -> Int {
    var result = 0
    let start = place
    while place < text.count, let digit = Int(String(text[place])) {
      result = result * 10 + digit
      guard result < 10_000 else { throw Unreadable() }
      place += 1
    }
    guard place > start else { throw Unreadable() }
    return result
  }

  private mutating func atom() throws -> RulePattern.Node {
    let scalar = text[place]
    place += 1
    switch scalar {
    case "^": return .start
    case "$": return .end
    case "(":
      guard place >= text.count || text[place] != "?" else { throw Unreadable() }
      let inner = try choice()
      guard take(")") else { throw Unreadable() }
      return inner
    case "[": return .scalars(try characters())
    case ".": return .scalars(.init(ranges: [10...10, 13...13], isNegated: true))
    case "\\":
      var set = RulePattern.ScalarClass()
      try escape(&set)
      return .scalars(set)
    case "*", "+", "?", "{", "}", "]": throw Unreadable()
    default: return .scalars(.init(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func characters() throws -> RulePattern.ScalarClass {
    var set = RulePattern.ScalarClass(isNegated: take("^"))
    while place < text.count, text[place] != "]" {
      let scalar = text[place]
      place += 1
      if scalar == "\\" {
        try escape(&set)
      } else if place + 1 < text.count, text[place] == "-", text[place + 1] != "]", text[place + 1] != "\\" {
        guard scalar <= text[place + 1] else { throw Unreadable() }
        set.ranges.append(scalar.value...text[place + 1].value)
        place += 2
      } else {
        set.ranges.append(scalar.value...scalar.value)
      }
    }
    guard take("]") else { throw Unreadable() }
    return set
  }

  private mutating func escape(_ set: inout RulePattern.ScalarClass) throws {
    guard place < text.count else { throw Unreadable() }
    let scalar = text[place]
    place += 1
    switch scalar {
    case "p":
      guard take("{"), place + 1 < text.count, text[place + 1] == "}" else { throw Unreadable() }
      switch text[place] {
      case "L": set.holdsLetters = true
      case "N": set.holdsNumbers = true
      default: throw Unreadable()
      }
      place += 2
    case "d": set.ranges.append(48...57)
    case "n": set.ranges.append(10...10)
    case "t": set.ranges.append(9...9)
    case _ where scalar.properties.isAlphabetic: throw Unreadable()
    default: set.ranges.append(scalar.value...scalar.value)
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard place < text.count, text[place] == scalar else { return false }
    place += 1
    return true
  }
}
