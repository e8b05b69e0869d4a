public import PasserelleCore
import PasserelleMatching
import PasserelleRendering

extension ConsortiumAnswer {
  /// The machine-readable answer, `passerelle-network-consortium/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-network-consortium/1"), "record": recording.structured,
      "title": .string(title), "codesSuggested": .bool(hasSuggestedCodes),
      "items": .array(
        items.map {
          .object([
            "name": .string($0.name), "layer": .bool($0.isLayer), "text": .string($0.text),
            "weight": .number($0.weight, digits: 2), "zones": .array($0.zones.map { .string($0) }),
            "segment": .optional($0.segment),
          ])
        }),
      "requirementsLeftOut": .int(requirementsLeftOut), "pool": .int(pool),
      "ceiling": .number(ceiling, digits: 4), "uncovered": .array(uncovered.map { .string($0) }),
      "sizesKnown": .int(sizesKnown), "bound": .number(Self.bound, digits: 3),
      "demonstration": .bool(hasDemonstration), "caution": Self.caution.structured,
      "teams": .array(teams.map(structured)),
    ])
  }

  private func structured(_ team: Team) -> StructuredValue {
    .object([
      "rule": .string(team.rule.rawValue), "label": team.rule.label.structured,
      "coverage": .number(team.coverage, digits: 4),
      "members": .array(team.members.map(Self.structured)),
      "levels": .object(
        zip(items, team.levels).map { StructuredValue.Member($0.name, .string($1.rawValue)) }),
      "missing": .array(missing(team).map { .string($0.name) }),
      "sharedAwards": .int(team.sharedCount),
      "shared": .array(
        team.shared.map {
          .object([
            "members": .array($0.members.map { .string($0) }), "award": .string($0.award),
            "title": .string($0.title),
          ])
        }),
    ])
  }

  private static func structured(_ member: Member) -> StructuredValue {
    .object([
      "vendor": .string(member.vendor), "name": .string(member.name),
      "identifier": .string(member.identifier),
      "size": .optional(member.size?.rawValue), "pastAwards": .int(member.pastAwards),
      "gain": .number(member.gain, digits: 4), "adds": .array(member.adds.map { .string($0) }),
      "evidence": .array(
        member.evidence.map {
          .object([
            "item": .string($0.item), "level": .string($0.level.rawValue), "quote": .optional($0.quote),
            "source": $0.source?.structured,
          ])
        }),
    ])
  }

  /// The items on which a team is known for nothing.
  private func missing(_ team: Team) -> [Item] { zip(items, team.levels).filter { $1 == .none }.map(\.0) }

  /// The members of the teams in rows.
  public var table: Table {
    Table(
      columns: [
        .init("team", LocalizedText(fr: "équipe", en: "team"), .right),
        .init("rule", LocalizedText(fr: "règle", en: "rule")),
        .init("coverage", LocalizedText(fr: "couverture", en: "coverage"), .right),
        .init("vendor", LocalizedText(fr: "fournisseur", en: "vendor")),
        .init("identifier", LocalizedText(fr: "identifiant", en: "identifier")),
        .init("size", LocalizedText(fr: "taille déclarée", en: "declared size")),
        .init("gain", LocalizedText(fr: "apport", en: "adds"), .right),
        .init("items", LocalizedText(fr: "exigences et couches", en: "requirements and layers")),
        .init("missing", LocalizedText(fr: "manque à l’équipe", en: "missing in the team")),
      ],
      rows: teams.enumerated().flatMap { place, team in
        team.members.map { member in
          [
            .int(place + 1), .text(team.rule.label[language]), .number(team.coverage, digits: 4),
            .text(member.name), .text(member.identifier),
            member.size.map { .text($0.label[language]) } ?? .empty, .number(member.gain, digits: 4),
            .text(member.adds.joined(separator: " ")),
            .text(missing(team).map(\.name).joined(separator: " ")),
          ]
        }
      })
  }

  /// The answer as a page of text.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    var page = SuggestPage(width: width)
    page.add(say("Besoin : ", "Need: ") + title)
    let layers = items.filter(\.isLayer)
    page.add(
      say(
        "\(fr: items.count - layers.count, "exigence lue", "exigences lues")",
        "\(en: items.count - layers.count, "requirement") read")
        + (layers.isEmpty
          ? say(" ; aucune couche d’infrastructure reconnue", "; no layer of the infrastructure recognised")
          : say(" ; couches : ", "; layers: ") + layers.map(told).joined(separator: ", ")))
    if teams.isEmpty {
      page.space()
      page.add(
        say(
          "Aucune équipe : rien de connu chez les fournisseurs ne répond aux exigences lues.",
          "No team: nothing known of vendors speaks to the requirements read."))
    }
    for (place, team) in teams.enumerated() { write(team, place + 1, &page) }
    page.space()
    writeScope(&page)
    page.add(Self.caution[language])
    return page.lines
  }

  private func say(_ french: String, _ english: String) -> String { language.say(french, english) }

  private func told(_ layer: Item) -> String {
    layer.zones.isEmpty
      ? layer.text
      : layer.text + say(" (zone ", " (zone ") + layer.zones.joined(separator: ", ").lowercased() + ")"
  }

  private func write(_ team: Team, _ number: Int, _ page: inout SuggestPage) {
    page.space()
    page.add(
      say("Équipe \(number) – ", "Team \(number) – ") + team.rule.label[language]
        + say(" · couverture ", " · coverage ")
        + ValueFormat(language).percent(team.coverage))
    for member in team.members {
      let size = member.size?.label[language] ?? say("taille non renseignée", "size not known")
      page.add(
        "– \(member.name), \(member.identifier) (\(size))" + say(" : ", ": ") + names(member.adds)
          + " (+" + ValueFormat(language).percent(member.gain) + ")", indent: 2)
      if let first = member.evidence.first(where: { $0.quote != nil }), let quote = first.quote {
        page.add(
          say("« ", "'") + quote.prefix(140) + say(" »", "'")
            + (first.source.map { " [\($0.record)]" } ?? ""),
          indent: 4)
      }
    }
    let missing = missing(team)
    page.add(
      missing.isEmpty
        ? say("Rien ne manque parmi ce qui a été lu.", "Nothing is missing of what was read.")
        : say("Manque (rien de connu) : ", "Missing (nothing known): ")
          + missing.map { $0.isLayer ? $0.text : $0.name }.joined(separator: ", "), indent: 2)
    if team.sharedCount > 0 {
      page.add(
        say("Déjà titulaires ensemble : ", "Have won together: ")
          + team.shared.map { "\($0.members.joined(separator: " + ")) – \($0.title)" }.joined(
            separator: " ; "),
        indent: 2)
    } else if team.members.count > 1 {
      page.add(
        say("Aucun marché gagné ensemble n’est connu.", "No award that they won together is known."),
        indent: 2)
    }
  }

  private func names(_ adds: [String]) -> String {
    adds.map { name in items.first { $0.name == name && $0.isLayer }?.text ?? name }.joined(separator: ", ")
  }

  private func writeScope(_ page: inout SuggestPage) {
    page.add(
      say(
        "\(pool) fournisseurs comparés, dont \(sizesKnown) déclarent leur taille ; ensemble ils couvriraient \(ValueFormat(language).percent(ceiling)). La première équipe atteint au moins 63 % de la couverture de la meilleure équipe d’autant de membres.",
        "\(pool) vendors compared, \(sizesKnown) of which declare their size; together they would cover \(ValueFormat(language).percent(ceiling)). The first team reaches at least 63% of the coverage of the best team of as many members."
      ))
    if !uncovered.isEmpty {
      page.add(
        say("Personne de connu parmi eux pour : ", "Nobody known among them for: ") + names(uncovered))
    }
    if hasDemonstration {
      page.add(
        say(
          "Une partie des preuves est fictive (démonstration).", "Part of the evidence is demonstration data."
        ))
    }
  }
}
