import Foundation
import PasserelleOntology

/// The repository's `Ontology/` folder, and small ontologies made in memory.
enum OntologyFolder {
  /// The path of the folder, found from this file.
  static var path: String {
    // Symbolic links are followed, so that the tests also run from a package that links to this folder.
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Ontology").path
  }

  /// A sound ontology of a few lines; tests break one file of it at a time.
  static let small: [String: String] = [
    "Schemas/prefixes.yaml": """
    format: passerelle-ontology/1
    prefixes:
      pas: "https://passerelle.example/ontology#"
      xsd: "http://www.w3.org/2001/XMLSchema#"
    """,
    "Schemas/Classes/Thing.yaml": classFile("Thing", parent: nil),
    "Schemas/Classes/City.yaml": classFile("City", parent: "Thing"),
    "Schemas/Relations/all.yaml": """
    format: passerelle-ontology/1
    group: all
    label: {fr: Toutes, en: All}
    relations:
      knows:
        iri: pas:knows
        domain: [City]
        range: [City]
        symmetric: true
        label: {fr: connaît, en: knows}
        reading: {fr: "{subject} parle de {object}", en: "{subject} knows {object}"}
        inverse: {fr: "{object} parle de {subject}", en: "{object} knows {subject}"}
      size:
        iri: pas:size
        domain: [City]
        range: [xsd:integer]
        codelist: sizes
        label: {fr: taille, en: size}
        reading: {fr: "{subject} a pour taille {object}", en: "{subject} has the size {object}"}
        inverse: {fr: "{object} est la taille de {subject}", en: "{object} is the size of {subject}"}
    """,
    "Codelists/sizes.yaml": """
    format: passerelle-ontology/1
    list: sizes
    label: {fr: Tailles, en: Sizes}
    source: here
    codes:
      small: {fr: petite, en: small}
    """,
    "Codelists/cpv.yaml": """
    format: passerelle-ontology/1
    list: cpv
    label: {fr: CPV, en: CPV}
    codes:
      "45": {fr: Travaux, en: Works}
      "453": {fr: Installations, en: Installation}
    """,
    "Codelists/departements.yaml": """
    format: passerelle-ontology/1
    list: departements
    label: {fr: Départements, en: Departments}
    codes:
      "59": {name: Nord, latitude: 50.4, longitude: 3.2}
    """,
    "Concepts/themes.yaml": """
    format: passerelle-ontology/1
    scheme: themes
    label: {fr: Thèmes, en: Themes}
    concepts:
      works:
        iri: pas:theme-works
        label: {fr: Travaux, en: Works}
        cpv: ["45"]
    """,
    "Lexicon/words.yaml": """
    format: passerelle-ontology/1
    lexicon: words
    label: {fr: Mots, en: Words}
    entries:
      works:
        term: "travaux publics"
        en: ["public works"]
        acronyms: ["TP"]
        note: {fr: Une note, en: A note}
        source: usage
        concept: "theme:works"
      call:
        term: "appel d’offres"
        former: ["adjudication"]
        source: "001:6803"
    """,
  ]

  static func classFile(_ id: String, parent: String?) -> String {
    """
    format: passerelle-ontology/1
    class: \(id)
    iri: pas:\(id)
    \(parent.map { "parent: \($0)" } ?? "abstract: true")
    label: {fr: \(id), en: \(id)}
    definition: {fr: Une définition, en: A definition}
    """
  }

  /// The small ontology with some files replaced, added or, for nil, left out.
  static func load(_ changes: [String: String?] = [:]) throws -> Ontology {
    var files = small
    for (path, contents) in changes { files[path] = contents }
    return try Ontology.load(files: files.map { (path: $0.key, contents: $0.value) })
  }

  /// The small ontology with a text of one file replaced.
  static func load(_ path: String, replacing old: String, by new: String) throws -> Ontology {
    let contents = small[path] ?? ""
    precondition(contents.contains(old), "\(path) does not contain \(old)")
    return try load([path: contents.replacingOccurrences(of: old, with: new)])
  }
}
