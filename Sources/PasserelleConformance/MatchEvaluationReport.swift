public import PasserelleCore

/// What an evaluation of matching found.
public struct MatchEvaluationReport: Sendable, Hashable {
  /// The metrics of one language.
  public struct Language: Sendable, Hashable {
    /// `fr` or `pt`.
    public let code: String
    /// The metrics.
    public let metrics: MatchMetrics
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
      "languages": .object(
        languages.map { StructuredValue.Member($0.code, Self.structured($0.metrics)) }),
    ])
  }

  /// The report for people: one row per language.
  public var table: Table {
    Table(
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
        Self.column("ndcg@10", "nDCG à 10", "nDCG at 10"),
        Self.column("coverage", "Couverture", "Coverage"),
        Self.column("tail_share", "Part des petits", "Tail share"),
        Self.column("latency_p50", "Médiane (ms)", "Median (ms)"),
        Self.column("latency_p95", "95e centile (ms)", "95th percentile (ms)"),
      ],
      rows: languages.map { language in
        let metrics = language.metrics
        let rates = [
          metrics.hitAt1, metrics.hitAt5, metrics.hitAt10, metrics.hitAt10HalfWidth, metrics.hitAt50,
          metrics.reciprocalRankAt10, metrics.discountedGainAt10, metrics.coverage, metrics.tailShare,
        ]
        return [.text(language.code), .int(metrics.queries)]
          + rates.map { .number($0, digits: 3) }
          + [.number(metrics.latencyMedian, digits: 1), .number(metrics.latency95, digits: 1)]
      })
  }

  private static func column(_ key: String, _ french: String, _ english: String) -> Table.Column {
    Table.Column(key, LocalizedText(fr: french, en: english), .right)
  }

  private static func structured(_ metrics: MatchMetrics) -> StructuredValue {
    .object([
      "queries": .int(metrics.queries), "hit@1": number(metrics.hitAt1), "hit@5": number(metrics.hitAt5),
      "hit@10": number(metrics.hitAt10), "hit@50": number(metrics.hitAt50),
      "mrr@10": number(metrics.reciprocalRankAt10), "ndcg@10": number(metrics.discountedGainAt10),
      "coverage": number(metrics.coverage), "tail_share": number(metrics.tailShare),
      "latency_ms": .object([
        "p50": number(metrics.latencyMedian), "p95": number(metrics.latency95),
      ]),
    ])
  }

  private static func number(_ value: Double) -> StructuredValue { .number(value, digits: 4) }
}
