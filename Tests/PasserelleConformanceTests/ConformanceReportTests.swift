import Foundation
import PasserelleConformance
import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct ConformanceReportTests {
  private static let suites: String? = {
    let shared = ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared"
    let path = shared + "/suites"
    return FileManager.default.fileExists(atPath: path + "/rdf-tests") ? path : nil
  }()

  /// A folder with the given stems of given English words.
  private func folder(_ words: [String], _ stems: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let path = folder.path("snowball/english")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try words.joined(separator: "\n").write(toFile: path + "/voc.txt", atomically: true, encoding: .utf8)
    try stems.joined(separator: "\n").write(toFile: path + "/output.txt", atomically: true, encoding: .utf8)
    return folder
  }

  @Test func countsWhatPassesFailsAndIsLeftOut() throws {
    let good = try folder(["cities", "lights", "roads"], ["citi", "light", "other"])
    let report = try ConformanceReport(folder: good.path(""))
    #expect(report.suites.map(\.name) == ["snowball-english"])
    #expect(report.suites[0].passed == 2)
    #expect(report.suites[0].skips.map(\.test) == ["roads"])
    #expect(report.isSound)
    #expect(report.missing.count == ConformanceReport.names.count - 1)
    let bad = try folder(["cities", "lights", "roads"], ["other", "other", "road"])
    let broken = try ConformanceReport(folder: bad.path(""), only: ["snowball"])
    #expect(broken.suites[0].failures.map(\.test) == ["cities", "lights"])
    #expect(!broken.isSound)
    #expect(broken.notes(skips: true, failures: true).rows.count == 2)
    #expect(broken.table.rows == [[.text("snowball-english"), .int(1), .int(2), .int(0)]])
  }

  @Test func choosesSuitesByTheirNames() throws {
    let folder = try folder([], [])
    let report = try ConformanceReport(folder: folder.path(""), only: ["sparql11-q", "rdf11-xml"])
    #expect(report.suites.isEmpty)
    #expect(report.missing.map(\.name) == ["rdf11-xml", "sparql11-query"])
  }

  @Test(
    .enabled(if: suites != nil, "suites are missing"),
    arguments: [
      ("rdf11-turtle", 313), ("rdf11-trig", 356), ("rdf11-n-triples", 70), ("rdf11-n-quads", 87),
      ("rdf11-xml", 166),
      ("sparql11-syntax", 169), ("sparql11-results", 10), ("jsonld11-fromRdf", 53),
    ])
  func passesTheSuite(name: String, count: Int) throws {
    let report = try ConformanceReport(folder: try #require(Self.suites), only: [name])
    #expect(report.suites.map(\.failures) == [[]])
    #expect(report.suites.map(\.passed) == [count])
  }
}
