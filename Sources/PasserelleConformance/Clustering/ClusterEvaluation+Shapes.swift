public import PasserelleCore
public import PasserelleResolution

extension ClusterEvaluation {
  /// Resolves a corpus with the models and words of a kit, as a workspace does.
  public init(_ corpus: ResolutionCorpus, kit: ResolutionKit) {
    self.init(
      corpus: corpus, lexicon: kit.lexicon, statistics: kit.preparer.statistics, scorer: kit.candidateScorer)
  }

  /// The figures as a document.
  public var structured: StructuredValue {
    let blocking = blockingReport()
    return .object([
      "format": .string("passerelle-evaluation/1"), "evaluation": .string("clusters"),
      "mentions": .int(mentionCount), "occurrences": .int(occurrenceCount),
      "blocking": .object([
        "pairs": .int(blocking.pairs), "pairs_per_mention": .number(blocking.pairsPerMention, digits: 2),
        "recall": blocking.recall.map { .number($0, digits: 4) },
      ]),
      "by": .object(
        parts.map { part in
          StructuredValue.Member(
            part.name,
            .object([
              "mentions": .int(part.mentions), "occurrences": Self.structured(part.occurrences),
              "distinct": Self.structured(part.distinct),
            ]))
        }),
    ])
  }

  private static func structured(_ figures: ClusterFigures) -> StructuredValue {
    .object([
      "precision": .number(figures.precision, digits: 4), "recall": .number(figures.recall, digits: 4),
      "found_pairs": .int(figures.foundPairs), "known_pairs": .int(figures.knownPairs),
    ])
  }

  /// The figures as rows: a scheme of identifiers each, then all.
  public var table: Table {
    func number(_ key: String, _ french: String, _ english: String) -> Table.Column {
      Table.Column(key, LocalizedText(fr: french, en: english), .right)
    }
    return Table(
      columns: [
        Table.Column("identifiers", LocalizedText(fr: "Identifiants", en: "Identifiers")),
        number("mentions", "Mentions", "Mentions"),
        number("precision", "Précision", "Precision"), number("recall", "Rappel", "Recall"),
        number("distinct_precision", "Précision, noms distincts", "Precision, distinct names"),
        number("distinct_recall", "Rappel, noms distincts", "Recall, distinct names"),
      ],
      rows: parts.map { part in
        [
          .text(part.name), .int(part.mentions), .number(part.occurrences.precision, digits: 3),
          .number(part.occurrences.recall, digits: 3), .number(part.distinct.precision, digits: 3),
          .number(part.distinct.recall, digits: 3),
        ]
      })
  }
}
