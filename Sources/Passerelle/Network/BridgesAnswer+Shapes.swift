public import PasserelleCore
import PasserelleRendering

extension BridgesAnswer {
  /// Whether there is nothing to tell.
  public var isEmpty: Bool { actors.isEmpty && ties.isEmpty && joiners.isEmpty }

  /// The machine-readable answer, `passerelle-network-bridges/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-network-bridges/1"), "components": .int(components),
      "actorCount": .int(actorCount), "tieCount": .int(tieCount), "between": .string(grouping.rawValue),
      "ungrouped": .int(ungrouped), "scope": scope.structured,
      "actors": .array(
        actors.map { one in
          .object([
            "actor": one.place.structured, "cutOff": .int(one.cutOff), "parts": .int(one.parts),
            "examples": .array(one.examples.map { .string($0) }),
          ])
        }),
      "ties": .array(
        ties.map { one in
          .object(["from": one.from.structured, "to": one.to.structured, "cutOff": .int(one.cutOff)])
        }),
      "joiners": .array(
        joiners.map { one in
          .object([
            "actor": one.place.structured, "group": .string(one.group), "pairs": .int(one.pairs),
            "groups": NetworkScope.structured(one.groups),
          ])
        }),
    ])
  }

  /// All lists in rows: what each is, who, and how much depends on it.
  public var table: Table {
    func row(
      _ list: String, _ name: String, _ other: String, _ country: String?, _ count: Int, _ iri: String
    ) -> [Table.Cell] {
      [
        .text(list), .text(name), .text(other), country.map { .text($0) } ?? .empty, .int(count), .text(iri),
      ]
    }
    return Table(
      columns: [
        .init("list", LocalizedText(fr: "liste", en: "list")),
        .init("name", LocalizedText(fr: "nom", en: "name")),
        .init("other", LocalizedText(fr: "relie", en: "links")),
        .init("country", LocalizedText(fr: "pays", en: "country")),
        .init("count", LocalizedText(fr: "nombre", en: "count"), .right),
        .init("iri", LocalizedText(verbatim: "iri")),
      ],
      rows: actors.map {
        row(
          "actor", $0.place.name, $0.examples.joined(separator: ", "), $0.place.country, $0.cutOff,
          $0.place.iri)
      } + ties.map { row("tie", $0.from.name, $0.to.name, $0.from.country, $0.cutOff, $0.from.iri) }
        + joiners.map {
          row(
            "joiner", $0.place.name, $0.groups.map(\.code).joined(separator: ", "), $0.place.country,
            $0.pairs, $0.place.iri)
        })
  }

  /// The lists for people, with their headings.
  public var pages: [Table] {
    let name = Table.Column("name", LocalizedText(fr: "nom", en: "name"))
    let country = Table.Column("country", LocalizedText(fr: "pays", en: "country"))
    var pages: [Table] = []
    if !actors.isEmpty {
      pages.append(
        Table(
          title: LocalizedText(
            fr: "Relient seuls une partie du réseau (\(actorCount))",
            en: "Alone link a part of the network (\(actorCount))"),
          columns: [
            name, country,
            .init("cutOff", LocalizedText(fr: "reliés par lui seul", en: "linked by it alone"), .right),
            .init("examples", LocalizedText(fr: "dont", en: "such as")),
          ],
          rows: actors.map {
            [
              .text($0.place.name), $0.place.country.map { .text($0) } ?? .empty, .int($0.cutOff),
              .text($0.examples.joined(separator: ", ") + ($0.cutOff > $0.examples.count ? "…" : "")),
            ]
          }))
    }
    if !ties.isEmpty {
      pages.append(
        Table(
          title: LocalizedText(
            fr: "Liens qui tiennent seuls une partie d’au moins deux acteurs",
            en: "Ties that alone hold a part of at least two actors"),
          columns: [
            name, .init("other", LocalizedText(fr: "avec", en: "with")),
            .init("cutOff", LocalizedText(fr: "reliés par ce lien", en: "linked by it"), .right),
          ], rows: ties.map { [.text($0.from.name), .text($0.to.name), .int($0.cutOff)] }))
    }
    if !joiners.isEmpty {
      pages.append(
        Table(
          title: LocalizedText(
            fr: "Entre groupes (\(groupingLabel.french))", en: "Between groups (\(groupingLabel.english))"),
          columns: [
            name, .init("group", LocalizedText(fr: "groupe", en: "group")),
            .init("groups", LocalizedText(fr: "lié à", en: "tied to")),
            .init("pairs", LocalizedText(fr: "paires", en: "pairs"), .right),
          ],
          rows: joiners.map {
            [
              .text($0.place.name), .text($0.group),
              .text(
                $0.groups.prefix(5).map { "\($0.code) \($0.count)" }.joined(separator: ", ")
                  + ($0.groups.count > 5 ? "…" : "")), .int($0.pairs),
            ]
          }))
    }
    return pages
  }

  /// What stands under the lists.
  public var paragraphs: [String] {
    let format = ValueFormat(language)
    var lines = [
      language.say(
        "Sans un acteur de la première liste, ceux qu’il relie seul ne sont plus joignables depuis le reste ; \(format.number(actorCount)) acteurs et \(format.number(tieCount)) liens sont dans ce cas, parmi \(format.number(components)) parties déjà séparées. « Paires » compte, entre deux groupes, les acteurs liés à lui qui ne sont pas liés entre eux.",
        "Without an actor of the first list, those that it alone links are out of reach of the rest; \(format.number(actorCount)) actors and \(format.number(tieCount)) ties are such, among \(format.number(components)) parts that are separate already. 'Pairs' counts, between two groups, those tied to it that are not tied with each other."
      )
    ]
    if ungrouped > 0 {
      lines.append(
        language.say(
          "\(format.count(ungrouped, "acteur sans groupe connu ne compte", "acteurs sans groupe connu ne comptent")) pas entre groupes.",
          "\(format.count(ungrouped, "actor without known group does", "actors without known group do")) not count between groups."
        ))
    }
    return lines + scope.paragraphs(words)
  }

  private var groupingLabel: LocalizedText {
    switch grouping {
    case .country: LocalizedText(fr: "pays", en: "countries")
    case .department: LocalizedText(fr: "départements", en: "departments")
    case .community: LocalizedText(fr: "communautés", en: "communities")
    case .kind: LocalizedText(fr: "sortes", en: "kinds")
    }
  }
}
