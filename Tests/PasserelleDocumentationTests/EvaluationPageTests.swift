import Foundation
import Testing

/// `evaluation.md` agrees with the CSV of all its commands; ``FormatPagesTests`` compares the rest.
@Suite struct EvaluationPageTests {
  @Test func eachCommandHasItsColumns() throws {
    let page = try Repository.page("Documentation/Formats/evaluation.md")
    let transcript = try Transcript(of: page, withWorkspace: false)
    for name in ["evaluate search", "evaluate concepts"] {
      let columns = try #require(page.section("CSV of " + name)).rows.map { $0[0] }
      let step = try #require(
        transcript.steps.first {
          $0.command.hasPrefix("passerelle " + name) && $0.command.hasSuffix("-f csv")
        })
      let header = step.output.out.prefix { !$0.isNewline }.split(separator: ",").map { String($0) }
      #expect(header == columns, "\(step.command)\n\(step.output.err)")
    }
  }
}
