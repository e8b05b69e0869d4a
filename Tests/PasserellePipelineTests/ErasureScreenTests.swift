import Foundation
import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph
@testable import PasserellePipeline

@Suite struct ErasureScreenTests {
  private let salt = ErasureSalt(bytes: Array(1...16))

  private func screen(_ texts: String..., keys: Set<String> = []) -> ErasureScreen {
    ErasureScreen(
      phrases: texts.flatMap { ErasurePhrase.phrases(of: $0, salt: salt) }, keys: keys, salt: salt,
      base: "https://x.example/", language: .french)
  }

  @Test(arguments: [
    "Zoé Vasselin-Krüger", "ZOE VASSELIN KRUGER", "Vasselin-Krüger, Zoé", "zoe vasselin\u{2011}kru\u{308}ger",
    "M. Zoé\u{00A0}Vasselin\u{00AD}-Krüger.", "KRÜGER Zoé Vasselin", "zo__vasselin-kr_ger-1f2e",
    "Zoé&nbsp;Vasselin&#45;Kr\u{FC}ger",
    #"Zoé\nVasselin-Krüger"#,
  ])
  func aNameIsFoundHoweverItIsWritten(_ text: String) {
    #expect(screen("Zoé Vasselin-Krüger").contains("Contact : \(text) (voirie)"))
  }

  @Test(arguments: [
    "Zoé Vasselin", "Vasselin-Krügers, Zoé", "Zoé d’abord, puis Vasselin-Krüger", "ZoéVasselin Krüger", "",
  ])
  func otherNamesAreNot(_ text: String) {
    #expect(!screen("Zoé Vasselin-Krüger").contains(text))
  }

  @Test(arguments: [
    "04 72 10 30 31", "0472103031", "+33 (0)4 72 10 30 31", "04.72.10.30.31", "0033472103031",
  ])
  func aNumberIsFoundHoweverItIsWritten(_ text: String) {
    #expect(screen("04 72 10 30 31").contains("tél. \(text)"))
    #expect(!screen("04 72 10 30 32").contains("tél. \(text)"))
  }

  @Test func textsAreRedactedInTheirLanguageAndStayClean() throws {
    let screen = screen("Zoé Vasselin-Krüger", "zoe@ville.example")
    let text = "Écrire à Zoé VASSELIN KRUGER <zoe@ville.example>, merci."
    let clean = try #require(screen.redacted(text, language: "fr"))
    #expect(clean == "Écrire à [effacé] <[effacé]>, merci.")
    #expect(screen.redacted(text, language: "en") == "Écrire à [erased] <[erased]>, merci.")
    #expect(screen.redacted(clean, language: "fr") == nil)
    #expect(screen.redacted("rien", language: nil) == nil)
  }

