import ArgumentParser
import Passerelle
import PasserelleCore

/// `runs match`: the records of match runs.
struct RunsMatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "match",
      abstract: Speech.say(
        "Montre les classements enregistrés, confidentiels.",
        "Shows the recorded rankings, which are confidential."),
      discussion: Speech.say(
        "Exemple : passerelle runs match --limit 20", "Example: passerelle runs match --limit 20"))
  }

  @Option(name: .shortAndLong, help: ArgumentHelp(Speech.say("Nombre de lignes.", "Number of lines.")))
  var limit = 100

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try LimitCheck.check(limit) }

  func run() throws {
    let runs = try Workspace(options.configuration()).matchRuns(limit: limit)
    try output.write(RunTables.matchRuns(runs), name: "passerelle-match-runs/1")
    if runs.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
