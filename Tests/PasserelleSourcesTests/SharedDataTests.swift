import Foundation
import PasserelleCore
import PasserelleSources
import Testing

@Suite("Real data")
struct SharedDataTests {
  /// Where the real data are; nil where they are not.
  static let shared: String? = {
    let path = ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared"
    return FileManager.default.fileExists(atPath: path + "/data/decp-2019/raw_dev") ? path : nil
  }()

  @Test(
    "of four platforms: every row is accounted for",
    .enabled(if: shared != nil, "no real data under PASSERELLE_SHARED"))
  func rawDECP() throws {
    let folder = try #require(Self.shared) + "/data/decp-2019/raw_dev/"
    var items = 0
    var stored = 0
    var refused = 0
    var emptyRecords = 0
    var counts: [DiagnosticCode: Int] = [:]
    for name in ["data.gouv.fr_aife", "data.gouv.fr_pes", "e-marchespublics", "marches-publics.info"] {
      var source: any ByteSource = try FileByteSource(path: folder + name + ".json")
      let result = try harvest(DECPReader(), &source, file: name)
      items += result.items
      stored += result.records.count
      refused += result.refused.count
      for diagnostic in result.refused.flatMap(\.diagnostics) { counts[diagnostic.code, default: 0] += 1 }
      for mapped in result.mapped {
        if mapped.statements.triples.count < 5 { emptyRecords += 1 }
        for diagnostic in mapped.diagnostics { counts[diagnostic.code, default: 0] += 1 }
      }
    }
    #expect(items == 10_048)
    #expect(items == stored + refused)
    #expect(refused == 15)
    #expect(emptyRecords == 0)
    #expect(counts.filter { $0.key.severity == .error }.reduce(0) { $0 + $1.value } == refused)
    let known = Set(DiagnosticCode.allSources.map(\.name))
    #expect(counts.keys.allSatisfy { known.contains($0.name) })
    print(counts.map { "\($0.key.name) \($0.value)" }.sorted().joined(separator: "\n"))
  }
}
