public import PasserelleCore
public import PasserelleText

/// The labels of CPV codes as words, so that a text can be held to them.
///
/// - Note: Not Sendable, as the analyser it holds: use one per thread.
public final class CodeLabels {
  private struct Label {
    let group: UInt32
    let weight: Double
  }

  private let terms: MatchTerms
  private var labels: [Label] = []
  private var postings: [String: [Int32]] = [:]
  private var weights: [String: Double] = [:]

  /// Prepares labels.
  ///
  /// - Parameters:
  ///   - labels: Codes with their labels, all in one language; several labels for a code count each.
  ///   - language: The language.
  public init(_ labels: [(code: CPVCode, label: String)], language: TextLanguage) {
    terms = MatchTerms(language: language)
    let words = labels.map { Self.distinct(terms.tellingWords($0.label)) }
    var counts: [String: Int] = [:]
    for word in words.joined() { counts[word, default: 0] += 1 }
    let total = Double(max(100, labels.count))
    weights = counts.mapValues { Mathematics.logarithm(1 + total / Double($0)) }
    for (one, words) in zip(labels, words) where !words.isEmpty {
      for word in words { postings[word, default: []].append(Int32(self.labels.count)) }
      self.labels.append(
        Label(
          group: CodeGroups.group(of: one.code), weight: words.reduce(0) { $0 + (weights[$1] ?? 0) }))
    }
  }

  /// How well the best label of each group fits a text, 0 to 1; groups without a word in common are left out.
  ///
  /// The measure is the cosine of the sets of words, each weighing its inverse document frequency.
  ///
  /// - Complexity: O(labels that share a word with the text).
  func likeness(to text: String) -> [UInt32: Double] {
    let words = Self.distinct(terms.tellingWords(text)).filter { weights[$0] != nil }
    let whole = words.reduce(0) { $0 + (weights[$1] ?? 0) }
    var shared: [Int32: Double] = [:]
    for word in words {
      for label in postings[word] ?? [] { shared[label, default: 0] += weights[word] ?? 0 }
    }
    var best: [UInt32: Double] = [:]
    for (place, weight) in shared {
      let label = labels[Int(place)]
      let value = weight / (label.weight * whole).squareRoot()
      best[label.group] = max(best[label.group] ?? 0, value)
    }
    return best
  }

  private static func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}

/// The arithmetic of CPV groups.
enum CodeGroups {
  /// The first three digits as a number.
  static func group(of code: CPVCode) -> UInt32 { CodeSimilarity.number(code) / 100_000 }

  /// The first three digits of eight.
  static func group(of code: UInt32) -> UInt32 { code / 100_000 }

  /// Three digits with their leading zeros.
  static func text(_ group: UInt32) -> String {
    let digits = String(group)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}
