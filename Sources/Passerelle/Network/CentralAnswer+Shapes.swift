public import PasserelleCore
import PasserelleRendering

extension CentralAnswer {
  /// The machine-readable answer, `passerelle-network-central/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-network-central/1"), "measure": .string(measure.rawValue),
      "meaning": .string(meaning), "measured": .int(count),
      "sources": sources.map { .int($0) }, "errorBound": errorBound.map { .number($0, digits: 1) },
      "scope": scope.structured,
      "rows": .array(
        rows.map { row in
          .object([
            "rank": .int(row.rank), "iri": .string(row.iri), "name": .string(row.name),
            "kind": .string(row.kind), "kindLabel": .string(row.kindLabel),
            "country": .optional(row.country), "value": .number(row.value, digits: digits),
            "degree": .int(row.degree), "networks": .int(row.networks),
          ])
        }),
    ])
  }

  /// The rows.
  public var table: Table {
    Table(
      columns: [
        .init("rank", LocalizedText(fr: "rang", en: "rank"), .right),
        .init("name", LocalizedText(fr: "nom", en: "name")),
        .init("kind", LocalizedText(fr: "sorte", en: "kind")),
        .init("country", LocalizedText(fr: "pays", en: "country")),
        .init("value", heading, .right),
        .init("degree", LocalizedText(fr: "liés", en: "tied"), .right),
        .init("networks", LocalizedText(fr: "réseaux", en: "networks"), .right),
        .init("iri", LocalizedText(verbatim: "iri")),
      ],
      rows: rows.map { row in
        [
          .int(row.rank), .text(row.name), .text(row.kindLabel), row.country.map { .text($0) } ?? .empty,
          .number(row.value, digits: digits), .int(row.degree), .int(row.networks), .text(row.iri),
        ]
      })
  }

  /// The rows for people, without IRIs.
  public var page: Table {
    var table = table
    table.columns.removeLast()
    for row in table.rows.indices { table.rows[row].removeLast() }
    return table
  }

  /// What stands under the rows: what the measure means, and what it covers.
  public var paragraphs: [String] {
    let format = ValueFormat(language)
    var lines = [
      meaning + " "
        + language.say(
          "Ce rang décrit le réseau connu ici ; il ne dit rien de la qualité d’un acteur et n’entre dans aucune suggestion.",
          "This rank describes the network known here; it says nothing about the quality of an actor, and no suggestion uses it."
        )
    ]
    if let sources, let errorBound, errorBound > 0 {
      lines.append(
        language.say(
          "Valeurs estimées depuis \(format.number(sources)) nœuds tirés au hasard (graine 1) : à \(format.number(errorBound, digits: 0)) près au pire, dans 95 % des tirages.",
          "Values estimated from \(format.number(sources)) random nodes (seed 1): within \(format.number(errorBound, digits: 0)) at worst, in 95 % of samples."
        ))
    }
    return lines + scope.paragraphs(words)
  }

  private var digits: Int {
    switch measure {
    case .pagerank: 5
    case .closeness: 4
    case .betweenness: 2
    case .degree, .core: 0
    }
  }

  private var heading: LocalizedText {
    switch measure {
    case .pagerank: LocalizedText(verbatim: "PageRank")
    case .betweenness: LocalizedText(fr: "intermédiarité", en: "betweenness")
    case .degree: LocalizedText(fr: "degré", en: "degree")
    case .closeness: LocalizedText(fr: "proximité", en: "closeness")
    case .core: LocalizedText(fr: "cœur", en: "core")
    }
  }

  /// What the measure means, in one sentence.
  public var meaning: String {
    switch measure {
    case .pagerank:
      language.say(
        "PageRank : part du temps qu’un promeneur passerait chez cet acteur s’il suivait les liens au hasard.",
        "PageRank: the part of the time that a walker following ties at random would spend at the actor.")
    case .betweenness:
      language.say(
        "Intermédiarité : nombre de paires d’acteurs dont les plus courts chemins passent par celui-ci.",
        "Betweenness: the number of pairs of actors whose shortest paths pass through this one.")
    case .degree:
      language.say(
        "Degré : nombre d’acteurs auxquels celui-ci est lié.",
        "Degree: the number of actors tied to this one.")
    case .closeness:
      language.say(
        "Proximité : moyenne de l’inverse des distances, en liens, aux autres acteurs (0 pour qui n’est pas joignable).",
        "Closeness: the mean of the inverse distances, in ties, to the other actors (0 for those out of reach)."
      )
    case .core:
      language.say(
        "Cœur : le plus grand k tel que l’acteur appartienne à un groupe où chacun est lié à au moins k autres du groupe.",
        "Core: the largest k such that the actor belongs to a group in which each is tied to at least k others of it."
      )
    }
  }
}
