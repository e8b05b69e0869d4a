import ArgumentParser
import Passerelle
import PasserelleCore

/// `network path`: how two things are tied.
struct NetworkPathCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "path",
      abstract: Speech.say(
        "Montre comment deux acteurs sont liés, étape par étape, avec les sources.",
        "Shows how two actors are tied, step by step, with sources."),
      discussion: Speech.say(
        """
        Un acteur se nomme par son nom, par schéma:valeur (insee:69123), ou par son IRI. Les chemins vont du \
        plus court au plus long.

        Exemple : passerelle network path Grenoble Dakar --count 3
        """,
        """
        An actor is named by its name, by scheme:value (insee:69123), or by its IRI. Ways come the shortest \
        first.

        Example: passerelle network path Grenoble Dakar --count 3
        """))
  }

  @Argument(help: ArgumentHelp(Speech.say("Le premier acteur.", "The first actor."), valueName: "a"))
  var from: String

  @Argument(help: ArgumentHelp(Speech.say("Le second acteur.", "The second actor."), valueName: "b"))
  var to: String

  @Option(help: ArgumentHelp(Speech.say("Nombre de chemins.", "Number of ways."), valueName: "k"))
  var count = 1

  @Option(
    help: ArgumentHelp(Speech.say("Étapes au plus.", "Steps at most."), valueName: "n"))
  var max: Int?

  @OptionGroup var part: NetworkOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...100).contains(count) else {
      throw ValidationError(Speech.say("--count : de 1 à 100.", "--count: from 1 to 100."))
    }
    if let max, max < 1 {
      throw ValidationError(Speech.say("--max : 1 au moins.", "--max: at least 1."))
    }
  }

  func run() throws {
    let answer = try Workspace(options.configuration())
      .networkPath(
        from: from, to: to, part.request, count: count, limit: max, language: Speech.language)
    try output.write(structured: answer.structured, rows: "paths", table: answer.table) {
      answer.text(width: output.width)
    }
    if answer.ways.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
