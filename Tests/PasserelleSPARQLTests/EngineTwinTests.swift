import Foundation
import PasserelleCore
import Testing

@testable import PasserelleSPARQL

/// Random queries by the batch engine and by the plain evaluator, by default 1,000 (the first
/// `PASSERELLE_RANDOM_QUERIES` of them, where that is set).
@Suite struct EngineTwinTests {
  private static let count =
    ProcessInfo.processInfo.environment["PASSERELLE_RANDOM_QUERIES"].flatMap { Int($0) } ?? 1_000
  private static let parts = 10

  /// The rows as a bag; nil for more than a test has time for.
  private func bag(_ evaluate: (EvaluationContext) throws -> QueryResult, _ isUnion: Bool) throws
    -> [[Term?]: Int]?
  {
    var context = testContext
    context.rowLimit = 2_000
    context.defaultGraphIsUnion = isUnion
    do {
      guard case .solutions(let table) = try evaluate(context) else { return nil }
      return table.rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    } catch let error as PasserelleError where error.code == .sparqlLimit {
      return nil
    }
  }

  @Test(arguments: 0..<parts) func agrees(_ part: Int) throws {
    var different: [String] = []
    var answered = 0
    let share = Self.count / Self.parts
    for seed in UInt64(part * share)..<UInt64((part + 1) * share) {
      var random = RandomQuery(seed: seed)
      let triples = random.data(count: 40)
      let text = random.query()
      let query = try SPARQLParser.query("PREFIX : <http://e/> PREFIX xsd: <\(Vocabulary.xsd)> " + text)
      let data = try dataset("INSERT DATA { \(triples.joined(separator: " ")) }")
      let isUnion = seed % 3 == 0
      if ProcessInfo.processInfo.environment["TWIN_PRINT"] != nil { print("SEED", seed, isUnion, text) }
      let plain = try bag({ try query.evaluate(over: data, $0) }, isUnion)
      guard let plain else { continue }
      var found: [[Term?]: Int]?
      do {
        found = try bag({ try query.evaluate(over: MemorySnapshot(data), $0) }, isUnion)
      } catch {
        different.append("seed \(seed): \(error): \(text)")
        continue
      }
      // The engine may pass the limit in another step.
      guard let found else { continue }
      answered += 1
      if found != plain {
        different.append(
          "seed \(seed) \(isUnion): \(plain.values.reduce(0, +)) rows, found \(found.values.reduce(0, +)): \(text)"
        )
      }
    }
    #expect(different == [])
    #expect(answered > share / 2)
  }
}
