public import PasserelleCore

/// What an evaluation of suggested CPV codes found.
public struct CodeEvaluationReport: Sendable, Hashable {
  /// The figures of one language.
  public struct Language: Sendable, Hashable {
    /// `fr` or `pt`.
    public let code: String
    /// The figures.
    public let figures: CodeFigures
  }

  /// The languages that have questions, in the order fr, pt.
  public internal(set) var languages: [Language]

  /// The report as a document of format `passerelle-evaluation/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-evaluation/1"), "kind": .string("cpv"),
      "languages": .object(
        languages.map { one in
          StructuredValue.Member(
            one.code,
            .object([
              "queries": .int(one.figures.queries), "division": Self.structured(one.figures.division),
              "group": Self.structured(one.figures.group),
              "calibration_error": .number(one.figures.calibrationError, digits: 4),
            ]))
        }),
    ])
  }

  /// The report for people: one row per language and level.
  public var table: Table {
    func column(_ key: String, _ french: String, _ english: String) -> Table.Column {
      Table.Column(key, LocalizedText(fr: french, en: english), .right)
    }
    return Table(
      title: LocalizedText(fr: "Qualité des codes CPV suggérés", en: "Quality of suggested CPV codes"),
      columns: [
        Table.Column("language", LocalizedText(fr: "Langue", en: "Language")),
        Table.Column("level", LocalizedText(fr: "Niveau", en: "Level")),
        column("queries", "Requêtes", "Queries"), column("top1", "Premier juste", "Top 1"),
        column("top1_half_width", "± (95 %)", "± (95 %)"), column("top5", "Parmi cinq", "Top 5"),
        column("weighted_f1", "F1 pondéré", "Weighted F1"), column("macro_f1", "F1 moyen", "Macro F1"),
      ],
      rows: languages.flatMap { one in
        [("division", one.figures.division), ("group", one.figures.group)].map { name, level in
          [.text(one.code), .text(name), .int(one.figures.queries)]
            + [level.top1, level.top1HalfWidth, level.top5, level.weightedF1, level.macroF1].map {
              .number($0, digits: 3)
            }
        }
      })
  }

  private static func structured(_ level: CodeFigures.Level) -> StructuredValue {
    .object([
      "top1": .number(level.top1, digits: 4), "top1_half_width": .number(level.top1HalfWidth, digits: 4),
      "top5": .number(level.top5, digits: 4), "weighted_f1": .number(level.weightedF1, digits: 4),
      "macro_f1": .number(level.macroF1, digits: 4),
    ])
  }
}
