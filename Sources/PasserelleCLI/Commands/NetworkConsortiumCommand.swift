import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// `network consortium`: vendors that together speak to a specification.
struct NetworkConsortiumCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "consortium",
      abstract: Speech.say(
        "Montre quels fournisseurs se complètent pour un cahier des charges.",
        "Shows which vendors complement each other for a specification."),
      discussion: Speech.say(
        """
        Plusieurs équipes, par plusieurs règles, avec ce que chaque membre apporte, ce qui manque et les marchés \
        gagnés ensemble. Aucune n'est la meilleure, et les entreprises forment leurs groupements elles-mêmes. La \
        recherche des fournisseurs est enregistrée comme celle de match, confidentielle.

        Exemple : passerelle network consortium cahier-des-charges.md --members 4
        """,
        """
        Several teams, by several rules, with what each member adds, what is missing and the awards won together. \
        None is the best, and companies form their groups themselves. The search for vendors is recorded like that \
        of match, confidential.

        Example: passerelle network consortium specification.md --members 4
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
    help: ArgumentHelp(
      Speech.say("Le numéro du seul lot demandé.", "The number of the one lot asked about."),
      valueName: Speech.say("numéro", "number")))
  var lot: String?

  @Option(
    help: ArgumentHelp(Speech.say("Nombre de membres d'une équipe, au plus.", "Most members of a team.")))
  var members = 5

  @Option(help: ArgumentHelp(Speech.say("Nombre d'équipes, au plus.", "Most teams.")))
  var teams = 3

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Sans historique d'acheteur, nom, distance ni expérience.",
        "Without buyer history, name, distance or experience.")))
  var neutral = false

  @Flag(help: ArgumentHelp(Speech.say("Ne pas enregistrer la recherche.", "Do not record the run.")))
  var noRecord = false

  @OptionGroup var filters: VendorFilterOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...10).contains(members), (1...4).contains(teams) else {
      throw ValidationError(
        Speech.say(
          "--members va de 1 à 10, --teams de 1 à 4.", "--members goes from 1 to 10, --teams from 1 to 4."))
    }
  }

  func run() throws {
    // A long document is read for minutes, and has no safe point to wait for: the store is whole at any moment.
    StopSignals.endAtOnce()
    let workspace = try Workspace(options.configuration())
    var request = ConsortiumRequest()
    request.match.codes = need.cpv
    request.match.place = place
    request.match.lot = lot
    request.match.isNeutral = neutral
    request.members = members
    request.teams = teams
    try filters.apply(to: &request.match)
    let language = Speech.language
    let answer = try need.ask(
      document: { input, file in
        try workspace.consortium(
          document: input, file: file, request: request, language: language, isRecorded: !noRecord)
      },
      stored: {
        try workspace.consortium(id: $0, request: request, language: language, isRecorded: !noRecord)
      })
    try output.write(structured: answer.structured, rows: "teams", table: answer.table) {
      answer.text(width: output.width)
    }
    if let note = answer.recording.note { options.note(note[language]) }
    if answer.teams.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
