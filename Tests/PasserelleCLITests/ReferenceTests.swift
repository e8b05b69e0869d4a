import Foundation
import Testing

/// `reference`, and answers without official lists.
@Suite struct ReferenceTests {
  let program: Program

  init() throws { program = try Program() }

  private func lists() throws -> String {
    try program.write(
      "cpv.csv", "code,fra_label,eng_label\n45316110,Éclairage routier,Road lighting\n,sans code,x\n")
  }

  @Test func theVerbsHaveTheirExitCodes() throws {
    let file = try lists()
    #expect(try program.run("reference", "list", "--lang", "en").status == 2, "there is no workspace")
    let imported = try program.run("reference", "import", file, "--lang", "en")
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(imported.text.contains("2 rows in = 1 stored + 1 refused"))
    #expect(try program.run("reference", "import", file, "--strict").status == 1)
    let json = try program.run("reference", "import", file, "-f", "json").object()
    #expect(json["format"] as? String == "passerelle-reference-import/1")
    #expect((json["rows"] as? [String: Any])?["balanced"] as? Bool == true)
    let list = try program.run("reference", "-f", "json").object()
    #expect(list["format"] as? String == "passerelle-reference/1")
    #expect((list["rows"] as? [[String: Any]])?.first?["list"] as? String == "cpv")
    #expect(try program.run("reference", "remove", "nothing").status == 2)
    #expect(try program.run("reference", "remove", "cpv").status == 0)
    #expect(try program.run("reference", "list").status == 1)
    #expect(try program.run("reference", "import", program.path("missing")).status == 2)
    let other = try program.run("reference", "import", program.write("notes.txt", "rien\n"), "--lang", "en")
    #expect(other.status == 2 && other.errors.contains("input.unknownFormat"))
  }

  @Test func anAnswerThatDoesWithoutListsSaysSoOnce() throws {
    _ = try program.write(
      "a.json", Program.awards(0..<5).replacing("45233140", with: "45316110"))
    _ = try program.run("ingest", program.path("a.json"))
    let need = try program.write("besoin.md", "# Travaux de voirie, tranche 3\n")
    let without = try program.run("match", need, "--cpv", "45316110", "--lang", "en")
    #expect(without.status == 0)
    let notes = without.errors.split(separator: "\n").filter { $0.contains("[reference.degraded]") }
    #expect(notes.count == 1)
    let quiet = try program.run("match", need, "--cpv", "45316110", "--quiet")
    #expect(!quiet.errors.contains("reference.degraded"))
    let search = try program.run("search", "voirie")
    #expect(!search.errors.contains("reference.degraded"), "nothing was approximate")
    _ = try program.run("reference", "import", lists())
    let with = try program.run("match", need, "--cpv", "45316110", "--lang", "en")
    #expect(with.status == 0 && !with.errors.contains("reference.degraded"))
    #expect(with.text.contains("Road lighting"))
  }
}
