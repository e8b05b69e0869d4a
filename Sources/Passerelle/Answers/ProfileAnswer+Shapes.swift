public import PasserelleCore
import PasserelleMatching
import PasserellePipeline

extension ProfileAnswer {
  /// The criteria of an evaluation in words.
  static func criterionLabel(_ criterion: String) -> LocalizedText {
    switch criterion {
    case "mastery": LocalizedText(fr: "maîtrise", en: "mastery")
    case "cost_benefit": LocalizedText(fr: "rapport coût-bénéfice", en: "cost-benefit")
    case "interoperability": LocalizedText(fr: "interopérabilité", en: "interoperability")
    default: LocalizedText(verbatim: criterion)
    }
  }

  /// The machine-readable profile, `passerelle-profile-view/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-profile-view/1"), "id": .string(iri), "name": .string(name),
      "identifier": .string(identifier), "newcomer": .bool(isNewcomer),
      "demonstration": .bool(hasDemonstration), "declared": declared.map(structured(_:)),
      "observed": structured(observed),
      "comparison": divisions.map { divisions in
        .object([
          "divisions": Self.structured(divisions), "places": departments.map(Self.structured(_:)),
        ])
      },
      "evaluations": .array(evaluations.map(structured(_:))),
      "sheets": .array(sheets.map(Self.structured(_:))),
    ])
  }

  private func structured(_ one: Declared) -> StructuredValue {
    let profile = one.profile.profile
    return .object([
      "date": .optional(one.profile.declared?.description),
      "text": profile.text.isEmpty ? nil : .string(profile.text),
      "cpv": .array(
        zip(profile.codes, one.codeLabels).map {
          .object(["code": .string($0.digits), "label": .string($1)])
        }),
      "places": .array(
        zip(profile.places, one.placeLabels).map {
          .object(["department": .string($0.coarse), "commune": .optional($0.fine), "label": .string($1)])
        }),
      "labels": .array(profile.labels.map { .string($0) }),
      "size": profile.size.map {
        .object(["code": .string($0.rawValue), "label": .string($0.label[language])])
      },
      "sovereignty": .array(
        profile.sovereignty.map {
          .object(["code": .string($0.rawValue), "label": .string($0.label[language])])
        }),
      "founded": .optional(profile.founded?.description), "country": .optional(profile.country),
      "mailbox": .optional(one.profile.mailbox), "webPage": .optional(one.profile.webPage),
      "references": .array(
        one.profile.references.map {
          .object([
            "title": .string($0.title), "buyer": .optional($0.buyer),
            "year": .optional($0.year?.description), "amount": $0.amount.map { .decimal($0.amount) },
            "currency": .optional($0.amount?.currency),
            "amountInEuros": $0.amount?.structuredEuros, "euroRate": $0.amount?.structuredRate,
            "euroRateDate": $0.amount?.structuredRateDate,
            "webPage": .optional($0.webPage),
          ])
        }),
      "source": one.source.structured,
    ])
  }

  private func structured(_ one: Observed) -> StructuredValue {
    func counts(_ list: [Count], _ key: String) -> StructuredValue {
      .array(
        list.map { item in
          .object(
            [
              .init(key, .string(item.code)), .init("label", .string(item.label)),
              .init("awards", .int(item.awards)),
            ] as [StructuredValue.Member])
        })
    }
    func neighbours(_ list: [Neighbour]) -> StructuredValue {
      .array(
        list.map {
          .object(["id": .string($0.iri), "name": .string($0.name), "awards": .int($0.awards)])
        })
    }
    return .object([
      "awards": .int(one.awardCount), "divisions": counts(one.divisions, "cpv"),
      "places": counts(one.places, "department"), "years": counts(one.years, "year"),
      "buyers": neighbours(one.buyers), "coWinners": neighbours(one.coWinners),
    ])
  }

  private static func structured(_ one: Comparison) -> StructuredValue {
    func list(_ codes: [String]) -> StructuredValue { .array(codes.map { .string($0) }) }
    return .object([
      "both": list(one.both), "declaredOnly": list(one.declaredOnly), "observedOnly": list(one.observedOnly),
    ])
  }

  private func structured(_ one: SourcedEvaluation) -> StructuredValue {
    let evaluation = one.evaluation
    return .object([
      "id": .string(evaluation.iri), "project": .string(evaluation.project),
      "award": .optional(evaluation.contract),
      "author": .object(["id": .optional(evaluation.author), "name": .string(one.author)]),
      "date": .optional(evaluation.date?.description),
      "marks": .array(
        evaluation.marks.map {
          .object([
            "criterion": .string($0.criterion),
            "label": .string(Self.criterionLabel($0.criterion)[language]), "mark": $0.mark.map { .int($0) },
            "comment": .optional($0.comment),
          ])
        }),
      "text": .optional(evaluation.text),
      "reply": evaluation.reply.map {
        .object(["text": .string($0.text), "date": .optional($0.date?.description)])
      },
      "webPage": .optional(evaluation.webPage), "source": one.source.structured,
    ])
  }

  private static func structured(_ one: SourcedSheet) -> StructuredValue {
    .object([
      "id": .string(one.sheet.iri), "title": .string(one.sheet.title), "city": .optional(one.sheet.city),
      "date": .optional(one.sheet.date?.description),
      "domains": .array(one.sheet.domains.map { .string($0) }),
      "tools": .array(one.sheet.tools.map { .string($0) }), "webPage": .optional(one.sheet.webPage),
      "source": one.source.structured,
    ])
  }
}
