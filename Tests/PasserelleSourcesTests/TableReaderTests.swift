import Foundation
import PasserelleCore
import PasserelleJSON
import PasserelleSources
import Testing

/// Tables that a mapping explains.
@Suite("Mapped tables")
struct TableReaderTests {
  private static let start = """
    format: passerelle-table-mapping/1
    source: essai
    things:
      city:
        id: "geonames/{id}"
        class: ForeignAuthority
        statements:
          - {relation: label, column: name}
          - {relation: population, column: people, as: integer, pick: greatest}

    """

  private func reader(_ mapping: String) throws -> TableReader {
    TableReader(mapping: try TableMapping(yaml: Array(mapping.utf8), file: "m.yaml"))
  }

  private func harvest(_ mapping: String, _ table: String) throws -> Harvest {
    try PasserelleSourcesTests.harvest(try reader(mapping), table.utf8, file: "t.csv")
  }

  @Test("gather the rows of one key and keep the greatest value")
  func gathering() throws {
    let mapping = Self.start + "records:\n  - {key: \"{id}\", about: city, gathered: true}\n"
    let rows = "id,name,people\n1,A,10\n2,B,5\n1,A,12\n1,A,10\n"
    let found = try harvest(mapping, rows)
    #expect(found.records.map(\.key) == ["essai/1", "essai/2"])
    #expect(found.mapped[0].values(Vocabulary.population) == ["12"])
    #expect(found.mapped[0].diagnostics.map(\.code.name) == ["row.severalValues"])
    #expect(found.mapped[1].diagnostics.map(\.code.name) == ["row.repeated"])
    // The order of rows changes neither keys nor contents.
    let turned = try harvest(mapping, "id,name,people\n1,A,12\n1,A,10\n2,B,5\n")
    #expect(turned.records.map(\.bytes) == found.records.map(\.bytes))
  }

  @Test("give as many items as rows where nothing is gathered")
  func balance() throws {
    let mapping = Self.start + "records:\n  - {key: \"{id}\", about: city}\n"
    let found = try harvest(mapping, "id;name;people\n1;A;1\n;B;2\nx;C;3\n4;D\n\n5;E;9\n")
    #expect(found.items == 5)
    #expect(found.records.map(\.key) == ["essai/1", "essai/5"])
    #expect(found.codes == ["row.noIdentity", "row.noIdentity", "csv.columnCount"])
  }

  @Test("keep no bytes of columns about persons")
  func persons() throws {
    let mapping =
      "persons: [mayor]\n" + Self.start + "records:\n  - {key: \"{id}\", about: city}\n"
    let found = try harvest(mapping, "id,name,people,mayor\n,B,2,Jeanne Dupont\n3,C,1,Jean Martin\n")
    let kept = String(decoding: found.refused[0].bytes, as: UTF8.self)
    #expect(kept.contains("B") && !kept.contains("Dupont"))
    #expect(!rendered(found).contains("Martin"))
    #expect(found.mapped[0].diagnostics.map(\.code.name) == ["row.personColumns"])
  }

  @Test("give no identifier that a person's name would make")
  func personIdentifier() throws {
    let mapping = """
      format: passerelle-table-mapping/1
      source: essai
      things:
        partner:
          id: "local/organisation:{name|slug}"
          class: Organisation
          person: [name]
      records:
        - {key: "{id}", about: partner}
      """
    let found = try harvest(mapping, "id,name\n1,Jean Martin\n2,Ville de Lyon\n")
    #expect(found.records.map(\.key) == ["essai/2"])
    #expect(!String(decoding: found.refused[0].bytes, as: UTF8.self).contains("Martin"))
    #expect(!rendered(found).contains("martin"))
  }

  @Test("state a tie without direction once, the smaller identifier first")
  func symmetricTie() throws {
    let mapping = """
      format: passerelle-table-mapping/1
      source: essai
      things:
        one: {id: "wikidata/{a|last}"}
        two: {id: "wikidata/{b|last}"}
      records:
        - key: ["{a|last}", "{b|last}"]
          sorted: true
          gathered: true
          ties:
            - {from: one, relation: twinnedWith, to: two, symmetric: true}
      """
    let found = try harvest(mapping, "a,b\nx/Q9,x/Q10\nx/Q10,x/Q9\n")
    #expect(found.records.map(\.key) == ["essai/Q10~Q9"])
    let plain = found.mapped[0].statements.statements.filter {
      $0.predicate.iriValue == Vocabulary.pas + "twinnedWith"
    }
    #expect(plain.map(\.subject.iriValue) == ["https://passerelle.example/id/wikidata/Q10"])
    #expect(found.mapped[0].kind == .claim)
  }

  @Test(
    "refuse a wrong mapping with the key and its line",
    arguments: [
      ("format: x\n", "format"), ("format: passerelle-table-mapping/1\n", "source"),
      ("nope: 1\n", "nope"),
      (start.replacing("geonames/", with: "ailleurs/") + "records: []\n", "things.city.id"),
      (start.replacing("as: integer", with: "as: nombre") + "records: []\n", "statements.2.as"),
      (start.replacing("{id}", with: "{id|ailleurs}") + "records: []\n", "things.city.id"),
      (start + "records:\n  - {key: \"{id}\"}\n", "records.1"),
      (start + "records:\n  - {key: \"{id}\", about: ville}\n", "records.1.about"),
      (start + "persons: [name]\nrecords: []\n", "persons"),
    ])
  func faults(mapping: String, place: String) throws {
    let error = #expect(throws: PasserelleError.self) {
      try TableMapping(yaml: Array(mapping.utf8), file: "m.yaml")
    }
    #expect(error?.code == .mappingInvalid)
    #expect(error?.message[.french].contains(place) == true, "\(error?.message[.french] ?? "")")
    #expect(error?.message[.english].contains(place) == true)
  }

  @Test("are read the same whatever the chunks, and to their end when cut short")
  func chunks() throws {
    let mapping = try TableMapping(
      yaml: Array((Self.start + "records:\n  - {key: \"{id}\", about: city}\n").utf8), file: "m.yaml")
    let bytes = Array("id,name,people\n1,\"A\n\"\"x\",1\n2,é,2\n".utf8)
    func read(_ chunk: Int, _ end: Int) throws -> Harvest {
      let limits = JSONLimits(chunkBytes: chunk)
      return try PasserelleSourcesTests.harvest(
        TableReader(mapping: mapping, limits: limits), bytes[..<end], file: "t.csv")
    }
    let whole = rendered(try read(4096, bytes.count))
    for chunk in [1, 3] { #expect(rendered(try read(chunk, bytes.count)) == whole) }
    for end in 16..<bytes.count {
      let found = try read(4096, end)
      #expect(found.items == found.records.count + found.refused.count)
      _ = found.mapped
    }
  }
}
