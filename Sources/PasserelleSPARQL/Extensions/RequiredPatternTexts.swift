internal import PasserelleCore

/// Finds texts that every match of a regular expression holds.
///
/// Runs of plain characters, and groups of alternatives that each hold one; anything else only ends a run.
enum RequiredPatternTexts {
  /// The texts, of which one of each clause must occur; none for patterns that it does not see through.
  static func clauses(_ pattern: String, flags: String) -> [[RequiredTexts.Part]] {
    if flags.contains("q") {
      return runs(of: pattern, ignoresCase: flags.contains("i")).map { [part($0)] }
    }
    // White space that is left out, and look-around, back references or modes, are not seen through.
    guard !flags.contains("x"), !pattern.contains("(?") else { return [] }
    var reader = Reader(Array(pattern.unicodeScalars), ignoresCase: flags.contains("i"))
    guard let clauses = reader.alternatives(), reader.isAtEnd else { return [] }
    return clauses
  }

  fileprivate static func part(_ text: String) -> RequiredTexts.Part {
    RequiredTexts.Part(text: text, place: .anywhere)
  }

  /// Letters that equal another in some case whose lower case is a third: they end a run where case is ignored.
  private static let unstable = Set("sSſßẞµμΜσςΣβϐΒεϵΕθϑΘϴιΙκϰΚπϖΠρϱΡφϕΦṡẛṠİı".unicodeScalars)

  fileprivate static func runs(of text: String, ignoresCase: Bool) -> [String] {
    text.unicodeScalars.split { ignoresCase && unstable.contains($0) }.map {
      String(String.UnicodeScalarView($0))
    }
  }

  private struct Reader {
    let scalars: [Unicode.Scalar]
    let ignoresCase: Bool
    var place = 0
    private var depth = 0

    init(_ scalars: [Unicode.Scalar], ignoresCase: Bool) {
      self.scalars = scalars
      self.ignoresCase = ignoresCase
    }

    var isAtEnd: Bool { place == scalars.count }
    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    /// What all of some alternatives require: the clause of the best text of each; nil for a pattern not understood.
    mutating func alternatives() -> [[RequiredTexts.Part]]? {
      depth += 1
      defer { depth -= 1 }
      guard depth < 50, let first = sequence() else { return nil }
      var all = [first]
      while next == "|" {
        place += 1
        guard let more = sequence() else { return nil }
        all.append(more)
      }
      if all.count == 1 { return first }
      var clause: [RequiredTexts.Part] = []
      for clauses in all {
        // The clause whose shortest text is longest chooses best.
        let best = clauses.max { Self.least($0) < Self.least($1) }
        guard let best else { return [] }
        clause += best
      }
      return [clause]
    }

    private static func least(_ clause: [RequiredTexts.Part]) -> Int {
      clause.map(\.text.utf8.count).min() ?? 0
    }

    /// What is required so far, and the run of plain characters that is being read.
    private struct Found {
      var clauses: [[RequiredTexts.Part]] = []
      var run = String.UnicodeScalarView()

      mutating func endRun(ignoresCase: Bool) {
        for text in runs(of: String(run), ignoresCase: ignoresCase) where !text.isEmpty {
          clauses.append([part(text)])
        }
        run = String.UnicodeScalarView()
      }
    }

    private mutating func sequence() -> [[RequiredTexts.Part]]? {
      var found = Found()
      while let scalar = next, scalar != "|", scalar != ")" {
        place += 1
        switch scalar {
        case "(":
          found.endRun(ignoresCase: ignoresCase)
          guard let inner = alternatives(), next == ")" else { return nil }
          place += 1
          if !isOptional() { found.clauses += inner }
        case "[", ".", "^", "$":
          found.endRun(ignoresCase: ignoresCase)
          guard scalar != "[" || skipClass() else { return nil }
          _ = isOptional()
        case "\\":
          guard let escaped = next else { return nil }
          place += 1
          if "dDwWsSiIcCnrt".unicodeScalars.contains(escaped) {
            found.endRun(ignoresCase: ignoresCase)
            _ = isOptional()
          } else if "\\|.?*+(){}[]^$-".unicodeScalars.contains(escaped) {
            add(escaped, &found)
          } else {
            return nil
          }
        case "*", "+", "?", "{", "}": return nil
        default: add(scalar, &found)
        }
      }
      found.endRun(ignoresCase: ignoresCase)
      return found.clauses
    }

    /// Adds a plain character, unless it may be left out.
    private mutating func add(_ scalar: Unicode.Scalar, _ found: inout Found) {
      switch next {
      case "*", "?", "{":
        found.endRun(ignoresCase: ignoresCase)
        _ = isOptional()
      case "+":
        found.run.append(scalar)
        found.endRun(ignoresCase: ignoresCase)
        _ = isOptional()
      default: found.run.append(scalar)
      }
    }

    /// Passes over a quantifier; whether what stands before it may be left out.
    private mutating func isOptional() -> Bool {
      var result = false
      switch next {
      case "*", "?":
        result = true
        place += 1
      case "+": place += 1
      case "{":
        place += 1
        result = next == "0" || next == ","
        while let scalar = next, scalar != "}" { place += scalar == "}" ? 0 : 1 }
        place += isAtEnd ? 0 : 1
      default: return false
      }
      // A mark of reluctance.
      if next == "?" || next == "+" { place += 1 }
      return result
    }

    /// Passes over a class from behind its `[`; false for one that it does not see through.
    private mutating func skipClass() -> Bool {
      if next == "^" { place += 1 }
      if next == "]" { return false }
      while let scalar = next {
        place += 1
        switch scalar {
        case "]": return true
        case "\\": place += 1
        case "[": return false
        default: break
        }
      }
      return false
    }
  }
}
