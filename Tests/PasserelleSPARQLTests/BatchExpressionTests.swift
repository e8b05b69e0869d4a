import Foundation
import PasserelleCore
import Testing

@testable import PasserelleSPARQL

/// The plain evaluator is right by definition.
@Suite struct BatchExpressionTests {
  private typealias Fixture = BatchExpressionFixture
  private static let count =
    ProcessInfo.processInfo.environment["PASSERELLE_RANDOM_EXPRESSIONS"].flatMap { Int($0) } ?? 200

  /// Where values, truths, numbers and selections differ from the plain evaluator; nil for nowhere.
  private func difference(_ expression: PasserelleSPARQL.Expression, _ rows: [[Term?]], _ selected: [Int32])
    throws -> String?
  {
    let expected = try Fixture.plain(expression, rows)
    let run = Fixture.engineRun()
    let batch = try Fixture.batch(rows, run)
    let compiled = try Fixture.compiler(run).compile(expression)
    let values = try compiled.values(batch, nil)
    for (index, value) in values.enumerated()
    where try run.term(of: value) ?? InlineValue.term(of: value) != expected[index] {
      return
        "value \(rows[index]) \(String(describing: try run.term(of: value))) not \(String(describing: expected[index])) in \(expression)"
    }
    let truths = expected.map { Truth($0.flatMap(Value.effectiveBoolean)) }
    if try compiled.truths(batch, nil) != truths { return "truths of \(expression)" }
    let passing = truths.indices.filter { truths[$0] == .yes }.map { Int32($0) }
    if try compiled.passing(batch, nil) != passing { return "passing of \(expression)" }
    if try compiled.values(batch, selected) != selected.map({ values[Int($0)] }) {
      return "selection of \(expression)"
    }
    if try compiled.passing(batch, selected) != selected.filter({ passing.contains($0) }) {
      return "passing selection of \(expression)"
    }
    for (index, scalar) in try compiled.scalars(batch, nil).enumerated() {
      let number: String
      if let term = expected[index], case .numeric(let value) = Value(term) {
        number = "\(value)"
      } else {
        number = "nil"
      }
      // Not-a-number has no sign that counts.
      if (scalar.numeric.map { "\($0)" } ?? "nil").replacing("-nan", with: "nan")
        != number.replacing("-nan", with: "nan")
      {
        return "number \(rows[index]) of \(expression)"
      }
    }
    return nil
  }

  @Test func randomExpressionsAgree() throws {
    var differences: [String] = []
    for seed in 0..<UInt64(Self.count) {
      var fixture = Fixture(seed: seed)
      let expression = fixture.expression()
      let rows = fixture.rows(40)
      let selected = (0..<40).filter { _ in fixture.number(below: 3) == 0 }.map { Int32($0) }
      if let found = try difference(expression, rows, selected) {
        differences.append("seed \(seed): \(found)")
      }
    }
    #expect(differences.count == 0, "\(differences.prefix(3).joined(separator: "\n"))")
  }

  /// Each function alone, with variables and with a constant on either side.
  @Test func everyFunctionAgrees() throws {
    var fixture = Fixture(seed: 5)
    let (a, b) = (PasserelleSPARQL.Expression.variable("a"), PasserelleSPARQL.Expression.variable("b"))
    var expressions = Fixture.unary.map { PasserelleSPARQL.Expression.call($0, [a]) }
    expressions += Fixture.casts.map { .function(Vocabulary.xsd + $0, [a]) }
    for function in Fixture.binary {
      let constant = PasserelleSPARQL.Expression.term(fixture.pick(Fixture.terms))
      expressions += [
        .call(function, [a, b]), .call(function, [a, constant]), .call(function, [constant, b]),
      ]
      expressions += [
        .call(function, [a, .term(.string("a"))]), .call(function, [.call(.str, [a]), .term(.string("a"))]),
      ]
    }
    expressions.append(.call(.replace, [a, .term(.string("[aé]")), .term(.string("$0-"))]))
    expressions.append(.call(.regex, [.call(.str, [a]), .term(.string("écl|LYCÉE")), .term(.string("i"))]))
    expressions.append(.call(.substr, [a, .term(.integer(2)), .term(.integer(3))]))
    var differences: [String] = []
    let rows = Fixture.terms.map { [$0, fixture.pick(Fixture.terms), nil] }
    for expression in expressions {
      if let found = try difference(expression, rows, [0, 3, 9]) { differences.append(found) }
    }
    #expect(differences.count == 0, "\(differences.prefix(3).joined(separator: "\n"))")
  }

  /// Every term with every comparison and operation, as variable and as constant.
  @Test func everyPairAgrees() throws {
    var fixture = Fixture(seed: 9)
    var differences: [String] = []
    let (a, b) = (PasserelleSPARQL.Expression.variable("a"), PasserelleSPARQL.Expression.variable("b"))
    for _ in 0..<30 {
      let constant = fixture.pick(Fixture.terms)
      let rows = Fixture.terms.map { [$0, constant, nil] }
      var expressions: [PasserelleSPARQL.Expression] = []
      let comparison = fixture.pick(Fixture.comparisons)
      expressions += [.compare(comparison, a, b), .compare(comparison, a, .term(constant))]
      expressions += [
        .compare(comparison, .term(constant), a), .isIn(a, [b, .term(constant)], isNegated: false),
      ]
      expressions.append(.arithmetic(fixture.pick([.add, .subtract, .multiply, .divide]), a, b))
      for expression in expressions {
        if let found = try difference(expression, rows, [1, 2]) { differences.append(found) }
      }
    }
    #expect(differences.count == 0, "\(differences.prefix(3).joined(separator: "\n"))")
  }

  @Test func caseIsThatOfSwift() {
    var differences: [UInt32] = []
    for code in UInt32(0)..<0x1_FFFF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let text = String(scalar)
      for (folding, expected) in [(CaseFolding.lower, text.lowercased()), (.upper, text.uppercased())] {
        let buffer = ByteBuffer()
        Array(text.utf8).withUnsafeBufferPointer { folding.map($0, into: buffer) }
        if !buffer.bytes.elementsEqual(expected.utf8) { differences.append(code) }
      }
    }
    #expect(differences == [])
  }

  @Test func blankNodesAreOnePerTextAndSolution() throws {
    let run = Fixture.engineRun()
    let chain = try Fixture.compiler(run).compile(
      chain: [.call(.bnode, [.variable("a")]), .call(.bnode, [.variable("b")])])
    let batch = try Fixture.batch(
      [[.string("x"), .string("x"), nil], [.string("x"), .string("y"), nil], [.integer(1), nil, nil]], run)
    let (first, second) = (try chain[0].values(batch, nil), try chain[1].values(batch, nil))
    #expect(first[0] == second[0] && first[1] != second[1] && first[0] != first[1])
    #expect(first[2] == TermID.none && second[2] == TermID.none)
    #expect(try chain[0].values(batch, nil)[0] != first[0])
  }

  @Test func needlesAreFound() {
    var missed: [String] = []
    for (needle, text, isThere) in [
      ("", "", true), ("a", "", false), ("bc", "abcd", true), ("cd", "abcd", true), ("ce", "abcdce", true),
      ("é p", "lé pé p", true), ("zz", "z zaz", false), ("aab", "aaab", true), ("abcde", "abcd", false),
    ] {
      let found = Array(text.utf8).withUnsafeBufferPointer { ByteNeedle(Array(needle.utf8)).occurs(in: $0) }
      if found != isThere { missed.append(needle) }
    }
    #expect(missed == [])
  }
}
