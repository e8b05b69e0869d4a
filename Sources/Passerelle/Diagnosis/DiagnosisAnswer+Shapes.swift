public import PasserelleCore

extension DiagnosisAnswer {
  /// The name and version of the machine-readable answer.
  public static let format = "passerelle-mosaic/1"

  /// The machine-readable answer, `passerelle-mosaic/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string(Self.format), "city": Self.structured(city),
      "taxonomy": .object([
        "provisional": .bool(isProvisional), "note": Self.texts(taxonomyNote),
        "unknownServices": strangers.isEmpty ? nil : .array(strangers.map { .string($0) }),
      ]),
      "caution": Self.texts(Self.caution), "demonstration": .bool(hasDemonstration),
      "demonstrationHidden": .bool(hidesDemonstration),
      "peers": .array(
        peers.map { peer in
          .object([
            "city": Self.structured(peer.city), "reason": Self.texts(peer.reason),
            "chosen": .bool(peer.isChosen),
          ])
        }),
      "peerNotice": peerNotice.map(Self.texts),
      "services": .array(
        zip(services, cells).map { service, row in
          .object(
            Self.members(service)
              + [.init("cells", .array(zip(cities, row).map { Self.structured($0, $1) }))])
        }),
      "gaps": .array(gaps.map(structured)),
    ])
  }

  private static func texts(_ text: LocalizedText) -> StructuredValue {
    .object(["fr": .string(text.french), "en": .string(text.english)])
  }

  private static func structured(_ city: DiagnosisCity) -> StructuredValue {
    .object([
      "iri": .string(city.iri), "label": .string(city.label), "identifier": .string(city.identifier),
      "kind": .string(city.kind.code), "kindLabel": texts(city.kind.label),
      "population": city.population.map { .int($0) }, "populationSource": city.populationSource.map(texts),
      "band": city.band.map { texts($0.label) },
      "declared": city.declared.map { .string($0.description) },
    ])
  }

  private static func members(_ service: DiagnosisService) -> [StructuredValue.Member] {
    [
      .init("stake", .string(service.stake)), .init("stakeLabel", texts(service.stakeLabel)),
      .init("service", .string(service.key)), .init("iri", .string(service.iri)),
      .init("label", texts(service.label)),
    ]
  }

  private static func structured(_ city: DiagnosisCity, _ cell: DiagnosisCell) -> StructuredValue {
    .object([
      "city": .string(city.iri), "state": .string(cell.state.rawValue),
      "contradicted": cell.isContradicted ? .bool(true) : nil,
      "evidence": cell.evidence.isEmpty ? nil : .array(cell.evidence.map(structured)),
      "hints": cell.hints.isEmpty ? nil : .array(cell.hints.map(structured)),
    ])
  }

  private static func structured(_ piece: DiagnosisEvidence) -> StructuredValue {
    .object([
      "origin": .string(piece.origin.rawValue),
      "says": piece.says == .unknown ? nil : .string(piece.says.rawValue), "title": .string(piece.title),
      "words": piece.words.isEmpty ? nil : .array(piece.words.map { .string($0) }),
      "buyer": .optional(piece.buyer), "date": piece.date.map { .string($0.description) },
      "source": piece.source.structured,
    ])
  }

  private func structured(_ gap: DiagnosisGap) -> StructuredValue {
    func names(_ places: [Int]) -> StructuredValue { .array(places.map { .string(peers[$0].city.iri) }) }
    return .object([
      "stake": .string(services[gap.service].stake), "service": .string(services[gap.service].key),
      "state": .string(gap.state.rawValue), "hinted": .bool(gap.hasHint), "peers": names(gap.peers),
      "hintedPeers": names(gap.hintedPeers),
      "examples": .array(
        gap.examples.map { example in
          .object([
            "peer": example.peer.map { .string(peers[$0].city.iri) }, "city": .string(example.city),
            "evidence": Self.structured(example.evidence),
          ])
        }),
    ])
  }

  /// The cells in rows: one for each service of each territory.
  public var table: Table {
    Table(
      columns: [
        .init("city", LocalizedText(fr: "collectivité", en: "authority")),
        .init("identifier", LocalizedText(fr: "identifiant", en: "identifier")),
        .init("peer", LocalizedText(fr: "pair", en: "peer")),
        .init("stake", LocalizedText(fr: "enjeu", en: "stake")),
        .init("service", LocalizedText(fr: "code service", en: "service code")),
        .init("label", LocalizedText(fr: "service", en: "service")),
        .init("state", LocalizedText(fr: "réponse", en: "answer")),
        .init("origin", LocalizedText(fr: "origine", en: "origin")),
        .init("date", LocalizedText(fr: "date", en: "date")),
        .init("contradicted", LocalizedText(fr: "contredit", en: "contradicted")),
        .init("hint", LocalizedText(fr: "indice", en: "hint")),
        .init("sources", LocalizedText(fr: "sources", en: "sources")),
        .init("provisional", LocalizedText(fr: "taxonomie provisoire", en: "provisional taxonomy")),
      ],
      rows: cities.indices.flatMap { column in
        services.indices.map { row(service: $0, column: column) }
      })
  }

  private func row(service: Int, column: Int) -> [Table.Cell] {
    let cell = cells[service][column]
    let one = cities[column]
    let yes = language.say("oui", "yes")
    let records = (cell.evidence + cell.hints).map(\.source.record)
    return [
      .text(one.label), .text(one.identifier), column == 0 ? .empty : .int(column),
      .text(services[service].stakeLabel[language]), .text(services[service].key),
      .text(services[service].label[language]), .text(cell.state.label[language]),
      cell.evidence.first.map { .text($0.origin.label[language]) } ?? .empty,
      cell.evidence.first?.date.map { .date($0) } ?? .empty, cell.isContradicted ? .text(yes) : .empty,
      cell.hints.first.map { .text($0.line(language)) } ?? .empty,
      .text(records.joined(separator: " ")), isProvisional ? .text(yes) : .empty,
    ]
  }
}
