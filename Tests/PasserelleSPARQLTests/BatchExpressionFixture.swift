import PasserelleCore

@testable import PasserelleSPARQL

/// Random terms, rows and expressions, and both ways to evaluate them.
struct BatchExpressionFixture {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
  mutating func pick<T>(_ list: [T]) -> T { list[number(below: list.count)] }

  private static func typed(_ name: String, _ texts: String...) -> [Term] { texts.map { .typed($0, name) } }

  /// Terms of all kinds, sound and not.
  static let terms: [Term] =
    typed(
      "integer", "0", "1", "2", "5", "-3", "01", "+7", "36028797018963967", "36028797018963968",
      "123456789012345678901234567890", "x", "", " 4 ")
    + typed(
      "decimal", "0", "1", "1.5", "2.50", "-0.25", "5", "0.1", "99999999999.99", "1125899906842623.5",
      "0.0000000000000000000000000001", "9999999999999999999", "-0.9999999999999999999", "1e3", ".5", "")
    + typed("double", "1", "1.0E0", "1.5e0", "NaN", "INF", "-INF", "0", "-0.0E0", "1e300", "x", "0.1")
    + typed("float", "0.1", "1", "NaN", "2.5", "INF") + typed("int", "5", "-3", "3000000000")
    + typed("byte", "7", "200")
    + typed("nonNegativeInteger", "2", "-2") + typed("boolean", "true", "false", "1", "0", "yes")
    + typed(
      "date", "2021-03-01", "2022-01-01", "2021-03-01Z", "2021-03-01+02:00", "2021-02-30", "1969-12-31",
      "0001-01-01")
    + typed(
      "dateTime", "2021-03-01T00:00:00Z", "2021-03-01T10:20:30Z", "2021-03-01T10:20:30.5Z",
      "2021-03-01T10:20:30",
      "2021-03-01T12:20:30+02:00", "1969-12-31T23:59:59Z", "2021-03-01T24:00:00Z", "x")
    + typed("time", "10:20:30", "10:20:30Z") + typed("gYear", "2021", "2022", "2021Z", "-0001")
    + typed("gYearMonth", "2021-03", "2021-04", "2021-03Z") + typed("gMonth", "--03")
    + typed("dayTimeDuration", "P1D", "PT24H", "-PT1H") + typed("yearMonthDuration", "P1Y", "P12M")
    + typed("duration", "P1Y2DT3H", "P1D")
    + [
      .string(""), .string("a"), .string("A"), .string("abc"), .string("Éclairage PUBLIC"), .string("2021"),
      .string("1.5"), .string("true"), .string("fr"), .string("İK\u{212A}ßŉΐ\u{1F600}ǅ"),
      .string("aé\u{301}b"),
      .string("", language: "en"), .string("a", language: "en"), .string("a", language: "fr"),
      .string("éclairage public", language: "fr"), .string("Rénovation du lycée", language: "fr"),
      .string("*"), .string("en-gb"), .string("long text that is longer than sixteen bytes"),
      .string("long text that is longer than sixteen bytes too"), .string("a.c"), .string("(a"), .string("i"),
      .iri("http://e/a"), .iri("http://e/b"), .iri("http://e/éa"), .iri("urn:x"), .iri(""), .blank("x"),
      .blank("y"),
      .iri(Vocabulary.xsd + "integer"), .iri(Vocabulary.xsd + "string"),
      .literal(Literal("x", .other("http://e/t"))), .literal(Literal("y", .other("http://e/t"))),
      .literal(Literal("x", .other("http://e/u"))), .literal(Literal("5", .other(""))),
    ]

  static let names = ["a", "b", "c"]

  static let unary: [BuiltIn] = [
    .str, .lang, .datatype, .iri, .uri, .isIRI, .isURI, .isBlank, .isLiteral, .isNumeric, .abs, .ceil, .floor,
    .round,
    .strLen, .uCase, .lCase, .encodeForURI, .year, .month, .day, .hours, .minutes, .seconds, .timezone, .tz,
    .md5,
    .sha256,
  ]
  static let binary: [BuiltIn] = [
    .langMatches, .sameTerm, .strLang, .strDatatype, .strStarts, .strEnds, .contains, .strBefore, .strAfter,
    .concat,
    .regex, .substr,
  ]
  static let casts = [
    "string", "boolean", "integer", "decimal", "double", "float", "dateTime", "date", "gYear", "int",
    "duration", "none",
  ]
  static let comparisons: [Expression.Comparison] = [
    .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual,
  ]

