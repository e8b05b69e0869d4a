public import PasserelleCore

extension SearchAnswer {
  /// The machine-readable results, `passerelle-search/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-search/1"), "total": .int(total), "relaxed": .bool(isRelaxed),
      "results": .array(results.map { Self.structured($0) }),
      "facets": .object(
        facets.map { facet, counts in
          StructuredValue.Member(
            facet.rawValue,
            .array(counts.map { .object(["value": .string($0.value), "count": .int($0.count)]) }))
        }),
    ])
  }

  private static func structured(_ result: Result) -> StructuredValue {
    let summary = result.summary
    return .object([
      "id": .string(summary.subject), "kind": .string(summary.kind.rawValue), "title": .string(summary.title),
      "date": .optional(summary.date?.description), "cpv": .optional(summary.cpv?.digits),
      "place": .optional(summary.place), "amount": summary.amount.map { .decimal($0) },
      "demonstration": .bool(summary.isDemonstration), "score": .number(result.score, digits: 4),
    ])
  }

  /// The results in rows, with stable codes.
  public var table: Table { table { $0.rawValue } }

  /// The results in rows, in words.
  public func table(in language: MessageLanguage) -> Table { table { $0.label[language] } }

  private func table(_ kind: (DocumentKind) -> String) -> Table {
    Table(
      columns: [
        .init("kind", LocalizedText(fr: "nature", en: "kind")),
        .init("title", LocalizedText(fr: "titre", en: "title")),
        .init("date", LocalizedText(fr: "date", en: "date")),
        .init("cpv", LocalizedText(fr: "CPV", en: "CPV")),
        .init("place", LocalizedText(fr: "lieu", en: "place")),
        .init("amount", LocalizedText(fr: "montant", en: "amount"), .amount),
        .init("id", LocalizedText(fr: "identifiant", en: "identifier")),
      ],
      rows: results.map { result in
        let summary = result.summary
        return [
          .text(kind(summary.kind)), .text(summary.title), summary.date.map { .date($0) } ?? .empty,
          .text(summary.cpv?.digits ?? ""), .text(summary.place ?? ""),
          summary.amount.map { .money(Money($0)) } ?? .empty, .text(summary.subject),
        ]
      })
  }

  /// The facets in rows, in words.
  public func facetTable(in language: MessageLanguage) -> Table {
    Table(
      columns: [
        .init("facet", LocalizedText(fr: "facette", en: "facet")),
        .init("value", LocalizedText(fr: "valeur", en: "value")),
        .init("count", LocalizedText(fr: "nombre", en: "count"), .right),
      ],
      rows: facets.flatMap { facet, counts in
        counts.map { one in
          let kind = facet == .kind ? DocumentKind(rawValue: one.value)?.label[language] : nil
          return [.text(facet.label[language]), .text(kind ?? one.value), .int(one.count)]
        }
      })
  }
}
