import Foundation
import Passerelle
import PasserelleCore
import Testing

/// Real data of the shared folder; slow, so behind `PASSERELLE_SLOW_TESTS`.
@Suite struct SharedDataTests {
  static let environment = ProcessInfo.processInfo.environment
  static let folder = environment["PASSERELLE_SHARED"].map { $0 + "/data/decp-2019/raw_dev" } ?? ""
  static let isOn =
    environment["PASSERELLE_SLOW_TESTS"] != nil && FileManager.default.fileExists(atPath: folder)

  @Test(.enabled(if: isOn, "PASSERELLE_SLOW_TESTS and PASSERELLE_SHARED are not set"))
  func aYearOfAwardsIsIngestedOnce() throws {
    let fixture = try WorkspaceFixture()
    let first = try fixture.open().ingest([Self.folder])
    #expect(first.report.recordsIn == 10_048)
    #expect(first.report.isBalanced)
    #expect(first.report.filesFailed == 0)
    let hash = try fixture.open().storeHash()
    let second = try fixture.open().ingest([Self.folder])
    #expect(second.report.recordsIn == 10_048)
    #expect(second.report.stored == 0)
    #expect(second.report.refused == first.report.refused)
    #expect(second.report.unchanged == 10_048 - first.report.refused)
    #expect(try fixture.open().storeHash() == hash)
    #expect(try fixture.open().isSound())
  }
}
