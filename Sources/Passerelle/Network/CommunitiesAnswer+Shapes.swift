public import PasserelleCore
import PasserelleRendering

extension CommunitiesAnswer {
  /// The machine-readable answer, `passerelle-network-communities/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-network-communities/1"), "method": .string("leiden"),
      "resolution": .number(resolution, digits: 3), "seed": .int(Int(clamping: seed)),
      "modularity": .number(modularity, digits: 4), "stabilityRuns": .int(runs), "count": .int(count),
      "singles": .int(singles), "scope": scope.structured,
      "communities": .array(
        communities.map { one in
          .object([
            "number": .int(one.number), "size": .int(one.size),
            "stability": .number(one.stability, digits: 3), "theme": .optional(one.theme),
            "themeMembers": .int(one.themeCount),
            "countries": NetworkScope.structured(one.countries),
            "members": .array(
              one.members.map { member in
                .object([
                  "iri": .string(member.iri), "name": .string(member.name), "kind": .string(member.kind),
                  "country": .optional(member.country), "degree": .int(member.degree),
                  "stability": .number(member.stability, digits: 3),
                ])
              }),
          ])
        }),
    ])
  }

  /// The communities in rows.
  public var table: Table {
    Table(
      columns: [
        .init("number", LocalizedText(fr: "n°", en: "no."), .right),
        .init("size", LocalizedText(fr: "taille", en: "size"), .right),
        .init("members", LocalizedText(fr: "les plus liés", en: "most tied")),
        .init("countries", LocalizedText(fr: "pays", en: "countries")),
        .init("theme", LocalizedText(fr: "thème le plus partagé", en: "most shared theme")),
        .init("stability", LocalizedText(fr: "stabilité", en: "stability"), .right),
      ],
      rows: communities.map { one in
        let names = one.members.prefix(4).map(\.name).joined(separator: ", ")
        return [
          .int(one.number), .int(one.size), .text(names + (one.size > 4 ? "…" : "")),
          .text(one.countries.prefix(4).map { "\($0.code) \($0.count)" }.joined(separator: ", ")),
          one.theme.map { .text("\($0) (\(one.themeCount))") } ?? .empty,
          .number(one.stability, digits: 2),
        ]
      })
  }

  /// What stands under the rows: what the figures mean, and what they cover.
  public var paragraphs: [String] {
    let format = ValueFormat(language)
    let quality = format.number(modularity, digits: 3)
    return [
      language.say(
        "\(format.count(count, "communauté")) ; \(format.count(singles, "acteur seul", "acteurs seuls")). Méthode de Leiden, résolution \(format.number(resolution, digits: 2)), graine \(seed). Modularité \(quality) : part des liens internes au-delà de ce que donnerait le hasard.",
        "\(format.count(count, "community", "communities")); \(format.count(singles, "actor")) alone. Leiden method, resolution \(format.number(resolution, digits: 2)), seed \(seed). Modularity \(quality): the part of ties within, beyond what chance would give."
      ),
      language.say(
        "Stabilité : à quel point les membres restent ensemble dans \(runs) autres recherches (1 : toujours). Une communauté est un constat sur les liens connus, non une organisation.",
        "Stability: how far members stay together in \(runs) other searches (1: always). A community is a finding about known ties, not an organisation."
      ),
    ] + scope.paragraphs(words)
  }
}
