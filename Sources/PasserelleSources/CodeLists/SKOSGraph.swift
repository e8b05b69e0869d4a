internal import PasserelleCore
internal import PasserelleRDF

/// What the statements of a SKOS file say of each thing, in the order of their first mention.
struct SKOSGraph {
  /// One thing: a concept, a scheme, or neither.
  struct Thing {
    let node: RDFNode
    var isConcept = false
    var isScheme = false
    var labels: [CodeListDraft.LanguageText] = []
    /// Labels by other properties than SKOS's, taken where it has none.
    var titles: [CodeListDraft.LanguageText] = []
    var alternatives: [String] = []
    var definitions: [CodeListDraft.LanguageText] = []
    var notations: [String] = []
    var identifiers: [String] = []
    var broader: [Int] = []
    var schemes: [Int] = []
    var isDeprecated = false
    var replacements: [Int] = []
    /// The text of a label of SKOS-XL.
    var literalForm: CodeListDraft.LanguageText?
    /// The labels of SKOS-XL, preferred and other.
    var labelNodes: [Int] = []
    var alternativeNodes: [Int] = []
    var version = ""
  }

  private(set) var things: [Thing] = []
  /// The properties of concepts that are not kept, in the order of their first mention.
  private(set) var ignored: [String] = []
  private var ranks: [RDFNode: Int] = [:]
  private var ignoredSubjects: [String: Int] = [:]

  mutating func add(_ statement: RDFStatement) {
    guard case .iri(let property) = statement.predicate else { return }
    let subject = rank(statement.subject)
    if let text = statement.object.literal {
      addText(text, property, subject)
    } else {
      addLink(statement.object, property, subject)
    }
  }

  /// The properties not kept of the things that satisfy a test.
  func ignoredProperties(where isWanted: (Thing) -> Bool) -> [String] {
    ignored.filter { property in ignoredSubjects[property].map { isWanted(things[$0]) } ?? false }
  }

  private mutating func rank(_ node: RDFNode) -> Int {
    if let known = ranks[node] { return known }
    ranks[node] = things.count
    things.append(Thing(node: node))
    return things.count - 1
  }

  private mutating func ignore(_ property: String, _ subject: Int) {
    guard ignoredSubjects[property] == nil else { return }
    ignoredSubjects[property] = subject
    ignored.append(property)
  }

  private mutating func addText(_ literal: Literal, _ property: String, _ subject: Int) {
    var language = ""
    if case .language(let tag) = literal.datatype { language = tag }
    let text = CodeListDraft.LanguageText(language, literal.lexicalForm)
    switch property {
    case Name.skos + "prefLabel": things[subject].labels.append(text)
    case Name.skos + "altLabel", Name.skos + "hiddenLabel": things[subject].alternatives.append(text.text)
    case Name.skos + "definition": things[subject].definitions.append(text)
    case Name.skos + "notation": things[subject].notations.append(text.text)
    case Name.xl + "literalForm": things[subject].literalForm = text
    case Name.rdfs + "label": things[subject].titles.append(text)
    case Name.owl + "deprecated":
      if text.text == "true" || text.text == "1" { things[subject].isDeprecated = true }
    case Name.owl + "versionInfo": things[subject].version = text.text
    case let property where property.hasPrefix(Name.dublinCore):
      switch property.split(separator: "/").last {
      case "title": things[subject].titles.append(text)
      case "identifier": things[subject].identifiers.append(text.text)
      case "issued", "modified", "hasVersion":
        if things[subject].version.isEmpty { things[subject].version = text.text }
      default: ignore(property, subject)
      }
    default: ignore(property, subject)
    }
  }

  private mutating func addLink(_ object: RDFNode, _ property: String, _ subject: Int) {
    switch property {
    case Name.rdf + "type":
      if object == .iri(Name.skos + "Concept") { things[subject].isConcept = true }
      if object == .iri(Name.skos + "ConceptScheme") { things[subject].isScheme = true }
    case Name.skos + "inScheme", Name.skos + "topConceptOf":
      let scheme = rank(object)
      things[scheme].isScheme = true
      things[subject].isConcept = true
      link(subject, scheme, \.schemes)
    case Name.skos + "hasTopConcept":
      let concept = rank(object)
      things[subject].isScheme = true
      things[concept].isConcept = true
      link(concept, subject, \.schemes)
    case Name.skos + "broader": link(subject, rank(object), \.broader)
    case Name.skos + "narrower": link(rank(object), subject, \.broader)
    case Name.xl + "prefLabel": link(subject, rank(object), \.labelNodes)
    case Name.xl + "altLabel", Name.xl + "hiddenLabel": link(subject, rank(object), \.alternativeNodes)
    case Name.dublinCore + "terms/isReplacedBy":
      link(subject, rank(object), \.replacements)
      things[subject].isDeprecated = true
    case Name.dublinCore + "terms/replaces":
      let replaced = rank(object)
      link(replaced, subject, \.replacements)
      things[replaced].isDeprecated = true
    default: ignore(property, subject)
    }
  }

  private mutating func link(_ from: Int, _ to: Int, _ links: WritableKeyPath<Thing, [Int]>) {
    if from != to, !things[from][keyPath: links].contains(to) { things[from][keyPath: links].append(to) }
  }

  private enum Name {
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
    static let owl = "http://www.w3.org/2002/07/owl#"
    static let skos = "http://www.w3.org/2004/02/skos/core#"
    static let xl = "http://www.w3.org/2008/05/skos-xl#"
    static let dublinCore = "http://purl.org/dc/"
  }
}
