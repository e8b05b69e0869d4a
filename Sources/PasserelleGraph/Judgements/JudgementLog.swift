/// What a log of judgements comes to when it is read in its order.
public struct JudgementLog: Sendable, Hashable {
  /// The judgements, by number.
  public let judgements: [Judgement]
  /// Whether each judgement, in their order, holds: no later one that holds takes it back.
  public let holds: [Bool]

  /// Reads a log.
  ///
  /// An undo may be undone too: what it took back then holds again.
  ///
  /// - Parameter judgements: The judgements, by ascending number.
  /// - Complexity: O(*n*).
  public init(_ judgements: [Judgement]) {
    var holds = [Bool](repeating: true, count: judgements.count)
    var undone: Set<Int64> = []
    for (place, judgement) in judgements.enumerated().reversed() {
      holds[place] = !undone.contains(judgement.number)
      // What came later is known already, so an undo that does not hold takes nothing back.
      if holds[place], judgement.kind == .undo, let target = judgement.target { undone.insert(target) }
    }
    self.judgements = judgements
    self.holds = holds
  }

  /// The number of the last judgement; 0 for an empty log.
  public var last: Int64 { judgements.last?.number ?? 0 }

  /// Whether the judgement of a number holds; nil where there is none.
  public func holds(_ number: Int64) -> Bool? {
    judgements.firstIndex { $0.number == number }.map { holds[$0] }
  }

  /// The decisions that hold: for each pair the latest one, by the two IRIs.
  public var decisions: [Judgement] {
    var latest: [Pair: Judgement] = [:]
    for (judgement, holds) in zip(judgements, holds) where holds && judgement.kind != .undo {
      latest[Pair(judgement.left, judgement.right)] = judgement
    }
    return latest.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The judgements that speak of a thing, whether they hold or not, by number.
  public func judgements(about things: Set<String>) -> [Judgement] {
    judgements.filter { things.contains($0.left) || things.contains($0.right) }
  }

  private struct Pair: Hashable, Comparable {
    let first: String
    let second: String

    init(_ left: String, _ right: String) {
      first = min(left, right)
      second = max(left, right)
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }
}
