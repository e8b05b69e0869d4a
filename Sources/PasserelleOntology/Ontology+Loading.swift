import Foundation
import PasserelleCore

extension Ontology {
  /// Reads an ontology folder.
  ///
  /// The folders `Schemas`, `Codelists`, `Concepts`, `Lexicon` and `Models` are read; others belong to other modules. Files whose
  /// name begins with a point and `.md` files are left out.
  ///
  /// - Parameter directory: The path of the folder.
  /// - Returns: The ontology.
  /// - Throws: ``PasserelleError`` with code `.ontologyInvalid`, with the file and line where there is one.
  public static func load(from directory: String) throws -> Ontology {
    let root = directory.hasSuffix("/") && directory.count > 1 ? String(directory.dropLast()) : directory
    var files: [(path: String, contents: String)] = []
    for folder in folders {
      let path = root + "/" + folder
      guard let names = FileManager.default.enumerator(atPath: path) else { continue }
      for case let name as String in names {
        let file = folder + "/" + name
        guard isRead(file), !isDirectory(root + "/" + file) else { continue }
        files.append((file, try contents(of: root + "/" + file)))
      }
    }
    guard !files.isEmpty else {
      throw OntologyFormat.fault(
        LocalizedText(
          fr: "Ce dossier ne contient pas d'ontologie ; indiquez-en un avec --ontology.",
          en: "This folder holds no ontology; name one with --ontology."), file: directory, line: nil)
    }
    return try load(files: files, root: root + "/")
  }

  /// Reads an ontology from the contents of its files, as embedded in the executable.
  ///
  /// - Parameter files: Paths relative to the ontology folder, such as `Schemas/Classes/Contract.yaml`, with
  ///   the text of each file; in any order.
  /// - Returns: The ontology.
  /// - Throws: ``PasserelleError`` with code `.ontologyInvalid`, with the file and line where there is one.
  public static func load(files: [(path: String, contents: String)]) throws -> Ontology {
    try load(files: files, root: "")
  }

  private static let folders = ["Schemas", "Codelists", "Concepts", "Lexicon", "Models"]
  private static let prefixFile = "Schemas/prefixes.yaml"

  private static func load(files: [(path: String, contents: String)], root: String) throws -> Ontology {
    let files = files.sorted { $0.path < $1.path }
    var parts = Parts()
    guard let prefixFile = files.first(where: { $0.path == prefixFile }) else {
      throw OntologyFormat.fault(
        LocalizedText(
          fr: "Le fichier Schemas/prefixes.yaml manque.", en: "The file Schemas/prefixes.yaml is missing."),
        file: root + prefixFile, line: nil)
    }
    parts.prefixes = try readPrefixes(prefixFile.contents, location: root + prefixFile.path)
    for file in files where isRead(file.path) && file.path != prefixFile.path {
      try parts.read(file.path, file.contents, location: root + file.path)
    }
    return Ontology(
      prefixes: parts.prefixes, classes: parts.classes, relations: parts.relations,
      codeLists: parts.codeLists, themes: parts.themes, taxonomies: parts.taxonomies,
      thresholds: parts.thresholds, models: parts.models, lexicon: Lexicon(parts.entries))
  }

  private static func readPrefixes(_ contents: String, location: String) throws -> OntologyPrefixes {
    let document = try YAMLMapping.document(contents, location: location)
    try OntologyFormat.check(try document.optionalText("format"), file: location, line: document.line)
    try document.allow(["format", "prefixes"])
    let pairs = try document.mapping("prefixes").textMembers()
    return OntologyPrefixes(Dictionary(pairs.map { ($0.key, $0.text) }) { first, _ in first })
  }

  /// Whether a file of the folder is one that this module reads.
  private static func isRead(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let folder = parts.first, folders.contains(String(folder)) else { return false }
    return !path.hasSuffix(".md") && !parts.contains { $0.hasPrefix(".") }
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  private static func contents(of path: String) throws -> String {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw OntologyFormat.fault(
        LocalizedText(
          fr: "Le fichier ne peut pas être lu ; vérifiez ses droits.",
          en: "The file cannot be read; check its permissions."), file: path, line: nil, cause: error)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw OntologyFormat.fault(
        LocalizedText(
          fr: "Le fichier n'est pas en UTF-8 ; enregistrez-le dans ce codage.",
          en: "The file is not in UTF-8; save it in that encoding."), file: path, line: nil)
    }
    return text
  }

  /// What was read so far.
  private struct Parts {
    var prefixes = OntologyPrefixes([:])
    var classes: [OntologyClass] = []
    var relations: [OntologyRelation] = []
    var codeLists: [CodeList] = []
    var themes: [Theme] = []
    var taxonomies: [Taxonomy] = []
    var thresholds: [ProcurementThreshold] = []
    var models: [String: String] = [:]
    var entries: [LexiconEntry] = []

    mutating func read(_ path: String, _ contents: String, location: String) throws {
      if path.hasPrefix("Models/"), path.hasSuffix(".ranker") || path.hasSuffix(".link") {
        models[String(path.dropFirst("Models/".count))] = contents
        return
      }
      guard path.hasSuffix(".yaml") else { throw unexpected(location) }
      let document = try YAMLMapping.document(contents, location: location)
      try OntologyFormat.check(try document.optionalText("format"), file: location, line: document.line)
      let reader = SchemaReader(file: path, location: location, prefixes: prefixes)
      if path.hasPrefix("Schemas/Classes/") {
        classes.append(try reader.readClass(document))
      } else if path.hasPrefix("Schemas/Relations/") {
        relations += try reader.readRelations(document)
      } else if path.hasPrefix("Concepts/"), try document.optionalText("scheme") != "themes" {
        taxonomies.append(try reader.readTaxonomy(document))
      } else if path.hasPrefix("Concepts/") {
        themes += try reader.readThemes(document)
      } else if path.hasPrefix("Lexicon/") {
        entries += try reader.readLexicon(document)
      } else if path.hasPrefix("Codelists/"), document.has("thresholds") {
        thresholds += try reader.readThresholds(document)
      } else if path.hasPrefix("Codelists/") {
        codeLists.append(try CodeListReader(file: path).read(document))
      } else {
        throw unexpected(location)
      }
    }

    private func unexpected(_ location: String) -> PasserelleError {
      OntologyFormat.fault(
        LocalizedText(
          fr: "Fichier inattendu : l'ontologie se compose de fichiers .yaml dans Schemas/Classes, "
            + "Schemas/Relations, Codelists et Concepts.",
          en: "Unexpected file: the ontology is made of .yaml files in Schemas/Classes, Schemas/Relations, "
            + "Codelists and Concepts."), file: location, line: nil)
    }
  }
}
