import Foundation
import PasserelleCore
import Testing

@Suite struct ErrorCodesTests {
  private static let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Documentation/Formats/error-codes.md")
  private static let declarations = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/PasserelleCore/Messages/ErrorCodes.swift")

  @Test func namesAreUniqueAndWellFormed() {
    let names = PasserelleError.Code.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.wholeMatch(of: /[a-z]+\.[a-z][A-Za-z]*/) != nil, "\(name)")
    }
  }

  /// Each code has its row, in the order of the list, with a meaning and a remedy; no row is left over.
  @Test func thePageListsEveryCode() throws {
    let rows = try String(contentsOf: Self.page, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    #expect(rows.map { $0[0] } == PasserelleError.Code.all.map { "`\($0.name)`" })
    for row in rows {
      #expect(row.count == 3 && row.allSatisfy { $0.count > 3 }, "\(row)")
    }
  }

  @Test func everyDeclaredCodeIsInTheList() throws {
    let text = try String(contentsOf: Self.declarations, encoding: .utf8)
    let declared = text.matches(of: /= Self\("([^"]+)"\)/).map { String($0.output.1) }
    #expect(Set(declared) == Set(PasserelleError.Code.all.map(\.name)))
  }

  @Test func errorsSayWhereAndWhy() {
    struct Cause: Error, CustomStringConvertible { let description = "cause" }
    let error = PasserelleError(
      .graphTooNew, LocalizedText(fr: "trop récent", en: "too new"), at: SourceLocation(file: "s.sqlite"),
      cause: Cause())
    #expect(error.description == "s.sqlite: graph.tooNew: too new (cause)")
    #expect(error.thrownAt.hasPrefix("PasserelleCoreTests/ErrorCodesTests.swift:"))
    #expect(error.message[.french] == "trop récent")
  }
}
