import PasserelleSegments
import PasserelleTestSupport
import Testing

@testable import PasserelleIndex

@Suite("Plain queries")
struct PlainQueryTests {
  private static let schema = IndexSchema(fields: [
    FieldDefinition(name: "title", hasPositions: true, k1: 1.2, b: 0.5),
    FieldDefinition(name: "body", hasPositions: true, k1: 0.9, b: 0.75),
  ])

  /// A word of a vocabulary in which low numbers are frequent.
  private static func word(_ random: inout SeededGenerator) -> [UInt8] {
    Array("m\(random.number(0...random.number(1...60)))".utf8)
  }

  /// Two segments of different size, the titles short.
  private static func snapshot(_ seed: UInt64, _ folder: TemporaryFolder) throws -> IndexSnapshot {
    var random = SeededGenerator(seed: seed)
    let storage = try FolderStorage(path: folder.path("index"))
    let builder = SegmentBuilder(schema: schema)
    let parts = try [500, 90].enumerated().map { place, documents in
      for document in 0..<documents {
        builder.begin(id: Int64(place * 1000 + document))
        for (field, most) in [(0, 4), (1, 30)] {
          for _ in 0..<random.number(1...most) {
            word(&random).withUnsafeBufferPointer { builder.addTerm($0, field: field) }
          }
        }
        builder.end()
      }
      _ = try builder.write(to: storage, name: "\(place).seg")
      let segment = try SegmentReader(storage: storage, name: "\(place).seg", schema: schema)
      return IndexSnapshot.Part(segment: segment, deletions: nil)
    }
    return IndexSnapshot(generation: 1, metadata: [:], schema: schema, parts: parts)
  }

  private static func group(_ random: inout SeededGenerator, forms: Int) -> TermGroup {
    TermGroup(
      (0..<forms).map { _ in
        FieldTerm(
          field: random.number(0...1), term: word(&random), weight: random.oneIn(2) ? 1 : 2.5)
      }, boost: random.oneIn(2) ? 1 : 0.5)
  }

  /// As by the way of queries of all kinds.
  @Test(arguments: 1...4)
  func answersAreThoseOfThePreparedQuery(seed: Int) throws {
    let folder = try TemporaryFolder()
    let snapshot = try Self.snapshot(UInt64(seed), folder)
    var random = SeededGenerator(seed: UInt64(seed) + 50)
    for round in 0..<60 {
      let query: IndexQuery
      switch round % 4 {
      case 0: query = .word(Self.group(&random, forms: random.number(1...4)))
      case 1:
        query = .boolean(
          must: [],
          should: (0..<random.number(1...5)).map { _ in
            .word(Self.group(&random, forms: random.oneIn(2) ? 1 : random.number(2...3)))
          }, mustNot: [])
      case 2:
        query = .boolean(
          must: (0..<random.number(1...3)).map { _ in .word(Self.group(&random, forms: 1)) }, should: [],
          mustNot: [])
      default:
        let terms = (0..<random.number(2...3)).map { _ in Self.word(&random) }
        query = .phrase(
          PhraseGroup(
            [.init(field: random.number(0...1), terms: terms, weight: random.oneIn(2) ? 1 : 2)],
            slop: random.number(0...1), boost: 1.5))
      }
      let memory = QueryMemory()
      #expect(PlainQuery(query, snapshot, memory: memory) != nil, "seed \(seed): \(query)")
      // A part that can be left out and never matches: no fast path takes it.
      let general = IndexQuery.boolean(
        must: [.boolean(must: [query], should: [.nothing], mustNot: [])], should: [.nothing], mustNot: [])
      for limit in [1, 10, 600] {
        #expect(
          snapshot.top(query, limit: limit) == snapshot.top(general, limit: limit), "seed \(seed): \(query)")
      }
    }
  }
}