  @Test(arguments: [
    (#"{"a":"par Zoé Vasselin-Krüger, maire","b":1}"#, #"{"a":"par [effacé], maire","b":1}"#),
    (#"{"a":["Zoé","Vasselin-Krüger"]}"#, #"{"a":["[effacé]","[effacé]"]}"#),
    (#"{"a":"Vasselin-Krüger, Zoé","Zoé Vasselin Krüger":"\"x\""}"#, #"{"a":"[effacé]","[effacé]":"\"x\""}"#),
    (#"{"tel":472103031,"n":1.5e3}"#, #"{"tel":"[effacé]","n":1.5e3}"#),
    (#"{"tel":"04 72 10 30 31 (jour)","t":[true,null]}"#, #"{"tel":"[effacé] (jour)","t":[true,null]}"#),
    (#"{"a":"l\nZoé\nVasselin-Krüger"}"#, #"{"a":"l\n[effacé]"}"#),
    (#""Zoé Vasselin-Krüger"#, #""[effacé]"#),
  ])
  func jsonStaysJSON(_ json: String, _ clean: String) {
    let screen = screen("Zoé Vasselin-Krüger", "04 72 10 30 31")
    func redacted(_ json: String) -> String? {
      Array(json.utf8).withUnsafeBytes { screen.redacted(json: $0) }.map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    #expect(redacted(json) == clean)
    #expect(redacted(#"{"a":"Zoé"}"#) == nil)
  }

  @Test func literalsOfJSONKeepTheirDatatype() throws {
    let json = Datatype.other(Vocabulary.rdf + "JSON")
    let key = TermCodec.key(of: .literal(Literal(#"{"a":"Zoé Vasselin-Krüger"}"#, json)))
    let screen = screen("Zoé Vasselin-Krüger")
    let clean = key.withUnsafeBytes { screen.redacted(key: $0) }
    let term = try #require(clean).withUnsafeBytes { TermCodec.term(of: $0) }
    #expect(term == .literal(Literal(#"{"a":"[effacé]"}"#, json)))
  }

  @Test func irisThatNameAreReplacedAndRelationsStay() throws {
    let screen = screen("Zoé Vasselin-Krüger")
    func clean(_ iri: String) -> String? {
      Array(iri.utf8).withUnsafeBytes { screen.redacted(iri: $0) }.map { String(decoding: $0, as: UTF8.self) }
    }
    let found = try #require(clean("https://x.example/id/local/zo%C3%A9-vasselin-kr%C3%BCger"))
    #expect(found.hasPrefix("https://x.example/id/local/erased-"))
    #expect(found == clean("https://x.example/id/local/zo%C3%A9-vasselin-kr%C3%BCger"))
    #expect(clean(found) == nil)
    #expect(clean(Vocabulary.pas + "zoe-vasselin-kruger") == nil)
    #expect(clean("https://x.example/id/siren/123456789") == nil)
  }

  @Test func recordsAndSourcesAreRefusedByDigest() {
    let screen = screen(keys: [salt.fast(["record", "decp", "A1"]), salt.fast(["source", "csv"])])
    #expect(screen.refuses(source: "decp", key: "A1"))
    #expect(!screen.refuses(source: "decp", key: "A2"))
    #expect(screen.refuses(source: "csv", key: "anything"))
  }

  @Test func digestsHoldNoTextAndDependOnTheSalt() throws {
    let folder = try TemporaryFolder()
    let list = ErasureFolder(workspace: folder.path("w"))
    let phrases = try list.phrases(of: "Zoé Vasselin-Krüger")
    #expect(phrases.count == 7, "each order that keeps neighbours, also without what is beyond ASCII")
    try list.add(Suppression(id: 1, kind: .person, phrases: phrases, keys: []))
    let data = try #require(FileManager.default.contents(atPath: folder.path("w/erasure/suppressions.json")))
    #expect(!String(decoding: data, as: UTF8.self).lowercased().contains("vasselin"))
    let screen = try #require(try list.screen(base: "https://x.example/", language: .french))
    #expect(screen.contains("Zoé Vasselin-Krüger"))
    let other = ErasureFolder(workspace: folder.path("v"))
    #expect(try other.phrases(of: "Zoé Vasselin-Krüger") != phrases)
    #expect(try list.removeSuppression(1))
    #expect(try !list.removeSuppression(1))
    #expect(try list.screen(base: "https://x.example/", language: .french) == nil)
  }

  @Test func aDamagedListIsNoEmptyList() throws {
    let folder = try TemporaryFolder()
    let list = ErasureFolder(workspace: folder.path("w"))
    try list.add(Suppression(id: 1, kind: .record, phrases: [], keys: ["x"]))
    try Data("{".utf8).write(to: URL(fileURLWithPath: folder.path("w/erasure/suppressions.json")))
    #expect(throws: PasserelleError.self) { try list.screen(base: "https://x.example/", language: .french) }
  }

  @Test func latin1AndExcerptsAreReadToo() throws {
    let screen = screen("Zoé Vasselin-Krüger")
    let latin = "Contact Zoé Vasselin-Krüger".unicodeScalars.map { UInt8($0.value) }
    #expect(screen.containsInAnyEncoding(latin))
    let excerpt = try #require(
      screen.excerpt(of: "é" + String(repeating: "ab ", count: 50) + "Krüger Zoé Vasselin fin"))
    #expect(excerpt.contains("⟦Krüger Zoé Vasselin⟧ fin"))
    #expect(excerpt.hasPrefix("…"))
  }

  /// A kind of file that nobody has thought of would keep what is erased.
  @Test func placesAreToldApart() {
    #expect(ErasurePlace.of("quarantine/run-000001.files.ndjson")?.treatment == .lines)
    #expect(ErasurePlace.of("quarantine/run-000001.reasons.txt")?.treatment == .redacted)
    #expect(ErasurePlace.of("nightly/alerts.json")?.treatment == .deleted)
    #expect(ErasurePlace.of("store.sqlite-wal")?.treatment == .store)
    #expect(ErasurePlace.of("something.new") == nil)
  }
}
