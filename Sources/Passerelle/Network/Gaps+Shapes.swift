public import PasserelleCore
import PasserelleRendering

extension GapsAnswer {
  /// The machine-readable answer, `passerelle-network-gaps/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-network-gaps/1"), "by": .optional(axis?.rawValue),
      "authorities": .int(authorities), "withoutTheme": .int(withoutTheme),
      "demonstration": .bool(includesDemonstration), "caution": Self.caution.structured,
      "counts": .object(
        GapsRequest.Axis.allCases.map { StructuredValue.Member($0.rawValue, .int(counts[$0] ?? 0)) }),
      "gaps": .array(gapRows),
    ])
  }

  private var gapRows: [StructuredValue] {
    let themeRows = themes.map { row in
      StructuredValue.object([
        "by": .string("theme"), "theme": row.theme.structured, "known": .int(row.known),
        "countries": .array(row.countries.map(Self.structured)),
        "noneKnown": .array(row.none.map(Self.structured)),
      ])
    }
    let cityRows = cities.map { row in
      StructuredValue.object([
        "by": .string("city"), "authority": row.authority.structured, "research": .int(row.research),
        "foreignPartners": .int(row.foreign), "ties": .int(row.ties),
      ])
    }
    let groupRows = groups.map { row in
      StructuredValue.object([
        "by": .string("group"), "size": .int(row.size), "members": .array(row.members.map(\.structured)),
        "bridge": row.bridge?.structured ?? .null,
        "groupCountries": .array(row.countries.map { .string($0) }),
      ])
    }
    return themeRows + countries.map(Self.structured) + cityRows + groupRows
  }

  private static func structured(_ count: CountryCount) -> StructuredValue {
    .object(["code": .string(count.code), "name": .string(count.name), "count": .int(count.count)])
  }

  private static func structured(_ row: CountryRow) -> StructuredValue {
    .object([
      "by": .string("country"), "code": .string(row.code), "name": .string(row.name),
      "state": .string(row.state.rawValue), "frenchAuthorities": .int(row.french),
      "partners": .int(row.partners),
      "things": .int(row.things), "ties": .int(row.ties), "withoutTheme": .int(row.withoutTheme),
      "themes": .array(row.themes.map { .string($0) }), "recorded": .int(row.recorded),
      "published": .array(
        row.published.map {
          .object([
            "value": .string($0.value), "unit": .string($0.unit), "scope": .string($0.scope),
            "date": .optional($0.date), "passage": .string($0.passage), "claim": .string($0.claim),
          ])
        }),
      "sources": .array(
        row.sources.map { .object(["dataset": .string($0.source), "records": .int($0.records)]) }),
    ])
  }

  /// The gaps in rows: one for each theme and country without known cooperation, country, authority and group.
  public var table: Table {
    let none = language.say("aucun connu", "none known")
    let themeRows: [[Table.Cell]] = themes.flatMap { row in
      row.none.map { country in
        [
          .text("theme"), .text(row.theme.name), .text(country.name), .text(none), .int(row.known),
          .int(country.count),
        ]
      }
    }
    let countryRows: [[Table.Cell]] = countries.map { row in
      [
        .text("country"), .text(row.name),
        .text(row.published.map { "\($0.value) \($0.scope)" }.joined(separator: " ; ")),
        .text(row.state == .known ? language.say("connu", "known") : none), .int(row.things + row.ties),
        .int(row.recorded),
      ]
    }
    let cityRows: [[Table.Cell]] = cities.flatMap { row in
      [
        (row.research, language.say("recherche", "research")),
        (row.foreign, language.say("étranger", "abroad")),
      ]
      .filter { $0.0 == 0 }.map { _, what in
        [.text("city"), .text(row.authority.name), .text(what), .text(none), .int(0), .int(row.ties)]
      }
    }
    let groupRows: [[Table.Cell]] = groups.map { row in
      [
        .text("group"), .text(row.members.map(\.name).joined(separator: " ; ")),
        .text(row.bridge?.name ?? ""),
        .text(row.bridge == nil ? none : language.say("un seul passage", "one bridge only")), .int(row.size),
        .int(row.size),
      ]
    }
    return Table(
      columns: [
        .init("by", LocalizedText(fr: "lacune", en: "gap")),
        .init("subject", LocalizedText(fr: "sujet", en: "subject")),
        .init("other", LocalizedText(fr: "avec", en: "with")),
        .init("state", LocalizedText(fr: "état", en: "state")),
        .init("known", LocalizedText(fr: "connus", en: "known"), .right),
        .init("recorded", LocalizedText(fr: "enregistrés autour", en: "recorded around"), .right),
      ], rows: themeRows + countryRows + cityRows + groupRows)
  }

  /// The answer as a page of text.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    var page = SuggestPage(width: width)
    if !themes.isEmpty {
      title(.theme, say("Thèmes et pays", "Themes and countries"), themes.count, &page)
      for row in themes { write(row, &page) }
    }
    if !countries.isEmpty {
      title(.country, say("Pays", "Countries"), countries.count, &page)
      for row in countries { write(row, &page) }
    }
    if !cities.isEmpty {
      title(
        .city,
        say("Collectivités françaises sans partenaire connu", "French authorities without a known partner"),
        cities.count, &page)
      for row in cities { page.add("– " + told(row), indent: 2) }
    }
    if !groups.isEmpty {
      title(.group, say("Groupes sans passerelle", "Groups without a bridge"), groups.count, &page)
      for row in groups { page.add("– " + told(row), indent: 2) }
    }
    if isEmpty { page.add(say("Aucune lacune à montrer.", "No gap to show.")) }
    page.space()
    if withoutTheme > 0 {
      page.add(
        say(
          "\(fr: withoutTheme, "relation ou projet n’a pas de thème enregistré : il peut", "relations ou projets n’ont pas de thème enregistré : ils peuvent") combler des cases vides.",
          "\(en: withoutTheme, "tie or project has no recorded theme: it", "ties or projects have no recorded theme: they") may fill empty cells."
        ))
    }
    page.add(Self.caution[language])
    return page.lines
  }

  private func say(_ french: String, _ english: String) -> String { language.say(french, english) }

  private func title(_ axis: GapsRequest.Axis, _ text: String, _ shown: Int, _ page: inout SuggestPage) {
    page.space()
    let all = counts[axis] ?? shown
    page.add(text + (all > shown ? say(" (\(shown) sur \(all))", " (\(shown) of \(all))") : " (\(all))"))
  }

  private func write(_ row: ThemeRow, _ page: inout SuggestPage) {
    page.add("– " + row.theme.name + say(" : ", ": ") + known(row), indent: 2)
    guard !row.none.isEmpty else { return }
    let more = row.none.count - Self.countryLimit
    let list =
      row.none.prefix(Self.countryLimit).map { "\($0.name) \($0.count)" }.joined(separator: ", ")
      + (more > 0
        ? say(
          " et \(fr: more, "autre pays", "autres pays")", " and \(en: more, "more country", "more countries")"
        ) : "")
    page.add(
      say(
        "aucun connu, avec le nombre de coopérations sur d’autres thèmes ou sans thème : ",
        "none known, with the number of cooperations on other themes or none: ")
        + list, indent: 4)
  }

  /// How many countries without known cooperation the page names for a theme.
  private static let countryLimit = 12

  private func known(_ row: ThemeRow) -> String {
    let places = row.countries.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    let count =
      say("\(fr: row.known, "connue")", "\(row.known) known")
    return places.isEmpty ? count : count + " (" + places + ")"
  }

  private func write(_ row: CountryRow, _ page: inout SuggestPage) {
    let head = "– " + row.name + say(" : ", ": ")
    switch row.state {
    case .known:
      page.add(
        head
          + say(
            "\(SuggestFormat.count(row.french, "collectivité française", "collectivités françaises")), \(SuggestFormat.count(row.ties, "lien direct", "liens directs")), \(SuggestFormat.count(row.things, "projet ou accord", "projets ou accords"))",
            "\(SuggestFormat.count(row.french, "French authority", "French authorities")), \(SuggestFormat.count(row.ties, "direct tie", "direct ties")), \(SuggestFormat.count(row.things, "project or agreement", "projects or agreements"))"
          )
          + (row.themes.isEmpty
            ? say(" ; aucun thème connu", "; no theme known")
            : say(" ; thèmes : ", "; themes: ") + row.themes.joined(separator: ", ")),
        indent: 2)
    case .publishedOnly, .noneKnown:
      page.add(
        head
          + say(
            "aucune coopération connue (\(SuggestFormat.count(row.recorded, "fiche", "fiches")) sur ce pays)",
            "no cooperation known (\(SuggestFormat.count(row.recorded, "thing", "things")) recorded of the country)"
          ), indent: 2)
    }
    for one in row.published {
      page.add(
        say("publié : ", "published: ") + one.value + " – " + one.scope + (one.date.map { ", \($0)" } ?? "")
          + " [" + one.passage + "]", indent: 4)
    }
    if !row.sources.isEmpty {
      page.add(
        say("sources : ", "sources: ")
          + row.sources.map { "\($0.source) \($0.records)" }.joined(separator: ", "),
        indent: 4)
    }
  }

  private func told(_ row: CityRow) -> String {
    var gaps: [String] = []
    if row.research == 0 {
      gaps.append(say("aucun partenaire de recherche connu", "no research partner known"))
    }
    if row.foreign == 0 { gaps.append(say("aucun partenaire étranger connu", "no foreign partner known")) }
    return row.authority.name + say(" : ", ": ") + gaps.joined(separator: ", ")
      + say(
        " (\(SuggestFormat.count(row.ties, "lien enregistré", "liens enregistrés")))",
        " (\(SuggestFormat.count(row.ties, "tie", "ties")) recorded)")
  }

  private func told(_ row: GroupRow) -> String {
    let more = row.size - row.members.count
    let names =
      row.members.map(\.name).joined(separator: ", ")
      + (more > 0 ? SuggestFormat.more(more, language) : "")
    let bridge = row.bridge.map {
      say("un seul passage connu : \($0.name)", "one known bridge only: \($0.name)")
    }
    return names + " – " + (bridge ?? say("aucun lien connu avec les autres", "no known tie to the others"))
  }
}
