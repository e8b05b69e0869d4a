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
        L'adéquation dit la ressemblance avec ce qui est connu, jamais une chance de l'emporter. Rien de la \
        renommée, de la taille ni de l'origine n'entre dans le classement. Un filtre n'écarte jamais en silence : \
        la réponse compte ce qu'il retire. Chaque recherche est enregistrée, confidentielle et rejouable ; \
        « passerelle note » en fait une note de sourçage.

        Exemple : passerelle match cahier-des-charges.md --place 69 --only-size sme
        """,
        """
        Adequacy tells likeness to what is known, never a chance of winning. Nothing of fame, size or origin \
        enters the ranking. A filter never excludes in silence: the answer counts what it removes. Each run is \
        recorded, confidential and replayable; 'passerelle note' makes a sourcing note of it.

        Example: passerelle match specification.md --place 69 --only-size sme
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
    name: .shortAndLong, help: ArgumentHelp(Speech.say("Nombre de fournisseurs.", "Number of vendors.")))
  var limit = 10

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Nombre de nouveaux entrants, dans la place qui leur est réservée.",
        "Number of newcomers, in the place reserved to them.")))
  var newcomers = 3

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Sans historique d'acheteur, nom, distance ni expérience.",
        "Without buyer history, name, distance or experience.")))
  var neutral = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Les évaluations des territoires entrent dans le classement.",
        "Evaluations by territories enter the ranking.")))
  var withEvaluations = false

  @Flag(
    help: ArgumentHelp(
      Speech.say("Ne pas enregistrer la recherche.", "Do not record the run.")))
  var noRecord = false

  @OptionGroup var filters: VendorFilterOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try LimitCheck.check(limit)
    guard (0...100).contains(newcomers) else {
      throw ValidationError(
        Speech.say("--newcomers va de 0 à 100.", "--newcomers goes from 0 to 100."))
    }
  }

  func run() throws {
    // A long document is read for minutes, and has no safe point to wait for: the store is whole at any moment.
    StopSignals.endAtOnce()
    let workspace = try Workspace(options.configuration())
    var request = MatchRequest()
    request.codes = need.cpv
    request.place = place
    request.lot = lot
    request.limit = limit
    request.newcomerLimit = newcomers
    request.isNeutral = neutral
    request.ranksByEvaluations = withEvaluations
    try filters.apply(to: &request)
    let language = Speech.language
    let recorded = try need.ask(
      document: { input, file in
        try workspace.recordedMatch(
          document: input, file: file, request: request, language: language, isRecorded: !noRecord)
      },
      stored: {
        try workspace.recordedMatch(id: $0, request: request, language: language, isRecorded: !noRecord)
      }
    ).gathered(by: workspace.canonicalView())
    let answer = recorded.answer
    try output.write(structured: recorded.structured, rows: "vendors", table: answer.table) {
      answer.text(width: output.width)
    }
    if let note = recorded.recording.note { options.note(note[language]) }
    if answer.vendors.isEmpty, answer.newcomers.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
