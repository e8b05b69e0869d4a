public import PasserelleText

/// Finds near-duplicate clauses and puts them together.
///
/// Clauses are compared as sets of stemmed telling words, numbers put aside: the weighted Jaccard measure, a word
/// weighing its inverse document frequency among the clauses. In the order given, a clause joins the group whose
/// first clause is most like it, from ``threshold`` on, else it begins one (leader clustering). Kinds and languages
/// never mix, nor does a clause that denies with one that affirms. See Documentation/Methods/pooling.md.
public struct ClausePooling {
  /// The least likeness of two clauses that say the same.
  public static let threshold = 0.55

  /// The least number of clauses that inverse document frequencies are taken over.
  private static let leastCount = 100

  /// The most clauses of a group that the one to stand for it is compared with.
  private static let centralityLimit = 50

  private struct Item {
    let words: [Int32]
    /// The numbers as written, in order, then the answer that ends a line of a form.
    let numbers: [String]
    let isNegative: Bool
    let kind: SpecificationClause.Kind
  }

  let clauses: [SourcedClause]
  private let items: [Item]
  /// The heaviest words of each clause: two clauses that say the same have one of them in common.
  private let keys: [[Int32]]
  private let weights: [Double]
  private let threshold: Double

  /// Prepares clauses.
  ///
  /// - Parameters:
  ///   - clauses: The clauses, in an order that stays the same.
  ///   - language: Their language.
  ///   - threshold: The least likeness of two clauses that say the same.
  /// - Complexity: O(words).
  public init(_ clauses: [SourcedClause], language: TextLanguage, threshold: Double = Self.threshold) {
    self.threshold = threshold
    self.clauses = clauses
    let terms = MatchTerms(language: language)
    var numbers: [String: Int32] = [:]
    var frequencies: [Int] = []
    items = clauses.map { one in
      var words: Set<Int32> = []
      let polarity = ClausePolarity.read(one.clause.text)
      for word in terms.tellingWords(one.clause.text) where !Self.isNumber(word) && word != polarity.answer {
        let number = numbers[word] ?? Int32(numbers.count)
        if numbers.updateValue(number, forKey: word) == nil { frequencies.append(0) }
        if words.insert(number).inserted { frequencies[Int(number)] += 1 }
      }
      return Item(
        words: words.sorted(),
        numbers: Self.numbers(in: one.clause.text) + (polarity.answer.map { [$0] } ?? []),
        isNegative: polarity.isNegative, kind: one.clause.kind)
    }
    // Among few clauses every word is rare; the least number keeps a word that differs from deciding alone.
    let total = Double(max(Self.leastCount, clauses.count))
    let weights = frequencies.map { Mathematics.logarithm(1 + total / Double(max(1, $0))) }
    self.weights = weights
    keys = items.map { Self.keys(of: $0.words, weights, threshold) }
  }

  /// The heaviest words of a clause, up to the weight that likeness to another cannot do without.
  ///
  /// Clauses that share none of these words share less than the threshold (prefix filtering: Chaudhuri, Ganti and
  /// Kaushik, 2006).
  private static func keys(of words: [Int32], _ weights: [Double], _ threshold: Double) -> [Int32] {
    let ordered = words.sorted { (weights[Int($1)], $0) < (weights[Int($0)], $1) }
    var rest = ordered.reduce(0) { $0 + weights[Int($1)] }
    // Rounding must not lose a pair that stands just on the threshold.
    let needed = rest * threshold - 1e-9
    var count = 0
    while count < ordered.count, rest >= needed {
      rest -= weights[Int(ordered[count])]
      count += 1
    }
    return Array(ordered[..<count])
  }

