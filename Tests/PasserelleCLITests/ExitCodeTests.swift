import Foundation
import Testing

@Suite struct ExitCodeTests {
  let program: Program

  init() throws { program = try Program() }

  @Test func doneAndFoundIsZeroNothingFoundIsOne() throws {
    let path = try program.write("a.json", Program.awards(0..<3))
    #expect(try program.run("init").status == 0)
    #expect(try program.run("ingest", path).status == 0)
    #expect(try program.run("search", "voirie").status == 0)
    #expect(try program.run("search", "zinc").status == 1)
    #expect(try program.run("runs").status == 0)
    #expect(try program.run("runs", "1").status == 1, "a run without diagnostics")
    #expect(try program.run("doctor").status == 0)
    #expect(try program.run("show", "siren:552081317").status == 0)
    #expect(try program.run("show", "siren:000000000").status == 2)
    #expect(try program.run("--version").text.hasPrefix("0."))
  }

  @Test func strictTellsOfRefusals() throws {
    let path = Program.corpus + "/Cases/decp/refused.json"
    #expect(try program.run("ingest", path).status == 0)
    #expect(try program.run("ingest", "--strict", path).status == 1)
    #expect(try program.run("runs", "1", "--code", "award.noBuyer", "-f", "csv").lines.count == 3)
  }

  @Test func failuresAreTwoAndTellTheirCode() throws {
    let missing = try program.run("search", "x")
    #expect(missing.status == 2)
    #expect(missing.errors.hasPrefix("Erreur [workspace.missing] "))
    #expect(missing.output.isEmpty)
    let input = try program.run("ingest", "absent.json", "--lang", "en")
    #expect(input.status == 2)
    #expect(input.errors.contains("Error [input.notFound] 'absent.json' does not exist."))
    let unknown = try program.run("ingest", try program.write("a.xyz", "?"))
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("[input.unknownFormat]"))
    #expect(unknown.text.contains("0 enregistrement lu"))
  }

  /// A need that ends like a file is one: that it is absent is what to tell, not that nothing is known of its name.
  @Test(arguments: ["besoin.PDF", "besoin.docx", "besoin.odt", "besoin.html", "besoin.xlsx"])
  func anAbsentFileIsNoUnknownThing(name: String) throws {
    #expect(try program.run("init").status == 0)
    let outcome = try program.run("match", name)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("[input.notFound]"))
  }

  @Test func errorsAreJSONWhereJSONIsAskedFor() throws {
    for arguments in [["--format", "json"], ["--format=json"], ["-f", "json"]] {
      let outcome = try program.finish(program.start(["search", "x"] + arguments))
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      let error = try #require(
        JSONSerialization.jsonObject(with: Data(outcome.errors.utf8)) as? [String: Any])
      #expect(error["format"] as? String == "passerelle-error/1")
      #expect(error["ok"] as? Bool == false)
      #expect(error["code"] as? String == "workspace.missing")
      #expect(error["status"] as? Int == 2)
    }
  }

  @Test(
    arguments: [
      [], ["frobnicate"], ["ingest"], ["search"], ["match"], ["search", "x", "--format", "xml"],
      ["search", "x", "--limit", "abc"], ["search", "x", "--limit=-1"], ["match", "b.md", "--limit=-1"],
      ["similar", "b.md", "--limit=-1"], ["runs", "--limit=-1"], ["search", "x", "--limit", "0"],
      ["search", "x", "--lang", "de"],
      ["search", "x", "--cpv", "abc"], ["search", "x", "--from", "hier"],
      ["search", "x", "--kind", "person"],
      ["search", "x", "--minimum", "beaucoup"], ["match", "b.md", "--cpv", "zinc"], ["show"],
      ["show", "x", "--as-of", "hier"],
      ["backup"], ["runs", "--unknown"], ["evaluate", "match"],
    ])
  func wrongUsageIsSixtyFour(_ arguments: [String]) throws {
    guard !arguments.isEmpty else {
      #expect(try program.run().status == 0, "alone, the program shows its help")
      return
    }
    let outcome = try program.finish(program.start(arguments))
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Erreur : "), "\(outcome.errors)")
    for word in [
      "Error", "Usage:", "See '", " or '", "for more", "Expected", "expected", "Unexpected", "invalid",
    ] {
      #expect(!outcome.errors.contains(word), "\(outcome.errors)")
    }
  }

  @Test func theWorkspaceMayBeNamedBeforeTheVerb() throws {
    #expect(try program.run("--workspace", program.path("autre"), "init").status == 0)
    #expect(FileManager.default.fileExists(atPath: program.path("autre/settings.yaml")))
    let quiet = try program.run("-w", program.path("autre"), "--lang", "en", "search", "x")
    #expect(quiet.status == 1)
    #expect(quiet.text.hasPrefix("Nothing matches"))
    #expect(try program.run("--workspace=" + program.path("autre"), "doctor").status == 0)
    #expect(!FileManager.default.fileExists(atPath: program.path("workspace")))
  }
}
