import Foundation
import PasserelleCore
import PasserelleOntology
import Testing

struct OntologyLoadingTests {
  @Test func loadsFromMemory() throws {
    let ontology = try OntologyFolder.load()
    #expect(OntologyChecker.check(ontology).isEmpty)
    #expect(ontology.relation("size")?.range == [.datatype(Vocabulary.xsd + "integer")])
    #expect(ontology.relation("size")?.isAttribute == true)
    #expect(ontology.relation("knows")?.isAttribute == false)
    #expect(ontology.relation("knows")?.isSymmetric == true)
    #expect(ontology.class("Thing")?.isAbstract == true)
  }

  @Test func loadsTheSameFromFolderAndMemory() throws {
    let root = OntologyFolder.path
    var files: [(path: String, contents: String)] = []
    let names = try #require(FileManager.default.enumerator(atPath: root))
    for case let name as String in names where name.hasSuffix(".yaml") {
      files.append((name, try String(contentsOfFile: root + "/" + name, encoding: .utf8)))
    }
    let embedded = try Ontology.load(files: files.reversed())
    let read = try Ontology.load(from: root + "/")
    #expect(embedded.classes == read.classes)
    #expect(embedded.relations == read.relations)
    #expect(embedded.codeLists == read.codeLists)
    #expect(embedded.themes == read.themes)
    #expect(embedded.prefixes == read.prefixes)
  }

  @Test func leavesOutWhatIsForOthers() throws {
    let ontology = try OntologyFolder.load([
      "Mappings/x.yaml": "anything: [", "Schemas/README.md": "#", "Codelists/.hidden.yaml": "x",
      "README.md": "text",
    ])
    #expect(ontology.classes.count == 2)
  }

  /// What is refused: file, old text, new text, line.
  @Test(arguments: [
    ("Schemas/Classes/City.yaml", "parent:", "parents:", 4),
    ("Schemas/Classes/City.yaml", "iri: pas:City", "iri: nobody:City", 1),
    ("Schemas/Classes/City.yaml", "class: City\n", "", 1),
    ("Schemas/Classes/City.yaml", "passerelle-ontology/1", "passerelle-ontology/2", 1),
    ("Schemas/Classes/Thing.yaml", "abstract: true", "abstract: perhaps", 4),
    ("Schemas/Classes/City.yaml", "label: {fr: City, en: City}", "label: {fr: City, de: Stadt}", 5),
    ("Schemas/Classes/City.yaml", "label: {fr: City, en: City}", "label: City", 5),
    ("Schemas/Classes/City.yaml", "class: City", "class: City\nclass: Town", 2),
    ("Schemas/Classes/City.yaml", "class: City", "class: [City", 3),
    ("Schemas/Relations/all.yaml", "    symmetric: true", "    symetric: true", 9),
    (
      "Schemas/Relations/all.yaml", "    domain: [City]\n    range: [City]",
      "    domain: City\n    range: [City]", 7
    ),
    ("Schemas/Relations/all.yaml", "range: [xsd:integer]", "range: [xds:integer]", 13),
    ("Codelists/sizes.yaml", "en: small", "english: small", 6),
    ("Codelists/departements.yaml", "50.4", "north", 5),
    ("Codelists/departements.yaml", "latitude: 50.4, ", "", 5),
    ("Concepts/themes.yaml", "cpv:", "cvp:", 8),
    ("Schemas/prefixes.yaml", "prefixes:", "prefix:", 2),
  ])
  func refuses(path: String, old: String, new: String, line: Int) throws {
    let error = try #require(throws: PasserelleError.self) {
      try OntologyFolder.load(path, replacing: old, by: new)
    }
    #expect(error.code == .ontologyInvalid)
    #expect(error.location?.file == path)
    #expect(error.location?.line == line)
  }

  @Test(arguments: [
    "Schemas/Classes/X.yml", "Codelists/x.tsv", "Schemas/X.yaml", "Concepts/themes.json",
  ])
  func refusesUnexpectedFiles(path: String) throws {
    let error = try #require(throws: PasserelleError.self) {
      try OntologyFolder.load([path: "format: passerelle-ontology/1"])
    }
    #expect(error.location?.file == path)
  }

  @Test func refusesEmptyAndMissing() throws {
    let empty = try #require(throws: PasserelleError.self) {
      try OntologyFolder.load(["Schemas/Classes/X.yaml": ""])
    }
    #expect(empty.location?.file == "Schemas/Classes/X.yaml")
    let missing = try #require(throws: PasserelleError.self) {
      try OntologyFolder.load(["Schemas/prefixes.yaml": nil])
    }
    #expect(missing.location?.file == "Schemas/prefixes.yaml")
    let folder = try #require(throws: PasserelleError.self) { try Ontology.load(from: "/nowhere/Ontology") }
    #expect(folder.code == .ontologyInvalid)
    #expect(folder.location?.file == "/nowhere/Ontology")
  }

  @Test func namesFilesWithTheirFolder() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("ontology-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let classes = root.appendingPathComponent("Schemas/Classes")
    try FileManager.default.createDirectory(at: classes, withIntermediateDirectories: true)
    try (OntologyFolder.small["Schemas/prefixes.yaml"] ?? "")
      .write(to: root.appendingPathComponent("Schemas/prefixes.yaml"), atomically: true, encoding: .utf8)
    let file = classes.appendingPathComponent("Bad.yaml")
    try Data([0x66, 0xFF, 0xFE]).write(to: file)
    let error = try #require(throws: PasserelleError.self) { try Ontology.load(from: root.path) }
    #expect(error.location?.file == file.path)
    #expect(error.message[.english].contains("UTF-8"))
  }
}
