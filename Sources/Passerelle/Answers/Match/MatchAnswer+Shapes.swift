public import PasserelleCore
import PasserelleMatching
import PasserellePipeline
import PasserelleText

extension MatchAnswer {
  /// The machine-readable answer, `passerelle-match/2`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-match/2"), "need": structuredNeed, "neutral": .bool(isNeutral),
      "evaluationsRank": .bool(ranksByEvaluations), "model": .string(model),
      "awardsCompared": .int(awardCount), "vendorsWithEvidence": .int(candidateCount),
      "demonstration": .bool(hasDemonstration),
      "vendors": .array(vendors.enumerated().map { $1.structured(rank: $0 + 1) }),
      "newcomers": .array(newcomers.enumerated().map { $1.structured(rank: $0 + 1) }),
      "filters": .array(
        filters.map {
          .object([
            "filter": .string($0.criterion.rawValue), "value": .string($0.value),
            "removed": .int($0.removed), "unknown": .int($0.unknown),
          ])
        }),
      "warnings": .array(warnings.map(\.structured)),
      "checks": .array(checks.map { $0.structured(anchor: anchor(ofClause: $0.clause)) }),
      "comparables": .array(comparables.map(\.structuredComparable)),
      "prices": .array(prices.map(\.structuredSpread)),
      "pricesWithoutRate": pricesWithoutRate > 0 ? .int(pricesWithoutRate) : nil,
    ])
  }

  private var structuredNeed: StructuredValue {
    .object([
      "title": .string(title), "language": .string(need.language.rawValue),
      "lot": .optional(lot?.number), "cpv": .array(need.codes.map { .string($0.digits) }),
      "cpvOrigin": .string(codeOrigin.rawValue), "cpvLabels": .array(codeLabels.map { .string($0) }),
      "cpvSuggested": .array(suggestions.map(\.structured)),
      "place": need.place.map {
        .object([
          "department": .string($0.coarse), "commune": .optional($0.fine), "label": .optional(placeLabel),
        ])
      },
      "buyer": .optional(need.buyer), "buyerName": .optional(outline.buyerName),
      "amount": outline.amount.map { .decimal($0.amount) }, "currency": .optional(outline.amount?.currency),
      "amountInEuros": outline.amount?.structuredEuros, "euroRate": outline.amount?.structuredRate,
      "euroRateDate": outline.amount?.structuredRateDate,
      "durationMonths": outline.durationMonths.map { .int($0) },
      "published": .optional(outline.published?.description),
      "deadline": .optional(outline.deadline?.description),
      "lots": .array(
        outline.lots.map {
          .object([
            "number": .string($0.number), "title": .string($0.title),
            "cpv": .array($0.codes.map { .string($0.digits) }),
            "amount": $0.amount.map { .decimal($0.amount) }, "currency": .optional($0.amount?.currency),
            "amountInEuros": $0.amount?.structuredEuros, "euroRate": $0.amount?.structuredRate,
            "euroRateDate": $0.amount?.structuredRateDate,
          ])
        }),
      "requirements": .array(requirements.map(structured)),
      "requirementsLeftOut": .int(requirementsLeftOut),
      "criteria": .array(
        outline.clauses.filter { $0.kind == .awardCriterion || $0.kind == .selectionCriterion }
          .map(structured)),
    ])
  }

  private func structured(_ clause: SpecificationClause) -> StructuredValue {
    .object([
      "id": .string(clause.id), "kind": .string(clause.kind.rawValue),
      "obligation": .string(clause.obligation.rawValue), "text": .string(clause.text),
      "heading": clause.heading.isEmpty ? nil : .string(clause.heading), "lot": .optional(clause.lot),
      "weight": clause.weightPercent.map { .int($0) }, "line": .int(clause.line),
      "anchor": .optional(clause.anchor),
      "tags": .array(
        clause.tags.map {
          .object([
            "scheme": .string($0.scheme.rawValue), "key": .string($0.key),
            "label": tagLabels[$0.concept].map(\.structured), "words": .array($0.words.map { .string($0) }),
          ])
        }),
    ])
  }
}

extension MatchedVendor {
  /// The machine-readable form of a vendor.
  func structured(rank: Int) -> StructuredValue {
    .object([
      "rank": .int(rank), "vendor": .string(ranked.iri), "name": .string(ranked.name),
      "identifier": .string(identifier),
      "merged": structuredMerged, "adequacy": .number(ranked.adequacy, digits: 1),
      "band": .string(ranked.band.rawValue), "score": .number(ranked.score, digits: 6),
      "pastAwards": .int(ranked.awardCount), "flags": .array(flags.map { .string($0.rawValue) }),
      "contributions": .array(
        ranked.contributions.map { one in
          .object([
            "feature": .string(one.feature.rawValue), "value": .number(one.value, digits: 6),
            "contribution": .number(one.contribution, digits: 6), "share": .number(one.share, digits: 4),
            "explanation": one.explanation.structured,
          ])
        }),
      "evidence": .array(evidence.map(\.structured)), "coverage": .array(coverage.map(\.structured)),
      "gaps": .array(gaps.map { .string($0) }),
      "declared": profile.map { $0.structured(source: declaration) },
      "evaluations": .array(evaluations.map(\.structuredEvaluation)),
    ])
  }
}

