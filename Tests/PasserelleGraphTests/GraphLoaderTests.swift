import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

/// A statement of a file: a triple, and a graph or none.
private struct Line: Hashable {
  var triple: [Term]
  var graph: String?
}

extension GraphLoader {
  /// Takes a file.
  fileprivate func take(_ lines: [Line], key: String = "file.nq") throws {
    beginFile(defaultKey: key)
    let chunk = StatementChunk()
    for line in lines {
      chunk.add(
        chunk.term(line.triple[0]), chunk.term(line.triple[1]), chunk.term(line.triple[2]),
        line.graph.map { chunk.term(.iri($0)) } ?? 0)
      if chunk.count >= 100 {
        try take(chunk)
        chunk.removeAll()
      }
    }
    try take(chunk)
  }
}

@Suite struct GraphLoaderTests {
  private func load(
    _ lines: [Line], into store: GraphStore, _ clock: ManualClock, mode: GraphLoader.Mode = .adding
  ) throws -> GraphLoader.Outcome {
    let loader = try GraphLoader(store: store, run: nil, mode: mode) { clock.tick() }
    try loader.take(lines)
    return try loader.finish()
  }

  private func line(_ subject: String, _ object: Term, _ graph: String? = "urn:g") -> Line {
    Line(triple: [.iri("urn:s:" + subject), .iri("urn:p"), object], graph: graph)
  }

  @Test func aSecondLoadStoresNothing() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open(segments: true)
    let lines =
      (0..<300).map { line("\($0)", .integer($0), "urn:g:\($0 % 7)") } + [line("d", .string("x"), nil)]
    let first = try load(lines, into: store, fixture.clock)
    #expect(first.graphs == 8 && first.added == 8 && first.statements == 301)
    let (hash, counts) = (try store.hash(), try store.read { try $0.counts() })
    for refreshes in [false, true] {
      if refreshes { try store.refreshPermutations(minimum: 1) }
      let again = try load(lines.shuffled() + lines, into: store, fixture.clock)
      #expect(again.unchanged == 8 && again.added + again.changed == 0)
      #expect(try store.hash() == hash)
      #expect(try store.read { try $0.counts() } == counts)
    }
    #expect(
      try store.lines().last
        == "<urn:s:d> <urn:p> \"x\" <https://passerelle.example/record/rdf/file.nq> .")
  }

  @Test func whatIsNewIsAddedOrTakesThePlace() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    _ = try load([line("a", .string("1")), line("b", .string("2"))], into: store, fixture.clock)
    let added = try load([line("b", .string("2")), line("c", .string("3"))], into: store, fixture.clock)
    #expect(added.changed == 1 && added.statements == 3)
    #expect(try store.texts() == ["1", "2", "3"])
    #expect(try load([line("c", .string("3"))], into: store, fixture.clock).unchanged == 1)
    let replaced = try load([line("c", .string("3"))], into: store, fixture.clock, mode: .replacing)
    #expect(replaced.changed == 1)
    #expect(try store.texts() == ["3"])
    #expect(try store.texts(.sequence(2)) == ["1", "2", "3"])
    #expect(try store.texts(.sequence(1)) == ["1", "2"])
  }

  @Test func anAbandonedFileLeavesNothing() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let loader = try GraphLoader(store: store, run: nil, mode: .adding) { fixture.clock.tick() }
    try loader.take([line("a", .string("kept"))], key: "a")
    try loader.take((0..<5000).map { line("x\($0)", .string("lost \($0)"), nil) }, key: "b")
    loader.abandonFile()
    try loader.take([line("c", .string("kept too"), nil)], key: "c")
    let outcome = try loader.finish()
    #expect(outcome.graphs == 2)
    #expect(try store.texts() == ["kept", "kept too"])
    #expect(try store.read { try $0.counts().terms } == 7)
  }

  /// Many runs, on disk: the order of the file does not matter.
  @Test func graphsComeTogetherFromManyRuns() throws {
    let fixture = try GraphFixture()
    let (one, other) = (try fixture.open(), try fixture.open(at: fixture.folder.path("other.sqlite")))
    let lines = (0..<3000).map { line("\($0 % 400)", .integer($0 % 900), "urn:g:\($0 % 11)") }
    _ = try load(lines, into: one, fixture.clock)
    let loader = try GraphLoader(store: other, run: nil, mode: .adding) { fixture.clock.tick() }
    loader.runs = LoadedRuns(folder: fixture.root, memory: 900)
    loader.statementsInRun = 250
    try loader.take(lines.reversed())
    #expect(loader.runs.count >= 10)
    #expect(try loader.finish().graphs == 11)
    #expect(try other.hash() == one.hash())
  }

  @Test func literalsGetTheNumbersOfTheirTerms() {
    var make = RandomStatements(seed: 4)
    var terms = RandomStatements.edgeLiterals + (0..<2000).map { _ in make.term() }
    var random = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      let digits = String(random.number(-99_999...99_999))
      let fraction = String(random.number(0...999))
      let day = "\(random.number(1500...3100))-0\(random.number(1...9))-\(random.number(10...31))"
      terms += [
        .literal(Literal(digits, .integer)), .literal(Literal(digits + "." + fraction, .decimal)),
        .literal(Literal(day, .date)), .literal(Literal("0" + digits, .integer)),
        .literal(Literal("-0", .integer)), .literal(Literal(digits + ".", .decimal)),
      ]
    }
    var wrong: [Term] = []
    for term in terms {
      guard case .literal(let literal) = term, case let datatype = literal.datatype else { continue }
      let known = Array(datatype.iri.utf8).withUnsafeBufferPointer { InlineText.datatype($0) }
      switch datatype {
      case .language, .other, .string: continue
      default: break
      }
      let found = Array(literal.lexicalForm.utf8).withUnsafeBufferPointer {
        InlineText.identifier($0, datatype)
      }
      if known != datatype || found != InlineValue.identifier(of: literal) { wrong.append(term) }
    }
    #expect(wrong == [])
  }
}
