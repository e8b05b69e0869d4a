import ArgumentParser
import Passerelle
import PasserelleCore

/// `match`: answers who can deliver a specification.
struct MatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "match",
      abstract: Speech.say(
        "Classe et explique les fournisseurs pour un cahier des charges.",
        "Ranks and explains the vendors for a specification."),
      discussion: Speech.say(
        """
        L'adéquation dit la ressemblance avec des marchés passés, jamais une chance de l'emporter. Rien de la \
        renommée, de la taille ni de l'origine n'entre dans le classement.

        Exemple : passerelle match cahier-des-charges.md --place 69 --cpv 34928500
        """,
        """
        Adequacy tells likeness to past awards, never a chance of winning. Nothing of fame, size or origin \
        enters the ranking.

        Example: passerelle match specification.md --place 69 --cpv 34928500
        """))
  }

  @OptionGroup var need: NeedOptions

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Lieu : département (69) ou commune INSEE (69123).",
        "Place: department (69) or INSEE commune (69123)."),
      valueName: "code"))
  var place: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp(Speech.say("Nombre de fournisseurs.", "Number of vendors.")))
  var limit = 10

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Sans historique d'acheteur, nom, distance ni expérience.",
        "Without buyer history, name, distance or experience.")))
  var neutral = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try LimitCheck.check(limit) }

  func run() throws {
    let workspace = try Workspace(options.configuration())
    var request = MatchRequest()
    request.codes = need.cpv
    request.place = place
    request.limit = limit
    request.isNeutral = neutral
    let answer = try need.ask(
      document: { input, file in
        try workspace.match(document: input, file: file, request: request, language: Speech.language)
      }, stored: { try workspace.match(id: $0, request: request, language: Speech.language) })
    try output.write(structured: answer.structured, rows: "vendors", table: answer.table) {
      answer.text(width: output.width)
    }
    if answer.vendors.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
