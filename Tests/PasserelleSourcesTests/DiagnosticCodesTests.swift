import Foundation
import PasserelleCore
import PasserelleJSON
import PasserelleRDF
import PasserelleXML
import Testing

@testable import PasserelleSources

@Suite("Diagnostic codes of the sources")
struct DiagnosticCodesTests {
  @Test("are each reached by a case")
  func reachable() throws {
    var reached: Set<String> = []
    for name in GoldenTests.cases {
      let path = casesFolder + "/" + name
      let head = try Array(Data(contentsOf: URL(fileURLWithPath: path)).prefix(4096))
      let reader = try #require(SourceFormats.detect(fileName: path, firstBytes: head))
      var source: any ByteSource = try FileByteSource(path: path)
      reached.formUnion(try harvest(reader, &source, file: path).codes)
    }
    let small = JSONLimits(depth: 3, recordBytes: 200, chunkBytes: 64)
    let large = #"{"marches":[{"id":""# + String(repeating: "x", count: 500) + #""}]}"#
    reached.formUnion(
      try harvest(DECPReader(limits: small), #"{"marches":[[[[[1]]]],"é"]}"#.utf8, file: "t.json").codes)
    reached.formUnion(try harvest(DECPReader(limits: small), large.utf8, file: "t.json").codes)
    let latin = Array(#"{"marches":[{"id":""#.utf8) + [0xE9] + Array("\"}]}".utf8)
    reached.formUnion(try harvest(DECPReader(), latin, file: "t.json").codes)
    reached.formUnion(
      try decp(#""objet":"x","objet":"y","titulaires":[{"id":"55208131766522","typeIdentifiant":"TVA"}]"#)
        .codes)
    var mapping = CSVMapping(source: "t", columns: [.id: "id", .buyerName: "b"])
    mapping.separator = ","
    let csv = CSVReader(mapping: mapping, limits: small)
    let rows =
      Array("id,b\n1,\(String(repeating: "y", count: 300))\n2,".utf8) + [0xE9] + Array("\n\"3,b\n".utf8)
    reached.formUnion(try harvest(csv, rows, file: "t.csv").codes)
    let long = String(repeating: "mot ", count: 100)
    reached.formUnion(try harvest(SpecificationReader(limits: small), long.utf8, file: "t.txt").codes)
    let notice = try Array(
      Data(contentsOf: URL(fileURLWithPath: casesFolder + "/eforms/no-deadline.xml")))
    for limits in [XMLLimits(depth: 1), XMLLimits(documentBytes: 100)] {
      reached.formUnion(try harvest(EFormsReader(limits: limits), notice, file: "t.xml").codes)
    }
    reached.formUnion(try harvest(EFormsReader(), "<other/>".utf8, file: "t.xml").codes)
    reached.formUnion(try DocumentSamples.reachedCodes())
    let missing = Set(DiagnosticCode.allSources.map(\.name)).subtracting(reached)
    #expect(missing.isEmpty, "\(missing.sorted())")
    let listed =
      DiagnosticCode.allSources + DiagnosticCode.allBOAMP + DiagnosticCode.allRows + DiagnosticCode.allIATI
      + DiagnosticCode.allFollowTheMoney + DiagnosticCode.allRDF
    let unlisted = reached.subtracting(listed.map(\.name))
    #expect(unlisted.isEmpty, "\(unlisted.sorted())")
  }

  @Test("have a name of their own, a reason and a remedy in both languages")
  func complete() {
    let codes = DiagnosticCode.allSources
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      for language in MessageLanguage.allCases {
        #expect(!code.reason[language].isEmpty && !code.remedy[language].isEmpty, "\(code.name)")
      }
      #expect(code.reason[.french] != code.reason[.english], "\(code.name)")
    }
  }
}
