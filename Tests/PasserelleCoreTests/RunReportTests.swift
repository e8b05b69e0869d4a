import PasserelleCore
import Testing

@Suite struct RunReportTests {
  @Test func isBalancedWhenEveryRecordIsAccountedFor() {
    var report = RunReport()
    #expect(report.isBalanced && report.stored == 0)
    report.recordsIn = 10
    (report.added, report.changed, report.unchanged, report.refused) = (4, 3, 2, 1)
    #expect(report.isBalanced && report.stored == 7)
    report.refused = 0
    #expect(!report.isBalanced)
    report.unchanged = 4
    #expect(!report.isBalanced)
  }

  @Test func countsDiagnosticsByCode() {
    let text = LocalizedText(verbatim: "x")
    let first = DiagnosticCode("test.first", .warning, reason: text, remedy: text)
    let second = DiagnosticCode("test.second", .error, reason: text, remedy: text)
    var report = RunReport()
    for code in [first, second, first] {
      report.count(Diagnostic(code, at: SourceLocation(file: "-")))
    }
    #expect(report.diagnostics == ["test.first": 2, "test.second": 1])
  }
}
