import PasserelleCore
import PasserelleText

extension OntologyChecker {
  /// Entries named twice, empty or repeated terms, unknown concepts, missing sources.
  static func checkLexicon(_ ontology: Ontology) -> [OntologyFinding] {
    var findings: [OntologyFinding] = []
    var fileByID: [String: String] = [:]
    var ownerByTerm: [String: LexiconEntry] = [:]
    let notations = notations(of: ontology)
    for entry in ontology.lexicon.entries {
      if let other = fileByID.updateValue(entry.file, forKey: entry.id) {
        findings.append(
          OntologyFinding(
            .uniqueName, entry.file, entry.id, fr: "L’entrée « \(entry.id) » est déjà dans \(other).",
            en: "The entry \"\(entry.id)\" is already in \(other).",
            remedy: LocalizedText(fr: "Renommez l’une des deux.", en: "Rename one of the two.")))
      }
      findings += checkTerms(entry, &ownerByTerm)
      if let note = entry.note {
        findings += checkLanguages(note, entry.file, entry.id, fr: "La note", en: "The note")
      }
      if entry.source.isEmpty {
        findings.append(
          OntologyFinding(
            .lexiconSource, entry.file, entry.id, fr: "L’entrée n’a pas de source.",
            en: "The entry has no source.",
            remedy: LocalizedText(
              fr: "Donnez les lignes d’un document, ou « usage ».",
              en: "Give the lines of a document, or \"usage\".")))
      }
      if let concept = entry.concept, !notations.contains(concept) {
        findings.append(
          OntologyFinding(
            .knownConcept, entry.file, entry.id, fr: "La notion « \(concept) » n’est pas décrite.",
            en: "The concept \"\(concept)\" is not described.",
            remedy: LocalizedText(
              fr: "Écrivez schéma:nom, comme use-cases:smart-lighting ou theme:water.",
              en: "Write scheme:name, such as use-cases:smart-lighting or theme:water.")))
      }
    }
    return findings
  }

  private static func checkTerms(
    _ entry: LexiconEntry, _ owners: inout [String: LexiconEntry]
  ) -> [OntologyFinding] {
    var findings: [OntologyFinding] = []
    var own: Set<String> = []
    for term in entry.terms {
      // Capitals tell an acronym from the word: each stands alone.
      let folded = term.kind == .acronym ? "=" + term.text : TextFolding.fold(term.text)
      if folded.isEmpty {
        findings.append(
          OntologyFinding(
            .emptyTerm, entry.file, entry.id, fr: "Un terme est vide.", en: "A term is empty.",
            remedy: LocalizedText(fr: "Ôtez-le.", en: "Remove it.")))
        continue
      }
      if term.kind == .acronym, term.text != term.text.uppercased() {
        findings.append(
          OntologyFinding(
            .acronymCapitals, entry.file, entry.id,
            fr: "Le sigle « \(term.text) » n’est pas en capitales.",
            en: "The acronym \"\(term.text)\" is not in capitals.",
            remedy: LocalizedText(
              fr: "Écrivez-le en capitales, ou parmi les termes.",
              en: "Write it in capitals, or among the terms.")))
      }
      // The same word in another language of the entry repeats nothing.
      guard own.insert(folded + "\u{1F}" + term.language).inserted else {
        findings.append(
          OntologyFinding(
            .uniqueTerm, entry.file, entry.id, fr: "Le terme « \(term.text) » est répété.",
            en: "The term \"\(term.text)\" is repeated.",
            remedy: LocalizedText(fr: "Ôtez-en un.", en: "Remove one.")))
        continue
      }
      if let other = owners[folded], other.id != entry.id {
        findings.append(
          OntologyFinding(
            .uniqueTerm, entry.file, entry.id,
            fr: "Le terme « \(term.text) » est aussi celui de « \(other.id) ».",
            en: "The term \"\(term.text)\" is also that of \"\(other.id)\".",
            remedy: LocalizedText(fr: "Laissez-le à une seule entrée.", en: "Leave it to one entry.")))
      } else {
        owners[folded] = entry
      }
    }
    return findings
  }

  /// Every concept and code, as `scheme:name`.
  private static func notations(of ontology: Ontology) -> Set<String> {
    var notations = Set(ontology.themes.map { "theme:" + $0.id })
    for taxonomy in ontology.taxonomies {
      for concept in taxonomy.concepts { notations.insert(taxonomy.id + ":" + concept.id) }
    }
    let named = Set(ontology.lexicon.entries.compactMap(\.concept))
    for notation in named where !notations.contains(notation) {
      guard let colon = notation.firstIndex(of: ":") else { continue }
      let code = String(notation[notation.index(after: colon)...])
      let scheme = String(notation[..<colon])
      let isKnown =
        scheme == "class"
        ? ontology.class(code) != nil : ontology.ownCodeList(scheme)?.entry(code: code) != nil
      if isKnown { notations.insert(notation) }
    }
    return notations
  }
}
