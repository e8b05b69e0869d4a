internal import PasserelleCore

/// What a parser of expressions knows of fields, nodes and code lists.
protocol EFXSymbols {
  /// The path and the type of a field or a node; nil for an unknown one.
  func symbol(_ name: String) -> (path: RulePath, type: EFXType)?
  /// The number of a code list.
  mutating func codeList(_ name: String) -> Int
  /// The number of the name of an attribute.
  mutating func attribute(_ name: String) -> Int32
}

/// Reads EFX expressions: `{context} ${expression}`.
struct EFXParser<Symbols: EFXSymbols> {
  struct Unreadable: Error {}

  var symbols: Symbols
  var tokens: [EFXTokens.Token] = []
  var place = 0
  /// The paths from which fields are meant, the innermost last.
  var contexts: [RulePath] = []
  var variables: [String] = []
  var variableTypes: [EFXType] = []
  /// How deep the parentheses are that are being read.
  private var depth = 0

  init(_ symbols: Symbols) { self.symbols = symbols }

  /// Reads an expression with its context.
  ///
  /// - Returns: The name of the context and the expression; nil for what is not EFX as rules use it.
  mutating func parse(_ text: String) -> (context: String, expression: EFXExpression)? {
    guard text.hasPrefix("{"), let close = text.firstIndex(of: "}") else { return nil }
    let context = String(text[text.index(after: text.startIndex)..<close])
    let rest = text[text.index(after: close)...].drop { $0 == " " }
    guard rest.hasPrefix("${"), rest.hasSuffix("}"), let (path, _) = symbols.symbol(context) else {
      return nil
    }
    let body = rest.dropFirst(2).dropLast()
    let symbols = symbols
    guard let found = EFXTokens.tokens(body, isName: { symbols.symbol($0) != nil }) else { return nil }
    tokens = found
    place = 0
    depth = 0
    contexts = [path]
    (variables, variableTypes) = ([], [])
    guard let expression = try? either(), place == tokens.count else { return nil }
    return (context, expression)
  }

  private mutating func either() throws -> EFXExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else { throw Unreadable() }
    var result = try both()
    while take(.word("or")) { result = .or(result, try both()) }
    return result
  }

  private mutating func both() throws -> EFXExpression {
    var result = try condition()
    while take(.word("and")) { result = .and(result, try condition()) }
    return result
  }

  private mutating func condition() throws -> EFXExpression {
    if peek() == .word("not"), peek(1) == .sign("(") {
      place += 2
      let inner = try either()
      try expect(")")
      return .not(inner)
    }
    if take(.word("every")) { return try every() }
    let left = try sum()
    if take(.word("in")) { return .contains(left, in: try set()) }
    if peek() == .word("not"), peek(1) == .word("in") {
      place += 2
      return .not(.contains(left, in: try set()))
    }
    if take(.word("is")) { return try state(of: left) }
    guard case .sign(let sign) = peek(), let operation = Self.comparison(sign) else { return left }
    place += 1
    return .compare(operation, left, try sum())
  }

  private mutating func state(of left: EFXExpression) throws -> EFXExpression {
    let isDenied = take(.word("not"))
    guard case .field(let field) = left else { throw Unreadable() }
    let result: EFXExpression
    if take(.word("present")) {
      result = .present(field)
    } else if take(.word("unique")), take(.word("in")), case .field(let all) = try primary() {
      result = .unique(field, all)
    } else {
      throw Unreadable()
    }
    return isDenied ? .not(result) : result
  }

  private mutating func every() throws -> EFXExpression {
    let known = variables.count
    var loops: [(variable: Int, values: EFXExpression)] = []
    repeat {
      var type = EFXType.text
      if case .word(let word) = peek(), peek(1) == .sign(":") {
        place += 2
        type = EFXType(field: word)
      }
      guard case .variable(let name) = peek() else { throw Unreadable() }
      place += 1
      guard take(.word("in")) else { throw Unreadable() }
      let values = try set()
      loops.append((variables.count, values))
      variables.append(name)
      variableTypes.append(type)
    } while take(.sign(","))
    guard take(.word("satisfies")) else { throw Unreadable() }
    let body = try either()
    variables.removeLast(variables.count - known)
    variableTypes.removeLast(variableTypes.count - known)
    return .every(loops, body)
  }

  /// What stands after `in`: the name of a code list or values in parentheses, or a field.
  private mutating func set() throws -> EFXExpression {
    if peek() == .sign("("), case .word(let name) = peek(1), peek(2) == .sign(")") {
      place += 3
      return .codes(symbols.codeList(name))
    }
    return try primary()
  }

  private mutating func sum() throws -> EFXExpression {
    var result = try product()
    while case .sign(let sign) = peek(), sign == "+" || sign == "-" {
      place += 1
      result = .arithmetic(sign == "+" ? .plus : .minus, result, try product())
    }
    return result
  }

  private mutating func product() throws -> EFXExpression {
    var result = try primary()
    while case .sign(let sign) = peek(), sign == "*" || sign == "%" {
      place += 1
      result = .arithmetic(sign == "*" ? .times : .modulo, result, try primary())
    }
    return result
  }

  private static func comparison(_ sign: String) -> EFXExpression.Comparison? {
    switch sign {
    case "==": .equal
    case "!=": .unequal
    case "<": .less
    case "<=": .lessOrEqual
    case ">": .greater
    case ">=": .greaterOrEqual
    default: nil
    }
  }
}

