import Foundation
import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("Parts of an OCDS process")
struct OCDSPartsTests {
  /// A record with every part that is read.
  static let sample = #"""
    {"ocid":"ocds-213czf-9","compiledRelease":{"ocid":"ocds-213czf-9","id":"1","date":"2020-05-06T00:00:00Z",
    "tag":["compiled"],"initiationType":"tender","language":"en",
    "parties":[{"id":"B","name":"County","identifier":{"scheme":"GB-LAC","id":"E1","legalName":"County Council"},
    "additionalIdentifiers":[{"scheme":"GB-LAE","id":"77"}],"address":{"locality":"York","country":"GB"},"roles":["buyer","payer"]},
    {"id":"S","name":"Bricks Ltd","identifier":{"scheme":"GB-COH","id":"01234567"},"roles":["supplier","payee"]},
    {"id":"T","name":"Stones Ltd","identifier":{"scheme":"GB-COH","id":"07654321"},"roles":["tenderer"]},
    {"id":"R","name":"Review Office","identifier":{"scheme":"GB-GOR","id":"R1"},"roles":["reviewBody"]}],
    "buyer":{"id":"B","name":"County"},
    "planning":{"rationale":"Pupils","budget":{"id":"b1","description":"Schools","amount":{"amount":500,"currency":"GBP"},
    "project":"New schools","projectID":"P7"},
    "milestones":[{"id":"p1","title":"Plan","type":"preProcurement","dueDate":"2020-01-02T00:00:00Z"}]},
    "tender":{"id":"t","title":"A school","status":"complete","submissionMethod":["electronicSubmission"],
    "procuringEntity":{"id":"B","name":"County"},"tenderers":[{"id":"S"},{"id":"T"}],"numberOfTenderers":2,
    "enquiryPeriod":{"startDate":"2020-02-01T09:00:00Z"},
    "items":[{"id":"i1","description":"Walls","quantity":12.5,"unit":{"name":"m2","value":{"amount":0.01,"currency":"GBP"}},
    "classification":{"scheme":"CPV","id":"45000000"},"additionalClassifications":[{"scheme":"UNSPSC","id":"72101500"}],
    "x_colour":"red"},{"id":"i2","description":"Doors","quantity":3}],
    "documents":[{"id":"d1","documentType":"tenderNotice","title":"Notice","url":"https://example.org/n.pdf",
    "datePublished":"2020-02-01T09:30:00Z","format":"application/pdf","language":"en","x_pages":4}]},
    "bids":{"statistics":[{"id":"s1","measure":"bids","value":2}],
    "details":[{"id":"o1","date":"2020-03-01T10:00:00Z","status":"valid","tenderers":[{"id":"T"}],
    "value":{"amount":95,"currency":"GBP"}}]},
    "awards":[{"id":"a1","title":"A school","status":"active","date":"2020-04-01T00:00:00Z",
    "value":{"amount":90,"currency":"GBP"},"suppliers":[{"id":"S"}],"documents":[{"id":"d2","title":"Decision"}],"x_rank":1}],
    "contracts":[{"id":"c1","awardID":"a1","title":"Contract","status":"terminated","dateSigned":"2020-04-20T00:00:00Z",
    "value":{"amount":90,"currency":"GBP"},"milestones":[{"id":"m1","title":"Roof","status":"met","dateMet":"2020-09-01T08:00:00Z"}],
    "implementation":{"transactions":[{"id":"x1","date":"2020-10-01T00:00:00Z","value":{"amount":45,"currency":"GBP"},
    "payer":{"id":"B"},"payee":{"id":"S"}}]}}],
    "relatedProcesses":[{"id":"1","relationship":["framework"],"scheme":"ocid","identifier":"ocds-213czf-1"}],
    "x_top":{"a":[1,2]}}}
    """#

  static func release(_ bytes: [UInt8]) throws -> JSONValue {
    let package = try JSONDocument.parse(bytes)
    let record = package["records"]?.arrayValue?.first ?? package
    return try #require(record["compiledRelease"])
  }

  @Test("come back where they were")
  func roundTrip() throws {
    let records = Exported.records(try harvest(OCDSReader(), Self.sample.utf8, file: "s.json"))
    let written = try Self.release(Exported.document(records, .ocdsRecords).bytes)
    let source = try Self.release(Array(Self.sample.utf8))
    for path in [
      ["tender", "documents"], ["tender", "submissionMethod"], ["tender", "enquiryPeriod"],
      ["tender", "numberOfTenderers"], ["planning", "milestones"], ["planning", "rationale"],
      ["planning", "budget"], ["bids"], ["relatedProcesses"], ["x_top"],
    ] {
      var old: JSONValue? = source
      var new: JSONValue? = written
      for key in path { (old, new) = (old?[key], new?[key]) }
      #expect(new.map(OCDSMergeTests.sorted) == old.map(OCDSMergeTests.sorted) || path == ["bids"], "\(path)")
    }
    let items = try #require(written["tender"]?["items"]?.arrayValue)
    #expect(items.count == 2 && items[0]["x_colour"]?.stringValue == "red")
    #expect(items[0]["quantity"]?.scalarText == "12.5")
    #expect(items[0]["unit"]?["value"]?["amount"]?.scalarText == "0.01")
    #expect(items[0]["additionalClassifications"]?.arrayValue?.first?["id"]?.stringValue == "72101500")
    let bid = try #require(written["bids"]?["details"]?.arrayValue?.first)
    #expect(bid["tenderers"]?.arrayValue?.first?["id"]?.stringValue == "GB-COH-07654321")
    #expect(written["bids"]?["statistics"]?.arrayValue?.first?["value"]?.scalarText == "2")
    let contract = try #require(written["contracts"]?.arrayValue?.first)
    #expect(contract["id"]?.stringValue == "c1" && contract["awardID"]?.stringValue == "a1")
    #expect(contract["status"]?.stringValue == "terminated" && contract["title"]?.stringValue == "Contract")
    #expect(contract["milestones"]?.arrayValue?.first?["dateMet"]?.stringValue == "2020-09-01T08:00:00Z")
    let payment = contract["implementation"]?["transactions"]?.arrayValue?.first
    #expect(payment?["payee"]?["id"]?.stringValue == "GB-COH-01234567")
    #expect(written["awards"]?.arrayValue?.first?["x_rank"]?.scalarText == "1")
    let parties = try #require(written["parties"]?.arrayValue)
    let roles = Dictionary(
      uniqueKeysWithValues: parties.map {
        ($0["name"]?.stringValue ?? "", Set(($0["roles"]?.arrayValue ?? []).compactMap(\.stringValue)))
      })
    #expect(roles["County"]?.isSuperset(of: ["buyer", "payer", "procuringEntity"]) == true)
    #expect(roles["Review Office"] == ["reviewBody"])
    let buyer = parties.first { $0["name"]?.stringValue == "County" }
    #expect(buyer?["additionalIdentifiers"]?.arrayValue?.first?["id"]?.stringValue == "77")
    #expect(buyer?["identifier"]?["legalName"]?.stringValue == "County Council")
    #expect(buyer?["address"]?["locality"]?.stringValue == "York")
  }

  @Test("are written the same again after a second turn")
  func stable() throws {
    let once = Exported.document(
      Exported.records(try harvest(OCDSReader(), Self.sample.utf8, file: "s.json")), .ocdsRecords)
    let twice = Exported.document(
      Exported.records(try harvest(OCDSReader(), once.bytes, file: "s.json")), .ocdsRecords)
    #expect(String(decoding: once.bytes, as: UTF8.self) == String(decoding: twice.bytes, as: UTF8.self))
  }

  @Test("keep nothing of persons among fields that nobody reads")
  func persons() throws {
    let found = try OCDSReaderTests.release(
      #""tender":{"title":"x","x_committee":["Ana Gomez"],"x_note":"ask ana.gomez@example.org","x_signedBy":{"name":"Ana"},"#
        + #""x_who":{"id":"MARR890304IA9","scheme":"MX-RFC"},"x_buyerName":"Madame Jeanne Martin","x_ok":{"deep":[true]}}"#
    )
    let written = found.mapped.flatMap { $0.statements.statements.map { "\($0)" } }.joined(separator: "\n")
    for word in ["Ana", "ana.gomez", "MARR89", "Jeanne"] { #expect(!written.contains(word), "\(word)") }
    #expect(written.contains("x_ok") && written.contains("x_note"))
    #expect(found.codes.contains("privacy.contact") && found.codes.contains("privacy.personName"))
  }

  @Test("of another type than the standard's are told, whatever the type")
  func types() throws {
    for wrong in ["7", #""x""#, "true", #"{"a":1}"#, "[1]", #"[[{"a":1}]]"#, "-1e999"] {
      let text =
        #"{"ocid":"ocds-213czf-3","date":"2020-01-01T00:00:00Z","tag":["tender"],"tender":{"id":"t","title":"x","#
        + #""documents":\#(wrong),"milestones":\#(wrong),"items":\#(wrong),"tenderers":\#(wrong),"procuringEntity":\#(wrong),"#
        + #""numberOfTenderers":\#(wrong),"lots":\#(wrong)},"bids":\#(wrong),"relatedProcesses":\#(wrong),"parties":\#(wrong),"#
        + #""planning":\#(wrong),"awards":[{"id":"a","documents":[{"id":"d","title":\#(wrong),"datePublished":\#(wrong)}]}],"#
        + #""contracts":[{"id":"c","awardID":"a","implementation":\#(wrong),"value":\#(wrong)}]}"#
      let found = try harvest(OCDSReader(), text.utf8, file: "s.json")
      #expect(found.records.count == 2)
      let told = found.codes
      #expect(told.contains("value.type") || told.contains("ocds.fieldKept"), "\(wrong)")
      // What is written of it is valid all the same.
      let written = Exported.document(Exported.records(found), .ocdsRecords)
      #expect(written.missing.isEmpty)
      #expect(throws: Never.self) { try JSONDocument.parse(written.bytes) }
    }
  }

  @Test("keep keys that are written twice: the last counts and it is told")
  func repeated() throws {
    let found = try OCDSReaderTests.release(
      #""tender":{"title":"one","title":"two","x_a":1,"x_a":2,"documents":[{"id":"d","url":"https://a.example/1","url":"https://a.example/2"}]}"#
    )
    let written = found.mapped.flatMap { $0.statements.statements.map { "\($0)" } }.joined(separator: "\n")
    #expect(written.contains("two") && written.contains("https://a.example/2"))
    let told = found.mapped.flatMap(\.diagnostics).filter { $0.code == .recordDuplicateKey }.map(\.field)
    #expect(Set(told.compactMap { $0 }) == ["tender.title", "tender.x_a", "tender.documents.url"])
  }

  @Test("are not kept where nobody reads them and they are very long, which is told")
  func long() throws {
    let found = try OCDSReaderTests.release(
      #""tender":{"title":"x","x_long":"\#(String(repeating: "a", count: 70_000))","x_short":"b"}"#)
    #expect(found.codes.contains("ocds.fieldIgnored") && found.codes.contains("ocds.fieldKept"))
    let written = found.mapped.flatMap { $0.statements.statements.compactMap { $0.object.lexicalForm } }
    #expect(written.allSatisfy { $0.utf8.count < 70_000 })
  }

  @Test("tell the licence of a record where the package has another")
  func licence() throws {
    let text =
      #"{"license":"https://example.org/l","publisher":{"name":"Ville"},"records":["# + Self.sample + "]}"
    let records = Exported.records(try harvest(OCDSReader(), text.utf8, file: "s.json"))
    let written = Exported.document(records, .ocdsRecords)
    let origin = try Self.release(written.bytes)["packageInfo"]
    #expect(origin?["license"]?.stringValue == "https://example.org/l")
    #expect(origin?["publisher"]?["name"]?.stringValue == "Ville")
    let again = Exported.records(try harvest(OCDSReader(), written.bytes, file: "w.json"))
    #expect(again.allSatisfy { $0.main.iris(Vocabulary.license) == ["https://example.org/l"] })
  }
}
