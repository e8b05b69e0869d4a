import ArgumentParser

/// `runs`: the ledger of runs, and the records of match runs.
struct RunsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "runs",
      abstract: Speech.say(
        "Montre les exécutions, leurs diagnostics et les classements enregistrés.",
        "Shows the runs, their diagnostics and the recorded rankings."),
      discussion: Speech.say(
        "Exemple : passerelle runs 3 --code cpv.invalid", "Example: passerelle runs 3 --code cpv.invalid"),
      subcommands: [
        RunsListCommand.self, RunsMatchCommand.self, RunsShowCommand.self, RunsDeleteCommand.self,
      ], defaultSubcommand: RunsListCommand.self)
  }
}
