/// A public suite of tests, found in a folder.
struct ConformanceSuite: Sendable {
  /// What becomes of one test.
  enum Outcome: Sendable {
    case passed
    case failed(String)
    case skipped(String)
  }

  /// The name in reports.
  let name: String
  /// The folder or file, relative to the folder of suites.
  let place: String
  /// Runs the tests, and tells of each.
  let run: @Sendable (_ path: String, _ tell: (String, Outcome) throws -> Void) throws -> Void

  /// Every suite, in the order of reports.
  static let all: [ConformanceSuite] =
    SyntaxSuite.all + SPARQLSuite.all + JSONLDSuite.all + SnowballSuite.all + [NoticeSuite.suite]
}
