public import PasserelleCore
import PasserelleRendering

extension Dossier {
  /// The machine-readable dossier, `passerelle-dossier/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-dossier/1"), "id": .string(iri), "label": .string(label),
      "types": .array(types.map { .string($0) }), "asOf": .optional(asOf?.description),
      "members": members.isEmpty
        ? nil
        : .array(members.map { .object(["id": .string($0.iri), "label": .string($0.label)]) }),
      "facts": .array(facts.map { Self.structured($0) }),
      "mentions": .object([
        "total": .int(mentionCount), "facts": .array(mentions.map { Self.structured($0) }),
      ]),
      "versions": .array(versions.map(\.structured)),
    ])
  }

  private static func structured(_ fact: Fact) -> StructuredValue {
    .object([
      "part": fact.part.isEmpty ? nil : .string(fact.part), "relation": .string(fact.relation),
      "label": .string(fact.relationLabel), "id": .optional(fact.iri),
      "value": .string(fact.literal ?? fact.text), "language": .optional(fact.languageTag),
      "sources": .array(fact.sources.map(\.structured)),
    ])
  }

  /// The facts and mentions in rows.
  public var table: Table {
    Table(
      columns: [
        .init("direction", LocalizedText(fr: "sens", en: "direction")),
        .init("relation", LocalizedText(fr: "relation", en: "relation")),
        .init("value", LocalizedText(fr: "valeur", en: "value")),
        .init("id", LocalizedText(fr: "identifiant", en: "identifier")),
        .init("source", LocalizedText(fr: "source", en: "source")),
      ],
      rows: facts.map { Self.row($0, "→") } + mentions.map { Self.row($0, "←") })
  }

  private static func row(_ fact: Fact, _ direction: String) -> [Table.Cell] {
    let relation = fact.part.isEmpty ? fact.relationLabel : fact.part + " · " + fact.relationLabel
    return [
      .text(direction), .text(relation), .text(fact.text), .text(fact.iri ?? ""),
      .text(fact.sources.first?.record ?? ""),
    ]
  }
}
