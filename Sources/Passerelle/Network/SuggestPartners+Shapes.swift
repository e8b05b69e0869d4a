public import PasserelleCore

extension SuggestPartnersAnswer {
  /// The machine-readable answer, `passerelle-network-suggest/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-network-suggest/1"), "subject": subject.structured,
      "countries": .array(countries.map { .string($0) }), "themes": .array(themes.map { .string($0) }),
      "compared": .int(candidates), "withoutWay": .int(unreached),
      "withoutWayListed": .bool(includesUnreached),
      "namesakes": .array(namesakes.map(\.structured)),
      "coverage": .array(
        coverage.map {
          .object(["part": .string($0.part), "label": $0.label.structured, "known": .int($0.known)])
        }),
      "base": .number(base, digits: 4), "model": .optional(model),
      "demonstration": .bool(includesDemonstration),
      "caution": Self.caution.structured,
      "suggestions": .array(peers.enumerated().map { Self.structured($1, rank: $0 + 1) }),
      "tied": .array(
        known.map {
          .object(["partner": $0.thing.structured, "ties": .array($0.ties.map(\.structured))])
        }),
    ])
  }

  private static func structured(_ peer: Peer, rank: Int) -> StructuredValue {
    .object([
      "rank": .int(rank), "peer": peer.thing.structured, "score": .number(peer.score, digits: 4),
      "parts": .array(peer.reasons.map(\.structured)),
      "details": .array(
        peer.details.map {
          .object([
            "feature": .string($0.feature), "label": $0.label.structured,
            "contribution": .number($0.contribution, digits: 4),
          ])
        }),
      "way": .array(
        peer.way.map { .object(["to": $0.to.structured, "ties": .array($0.ties.map(\.structured))]) }),
      "memberships": .array(peer.memberships.map(\.structured)),
      "themes": .array(peer.themes.map { .string($0) }),
      "kilometres": peer.kilometres.map { .int(Int($0.rounded())) },
    ])
  }

  /// The peers in rows.
  public var table: Table {
    Table(
      columns: [
        .init("rank", LocalizedText(fr: "rang", en: "rank"), .right),
        .init("peer", LocalizedText(fr: "collectivité", en: "authority")),
        .init("id", LocalizedText(fr: "identifiant", en: "identifier")),
        .init("country", LocalizedText(fr: "pays", en: "country")),
        .init("population", LocalizedText(fr: "population", en: "population"), .right),
        .init("score", LocalizedText(fr: "score", en: "score"), .right),
        .init("kind", LocalizedText(fr: "nature", en: "kind"), .right),
        .init("size", LocalizedText(fr: "taille", en: "size"), .right),
        .init("themes", LocalizedText(fr: "thèmes", en: "themes"), .right),
        .init("structure", LocalizedText(fr: "réseau", en: "network"), .right),
        .init("kilometres", LocalizedText(fr: "km", en: "km"), .right),
        .init("way", LocalizedText(fr: "introduction par", en: "introduction through")),
      ],
      rows: peers.enumerated().map { place, peer in
        [
          .int(place + 1), .text(peer.thing.name), .text(peer.thing.iri),
          peer.thing.countryLabel.map { .text($0) } ?? .empty,
          peer.thing.population.map { .int($0) } ?? .empty,
          .number(peer.score, digits: 4),
        ] + peer.reasons.map { $0.value.map { .number($0, digits: 4) } ?? .empty } + [
          peer.kilometres.map { .int(Int($0.rounded())) } ?? .empty,
          .text(peer.way.dropLast().map(\.to.name).joined(separator: " – ")),
        ]
      })
  }

  /// The answer as a page of text.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    var page = SuggestPage(width: width)
    page.add(say("Pairs possibles de ", "Possible peers of ") + subject.described(language))
    if !countries.isEmpty {
      page.add(say("Pays demandés : ", "Countries asked for: ") + countries.joined(separator: ", "))
    }
    if !themes.isEmpty {
      page.add(say("Thèmes demandés : ", "Themes asked for: ") + themes.joined(separator: ", "))
    }
    page.space()
    if peers.isEmpty {
      page.add(
        say(
          "Aucun pair n’est connu dans ce qui est enregistré : cela ne veut pas dire qu’il n’y en a pas.",
          "No peer is known in what is recorded: that does not mean that there is none."))
    }
    for (place, peer) in peers.enumerated() { write(peer, rank: place + 1, &page) }
    writeKnown(&page)
    if !namesakes.isEmpty {
      page.add(
        say(
          "Non proposées, car du même nom et du même pays qu’une collectivité déjà liée (sans doute la même, sous un autre identifiant) : ",
          "Not suggested, having the name and country of one that is tied already (most likely the same one under another identifier): "
        ) + namesakes.map { "\($0.placed) [\($0.iri)]" }.joined(separator: ", "))
    }
    page.space()
    page.add(scope)
    page.add(Self.caution[language])
    return page.lines
  }

  private func say(_ french: String, _ english: String) -> String { language.say(french, english) }

  private func write(_ peer: Peer, rank: Int, _ page: inout SuggestPage) {
    page.add(
      "\(rank). " + peer.thing.described(language) + say(" · score ", " · score ")
        + SuggestFormat.number(peer.score, language), hanging: 3)
    page.add(peer.reasons.map { $0.told(language) }.joined(separator: " · "), indent: 3)
    if !peer.details.isEmpty {
      page.add(
        say("Le réseau dit : ", "The network says: ")
          + peer.details.map { $0.label[language] }.joined(separator: ", "), indent: 3)
    }
    if !peer.themes.isEmpty {
      page.add(say("En commun : ", "In common: ") + peer.themes.joined(separator: ", "), indent: 3)
    }
    if !peer.memberships.isEmpty {
      page.add(
        say("Réseaux et programmes des deux : ", "Networks and programmes of both: ")
          + peer.memberships.map(\.name).joined(separator: ", "), indent: 3)
    }
    if peer.way.isEmpty {
      page.add(say("Aucune voie d’introduction connue.", "No way to an introduction known."), indent: 3)
    } else {
      page.add(
        say("Introduction : ", "Introduction: ")
          + ([subject.name] + peer.way.map(\.to.name)).joined(separator: " → "), indent: 3)
      for tie in peer.way.flatMap(\.ties) { page.add("– " + tie.line(language), indent: 5) }
    }
    page.space()
  }

  private func writeKnown(_ page: inout SuggestPage) {
    guard !known.isEmpty else { return }
    page.add(say("Déjà liées (", "Tied already (") + "\(known.count))")
    page.add(known.map(\.thing.placed).joined(separator: ", "), indent: 2, hanging: 0)
  }

  private var scope: String {
    let parts = coverage.map { "\($0.label[language]) \($0.known)" }.joined(separator: ", ")
    let left =
      includesUnreached
      ? say("dont \(unreached) sans voie connue", "\(unreached) of them without a known way")
      : say(
        "dont \(unreached) sans voie connue, non listées",
        "\(unreached) of them without a known way, not listed")
    return say(
      "\(fr: candidates, "collectivité comparée", "collectivités comparées"), \(left). Parts renseignées : \(parts).",
      "\(en: candidates, "authority", "authorities") compared, \(left). Parts known: \(parts).")
  }
}
