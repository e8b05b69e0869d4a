import Foundation
import Passerelle
import PasserelleSources
import Testing

/// The pages of what users write agree with what the readers take.
@Suite struct InputPagesTests {
  private static let folder = "Documentation/Formats/"

  @Test func everySettingIsDocumented() throws {
    let page = try Repository.page(Self.folder + "settings.md")
    let rows = try #require(page.section("Settings")).rows.map { $0[0] }
    var keys: [String] = []
    var block = ""
    for line in WorkspaceSettings().yaml.split(separator: "\n") where !line.hasPrefix("#") {
      let key = String(line.drop { $0 == " " }.prefix { $0 != ":" })
      if line.hasSuffix(":") {
        block = key
      } else {
        keys.append(line.hasPrefix(" ") ? block + "." + key : key)
      }
    }
    // A new workspace fetches nothing.
    #expect(rows == keys + ["sources"])
  }

  /// The example of the page is what a new workspace holds.
  @Test func theSettingsExampleIsTheDefault() throws {
    let block = try Repository.page(Self.folder + "settings.md").blocks.first { $0.language == "yaml" }
    #expect(block?.text == WorkspaceSettings().yaml)
  }

  @Test func everyMappingFieldIsDocumented() throws {
    let page = try Repository.page(Self.folder + "csv-mapping.md")
    let fields = try #require(page.section("Fields")).rows.map { $0[0] }
    #expect(fields == CSVMapping.Field.allCases.map(\.rawValue))
    let settings = try #require(page.section("Settings"))
    for encoding in InputEncoding.allCases { settings.mustHold("`\(encoding.rawValue)`") }
    for style in CSVMapping.DateStyle.allCases { settings.mustHold("`\(style.rawValue)`") }
  }

  /// The keys of the shipped facts are those of the page.
  @Test(arguments: ["documents", "things", "claims"]) func theFactsPageListsEveryKey(name: String) throws {
    let page = try Repository.page(Self.folder + "facts.md")
    var keys = DocumentedKeys(try #require(page.section(name.capitalized)).rows)
    let file = Repository.root.appendingPathComponent("Corpus/Facts/\(name).jsonl")
    let lines = try JSONNode.documents(in: String(contentsOf: file, encoding: .utf8))
    #expect(!lines.isEmpty)
    for line in lines { keys.check(line) }
    #expect(keys.problems.sorted().isEmpty)
  }

  @Test(arguments: [
    "csv-mapping", "facts", "settings", "vendor-profile", "evaluation-sheet", "action-sheet",
  ]) func theExamplesRun(name: String) throws {
    let transcript = try Transcript(of: Repository.page(Self.folder + name + ".md"), withWorkspace: false)
    #expect(!transcript.steps.isEmpty)
    for step in transcript.steps {
      #expect(step.output.status == step.expectedStatus, "\(step.command)\n\(step.output.err)")
    }
  }
}
