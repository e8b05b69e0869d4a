package import PasserelleResolution

/// Resolves a corpus with its official identifiers hidden, and compares the clusters with them.
public struct ClusterEvaluation: Sendable {
  /// How well a set of mentions was resolved.
  public struct Part: Sendable {
    /// What the part is: a scheme of identifiers, or `all`.
    public let name: String
    /// Mentions with an identifier; one with two identifiers counts twice.
    public let mentions: Int
    /// Every distinct mention counts once, under each of its identifiers.
    public let distinct: ClusterFigures
    /// Every occurrence counts.
    public let occurrences: ClusterFigures
  }

  /// A pair on which clusters and identifiers differ.
  public struct Disagreement: Sendable, Hashable {
    /// Whether the pair is in one cluster, under two identifiers; else it is in two clusters under one.
    public let isMerged: Bool
    /// The two names.
    public let names: [String]
    /// The two identifiers.
    public let identifiers: [String]
    /// The probability of the pair by itself.
    public let probability: Float
  }

  /// The corpus.
  public let corpus: ResolutionCorpus
  /// The state that the mentions were resolved to.
  package let state: ResolutionState
  /// How many mentions were resolved, those without identifiers included.
  public var mentionCount: Int { corpus.mentions.count }
  /// How many occurrences the mentions have.
  public var occurrenceCount: Int { corpus.mentions.reduce(0) { $0 + $1.occurrences } }
  /// The parts by scheme, then all together.
  public let parts: [Part]

  /// Resolves a corpus.
  ///
  /// Statistics of words are those of the corpus itself, added to what is given.
  ///
  /// - Parameters:
  ///   - corpus: The corpus.
  ///   - lexicon: The words of names.
  ///   - statistics: Counts of words, known beforehand.
  ///   - scorer: Scores pairs.
  ///   - options: How to resolve.
  package init(
    corpus: ResolutionCorpus, lexicon: NameLexicon, statistics: NameStatistics = NameStatistics(),
    scorer: any PairScoring, options: ResolutionOptions = ResolutionOptions()
  ) {
    self.corpus = corpus
    var statistics = statistics
    let counter = NamePreparer(lexicon: lexicon, statistics: statistics)
    for mention in corpus.mentions { statistics.add(counter.statisticTokens(of: mention.mention)) }
    let preparer = NamePreparer(lexicon: lexicon, statistics: statistics)
    let prepared = corpus.mentions.map { preparer.prepare($0.mention) }
    state = ResolutionState(mentions: prepared, scorer: scorer, options: options)
    parts = Self.parts(corpus, state)
  }

  /// The figures of each scheme, each against its own identifiers, and their sum.
  private static func parts(_ corpus: ResolutionCorpus, _ state: ResolutionState) -> [Part] {
    let clusters = corpus.mentions.indices.map { Int(state.clusters[$0]) }
    var parts: [Part] = []
    var distinct = ClusterFigures()
    var occurrences = ClusterFigures()
    var count = 0
    for scheme in EntityIdentifierScheme.allCases {
      var numbers: [String: Int] = [:]
      var places: [Int] = []
      var truths: [Int?] = []
      var weights: [Int] = []
      for (place, mention) in corpus.mentions.enumerated() {
        for counted in mention.truths where counted.truth.scheme == scheme {
          let number = numbers[counted.truth.value] ?? numbers.count
          numbers[counted.truth.value] = number
          places.append(clusters[place])
          truths.append(number)
          weights.append(counted.count)
        }
      }
      let known = truths.count
      guard known > 0 else { continue }
      let once = ClusterFigures(
        clusters: places, truths: truths, weights: [Int](repeating: 1, count: truths.count))
      let weighted = ClusterFigures(clusters: places, truths: truths, weights: weights)
      parts.append(Part(name: scheme.rawValue, mentions: known, distinct: once, occurrences: weighted))
      distinct.add(once)
      occurrences.add(weighted)
      count += known
    }
    parts.append(Part(name: "all", mentions: count, distinct: distinct, occurrences: occurrences))
    return parts
  }

  /// The recall of blocking alone against the identifiers: of the pairs of distinct mentions, and by family.
  package func blockingReport() -> BlockingReport {
    var report = state.report
    let options = state.options.blocking
    let maker = MentionKeys(options: options)
    var groups: [CorpusMention.Truth: [Int]] = [:]
    for (place, mention) in corpus.mentions.enumerated() {
      for counted in mention.truths { groups[counted.truth, default: []].append(place) }
    }
    var known = 0
    var met = 0
    var byFamily = [Int](repeating: 0, count: report.families.count)
    var onlyBy = byFamily
    let sizes = BlockSizes(state)
    for members in groups.values where members.count > 1 {
      let keys = members.map { maker.keys(of: state.mentions[$0]).filter { sizes.speaks($0) } }
      for one in members.indices {
        let mine = Set(keys[one])
        for other in (one + 1)..<max(members.count, one + 1) {
          known += 1
          var families = Set<Int>()
          var weight: UInt16 = 0
          for key in keys[other] where mine.contains(key) {
            families.insert(Int(key & 15))
            weight += options.weights[min(Int(key & 15), options.weights.count - 1)]
          }
          guard weight >= options.requiredWeight else { continue }
          met += 1
          for family in families { byFamily[family] += 1 }
          if families.count == 1, let family = families.first { onlyBy[family] += 1 }
        }
      }
    }
    report.knownPairs = known
    report.metPairs = met
    for family in report.families.indices {
      report.families[family].truePairs = byFamily[family]
      report.families[family].onlyTruePairs = onlyBy[family]
    }
    return report
  }
}

/// Which keys speak in a state.
private struct BlockSizes {
  private var sizes: [UInt64: Int] = [:]
  private let options: BlockingOptions

  init(_ state: ResolutionState) {
    options = state.options.blocking
    let maker = MentionKeys(options: options)
    for mention in state.mentions {
      for key in maker.keys(of: mention) { sizes[key, default: 0] += 1 }
    }
  }

  func speaks(_ key: UInt64) -> Bool {
    let size = sizes[key] ?? 0
    return size > 1 && size <= Int(options.caps[min(Int(key & 15), options.caps.count - 1)])
  }
}
