import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct TermIDTests {
  private static let limit: Int64 = 1 << 55

  @Test(arguments: InlineKind.allCases)
  func payloadsComeBackAndKeepTheirOrder(kind: InlineKind) throws {
    var random = SeededGenerator(seed: 31)
    var payloads: [Int64] = [-Self.limit, -Self.limit + 1, -1, 0, 1, Self.limit - 1]
    for _ in 0..<500 {
      payloads.append(Int64.random(in: -Self.limit..<Self.limit, using: &random))
      payloads.append(Int64.random(in: -1000...1000, using: &random))
    }
    let ids = try payloads.map { try #require(TermID(kind, payload: $0)) }
    for (id, payload) in zip(ids, payloads) {
      #expect(id.isInline && id.isBound && id.rawValue > 0)
      let value = try #require(id.inlineValue)
      #expect(value.kind == kind && value.payload == payload)
    }
    #expect(ids.sorted().compactMap { $0.inlineValue?.payload } == payloads.sorted())
  }

  @Test func payloadsOverTheLimitDoNotFit() {
    for payload in [Self.limit, -Self.limit - 1, .max, .min] {
      #expect(TermID(.integer, payload: payload) == nil)
    }
  }

  @Test func kindsNeverOverlap() throws {
    for (kind, next) in zip(InlineKind.allCases, InlineKind.allCases.dropFirst()) {
      let last = try #require(TermID(kind, payload: Self.limit - 1))
      let first = try #require(TermID(next, payload: -Self.limit))
      #expect(last < first)
    }
  }

  @Test func dictionaryNumbersAreNotInline() {
    #expect(!TermID.none.isBound && !TermID.none.isInline)
    for number: Int64 in [1, 2, 1 << 40, 1 << 62 - 1] {
      let id = TermID(rawValue: number)
      #expect(id.isBound && !id.isInline && id.inlineValue == nil)
    }
    #expect(TermID(rawValue: 1 << 62 | 63 << 56).inlineValue == nil)
  }
}
