public import PasserelleCore
import PasserelleNetwork

extension LinkPredictionEvaluation {
  /// The document, `passerelle-network-evaluation/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-network-evaluation/1"),
      "hold_out": .string(options.holdOut.rawValue),
      "part": .number(options.part, digits: 4),
      "seed": .int(Int(truncatingIfNeeded: options.seed)),
      "vertices": .int(vertices),
      "known_countries": .int(knownCountries),
      "ties": .int(ties),
      "dated_ties": .int(datedTies),
      "held_ties": .int(heldTies),
      "unusable_lines": .int(unusableLines),
      "methods": .array(
        methods.map { method in
          .object([
            "method": .string(method.key),
            "auc": method.area.map(Self.value),
            "auc_two_steps": method.areaAtTwoSteps.map(Self.value),
            "auc_within_two_steps": method.areaWithinTwoSteps.map(Self.value),
            "hit_at_10": Self.value(method.hitAtTen),
            "mrr": Self.value(method.meanReciprocalRank),
          ])
        }),
      "comparisons": .array(
        comparisons.map { comparison in
          .object([
            "method": .string(comparison.key),
            "against": .string(comparison.against),
            "auc": comparison.area.map(Self.value),
            "auc_two_steps": comparison.areaAtTwoSteps.map(Self.value),
            "hit_at_10": Self.value(comparison.hitAtTen),
          ])
        }),
      "models": .array(
        zip(Self.learned, models).map { key, model in
          .object([
            "method": .string(key),
            "ties": .int(model.tiedPairs),
            "rows": .int(model.rows),
            "features": .array(
              model.shapes.filter { $0.importance > 0 }.map { shape in
                .object([
                  "feature": .string(shape.feature.rawValue),
                  "importance": .number(shape.importance, digits: 4),
                ])
              }),
          ])
        }),
    ])
  }

  private static func value(_ figure: LinkFigure) -> StructuredValue {
    .object([
      "value": .number(figure.value, digits: 4),
      "low": .number(figure.low, digits: 4),
      "high": .number(figure.high, digits: 4),
    ])
  }

  /// The figures as rows, a method each.
  public var table: Table {
    var table = Table(columns: [
      Table.Column("method", LocalizedText(fr: "Méthode", en: "Method")),
      Table.Column("auc", LocalizedText(fr: "AUC, tous", en: "AUC, all"), .right),
      Table.Column("auc_low", LocalizedText(fr: "de", en: "from"), .right),
      Table.Column("auc_high", LocalizedText(fr: "à", en: "to"), .right),
      Table.Column("auc_two_steps", LocalizedText(fr: "AUC, à deux pas", en: "AUC, two steps"), .right),
      Table.Column(
        "auc_within_two_steps", LocalizedText(fr: "AUC, tout à deux pas", en: "AUC, all at two steps"), .right
      ),
      Table.Column("hit_at_10", LocalizedText(fr: "Trouvés dans les 10", en: "Found in 10"), .right),
      Table.Column("hit_at_10_low", LocalizedText(fr: "de", en: "from"), .right),
      Table.Column("hit_at_10_high", LocalizedText(fr: "à", en: "to"), .right),
      Table.Column("mrr", LocalizedText(verbatim: "MRR"), .right),
    ])
    for method in methods {
      table.rows.append(
        [.text(method.key)]
          + [
            method.area?.value, method.area?.low, method.area?.high, method.areaAtTwoSteps?.value,
            method.areaWithinTwoSteps?.value, method.hitAtTen.value, method.hitAtTen.low,
            method.hitAtTen.high,
            method.meanReciprocalRank.value,
          ].map { $0.map { .number($0, digits: 4) } ?? .empty })
    }
    return table
  }
}
