import Foundation
import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("Reading OCDS")
struct OCDSReaderTests {
  static let call = IRISpace().identifier(.ocid, "ocds-123abc-1")

  static func read(_ text: String, file: String = "t.json", limits: JSONLimits = .standard) throws -> Harvest
  {
    try harvest(OCDSReader(limits: limits), text.utf8, file: file)
  }

  /// A release made of members, read alone.
  static func release(_ members: String) throws -> Harvest {
    try read(#"{"ocid":"ocds-123abc-1","id":"r","date":"2024-01-01T00:00:00Z","tag":["tender"],\#(members)}"#)
  }

  @Test(
    "gives the same records however a release stands in its file",
    arguments: [
      #"R"#, #"[R]"#, #"{"releases":[R]}"#, #"{"version":"1.1","releases":[R]}"#, "R\n", "\u{FEFF} R",
    ])
  func layouts(layout: String) throws {
    let release =
      #"{"ocid":"ocds-123abc-1","id":"r","tender":{"id":"1","title":"Bancs"},"awards":[{"id":"a","title":"Un"}]}"#
    let found = try Self.read(layout.replacing("R", with: release))
    #expect(found.records.map(\.key) == ["ocds-123abc-1", "ocds-123abc-1/award/a"])
    #expect(found.records.allSatisfy { $0.amendment?.isWhole == false && $0.amendment?.identifier == "r" })
    #expect(found.mapped.map(\.kind) == [.call, .award])
  }

  @Test("reads JSON lines of releases, records and packages, and refuses a broken line alone")
  func lines() throws {
    let text = """
      {"ocid":"ocds-123abc-1","id":"1","tender":{"title":"A"}}
      {"ocid":"ocds-123abc-2","releases":[{"ocid":"ocds-123abc-2","id":"1","tender":{"title":"B"}}]}
      {"ocid":

      {"records":[{"ocid":"ocds-123abc-3","compiledRelease":{"ocid":"ocds-123abc-3","tender":{"title":"C"}}}]}
      {"releases":[{"ocid":"ocds-123abc-4","id":"1","tender":{"title":"D"}},{"ocid":"ocds-123abc-4","id":"2","tender":{"title":"E"}}]}
      """
    let found = try Self.read(text, file: "t")
    #expect(found.records.map(\.key) == (1...4).map { "ocds-123abc-\($0)" } + ["ocds-123abc-4"])
    #expect(found.records.map { $0.amendment?.isWhole } == [false, true, true, false, false])
    #expect(found.refused.count == 1)
    // Releases of one line are told apart by their own bytes.
    #expect(found.records[3].bytes != found.records[4].bytes)
    #expect(found.mapped.map { $0.values(Vocabulary.title) } == [["A"], ["B"], ["C"], ["D"], ["E"]])
  }

  @Test("tells a record from a package by its keys, in any order")
  func recordShape() throws {
    let found = try Self.read(
      """
      {"publisher":{"name":"P"},"releases":[{"ocid":"ocds-123abc-1","id":"1","date":"2024-01-01","tag":["tender"],
      "tender":{"title":"A"}},{"ocid":"ocds-123abc-1","id":"2","date":"2024-01-02","tender":{"title":"B"}}],
      "ocid":"ocds-123abc-1"}
      """)
    #expect(found.records.count == 1)
    #expect(found.records.first?.amendment?.isWhole == true)
    #expect(found.mapped.first?.values(Vocabulary.title) == ["B"])
    #expect(found.mapped.first?.values(Vocabulary.publisher) == ["P"])
  }

  @Test("takes what a package says before its list, and after it where the file is short")
  func package() throws {
    let release = #"{"ocid":"ocds-123abc-1","id":"r","tender":{"title":"A"}}"#
    for text in [
      #"{"license":"https://l.example/1","releases":[\#(release)]}"#,
      #"{"releases":[\#(release)],"license":"https://l.example/1"}"#,
    ] {
      #expect(try Self.read(text).mapped.first?.values(Vocabulary.license) == ["https://l.example/1"])
    }
  }

  @Test("says only what a release says: an award without tender has no word of the call")
  func partial() throws {
    let found = try Self.release(#""awards":[{"id":"a"}]"#)
    let mapped = try #require(found.mapped.first)
    #expect(mapped.values(Vocabulary.title).isEmpty)
    #expect(mapped.values(Vocabulary.hasCall) == [Self.call])
    #expect(mapped.diagnostics.isEmpty)
    let whole = try Self.read(
      #"{"ocid":"ocds-123abc-1","compiledRelease":{"ocid":"ocds-123abc-1","awards":[{"id":"a"}]}}"#)
    #expect(whole.codes.sorted() == ["award.noTitle", "award.noWinner"])
    #expect(whole.mapped.first?.values(Vocabulary.hasCall) == [])
  }

  @Test("takes back what a later release makes null")
  func removals() throws {
    let found = try Self.release(
      #""tender":{"title":null,"tenderPeriod":{"endDate":null}},"awards":[{"id":"a","value":null}]"#)
    let call = try #require(found.mapped.first)
    #expect(
      call.removals.map(\.predicate) == [
        Vocabulary.title, Vocabulary.deadline, Vocabulary.deadlineTime,
      ])
    let award = try #require(found.mapped.last)
    #expect(award.removals.map(\.predicate) == [Vocabulary.amount, Vocabulary.currency])
    let gone = try Self.release(#""tender":null"#)
    #expect(gone.mapped.first?.removals.contains { $0.predicate == Vocabulary.hasLot } == true)
  }

  @Test("keeps IRIs where identifiers keep, whatever the order")
  func order() throws {
    let parts = [
      #"{"id":"a","title":"Un","suppliers":[{"id":"x","name":"X SARL"},{"id":"y","name":"Y SARL"}]}"#,
      #"{"id":"b","title":"Deux","suppliers":[{"id":"y","name":"Y SARL"}]}"#,
    ]
    func terms(_ awards: [String]) throws -> Set<String> {
      let found = try Self.release(#""awards":[\#(awards.joined(separator: ","))]"#)
      return Set(
        found.mapped.flatMap { $0.statements.statements.map { $0.subject.iriValue ?? "" } })
    }
    #expect(try terms(parts) == terms(parts.reversed()))
  }

  @Test("never takes a foreign number for a French one")
  func numbers() throws {
    // 552081317 has the check digit of a SIREN.
    let found = try Self.release(
      #""awards":[{"id":"a","suppliers":[{"name":"X Ltd","identifier":{"scheme":"XX-REG","id":"552081317"}}]}]"#
    )
    let mapped = try #require(found.mapped.first)
    #expect(mapped.values(Vocabulary.siren).isEmpty)
    #expect(mapped.values(Vocabulary.hasWinner) == [IRISpace().identifier(.local, "xx-reg:552081317")])
  }

  @Test("drops persons: names, numbers, contact points")
  func persons() throws {
    let found = try Self.release(
      #"""
      "parties":[{"id":"XX-IDCARD-778899","name":"ZORBA KAZAN","identifier":{"scheme":"XX-IDCARD","id":"778899"},
      "contactPoint":{"name":"ZORBA KAZAN","email":"zorba@example.com","telephone":"0601020304"}}],
      "buyer":{"id":"b","name":"Town"},"awards":[{"id":"a","suppliers":[{"id":"XX-IDCARD-778899","name":"ZORBA KAZAN"}]}]
      """#)
    let text = rendered(found)
    for secret in ["ZORBA", "zorba", "778899", "0601020304"] { #expect(!text.contains(secret), "\(secret)") }
    #expect(found.codes.contains("privacy.personName") && found.codes.contains("privacy.contact"))
  }

  @Test("refuses an empty file and what is no JSON as a whole")
  func failures() throws {
    #expect(errorCode { _ = try Self.read("") } == .inputEmpty)
    #expect(errorCode { _ = try Self.read("{") } == .jsonMalformed)
    #expect(errorCode { _ = try Self.read("{\n\"ocid\":1}}") } == .jsonMalformed)
    // On one line it is a broken line.
    #expect(try Self.read(#"{"ocid":1}}"#).refused.count == 1)
  }

  @Test("keeps what stands before a break, and refuses the rest as one")
  func broken() throws {
    let found = try Self.read(#"{"releases":[{"ocid":"ocds-123abc-1","tender":{"title":"A"}},{"ocid":]}"#)
    #expect(found.records.count == 1)
    #expect(found.refused.count == 1)
  }

  @Test("refuses what is nested too deep, alone")
  func depth() throws {
    let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    let found = try Self.read(
      #"{"releases":[{"ocid":"o","tender":{"x":\#(deep)}},{"ocid":"ocds-123abc-1","tender":{"title":"A"}}]}"#)
    #expect(found.records.count == 1)
    #expect(found.refused.flatMap(\.diagnostics).map(\.code.name) == ["json.tooDeep"])
  }
}
