public import PasserelleCore
import PasserelleMatching
import PasserelleRendering

extension SimilarAnswer {
  /// The machine-readable answer, `passerelle-similar/2`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-similar/2"), "title": .string(title),
      "contracts": .array(
        contracts.map { one in
          .object([
            "award": one.award.structured, "winners": .array(one.winners.map { .string($0) }),
            "nature": .optional(one.nature), "durationMonths": one.durationMonths.map { .int($0) },
          ])
        }),
      "prices": .array(prices.map { Self.structured($0) }), "withoutPrice": .int(withoutPrice),
      "withoutRate": .int(withoutRate), "currency": .string("EUR"), "demonstration": .bool(hasDemonstration),
      "specifications": .array(specifications.map(\.structured)),
      "clauses": .array(clauses.map { $0.structured(specifications) }),
      "skeleton": skeleton.map { $0.structured(specifications) },
    ])
  }

  private static func structured(_ group: Prices) -> StructuredValue {
    let keys = ["minimum", "lowerQuartile", "median", "upperQuartile", "maximum"]
    let spread = zip(keys, group.spread).map { StructuredValue.Member($0, .decimal($1)) }
    return .object([
      "kind": .optional(group.kind?.rawValue), "nature": .optional(group.nature),
      "duration": .string(group.duration.english),
      "year": group.year.map { .int($0) }, "frameworkCeilings": .bool(group.isFramework),
      "contracts": .int(group.count), "converted": .int(group.converted),
      "spread": spread.isEmpty ? nil : .object(spread),
      "remark": .optional(group.remark?.english),
    ])
  }

  /// The contracts in rows.
  public var table: Table {
    Table(
      columns: [
        .init("similarity", LocalizedText(fr: "ressemblance", en: "likeness"), .right),
        .init("title", LocalizedText(fr: "objet", en: "subject")),
        .init("buyer", LocalizedText(fr: "acheteur", en: "buyer")),
        .init("winners", LocalizedText(fr: "titulaires", en: "winners")),
        .init("date", LocalizedText(fr: "date", en: "date")),
        .init("amount", LocalizedText(fr: "montant", en: "amount"), .amount),
        .init("nature", LocalizedText(fr: "nature", en: "nature")),
        .init("months", LocalizedText(fr: "mois", en: "months"), .right),
        .init("source", LocalizedText(fr: "source", en: "source")),
      ],
      rows: contracts.map { one in
        [
          .number(one.award.similarity.similarity, digits: 2), .text(one.award.title),
          .text(one.award.buyer ?? ""), .text(one.winners.joined(separator: ", ")),
          one.award.date.map { .date($0) } ?? .empty, one.award.amount.map { .money($0) } ?? .empty,
          .text(one.nature ?? ""), one.durationMonths.map { .int($0) } ?? .empty,
          .text(one.award.source.record),
        ]
      })
  }

  /// The answer as a page of text.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    guard !isEmpty else {
      return [
        language.say(
          "Aucun marché ni cahier des charges comparable.", "No comparable contract or specification.")
      ]
    }
    let head = TextWrap.wrap(
      language.say("Besoin : ", "Need: ") + title, width: width, indent: 2, firstIndent: 0)
    return head + contractLines(width) + specificationLines(width)
  }

  private func contractLines(_ width: Int) -> [String] {
    guard !contracts.isEmpty else {
      return ["", language.say("Aucun marché comparable.", "No comparable contract.")]
    }
    let format = ValueFormat(language)
    var lines = ["", language.say("Marchés comparables", "Comparable contracts")]
    for (index, one) in contracts.enumerated() {
      lines += TextWrap.wrap("\(index + 1). \(one.award.title)", width: width, indent: 3, firstIndent: 0)
      var facts = [one.award.buyer, one.winners.isEmpty ? nil : "→ " + one.winners.joined(separator: ", ")]
        .compactMap { $0 }
      if let date = one.award.date { facts.append(format.date(date)) }
      if let amount = one.award.amount { facts.append(format.amount(amount)) }
      if let nature = one.nature { facts.append(nature) }
      if let months = one.durationMonths {
        facts.append(language.say("\(months) mois", "\(en: months, "month")"))
      }
      lines += TextWrap.wrap("   " + facts.joined(separator: " · "), width: width, indent: 3)
      lines.append("   source : " + one.award.source.record)
    }
    lines += [
      "", language.say("Prix, à nature, durée et année égales", "Prices, by nature, duration and year"),
    ]
    for group in prices { lines += text(group, format, width) }
    if withoutPrice > 0 {
      lines.append(
        language.say(
          "  \(fr: withoutPrice, "marché sans montant utilisable, laissé", "marchés sans montant utilisable, laissés") de côté",
          "  \(en: withoutPrice, "contract") without a usable amount, left out"))
    }
    if withoutRate > 0 { lines.append("  " + AmountWords.leftOut(withoutRate)[language]) }
    return lines
  }

  private func text(_ group: Prices, _ format: ValueFormat, _ width: Int) -> [String] {
    let unknown = language.say("inconnue", "unknown")
    let head = [
      group.kind?.label[language], group.nature ?? language.say("nature inconnue", "unknown nature"),
      group.duration[language],
      group.year.map { String($0) } ?? language.say("année ", "year ") + unknown,
    ].compactMap { $0 }.joined(separator: " · ")
    var line = "  \(head) (\(group.count)) : "
    if group.spread.count == 5 {
      let amounts = group.spread.map { format.amount(Money($0)) }
      line +=
        language.say("médiane ", "median ") + amounts[2]
        + language.say(", moitié centrale de ", ", middle half from ") + amounts[1]
        + language.say(" à ", " to ") + amounts[3]
        + language.say(", étendue de ", ", range from ") + amounts[0] + language.say(" à ", " to ")
        + amounts[4]
    }
    if group.converted > 0, !group.spread.isEmpty {
      line += " ; " + AmountWords.converted(group.converted)[language]
    }
    if let remark = group.remark {
      line += (group.spread.isEmpty ? "" : " ; ") + remark[language]
    }
    return TextWrap.wrap(line, width: width, indent: 4)
  }

}
