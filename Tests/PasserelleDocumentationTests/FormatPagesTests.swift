import Foundation
import Testing

/// Each format's page agrees with what its own commands write: keys, types, columns, exit codes.
@Suite struct FormatPagesTests {
  static let folder = "Documentation/Formats"
  /// The pages that document JSON by a table under the heading "Keys".
  static let pages: [String] = Repository.markdownFiles().filter { path in
    path.hasPrefix(folder) && (try? Repository.page(path).section("Keys")) != nil
  }

  @Test func theFormatsHavePages() {
    #expect(Self.pages.count >= 10)
  }

  @Test(arguments: pages) func thePageIsTrue(path: String) throws {
    let page = try Repository.page(path)
    let transcript = try Transcript(of: page, withWorkspace: true)
    for step in transcript.steps {
      #expect(
        step.output.status == step.expectedStatus, "\(path): \(step.command)\n\(step.output.err)")
    }
    let format = page.text.firstMatch(of: /^# .*`(passerelle-[a-z-]+\/\d+)`/).map { String($0.output.1) }
    let list = page.text.firstMatch(of: /NDJSON list: `(\w+)`/).map { String($0.output.1) }
    var keys = DocumentedKeys(try #require(page.section("Keys")).rows)
    for step in transcript.steps {
      for document in try Self.whole(step, list: list) {
        guard format == nil || document["format"] == format.map(JSONNode.string) else { continue }
        keys.check(document)
      }
    }
    #expect(keys.unmet.isEmpty, "\(path): no command of the page shows these keys")
    for block in page.blocks where block.language == "json" && block.fileName == nil {
      let examples = JSONNode.documents(in: block.text)
      #expect(!examples.isEmpty, "\(path): an example is no JSON")
      for example in examples {
        if let format, example["format"] != nil { #expect(example["format"] == .string(format)) }
        keys.check(example, isWhole: false)
      }
    }
    #expect(keys.problems.sorted().isEmpty, "\(path)")
    checkColumns(page, transcript)
  }

  /// The documents of a step; the lines of NDJSON are put together as the document that they stand for.
  private static func whole(_ step: Transcript.Step, list: String?) throws -> [JSONNode] {
    guard step.command.contains("--format ndjson"), step.expectedStatus < 2 else { return step.documents }
    let lines = step.documents
    var members = try #require(lines.first?.members, "\(step.command)")
    let type: JSONNode = .string(list == nil ? "summary" : "begin")
    #expect(members.removeValue(forKey: "type") == type, "\(step.command)")
    guard let list else {
      #expect(lines.count == 1, "\(step.command): the page names no list")
      return [.object(members)]
    }
    var rows: [JSONNode] = []
    for line in lines.dropFirst().dropLast() {
      var row = try #require(line.members)
      #expect(row.removeValue(forKey: "type") == .string("match"), "\(step.command)")
      rows.append(.object(row))
    }
    #expect(
      lines.last == .object(["type": .string("end"), "count": .integer(rows.count)]), "\(step.command)")
    members[list] = .array(rows)
    return [.object(members)]
  }

  private func checkColumns(_ page: MarkdownPage, _ transcript: Transcript) {
    guard let columns = page.section("CSV")?.rows.map({ $0[0] }) else { return }
    let steps = transcript.steps.filter { $0.command.hasSuffix("--format csv") }
    #expect(!steps.isEmpty, "\(page.path): no command of the page writes CSV")
    for step in steps {
      let header = step.output.out.prefix { !$0.isNewline }.split(separator: ",").map { String($0) }
      #expect(header == columns, "\(page.path): \(step.command)")
    }
  }

  @Test func theListOfFormatsIsWhole() throws {
    let index = try Repository.page(Self.folder + "/README.md")
    let names = Repository.markdownFiles().filter { $0.hasPrefix(Self.folder) }
      .map { String($0.dropFirst(Self.folder.count + 1)) }
    for name in names where name != "README.md" {
      #expect(index.links.contains(name), "Formats/README.md does not link to \(name)")
    }
  }

  /// Each name `passerelle-…/N` that the sources hold is on the list, with its version.
  @Test func eachFormatNameIsOnTheList() throws {
    let index = try Repository.page(Self.folder + "/README.md")
    let names = try Repository.sourceFiles().flatMap { file in
      try String(contentsOf: file, encoding: .utf8).matches(of: /"(passerelle-[a-z-]+\/\d+)"/)
        .map { String($0.output.1) }
    }
    #expect(names.count > 10)
    for name in Set(names).sorted() { index.mustHold("`\(name)`") }
  }
}
