import Foundation
import Passerelle
import PasserelleCore
import Testing

/// The page of diagnostic codes is written from the code: `Scripts/write-diagnostic-codes`.
@Suite struct DiagnosticCodesPageTests {
  private static let path = "Documentation/Formats/diagnostic-codes.md"

  @Test func thePageIsFresh() throws {
    let file = Repository.root.appendingPathComponent(Self.path)
    let found = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let expected = Self.page
    if found != expected, ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(expected.utf8).write(to: file)
      return
    }
    let page = MarkdownPage(path: Self.path, text: found)
    for code in DiagnosticCatalogue.all { page.mustHold(Self.section(code)) }
    let isFresh = found == expected
    #expect(isFresh, "\(Self.path) is not what the code says: run Scripts/write-diagnostic-codes")
  }

  @Test func namesAreUniqueAndWellFormed() {
    let names = DiagnosticCatalogue.all.map(\.name)
    for (name, count) in Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +) {
      #expect(count == 1, "\(name) is the name of \(count) codes")
      #expect(name.wholeMatch(of: /[a-z]+\.[a-z][A-Za-z0-9]*/) != nil, "\(name)")
    }
  }

  @Test func everyCodeSaysWhyAndWhatToDoInBothLanguages() {
    for code in DiagnosticCatalogue.all {
      for language in MessageLanguage.allCases {
        for text in [code.reason[language], code.remedy[language]] {
          #expect(!text.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty, "\(code.name) \(language)")
        }
      }
      #expect(code.reason.french != code.reason.english, "\(code.name)")
    }
  }

  /// A code that is declared anywhere in the sources is in the catalogue; tables of one severity leave it out.
  @Test func everyDeclaredCodeIsInTheCatalogue() throws {
    let known = Set(DiagnosticCatalogue.all.map(\.name))
    let declared = try Repository.sourceFiles().flatMap { file in
      try String(contentsOf: file, encoding: .utf8)
        .matches(
          of:
            /(?:(?:DiagnosticCode|= code)\(\s*"([^"]+)",\s*\.(?:note|warning|error))|= (?:code|note)\(\s*"([^"]+)",/
        )
        .map { String($0.output.1 ?? $0.output.2 ?? "") }
    }
    #expect(declared.count >= known.count)
    #expect(Set(declared) == known)
  }

  private static var page: String {
    let counts = Severity.allCases.map { severity in
      DiagnosticCatalogue.all.filter { $0.severity == severity }.count
    }
    return """
      # Diagnostic codes

      A diagnostic tells of one problem with one piece of data; it stops nothing. A name never gets another meaning. What
      stops an operation is an error, with a [list of its own](error-codes.md). `passerelle runs` shows the
      [diagnostics](diagnostics.md) of a run. This page is written by `Scripts/write-diagnostic-codes`.

      | severity | what became of the record | codes |
      |---|---|---|
      | `note` | stored; nothing was changed | \(counts[0]) |
      | `warning` | stored; a value was repaired, normalised, dropped or doubted | \(counts[1]) |
      | `error` | refused and kept in [quarantine](quarantine.md), or its file could not be read | \(counts[2]) |

      \(DiagnosticCatalogue.all.map(section).joined(separator: "\n"))
      """
  }

  private static func section(_ code: DiagnosticCode) -> String {
    func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
    return """
      ## \(code.name)

      Severity: `\(code.severity.rawValue)`

      | | reason | remedy |
      |---|---|---|
      | en | \(cell(code.reason.english)) | \(cell(code.remedy.english)) |
      | fr | \(cell(code.reason.french)) | \(cell(code.remedy.french)) |

      """
  }
}
