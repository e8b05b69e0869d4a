internal import PasserelleCore

/// The number of a term in the table of a run, from 1; 0 for no value.
typealias TermNumber = UInt32

/// What one evaluation carries along: its table of terms, its limits, its random numbers and labels.
final class EvaluationRun {
  let context: EvaluationContext
  let base: String?
  var random: SeededRandom
  private(set) var terms: [Term] = []
  private var numbers: [Term: TermNumber] = [:]
  private var expressions: [RegularExpressionKey: RegularExpression?] = [:]
  private var blankCount = 0
  /// Whether a blank node is in the data already; asked in updates, whose blank nodes stay.
  private let isTaken: ((Term) -> Bool)?
  private var labelled: [String: Term] = [:]
  private let deadline: ContinuousClock.Instant?
  private var steps = 0

  private struct RegularExpressionKey: Hashable {
    let pattern: String
    let flags: String
  }

  /// Begins a run; its time limit counts from now.
  init(_ context: EvaluationContext, base: String?, isTaken: ((Term) -> Bool)? = nil) {
    self.context = context
    self.isTaken = isTaken
    self.base = base
    random = SeededRandom(seed: context.seed)
    deadline = context.timeout.map { ContinuousClock.now.advanced(by: $0) }
  }

  // Terms

  /// The number of a term.
  func number(of term: Term) -> TermNumber {
    if let known = numbers[term] { return known }
    terms.append(term)
    let number = TermNumber(terms.count)
    numbers[term] = number
    return number
  }

  /// The term of a number; nil for 0.
  func term(_ number: TermNumber) -> Term? { number == 0 ? nil : terms[Int(number) - 1] }

  // Limits

  /// Counts one step of a loop.
  ///
  /// - Throws: ``PasserelleError`` where the time is up or a stop was asked for.
  func step() throws {
    steps &+= 1
    guard steps & 0x3FF == 0 else { return }
    try checkLimits()
  }

  /// Looks at the clock and at the flag.
  func checkLimits() throws {
    if context.stopFlag.isSet { throw SPARQLErrors.stopped() }
    if let deadline, let limit = context.timeout, ContinuousClock.now > deadline {
      throw SPARQLErrors.timeout(limit)
    }
  }

  /// Counts a step that has given so many rows.
  func step(rows: Int) throws {
    guard rows <= context.rowLimit else { throw SPARQLErrors.rows(context.rowLimit) }
    try step()
  }

  /// What searches of texts ask.
  func textAccess() throws -> any GraphTextAccess {
    guard let access = context.text else { throw SPARQLErrors.noTextAccess() }
    return access
  }

  // Labels and patterns

  /// A blank node that is in no data.
  func freshBlank() -> Term {
    // No label of a document holds a space.
    while true {
      blankCount += 1
      let label = Term.blank((isTaken == nil ? " q" : " u") + "\(blankCount)")
      if isTaken?(label) != true { return label }
    }
  }

  /// Begins a new solution: `BNODE` of a text gives another blank node from here on.
  func beginSolution() {
    if !labelled.isEmpty { labelled.removeAll() }
  }

  /// The blank node of a text in this solution.
  func blank(of text: String) -> Term {
    if let known = labelled[text] { return known }
    let fresh = freshBlank()
    labelled[text] = fresh
    return fresh
  }

  /// A compiled pattern; nil for one that is not valid.
  func regularExpression(_ pattern: String, flags: String) -> RegularExpression? {
    let key = RegularExpressionKey(pattern: pattern, flags: flags)
    if let known = expressions[key] { return known }
    if expressions.count >= 1_000 { expressions.removeAll() }
    let compiled = RegularExpression(pattern, flags: flags)
    expressions[key] = .some(compiled)
    return compiled
  }
}

/// Numbers that look random and are the same for the same seed (SplitMix64).
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to 1, not included.
  mutating func double() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A UUID of version 4 (RFC 9562).
  mutating func uuid() -> String {
    let high = next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    func text(_ value: UInt64) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    let (a, b) = (text(high), text(low))
    return "\(a.prefix(8))-\(a.dropFirst(8).prefix(4))-\(a.suffix(4))-\(b.prefix(4))-\(b.dropFirst(4))"
  }
}
