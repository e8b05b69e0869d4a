public import PasserelleCore

extension RetrievalReport {
  /// The report for people and for CSV: one row per collection.
  public var table: Table {
    Table(
      title: LocalizedText(
        fr: "Qualité de la recherche (intervalles à 95 %)", en: "Quality of search (95% intervals)"),
      columns: [
        Table.Column("collection", LocalizedText(fr: "Collection", en: "Collection")),
        Table.Column("language", LocalizedText(fr: "Langue", en: "Language")),
        Self.column("documents", "Documents", "Documents"),
        Self.column("queries", "Requêtes", "Queries"),
        Self.column("unjudged", "Non jugées", "Unjudged"),
      ] + Self.columns("ndcg@10", "nDCG à 10", "nDCG at 10")
        + Self.columns("mrr@10", "Rang réciproque à 10", "MRR at 10")
        + Self.columns("recall@100", "Rappel à 100", "Recall at 100"),
      rows: collections.map { collection in
        let evaluation = collection.evaluation
        let estimates = [
          evaluation.discountedGainAt10, evaluation.reciprocalRankAt10, evaluation.recallAt100,
        ]
        return [
          .text(collection.name), .text(collection.language), .int(collection.documents),
          .int(evaluation.answers.count), .int(collection.unjudged),
        ]
          + estimates.flatMap { [$0.mean, $0.low, $0.high] }.map { .number($0, digits: 3) }
      })
  }

  /// The report as a document of format `passerelle-evaluation/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-evaluation/1"), "kind": .string("search"),
      "collections": .array(
        collections.map { collection in
          let evaluation = collection.evaluation
          return .object([
            "collection": .string(collection.name), "language": .string(collection.language),
            "documents": .int(collection.documents), "queries": .int(evaluation.answers.count),
            "unjudged": .int(collection.unjudged),
            "ndcg@10": Self.structured(evaluation.discountedGainAt10),
            "mrr@10": Self.structured(evaluation.reciprocalRankAt10),
            "recall@100": Self.structured(evaluation.recallAt100),
          ])
        }),
    ])
  }

  private static func column(_ key: String, _ french: String, _ english: String) -> Table.Column {
    Table.Column(key, LocalizedText(fr: french, en: english), .right)
  }

  /// The columns of a mean and of the ends of its interval.
  private static func columns(_ key: String, _ french: String, _ english: String) -> [Table.Column] {
    [
      column(key, french, english), column(key + "_low", "de", "from"), column(key + "_high", "à", "to"),
    ]
  }

  private static func structured(_ estimate: RetrievalEvaluation.Estimate) -> StructuredValue {
    .object([
      "mean": .number(estimate.mean, digits: 4), "low": .number(estimate.low, digits: 4),
      "high": .number(estimate.high, digits: 4),
    ])
  }
}
