import Foundation
import PasserelleCore
import PasserelleOntology
import PasserelleSources
import Testing

/// The mappings that the product ships.
@Suite("Shipped table mappings")
struct TableMappingsTests {
  @Test("are sound and name relations and classes of the ontology")
  func ontology() throws {
    let shipped = try TableMappings.shipped()
    #expect(shipped.mappings.count >= 12)
    let ontology = try Ontology.load(files: EmbeddedOntology.files)
    let relations = Set(ontology.relations.map(\.iri))
    let classes = Set(ontology.classes.map(\.iri))
    for mapping in shipped.mappings {
      #expect(mapping.relationIRIs.subtracting(relations) == [], "\(mapping.source)")
      #expect(mapping.classIRIs.subtracting(classes) == [], "\(mapping.source)")
    }
    let sources = shipped.mappings.map(\.source)
    #expect(Set(sources).count == sources.count)
  }

  @Test(
    "are known by their headings, not by file names",
    arguments: [
      ("city,cityLabel,city_population,city_coordinate_location,sister,sisterLabel\n", "twin-cities"),
      ("\u{FEFF}name,country,subcountry,geonameid\r\n", "world-cities"),
      ("{\"members\":[{\"name_on_website\":\"A\",\"wikidata_id\":\"Q1\"}]}", "eurocities-members"),
      ("a;b;c\n", nil), ("{\"members\":[]}", nil), ("<gexf><graph/></gexf>", nil), ("", nil),
    ] as [(String, String?)])
  func recognition(head: String, source: String?) throws {
    let found = try TableMappings.shipped().recognised(in: Array(head.utf8))
    #expect(found?.source == source)
    let name = head.hasPrefix("{") ? "x.json" : "x.csv"
    let format = SourceFormats.detect(fileName: name, firstBytes: Array(head.utf8))?.formatName
    #expect((format == "table") == (source != nil))
  }

  @Test("give way to the mapping beside a file")
  func ownMapping() throws {
    let folder = NSTemporaryDirectory() + "tables-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let table = "name,country,subcountry,geonameid\nA,France,B,1\n"
    let mapping = """
      format: passerelle-table-mapping/1
      source: propre
      things: {city: {id: "geonames/{geonameid}", class: ForeignAuthority}}
      records: [{key: "{geonameid}", about: city}]
      """
    let path = folder + "/villes.csv"
    try table.write(toFile: path, atomically: true, encoding: .utf8)
    try mapping.write(toFile: folder + "/villes.mapping.yaml", atomically: true, encoding: .utf8)
    let reader = try #require(SourceFormats.detect(fileName: path, firstBytes: Array(table.utf8)))
    #expect(reader.formatName == "table")
    var source: any ByteSource = try FileByteSource(path: path)
    let found = try harvest(reader, &source, file: path)
    #expect(found.records.map(\.key) == ["propre/1"])
    // A mapping of awards beside a table of a known kind makes it a table of awards.
    try "format: passerelle-csv-mapping/1\n".write(
      toFile: folder + "/villes.mapping.yaml", atomically: true, encoding: .utf8)
    #expect(
      SourceFormats.detect(fileName: path, firstBytes: Array(table.utf8))?.formatName == "csv")
  }
}
