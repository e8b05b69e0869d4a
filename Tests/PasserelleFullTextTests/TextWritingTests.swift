import PasserelleCore
import Testing

/// What every index behind the port does with what it is given.
@Suite struct TextWritingTests {
  @Test(arguments: Engine.allCases) func anEmptyIndexAnswers(engine: Engine) throws {
    let index = try engine.index()
    #expect(try index.lastSequence() == 0)
    #expect(try index.count(TextQuery(fields: [.vendors], terms: [])) == 0)
    #expect(try index.numbers(words("a")).isEmpty)
    #expect(try index.summaries(of: [1]) == [nil])
  }

  @Test(arguments: Engine.allCases) func replacesAndRemoves(engine: Engine) throws {
    let index = try engine.index([document(1, "a b"), document(2, "b c"), document(1, "c d")])
    #expect(try index.count(TextQuery(fields: [.vendors], terms: [])) == 2)
    #expect(try index.numbers(words("a")).isEmpty)
    #expect(try index.numbers(words("d")) == [1])
    try index.apply(adding: [document(2, "z")], removing: [1, 77], upTo: 42)
    #expect(try index.numbers(words("a b c d")).isEmpty)
    #expect(try index.numbers(words("z")) == [2])
    #expect(try index.lastSequence() == 42)
    #expect(try index.summaries(of: [1, 2]).map { $0?.id } == [nil, 2])
    // What is removed and added in one call is added.
    try index.apply(adding: [document(2, "y")], removing: [2], upTo: 43)
    #expect(try index.numbers(words("y z")) == [2])
    try index.apply(adding: [], removing: [], upTo: 44)
    #expect(try index.lastSequence() == 44)
  }
}
