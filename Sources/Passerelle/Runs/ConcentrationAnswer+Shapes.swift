public import PasserelleCore
import PasserelleMatching

extension ConcentrationAnswer {
  /// The machine-readable answer, `passerelle-audit/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string(AuditFormat.name), "audit": .string("concentration"), "awards": .int(awards),
      "awardsLeftOut": .int(leftOut), "smallGroups": .int(smallGroups),
      "converted": .int(converted), "withoutRate": .int(withoutRate), "thresholds": .int(thresholds),
      "demonstration": .bool(hasDemonstration), "minimumAwards": .int(limits.awards),
      "caution": AuditFormat.texts(Self.caution), "rows": .array(rows.map(Self.structured)),
      "dependences": .array(dependences.map(Self.structured)),
    ])
  }

  private static func structured(_ row: ConcentrationRow) -> StructuredValue {
    let figures = row.figures
    return .object([
      "buyer": .string(row.buyer), "buyerName": .string(row.buyerName), "cpv": .string(row.division),
      "cpvLabel": .string(row.divisionLabel), "awards": .int(figures.awards),
      "winners": .int(figures.winners),
      "first": .object([
        "vendor": .string(row.first), "name": .string(row.firstName),
        "awards": .int(figures.firstDocuments.count), "days": .int(figures.firstDays),
        "share": .number(figures.firstShare, digits: 4),
        "amountShare": figures.firstAmountShare.map { .number($0, digits: 4) },
      ]),
      "herfindahl": .number(figures.herfindahl, digits: 4),
      "amounts": .object([
        "priced": .int(figures.priced), "frameworks": .int(figures.frameworks),
        "placeholders": .int(figures.placeholders), "missing": .int(figures.missing),
        "converted": .int(figures.converted), "withoutRate": .int(figures.withoutRate),
      ]),
      "patterns": .array(row.patterns.map(structured)),
    ])
  }

  private static func structured(_ row: DependenceRow) -> StructuredValue {
    .object([
      "vendor": .string(row.vendor), "vendorName": .string(row.vendorName), "buyer": .string(row.buyer),
      "buyerName": .string(row.buyerName), "awards": .int(row.figures.awards),
      "fromBuyer": .int(row.figures.documents.count), "share": .number(row.figures.share, digits: 4),
      "amountShare": row.figures.amountShare.map { .number($0, digits: 4) },
      "pattern": structured(row.pattern),
    ])
  }

  private static func structured(_ pattern: AuditPattern) -> StructuredValue {
    .object([
      "kind": .string(pattern.kind.rawValue), "text": AuditFormat.texts(pattern.text),
      "records": .array(pattern.records.map { .string($0) }),
    ])
  }

  /// The buyers and divisions in rows.
  public var table: Table {
    Table(
      columns: [
        .init("buyer", LocalizedText(fr: "acheteur", en: "buyer")),
        .init("cpv", LocalizedText(fr: "division CPV", en: "CPV division")),
        .init("awards", LocalizedText(fr: "marchés", en: "awards"), .right),
        .init("winners", LocalizedText(fr: "titulaires", en: "winners"), .right),
        .init("first", LocalizedText(fr: "premier titulaire", en: "first winner")),
        .init("share", LocalizedText(fr: "part", en: "share"), .right),
        .init("amountShare", LocalizedText(fr: "part en montant", en: "share by amount"), .right),
        .init("herfindahl", LocalizedText(fr: "indice de Herfindahl", en: "Herfindahl index"), .right),
        .init("patterns", LocalizedText(fr: "motifs à vérifier", en: "patterns to check")),
      ],
      rows: rows.map { row in
        [
          .text(row.buyerName), .text(row.division), .int(row.figures.awards), .int(row.figures.winners),
          .text(row.firstName), .number(row.figures.firstShare, digits: 3),
          row.figures.firstAmountShare.map { .number($0, digits: 3) } ?? .empty,
          .number(row.figures.herfindahl, digits: 3),
          .text(row.patterns.map(\.kind.rawValue).joined(separator: " ")),
        ]
      })
  }

  /// The answer for people: the figures in a table is theirs to add; here are the patterns, one a paragraph, and the
  /// caution.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - records: How many records are named under each pattern.
  /// - Returns: The paragraphs.
  public func paragraphs(_ language: MessageLanguage, records: Int = 3) -> [String] {
    let patterns = rows.flatMap(\.patterns) + dependences.map(\.pattern)
    let told = patterns.map { pattern in
      let named = pattern.records.prefix(records).joined(separator: ", ")
      let more = pattern.records.count > records ? ", …" : ""
      return "· " + pattern.text[language] + " [" + named + more + "]"
    }
    let counted = language.say(
      "\(fr: awards, "marché examiné", "marchés examinés") ; \(fr: smallGroups, "groupe") de moins de \(fr: limits.awards, "marché") \(smallGroups < 2 ? "n’est pas montré" : "ne sont pas montrés") ; \(fr: leftOut, "marché") sans titulaire ou sans code CPV.",
      "\(en: awards, "award") looked at; \(en: smallGroups, "group") of fewer than \(en: limits.awards, "award") \(smallGroups == 1 ? "is" : "are") not shown; \(en: leftOut, "award") without winner or CPV code."
    )
    let missing = language.say(
      "Aucun seuil de procédure n’est chargé : les montants voisins d’un seuil ne sont pas examinés.",
      "No threshold of procedures is loaded: amounts near one are not looked at.")
    var amounts: [String] = []
    if converted > 0 { amounts.append(AmountWords.converted(converted)[language] + ".") }
    if withoutRate > 0 { amounts.append(AmountWords.leftOut(withoutRate)[language] + ".") }
    return told + [counted] + amounts + (thresholds == 0 ? [missing] : []) + [Self.caution[language]]
  }
}
