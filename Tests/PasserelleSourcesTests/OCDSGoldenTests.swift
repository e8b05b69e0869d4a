import Foundation
import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("OCDS golden cases")
struct OCDSGoldenTests {
  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: casesFolder + "/ocds")) ?? [])
    .filter { !$0.hasSuffix(".expected") }.sorted()

  @Test("give the statements, removals and diagnostics on file", arguments: cases)
  func golden(name: String) throws {
    let path = casesFolder + "/ocds/" + name
    let head = try Array(Data(contentsOf: URL(fileURLWithPath: path)).prefix(4096))
    #expect(OCDSDetection.matches(Sniffer.text(head)))
    var source: any ByteSource = try FileByteSource(path: path)
    let harvest = try harvest(OCDSReader(), &source, file: path)
    var found = rendered(harvest)
    for (record, mapped) in zip(harvest.records, harvest.mapped) where !mapped.removals.isEmpty {
      found += "removed by \(record.key) (\(record.amendment?.identifier ?? "-")):\n"
      for removal in mapped.removals {
        let base = IRISpace.defaultBase
        let subject = removal.subject.replacingOccurrences(of: base + "id/ocid/", with: "")
        let relation = removal.predicate?.split(separator: "/").last.map(String.init) ?? "*"
        found += "  \(subject) \(relation)\n"
      }
    }
    try expectGolden(found, of: path)
  }

  @Test("are there")
  func present() { #expect(Self.cases.count >= 5) }

  @Test("reach every code of the format")
  func reachable() throws {
    var reached: Set<String> = []
    for name in Self.cases {
      var source: any ByteSource = try FileByteSource(path: casesFolder + "/ocds/" + name)
      reached.formUnion(try harvest(OCDSReader(), &source, file: name).codes)
    }
    // A field too long to be kept has a test of its own.
    reached.insert(DiagnosticCode.ocdsFieldIgnored.name)
    let missing = Set(DiagnosticCode.allOCDS.map(\.name)).subtracting(reached)
    #expect(missing.isEmpty, "\(missing.sorted())")
    for code in DiagnosticCode.allOCDS {
      for language in MessageLanguage.allCases {
        #expect(!code.reason[language].isEmpty && !code.remedy[language].isEmpty, "\(code.name)")
      }
      #expect(code.reason[.french] != code.reason[.english], "\(code.name)")
    }
  }
}
