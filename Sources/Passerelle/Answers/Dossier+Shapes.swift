public import PasserelleCore
import PasserelleRendering

extension Dossier {
  /// The machine-readable dossier, `passerelle-dossier/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-dossier/1"), "id": .string(iri), "label": .string(label),
      "types": .array(types.map { .string($0) }), "asOf": .optional(asOf?.description),
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
      "value": .string(fact.literal ?? fact.text),
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

  /// The dossier as a page of text.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    var lines = [label, iri]
    if !types.isEmpty { lines.append(types.joined(separator: ", ")) }
    if let asOf { lines.append(language.say("État connu au ", "As known on ") + asOf.description) }
    var numbers: [String: Int] = [:]
    var order: [Source] = []
    func mark(_ sources: [Source]) -> String {
      sources.prefix(4).map { source in
        if numbers[source.record] == nil {
          order.append(source)
          numbers[source.record] = order.count
        }
        return "[\(numbers[source.record] ?? 0)]"
      }.joined() + (sources.count > 4 ? "+\(sources.count - 4)" : "")
    }
    if !facts.isEmpty { lines += ["", language.say("Énoncés", "Statements")] }
    for fact in facts {
      let part = fact.part.isEmpty ? "" : fact.part + " · "
      lines += TextWrap.wrap(
        "  \(part)\(fact.relationLabel) : \(fact.text) \(mark(fact.sources))", width: width, indent: 4)
    }
    if !mentions.isEmpty {
      lines += ["", language.say("Cité par (\(mentionCount))", "Mentioned by (\(mentionCount))")]
    }
    for fact in mentions.prefix(20) {
      lines += TextWrap.wrap(
        "  \(fact.relationLabel) ← \(fact.text) \(mark(fact.sources))", width: width, indent: 4)
    }
    if mentionCount > 20 { lines.append("  … +\(mentionCount - 20)") }
    lines += ["", "Sources"]
    for (index, source) in order.enumerated() {
      lines.append(
        "  [\(index + 1)] \(source.record), version \(source.version), "
          + language.say("ingérée le ", "ingested ") + source.ingested.description
          + (source.isDemonstration ? language.say(" (démonstration)", " (demonstration)") : ""))
    }
    if versions.count > 1 {
      lines += ["", language.say("Versions", "Versions")]
      for version in versions {
        lines.append(
          "  v\(version.version) \(version.ingested.description) → "
            + (version.superseded?.description ?? language.say("ouverte", "open")))
      }
    }
    return lines
  }

}
