import PasserelleCore
import PasserelleRDF
import Testing

@Suite("W3C JSON-LD 1.1 API suite", .enabled(if: JSONLDSuite.folder != nil, "suites/rdf-tests is missing"))
struct JSONLDSuiteTests {
  @Test func toRDF() throws {
    let folder = try #require(JSONLDSuite.folder)
    let contexts = try JSONLDSuite.contexts("toRdf", in: folder)
    var (passed, failures, skipped) = (0, [String](), [String: Int]())
    for test in try JSONLDSuite.cases("toRdf", in: folder) {
      if let reason = test.skip {
        skipped[reason, default: 0] += 1
      } else if let failure = try JSONLDSuite.failure(test, contexts: contexts, in: folder) {
        failures.append(failure)
      } else {
        passed += 1
      }
    }
    #expect(failures == [])
    #expect(passed == 448)
    #expect(skipped == ["JSON-LD 1.0 only": 19])
  }

  @Test func fromRDF() throws {
    let folder = try #require(JSONLDSuite.folder)
    var (passed, failures, skipped) = (0, [String](), [String: Int]())
    for test in try JSONLDSuite.cases("fromRdf", in: folder) {
      if let reason = test.skip {
        skipped[reason, default: 0] += 1
      } else if let failure = try JSONLDSuite.writingFailure(test, in: folder) {
        failures.append(failure)
      } else {
        passed += 1
      }
    }
    #expect(failures == [])
    #expect(passed == 53)
    #expect(skipped == ["JSON-LD 1.0 only": 1])
  }
}
