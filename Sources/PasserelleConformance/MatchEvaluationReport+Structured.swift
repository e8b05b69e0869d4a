import PasserelleCore

extension MatchEvaluationReport.Language {
  /// The language's part of the document: the metrics at the top, what was asked for besides under keys of its own.
  var structured: StructuredValue {
    guard case .object(var members) = Self.structured(metrics) else { return .null }
    func add(_ key: String, _ value: StructuredValue?) {
      if let value { members.append(StructuredValue.Member(key, value)) }
    }
    add("model", model.isEmpty ? nil : .string(model))
    add(
      "by_winner_awards",
      byAwards.isEmpty
        ? nil
        : .array(
          byAwards.map { group in
            .object([
              "from": .int(group.from), "to": group.to.map { .int($0) }, "queries": .int(group.queries),
              "hit@10": Self.number(group.hitAt10), "mrr@10": Self.number(group.reciprocalRankAt10),
            ])
          }))
    add("nearest_awards", baseline.map(Self.structured))
    add("names_stripped", withoutNames.map(Self.structured))
    add(
      "all_newer",
      allNewer.map { newer in
        .object([
          "queries": .int(newer.queries), "known_share": Self.number(newer.knownShare),
          "hit@10": Self.number(newer.hitAt10), "hit@10_half_width": Self.number(newer.hitAt10HalfWidth),
          "mrr@10": Self.number(newer.reciprocalRankAt10), "hit@10_known": Self.number(newer.hitAt10Known),
        ])
      })
    add(
      "calibration",
      calibration.map { part in
        .object([
          "places": .int(part.places), "rate": Self.number(part.rate),
          "ece_before": Self.number(part.errorBefore), "ece_after": Self.number(part.errorAfter),
          "brier_before": Self.number(part.brierBefore), "brier_after": Self.number(part.brierAfter),
          "brier_constant": Self.number(part.brierConstant),
        ])
      })
    add(
      "ablations",
      ablations.isEmpty
        ? nil
        : .array(
          ablations.map { line in
            .object([
              "without": .string(line.group), "hit@10": Self.number(line.hitAt10),
              "mrr@10": Self.number(line.reciprocalRankAt10),
            ])
          }))
    return .object(members)
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
      "hit@10_half_width": number(metrics.hitAt10HalfWidth),
      "mrr@10_half_width": number(metrics.reciprocalRankHalfWidth),
    ])
  }

  private static func number(_ value: Double) -> StructuredValue { .number(value, digits: 4) }
}
