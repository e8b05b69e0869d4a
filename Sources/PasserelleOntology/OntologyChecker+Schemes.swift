import PasserelleCore

extension OntologyChecker {
  /// Labels of taxonomies, names and IRIs given twice, and the themes that concepts name.
  static func checkTaxonomies(_ ontology: Ontology) -> [OntologyFinding] {
    let themes = Set(ontology.themes.map(\.id))
    var iris: Set<String> = Set(ontology.themes.map(\.iri))
    var findings: [OntologyFinding] = []
    for taxonomy in ontology.taxonomies {
      findings += checkLanguages(taxonomy.label, taxonomy.file, "", fr: "Le nom", en: "The name")
      for concept in taxonomy.concepts {
        findings += checkLabel(concept.label, taxonomy.file, concept.id)
        findings += checkBroader(concept, taxonomy, ontology)
        if !iris.insert(concept.iri).inserted {
          findings.append(
            OntologyFinding(
              .uniqueIRI, taxonomy.file, concept.id, fr: "L’IRI \(concept.iri) est déjà donnée.",
              en: "The IRI \(concept.iri) is already given.",
              remedy: LocalizedText(fr: "Donnez-en une autre.", en: "Give another.")))
        }
        for theme in concept.themes where !themes.contains(theme) {
          findings.append(
            OntologyFinding(
              .knownParentCode, taxonomy.file, concept.id,
              fr: "Le domaine « \(theme) » n’est pas dans Concepts/themes.yaml.",
              en: "The field \"\(theme)\" is not in Concepts/themes.yaml.",
              remedy: LocalizedText(
                fr: "Corrigez « themes » ou ajoutez le domaine.", en: "Correct \"themes\" or add the field."))
          )
        }
      }
    }
    return findings
  }

  /// The concepts above another are in the parent scheme, and none is above itself.
  private static func checkBroader(
    _ concept: TaxonomyConcept, _ taxonomy: Taxonomy, _ ontology: Ontology
  ) -> [OntologyFinding] {
    let scheme = taxonomy.parentScheme ?? taxonomy.id
    return concept.broader.compactMap { name in
      let isItself = scheme == taxonomy.id && name == concept.id
      guard isItself || ontology.taxonomy(scheme)?.concept(name) == nil else { return nil }
      return OntologyFinding(
        .knownBroader, taxonomy.file, concept.id,
        fr: "La notion au-dessus, « \(name) », n’est pas dans « \(scheme) ».",
        en: "The concept above, \"\(name)\", is not in \"\(scheme)\".",
        remedy: LocalizedText(
          fr: "Corrigez « broader », ou « parents » en tête du schéma.",
          en: "Correct \"broader\", or \"parents\" at the head of the scheme."))
    }
  }

  /// Dates of thresholds in order, a source in both languages, and one amount at a time.
  static func checkThresholds(_ ontology: Ontology) -> [OntologyFinding] {
    var findings: [OntologyFinding] = []
    for (rank, threshold) in ontology.thresholds.enumerated() {
      findings += checkLanguages(
        threshold.source, threshold.file, threshold.id, fr: "La source", en: "The source")
      let isReversed = threshold.until.map { $0 < threshold.from } ?? false
      let isEmpty = threshold.natures.isEmpty || threshold.buyers.isEmpty
      let other = ontology.thresholds[..<rank].first { overlaps($0, threshold) }
      guard isReversed || isEmpty || other != nil else { continue }
      findings.append(
        OntologyFinding(
          .uniqueCode, threshold.file, threshold.id,
          fr: other.map { "Le seuil vaut en même temps que « \($0.id) »." }
            ?? "Le seuil est incomplet ou ses dates inversées.",
          en: other.map { "The threshold is in force together with \"\($0.id)\"." }
            ?? "The threshold is incomplete or its dates are reversed.",
          remedy: LocalizedText(
            fr: "Corrigez « from », « until », « natures » ou « buyers ».",
            en: "Correct \"from\", \"until\", \"natures\" or \"buyers\".")))
    }
    return findings
  }

  private static func overlaps(_ left: ProcurementThreshold, _ right: ProcurementThreshold) -> Bool {
    guard left.kind == right.kind, left.natures.contains(where: right.natures.contains),
      left.buyers.contains(where: right.buyers.contains)
    else { return false }
    let startsBeforeEnd = right.until.map { left.from <= $0 } ?? true
    let endsAfterStart = left.until.map { right.from <= $0 } ?? true
    return startsBeforeEnd && endsAfterStart
  }
}
