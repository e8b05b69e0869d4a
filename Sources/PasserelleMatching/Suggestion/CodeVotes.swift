import PasserelleCore

/// What the awards and labels nearest to a need say about its CPV group.
struct CodeVotes {
  /// The names of the features, in the order of a row.
  static let featureNames = [
    "words_share", "words_peak_share", "words_best", "grams_share", "grams_peak_share", "grams_best",
    "both_share", "division_share", "first_rank", "label", "unknown",
  ]

  /// One group.
  struct Candidate {
    let group: UInt32
    var words = 0.0
    var wordsPeak = 0.0
    var wordsBest = 0.0
    var grams = 0.0
    var gramsPeak = 0.0
    var gramsBest = 0.0
    var both = 0.0
    var rank = Int.max
    var label = 0.0
    /// The weight of each full code, by code.
    var codes: [UInt32: Double] = [:]
    /// The nearest awards: document and likeness.
    var awards: [(document: Int64, likeness: Double)] = []
  }

  /// The candidates, by group.
  let candidates: [Candidate]
  private let totals: Candidate
  private let divisions: [UInt32: Double]

  /// Counts votes.
  ///
  /// - Parameters:
  ///   - awards: The awards near the need: document, code, likeness by words and by grams from 0 to 1.
  ///   - labels: The likeness of the best label of each group.
  init(
    awards: [(document: Int64, code: UInt32, words: Double, grams: Double)], labels: [UInt32: Double]
  ) {
    var places: [UInt32: Int] = [:]
    var found: [Candidate] = []
    func place(_ group: UInt32) -> Int {
      if let known = places[group] { return known }
      places[group] = found.count
      found.append(Candidate(group: group))
      return found.count - 1
    }
    let ordered = awards.sorted {
      ($1.words + $1.grams, $0.document) < ($0.words + $0.grams, $1.document)
    }
    for (rank, award) in ordered.enumerated() where award.code > 0 {
      let one = place(CodeGroups.group(of: award.code))
      let both = (award.words + award.grams) / 2
      found[one].add(award, both: both, rank: rank)
    }
    for (group, likeness) in labels.sorted(by: { $0.key < $1.key }) { found[place(group)].label = likeness }
    candidates = found.sorted { $0.group < $1.group }
    var totals = Candidate(group: 0)
    var divisions: [UInt32: Double] = [:]
    for one in candidates {
      totals.words += one.words
      totals.wordsPeak += one.wordsPeak
      totals.grams += one.grams
      totals.gramsPeak += one.gramsPeak
      totals.both += one.both
      divisions[one.group / 10, default: 0] += one.both
    }
    self.totals = totals
    self.divisions = divisions
  }

  /// The row of features of a candidate; nil stands for "none of them".
  func row(_ candidate: Candidate?) -> [Float] {
    guard let candidate else { return [Float](repeating: 0, count: Self.featureNames.count - 1) + [1] }
    func share(_ value: Double, _ total: Double) -> Float { total > 0 ? Float(value / total) : 0 }
    return [
      share(candidate.words, totals.words).squareRoot(), share(candidate.wordsPeak, totals.wordsPeak),
      Float(candidate.wordsBest), share(candidate.grams, totals.grams).squareRoot(),
      share(candidate.gramsPeak, totals.gramsPeak), Float(candidate.gramsBest),
      share(candidate.both, totals.both), share(divisions[candidate.group / 10] ?? 0, totals.both),
      candidate.rank == .max ? 0 : 1 / Float(1 + candidate.rank), Float(candidate.label), 0,
    ]
  }
}

extension CodeVotes.Candidate {
  fileprivate mutating func add(
    _ award: (document: Int64, code: UInt32, words: Double, grams: Double), both: Double, rank: Int
  ) {
    func square(_ value: Double) -> Double { value * value }
    words += square(award.words)
    grams += square(award.grams)
    wordsPeak += square(square(award.words) * award.words)
    gramsPeak += square(square(award.grams) * award.grams)
    wordsBest = max(wordsBest, award.words)
    gramsBest = max(gramsBest, award.grams)
    self.both += square(square(both))
    self.rank = min(self.rank, rank)
    codes[award.code, default: 0] += square(square(both))
    if awards.count < 3 { awards.append((award.document, both)) }
  }
}
