import Foundation
public import PasserelleResolution

/// Learns the models of entity resolution from names under official ids, as awards state them, and from made pairs.
public struct ResolutionTraining: Sendable {
  /// French names under official ids.
  public var french = NamedCorpus()
  /// Further French names, whose pairs with the first teach but do not calibrate.
  public var furtherFrench = NamedCorpus()
  /// Portuguese names.
  public var portuguese = NamedCorpus()
  /// Names of organisations of any country, changed by known slips.
  public var organisations: [String] = []
  /// Given names of persons.
  public var givenNames: [String] = []
  /// Surnames.
  public var surnames: [String] = []
  /// Pairs that blocking proposes on real corpora, weighted to their true share; those learn a model of their own.
  public var candidates: [LabelledPair] = []
  /// Ids whose names are left out of all pairs: those of test files.
  public var excluded: Set<String> = []
  /// The day that the models bear.
  public var day: String
  /// The hash of the data.
  public var dataHash: String

  /// Makes a training without data.
  public init(day: String, dataHash: String) {
    self.day = day
    self.dataHash = dataHash
  }

  /// What was learned: files by their path in the ontology folder.
  public struct Result: Sendable {
    /// The counts of words.
    public let words: String
    /// The models.
    public let models: [ResolutionModel]

    /// The files, by path in the ontology folder.
    public var files: [(path: String, contents: String)] {
      [(ResolutionKit.wordsPath, words)] + models.map { (ResolutionKit.modelPath($0.name), $0.text) }
    }
  }

  /// Words of fewer names are not counted.
  public static let leastCount = 3

  /// Learns the counts of words and the four models.
  ///
  /// - Complexity: about a minute for 20,000 names.
  public func run(lexicon: NameLexicon) throws -> Result {
    let words = counts(lexicon)
    let preparer = NamePreparer(
      lexicon: lexicon, statistics: try NameStatistics(text: words, source: ResolutionKit.wordsPath))
    var (fr, pt) = (french, portuguese)
    fr.exclude(excluded)
    pt.exclude(excluded)
    let frPairs = fr.pairs(negatives: 2, sampled: 5)
    let ptPairs = pt.pairs(negatives: 2, sampled: 10)
    let merged = merged(fr)
    let mergedPairs = furtherFrench.entries.isEmpty ? frPairs : merged.pairs(negatives: 2, sampled: 5)
    let further = furtherPairs(fr, mergedPairs)
    var generator = SyntheticPairs(seed: 7)
    let made = Self.uncalibrated(
      generator.organisations(
        organisations + merged.entries.map(\.name) + pt.entries.map(\.name), count: 6000), 1)
    let people = generator.persons(given: givenNames, surnames: surnames, count: 6000)
    func model(_ name: String, _ pairs: [LabelledPair]) -> ResolutionModel {
      var options = PairTraining.Options(name: name, day: day, dataHash: dataHash)
      options.trees = 120
      options.leaves = 8
      options.threshold = 0.45
      return PairTraining.model(pairs, preparer: preparer, options: options)
    }
    let others = further + Self.uncalibrated(ptPairs, 0.2)
    var models = [
      model("organisations-fr", frPairs + others + Self.uncalibrated(made, 0.02)),
      model(
        "organisations-pt",
        Self.weighed(ptPairs, 4) + Self.weighed(frPairs + further, 0.3) + Self.uncalibrated(made, 0.1)),
      model(
        "organisations",
        Self.weighed(mergedPairs, 0.3) + ptPairs + Self.calibrating(made)),
      model("persons", people),
    ]
    if !candidates.isEmpty { models.append(model("candidates", candidates)) }
    return Result(words: words, models: models)
  }

  private func counts(_ lexicon: NameLexicon) -> String {
    let counter = NamePreparer(lexicon: lexicon, statistics: NameStatistics())
    var counts: [String: Int] = [:]
    let entries = french.entries + portuguese.entries
    for entry in entries {
      for word in counter.statisticWords(of: entry.name) { counts[word, default: 0] += 1 }
    }
    return NameStatistics.text(
      names: entries.count, counts: counts.map { ($0.key, $0.value) }, least: Self.leastCount)
  }

  /// The French names with the further ones.
  private func merged(_ first: NamedCorpus) -> NamedCorpus {
    var all = first
    for entry in furtherFrench.entries { all.add(id: entry.id, name: entry.name) }
    all.exclude(excluded)
    return all
  }

  /// Pairs in which a name of the further corpus takes part.
  private func furtherPairs(_ first: NamedCorpus, _ pairs: [LabelledPair]) -> [LabelledPair] {
    let known = Set(first.entries.map { $0.id + "|" + $0.name })
    return Self.uncalibrated(pairs.filter { !known.contains($0.left.id) || !known.contains($0.right.id) }, 1)
  }

  private static func weighed(_ pairs: [LabelledPair], _ weight: Double) -> [LabelledPair] {
    pairs.map {
      var pair = $0
      pair.weight *= weight
      return pair
    }
  }

  private static func uncalibrated(_ pairs: [LabelledPair], _ weight: Double) -> [LabelledPair] {
    weighed(pairs, weight).map {
      var pair = $0
      pair.calibrates = false
      return pair
    }
  }

  private static func calibrating(_ pairs: [LabelledPair]) -> [LabelledPair] {
    pairs.map {
      var pair = $0
      pair.calibrates = true
      return pair
    }
  }
}
