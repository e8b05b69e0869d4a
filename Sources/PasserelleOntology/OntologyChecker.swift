import PasserelleCore

/// Says whether an ontology makes sense: names, hierarchy, sentences, code lists.
public enum OntologyChecker {
  /// The longest label, in characters.
  public static let labelLimit = 40

  /// Every fault of an ontology.
  ///
  /// - Parameter ontology: An ontology as loaded.
  /// - Returns: The findings by file, name and rule; none when all is well.
  /// - Complexity: O(*n*) in the size of the ontology.
  public static func check(_ ontology: Ontology) -> [OntologyFinding] {
    let findings =
      checkNames(ontology) + checkClasses(ontology) + checkRelations(ontology) + checkThemes(ontology)
      + checkCodeLists(ontology) + checkTaxonomies(ontology) + checkThresholds(ontology)
      + checkLexicon(ontology)
    return findings.sorted {
      ($0.file, $0.id, $0.rule.rawValue, $0.what.english)
        < ($1.file, $1.id, $1.rule.rawValue, $1.what.english)
    }
  }
}
