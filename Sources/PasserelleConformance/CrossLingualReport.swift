public import PasserelleCore

/// What the evaluation across languages found.
public struct CrossLingualReport: Sendable, Hashable {
  /// How the French need and the Portuguese documents are brought together.
  public enum Variant: String, Sendable, Hashable, CaseIterable {
    /// Ten documents drawn at random: what chance gives.
    case chance
    /// French words against Portuguese titles, unstemmed.
    case words
    /// The words of the code's Portuguese label against Portuguese titles.
    case translation
    /// Concept terms from the product's own short labels, which are French and English.
    case conceptsOwn = "concepts-own"
    /// Concept terms from the official labels.
    case concepts
    /// The same, with the language of need and documents unknown.
    case conceptsNeutral = "concepts-neutral"
    /// Concept terms from the official labels, and the words of the Portuguese label.
    case conceptsAndTranslation = "concepts+translation"
    /// Concept terms from the product's own short labels; the documents give their codes as well.
    case conceptsOwnAndCodes = "concepts-own+codes"
    /// Concept terms from the official labels; the documents give their codes as well.
    case conceptsAndCodes = "concepts+codes"

    /// What it is, for people.
    public var name: LocalizedText {
      switch self {
      case .chance: LocalizedText(fr: "dix marchés au hasard", en: "ten contracts at random")
      case .words: LocalizedText(fr: "mots français, sans racines", en: "French words, unstemmed")
      case .translation:
        LocalizedText(fr: "mots du libellé portugais", en: "words of the Portuguese label")
      case .conceptsOwn:
        LocalizedText(fr: "notions, nos libellés courts", en: "concepts, our short labels")
      case .concepts: LocalizedText(fr: "notions, libellés officiels", en: "concepts, official labels")
      case .conceptsNeutral:
        LocalizedText(
          fr: "notions, libellés officiels, langue inconnue",
          en: "concepts, official labels, language unknown")
      case .conceptsAndTranslation:
        LocalizedText(
          fr: "notions et mots du libellé portugais", en: "concepts and words of the Portuguese label")
      case .conceptsOwnAndCodes:
        LocalizedText(
          fr: "notions, nos libellés, codes donnés", en: "concepts, our short labels, codes given")
      case .conceptsAndCodes:
        LocalizedText(
          fr: "notions, libellés officiels, codes donnés", en: "concepts, official labels, codes given")
      }
    }
  }

  /// The figures of one variant, all between 0 and 1.
  public struct Row: Sendable, Hashable {
    /// The variant.
    public let variant: Variant
    /// Share of the queries with the same CPV group among the first ten, the query's own award left out.
    public let hitAt10: Double
    /// The same with the query's own award among the documents.
    public let hitAt10Kept: Double
    /// Share of the queries whose first document has the same CPV group, its own award left out.
    public let hitAt1: Double
    /// Mean share of the first ten that have the same CPV group, its own award left out.
    public let precisionAt10: Double
    /// Half the width of the 95 % interval of ``hitAt10``, normal approximation.
    public let halfWidth: Double
  }

  /// How many awards were asked for.
  public let queries: Int
  /// How many awards were searched.
  public let documents: Int
  /// The figures, in the order of ``Variant``.
  public let rows: [Row]

  /// The figures of a variant.
  public func row(_ variant: Variant) -> Row? { rows.first { $0.variant == variant } }

  /// The report for people: one row per variant.
  public var table: Table {
    func column(_ key: String, _ french: String, _ english: String) -> Table.Column {
      Table.Column(key, LocalizedText(fr: french, en: english), .right)
    }
    return Table(
      title: LocalizedText(
        fr: "Besoins français, marchés portugais : \(queries) besoins, \(documents) marchés",
        en: "French needs, Portuguese contracts: \(queries) needs, \(documents) contracts"),
      columns: [
        Table.Column("variant", LocalizedText(fr: "Voie", en: "Way")),
        column("hit@10", "Trouvé à 10", "Hit at 10"), column("hit@10_half_width", "± (95 %)", "± (95 %)"),
        column("hit@10_kept", "Trouvé à 10, marché gardé", "Hit at 10, own award kept"),
        column("hit@1", "Trouvé à 1", "Hit at 1"),
        column("precision@10", "Précision à 10", "Precision at 10"),
      ],
      rows: rows.map { row in
        [.text(row.variant.rawValue)]
          + [row.hitAt10, row.halfWidth, row.hitAt10Kept, row.hitAt1, row.precisionAt10].map {
            .number($0, digits: 3)
          }
      })
  }

  /// The report as a document of format `passerelle-evaluation/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-evaluation/1"), "kind": .string("cross-lingual"),
      "queries": .int(queries), "documents": .int(documents),
      "variants": .object(
        rows.map { row in
          StructuredValue.Member(
            row.variant.rawValue,
            .object([
              "hit@10": .number(row.hitAt10, digits: 4),
              "hit@10_half_width": .number(row.halfWidth, digits: 4),
              "hit@10_kept": .number(row.hitAt10Kept, digits: 4),
              "hit@1": .number(row.hitAt1, digits: 4),
              "precision@10": .number(row.precisionAt10, digits: 4),
            ]))
        }),
    ])
  }
}
