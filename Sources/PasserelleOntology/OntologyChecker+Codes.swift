import PasserelleCore

extension OntologyChecker {
  /// Labels of themes and their CPV prefixes.
  static func checkThemes(_ ontology: Ontology) -> [OntologyFinding] {
    let known = Set((ontology.ownCodeList("cpv")?.entries ?? []).map(cpvPrefix))
    var findings: [OntologyFinding] = []
    for theme in ontology.themes {
      findings += checkLabel(theme.label, theme.file, theme.id)
      for prefix in theme.cpvPrefixes where !known.contains(prefix) {
        findings.append(
          OntologyFinding(
            .knownCPV, theme.file, theme.id, fr: "Le préfixe CPV « \(prefix) » n'est pas dans la liste.",
            en: "The CPV prefix \"\(prefix)\" is not in the list.",
            remedy: LocalizedText(
              fr: "Prenez une division ou un groupe de Codelists/cpv.yaml.",
              en: "Take a division or group of Codelists/cpv.yaml.")))
      }
    }
    return findings
  }

  /// Codes, labels, parents and points of every list; the CPV tree; the departments.
  static func checkCodeLists(_ ontology: Ontology) -> [OntologyFinding] {
    var findings: [OntologyFinding] = []
    var fileByID: [String: String] = [:]
    for list in ontology.codeLists {
      if let other = fileByID.updateValue(list.file, forKey: list.id) {
        findings.append(
          OntologyFinding(
            .uniqueName, list.file, list.id, fr: "La liste « \(list.id) » est déjà dans \(other).",
            en: "The list \"\(list.id)\" is already in \(other).",
            remedy: LocalizedText(fr: "Renommez l'une des deux.", en: "Rename one of the two.")))
      }
      findings += checkLanguages(list.label, list.file, "", fr: "Le nom de la liste", en: "The list's name")
      findings += checkEntries(list, ontology)
    }
    if let cpv = ontology.ownCodeList("cpv") { findings += checkCPV(cpv) }
    return findings
  }

  private static func checkEntries(_ list: CodeList, _ ontology: Ontology) -> [OntologyFinding] {
    let parents = list.parentList.flatMap { ontology.ownCodeList($0) }
    var findings: [OntologyFinding] = []
    var seen: Set<String> = []
    for entry in list.entries {
      // A name that is the same in both languages is a proper name, whatever its length.
      findings +=
        entry.label.french == entry.label.english
        ? checkLanguages(entry.label, list.file, entry.code, fr: "Le nom", en: "The name")
        : checkLabel(entry.label, list.file, entry.code)
      if let definition = entry.definition {
        findings += checkLanguages(
          definition, list.file, entry.code, fr: "La définition", en: "The definition")
      }
      if !seen.insert(entry.code).inserted {
        findings.append(
          OntologyFinding(
            .uniqueCode, list.file, entry.code,
            fr: "Le code est répété" + (entry.line.map { " ligne \($0)." } ?? "."),
            en: "The code is repeated" + (entry.line.map { " on line \($0)." } ?? "."),
            remedy: LocalizedText(fr: "Ôtez l'une des lignes.", en: "Remove one of the lines.")))
      }
      if let parent = entry.parent, parents?.entry(code: parent) == nil {
        let name = list.parentList ?? "∅"
        findings.append(
          OntologyFinding(
            .knownParentCode, list.file, entry.code,
            fr: "Le code parent « \(parent) » n'est pas dans la liste « \(name) ».",
            en: "The parent code \"\(parent)\" is not in the list \"\(name)\".",
            remedy: LocalizedText(
              fr: "Corrigez « parent », ou « parents » en tête de la liste.",
              en: "Correct \"parent\", or \"parents\" at the head of the list.")))
      }
      if let point = entry.point, !isPlausible(point, of: entry, in: list) {
        findings.append(
          OntologyFinding(
            .plausiblePoint, list.file, entry.code,
            fr: "Le point \(point.latitude), \(point.longitude) ne peut pas être là.",
            en: "The point \(point.latitude), \(point.longitude) cannot be there.",
            remedy: LocalizedText(
              fr: "Écrivez la latitude puis la longitude en degrés décimaux.",
              en: "Write the latitude, then the longitude, in decimal degrees.")))
      }
    }
    return findings
  }

  /// On the globe; for departments and communes of the mainland and Corsica, within the box that holds them.
  private static func isPlausible(
    _ point: GeographicPoint, of entry: CodeList.Entry, in list: CodeList
  ) -> Bool {
    guard (-90...90).contains(point.latitude), (-180...180).contains(point.longitude) else { return false }
    let isFrench = list.id == "departements" || list.id == "communes"
    guard isFrench, !entry.code.hasPrefix("97"), !entry.code.hasPrefix("98") else { return true }
    return (41...51.5).contains(point.latitude) && (-5.5...10).contains(point.longitude)
  }

  private static func checkCPV(_ list: CodeList) -> [OntologyFinding] {
    let codes = Set(list.entries.map(cpvPrefix))
    var findings: [OntologyFinding] = []
    for entry in list.entries {
      let code = entry.code
      let isShaped = (2...8).contains(code.utf8.count) && code.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
      let division = String(code.prefix(2))
      guard !isShaped || (Int(division) ?? 0) < 3 || !codes.contains(division) else { continue }
      findings.append(
        OntologyFinding(
          .cpvTree, list.file, code,
          fr: isShaped ? "La division « \(division) » manque ou n'existe pas." : "Ce n'est pas un code CPV.",
          en: isShaped
            ? "The division \"\(division)\" is missing or does not exist." : "This is no CPV code.",
          remedy: LocalizedText(
            fr: "Écrivez deux à huit chiffres, et une ligne pour la division.",
            en: "Write two to eight digits, and a line for the division.")))
    }
    return findings
  }

  private static func cpvPrefix(_ entry: CodeList.Entry) -> String {
    CPVCode(digits: entry.code)?.significantPrefix ?? entry.code
  }
}
