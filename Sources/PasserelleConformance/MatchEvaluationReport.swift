public import PasserelleCore

/// What an evaluation of matching found.
public struct MatchEvaluationReport: Sendable, Hashable {
  /// The metrics of one language.
  public struct Language: Sendable, Hashable {
    /// `fr` or `pt`.
    public let code: String
    /// The metrics.
    public let metrics: MatchMetrics
    /// The name of the model that ranked.
    public internal(set) var model = ""
    /// By the number of known awards of the winner.
    public internal(set) var byAwards: [WinnerGroup] = []
    /// The nearest-award baseline on the same queries.
    public internal(set) var baseline: MatchMetrics?
    /// With the words of vendors' names taken out of the titles.
    public internal(set) var withoutNames: MatchMetrics?
    /// Over all newer awards.
    public internal(set) var allNewer: NewerAwards?
    /// How far scores can be read as chances; nothing of it is shown to users.
    public internal(set) var calibration: MatchCalibration?
    /// The quick ranker without each group of features.
    public internal(set) var ablations: [Ablation] = []

    init(code: String, metrics: MatchMetrics) {
      self.code = code
      self.metrics = metrics
    }
  }

  /// The quality of the quick ranker without a group of features.
  public struct Ablation: Sendable, Hashable {
    /// The group left out; `none` for the ranker with all features.
    public let group: String
    /// The share of queries hit at 10.
    public let hitAt10: Double
    /// The mean reciprocal rank at 10.
    public let reciprocalRankAt10: Double
  }

  /// The digest of the training file.
  public let trainHash: ContentHash
  /// The languages that have queries, in the order fr, pt.
  public let languages: [Language]
  /// Whether the ranking was neutral.
  public let isNeutral: Bool

  /// The report as a document of format `passerelle-evaluation/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-evaluation/1"), "kind": .string("match"),
      "train_sha256": .string(trainHash.hexadecimal),
      "languages": .object(languages.map { StructuredValue.Member($0.code, $0.structured) }),
    ])
  }

  /// The report for people: one row per language and measure of the same kind.
  public var table: Table {
    var rows: [[Table.Cell]] = []
    for language in languages {
      rows.append(Self.row(language.code, language.metrics))
      if let metrics = language.withoutNames {
        rows.append(Self.row(language.code + ", names stripped", metrics))
      }
      if let metrics = language.baseline {
        rows.append(Self.row(language.code + ", nearest awards", metrics))
      }
    }
    return Table(
      title: LocalizedText(
        fr: isNeutral ? "Qualité du rapprochement (neutre)" : "Qualité du rapprochement",
        en: isNeutral ? "Quality of matching (neutral)" : "Quality of matching"),
      columns: [
        Table.Column("language", LocalizedText(fr: "Langue", en: "Language")),
        Self.column("queries", "Requêtes", "Queries"),
        Self.column("hit@1", "Trouvé à 1", "Hit at 1"),
        Self.column("hit@5", "Trouvé à 5", "Hit at 5"),
        Self.column("hit@10", "Trouvé à 10", "Hit at 10"),
        Self.column("hit@10_half_width", "± (95 %)", "± (95 %)"),
        Self.column("hit@50", "Trouvé à 50", "Hit at 50"),
        Self.column("mrr@10", "Rang réciproque à 10", "MRR at 10"),
        Self.column("mrr@10_half_width", "± (95 %)", "± (95 %)"),
        Self.column("ndcg@10", "nDCG à 10", "nDCG at 10"),
        Self.column("coverage", "Couverture", "Coverage"),
        Self.column("tail_share", "Part des petits", "Tail share"),
        Self.column("latency_p50", "Médiane (ms)", "Median (ms)"),
        Self.column("latency_p95", "95e centile (ms)", "95th percentile (ms)"),
      ],
      rows: rows)
  }

  private static func row(_ name: String, _ metrics: MatchMetrics) -> [Table.Cell] {
    let rates = [
      metrics.hitAt1, metrics.hitAt5, metrics.hitAt10, metrics.hitAt10HalfWidth, metrics.hitAt50,
      metrics.reciprocalRankAt10, metrics.reciprocalRankHalfWidth, metrics.discountedGainAt10,
      metrics.coverage,
      metrics.tailShare,
    ]
    return [.text(name), .int(metrics.queries)] + rates.map { .number($0, digits: 3) }
      + [.number(metrics.latencyMedian, digits: 1), .number(metrics.latency95, digits: 1)]
  }

  private static func column(_ key: String, _ french: String, _ english: String) -> Table.Column {
    Table.Column(key, LocalizedText(fr: french, en: english), .right)
  }
}
