public import PasserelleCore
import PasserelleMatching
import PasserelleText

extension OpportunitiesAnswer {
  /// The machine-readable answer, `passerelle-opportunities/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-opportunities/1"),
      "vendor": .object([
        "id": .string(vendor), "name": .string(name), "identifier": .string(identifier),
        "pastAwards": .int(awardCount), "declaredProfile": .bool(hasProfile),
      ]),
      "on": .string(day.description), "openCalls": .int(openCount), "compared": .int(comparedCount),
      "distant": .int(distantCount),
      "filters": .array(
        filters.map {
          .object([
            "criterion": .string($0.criterion.rawValue), "value": .string($0.value),
            "removed": .int($0.removed), "unknown": .int($0.unknown),
          ])
        }),
      "demonstration": .bool(hasDemonstration),
      "opportunities": .array(opportunities.map(\.structured)),
    ])
  }
}

extension Opportunity {
  /// The machine-readable form of one opportunity.
  public var structured: StructuredValue {
    .object([
      "call": .string(call), "title": .string(title),
      "lot": lot.map {
        .object([
          "id": .string($0.iri), "identifier": .string($0.identifier), "title": .string($0.title),
        ])
      },
      "buyer": .optional(buyer), "published": .optional(published?.description),
      "deadline": .string(deadline.description), "deadlineKind": .string(deadlineKind.rawValue),
      "closes": .optional(closes?.description), "daysLeft": .int(daysLeft),
      "amount": amount.map { .decimal($0.amount) }, "currency": .optional(amount?.currency),
      "amountInEuros": amount?.structuredEuros, "euroRate": amount?.structuredRate,
      "euroRateDate": amount?.structuredRateDate,
      "amountIsCeiling": amount.map { _ in .bool(isCeiling) },
      "cpv": .array(
        zip(codes, codeLabels).map { .object(["code": .string($0.digits), "label": .string($1)]) }),
      "places": .array(placeLabels.map { .string($0) }),
      "documents": .array(documents.map { .string($0) }), "band": .string(band.rawValue),
      "likeness": .number(likeness, digits: 1),
      "sharedWords": .array(sharedWords.map { .string($0) }), "sharedCpvDigits": .int(sharedDigits),
      "rank": rank.map { .int($0) }, "vendorsWithEvidence": .int(candidateCount),
      "adequacy": ranked.map { .number($0.adequacy, digits: 1) },
      "score": ranked.map { .number($0.score, digits: 6) },
      "contributions": .array((ranked?.contributions ?? []).map(Self.structured)),
      "evidence": .array(evidence.map(\.structured)),
      "requirements": .array(requirements.map(Self.structured)),
      "lacks": .array(gaps.map(Self.structured)), "source": source.structured,
    ])
  }

  /// The short form that alerts hold: how the vendor stands, and what its profile lacks.
  public var brief: StructuredValue {
    .object([
      "lot": .optional(lot?.identifier), "daysLeft": .int(daysLeft),
      "deadlineKind": .string(deadlineKind.rawValue), "band": .string(band.rawValue),
      "likeness": .number(likeness, digits: 1), "rank": rank.map { .int($0) },
      "vendorsWithEvidence": .int(candidateCount),
      "reason": ranked?.contributions.first.map { Self.structured($0.explanation) },
      "evidence": .optional(evidence.first?.title), "lacks": .array(gaps.map(Self.structured)),
    ])
  }

  private static func structured(_ one: FeatureContribution) -> StructuredValue {
    .object([
      "feature": .string(one.feature.rawValue), "value": .number(one.value, digits: 6),
      "contribution": .number(one.contribution, digits: 6), "share": .number(one.share, digits: 4),
      "explanation": structured(one.explanation),
    ])
  }

  private static func structured(_ one: Requirement) -> StructuredValue {
    .object([
      "kind": .string(one.kind.rawValue), "text": .string(one.text), "level": .string(one.level.rawValue),
      "share": .number(one.share, digits: 4), "quote": .optional(one.quote),
      "source": one.source?.structured,
    ])
  }

  private static func structured(_ gap: OpportunityGap) -> StructuredValue {
    .object([
      "kind": .string(gap.kind.rawValue), "value": .string(gap.value), "label": .string(gap.label),
      "nearest": .optional(gap.nearest?.digits), "help": structured(gap.help),
    ])
  }

  private static func structured(_ text: LocalizedText) -> StructuredValue {
    .object(["fr": .string(text.french), "en": .string(text.english)])
  }
}

extension OpportunitiesAnswer {
  /// The opportunities in rows: what `--format csv` gives.
  public var table: Table {
    Table(
      columns: [
        .init("deadline", LocalizedText(fr: "date limite", en: "deadline")),
        .init("daysLeft", LocalizedText(fr: "jours restants", en: "days left"), .right),
        .init("band", LocalizedText(fr: "indices", en: "evidence")),
        .init("title", LocalizedText(fr: "appel", en: "call")),
        .init("lot", LocalizedText(fr: "lot", en: "lot")),
        .init("buyer", LocalizedText(fr: "acheteur", en: "buyer")),
        .init("place", LocalizedText(fr: "lieu", en: "place")),
        .init("amount", LocalizedText(fr: "montant estimé", en: "estimated amount"), .amount),
        .init("cpv", LocalizedText(fr: "CPV", en: "CPV")),
        .init("likeness", LocalizedText(fr: "proximité", en: "likeness"), .right),
        .init("rank", LocalizedText(fr: "rang", en: "rank"), .right),
        .init("vendors", LocalizedText(fr: "fournisseurs", en: "vendors"), .right),
        .init("lacks", LocalizedText(fr: "à compléter", en: "to complete")),
        .init("source", LocalizedText(fr: "source", en: "source")),
      ],
      rows: opportunities.map { one in
        [
          .date(one.deadline), .int(one.daysLeft), .text(one.band.rawValue), .text(one.title),
          one.lot.map { .text($0.title) } ?? .empty, one.buyer.map { .text($0) } ?? .empty,
          .text(one.placeLabels.joined(separator: " ; ")), one.amount.map { .money($0) } ?? .empty,
          .text(one.codeLabels.first ?? ""), .number(one.likeness, digits: 0),
          one.rank.map { .int($0) } ?? .empty, .int(one.candidateCount),
          .text(one.gaps.map { $0.help[language] }.joined(separator: " ")), .text(one.source.record),
        ]
      })
  }
}
