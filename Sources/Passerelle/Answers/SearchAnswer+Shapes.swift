public import PasserelleCore
import PasserelleIndex

extension SearchAnswer {
  /// The machine-readable results, `passerelle-search/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-search/1"), "total": .int(total), "relaxed": .bool(isRelaxed),
      "withoutRate": withoutRate.map { .int($0) },
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
      "place": .optional(summary.place), "amount": summary.amount.map { .decimal($0.amount) },
      "currency": .optional(summary.amount?.currency), "amountInEuros": summary.amount?.structuredEuros,
      "euroRate": summary.amount?.structuredRate, "euroRateDate": summary.amount?.structuredRateDate,
      "demonstration": .bool(summary.isDemonstration), "score": .number(result.score, digits: 4),
      "merged": result.merged.isEmpty ? nil : .array(result.merged.map { .string($0) }),
      "highlights": highlights(result.titleHighlights, in: summary.title),
      "passage": result.passage.map { passage in
        .object([
          "text": .string(passage.text), "highlights": highlights(passage.highlights, in: passage.text),
        ])
      },
      "explanation": result.explanation.map { .array($0.parts.map(structured)) },
    ])
  }

  /// Places of words as first character and length, in Unicode scalars.
  private static func highlights(_ ranges: [Range<Int>], in text: String) -> StructuredValue {
    let utf8 = Array(text.utf8)
    func scalars(_ range: Range<Int>) -> Int { utf8[range].count { $0 & 0xC0 != 0x80 } }
    return .array(
      ranges.map {
        .object(["start": .int(scalars(0..<$0.lowerBound)), "length": .int(scalars($0))])
      })
  }

  private static func structured(_ part: ScoreExplanation.Part) -> StructuredValue {
    .object([
      "contribution": .number(part.contribution * DocumentReader.scoreFactor, digits: 4),
      "weight": .number(Double(part.boost), digits: 4),
      "inverseDocumentFrequency": .number(Double(part.inverseDocumentFrequency), digits: 4),
      "saturation": .number(Double(part.saturation), digits: 4),
      "occurrences": .array(
        part.forms.map { form in
          .object([
            "field": .string(form.field), "term": .string(form.terms.joined(separator: " ")),
            "frequency": .int(form.frequency), "length": .int(form.length),
            "averageLength": .number(Double(form.averageLength), digits: 2),
            "weight": .number(Double(form.weight), digits: 2),
          ])
        }),
    ])
  }

  /// How the scores came about, a line for each word of each result.
  public func explanationLines(in language: MessageLanguage) -> [String] {
    results.enumerated().flatMap { place, result -> [String] in
      guard let explanation = result.explanation else { return [] }
      let score = decimal(result.score)
      return ["\(place + 1). \(result.summary.title): \(score)"]
        + explanation.parts.map { line($0, language) }
    }
  }

  private func line(_ part: ScoreExplanation.Part, _ language: MessageLanguage) -> String {
    let places = part.forms.map { form in
      if let concept = form.terms.first.flatMap({ concepts[$0] }) {
        return language == .french
          ? "notion « \(concept[language]) », sous l’un de ses noms"
          : "the notion '\(concept[language])', under one of its names"
      }
      let term = form.terms.joined(separator: " ")
      return language == .french
        ? "« \(term) » \(form.frequency) fois dans \(form.field) (\(fr: form.length, "mot"), moyenne \(decimal(Double(form.averageLength))), poids \(decimal(Double(form.weight))))"
        : "'\(term)' \(en: form.frequency, "time") in \(form.field) (\(en: form.length, "word"), mean \(decimal(Double(form.averageLength))), weight \(decimal(Double(form.weight))))"
    }
    let factors = [part.boost, part.inverseDocumentFrequency, part.saturation].map { decimal(Double($0)) }
    let head = decimal(part.contribution * DocumentReader.scoreFactor)
    return "   + \(head) = \(decimal(DocumentReader.scoreFactor)) × \(factors.joined(separator: " × ")): "
      + places.joined(separator: ", ")
  }

  private func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let rest = String(abs(thousandths % 1000))
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  /// What a reader must know of the answer, a line each: that amounts were left out, of which no rate is known.
  public func remarks(in language: MessageLanguage) -> [String] {
    guard let withoutRate, withoutRate > 0 else { return [] }
    return [AmountWords.leftOut(withoutRate)[language]]
  }

  /// The passages that show the words, marked, a line for each result that has one.
  public var passageLines: [String] {
    results.enumerated().compactMap { place, result in
      guard let passage = result.passage else { return nil }
      var utf8: [UInt8] = []
      let source = Array(passage.text.utf8)
      var end = 0
      for range in passage.highlights {
        utf8 += source[end..<range.lowerBound] + Array("[".utf8) + source[range] + Array("]".utf8)
        end = range.upperBound
      }
      return "\(place + 1). " + String(decoding: utf8 + source[end...], as: UTF8.self)
    }
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
          summary.amount.map { .money($0) } ?? .empty, .text(summary.subject),
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
