import Foundation
import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("French essential data: changes, fields, hostile values")
struct DECPAmendmentTests {
  @Test func aChangeThatArrivesAloneCompletesItsContract() throws {
    let text = #"""
      {"marches":{"marche":[{"id":"M1","acheteur":{"id":"21690123100011"},"modifications":[{"modification":{"id":2,
      "montant":5,"dateNotificationModification":"2024-11-01","datePublicationDonneesModification":"2024-11-05"}}]}]}}
      """#
    let found = try harvest(DECPReader(), text.utf8, file: "d.json")
    let amendment = try #require(found.records.first?.amendment)
    #expect(!amendment.isWhole)
    #expect(amendment.issued == Instant(iso: "2024-11-05T00:00:00Z"))
    let mapped = try #require(found.mapped.first)
    #expect(mapped.values(Vocabulary.hasModification).first?.hasSuffix("/modification/2") == true)
    #expect(mapped.additiveRelations.contains(Vocabulary.hasModification))
    #expect(found.codes == ["decp.amendmentAlone"])
  }

  @Test func aWholeContractIsNoChange() throws {
    let found = try harvest(DECPReader(), DECPFormsTests.contract.utf8, file: "d.json")
    #expect(found.records.first?.amendment == nil)
  }

  @Test func noSubsidyIsTold() throws {
    let found = try decp(#""objet":"x","montantSubventionPublique":0"#)
    #expect(found.mapped.first?.values(Vocabulary.pas + "publicSubsidy") == ["0"])
    #expect(!found.codes.contains("amount.placeholder"))
  }

  @Test func whatFollowsFromTheFieldsOf2019IsWrittenAndTold() throws {
    let text = #"""
      {"marches":[{"id":"A1","acheteur":{"id":"21690123100011"},"nature":"Accord-cadre","objet":"x",
      "procedure":"Procédure concurrentielle avec négociation","formePrix":"Révisable",
      "titulaires":[{"id":"55204599900869","typeIdentifiant":"SIRET"}]}]}
      """#
    let records = Exported.records(try harvest(DECPReader(), text.utf8, file: "d.json"))
    let record = try #require(records.first)
    let draft = ProcedureDraft([record], identity: ProcessIdentity(prefix: "ocds-x"), in: IRISpace())
    let writer = DECPWriter(try #require(draft.awards.first), of: draft)
    let expected = ["nature", "techniques", "typeGroupementOperateurs", "procedure", "typesPrix"]
    #expect(Set(writer.derived) == Set(expected))
    #expect(Set(writer.missing).isDisjoint(with: expected))
    // Nothing in the record tells these, and the schema has no value for what is not known.
    for field in ["marcheInnovant", "ccag", "offresRecues", "attributionAvance", "formePrix"] {
      #expect(writer.missing.contains(field), "\(field)")
    }
  }

  @Test(arguments: ["12345678901234", "21750001630040"])
  func aBuyersNumberWithAWrongDigitGoesOutAsItCameIn(number: String) throws {
    let text = DECPWriterTests.whole.replacing("21690123100011", with: number)
    let records = Exported.records(try harvest(DECPReader(), text.utf8, file: "d.json"))
    let written = Exported.document(records, .decp)
    #expect(written.missing.isEmpty, "\(written.missing)")
    #expect(String(decoding: written.bytes, as: UTF8.self).contains(number))
  }

  @Test(
    "hostile values are told, never trusted",
    arguments: [
      (#""montant":1,"montant":2"#, "record.duplicateKey"), (#""montant":1e999"#, "amount.invalid"),
      (#""montant":99999999999999999999999999999999999999999999999999"#, "amount.invalid"),
      (#""objet":"a\u0000b""#, "text.control"), (#""titulaires":"x""#, "value.type"),
      (#""modifications":[[[1]]]"#, "value.type"), (#""lieuExecution":[1]"#, "value.type"),
      (#""dureeMois":-5"#, "duration.implausible"), (#""donneesExecution":[{"tarifs":7}]"#, "value.type"),
    ])
  func hostile(members: String, code: String) throws {
    let found = try decp(members)
    #expect(found.codes.contains(code), "\(found.codes)")
  }

  /// The fields of a JSON schema by their paths.
  private static func fields(_ schema: JSONValue, _ definitions: JSONValue, _ path: String) -> Set<String> {
    var found: Set<String> = []
    for member in schema["properties"]?.objectValue ?? [] {
      let place = path.isEmpty ? member.key : path + "." + member.key
      found.insert(place)
      var inner = member.value
      while true {
        if let reference = inner["$ref"]?.stringValue {
          var target: JSONValue? = definitions
          for key in reference.split(separator: "/").dropFirst() { target = target?[String(key)] }
          guard let target else { break }
          inner = target
        } else if let items = inner["items"] {
          inner = items
        } else {
          break
        }
      }
      found.formUnion(fields(inner, definitions, place))
    }
    return found
  }

  @Test(
    "every field of the schema is in the table of the page",
    .enabled(if: DECPWriterTests.shared != nil, "no real data under PASSERELLE_SHARED"))
  func table() throws {
    let folder = try #require(DECPWriterTests.shared)
    let data = try #require(FileManager.default.contents(atPath: folder + "/schema_decp_v2.0.3.json"))
    let schema = try JSONDocument.parse(Array(data))
    let definitions = try #require(schema["definitions"])
    var wanted: Set<String> = []
    for name in ["marche", "contrat-concession"] {
      wanted.formUnion(Self.fields(try #require(definitions[name]), schema, ""))
    }
    let page = casesFolder + "/../../Documentation/Sources/decp.md"
    let text = String(decoding: try #require(FileManager.default.contents(atPath: page)), as: UTF8.self)
    let rows =
      text.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.contains("| read |") }
      + text.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.contains("| transformed |") }
    let named = Set(rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) })
    #expect(wanted.count > 60)
    #expect(wanted.subtracting(named).isEmpty, "\(wanted.subtracting(named).sorted())")
    #expect(named.subtracting(wanted).isEmpty, "\(named.subtracting(wanted).sorted())")
  }
}
