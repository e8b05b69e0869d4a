import Foundation
import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Detection of eForms notices")
struct EFormsDetectionTests {
  private static let space = "urn:oasis:names:specification:ubl:schema:xsd:"

  private func isNotice(_ text: String, name: String = "avis.xml") -> Bool {
    SourceFormats.detect(fileName: name, firstBytes: Array(text.utf8)) is EFormsReader
  }

  @Test func theRootAndItsNamespaceTell() {
    for name in ["ContractNotice", "PriorInformationNotice", "ContractAwardNotice"] {
      #expect(isNotice("<\(name) xmlns=\"\(Self.space)\(name)-2\">"))
      #expect(isNotice("<n:\(name) xmlns:n='\(Self.space)\(name)-2' xmlns:x='y'>"))
    }
    let registration = "http://data.europa.eu/p27/eforms-business-registration-information-notice/1"
    #expect(isNotice("<BusinessRegistrationInformationNotice xmlns=\"\(registration)\">"))
    #expect(!isNotice("<ContractNotice>"))
    #expect(!isNotice("<ContractNotice xmlns=\"urn:other\">"))
    #expect(!isNotice("<Invoice xmlns=\"\(Self.space)Invoice-2\">"))
    #expect(!isNotice("<TED_EXPORT xmlns=\"http://publications.europa.eu/resource/schema/ted/R2.0.9\">"))
    #expect(!isNotice("<a><ContractNotice xmlns=\"\(Self.space)ContractNotice-2\"/></a>"))
    #expect(!isNotice(""))
    #expect(!isNotice("<"))
  }

  @Test func whatStandsBeforeTheRootIsPassedOver() {
    let root = "<ContractNotice xmlns=\"\(Self.space)ContractNotice-2\">"
    #expect(isNotice("\u{FEFF}<?xml version=\"1.0\"?>\n<!-- <x> -- > -->\n<?style x?>\n" + root))
    #expect(isNotice("<!DOCTYPE ContractNotice>" + root))
    #expect(!isNotice("<!-- " + root))
  }

  @Test func theNameOfTheFileMatters() {
    let root = "<ContractNotice xmlns=\"\(Self.space)ContractNotice-2\">"
    #expect(isNotice(root, name: "avis"))
    #expect(isNotice(root, name: "-"))
    #expect(!isNotice(root, name: "avis.csv"))
    #expect(SourceFormats.named("eforms") is EFormsReader)
    #expect(SourceFormats.names.contains("eforms"))
  }

  @Test func utf16IsSeenThrough() {
    let root = "<ContractNotice xmlns=\"\(Self.space)ContractNotice-2\">"
    let bytes: [UInt8] = [0xFF, 0xFE] + root.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(SourceFormats.detect(fileName: "a.xml", firstBytes: bytes) is EFormsReader)
  }

  @Test func theDemonstrationCallsAreMarked() throws {
    let folder = URL(fileURLWithPath: casesFolder).deletingLastPathComponent()
      .appendingPathComponent("Demonstration/calls").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xml") }
    #expect(names.count == 8)
    var identifiers: Set<String> = []
    for name in names.sorted() {
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
      let found = try harvest(EFormsReader(), bytes, file: name)
      let mapped = try #require(found.mapped.first)
      identifiers.formUnion(found.records.map(\.key))
      #expect(mapped.isDemonstration, "\(name)")
      #expect(mapped.diagnostics.isEmpty, "\(name)")
      #expect(mapped.values(Vocabulary.siren).allSatisfy { $0.hasPrefix("999") }, "\(name)")
      #expect(mapped.values(Vocabulary.deadline).allSatisfy { $0.hasPrefix("2022-") }, "\(name)")
      #expect(mapped.values(Vocabulary.hasLot).isEmpty == false, "\(name)")
    }
    #expect(identifiers.count == 8)
  }
}
