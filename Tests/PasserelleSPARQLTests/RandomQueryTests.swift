import Foundation
import PasserelleCore
import Testing

@testable import PasserelleSPARQL

/// Random queries, by default 100; `PASSERELLE_RANDOM_QUERIES` sets another count.
@Suite struct RandomQueryTests {
  private static let count =
    ProcessInfo.processInfo.environment["PASSERELLE_RANDOM_QUERIES"].flatMap { Int($0) } ?? 100

  /// The rows; nil for more than a test has time for.
  private func table(_ query: Query, _ data: MemoryDataset) throws -> [[Term?]]? {
    var context = testContext
    context.rowLimit = 2_000
    do {
      guard case .solutions(let table) = try query.evaluate(over: data, context) else { return nil }
      return table.rows
    } catch let error as PasserelleError where error.code == .sparqlLimit {
      return nil
    }
  }

  private func bag(_ rows: [[Term?]]) -> [[Term?]: Int] { rows.reduce(into: [:]) { $0[$1, default: 0] += 1 } }

  /// The solutions are the same whatever the order of the triples in the data and in the patterns, and the
  /// same list when asked twice.
  @Test func orderDoesNotMatter() throws {
    var different: [String] = []
    var answered = 0
    for seed in 0..<UInt64(Self.count) {
      var random = RandomQuery(seed: seed)
      let triples = random.data(count: 40)
      let text = random.query()
      let query = try SPARQLParser.query("PREFIX : <http://e/> PREFIX xsd: <\(Vocabulary.xsd)> " + text)
      let forward = try dataset("INSERT DATA { \(triples.joined(separator: " ")) }")
      let backward = try dataset("INSERT DATA { \(triples.reversed().joined(separator: " ")) }")
      guard let first = try table(query, forward), let turned = try table(reversed(query), backward) else {
        continue
      }
      answered += 1
      if try table(query, forward) != first || bag(first) != bag(turned) {
        different.append("seed \(seed): \(text)")
      }
    }
    #expect(different == [])
    #expect(answered > Self.count / 2)
  }

  /// The query with the triples of its outermost pattern the other way round.
  private func reversed(_ query: Query) -> Query {
    guard case .select(var select) = query.form else { return query }
    let names = VisibleVariables.of(select.pattern)
    select.pattern.elements = select.pattern.elements.map { element in
      if case .triples(let triples) = element { .triples(triples.reversed()) } else { element }
    }
    select.isAll = false
    select.projection = names.map { SelectQuery.Projection(variable: $0) }
    return Query(form: .select(select), dataset: query.dataset, base: query.base)
  }
}
