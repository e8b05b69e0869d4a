import PasserelleCore
import PasserelleMatching
import PasserelleText

/// The queries whose best-known winner has so many known awards.
public struct WinnerGroup: Sendable, Hashable {
  /// The least number of known awards.
  public let from: Int
  /// The greatest number; nil for no limit.
  public let to: Int?
  /// The number of queries.
  public let queries: Int
  /// The share of queries hit at 10.
  public let hitAt10: Double
  /// The mean reciprocal rank at 10.
  public let reciprocalRankAt10: Double

  /// The group in words: `1`, `2–3`, `4–9`, `≥ 10`.
  public var label: String {
    to.map { $0 == from ? String(from) : "\(from)–\($0)" } ?? "≥ \(from)"
  }

  static func groups(_ answers: [MatchMetrics.Answer], awardCounts: [Int]) -> [WinnerGroup] {
    [(1, 1), (2, 3), (4, 9), (10, nil)].map { from, to in
      let own = answers.filter { answer in
        let most = answer.winners.map { awardCounts[$0] }.max() ?? 0
        return most >= from && most <= to ?? .max
      }
      let number = Double(max(1, own.count))
      return WinnerGroup(
        from: from, to: to, queries: own.count,
        hitAt10: Double(own.count { ($0.firstRank ?? .max) <= 10 }) / number,
        reciprocalRankAt10: own.reduce(0) { $0 + $1.reciprocalRank } / number)
    }
  }
}

/// Quality over all newer awards, those without any known winner included.
public struct NewerAwards: Sendable, Hashable {
  /// The number of awards, the test counted as often as it stands for.
  public let queries: Int
  /// The share of awards with a winner that was known.
  public let knownShare: Double
  /// The share of awards hit at 10.
  public let hitAt10: Double
  /// The mean reciprocal rank at 10.
  public let reciprocalRankAt10: Double
  /// The share hit at 10 of the awards with a winner that was known.
  public let hitAt10Known: Double
  /// Half the width of the 95 % interval around ``hitAt10``; each award counts once for it.
  public let hitAt10HalfWidth: Double

  init(test: [MatchMetrics.Answer], others: [MatchMetrics.Answer], testWeight: Int) {
    let weight = Double(testWeight)
    func total(_ value: (MatchMetrics.Answer) -> Double) -> Double {
      weight * test.reduce(0) { $0 + value($1) } + others.reduce(0) { $0 + value($1) }
    }
    let number = max(1, total { _ in 1 })
    let known = total { $0.winners.isEmpty ? 0 : 1 }
    let hits = total { ($0.firstRank ?? .max) <= 10 ? 1 : 0 }
    queries = Int(number)
    knownShare = known / number
    hitAt10 = hits / number
    reciprocalRankAt10 = total { $0.reciprocalRank } / number
    hitAt10Known = known > 0 ? hits / known : 0
    let distinct = Double(max(1, test.count + others.count))
    hitAt10HalfWidth = 1.96 * (hitAt10 * (1 - hitAt10) / distinct).squareRoot()
  }
}

/// The rare words of vendors' names, which a title may give away.
struct VendorNameWords {
  private let words: Set<String>

  /// Collects the words of three letters or more of any vendor's name that stand in at most 25 known titles and in no
  /// CPV label.
  init(_ known: [PastAward], tradeWords: Set<String>) {
    var counts: [String: Int] = [:]
    for award in known {
      for word in Set(Self.words(award.title)) { counts[word, default: 0] += 1 }
    }
    var words: Set<String> = []
    for award in known {
      for winner in award.winners {
        for word in Self.words(winner.name)
        where word.count >= 3 && counts[word, default: 0] <= 25 && !tradeWords.contains(word) {
          words.insert(word)
        }
      }
    }
    self.words = words
  }

  /// The award with these words taken out of its title.
  func stripped(_ award: PastAward) -> PastAward {
    var award = award
    award.title = award.title.split(whereSeparator: \.isWhitespace).filter { part in
      let own = Self.words(String(part))
      return own.isEmpty || !own.allSatisfy { words.contains($0) }
    }.joined(separator: " ")
    return award
  }

  private static func words(_ text: String) -> [String] {
    TextFolding.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
