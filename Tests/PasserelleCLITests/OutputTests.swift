import Foundation
import Testing

@Suite struct OutputTests {
  let program: Program
  private let specification = Program.corpus + "/Demonstration/specifications/eau.md"

  init() throws {
    program = try Program()
    let outcome = try program.run(
      "ingest", Program.corpus + "/Demonstration/awards-csv", Program.corpus + "/Cases/decp/damaged.json")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// Each verb that offers `--format`, with the name of its document.
  private var verbs: [(arguments: [String], format: String)] {
    [
      (["ingest", Program.corpus + "/Demonstration/awards-csv"], "passerelle-run/1"),
      (["search", "vélos"], "passerelle-search/1"), (["match", specification], "passerelle-match/2"),
      (["similar", specification], "passerelle-similar/2"), (["attach"], "passerelle-attach/1"),
      (["show", "siren:552081317"], "passerelle-dossier/1"),
      (["runs"], "passerelle-runs/1"), (["runs", "1"], "passerelle-diagnostics/1"),
      (["doctor"], "passerelle-doctor/1"),
    ]
  }

  private func run(_ arguments: [String], _ more: String...) throws -> Outcome {
    try program.finish(program.start(arguments + more))
  }

  @Test func jsonHasItsFormat() throws {
    for verb in verbs {
      let outcome = try run(verb.arguments, "--format", "json")
      #expect(outcome.status == 0, "\(verb.arguments): \(outcome.errors)")
      #expect(try outcome.object()["format"] as? String == verb.format)
    }
  }

  @Test func everyLineOfNDJSONParses() throws {
    for verb in verbs {
      let lines = try run(verb.arguments, "-f", "ndjson").lines
      let objects = try lines.map {
        try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
      }
      #expect(objects.first?["type"] as? String == (objects.count > 1 ? "begin" : "summary"))
      #expect(objects.first?["format"] as? String == verb.format)
      guard objects.count > 1 else { continue }
      #expect(objects.last?["type"] as? String == "end")
      #expect(objects.last?["count"] as? Int == objects.count - 2)
    }
  }

  @Test func csvHasRowsOfOneLength() throws {
    for verb in verbs {
      let plain = try run(verb.arguments, "-f", "csv")
      let rows = try csv(plain.text, separator: ",")
      #expect(rows.count >= 2, "\(verb.arguments)")
      #expect(Set(rows.map(\.count)).count == 1, "\(verb.arguments): \(rows.map(\.count))")
      let french = try run(verb.arguments, "-f", "csv", "--spreadsheet")
      #expect(french.output.starts(with: [0xEF, 0xBB, 0xBF]))
      let wide = try csv(String(french.text.dropFirst()), separator: ";")
      #expect(wide.map(\.count) == rows.map(\.count), "\(verb.arguments)")
    }
  }

  /// RFC 4180, read naively.
  private func csv(_ text: String, separator: Character) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var characters = Array(text.unicodeScalars).map(Character.init)[...]
    while let character = characters.popFirst() {
      if isQuoted {
        guard character == "\"" else {
          field.append(character)
          continue
        }
        if characters.first == "\"" { field.append(characters.removeFirst()) } else { isQuoted = false }
      } else if character == "\"" {
        #expect(field.isEmpty, "a quote within a plain field")
        isQuoted = true
      } else if character == separator {
        row.append(field)
        field = ""
      } else if character == "\n" {
        rows.append(row + [field])
        (row, field) = ([], "")
      } else if character != "\r" {
        field.append(character)
      }
    }
    #expect(!isQuoted && field.isEmpty && row.isEmpty, "the last row is not ended")
    return rows
  }

  @Test func dataGoToStandardOutputAndTheRestToStandardError() throws {
    let first = try Program()
    let outcome = try first.run("ingest", Program.corpus + "/Demonstration/awards-csv", "-f", "json")
    #expect(try outcome.object()["format"] as? String == "passerelle-run/1")
    #expect(outcome.errors.contains("Espace de travail créé"))
    #expect(try program.run("search", "vélos").errors.isEmpty)
    let progress = try program.run("search", "vélos", "--progress", "always")
    #expect(progress.text.contains("résultats"))
    let index = try program.run("index", "--rebuild")
    #expect(index.output.isEmpty)
    #expect(index.errors.contains("documents indexés"))
    #expect(try program.run("index", "--quiet").errors.isEmpty)
  }

  @Test func aDashReadsStandardInput() throws {
    let text = Program.awards(0..<2)
    let outcome = try program.run("ingest", "-", "--source", "decp", "-f", "json", input: text)
    #expect(outcome.status == 0)
    #expect(try (outcome.object()["records"] as? [String: Any])?["added"] as? Int == 2)
    let detected = try program.run("ingest", "-", "-f", "json", input: text)
    #expect(try (detected.object()["records"] as? [String: Any])?["unchanged"] as? Int == 2)
    let need = try String(contentsOfFile: specification, encoding: .utf8)
    let matched = try program.run("match", "-", "-f", "json", input: need)
    #expect(matched.status == 0)
    #expect(try (matched.object()["vendors"] as? [Any])?.isEmpty == false)
    #expect(try program.run("similar", "-", input: need).status == 0)
    #expect(try program.run("match", "-", input: "").status == 2)
  }

