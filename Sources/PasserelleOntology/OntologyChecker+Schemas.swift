import PasserelleCore

extension OntologyChecker {
  /// Names within each kind and IRIs over all kinds are unique.
  static func checkNames(_ ontology: Ontology) -> [OntologyFinding] {
    let kinds: [[(id: String, iri: String, file: String)]] = [
      ontology.classes.map { ($0.id, $0.iri, $0.file) },
      ontology.relations.map { ($0.id, $0.iri, $0.file) },
      ontology.themes.map { ($0.id, $0.iri, $0.file) },
    ]
    var findings: [OntologyFinding] = []
    var ownerByIRI: [String: String] = [:]
    for kind in kinds {
      var fileByID: [String: String] = [:]
      for (id, iri, file) in kind {
        if let other = fileByID.updateValue(file, forKey: id) {
          findings.append(
            OntologyFinding(
              .uniqueName, file, id, fr: "Le nom « \(id) » est déjà décrit dans \(other).",
              en: "The name \"\(id)\" is already described in \(other).",
              remedy: LocalizedText(fr: "Renommez l'un des deux.", en: "Rename one of the two.")))
        }
        if let other = ownerByIRI.updateValue(id, forKey: iri) {
          findings.append(
            OntologyFinding(
              .uniqueIRI, file, id, fr: "L'IRI \(iri) est aussi celle de « \(other) ».",
              en: "The IRI \(iri) is also that of \"\(other)\".",
              remedy: LocalizedText(fr: "Donnez à chacun son IRI.", en: "Give each its own IRI.")))
        }
      }
    }
    return findings
  }

  /// Parents exist, without cycles; labels and definitions are complete.
  static func checkClasses(_ ontology: Ontology) -> [OntologyFinding] {
    var findings: [OntologyFinding] = []
    for type in ontology.classes {
      findings += checkLabel(type.label, type.file, type.id)
      findings += checkLanguages(
        type.definition, type.file, type.id, fr: "La définition", en: "The definition")
      guard let parent = type.parent else { continue }
      if ontology.class(parent) == nil {
        findings.append(
          OntologyFinding(
            .knownParent, type.file, type.id, fr: "La classe parente « \(parent) » n'est pas décrite.",
            en: "The parent class \"\(parent)\" is not described.",
            remedy: LocalizedText(
              fr: "Corrigez « parent » ou ajoutez Schemas/Classes/\(parent).yaml.",
              en: "Correct \"parent\" or add Schemas/Classes/\(parent).yaml.")))
      }
      if isCyclic(type, ontology) {
        findings.append(
          OntologyFinding(
            .noCycle, type.file, type.id, fr: "La classe est au-dessus d'elle-même.",
            en: "The class is above itself.",
            remedy: LocalizedText(
              fr: "Changez le « parent » d'une classe de la boucle.",
              en: "Change the \"parent\" of one class of the loop.")))
      }
    }
    return findings
  }

  private static func isCyclic(_ type: OntologyClass, _ ontology: Ontology) -> Bool {
    var seen: Set<String> = []
    var next = type.parent
    while let id = next, seen.insert(id).inserted {
      if id == type.id { return true }
      next = ontology.class(id)?.parent
    }
    return false
  }

  /// Domains, ranges, code lists and sentences of relations.
  static func checkRelations(_ ontology: Ontology) -> [OntologyFinding] {
    var findings: [OntologyFinding] = []
    for relation in ontology.relations {
      findings += checkLabel(relation.label, relation.file, relation.id)
      findings += checkEnds(relation, ontology)
      findings += checkSentence(relation.reading, relation, isInverse: false)
      findings += checkSentence(relation.inverse, relation, isInverse: true)
      if let list = relation.codeList, ontology.ownCodeList(list) == nil {
        findings.append(
          OntologyFinding(
            .knownCodeList, relation.file, relation.id, fr: "La liste de codes « \(list) » n'existe pas.",
            en: "The code list \"\(list)\" does not exist.",
            remedy: LocalizedText(
              fr: "Corrigez « codelist » ou ajoutez Codelists/\(list).yaml.",
              en: "Correct \"codelist\" or add Codelists/\(list).yaml.")))
      }
    }
    return findings
  }