extension EFXParser {
  private mutating func primary() throws -> EFXExpression {
    guard let token = peek() else { throw Unreadable() }
    place += 1
    switch token {
    case .text(let text): return .literal(.text(text))
    case .number(let text):
      guard let number = DecimalNumber(text) else { throw Unreadable() }
      return .literal(.number(number))
    case .duration(let text): return .literal(try Self.duration(text))
    case .variable(let name):
      guard let index = variables.lastIndex(of: name) else { throw Unreadable() }
      return .variable(index)
    case .name(let name): return .field(try field(name, isAbsolute: false))
    case .sign("/"):
      guard case .name(let name) = peek() else { throw Unreadable() }
      place += 1
      return .field(try field(name, isAbsolute: true))
    case .sign("("): return try parenthesized()
    case .sign("-"): return .arithmetic(.minus, .literal(.number(.zero)), try primary())
    case .sign: throw Unreadable()
    case .word(let word): return try call(word)
    }
  }

  private mutating func parenthesized() throws -> EFXExpression {
    var values = [try either()]
    while take(.sign(",")) { values.append(try either()) }
    try expect(")")
    return values.count == 1 ? values[0] : .list(values)
  }

  private mutating func call(_ word: String) throws -> EFXExpression {
    switch word {
    case "TRUE", "ALWAYS": return .literal(.truth(true))
    case "FALSE", "NEVER": return .literal(.truth(false))
    case "starts-with":
      try expect("(")
      let text = try sum()
      try expect(",")
      let start = try sum()
      try expect(")")
      return .startsWith(text, start)
    case "count", "sum":
      try expect("(")
      let values = try primary()
      try expect(")")
      return word == "count" ? .count(values) : .sum(values)
    case "notice":
      try expect("(")
      guard case .field(let reference) = try primary() else { throw Unreadable() }
      try expect(")")
      try expect("/")
      guard case .name(let name) = peek() else { throw Unreadable() }
      place += 1
      var field = try field(name, isAbsolute: true)
      field.notice = reference.path
      return .field(field)
    case "text", "number", "date", "time", "indicator", "measure":
      try expect(":")
      guard case .field(var field) = try primary() else { throw Unreadable() }
      field.type = EFXType(field: word)
      return .field(field)
    default: throw Unreadable()
    }
  }

  private mutating func field(_ name: String, isAbsolute: Bool) throws -> EFXField {
    guard let (path, type) = symbols.symbol(name), let context = contexts.last else { throw Unreadable() }
    var result = EFXField(
      isAbsolute: isAbsolute, path: isAbsolute ? path : path.relative(to: context), predicate: nil,
      attribute: nil, type: type, notice: nil)
    if take(.sign("[")) {
      contexts.append(path)
      result.predicate = try either()
      contexts.removeLast()
      try expect("]")
    }
    if peek() == .sign("/"), peek(1) == .sign("@"), case .word(let attribute) = peek(2) {
      place += 3
      result.attribute = symbols.attribute(attribute)
      result.type = .text
    }
    return result
  }

  private static func duration(_ text: String) throws -> EFXValue {
    guard let unit = text.utf8.last, let number = Int(text.dropFirst().dropLast()), number < 100_000 else {
      throw Unreadable()
    }
    switch unit {
    case UInt8(ascii: "Y"): return .duration(months: number * 12, minutes: 0, from: nil)
    case UInt8(ascii: "M"): return .duration(months: number, minutes: 0, from: nil)
    case UInt8(ascii: "W"): return .duration(months: 0, minutes: number * 7 * 1440, from: nil)
    case UInt8(ascii: "D"): return .duration(months: 0, minutes: number * 1440, from: nil)
    default: throw Unreadable()
    }
  }

  fileprivate func peek(_ ahead: Int = 0) -> EFXTokens.Token? {
    place + ahead < tokens.count ? tokens[place + ahead] : nil
  }

  fileprivate mutating func take(_ token: EFXTokens.Token) -> Bool {
    guard peek() == token else { return false }
    place += 1
    return true
  }

  fileprivate mutating func expect(_ sign: String) throws {
    guard take(.sign(sign)) else { throw Unreadable() }
  }
}
