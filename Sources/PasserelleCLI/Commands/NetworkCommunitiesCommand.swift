import ArgumentParser
import Passerelle
import PasserelleCore

/// `network communities`: who is tied more closely to each other than to the rest.
struct NetworkCommunitiesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "communities",
      abstract: Speech.say(
        "Trouve les communautés du réseau : taille, membres, pays, thème, stabilité.",
        "Finds the communities of the network: size, members, countries, theme, stability."),
      discussion: Speech.say(
        """
        Méthode de Leiden, à graine fixe : la même question donne la même réponse. --resolution au-dessus de 1 \
        donne plus de communautés, plus petites.

        Exemple : passerelle network communities --link twinning --limit 10
        """,
        """
        Leiden method with a fixed seed: the same question gives the same answer. --resolution above 1 gives \
        more and smaller communities.

        Example: passerelle network communities --link twinning --limit 10
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say("Finesse, de 0,01 à 100.", "Fineness, from 0.01 to 100."), valueName: "r"))
  var resolution = 1.0

  @Option(help: ArgumentHelp(Speech.say("Graine de la recherche.", "Seed of the search."), valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(Speech.say("Nombre de communautés.", "Number of communities."), valueName: "n"))
  var limit = 20

  @OptionGroup var part: NetworkOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try LimitCheck.check(limit)
    guard (0.01...100).contains(resolution) else {
      throw ValidationError(
        Speech.say("--resolution : de 0,01 à 100.", "--resolution: from 0.01 to 100."))
    }
  }

  func run() throws {
    let answer = try Workspace(options.configuration())
      .networkCommunities(
        part.request, resolution: resolution, seed: seed, limit: limit, language: Speech.language)
    try output.write(structured: answer.structured, rows: "communities", table: answer.table) {
      output.textLines(answer.table) + [""] + answer.paragraphs.flatMap { output.wrapped($0) }
    }
    if answer.communities.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
