public import PasserelleCore

extension PairEvaluation {
  /// The document, `passerelle-evaluation/1`.
  public var structured: StructuredValue {
    var members = [
      StructuredValue.Member("format", .string("passerelle-evaluation/1")),
      StructuredValue.Member("evaluation", .string("resolve")),
      StructuredValue.Member("layout", .string(layout)),
      StructuredValue.Member("learned_from", .string(basis)),
    ]
    members += Self.members(figures)
    members.append(StructuredValue.Member("threshold", .number(threshold, digits: 4)))
    if missed > 0 { members.append(StructuredValue.Member("never_compared", .int(missed))) }
    members.append(
      StructuredValue.Member(
        "by", .object(byGroup.map { StructuredValue.Member($0.name, .object(Self.members($0.figures))) })))
    return .object(members)
  }

  private static func members(_ figures: Figures) -> [StructuredValue.Member] {
    [
      StructuredValue.Member("pairs", .int(figures.pairs)),
      StructuredValue.Member("matches", .int(figures.matches)),
      StructuredValue.Member("f1", .number(figures.f1, digits: 4)),
      StructuredValue.Member("precision", .number(figures.precision, digits: 4)),
      StructuredValue.Member("recall", .number(figures.recall, digits: 4)),
      StructuredValue.Member("ece", .number(figures.calibrationError, digits: 4)),
      StructuredValue.Member("ties_at_1", .number(figures.tiesAtOne, digits: 4)),
    ]
  }

  /// The figures as rows: all pairs first, then each group.
  public var table: Table {
    var table = Table(columns: [
      Table.Column("group", LocalizedText(fr: "Groupe", en: "Group")),
      Table.Column("pairs", LocalizedText(fr: "Paires", en: "Pairs"), .right),
      Table.Column("f1", LocalizedText(verbatim: "F1"), .right),
      Table.Column("precision", LocalizedText(fr: "Précision", en: "Precision"), .right),
      Table.Column("recall", LocalizedText(fr: "Rappel", en: "Recall"), .right),
      Table.Column("ece", LocalizedText(fr: "Calibration (ECE)", en: "Calibration (ECE)"), .right),
      Table.Column("ties_at_1", LocalizedText(fr: "Scores à 1", en: "Scores at 1"), .right),
    ])
    for (name, figures) in [("*", figures)] + byGroup {
      table.rows.append([
        .text(name), .int(figures.pairs), .number(figures.f1, digits: 4),
        .number(figures.precision, digits: 4),
        .number(figures.recall, digits: 4), .number(figures.calibrationError, digits: 4),
        .number(figures.tiesAtOne, digits: 4),
      ])
    }
    return table
  }

  /// The scores as CSV: `left`, `right`, `label`, `score`, `threshold`.
  public var scoresCSV: String {
    var lines = ["left,right,label,score,threshold"]
    for pair in pairs {
      let label = pair.isMatch ? 1 : 0
      lines.append(
        "\(Self.cell(pair.left)),\(Self.cell(pair.right)),\(label),\(pair.score),\(pair.threshold)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func cell(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