  private static func checkEnds(_ relation: OntologyRelation, _ ontology: Ontology) -> [OntologyFinding] {
    var findings: [OntologyFinding] = []
    func report(_ rule: OntologyFinding.Rule, _ key: String, _ name: String) {
      let what = name.isEmpty ? "∅" : name
      findings.append(
        OntologyFinding(
          rule, relation.file, relation.id, fr: "« \(key) » nomme « \(what) », qui n'est pas décrit.",
          en: "\"\(key)\" names \"\(what)\", which is not described.",
          remedy: LocalizedText(
            fr:
              "Nommez une classe de Schemas/Classes, ou pour « range » un type xsd:, rdf:langString ou rdf:JSON.",
            en: "Name a class of Schemas/Classes or, for \"range\", a type xsd:, rdf:langString or rdf:JSON.")
        ))
    }
    if relation.domain.isEmpty { report(.knownDomain, "domain", "") }
    if relation.range.isEmpty { report(.knownRange, "range", "") }
    for name in relation.domain where ontology.class(name) == nil { report(.knownDomain, "domain", name) }
    for range in relation.range {
      switch range {
      case .type(let name) where ontology.class(name) == nil: report(.knownRange, "range", name)
      case .datatype(let iri) where !isDatatype(iri): report(.knownRange, "range", iri)
      default: break
      }
    }
    let types = relation.range.map { if case .type(let name) = $0 { name } else { "" } }
    if relation.isSymmetric, Set(types) != Set(relation.domain) {
      findings.append(
        OntologyFinding(
          .symmetricRange, relation.file, relation.id,
          fr: "La relation est symétrique mais son domaine et sa portée diffèrent.",
          en: "The relation is symmetric but its domain and range differ.",
          remedy: LocalizedText(
            fr: "Donnez les mêmes classes aux deux, ou ôtez « symmetric ».",
            en: "Give both the same classes, or remove \"symmetric\".")))
    }
    return findings
  }

  private static func isDatatype(_ iri: String) -> Bool {
    if iri == Vocabulary.rdf + "langString" || iri == Vocabulary.rdf + "JSON" { return true }
    let known = ["string", "integer", "decimal", "date", "gYearMonth", "gYear", "dateTime", "boolean"]
    return known.contains { iri == Vocabulary.xsd + $0 }
  }

  private static func checkSentence(
    _ sentence: ReadingSentence, _ relation: OntologyRelation, isInverse: Bool
  ) -> [OntologyFinding] {
    let key = isInverse ? "inverse" : "reading"
    var findings = checkLanguages(
      sentence.pattern, relation.file, relation.id, fr: "La phrase « \(key) »", en: "The sentence \"\(key)\"")
    let places = [ReadingSentence.subjectPlace, ReadingSentence.objectPlace]
    let wanted = isInverse ? Array(places.reversed()) : places
    for language in MessageLanguage.allCases {
      let text = sentence.pattern[language]
      guard !text.isEmpty, self.places(in: text) != wanted else { continue }
      findings.append(
        OntologyFinding(
          .places, relation.file, relation.id,
          fr: "La phrase « \(key) » (\(language.rawValue)) n'a pas \(wanted[0]) puis \(wanted[1]).",
          en: "The sentence \"\(key)\" (\(language.rawValue)) does not have \(wanted[0]) then \(wanted[1]).",
          remedy: LocalizedText(
            fr: "Écrivez chaque place une fois : « reading » part du sujet, « inverse » de l'objet.",
            en: "Write each place once: \"reading\" starts from the subject, \"inverse\" from the object.")))
    }
    return findings
  }

  /// The braces of a sentence with what they hold, in order.
  private static func places(in text: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      found.append(String(rest[open...close]))
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  /// A label is there in both languages and short enough.
  static func checkLabel(_ label: LocalizedText, _ file: String, _ id: String) -> [OntologyFinding] {
    var findings = checkLanguages(label, file, id, fr: "Le libellé", en: "The label")
    for language in MessageLanguage.allCases where label[language].count > labelLimit {
      findings.append(
        OntologyFinding(
          .labelLength, file, id,
          fr: "Le libellé (\(language.rawValue)) a \(label[language].count) caractères.",
          en: "The label (\(language.rawValue)) has \(label[language].count) characters.",
          remedy: LocalizedText(
            fr: "Raccourcissez-le à \(labelLimit) caractères au plus.",
            en: "Shorten it to \(labelLimit) characters at most.")))
    }
    return findings
  }

  /// A text is there in both languages.
  static func checkLanguages(
    _ text: LocalizedText, _ file: String, _ id: String, fr french: String, en english: String
  ) -> [OntologyFinding] {
    MessageLanguage.allCases.filter { text[$0].allSatisfy(\.isWhitespace) }.map { language in
      OntologyFinding(
        .bothLanguages, file, id, fr: "\(french) manque en « \(language.rawValue) ».",
        en: "\(english) is missing in \"\(language.rawValue)\".",
        remedy: LocalizedText(
          fr: "Écrivez le texte dans les deux langues.", en: "Write the text in both languages."))
    }
  }
}
