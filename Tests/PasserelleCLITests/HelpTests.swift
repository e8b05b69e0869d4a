import Foundation
import Testing

@Suite struct HelpTests {
  let program: Program

  init() throws { program = try Program() }

  /// A verb of the program as its own description gives it.
  struct Verb {
    let path: [String]
    let options: [String]
    let isGroup: Bool
  }

  private func verbs() throws -> [Verb] {
    program.environment["LC_ALL"] = "en_GB.UTF-8"
    defer { program.environment["LC_ALL"] = nil }
    let root = try program.run("--experimental-dump-help").object()
    var result: [Verb] = []
    func walk(_ command: [String: Any], _ path: [String]) throws {
      let arguments = command["arguments"] as? [[String: Any]] ?? []
      let options = arguments.flatMap { $0["names"] as? [[String: Any]] ?? [] }
        .filter { $0["kind"] as? String == "long" }.compactMap { $0["name"] as? String }
      let children = (command["subcommands"] as? [[String: Any]] ?? []).filter {
        $0["commandName"] as? String != "help"
      }
      result.append(Verb(path: path, options: options, isGroup: !children.isEmpty))
      for child in children { try walk(child, path + [try #require(child["commandName"] as? String)]) }
    }
    try walk(try #require(root["command"] as? [String: Any]), [])
    return result
  }

  private func help(_ verb: Verb, _ language: String) throws -> String {
    let outcome = try program.finish(program.start(verb.path + ["--help", "--lang", language]))
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    return outcome.text
  }

  private func example(_ help: String, _ language: String) throws -> String {
    let last = try #require(help.split(separator: "\n").last.map(String.init))
    let mark = language == "fr" ? "Exemple : " : "Example: "
    #expect(last.hasPrefix(mark), "the last line is no example: \(last)")
    return String(last.dropFirst(mark.count))
  }

  @Test func thereAreTheVerbsOfTheContract() throws {
    let names = try verbs().map { $0.path.joined(separator: " ") }
    for name in [
      "init", "ingest", "index", "search", "match", "similar", "show", "dump", "runs", "doctor", "backup",
    ] {
      #expect(names.contains(name))
    }
  }

  @Test(arguments: ["fr", "en"]) func everyPageEndsWithAnExampleAndMentionsEveryOption(_ language: String)
    throws
  {
    for verb in try verbs() {
      let page = try help(verb, language)
      let example = try example(page, language)
      #expect(example.contains("passerelle"), "\(verb.path)")
      if let name = verb.path.first { #expect(example.contains("passerelle \(name)"), "\(example)") }
      for option in verb.options { #expect(page.contains("--" + option), "\(verb.path): --\(option)") }
    }
  }

  /// An example that the program itself refuses as wrong usage teaches nothing.
  @Test(arguments: ["fr", "en"]) func everyExampleIsRightUsage(_ language: String) throws {
    for verb in try verbs() {
      let command = try example(help(verb, language), language)
      let outcome = try program.shell(command)
      #expect(outcome.status != 64, "\(command): \(outcome.errors)")
      #expect(outcome.status < 126, "\(command): \(outcome.errors)")
    }
  }

  @Test func frenchPagesHoldNoEnglish() throws {
    let english = [
      "OVERVIEW", "USAGE:", "OPTIONS:", "ARGUMENTS:", "SUBCOMMANDS", "Show ", "default", "values:", "See '",
      "for more",
      "for detailed", " or ", "subcommand",
    ]
    for verb in try verbs() {
      let page = try help(verb, "fr")
      for word in english { #expect(!page.contains(word), "\(verb.path): \(word)") }
    }
    #expect(try help(Verb(path: ["search"], options: [], isGroup: false), "en").contains("default: 20"))
  }

  @Test func paragraphsAreLaidOutOnce() throws {
    for verb in try verbs() {
      for language in ["fr", "en"] {
        let lines = try help(verb, language).components(separatedBy: "\n")
        for (line, next) in zip(lines, lines.dropFirst()) {
          guard let word = next.split(separator: " ").first, !line.isEmpty, !line.hasPrefix(" "),
            !next.hasPrefix(" "),
            !line.hasPrefix("USAGE")
          else { continue }
          #expect(line.count + 1 + word.count > 72, "broken early: \(line)\n\(next)")
        }
      }
    }
  }

  @Test func theLanguageComesFromOptionThenLocaleThenFrench() throws {
    func first(_ locale: [String: String], _ arguments: [String] = []) throws -> String {
      let base = program.environment
      defer { program.environment = base }
      program.environment.merge(locale) { _, new in new }
      return try program.finish(program.start(["runs"] + arguments)).errors
    }
    #expect(try first([:]).hasPrefix("Erreur ["))
    #expect(try first(["LANG": "C.UTF-8"]).hasPrefix("Erreur ["))
    #expect(try first(["LANG": "en_GB.UTF-8"]).hasPrefix("Error ["))
    #expect(try first(["LANG": "en_GB.UTF-8", "LC_ALL": "fr_FR.UTF-8"]).hasPrefix("Erreur ["))
    #expect(try first(["LANG": "en_GB.UTF-8"], ["--lang", "fr"]).hasPrefix("Erreur ["))
    #expect(try first([:], ["--lang=en"]).hasPrefix("Error ["))
  }

  @Test func theWorkspaceSettingsSpeakWhereNothingElseDoes() throws {
    #expect(try program.run("init").status == 0)
    let settings = program.path("workspace/settings.yaml")
    let text = try String(contentsOfFile: settings, encoding: .utf8)
    try Data(text.replacing("language: fr", with: "language: en").utf8).write(
      to: URL(fileURLWithPath: settings))
    #expect(try program.run("search", "x").text.hasPrefix("Nothing matches"))
    #expect(try program.run("search", "x", "--lang", "fr").text.hasPrefix("Rien ne correspond"))
    program.environment["LANG"] = "fr_FR.UTF-8"
    #expect(try program.run("search", "x").text.hasPrefix("Rien ne correspond"))
  }
}