  /// The groups, each with at least one clause: most documents first, then in the order of their first clause.
  ///
  /// - Complexity: O(*n* · *g*) for *g* groups that share a telling word with a clause.
  public func pooled() -> [PooledClause] {
    var groups: [[Int]] = []
    var groupsOfWord: [Int32: [Int]] = [:]
    for place in items.indices {
      var best: (group: Int, likeness: Double)?
      for group in candidates(place, groupsOfWord) {
        let likeness = self.likeness(place, groups[group][0])
        if likeness >= threshold, likeness > (best?.likeness ?? 0) { best = (group, likeness) }
      }
      if let best {
        groups[best.group].append(place)
      } else {
        for word in keys[place] { groupsOfWord[word, default: []].append(groups.count) }
        groups.append([place])
      }
    }
    return groups.map(pooled).sorted {
      ($1.documentCount, $0.members[0]) < ($0.documentCount, $1.members[0])
    }
  }

  /// The groups whose first clause may be like a clause, in their order.
  private func candidates(_ place: Int, _ groupsOfWord: [Int32: [Int]]) -> [Int] {
    var found: Set<Int> = []
    for word in keys[place] { found.formUnion(groupsOfWord[word] ?? []) }
    return found.sorted()
  }

  /// How alike two clauses are, 0 to 1; 0 for clauses of different kinds, and where one denies and the other does not.
  func likeness(_ left: Int, _ right: Int) -> Double {
    let (first, second) = (items[left], items[right])
    return first.kind == second.kind && first.isNegative == second.isNegative ? overlap(left, right) : 0
  }

  /// The weighted Jaccard measure of the words of two clauses, 0 to 1.
  func overlap(_ left: Int, _ right: Int) -> Double {
    let (first, second) = (items[left], items[right])
    var shared = 0.0
    var all = 0.0
    var (i, j) = (0, 0)
    while i < first.words.count || j < second.words.count {
      if j == second.words.count || (i < first.words.count && first.words[i] < second.words[j]) {
        all += weights[Int(first.words[i])]
        i += 1
      } else if i == first.words.count || second.words[j] < first.words[i] {
        all += weights[Int(second.words[j])]
        j += 1
      } else {
        shared += weights[Int(first.words[i])]
        all += weights[Int(first.words[i])]
        i += 1
        j += 1
      }
    }
    return all > 0 ? shared / all : 0
  }

  private func pooled(_ members: [Int]) -> PooledClause {
    let representative = members.max { left, right in
      let (first, second) = (centrality(left, members), centrality(right, members))
      return first == second ? left > right : first < second
    }
    let chosen = representative ?? members[0]
    return PooledClause(
      representative: chosen, members: members,
      documentCount: Set(members.map { clauses[$0].document }).count, values: differing(chosen, members))
  }

  private func centrality(_ place: Int, _ members: [Int]) -> Double {
    members.prefix(Self.centralityLimit).reduce(0) { $0 + ($1 == place ? 0 : likeness(place, $1)) }
  }

  /// The numbers that stand at the same place of clauses with as many numbers, where they differ.
  private func differing(_ chosen: Int, _ members: [Int]) -> [[String]] {
    let pattern = items[chosen].numbers
    let comparable = members.map { items[$0].numbers }.filter { $0.count == pattern.count }
    return pattern.indices.map { rank in
      Set(comparable.map { $0[rank] }).sorted {
        ($0.utf8.count, $0) < ($1.utf8.count, $1)
      }
    }.filter { $0.count > 1 }
  }

  private static func isNumber(_ word: String) -> Bool {
    word.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// The numbers of a text as written, digits with their decimal mark and the spaces that group them.
  private static func numbers(in text: String) -> [String] {
    var found: [String] = []
    var current = ""
    var gap = ""
    for character in text.unicodeScalars {
      if ("0"..."9").contains(character) {
        current += gap
        gap = ""
        current.unicodeScalars.append(character)
      } else if !current.isEmpty, gap.isEmpty, [" ", "\u{A0}", "\u{202F}", ",", "."].contains(character) {
        gap.unicodeScalars.append(character)
      } else {
        if !current.isEmpty { found.append(current) }
        (current, gap) = ("", "")
      }
    }
    if !current.isEmpty { found.append(current) }
    return found
  }
}
