public import PasserelleCore
import PasserelleMatching
import PasserelleText

extension MatchAnswer {
  /// The machine-readable answer, `passerelle-match/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-match/1"),
      "need": .object([
        "title": .string(title), "language": .string(need.language.rawValue),
        "cpv": .array(need.codes.map { .string($0.digits) }),
        "place": need.place.map {
          .object(["department": .string($0.coarse), "commune": .optional($0.fine)])
        },
        "buyer": .optional(need.buyer),
      ]),
      "neutral": .bool(isNeutral), "weights": .string(weights), "awardsCompared": .int(awardCount),
      "vendorsWithEvidence": .int(candidateCount), "demonstration": .bool(hasDemonstration),
      "vendors": .array(vendors.enumerated().map { Self.structured($1, rank: $0 + 1) }),
    ])
  }

  private static func structured(_ vendor: MatchedVendor, rank: Int) -> StructuredValue {
    let ranked = vendor.ranked
    return .object([
      "rank": .int(rank), "vendor": .string(ranked.iri), "name": .string(ranked.name),
      "identifier": .string(vendor.identifier), "adequacy": .number(ranked.adequacy, digits: 1),
      "band": .string(ranked.band.rawValue), "score": .number(ranked.score, digits: 6),
      "pastAwards": .int(ranked.awardCount),
      "contributions": .array(
        ranked.contributions.map { one in
          .object([
            "feature": .string(one.feature.rawValue), "value": .number(one.value, digits: 6),
            "contribution": .number(one.contribution, digits: 6), "share": .number(one.share, digits: 4),
            "explanation": .object([
              "fr": .string(one.explanation.french), "en": .string(one.explanation.english),
            ]),
          ])
        }),
      "evidence": .array(vendor.evidence.map(\.structured)),
    ])
  }

  /// The vendors in rows: what `--format csv` gives.
  public var table: Table {
    Table(
      columns: [
        .init("rank", LocalizedText(fr: "rang", en: "rank"), .right),
        .init("adequacy", LocalizedText(fr: "adéquation", en: "adequacy"), .right),
        .init("band", LocalizedText(fr: "indices", en: "evidence")),
        .init("name", LocalizedText(fr: "fournisseur", en: "vendor")),
        .init("identifier", LocalizedText(fr: "identifiant", en: "identifier")),
        .init("pastAwards", LocalizedText(fr: "marchés", en: "awards"), .right),
        .init("reason", LocalizedText(fr: "première raison", en: "first reason")),
        .init("evidence", LocalizedText(fr: "marché le plus proche", en: "nearest award")),
        .init("source", LocalizedText(fr: "source", en: "source")),
      ],
      rows: vendors.enumerated().map { index, vendor in
        [
          .int(index + 1), .number(vendor.ranked.adequacy, digits: 0),
          .text(vendor.ranked.band.rawValue), .text(vendor.ranked.name), .text(vendor.identifier),
          .int(vendor.ranked.awardCount),
          .text(vendor.ranked.contributions.first?.explanation[language] ?? ""),
          .text(vendor.evidence.first?.title ?? ""), .text(vendor.evidence.first?.source.record ?? ""),
        ]
      })
  }
}

extension AwardEvidence {
  /// The machine-readable form of one piece of evidence.
  public var structured: StructuredValue {
    .object([
      "award": .string(iri), "title": .string(title), "buyer": .optional(buyer),
      "date": .optional(date?.description), "amount": amount.map { .decimal($0.amount) },
      "currency": .optional(amount?.currency), "cpv": .optional(code?.digits), "cpvLabel": .optional(cpv),
      "place": .optional(place),
      "statement": .optional(statement), "source": source.structured,
      "similarity": .number(similarity.similarity, digits: 4),
      "channels": .object([
        "words": .number(similarity.words, digits: 4), "grams": .number(similarity.grams, digits: 4),
        "cpv": .number(similarity.codes, digits: 4),
      ]),
      "sharedWords": .array(sharedWords.map { .string($0) }),
      "sharedCpvDigits": .int(similarity.sharedDigits),
      "nearness": similarity.nearness.map { .number($0, digits: 4) },
      "sameBuyer": .bool(similarity.isSameBuyer),
    ])
  }
}

extension Dossier.Source {
  /// The machine-readable form of a source.
  public var structured: StructuredValue {
    .object([
      "record": .string(record), "dataset": .string(source), "version": .int(version),
      "ingested": .string(ingested.description), "superseded": .optional(superseded?.description),
      "demonstration": .bool(isDemonstration),
    ])
  }
}
