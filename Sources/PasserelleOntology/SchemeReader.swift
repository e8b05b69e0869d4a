import PasserelleCore

extension SchemaReader {
  /// Reads a file of `Concepts` other than that of the themes.
  func readTaxonomy(_ document: YAMLMapping) throws -> Taxonomy {
    try document.allow([
      "format", "scheme", "provisional", "tags", "parents", "label", "note", "concepts",
    ])
    let concepts = try document.mapping("concepts").members().map { id, body in
      try body.allow(["iri", "label", "broader", "inferred", "alternatives", "themes", "restricted"])
      let alternatives = try body.optionalMapping("alternatives")
      try alternatives?.allow(["fr", "en", "pt"])
      return TaxonomyConcept(
        id: id, iri: try expand(try body.text("iri"), body), label: try body.localized("label"),
        alternatives: try ["fr", "en", "pt"].flatMap { language in
          try (alternatives?.texts(language) ?? []).map {
            ConceptLabel(language: language, text: $0, isPreferred: false)
          }
        },
        broader: try body.texts("broader"), isFilingInferred: try body.flag("inferred"),
        themes: try body.texts("themes"), isRestricted: try body.flag("restricted"))
    }
    return Taxonomy(
      id: try document.text("scheme"), label: try document.localized("label"),
      note: try document.localized("note"), isProvisional: try document.flag("provisional"),
      tagsTexts: try document.flag("tags"), parentScheme: try document.optionalText("parents"),
      concepts: concepts, file: file)
  }

  /// Reads a list of thresholds from `Codelists`.
  func readThresholds(_ document: YAMLMapping) throws -> [ProcurementThreshold] {
    try document.allow(["format", "list", "label", "source", "thresholds"])
    return try document.mapping("thresholds").members().map { id, body in
      try body.allow(["kind", "natures", "buyers", "amount", "from", "until", "source"])
      guard let kind = ProcurementThreshold.Kind(rawValue: try body.text("kind")) else {
        throw wrong(try body.text("kind"), body)
      }
      guard let amount = DecimalNumber(try body.text("amount")), !amount.isNegative else {
        throw wrong(try body.text("amount"), body)
      }
      return ProcurementThreshold(
        id: id, kind: kind, natures: try body.texts("natures"), buyers: try body.texts("buyers"),
        amount: amount, from: try date(try body.text("from"), body),
        until: try body.optionalText("until").map { try date($0, body) },
        source: try body.localized("source"),
        file: file)
    }
  }

  private func date(_ text: String, _ body: YAMLMapping) throws -> PartialDate {
    guard let date = PartialDate(iso: text), date.precision == .day else { throw wrong(text, body) }
    return date
  }

  private func wrong(_ value: String, _ body: YAMLMapping) -> PasserelleError {
    OntologyFormat.fault(
      LocalizedText(
        fr:
          "Valeur inattendue « \(value) » ; un seuil a « kind » (exempt, advertised, formal), un montant et des dates AAAA-MM-JJ.",
        en:
          "Unexpected value \"\(value)\"; a threshold has \"kind\" (exempt, advertised, formal), an amount and dates YYYY-MM-DD."
      ), file: location, line: body.line)
  }
}
