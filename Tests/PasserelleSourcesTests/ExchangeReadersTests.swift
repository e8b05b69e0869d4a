import Foundation
import PasserelleCore
import PasserelleSources
import Testing

@Suite("Exchange formats")
struct ExchangeReadersTests {
  private static func iati(_ activities: String) throws -> Harvest {
    try harvest(
      IATIReader(), "<iati-activities version=\"2.03\">\(activities)</iati-activities>".utf8, file: "a.xml")
  }

  @Test("tell an activity without identifier from one with it")
  func identifiers() throws {
    let found = try Self.iati(
      "<iati-activity><title><narrative>A</narrative></title></iati-activity>"
        + "<iati-activity><iati-identifier>XX-1</iati-identifier></iati-activity>")
    #expect(found.refused.count == 1)
    #expect(found.records.map(\.key) == ["XX-1"])
    #expect(found.codes.contains("iati.noIdentifier"))
  }

  @Test(
    "tell shares that make no whole",
    arguments: [("60", "40", false), ("60", "30", true), ("33.3", "66.7", false)])
  func shares(first: String, second: String, isTold: Bool) throws {
    let found = try Self.iati(
      "<iati-activity><iati-identifier>XX-1</iati-identifier>"
        + "<recipient-country code=\"BJ\" percentage=\"\(first)\"/>"
        + "<recipient-country code=\"TG\" percentage=\"\(second)\"/></iati-activity>")
    #expect(found.codes.contains("iati.percentages") == isTold)
  }

  @Test("keep no contact person, whatever the elements")
  func contacts() throws {
    let found = try Self.iati(
      "<iati-activity><iati-identifier>XX-1</iati-identifier><contact-info><person-name><narrative>Jeanne "
        + "Martin</narrative></person-name><email>jeanne.martin@ville.example</email></contact-info></iati-activity>"
    )
    let terms = found.mapped.flatMap(\.statements.terms).map { "\($0)" }.joined()
    #expect(!terms.contains("Martin"))
    #expect(!terms.contains("@ville"))
    #expect(found.codes.contains("privacy.contact"))
  }

  @Test("read a truncated file to its break")
  func truncated() throws {
    let activity = "<iati-activity><iati-identifier>XX-%</iati-identifier></iati-activity>"
    let whole = "<iati-activities>" + (0..<400).map { activity.replacing("%", with: "\($0)") }.joined()
    let found = try harvest(IATIReader(), whole.utf8, file: "a.xml")
    #expect(found.refused.count == 1)
    #expect(found.records.count > 300)
  }

  private static let company = #"{"id":"c%","schema":"Company","properties":{"name":["Works Ltd"]}}"#

  @Test("take no tie with a person, be the person before or after it", arguments: [true, false])
  func ties(isBefore: Bool) throws {
    let person = #"{"id":"p","schema":"Person","properties":{"name":["Ann Example"]}}"#
    let tie = #"{"id":"d","schema":"Directorship","properties":{"director":["p"],"organization":["c1"]}}"#
    let lines = isBefore ? [person, tie] : [tie, person]
    let text = ([Self.company.replacing("%", with: "1")] + lines).joined(separator: "\n")
    let found = try harvest(FollowTheMoneyReader(), text.utf8, file: "e.json")
    #expect(found.records.map(\.key) == ["c1"])
    #expect(found.refused.isEmpty)
    let notes = found.mapped.flatMap(\.diagnostics).filter { $0.code.name == "ftm.persons" }
    #expect(notes.map(\.value) == ["2"])
  }

  @Test("refuse a tie to what the file does not hold")
  func unknownEnds() throws {
    let tie = #"{"id":"o","schema":"Ownership","properties":{"owner":["c9"],"asset":["c1"]}}"#
    let text = tie + "\n" + Self.company.replacing("%", with: "1")
    let found = try harvest(FollowTheMoneyReader(), text.utf8, file: "e.json")
    #expect(found.items == 2)
    #expect(found.codes == ["ftm.unknownEnd"])
  }

