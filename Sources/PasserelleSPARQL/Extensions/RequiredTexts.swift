internal import PasserelleCore

/// What must stand in the text of a variable where a filter is to pass: texts of which one of each clause must occur.
///
/// A filter may still fail where all clauses hold; it never passes where one does not. Texts are compared in lower case,
/// scalar by scalar.
struct RequiredTexts: Hashable, Sendable {
  /// A text and where it must stand.
  struct Part: Hashable, Sendable {
    let text: String
    let place: LiteralPlace
  }

  /// The variable.
  let variable: String
  /// Whether the filter looks at the text of every term, as `STR` does, not at strings only.
  let seesAllTerms: Bool
  /// All clauses must hold, each by any of its parts; at least one.
  let clauses: [[Part]]

  /// The fewest bytes of a text by which an index can choose.
  static let leastBytes = 3

  /// What a filter requires.
  ///
  /// - Returns: Nil where it requires no text of one variable.
  init?(_ filter: Expression) {
    switch filter {
    case .and(let left, let right):
      let sides = [Self(left), Self(right)].compactMap { $0 }
      guard let first = sides.first else { return nil }
      // Texts of one variable are enough: the filters themselves are asked in any case.
      let same = sides.filter { $0.variable == first.variable }
      self.init(first.variable, same.contains { $0.seesAllTerms }, same.flatMap(\.clauses))
    case .or(let left, let right):
      guard let left = Self(left), let right = Self(right), left.variable == right.variable else {
        return nil
      }
      self.init(
        left.variable, left.seesAllTerms || right.seesAllTerms,
        left.clauses.flatMap { clause in right.clauses.map { clause + $0 } })
    case .call(.contains, let arguments): self.init(arguments, .anywhere)
    case .call(.strStarts, let arguments): self.init(arguments, .beginning)
    case .call(.strEnds, let arguments): self.init(arguments, .end)
    case .call(.regex, let arguments):
      guard let (name, seesAllTerms) = Self.variable(arguments[0]), let pattern = Self.constant(arguments[1]),
        let flags = arguments.count > 2 ? Self.constant(arguments[2]) : ""
      else { return nil }
      self.init(name, seesAllTerms, RequiredPatternTexts.clauses(pattern, flags: flags))
    default: return nil
    }
  }

  private init?(_ variable: String, _ seesAllTerms: Bool, _ clauses: [[Part]]) {
    let usable = clauses.filter { clause in
      !clause.isEmpty && clause.allSatisfy { $0.text.utf8.count >= Self.leastBytes }
    }
    guard !usable.isEmpty else { return nil }
    self.variable = variable
    self.seesAllTerms = seesAllTerms
    self.clauses = usable
  }

  private init?(_ arguments: [Expression], _ place: LiteralPlace) {
    guard let (name, seesAllTerms) = Self.variable(arguments[0]), let text = Self.constant(arguments[1])
    else {
      return nil
    }
    // The lower case of Σ depends on what stands beside it.
    let pieces = text.split(omittingEmptySubsequences: false) { "Σσς".contains($0) }.map(String.init)
    guard pieces.count > 1 else {
      self.init(name, seesAllTerms, [[Part(text: text, place: place)]])
      return
    }
    self.init(name, seesAllTerms, pieces.map { [Part(text: $0, place: .anywhere)] })
  }

  /// The variable whose text an argument is, in lower case or as it stands; whether it may be any term.
  private static func variable(_ argument: Expression) -> (name: String, seesAllTerms: Bool)? {
    switch argument {
    case .variable(let name): (name, false)
    case .call(.str, let inner):
      if case .variable(let name)? = inner.first { (name, true) } else { nil }
    case .call(.lCase, let inner): inner.first.flatMap(variable)
    default: nil
    }
  }

  private static func constant(_ argument: Expression) -> String? {
    if case .term(.literal(let literal)) = argument { literal.lexicalForm } else { nil }
  }
}
