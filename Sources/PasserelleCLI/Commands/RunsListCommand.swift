import ArgumentParser
import Passerelle
import PasserelleCore

/// `runs list`: the ledger, and the diagnostics of a run.
struct RunsListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: Speech.say(
        "Montre les exécutions, ou les diagnostics de l'une d'elles.",
        "Shows the runs, or the diagnostics of one."),
      discussion: Speech.say(
        "Exemple : passerelle runs 3 --code cpv.invalid", "Example: passerelle runs 3 --code cpv.invalid"))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Numéro de l'exécution.", "Number of the run."), valueName: Speech.say("numéro", "number")))
  var number: Int64?

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Le bilan par source de la dernière lecture (ingest, nightly).",
        "The balance by source of the last run that read sources (ingest, nightly).")))
  var last = false

  @Option(help: ArgumentHelp(Speech.say("Seulement ce code de diagnostic.", "Only this diagnostic code.")))
  var code: String?

  @Option(name: .shortAndLong, help: ArgumentHelp(Speech.say("Nombre de lignes.", "Number of lines.")))
  var limit = 100

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try LimitCheck.check(limit)
    guard !last || (number == nil && code == nil) else {
      throw ValidationError(
        Speech.say("--last va sans numéro ni --code.", "--last goes without number or --code."))
    }
  }

  func run() throws {
    let workspace = try Workspace(options.configuration())
    guard !last else {
      guard let answer = try workspace.lastRun() else { throw ExitCode(Failure.nothing) }
      try output.write(structured: answer.structured, rows: "sources", table: answer.table) {
        output.textLines(answer.table)
      }
      return
    }
    guard number != nil || code != nil else {
      try output.write(RunTables.runs(try workspace.runs(limit: limit)), name: "passerelle-runs/1")
      return
    }
    let diagnostics = try workspace.diagnostics(ofRun: number, code: code, limit: limit)
    try output.write(
      RunTables.diagnostics(diagnostics, Speech.language), name: "passerelle-diagnostics/1")
    if diagnostics.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
