/// Reads the paths of the rules.
struct RulePathParser {
  /// What is thrown for a path that has more of XPath than the rules use.
  struct Unreadable: Error {}

  private let bytes: [UInt8]
  private var place = 0
  private var names: RuleNames
  private var depth = 0

  private init(_ text: String, _ names: RuleNames) {
    bytes = Array(text.utf8)
    self.names = names
  }

  /// Reads a path from the root element (`/*/…`), or from an element.
  ///
  /// - Returns: Nil for what is none.
  static func path(_ text: String, _ names: inout RuleNames) -> RulePath? {
    var parser = RulePathParser(text, names)
    guard let path = try? parser.whole() else { return nil }
    names = parser.names
    return path
  }

  private mutating func whole() throws -> RulePath {
    var path = RulePath.root
    if take("/*") {
      if place == bytes.count { return path }
      guard take("/") else { throw Unreadable() }
    }
    path = try self.path()
    guard place == bytes.count else { throw Unreadable() }
    return path
  }

  private mutating func path() throws -> RulePath {
    var steps: [RuleStep] = []
    repeat {
      skipSpace()
      if take("text()") { break }
      var step: RuleStep
      if take("..") {
        step = RuleStep(axis: .parent)
      } else if take("@") {
        step = RuleStep(axis: .attribute(names.number(try name())))
      } else {
        step = RuleStep(axis: .child(names.number(try name())))
      }
      while take("[") {
        step.predicates.append(try either())
        skipSpace()
        guard take("]") else { throw Unreadable() }
      }
      steps.append(step)
    } while take("/")
    return RulePath(steps: steps)
  }

  private mutating func either() throws -> RulePredicate {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 20 else { throw Unreadable() }
    var result = try both()
    while takeWord("or") { result = .either(result, try both()) }
    return result
  }

  private mutating func both() throws -> RulePredicate {
    var result = try predicate()
    while takeWord("and") { result = .both(result, try predicate()) }
    return result
  }

  private mutating func predicate() throws -> RulePredicate {
    skipSpace()
    if take("not(") || take("not (") {
      let inner = try either()
      skipSpace()
      guard take(")") else { throw Unreadable() }
      return .not(inner)
    }
    if take("(") {
      let inner = try either()
      skipSpace()
      guard take(")") else { throw Unreadable() }
      return inner
    }
    let path = try path()
    skipSpace()
    guard take("=") else { return .exists(path) }
    skipSpace()
    guard take("(") else { return .equals(path, [try literal()]) }
    var texts: [String] = []
    repeat {
      skipSpace()
      texts.append(try literal())
      skipSpace()
    } while take(",")
    guard take(")") else { throw Unreadable() }
    return .equals(path, texts)
  }

  private mutating func literal() throws -> String {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "'") || bytes[place] == UInt8(ascii: "\"") else {
      throw Unreadable()
    }
    guard let end = bytes[(place + 1)...].firstIndex(of: bytes[place]) else { throw Unreadable() }
    defer { place = end + 1 }
    return String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
  }

  /// A name; its prefix is left out, as the elements of a notice are told apart without.
  private mutating func name() throws -> String {
    let start = place
    while place < bytes.count, Self.isNameByte(bytes[place]) { place += 1 }
    let parts = bytes[start..<place].split(separator: UInt8(ascii: ":"))
    guard let last = parts.last, parts.count <= 2, place == bytes.count || bytes[place] != UInt8(ascii: "(")
    else { throw Unreadable() }
    return String(decoding: last, as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private mutating func skipSpace() {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[place...].starts(with: text.utf8) else { return false }
    place += text.utf8.count
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    skipSpace()
    let end = place + word.utf8.count
    guard bytes[place...].starts(with: word.utf8), end < bytes.count,
      bytes[end] <= 0x20 || bytes[end] == UInt8(ascii: "(")
    else { return false }
    place = end
    return true
  }
}
