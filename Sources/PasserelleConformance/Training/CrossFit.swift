import Dispatch
import Foundation
import PasserelleCore
import PasserelleMatching

/// Asks each block of past awards of all the other blocks: the queries that a ranker learns from.
struct CrossFit {
  /// One query: its candidates, and which of them won.
  struct Query: Sendable {
    /// The block it is asked from.
    let block: Int
    let rows: FeatureRows
    let isWinner: [Bool]
    /// Known awards of the best-known winner.
    let winnerAwards: Int
  }

  let geography: any PlaceLocating
  let options: MatchOptions
  let blockCount: Int
  /// The most queries of one language.
  let queryLimit: Int
  let threads: Int
  /// Whether needs are also asked with less said than the award tells.
  var asksIncomplete = true

  /// The queries that have a winner among the other blocks.
  ///
  /// An award that repeats the query's (same buyer, same title) is kept out of its history, as a benchmark on
  /// new tenders would: else the ranker would learn to look for repetitions.
  ///
  /// - Parameters:
  ///   - awards: The awards of one language.
  ///   - advance: Called after each block.
  /// - Returns: The queries, by block, in the order of the awards.
  /// - Throws: What the text index throws.
  func queries(_ awards: [PastAward], advance: @Sendable () -> Void) throws -> [Query] {
    let blocks = TrainingBlocks.blocks(of: awards, count: blockCount)
    // A sample, evenly spread, where there is more than enough.
    let step = max(1, (awards.count + queryLimit - 1) / max(1, queryLimit))
    let slots = Slots<[Query]>(count: blockCount)
    let gate = DispatchSemaphore(value: max(1, threads))
    DispatchQueue.concurrentPerform(iterations: blockCount) { block in
      gate.wait()
      defer { gate.signal() }
      slots.set(
        block,
        Result {
          let history = awards.indices.filter { blocks[$0] != block }.map { awards[$0] }
          let asked = awards.indices.filter { blocks[$0] == block && $0 % step == 0 }.map { awards[$0] }
          return try ask(asked, block, of: history)
        })
      advance()
    }
    return try slots.values().flatMap { $0 }
  }

  private func ask(_ asked: [PastAward], _ block: Int, of history: [PastAward]) throws -> [Query] {
    let catalogue = BenchmarkCorpus.catalogue(of: history)
    let index = try BenchmarkCorpus.index(of: history, catalogue: catalogue)
    let matcher = Matcher(catalogue: catalogue, text: index, geography: geography)
    var repetitions: [String: [Int64]] = [:]
    for (place, award) in history.enumerated() {
      repetitions[award.repetitionKey, default: []].append(Int64(place + 1))
    }
    var queries: [Query] = []
    for (place, award) in asked.enumerated() {
      let repeated = repetitions[award.repetitionKey] ?? []
      var winners: Set<Int32> = []
      var winnerAwards = 0
      for winner in award.winners {
        guard let vendor = catalogue.vendor(iri: winner.iri) else { continue }
        let known = catalogue.documents(ofVendor: vendor).count { !repeated.contains($0) }
        guard known > 0 else { continue }
        winners.insert(Int32(vendor))
        winnerAwards = max(winnerAwards, known)
      }
      guard !winners.isEmpty else { continue }
      for need in needs(award, place: place) {
        let rows = try matcher.candidates(need, options: options, excluding: repeated)
        queries.append(
          Query(
            block: block, rows: rows, isWinner: rows.vendors.map { winners.contains($0) },
            winnerAwards: winnerAwards))
      }
    }
    return queries
  }

  /// The need of an award, and where wanted for three awards of four the same need with less said: no code, no place
  /// and buyer, or none of them, as officers' texts come.
  private func needs(_ award: PastAward, place: Int) -> [Need] {
    guard asksIncomplete, place % 4 < 3 else { return [award.need] }
    var less = award.need
    if place % 4 != 1 { less.codes = [] }
    if place % 4 != 0 {
      less.place = nil
      less.buyer = nil
      less.buyerName = ""
    }
    return [award.need, less]
  }
}

/// The results of parallel parts, put back into their order.
final class Slots<Value: Sendable>: @unchecked Sendable {
  // Unchecked: `slots` is only touched under the lock.
  private let lock = NSLock()
  private var slots: [Result<Value, any Error>?]

  init(count: Int) { slots = Array(repeating: nil, count: count) }

  func set(_ slot: Int, _ result: Result<Value, any Error>) { lock.withLock { slots[slot] = result } }

  func values() throws -> [Value] { try lock.withLock { try slots.compactMap { try $0?.get() } } }
}