  @Test func outputWritesAFile() throws {
    for format in ["table", "json", "ndjson", "csv"] {
      let direct = try program.run("search", "vélos", "-f", format)
      let outcome = try program.run("search", "vélos", "-f", format, "-o", program.path("out." + format))
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty)
      #expect(FileManager.default.contents(atPath: program.path("out." + format)) == direct.output)
    }
    #expect(try program.run("search", "vélos", "-o", "-").text.contains("résultats"))
  }

  @Test(arguments: ["/proc/passerelle.json", "/nulle/part/x.json"])
  func anOutputThatCannotBeWrittenIsAClearFailure(_ path: String) throws {
    let outcome = try program.run("search", "vélos", "-o", path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("[output.unwritable]"))
    #expect(outcome.errors.contains(path))
    let backup = try program.run("backup", path)
    #expect(backup.status == 2)
    #expect(backup.errors.hasPrefix("Erreur ["))
  }

  @Test(arguments: [
    "search vélos", "runs", "dump", "match \(Program.corpus)/Demonstration/specifications/eau.md -f json",
  ])
  func aFullOutputIsAClearFailure(_ command: String) throws {
    let outcome = try program.shell("passerelle \(command) > /dev/full")
    #expect(outcome.status == 2, "\(outcome.errors.prefix(300))")
    #expect(outcome.errors.contains("output.unwritable"), "\(outcome.errors.prefix(300))")
  }

  /// Under a supervisor that ignores SIGPIPE, the write fails instead of the process being ended.
  @Test(arguments: ["", "trap '' PIPE; "]) func aClosedPipeEndsQuietly(_ prefix: String) throws {
    let many = try program.write("many.json", Program.awards(0..<150))
    #expect(try program.run("ingest", many).status == 0)
    let outcome = try program.shell(prefix + "passerelle dump | head -1; echo ${PIPESTATUS[0]}")
    #expect(outcome.lines.count == 2)
    #expect(outcome.errors.isEmpty, "\(outcome.errors.prefix(300))")
    #expect(["0", "141"].contains(outcome.lines.last))
  }

  /// Two processes have different hash seeds: an order that rests on hashing would show here.
  @Test func twoProcessesGiveTheSameBytes() throws {
    for arguments in [
      ["match", specification, "--no-record", "-f", "json"], ["dump"], ["search", "vélos", "-f", "json"],
    ] {
      #expect(try run(arguments).output == run(arguments).output, "\(arguments)")
    }
    let other = try Program()
    _ = try other.run(
      "ingest", Program.corpus + "/Demonstration/awards-csv", Program.corpus + "/Cases/decp/damaged.json")
    #expect(try other.run("dump").output == program.run("dump").output)
    #expect(try other.storeHash() == program.storeHash())
  }

  /// Readers do not exclude each other, though one of them checks the store while another leaves it.
  @Test func readersBesideEachOtherAllSucceed() throws {
    let command = "for i in $(seq 24); do (passerelle runs > /dev/null || echo failed >&2) & done; wait"
    let outcome = try program.shell(command)
    #expect(outcome.errors.isEmpty, "\(outcome.errors.prefix(300))")
  }

  @Test func reportsSpeakTheLanguageAskedFor() throws {
    let path = Program.corpus + "/Cases/decp/refused.json"
    let french = try program.run("ingest", path)
    #expect(french.text.contains("enregistrements lus"))
    #expect(french.text.contains("Quarantaine : "))
    let english = try program.run("ingest", path, "--lang", "en")
    #expect(english.text.contains("records in"))
    #expect(english.text.contains("Quarantine: "))
    #expect(try program.run("doctor", "--lang", "en").text.contains("store hash"))
    #expect(try program.run("match", specification).text.contains("Besoin : "))
    let matched = try program.run("match", specification, "--lang", "en")
    #expect(matched.text.contains("Need: "))
    #expect(matched.text.contains("never a chance of winning"))
    let codes = try program.run("runs", "-f", "json", "--lang", "en").object()
    #expect(try Set(codes.keys) == Set(program.run("runs", "-f", "json").object().keys))
  }

  @Test func aSourceShownByMatchCanBeShown() throws {
    let page = try program.run("match", specification).text
    let line = try #require(page.components(separatedBy: "\n").first { $0.contains("source : ") })
    let record = try #require(line.split(separator: " ").first { $0.hasPrefix("https://") }.map(String.init))
    let outcome = try program.run("show", record)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.text.contains(record))
  }

  @Test func aBackupIsNotOverwrittenUnasked() throws {
    let copy = program.path("copie.sqlite")
    #expect(try program.run("backup", copy).status == 0)
    #expect(try program.run("backup", copy).errors.contains("--force"))
    #expect(try program.run("backup", copy, "--force").status == 0)
  }
}
