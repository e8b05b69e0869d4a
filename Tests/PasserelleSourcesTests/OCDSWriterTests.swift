import Foundation
import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("OCDS out")
struct OCDSWriterTests {
  static let shared = OCDSSharedFolder.path

  /// A package with one process.
  static let sample = #"""
    {"version":"1.1","publisher":{"name":"Ville"},"license":"https://example.org/l","records":[{"ocid":"ocds-213czf-1",
    "compiledRelease":{"ocid":"ocds-213czf-1","id":"1","date":"2020-05-06T00:00:00Z","tag":["compiled"],
    "initiationType":"tender","language":"en",
    "parties":[{"id":"GB-LAC-E1","name":"County","identifier":{"scheme":"GB-LAC","id":"E1"},"roles":["buyer"]},
    {"id":"GB-COH-01234567","name":"Bricks Ltd","identifier":{"scheme":"GB-COH","id":"01234567"},"roles":["supplier"]}],
    "buyer":{"id":"GB-LAC-E1","name":"County"},
    "tender":{"id":"t","title":"A school","title_cy":"Ysgol","status":"complete","procurementMethod":"open",
    "mainProcurementCategory":"works","value":{"amount":100.5,"currency":"GBP"},
    "tenderPeriod":{"endDate":"2020-03-01T12:00:00Z"}},
    "awards":[{"id":"a1","title":"A school, part 1","status":"active","date":"2020-04-01T00:00:00Z",
    "value":{"amount":90,"currency":"GBP"},"suppliers":[{"id":"GB-COH-01234567","name":"Bricks Ltd"}],
    "items":[{"id":"1","description":"Walls","classification":{"scheme":"CPV","id":"45000000"},
    "additionalClassifications":[{"scheme":"UNSPSC","id":"72101500"}]}],
    "contractPeriod":{"startDate":"2020-05-01T00:00:00Z","endDate":"2021-05-01T00:00:00Z"},
    "amendments":[{"id":"m1","date":"2020-09-01T00:00:00Z","description":"More walls"}]}]}}]}
    """#

  @Test("gives a process back: call and award state the same")
  func roundTrip() throws {
    let records = Exported.records(try harvest(OCDSReader(), Self.sample.utf8, file: "s.json"))
    let written = Exported.document(records, .ocdsRecords)
    let again = Exported.records(try harvest(OCDSReader(), written.bytes, file: "w.json"))
    #expect(written.missing.isEmpty)
    #expect(again.map(\.key) == records.map(\.key))
    for (old, new) in zip(records, again) {
      let things = Self.things(old)
      let before = Exported.lines(old, things)
      let after = Exported.lines(new, things)
      // The release says its publisher and licence, since the package has another publisher and no licence.
      let lost = before.subtracting(after)
      #expect(lost.isEmpty, "\(lost.sorted())")
      #expect(after.subtracting(before).isEmpty)
    }
  }

  @Test("writes the same bytes whatever the order of statements")
  func determinism() throws {
    let records = Exported.records(try harvest(OCDSReader(), Self.sample.utf8, file: "s.json"))
    let turned = try harvest(OCDSReader(), Self.sample.utf8, file: "s.json").records.map { record in
      let mapped = record.mapped(key: record.key, in: IRISpace())
      return RecordStatements(
        source: record.source, key: record.key, subject: mapped.subject, kind: mapped.kind,
        isDemonstration: false,
        statements: mapped.statements.statements.reversed().compactMap { one in
          one.subject.iriValue.flatMap { subject in one.predicate.iriValue.map { (subject, $0, one.object) } }
        })
    }
    #expect(Exported.document(records, .ocdsRecords).bytes == Exported.document(turned, .ocdsRecords).bytes)
  }

  @Test("names a process of another source so that no two names meet")
  func names() {
    let names = ["a/b", "a-b", "a~b", "a b", "a%b", "é", "e"].map { ProcessIdentity.escaped($0) }
    #expect(Set(names).count == names.count)
    #expect(names[0] == "a~b")
  }

  @Test("gives a notified contract its date of signature and its changes")
  func contract() throws {
    let records = Exported.records(try harvest(DECPReader(), DECPWriterTests.whole.utf8, file: "d.json"))
    let written = Exported.document(records, .ocdsRecords)
    let release = try #require(
      JSONDocument.parse(written.bytes)["records"]?.arrayValue?.first?["compiledRelease"])
    let contract = try #require(release["contracts"]?.arrayValue?.first)
    #expect(contract["dateSigned"]?.stringValue == "2024-05-15T00:00:00Z")
    #expect(contract["amendments"]?.arrayValue?.count == 1)
    #expect(release["awards"]?.arrayValue?.first?["date"] == nil)
    #expect(release["date"]?.stringValue == "2024-05-25T00:00:00Z")
    let again = Exported.records(try harvest(OCDSReader(), written.bytes, file: "w.json"))
    let award = try #require(again.first { $0.kind == .award }).main
    #expect(award.date(Vocabulary.notified)?.description == "2024-05-15")
    #expect(award.integer(Vocabulary.durationMonths) == 12)
    #expect(award.parts(Vocabulary.hasModification).count == 1)
  }

  @Test("knows records that their source restricts")
  func restricted() {
    func record(_ rights: Term) -> RecordStatements {
      RecordStatements(
        source: "t", key: "k", subject: "urn:a", kind: .award, isDemonstration: false,
        statements: [("urn:a", Vocabulary.dct + "accessRights", rights)])
    }
    let authority = "http://publications.europa.eu/resource/authority/access-right/"
    #expect(record(.iri(authority + "RESTRICTED")).isRestricted)
    #expect(record(.string("confidential")).isRestricted)
    #expect(!record(.iri(authority + "PUBLIC")).isRestricted)
  }

  @Test("names an organisation once that is known by its name alone")
  func sameName() throws {
    let text = #"""
      {"ocid":"ocds-1","date":"2020-01-02T00:00:00Z","tag":["award"],"awards":[{"id":"1","title":"x",
      "suppliers":[{"name":"Bricks Ltd"},{"name":"Bricks Ltd"},{"name":"Stones Ltd"}]}]}
      """#
    let records = Exported.records(try harvest(OCDSReader(), text.utf8, file: "s.json"))
    let written = Exported.document(records, .ocdsRecords)
    let release = try JSONDocument.parse(written.bytes)["records"]?.arrayValue?.first?["compiledRelease"]
    let suppliers = release?["awards"]?.arrayValue?.first?["suppliers"]?.arrayValue
    #expect(suppliers?.compactMap { $0["name"]?.stringValue } == ["Bricks Ltd", "Stones Ltd"])
    let identifiers = release?["parties"]?.arrayValue?.compactMap { $0["id"]?.stringValue } ?? []
    #expect(identifiers.count == 2 && Set(identifiers).count == 2)
  }

  @Test("leaves a process out that no date is known of")
  func undated() throws {
    let text = #"{"ocid":"ocds-1","tag":["award"],"awards":[{"id":"1","title":"x"}]}"#
    let records = Exported.records(try harvest(OCDSReader(), text.utf8, file: "s.json"))
    let written = Exported.document(records, .ocdsRecords)
    #expect(written.missing == ["date": 1])
    #expect(!String(decoding: written.bytes, as: UTF8.self).contains("ocds-1\""))
  }

  @Test(
    "is valid by the official schema, over real records of ten countries",
    .enabled(if: shared != nil, "no real data under PASSERELLE_SHARED"))
  func validity() throws {
    let folder = try #require(Self.shared)
    let package = try OCDSSharedFolder.schema("record-package-schema.json")
    let others = [
      "record-schema.json": try OCDSSharedFolder.schema("record-schema.json"),
      "release-schema.json": try OCDSSharedFolder.schema("release-schema.json"),
    ]
    var faults: [String] = []
    var count = 0
    for path in try OCDSSharedFolder.records(folder).enumerated().filter({ $0.offset % 2 == 0 }).map(
      \.element)
    {
      let records = try Exported.records(OCDSReader(), path: path)
      guard !records.isEmpty else { continue }
      var check = SchemaCheck(package, others: others)
      check.run(try JSONDocument.parse(Exported.document(records, .ocdsRecords).bytes))
      faults += check.faults
      count += 1
    }
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    #expect(count >= 10)
  }

  @Test(
    "gives awards of ten countries back, but for what is listed",
    .enabled(if: shared != nil, "no real data under PASSERELLE_SHARED"))
  func realRoundTrip() throws {
    let folder = try #require(Self.shared)
    var lost: [String: Int] = [:]
    var kept = 0
    for path in try OCDSSharedFolder.records(folder) {
      let records = try Exported.records(OCDSReader(), path: path)
      let written = Exported.document(records, .ocdsRecords)
      let again = Exported.records(try harvest(OCDSReader(), written.bytes, file: "w.json"))
      let byKey = Dictionary(again.map { ($0.key, $0) }) { first, _ in first }
      for old in records where old.kind == .award {
        guard let new = byKey[old.key] else {
          lost["record", default: 0] += 1
          continue
        }
        let before = Exported.lines(old, [old.subject])
        let after = Exported.lines(new, [old.subject])
        kept += before.intersection(after).count
        for line in before.subtracting(after) { lost[String(line.prefix { $0 != " " }), default: 0] += 1 }
      }
    }
    #expect(Set(lost.keys).isSubset(of: Set(Self.knownDifferences.keys)), "\(lost)")
    lost["sourceValue"] = nil
    #expect(kept > 1000)
    #expect(lost.values.reduce(0, +) * 20 < kept, "\(lost) of \(kept)")
  }

  /// What reading an award back changes, and why.
  static let knownDifferences = [
    "hasItem": "an item without identifier gets its rank",
    "text": "a text that repeats the title in another language is not stated twice",
    "sourceValue": "repairs are not written",
    "fieldValue": "an organisation known by its name alone gets a reference, also in its fields",
    "hasBuyer": "an organisation known by its name alone gets a reference",
    "hasWinner": "an organisation known by its name alone gets a reference; a natural person is not named",
    "record": "a contract without award gets one, and is known by it",
    "hasProcedure": "words that are no method of OCDS become details",
  ]

  /// The award or call, and the things that belong to it alone.
  private static func things(_ record: RecordStatements) -> [String] {
    [record.subject]
      + [Vocabulary.hasModification, Vocabulary.hasWinner, Vocabulary.hasBuyer].flatMap {
        record.main.iris($0)
      }
  }
}

/// Where real OCDS data and the schema are.
enum OCDSSharedFolder {
  static let path: String? = {
    let path = (ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared") + "/data/ocds"
    return FileManager.default.fileExists(atPath: path + "/real-examples") ? path : nil
  }()

  static func schema(_ name: String) throws -> JSONValue {
    let path = try #require(Self.path) + "/standard/schema/" + name
    return try JSONDocument.parse(Array(try #require(FileManager.default.contents(atPath: path))))
  }

  /// The files of records, sorted.
  static func records(_ folder: String) throws -> [String] {
    let root = folder + "/real-examples"
    let all = FileManager.default.enumerator(atPath: root)?.allObjects.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".json") && $0.contains("/records/") }.sorted().map { root + "/" + $0 }
  }
}
