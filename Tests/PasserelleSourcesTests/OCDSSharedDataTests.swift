import Foundation
import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Real OCDS data")
struct OCDSSharedDataTests {
  /// Where the real data are; nil where they are not.
  static let data: String? = {
    let path = (ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared") + "/data"
    return FileManager.default.fileExists(atPath: path + "/ocds/real-examples") ? path : nil
  }()

  /// The JSON files below a folder, sorted.
  static func files(_ folder: String) throws -> [String] {
    let root = try #require(data) + "/" + folder
    let all = FileManager.default.enumerator(atPath: root)?.allObjects.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".json") }.sorted().map { root + "/" + $0 }
  }

  static func head(_ path: String) throws -> [UInt8] {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    return try Array(file.read(upToCount: 4096) ?? Data())
  }

  @Test(
    "of ten countries are told by their first bytes, and other formats are not",
    .enabled(if: data != nil, "no real data under PASSERELLE_SHARED"))
  func detection() throws {
    var missed: [String] = []
    let ours = try Self.files("ocds/real-examples") + Self.files("uk-bluetail-ocds-bods/ocds")
    for path in ours.enumerated().filter({ $0.offset % 4 == 0 }).map(\.element) {
      let head = try Self.head(path)
      if !head.isEmpty, !OCDSDetection.matches(Sniffer.text(head)) { missed.append(path) }
    }
    #expect(missed.isEmpty, "\(missed.count) \(missed.prefix(3))")
    var stolen: [String] = []
    for folder in [
      "decp-2019", "decp-schema", "uk-bluetail-ocds-bods/bods", "eforms/sdk", "ocds/standard/schema",
    ] {
      for path in try Self.files(folder).prefix(25)
      where try OCDSDetection.matches(Sniffer.text(Self.head(path))) {
        stolen.append(path)
      }
    }
    #expect(stolen.isEmpty, "\(stolen)")
  }

  @Test(
    "of ten countries: every release is accounted for",
    .enabled(if: data != nil, "no real data under PASSERELLE_SHARED"))
  func balance() throws {
    var empty: [String] = []
    var items = 0
    var stored = 0
    var refused: [String: Int] = [:]
    var wordless = 0
    // A seventh of the files is enough for every publisher, and quick.
    for (rank, path) in try Self.files("ocds/real-examples").enumerated() where rank % 7 == 0 {
      var source: any ByteSource = try FileByteSource(path: path)
      let found: Harvest
      do {
        found = try harvest(OCDSReader(), &source, file: path)
      } catch let error as PasserelleError where error.code == .inputEmpty {
        empty.append(path)
        continue
      }
      items += found.items
      stored += found.records.count
      for diagnostic in found.refused.flatMap(\.diagnostics) {
        refused[diagnostic.code.name, default: 0] += 1
      }
      for mapped in found.mapped {
        if mapped.statements.triples.count < 4 { wordless += 1 }
        if mapped.diagnostics.contains(where: { $0.code.severity == .error }) { wordless += 1 }
      }
    }
    #expect(empty.count <= 3)
    #expect(stored > 150)
    #expect(items == stored + refused.values.reduce(0, +))
    #expect(Set(refused.keys).isSubset(of: ["ocds.linkedReleases"]))
    #expect(wordless == 0)
  }
}
