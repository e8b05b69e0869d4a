import PasserelleResolution

/// Times resolution on an invented register: at once, and with records that come later.
public struct ResolutionBench: Sendable {
  /// How many records are resolved at once.
  public var records = 1_000_000
  /// How many come later.
  public var arrivals = 10_000
  /// How many threads to use.
  public var threads = 2
  /// The seed of the register.
  public var seed: UInt64 = 7

  /// Makes the usual benchmark.
  public init() {}

  /// What was measured.
  public struct Figures: Sendable {
    /// Seconds to prepare the names.
    public var preparing: Double = 0
    /// Seconds to find, score and cluster the pairs.
    public var resolving: Double = 0
    /// Seconds to take in the arrivals, prepared already.
    public var arriving: Double = 0
    /// Pairs that were compared at once.
    public var pairs = 0
    /// Clusters before the arrivals, single records included.
    public var clusters = 0
    /// Clusters that the arrivals made to be looked at again.
    public var touchedClusters = 0
    /// Clusters that the arrivals changed.
    public var changedClusters = 0
    /// Records whose cluster the arrivals changed, themselves included.
    public var changedRecords = 0
    /// The agreement with the truth, before the arrivals.
    public var agreement = ClusterFigures()

    /// Records a minute, preparing included.
    public func recordsAMinute(of records: Int) -> Double {
      Double(records) / max(preparing + resolving, 1e-9) * 60
    }
  }

  /// The register as CSV (`unique_id`, `name`, `town`, `company`), as peers read it; the arrivals are left out.
  public func register() -> String {
    var text = "unique_id,name,town,company\n"
    for record in RegisterGenerator(seed: seed).records(records + arrivals).prefix(records) {
      text += "\(record.id),\"\(record.name)\",\"\(record.town)\",\(record.company)\n"
    }
    return text
  }

  /// Runs the benchmark.
  ///
  /// - Parameter contents: Gives the text of a file of the ontology folder; see ``ResolutionKit``.
  /// - Returns: The figures.
  /// - Throws: ``PasserelleError`` with code `.ontologyInvalid` where a file of the ontology is missing.
  public func run(contents: (String) throws -> String?) throws -> Figures {
    let kit = try ResolutionKit(contents: contents)
    let all = RegisterGenerator(seed: seed).records(records + arrivals)
    let mentions = all.map {
      Mention(id: $0.id, names: [$0.name], country: "FR", place: Mention.Place(town: $0.town))
    }
    var figures = Figures()
    let clock = ContinuousClock()
    let first = mentions.prefix(records)
    var preparer = kit.preparer
    var prepared: [PreparedMention] = []
    figures.preparing =
      clock.measure {
        var statistics = kit.preparer.statistics
        for mention in first { statistics.add(kit.preparer.statisticTokens(of: mention)) }
        preparer = NamePreparer(lexicon: kit.lexicon, statistics: statistics)
        prepared = first.map(preparer.prepare)
      }.seconds
    let later = mentions.suffix(arrivals).map(preparer.prepare)
    var options = ResolutionOptions()
    options.threads = threads
    let scorer = kit.candidateScorer
    var state = ResolutionState(scorer: scorer, options: options)
    figures.resolving =
      clock.measure {
        state = ResolutionState(mentions: prepared, scorer: scorer, options: options)
      }.seconds
    figures.pairs = state.report.pairs
    figures.clusters = Set(state.clusters).count
    figures.agreement = ClusterFigures(
      clusters: state.clusters.map { Int($0) }, truths: all.prefix(records).map(\.company),
      weights: [Int](repeating: 1, count: records))
    var update = ResolutionUpdate()
    figures.arriving = clock.measure { update = state.apply(ResolutionChanges(mentions: later)) }.seconds
    figures.touchedClusters = update.touchedClusters
    figures.changedClusters = update.changedClusters
    figures.changedRecords = update.changedSlots.count
    return figures
  }
}

extension Duration {
  /// The duration in seconds.
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