  @Test("give the same records of the same RDF twice, in parts where memory is short")
  func parts() throws {
    let lines = (0..<200).map { "<http://e/s\($0)> <http://e/p> \"\($0)\" <http://e/g\($0 % 7)> ." }
    let text = lines.joined(separator: "\n")
    let reader = RDFSourceReader(waitingLimit: 2_000, recordLimit: 1_000)
    let first = try harvest(reader, text.utf8, file: "a.nq")
    let second = try harvest(reader, text.utf8, file: "a.nq")
    #expect(first.records.map(\.bytes) == second.records.map(\.bytes))
    #expect(first.records.count > 7)
    #expect(first.mapped.reduce(0) { $0 + $1.statements.triples.count } == 200)
    #expect(try harvest(RDFSourceReader(), text.utf8, file: "a.nq").records.count == 7)
  }

  @Test("refuse RDF/XML that breaks as a whole")
  func brokenXML() {
    let text = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description>"
    #expect(errorCode { _ = try harvest(RDFSourceReader(), text.utf8, file: "a.rdf") } == .rdfMalformed)
  }

  @Test(
    "are not taken for one another",
    arguments: [
      ("a.xml", "<iati-activities version=\"2.03\"><iati-activity>", "iati"),
      ("a.json", #"{"id":"a","schema":"Company","properties":{}}"#, "ftm"),
      ("a.json", #"{"@context":{},"@id":"http://e/a"}"#, "rdf"),
      ("a.json", #"[{"statementID":"s","statementType":"entityStatement"}]"#, "bods"),
      ("a.json", #"[{"statementId":"s","recordId":"r","recordType":"entity","recordDetails":{}}]"#, "bods"),
      ("a.jsonl", #"{"statementId":"s","recordId":"r","recordType":"entity","recordDetails":{}}"#, "bods"),
      ("a.json", "{\n \"recordId\": \"r\",\n \"recordType\": \"entity\",\n \"recordDetails\": {}}", "bods"),
      ("a.json", #"{"recordType":"entity","recordDetails":{}}"#, nil),
      ("a.json", #"{"id":"a","schema":"Company","properties":{},"price":3}"#, nil),
      ("a.xml", "<note>http://www.w3.org/1999/02/22-rdf-syntax-ns#</note>", nil),
    ] as [(String, String, String?)])
  func detection(name: String, text: String, format: String?) {
    #expect(SourceFormats.detect(fileName: name, firstBytes: Array(text.utf8))?.formatName == format)
  }

  /// The same statements as an array, one a line, and set over several lines.
  @Test func statementsOfBODSAreReadHoweverTheyAreSet() throws {
    let array = try String(contentsOfFile: casesFolder + "/bods/bods-0.4.json", encoding: .utf8)
    let whole = try harvest(BODSReader(), array.utf8, file: "a.json")
    let objects = try #require(JSONSerialization.jsonObject(with: Data(array.utf8)) as? [[String: Any]])
    for options: JSONSerialization.WritingOptions in [[.sortedKeys], [.sortedKeys, .prettyPrinted]] {
      let text = try objects.map {
        String(decoding: try JSONSerialization.data(withJSONObject: $0, options: options), as: UTF8.self)
      }.joined(separator: "\n")
      let found = try harvest(BODSReader(), text.utf8, file: "a.json")
      #expect(found.records.map(\.key) == whole.records.map(\.key))
      #expect(found.refused.count == whole.refused.count)
      let keys = found.mapped.map { $0.statements.statements.count }
      #expect(keys == whole.mapped.map { $0.statements.statements.count })
      #expect(!rendered(found).contains("Anna"))
    }
    #expect(whole.records.map(\.key) == ["c-1", "c-2", "t-1", "t-3"])
  }

  /// Pieces of an object over several lines would be refused one by one, and kept with the persons that they name.
  @Test func objectsOverSeveralLinesAreNotTakenForLines() {
    let person = "{\n  \"statementID\": \"1\",\n  \"statementType\": \"personStatement\",\n  \"names\": []\n}"
    #expect(SourceFormats.detect(fileName: "a.json", firstBytes: Array(person.utf8)) is BODSReader)
    // Its only object is a person: nothing is kept, and nothing is quarantined.
    #expect(errorCode { _ = try harvest(BODSReader(), person.utf8, file: "a.json") } == .inputUnknownFormat)
    let line = person.filter { $0 != "\n" }
    #expect(SourceFormats.detect(fileName: "a.json", firstBytes: Array(line.utf8)) is BODSReader)
    let entity = "{\n  \"id\": \"1\",\n  \"schema\": \"Person\",\n  \"properties\": {}\n}"
    #expect(SourceFormats.detect(fileName: "a.json", firstBytes: Array(entity.utf8)) == nil)
  }
}
