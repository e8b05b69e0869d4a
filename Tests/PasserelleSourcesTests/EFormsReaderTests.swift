import Foundation
import PasserelleCore
import PasserelleXML
import Testing

@testable import PasserelleSources

@Suite("eForms notices")
struct EFormsReaderTests {
  static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: casesFolder + "/eforms/" + name)))
  }

  private func notice(_ name: String) throws -> Harvest {
    try harvest(EFormsReader(), Self.bytes(name), file: name)
  }

  @Test func aNoticeIsOneRecordUnderItsIdentifier() throws {
    let found = try notice("complete.xml")
    #expect(found.items == 1)
    let record = try #require(found.records.first)
    #expect(record.source == "eforms")
    #expect(record.key == "1b4e28ba-2fa1-41d2-883f-0016d3cca427")
    #expect(record.bytes == (try Self.bytes("complete.xml")))
    let mapped = try #require(found.mapped.first)
    #expect(mapped.kind == .call)
    #expect(mapped.published == PartialDate(year: 2024, month: 3, day: 6))
    #expect(mapped.values(Vocabulary.noticeVersion) == ["02"])
    #expect(mapped.values(Vocabulary.deadline) == ["2024-05-02", "2024-04-15"])
    #expect(mapped.values(Vocabulary.deadlineTime) == ["2024-04-15T10:30:00Z"])
    #expect(mapped.values(Vocabulary.durationMonths) == ["36", "24"])
  }

  /// A further version differs in its bytes and keeps its key, so that the store makes it a version of the record.
  @Test func aFurtherVersionKeepsTheKey() throws {
    let text = String(decoding: try Self.bytes("complete.xml"), as: UTF8.self)
    let next = text.replacing("<cbc:VersionID>02<", with: "<cbc:VersionID>03<")
    let found = try harvest(EFormsReader(), next.utf8, file: "t.xml")
    #expect(found.records.first?.key == "1b4e28ba-2fa1-41d2-883f-0016d3cca427")
    #expect(found.mapped.first?.values(Vocabulary.noticeVersion) == ["03"])
  }

  @Test func lotsAreThingsOfTheirOwn() throws {
    let mapped = try #require(try notice("complete.xml").mapped.first)
    let lots = mapped.values(Vocabulary.hasLot)
    #expect(lots == [mapped.subject + "/lot/LOT-0001", mapped.subject + "/lot/LOT-0002"])
    // A name that does not fit into an IRI, twice.
    let damaged = try #require(try notice("damaged.xml").mapped.first)
    #expect(
      damaged.values(Vocabulary.hasLot)
        == [damaged.subject + "/lot/LOT-1--", damaged.subject + "/lot/LOT-1--~2"])
  }

  @Test func contactsOfPersonsAreDropped() throws {
    let names = ["complete.xml", "damaged.xml"]
    for name in names {
      let found = try notice(name)
      let told = rendered(found)
      for personal in ["Jansen", "jansen", "jean.martin", "dupont", "DUPONT", "123 4567", "04 78", "jean@"] {
        #expect(!told.contains(personal), "\(name): \(personal)")
      }
      #expect(found.codes.contains("privacy.contact"))
    }
    let mapped = try #require(try notice("complete.xml").mapped.first)
    #expect(mapped.values(Vocabulary.mailbox) == ["marches@valmont.example"])
  }

  @Test func aCancellationHasNothingToAnswer() throws {
    let mapped = try #require(try notice("cancellation.xml").mapped.first)
    #expect(mapped.values(Vocabulary.isCancellation) == ["true"])
    #expect(mapped.values(Vocabulary.changesNotice) == ["1b4e28ba-2fa1-41d2-883f-0016d3cca427-02"])
    let stated = mapped.statements.statements.contains {
      $0.subject.iriValue == mapped.subject && $0.predicate.iriValue == Vocabulary.deadline
    }
    #expect(!stated)
  }

  @Test(arguments: [
    ("registration.xml", "eforms.registration"), ("buyer-profile.xml", "eforms.noCall"),
    ("no-contract.xml", "eforms.noContract"), ("draft.xml", "eforms.noIdentifier"),
    ("truncated.xml", "xml.malformed"), ("entities.xml", "xml.entity"),
  ])
  func whatIsNotReadIsRefusedWithItsBytes(name: String, code: String) throws {
    let found = try notice(name)
    #expect(found.records.isEmpty)
    #expect(found.refused.flatMap(\.diagnostics).map(\.code.name) == [code])
    #expect(found.refused.first?.bytes == (try Self.bytes(name)))
  }

  @Test func otherXMLIsRefused() throws {
    let other = "<TED_EXPORT xmlns='http://publications.europa.eu/resource/schema/ted/R2.0.9'/>"
    #expect(try harvest(EFormsReader(), other.utf8, file: "t.xml").codes == ["eforms.unknownRoot"])
    let unnamed = "<ContractNotice><ID>1</ID></ContractNotice>"
    #expect(try harvest(EFormsReader(), unnamed.utf8, file: "t.xml").codes == ["eforms.unknownRoot"])
  }

  @Test func limitsHold() throws {
    let bytes = try Self.bytes("complete.xml")
    let small = try harvest(EFormsReader(limits: XMLLimits(documentBytes: 500)), bytes, file: "t.xml")
    #expect(small.codes == ["xml.tooLarge"])
    #expect(small.refused.first?.bytes.count == 500)
    let flat = try harvest(EFormsReader(limits: XMLLimits(depth: 4)), bytes, file: "t.xml")
    #expect(flat.codes == ["xml.tooDeep"])
  }

  @Test func theEncodingAskedForIsTaken() throws {
    let text = String(decoding: try Self.bytes("planning.xml"), as: UTF8.self)
    let latin = text.unicodeScalars.map { UInt8(clamping: $0.value) }
    let asked = try harvest(EFormsReader(encoding: .latin1), latin, file: "t.xml")
    #expect(asked.mapped.first?.values(Vocabulary.title).first == "Iluminação pública")
    #expect(try harvest(EFormsReader(), latin, file: "t.xml").codes == ["xml.malformed"])
  }

  @Test func everyTruncationIsRefused() throws {
    let bytes = try Self.bytes("no-deadline.xml")
    for count in stride(from: 60, to: bytes.count - 2, by: 13) {
      let found = try harvest(EFormsReader(), bytes.prefix(count), file: "t.xml")
      #expect(found.codes == ["xml.malformed"], "\(count)")
    }
  }

  /// Any of the elements away, the rest is read or refused.
  @Test func anyMissingElementIsBorne() throws {
    let text = String(decoding: try Self.bytes("complete.xml"), as: UTF8.self)
    let names = Set(text.split(separator: "<").compactMap { $0.split { " />".contains($0) }.first }).sorted()
    var read = 0
    for name in names where !name.hasPrefix("/") && !name.hasPrefix("?") && !name.hasPrefix("!") {
      let other = name.contains(":") ? name.prefix { $0 != ":" } + ":Other" : "Other"
      let changed = text.replacing("<\(name) ", with: "<\(other) ").replacing("<\(name)>", with: "<\(other)>")
        .replacing("</\(name)>", with: "</\(other)>")
      let found = try harvest(EFormsReader(), changed.utf8, file: "t.xml")
      #expect(found.items == 1, "\(name)")
      read += found.mapped.count
    }
    #expect(read > names.count / 3)
  }

  /// What every third of the examples of the notices' own kit gives; each is read, or refused with a reason.
  struct Share: Sendable {
    var rest: Int
    var calls: Int
    var awards: Int
    var drafts: Int
    var registrations: Int
    var lotsWithoutWinner: Int
  }

  @Test(
    .enabled(if: SharedDataTests.shared != nil, "no real data under PASSERELLE_SHARED"),
    arguments: [
      Share(rest: 0, calls: 26, awards: 11, drafts: 3, registrations: 0, lotsWithoutWinner: 6),
      Share(rest: 1, calls: 25, awards: 12, drafts: 3, registrations: 1, lotsWithoutWinner: 6),
      Share(rest: 2, calls: 22, awards: 9, drafts: 4, registrations: 1, lotsWithoutWinner: 2),
    ]) func examplesOfTheKit(share: Share) throws
  {
    let folder = try #require(SharedDataTests.shared) + "/data/eforms/sdk/examples/notices/"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count == 92)
    var refusals: [String: Int] = [:]
    var kinds: [DocumentKind: Int] = [:]
    var codes: [String: Int] = [:]
    var openResults: [String] = []
    // The largest takes a second in a debug build.
    for (rank, name) in names.enumerated()
    where name != "cn_24_maximal_100_lots.xml" && rank % 3 == share.rest {
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: folder + name)))
      let reader = SourceFormats.detect(fileName: folder + name, firstBytes: Array(bytes.prefix(4096)))
      #expect(reader is EFormsReader, "\(name)")
      let found = try harvest(EFormsReader(), bytes, file: name)
      #expect(Set(found.records.map(\.key)).count == found.records.count, "\(name)")
      for diagnostic in found.refused.flatMap(\.diagnostics) {
        refusals[diagnostic.code.name, default: 0] += 1
      }
      for mapped in found.mapped {
        kinds[mapped.kind, default: 0] += 1
        #expect(!mapped.values(Vocabulary.title).isEmpty, "\(name)")
        let form = mapped.values(Vocabulary.noticeForm).first ?? "completion"
        let isOver = ["result", "dir-awa-pre", "cont-modif", "completion"].contains(form)
        if isOver, !mapped.values(Vocabulary.deadline).isEmpty { openResults.append(name) }
        for diagnostic in mapped.diagnostics { codes[diagnostic.code.name, default: 0] += 1 }
      }
    }
    #expect(kinds == [.call: share.calls, .award: share.awards])
    #expect(refusals["eforms.noIdentifier", default: 0] == share.drafts)
    #expect(refusals["eforms.registration", default: 0] == share.registrations)
    #expect(refusals.values.reduce(0, +) == share.drafts + share.registrations)
    #expect(openResults.isEmpty)
    #expect(codes["eforms.lotWithoutWinner", default: 0] == share.lotsWithoutWinner)
    #expect(codes["award.noWinner"] == nil && codes["eforms.missingReference"] == nil)
  }
}