extension RequirementEvidence {
  fileprivate var structured: StructuredValue {
    .object([
      "requirement": .string(requirement), "level": .string(coverage.level.rawValue),
      "share": .number(coverage.share, digits: 2),
      "evidence": source.map { .object(["quote": .optional(quote), "source": $0.structured]) },
    ])
  }
}

extension SuggestedCode {
  fileprivate var structured: StructuredValue {
    .object([
      "code": .string(suggestion.code.digits), "group": .string(suggestion.group), "label": .string(label),
      "probability": .number(suggestion.probability, digits: 3),
      "examples": .array(examples.map { .string($0) }),
    ])
  }
}

extension MatchCheck {
  fileprivate func structured(anchor: String?) -> StructuredValue {
    .object([
      "kind": .string(kind.rawValue), "clause": .optional(clause), "anchor": .optional(anchor),
      "words": .array(words.map { .string($0) }), "message": message.structured,
      "remedy": remedy.structured,
    ])
  }
}

extension VendorProfile {
  /// What a vendor declares, as declared.
  func structured(source: Dossier.Source?) -> StructuredValue {
    .object([
      "size": .optional(size?.rawValue), "labels": .array(labels.map { .string($0) }),
      "sovereignty": .array(sovereignty.map { .string($0.rawValue) }),
      "founded": .optional(founded?.description), "country": .optional(country),
      "source": source?.structured,
    ])
  }
}

extension ProfileAnswer.SourcedEvaluation {
  fileprivate var structuredEvaluation: StructuredValue {
    .object([
      "project": .string(evaluation.project), "author": .string(author),
      "date": .optional(evaluation.date?.description),
      "criteria": .object(
        evaluation.marks.map { one in
          StructuredValue.Member(
            one.criterion,
            .object(["mark": one.mark.map { .int($0) }, "comment": .optional(one.comment)]))
        }),
      "text": .optional(evaluation.text),
      "reply": evaluation.reply.map {
        .object(["text": .string($0.text), "date": .optional($0.date?.description)])
      }, "source": source.structured,
    ])
  }
}

extension SimilarAnswer.Contract {
  fileprivate var structuredComparable: StructuredValue {
    .object([
      "award": .string(award.iri), "title": .string(award.title), "buyer": .optional(award.buyer),
      "vendor": .array(winners.map { .string($0) }), "date": .optional(award.date?.description),
      "amount": award.amount.map { .decimal($0.amount) }, "currency": .optional(award.amount?.currency),
      "amountInEuros": award.amount?.structuredEuros, "euroRate": award.amount?.structuredRate,
      "euroRateDate": award.amount?.structuredRateDate,
      "nature": .optional(nature), "durationMonths": durationMonths.map { .int($0) },
      "similarity": .number(award.similarity.similarity, digits: 4), "source": award.source.structured,
    ])
  }
}

extension SimilarAnswer.Prices {
  fileprivate var structuredSpread: StructuredValue {
    let keys = ["minimum", "lowerQuartile", "median", "upperQuartile", "maximum"]
    return .object(
      [
        StructuredValue.Member("kind", kind.map { .string($0.rawValue) } ?? .null),
        StructuredValue.Member("nature", nature.map { .string($0) } ?? .null),
        StructuredValue.Member("duration", duration.structured),
        StructuredValue.Member("year", year.map { .int($0) } ?? .null),
        StructuredValue.Member("framework", .bool(isFramework)),
        StructuredValue.Member("count", .int(count)),
      ] + (converted > 0 ? [StructuredValue.Member("converted", .int(converted))] : [])
        + zip(keys, spread).map { StructuredValue.Member($0, .decimal($1)) }
        + [StructuredValue.Member("remark", remark.map(\.structured) ?? .null)])
  }
}

extension LocalizedText {
  /// Both languages.
  var structured: StructuredValue { .object(["fr": .string(french), "en": .string(english)]) }
}

extension AwardEvidence {
  /// The machine-readable form of one piece of evidence.
  public var structured: StructuredValue {
    .object([
      "award": .string(iri), "title": .string(title), "buyer": .optional(buyer),
      "date": .optional(date?.description), "amount": amount.map { .decimal($0.amount) },
      "currency": .optional(amount?.currency),
      "amountInEuros": amount?.structuredEuros, "euroRate": amount?.structuredRate,
      "euroRateDate": amount?.structuredRateDate,
      "cpv": .optional(code?.digits), "cpvLabel": .optional(cpv),
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
