import Foundation

/// The plainest index: words cut at what is no letter or digit, lists in memory, every match scored.
final class NaiveEngine: TextEngine, @unchecked Sendable {
  // Unchecked: `current` is only touched under the lock.
  private let lock = NSLock()
  private var current = NaiveSnapshot()

  init(folder: String, threads: Int) throws {}

  func add(_ documents: Documents, numberedFrom first: Int) throws {
    var next = lock.withLock { current }
    for index in 0..<documents.count { next.add(documents[index], id: Int64(first + index)) }
    lock.withLock { current = next }
  }

  func merge() throws {}

  func snapshot() throws -> NaiveSnapshot { lock.withLock { current } }
}

/// Lists by word, as they were when it was taken.
struct NaiveSnapshot: TextSnapshot {
  /// Where a word stands in one document.
  struct Posting {
    var document: Int
    var positions: [Int32]
  }

  struct Query {
    var kind: QueryKind
    var words: [String]
  }

  let segments = 1
  private var lists: [String: [Posting]] = [:]
  private var ids: [Int64] = []
  private var lengths: [Float] = []
  private var tokens = 0

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>, id: Int64) {
    let words = Self.words(of: String(decoding: text, as: UTF8.self))
    let document = ids.count
    for (position, word) in words.enumerated() {
      let last = lists[word]?.last?.document
      if last == document, let end = lists[word]?.indices.last {
        lists[word]?[end].positions.append(Int32(position))
      } else {
        lists[word, default: []].append(Posting(document: document, positions: [Int32(position)]))
      }
    }
    ids.append(id)
    lengths.append(Float(words.count))
    tokens += words.count
  }

  func query(_ kind: QueryKind, _ text: String) throws -> Query {
    Query(kind: kind, words: Self.words(of: text))
  }

  func search(_ query: Query, limit: Int, into hits: inout [Hit]) throws {
    hits = matches(query).map { Hit(id: ids[$0.key], score: Double($0.value)) }
      .sorted { ($1.score, $0.id) < ($0.score, $1.id) }
    hits.removeLast(max(0, hits.count - limit))
  }

  func count(_ query: Query) throws -> Int { matches(query).count }

  private func matches(_ query: Query) -> [Int: Float] {
    if query.kind == .phrase { return phrase(query.words) }
    var scores: [Int: Float] = [:]
    var seen: [Int: Int] = [:]
    for word in query.words {
      guard let list = lists[word] else { continue }
      for posting in list {
        scores[posting.document, default: 0] += weight(list.count, posting.positions.count, posting.document)
        seen[posting.document, default: 0] += 1
      }
    }
    return query.kind == .any ? scores : scores.filter { seen[$0.key] == query.words.count }
  }

  private func phrase(_ words: [String]) -> [Int: Float] {
    let found = words.map { word in
      Dictionary(uniqueKeysWithValues: (lists[word] ?? []).map { ($0.document, $0.positions) })
    }
    guard let first = found.first else { return [:] }
    var counts: [Int: Int] = [:]
    for (document, positions) in first {
      let starts = positions.filter { start in
        found.enumerated().allSatisfy { $1[document]?.contains(start + Int32($0)) ?? false }
      }
      if !starts.isEmpty { counts[document] = starts.count }
    }
    let weights = words.map { lists[$0]?.count ?? 0 }
    return counts.reduce(into: [:]) { scores, found in
      scores[found.key] = weights.reduce(0) { $0 + weight($1, found.value, found.key) }
    }
  }

  /// BM25 with k1 = 1.2 and b = 0.75.
  private func weight(_ frequency: Int, _ occurrences: Int, _ document: Int) -> Float {
    let all = Float(ids.count)
    let rarity = log(1 + (all - Float(frequency) + 0.5) / (Float(frequency) + 0.5))
    let length = lengths[document] / (Float(tokens) / all)
    return rarity * Float(occurrences) / (Float(occurrences) + 1.2 * (0.25 + 0.75 * length))
  }
}
