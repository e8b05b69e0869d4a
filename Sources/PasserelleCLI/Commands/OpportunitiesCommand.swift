import ArgumentParser
import Passerelle
import PasserelleCore

/// `opportunities`: the open calls that a vendor may answer.
struct OpportunitiesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "opportunities",
      abstract: Speech.say(
        "Trouve les appels ouverts pour un fournisseur, et ce que son profil gagnerait à dire.",
        "Finds the open calls for a vendor, and what its profile would gain by telling."),
      discussion: Speech.say(
        """
        Chaque lot d’un appel alloti compte pour lui-même. Les raisons et le rang sont ceux que l’acheteur \
        verrait ; les indices ne disent jamais une chance de l’emporter. Code de sortie 1 si rien n’est ouvert ou \
        proche.

        Exemple : passerelle opportunities siren:999104201 --on 2022-03-01
        """,
        """
        Each lot of a divided call counts by itself. The reasons and the rank are those that the buyer would see; \
        the evidence never tells a chance of winning. Exit code 1 when nothing is open or near.

        Example: passerelle opportunities siren:999104201 --on 2022-03-01
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Le fournisseur : identifiant, SIREN ou nom.", "The vendor: identifier, SIREN or name."),
      valueName: Speech.say("fournisseur", "vendor")))
  var vendor: String

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp(
      Speech.say(
        "Jour où les appels sont ouverts (sinon aujourd’hui, UTC).",
        "Day on which the calls are open (else today, UTC)."),
      valueName: "date"))
  var day: CalendarDay?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Speech.say("Nombre d’appels ou de lots.", "Number of calls or lots.")))
  var limit = 10

  @Option(
    help: ArgumentHelp(
      Speech.say("Département d’exécution ; répétable.", "Department of performance; repeatable."),
      valueName: "code"))
  var place: [String] = []

  @Option(
    help: ArgumentHelp(
      Speech.say("Préfixe CPV, de 2 à 8 chiffres ; répétable.", "CPV prefix, 2 to 8 digits; repeatable."),
      valueName: Speech.say("préfixe", "prefix")))
  var cpv: [String] = []

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try LimitCheck.check(limit) }

  func run() throws {
    var request = OpportunitiesRequest()
    request.day = day?.date
    request.limit = limit
    request.places = place
    request.cpvPrefixes = cpv
    let answer = try Workspace(options.configuration())
      .opportunities(for: vendor, request: request, language: Speech.language)
    try output.write(structured: answer.structured, rows: "opportunities", table: answer.table) {
      answer.text(width: output.width)
    }
    if answer.opportunities.isEmpty { throw ExitCode(Failure.nothing) }
  }
}

/// A whole day given as an ISO date.
struct CalendarDay: ExpressibleByArgument {
  /// The day.
  let date: PartialDate

  init?(argument: String) {
    guard let date = PartialDate(iso: argument), date.precision == .day, argument.utf8.count == 10 else {
      return nil
    }
    self.date = date
  }
}
