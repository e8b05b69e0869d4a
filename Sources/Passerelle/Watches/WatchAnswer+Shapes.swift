public import PasserelleCore
import PasserelleMatching
import PasserelleRendering

extension WatchAnswer {
  /// The machine-readable answer, `passerelle-watch/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-watch/1"), "alertCount": .int(alertCount),
      "watches": .array(results.map { $0.structured(language) }),
    ])
  }

  /// The alerts in rows: what `--format csv` gives.
  public var table: Table {
    Table(
      columns: [
        .init("watch", LocalizedText(fr: "veille", en: "watch")),
        .init("change", LocalizedText(fr: "changement", en: "change")),
        .init("kind", LocalizedText(fr: "nature", en: "kind")),
        .init("title", LocalizedText(fr: "titre", en: "title")),
        .init("buyer", LocalizedText(fr: "acheteur", en: "buyer")),
        .init("place", LocalizedText(fr: "lieu", en: "place")),
        .init("date", LocalizedText(fr: "date", en: "date")),
        .init("deadline", LocalizedText(fr: "date limite", en: "deadline")),
        .init("amount", LocalizedText(fr: "montant", en: "amount"), .amount),
        .init("cpv", LocalizedText(fr: "CPV", en: "CPV")),
        .init("band", LocalizedText(fr: "indices", en: "evidence")),
        .init("id", LocalizedText(fr: "identifiant", en: "identifier")),
        .init("source", LocalizedText(fr: "source", en: "source")),
      ],
      rows: results.flatMap { result in
        result.alerts.map { alert in
          [
            .text(result.watch.name), .text(alert.change.rawValue), .text(alert.kind.rawValue),
            .text(alert.title), alert.buyer.map { .text($0) } ?? .empty,
            .text(alert.places.joined(separator: " ; ")), alert.date.map { .date($0) } ?? .empty,
            alert.deadline.map { .date($0) } ?? .empty, alert.amount.map { .money($0) } ?? .empty,
            .text(alert.codeLabels.first ?? ""), .text(alert.opportunity?.band.rawValue ?? ""),
            .text(alert.iri), .text(alert.source.record),
          ]
        }
      })
  }
}

extension WatchAnswer.Result {
  fileprivate func structured(_ language: MessageLanguage) -> StructuredValue {
    .object([
      "name": .string(watch.name), "criteria": watch.criteria.structured,
      "vendorName": .optional(vendorName), "after": .int(Int(from.sequence)),
      "upTo": .int(Int(upTo.sequence)), "repositioned": .bool(isRepositioned),
      "problem": problem.map {
        .object(["code": .string($0.code.name), "message": .string($0.message[language])])
      },
      "alerts": .array(alerts.map(\.structured)),
    ])
  }
}

extension WatchAlert {
  /// The machine-readable form of one alert.
  public var structured: StructuredValue {
    .object([
      "change": .string(change.rawValue), "kind": .string(kind.rawValue), "id": .string(iri),
      "title": .string(title), "buyer": .optional(buyer), "date": .optional(date?.description),
      "deadline": .optional(deadline?.description), "amount": amount.map { .decimal($0.amount) },
      "currency": .optional(amount?.currency),
      "amountInEuros": amount?.structuredEuros, "euroRate": amount?.structuredRate,
      "euroRateDate": amount?.structuredRateDate,
      "cpv": .array(
        zip(codes, codeLabels).map { .object(["code": .string($0.digits), "label": .string($1)]) }),
      "places": .array(places.map { .string($0) }), "sequence": .int(Int(sequence)),
      "opportunity": opportunity?.brief, "source": source.structured,
    ])
  }
}

extension Watch.Criteria {
  /// The machine-readable form of criteria.
  public var structured: StructuredValue {
    func list(_ values: [String]) -> StructuredValue? {
      values.isEmpty ? nil : .array(values.map { .string($0) })
    }
    return .object([
      "query": .optional(query), "vendor": .optional(vendor), "cpv": list(cpvPrefixes),
      "places": list(places), "kinds": list(kinds.map(\.rawValue)),
    ])
  }
}

extension Watch {
  /// A list of watches for programs.
  ///
  /// - Parameter watches: The watches, each with the position that it has been told of.
  /// - Returns: The document, `passerelle-watch/1` without alerts.
  public static func structured(_ watches: [(watch: Watch, position: Position)]) -> StructuredValue {
    .object([
      "format": .string("passerelle-watch/1"),
      "watches": .array(
        watches.map {
          .object([
            "name": .string($0.watch.name), "criteria": $0.watch.criteria.structured,
            "after": .int(Int($0.position.sequence)),
            "toldUntil": .optional($0.position.ingested?.description),
          ])
        }),
    ])
  }

  /// A list of watches for people.
  ///
  /// - Parameters:
  ///   - watches: The watches, each with the position that it has been told of.
  ///   - language: The language of the criteria.
  /// - Returns: One row a watch.
  public static func table(
    _ watches: [(watch: Watch, position: Position)], in language: MessageLanguage
  ) -> Table {
    Table(
      columns: [
        .init("name", LocalizedText(fr: "veille", en: "watch")),
        .init("criteria", LocalizedText(fr: "critères", en: "criteria")),
        .init("toldUntil", LocalizedText(fr: "signalé jusqu’au", en: "told until")),
      ],
      rows: watches.map {
        [
          .text($0.watch.name), .text($0.watch.criteria.text(in: language)),
          $0.position.ingested.map { .text(ValueFormat(language).instant($0)) } ?? .empty,
        ]
      })
  }
}
