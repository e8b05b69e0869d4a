import ArgumentParser
import Passerelle
import PasserelleCore

/// `conformance`: the public suites of tests.
struct ConformanceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "conformance",
      abstract: Speech.say(
        "Passe les suites de tests publiques : RDF, SPARQL, JSON-LD, Snowball, eForms.",
        "Runs the public suites of tests: RDF, SPARQL, JSON-LD, Snowball, eForms."),
      discussion: Speech.say(
        """
        Le dossier contient rdf-tests (W3C), snowball et eforms-epo-1.9.tar.gz ; ce qui manque est signalé. \
        Code 1 quand un test échoue.

        Exemple : passerelle conformance --suites suites --only sparql11 --list-failures
        """,
        """
        The folder holds rdf-tests (W3C), snowball and eforms-epo-1.9.tar.gz; what is missing is told of. Code 1 \
        when a test fails.

        Example: passerelle conformance --suites suites --only sparql11 --list-failures
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say("Dossier des suites.", "Folder of the suites."), valueName: Speech.say("dossier", "folder")))
  var suites: String

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Ne passe que cette suite, ou celles dont le nom commence ainsi.",
        "Runs this suite only, or those whose names begin so."), valueName: Speech.say("nom", "name")))
  var only: [String] = []

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Donne chaque test écarté, avec sa raison.", "Gives each test that was not run, with its reason.")))
  var listSkips = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Donne chaque test échoué, avec ce qui a été trouvé.", "Gives each failed test, with what was found.")
    ))
  var listFailures = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    StopSignals.endAtOnce()
    let isTold = options.progress == .always || (options.progress == .auto && StandardStreams.isErrorTerminal)
    let run = try ConformanceRun(folder: suites, only: only) { name in
      if isTold { options.note(name + "…") }
    }
    for suite in run.missing {
      options.note(
        Speech.say(
          "Suite absente : \(suite.name) (\(suite.path))", "Missing suite: \(suite.name) (\(suite.path))"))
    }
    let notes = run.notes(skips: listSkips, failures: listFailures)
    let lists = listSkips || listFailures
    try output.write(
      structured: run.structured(listsSkips: listSkips, listsFailures: listFailures), rows: "suites",
      table: lists ? notes : run.table
    ) {
      output.textLines(run.table) + (notes.rows.isEmpty ? [] : [""] + output.textLines(notes))
    }
    if !run.isSound { throw ExitCode(Failure.nothing) }
  }
}
