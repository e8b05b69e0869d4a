public import PasserelleCore
import PasserelleNetwork

extension TriadsAnswer {
  /// The machine-readable answer, `passerelle-network-triads/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-network-triads/1"), "subject": subject?.structured,
      "themes": .array(themes.map { .string($0) }), "countries": .array(countries.map { .string($0) }),
      "call": call?.structured, "geography": .string(geography.rawValue), "examined": .int(examined),
      "frenchAuthorities": .int(frenchCount), "bounded": .bool(isBounded), "base": .number(base, digits: 4),
      "demonstration": .bool(includesDemonstration), "caution": Self.caution.structured,
      "platforms": .array(platforms.enumerated().map { Self.structured($1, rank: $0 + 1) }),
    ])
  }

  private static func structured(_ platform: Platform, rank: Int) -> StructuredValue {
    .object([
      "rank": .int(rank), "score": .number(platform.score, digits: 4), "missing": .int(platform.missing),
      "authorities": .array(platform.sides.map(structured)),
      "parts": .array(platform.reasons.map(\.structured)),
      "links": .array(
        platform.links.map {
          .object([
            "from": .string($0.from), "to": .string($0.to), "kind": .string($0.kind.rawValue),
            "ties": .array($0.ties.map(\.structured)), "through": .array($0.through.map(\.structured)),
          ])
        }),
    ])
  }

  private static func structured(_ side: Side) -> StructuredValue {
    .object([
      "authority": side.authority.structured, "continent": .optional(side.continent),
      "roles": .array(
        side.seats.map { seat in
          .object([
            "role": .string(seat.role.rawValue), "label": seat.role.label.structured,
            "known": .int(seat.known),
            "members": .array(seat.members.map(structured)),
          ])
        }),
    ])
  }

  private static func structured(_ member: Member) -> StructuredValue {
    .object([
      "actor": member.thing.structured, "kindTold": .bool(member.isCertain),
      "onTheme": .bool(member.isOnTheme),
      "ties": .array(member.ties.map(\.structured)),
      "conflicts": .array(
        member.conflicts.map {
          .object([
            "kind": .string($0.kind.rawValue), "label": $0.kind.label.structured, "with": $0.with.structured,
            "ties": .array($0.ties.map(\.structured)),
          ])
        }),
    ])
  }

  /// The platforms in rows: one for each role at the side of each authority.
  public var table: Table {
    Table(
      columns: [
        .init("rank", LocalizedText(fr: "rang", en: "rank"), .right),
        .init("score", LocalizedText(fr: "score", en: "score"), .right),
        .init("authority", LocalizedText(fr: "collectivité", en: "authority")),
        .init("country", LocalizedText(fr: "pays", en: "country")),
        .init("role", LocalizedText(fr: "rôle", en: "role")),
        .init("known", LocalizedText(fr: "connus", en: "known"), .right),
        .init("members", LocalizedText(fr: "acteurs", en: "actors")),
        .init("toCheck", LocalizedText(fr: "à vérifier", en: "to check")),
      ],
      rows: platforms.enumerated().flatMap { place, platform in
        platform.sides.flatMap { side in
          side.seats.map { seat in
            [
              .int(place + 1), .number(platform.score, digits: 4), .text(side.authority.name),
              side.authority.countryLabel.map { .text($0) } ?? .empty, .text(seat.role.label[language]),
              .int(seat.known), .text(seat.members.map(\.thing.name).joined(separator: " ; ")),
              .text(seat.members.filter { !$0.conflicts.isEmpty }.map(\.thing.name).joined(separator: " ; ")),
            ]
          }
        }
      })
  }

  /// The answer as a page of text.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    var page = SuggestPage(width: width)
    page.add(
      say("Plateformes triangulaires", "Triangular platforms")
        + (subject.map { say(" autour de ", " around ") + $0.name } ?? "")
        + (themes.isEmpty ? "" : say(" · thèmes : ", " · themes: ") + themes.joined(separator: ", "))
        + (countries.isEmpty ? "" : say(" · pays : ", " · countries: ") + countries.joined(separator: ", ")))
    page.add(rule)
    page.space()
    if platforms.isEmpty {
      page.add(
        say(
          "Aucune plateforme n’est connue qui réponde à ces conditions ; les relations enregistrées ne suffisent pas pour en proposer.",
          "No platform is known that meets these conditions; the recorded ties do not suffice to propose one."
        ))
    }
    for (place, platform) in platforms.enumerated() { write(platform, rank: place + 1, &page) }
    page.space()
    page.add(
      say(
        "\(examined) compositions comparées autour de \(SuggestFormat.count(frenchCount, "collectivité française", "collectivités françaises"))",
        "\(examined) compositions compared around \(SuggestFormat.count(frenchCount, "French authority", "French authorities"))"
      )
        + (subject == nil ? say(" ; deux au plus par collectivité.", "; two at most for each.") : ".")
        + (isBounded
          ? say(
            " Recherche bornée : \(TriadFinder.candidateLimit) collectivités étrangères par collectivité française, les plus proches, continent par continent.",
            " Bounded search: \(TriadFinder.candidateLimit) foreign authorities for each French one, the nearest, continent by continent."
          ) : ""))
    page.add(Self.caution[language])
    return page.lines
  }

  private func say(_ french: String, _ english: String) -> String { language.say(french, english) }

  private var rule: String {
    geography == .continents
      ? say(
        "Règle : une collectivité française, deux étrangères de continents différents, chacune avec acteurs économiques, recherche et associations.",
        "Rule: one French authority, two foreign ones of different continents, each with economic actors, research and associations."
      )
      : say(
        "Règle assouplie : deux collectivités étrangères de pays différents, continents non exigés.",
        "Relaxed rule: two foreign authorities of different countries, continents not asked for.")
  }

  private func write(_ platform: Platform, rank: Int, _ page: inout SuggestPage) {
    page.add(
      "\(rank). " + platform.sides.map(\.authority.placed).joined(separator: " + ")
        + say(" · score ", " · score ")
        + SuggestFormat.number(platform.score, language), hanging: 3)
    page.add(platform.reasons.map { $0.told(language) }.joined(separator: " · "), indent: 3)
    for link in platform.links { page.add("– " + told(link), indent: 3) }
    for side in platform.sides {
      page.add(
        side.authority.placed + (side.continent.map { ", " + $0 } ?? ""), indent: 3)
      for seat in side.seats { page.add(told(seat), indent: 5) }
    }
    for member in platform.sides.flatMap(\.seats).flatMap(\.members) {
      for conflict in member.conflicts {
        page.add(
          say("À vérifier : ", "To check: ") + member.thing.name + " – " + conflict.kind.label[language] + " "
            + conflict.with.name, indent: 3)
      }
    }
    page.space()
  }

  private func told(_ link: Link) -> String {
    let pair = link.from + " – " + link.to + say(" : ", ": ")
    switch link.kind {
    case .direct:
      // Two that share a project: its name says it; each one's part stands in the data.
      let own = link.ties.count > 2 * link.through.count
      let ties = own || link.through.isEmpty ? link.ties.first.map { [$0.line(language)] } ?? [] : []
      let shared = link.through.map(\.name).joined(separator: ", ")
      return pair
        + (ties + (shared.isEmpty ? [] : [say("ensemble dans ", "together in ") + shared])).joined(
          separator: " ; ")
    case .common: return pair + say("par ", "through ") + link.through.map(\.name).joined(separator: ", ")
    case .none: return pair + say("aucun lien connu", "no tie known")
    }
  }

  private func told(_ seat: Seat) -> String {
    let head = seat.role.label[language] + say(" : ", ": ")
    guard seat.known > 0 else {
      return head + say("personne de connu – rôle à pourvoir", "nobody known – role to fill")
    }
    let names = seat.members.map { member in
      member.thing.name
        + (member.isCertain ? "" : say(" (nature à préciser)", " (kind to be told)"))
        + (member.isOnTheme ? say(" (sur le thème)", " (on the theme)") : "")
    }
    let more = seat.known - seat.members.count
    return head + names.joined(separator: ", ")
      + (more > 0 ? SuggestFormat.more(more, language) : "")
  }
}
