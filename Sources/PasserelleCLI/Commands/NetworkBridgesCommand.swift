public import ArgumentParser
public import Passerelle
import PasserelleCore

extension BridgesAnswer.Grouping: ExpressibleByArgument {}

/// `network bridges`: who alone links what, and who stands between groups.
struct NetworkBridgesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bridges",
      abstract: Speech.say(
        "Dit qui relie seul une partie du réseau, et qui se tient entre des groupes.",
        "Tells who alone links a part of the network, and who stands between groups."),
      discussion: Speech.say(
        """
        Les groupes sont des pays, sauf --between : department, community, kind. --group limite à certains \
        d'entre eux (deux au moins).

        Exemple : passerelle network bridges --between country --group FR --group SN
        """,
        """
        Groups are countries, unless --between says: department, community, kind. --group limits them to some \
        (two at least).

        Example: passerelle network bridges --between country --group FR --group SN
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say("Ce que sont les groupes.", "What groups are."), valueName: Speech.say("groupes", "groups")))
  var between: BridgesAnswer.Grouping = .country

  @Option(
    help: ArgumentHelp(
      Speech.say("Groupe regardé, par code (répétable).", "Group looked at, by code (repeatable)."),
      valueName: "code"))
  var group: [String] = []

  @Option(
    help: ArgumentHelp(Speech.say("Lignes de chaque liste.", "Rows of each list."), valueName: "n"))
  var limit = 10

  @OptionGroup var part: NetworkOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try LimitCheck.check(limit)
    guard group.count != 1 else {
      throw ValidationError(Speech.say("--group : deux au moins.", "--group: two at least."))
    }
  }

  func run() throws {
    let answer = try Workspace(options.configuration())
      .networkBridges(
        part.request, between: between, groups: group, limit: limit, language: Speech.language)
    try output.write(structured: answer.structured, rows: "actors", table: answer.table) {
      answer.pages.flatMap { output.textLines($0) + [""] }
        + answer.paragraphs.flatMap { output.wrapped($0) }
    }
    if answer.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
