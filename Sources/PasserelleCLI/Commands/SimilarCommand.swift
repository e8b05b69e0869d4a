import ArgumentParser
import Passerelle
import PasserelleCore

/// `similar`: comparable contracts and what they cost.
struct SimilarCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "similar",
      abstract: Speech.say(
        "Trouve les marchés comparables et leurs prix.", "Finds comparable contracts and their prices."),
      discussion: Speech.say(
        """
        Les prix ne mêlent jamais nature, durée ni année ; les plafonds d'accords-cadres sont à part.

        Exemple : passerelle similar cahier-des-charges.md --limit 5
        """,
        """
        Prices never mix nature, duration or year; ceilings of framework agreements stand apart.

        Example: passerelle similar specification.md --limit 5
        """))
  }

  @OptionGroup var need: NeedOptions

  @Option(name: .shortAndLong, help: ArgumentHelp(Speech.say("Nombre de marchés.", "Number of contracts.")))
  var limit = 10

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try LimitCheck.check(limit) }

  func run() throws {
    let workspace = try Workspace(options.configuration())
    var request = MatchRequest()
    request.codes = need.cpv
    request.limit = limit
    let answer = try need.ask(
      document: { input, file in
        try workspace.similar(document: input, file: file, request: request, language: Speech.language)
      }, stored: { try workspace.similar(id: $0, request: request, language: Speech.language) })
    try output.write(structured: answer.structured, rows: "contracts", table: answer.table) {
      answer.text(width: output.width)
    }
    if answer.contracts.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
