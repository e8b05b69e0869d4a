public import PasserelleCore

/// Something wrong with an ontology that loads: where, what, and what to do about it.
public struct OntologyFinding: Sendable, Hashable {
  /// The rule that was broken.
  public let rule: Rule
  /// The file, relative to the ontology folder; empty for the ontology as a whole.
  public let file: String
  /// The name of the class, relation, theme or code; empty for the file as a whole.
  public let id: String
  /// What is wrong.
  public let what: LocalizedText
  /// What to do about it.
  public let remedy: LocalizedText

  /// What an ontology must satisfy.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// A name describes one thing.
    case uniqueName
    /// An IRI names one thing.
    case uniqueIRI
    /// The parent of a class is described.
    case knownParent
    /// No class is above itself.
    case noCycle
    /// The domain of a relation is made of described classes.
    case knownDomain
    /// The range of a relation is made of described classes or datatypes.
    case knownRange
    /// The code list of a relation is there.
    case knownCodeList
    /// A symmetric relation has the same domain and range.
    case symmetricRange
    /// Every text is there in French and English.
    case bothLanguages
    /// A reading sentence has its two places, in the right order.
    case places
    /// A label is short enough for a column.
    case labelLength
    /// A code list names no code twice.
    case uniqueCode
    /// The parent of a code is in the parent list.
    case knownParentCode
    /// CPV codes are two to eight digits, each under its division.
    case cpvTree
    /// Points are on the globe, French departments where France is.
    case plausiblePoint
    /// The CPV prefixes of a theme are in the CPV list.
    case knownCPV
    /// The concept above another is in its scheme.
    case knownBroader
    /// A term of the lexicon belongs to one entry.
    case uniqueTerm
    /// A term of the lexicon has words.
    case emptyTerm
    /// An acronym that is told by its capitals has them.
    case acronymCapitals
    /// The concept of an entry is described.
    case knownConcept
    /// An entry of the lexicon says where it comes from.
    case lexiconSource
  }

  init(
    _ rule: Rule, _ file: String, _ id: String, fr french: String, en english: String,
    remedy: LocalizedText
  ) {
    self.rule = rule
    self.file = file
    self.id = id
    self.what = LocalizedText(fr: french, en: english)
    self.remedy = remedy
  }
}
