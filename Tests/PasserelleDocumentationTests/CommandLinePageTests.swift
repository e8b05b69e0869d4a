import Foundation
import Testing

/// `CommandLine.md` agrees with what the program prints for `--help`.
@Suite struct CommandLinePageTests {
  private static let path = "Documentation/CommandLine.md"

  @Test func everyVerbHasItsSection() throws {
    let page = try Repository.page(Self.path)
    for verb in try Self.verbs() {
      let section = page.section(verb)
      #expect(section != nil, "\(Self.path) has no section \(verb)")
      #expect(
        section?.blocks.contains { $0.language == "console" } == true, "\(verb) has no example")
    }
    let documented = page.prose.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    let known = try Self.verbs()
    for heading in documented where heading.first?.isLowercase == true {
      #expect(known.contains(heading), "\(heading) is no verb")
    }
  }

  /// A verb takes its own options, the common ones, and those of output where its section links to them.
  @Test func optionsAreThoseOfTheHelp() throws {
    let page = try Repository.page(Self.path)
    let common = Self.names(try #require(page.section("Common options")))
    let output = Self.names(try #require(page.section("Output options")))
    #expect(!common.isEmpty && !output.isEmpty)
    for verb in try Self.verbs() {
      guard let section = page.section(verb) else { continue }
      var documented = Self.names(section).union(common)
      if section.links.contains("#output-options") { documented.formUnion(output) }
      let printed = try Self.printedOptions(of: verb)
      #expect(printed.count > 3, "\(verb)")
      #expect(printed.subtracting(documented).sorted() == [], "not on the page for \(verb)")
      #expect(documented.subtracting(printed).sorted() == [], "on the page for \(verb), but not in its help")
    }
  }

  @Test func theExamplesRun() throws {
    let transcript = try Transcript(of: Repository.page(Self.path), withWorkspace: false)
    #expect(transcript.steps.count > 12)
    for step in transcript.steps {
      #expect(step.output.status == step.expectedStatus, "\(step.command)\n\(step.output.err)")
    }
  }

  @Test func everyHelpPageEndsWithAnExample() throws {
    for verb in try Self.verbs() {
      let last = try Self.help(verb).split(separator: "\n").last ?? ""
      #expect(last.hasPrefix("Example: passerelle "), "\(verb)")
    }
  }

  /// The verbs of the program, with those that lie under another one.
  private static func verbs(under parent: String = "") throws -> [String] {
    let lines = try help(parent).split(separator: "\n")
    return try lines.drop { $0 != "SUBCOMMANDS:" }.compactMap {
      $0.firstMatch(of: /^  ([a-z][a-z-]*)\s/)?.output.1
    }
    .flatMap { name -> [String] in
      let verb = parent.isEmpty ? String(name) : parent + " " + name
      let inner = try verbs(under: verb)
      return inner.isEmpty ? [verb] : inner
    }
  }

  /// The options and arguments that a help page lists: `--limit`, `-l`, `<need>`.
  private static func printedOptions(of verb: String) throws -> Set<String> {
    let lines = try help(verb).split(separator: "\n")
    let listed = lines.drop { !$0.hasPrefix("ARGUMENTS:") && !$0.hasPrefix("OPTIONS:") }
      .compactMap { $0.firstMatch(of: /^  ([-<]\S.*?)(?:   *\S.*)?$/)?.output.1 }
    return Set(listed.flatMap { names(in: String($0)) })
  }

  private static func names(_ page: MarkdownPage) -> Set<String> {
    Set(page.rows.flatMap { names(in: $0[0]) })
  }

  /// The names in `-l, --limit <limit>`; a value alone is an argument.
  private static func names(in text: String) -> [String] {
    let options = text.split { " ,/`".contains($0) }.filter { $0.hasPrefix("-") }.map { String($0) }
    guard options.isEmpty else { return options }
    return text.firstMatch(of: /<[a-z]+>/).map { [String($0.output)] } ?? []
  }

  private static func help(_ verb: String) throws -> String {
    try Program.run("passerelle \(verb) --help", in: Repository.root).out
  }
}
