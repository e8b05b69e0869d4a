import ArgumentParser
import Passerelle
import PasserelleCore

/// `reference list`: the official lists of the workspace.
struct ReferenceListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: Speech.say(
        "Montre les listes officielles importées.", "Shows the official lists that were imported."),
      discussion: Speech.say("Exemple : passerelle reference list", "Example: passerelle reference list"))
  }

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let lists = try Workspace(options.configuration()).referenceLists()
    try output.write(ReferenceSummary.table(lists, Speech.language), name: "passerelle-reference/1")
    if lists.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
