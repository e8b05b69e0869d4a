import PasserelleCore
import PasserelleSPARQL

/// Searches the texts of files in memory, by reading all of them for each query.
///
/// It stays within one evaluation, on one thread, though the port asks for more.
final class FileTextAccess: GraphTextAccess, @unchecked Sendable {
  private let data: MemoryDataset
  private let words = LiteralWords()
  private var found: [String: [GraphTextHit]] = [:]

  init(_ data: MemoryDataset) { self.data = data }

  func things(matching query: String, limit: Int?) throws -> [GraphTextHit] {
    if let known = found[query] { return Array(known.prefix(limit ?? .max)) }
    var scores: [String: Double] = [:]
    try data.match(nil, nil, nil, in: .everything) { triple in
      if case .iri(let thing) = triple.subject, case .literal(let literal) = triple.object,
        let score = words.score(of: literal, for: query)
      {
        scores[thing] = max(score, scores[thing] ?? 0)
      }
      return true
    }
    let hits = scores.map { GraphTextHit(thing: $0.key, score: $0.value) }
      .sorted { $0.score == $1.score ? $0.thing < $1.thing : $0.score > $1.score }
    found[query] = hits
    return Array(hits.prefix(limit ?? .max))
  }

  func estimatedThings(matching query: String) throws -> Int { try things(matching: query, limit: nil).count }

  func snippet(of thing: String, for query: String) throws -> String? {
    var best: (score: Double, text: String)?
    try data.match(.iri(thing), nil, nil, in: .everything) { triple in
      if case .literal(let literal) = triple.object, let score = words.score(of: literal, for: query),
        score > best?.score ?? 0
      {
        best = (score, literal.lexicalForm)
      }
      return true
    }
    return best?.text
  }

  func score(of literal: Literal, for query: String) throws -> Double? {
    switch literal.datatype {
    case .string, .language: words.score(of: literal, for: query)
    default: nil
    }
  }

  func literals(holding text: String, at place: LiteralPlace) throws -> [TermID]? { nil }
}