  mutating func leaf() -> Expression {
    number(below: 3) > 0 ? .variable(pick(Self.names + ["unknown"])) : .term(pick(Self.terms))
  }

  /// An expression of any form.
  mutating func expression(_ depth: Int = 0) -> Expression {
    if depth > 2 { return leaf() }
    func inner(_ fixture: inout Self) -> Expression { fixture.expression(depth + 1) }
    switch number(below: 16) {
    case 0, 1: return leaf()
    case 2, 3: return .compare(pick(Self.comparisons), inner(&self), inner(&self))
    case 4, 5: return .arithmetic(pick([.add, .subtract, .multiply, .divide]), inner(&self), inner(&self))
    case 6: return .and(inner(&self), inner(&self))
    case 7: return .or(inner(&self), inner(&self))
    case 8: return .not(inner(&self))
    case 9: return number(below: 2) == 0 ? .negate(inner(&self)) : .plus(inner(&self))
    case 10:
      return .isIn(
        inner(&self), (0..<number(below: 4)).map { _ in leaf() }, isNegated: number(below: 2) == 0)
    case 11: return .call(pick(Self.unary), [inner(&self)])
    case 12: return .call(pick(Self.binary), [inner(&self), inner(&self)])
    case 13: return .function(Vocabulary.xsd + pick(Self.casts), [inner(&self)])
    case 14:
      return number(below: 2) == 0
        ? .call(.coalesce, [inner(&self), inner(&self)])
        : .call(.ifThenElse, [inner(&self), inner(&self), inner(&self)])
    default:
      return number(below: 2) == 0
        ? .call(.bound, [.variable(pick(Self.names))])
        : .call(
          pick([.contains, .strStarts, .regex]), [.call(.lCase, [.call(.str, [inner(&self)])]), leaf()])
    }
  }

  /// Rows of random terms, of which some are absent; early terms come often.
  mutating func rows(_ count: Int) -> [[Term?]] {
    (0..<count).map { _ in Self.names.map { _ in number(below: 8) == 0 ? nil : pick(Self.terms) } }
  }

  /// What the plain evaluator gives for each row.
  static func plain(_ expression: Expression, _ rows: [[Term?]]) throws -> [Term?] {
    var algebra = Algebra.unit
    for name in names { algebra = .extend(algebra, name, .term(.boolean(true))) }
    let slots = VariableSlots(.extend(algebra, "result", expression))
    let run = EvaluationRun(testContext, base: "http://base/")
    let dataset = MemoryDataset()
    let evaluator = Evaluator(run, dataset, slots, graphs: NamedGraphs(dataset))
    return try rows.map { terms in
      var row = evaluator.emptyRow
      for (name, term) in zip(names, terms) {
        if let slot = slots[name], let term { row[slot] = run.number(of: term) }
      }
      run.beginSolution()
      return try evaluator.value(expression, row, Evaluator.Scope(graph: .defaultGraph))
    }
  }

  /// A run over a snapshot that knows every second term.
  static func engineRun() -> EngineRun {
    let snapshot = MemorySnapshot()
    for (index, term) in terms.enumerated() where index % 2 == 0 { _ = snapshot.identifier(of: term) }
    return EngineRun(snapshot, EvaluationRun(testContext, base: "http://base/"))
  }

  static let schema = Schema(variables: [0, 1, 2], isBound: [false, false, false])
  static let variables = ["a": 0, "b": 1, "c": 2]

  static func batch(_ rows: [[Term?]], _ run: EngineRun) throws -> Batch {
    Batch(
      columns: try names.indices.map { column in
        try rows.map { try $0[column].map { try run.identifier(of: $0) } ?? TermID.none }
      }, count: rows.count)
  }

  static func compiler(_ run: EngineRun) -> ExpressionCompiler {
    ExpressionCompiler(run: run, schema: schema, variables: variables) { _, _ in NoExistence() }
  }

  /// Says no.
  final class NoExistence: BatchExistence {
    func exists(_ batch: Batch, _ rows: [Int32]?) -> [Bool] {
      Array(repeating: false, count: batch.count(rows))
    }
  }
}
