public import PasserelleCore
import PasserelleNetwork

extension CountryAnswer {
  /// The machine-readable answer, `passerelle-network-country/1`.
  public var structured: StructuredValue {
    let words = StatsWords(language: language, units: units, comparators: comparators)
    return .object([
      "format": .string("passerelle-network-country/1"), "country": .string(code), "label": .string(label),
      "regions": .array(regions.map { .string($0) }), "asOf": .optional(asOf?.description),
      "published": .array(published.map { words.structured($0, coverage: nil) }),
      "sections": .array(
        parts.map { part in
          .object([
            "section": .string(part.section.rawValue),
            "title": .string(Self.title(part.section)[language]),
            "known": .int(part.rows.count), "rows": .array(part.rows.map(structured)),
          ])
        }),
      "announcements": .array(
        announcements.map {
          .object([
            "claim": .string($0.claim), "sentence": .string($0.sentence), "modality": .string($0.modality),
            "sources": .array($0.sources.map { .int($0) }),
          ])
        }),
      "sources": .array(
        sources.map {
          .object([
            "record": .string($0.record), "document": .optional($0.document), "lines": .optional($0.lines),
          ])
        }),
    ])
  }

  private func structured(_ row: Row) -> StructuredValue {
    .object([
      "kind": .optional(row.kind?.rawValue), "thing": row.thing.map(structured),
      "authorities": .array(row.home.map(structured)), "abroad": .array(row.abroad.map(structured)),
      "others": .array(row.others.map(structured)), "themes": .array(row.themes.map(structured)),
      "since": .optional(row.since?.description), "until": .optional(row.until?.description),
      "mode": .optional(row.mode), "detail": .optional(row.detail),
      "sources": .array(row.sources.map { .int($0) }),
    ])
  }

  private func structured(_ thing: Thing) -> StructuredValue {
    .object([
      "id": .string(thing.id), "label": .string(thing.label), "kind": .string(thing.kind.rawValue),
    ])
  }

  /// The lines of all sections for programs that read tables.
  public var dataTable: Table {
    Table(
      columns: [
        .init("section", LocalizedText(fr: "rubrique", en: "section")),
        .init("kind", LocalizedText(fr: "lien", en: "tie")),
        .init("thing", LocalizedText(fr: "objet", en: "thing")),
        .init("thingId", LocalizedText(fr: "identifiant", en: "identifier")),
        .init("authorities", LocalizedText(fr: "collectivités françaises", en: "French authorities")),
        .init("abroad", LocalizedText(fr: "sur place", en: "in the country")),
        .init("others", LocalizedText(fr: "autres", en: "others")),
        .init("themes", LocalizedText(fr: "thèmes", en: "themes")),
        .init("since", LocalizedText(fr: "depuis", en: "since")),
        .init("until", LocalizedText(fr: "jusqu’à", en: "until")),
        .init("mode", LocalizedText(fr: "mode", en: "mode")),
        .init("detail", LocalizedText(fr: "précision", en: "detail")),
        .init("sources", LocalizedText(fr: "sources", en: "sources")),
      ],
      rows: parts.flatMap { part in
        part.rows.map { row in
          [
            .text(part.section.rawValue), .text(row.kind?.rawValue ?? ""), .text(row.thing?.label ?? ""),
            .text(row.thing?.id ?? ""), .text(Self.names(row.home)), .text(Self.names(row.abroad)),
            .text(Self.names(row.others)), .text(Self.names(row.themes)),
            row.since.map { .date($0) } ?? .empty, row.until.map { .date($0) } ?? .empty,
            .text(row.mode ?? ""), .text(row.detail ?? ""),
            .text(row.sources.map { sources[$0].label }.joined(separator: " | ")),
          ]
        }
      })
  }

  static func names(_ things: [Thing], limit: Int = .max) -> String {
    let shown = things.prefix(limit).map(\.label).joined(separator: ", ")
    return things.count > limit ? shown + ", … (\(things.count))" : shown
  }

  /// What a section is called.
  static func title(_ section: CountryTie.Section) -> LocalizedText {
    switch section {
    case .cooperations:
      LocalizedText(fr: "Collectivités françaises et partenaires", en: "French authorities and partners")
    case .agreements: LocalizedText(fr: "Accords", en: "Agreements")
    case .projects:
      LocalizedText(
        fr: "Projets avec une collectivité française", en: "Projects with a French authority")
    case .partners: LocalizedText(fr: "Autres partenaires", en: "Other partners")
    case .otherProjects:
      LocalizedText(
        fr: "Projets sans collectivité française connue", en: "Projects without a known French authority")
    case .programmes: LocalizedText(fr: "Programmes et appels", en: "Programmes and calls")
    case .memberships: LocalizedText(fr: "Réseaux et adhésions", en: "Networks and memberships")
    case .labels: LocalizedText(fr: "Labels et distinctions", en: "Labels and distinctions")
    case .research:
      LocalizedText(fr: "Universités et équipes de recherche", en: "Universities and research teams")
    case .supplies: LocalizedText(fr: "Fournisseurs", en: "Suppliers")
    case .events: LocalizedText(fr: "Événements", en: "Events")
    }
  }
}
