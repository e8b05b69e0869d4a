import ArgumentParser
import Passerelle
import PasserelleCore

/// `audit concentration`: awards that gather on few vendors, vendors that hang on one buyer.
struct AuditConcentrationCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "concentration",
      abstract: Speech.say(
        "Montre les motifs de concentration et de dépendance à vérifier.",
        "Shows patterns of concentration and dependence to check."),
      discussion: Speech.say(
        """
        Par acheteur et division CPV, à partir de cinq marchés : titulaires, part du premier, indice de \
        Herfindahl, suites, montants juste sous un seuil. Ce sont des motifs à vérifier, jamais des constats. \
        Les données de démonstration ne comptent pas, sauf --demonstration.

        Exemple : passerelle audit concentration --cpv 45 --place 69 --from 2018
        """,
        """
        By buyer and CPV division, from five awards on: winners, the first one's part, Herfindahl index, \
        streaks, amounts just under a threshold. These are patterns to check, never findings. Demonstration \
        data are not counted unless --demonstration is given.

        Example: passerelle audit concentration --cpv 45 --place 69 --from 2018
        """))
  }

  @Option(
    help: ArgumentHelp(Speech.say("Acheteur, comme pour show.", "Buyer, as for show."), valueName: "id"))
  var buyer: String?

  @OptionGroup var scope: ScopeOptions

  @Flag(
    help: ArgumentHelp(
      Speech.say("Compte aussi les données de démonstration.", "Counts demonstration data too.")))
  var demonstration = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var request = ConcentrationRequest()
    request.buyer = buyer
    request.cpv = scope.cpv
    request.place = scope.place
    request.from = scope.from
    request.to = scope.to
    request.includesDemonstration = demonstration
    let answer = try Workspace(options.configuration())
      .auditConcentration(request, language: Speech.language)
    try output.write(structured: answer.structured, rows: "rows", table: answer.table) {
      output.textLines(answer.table) + [""]
        + answer.paragraphs(Speech.language).flatMap { output.wrapped($0) }
    }
    if answer.rows.isEmpty, answer.dependences.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
