import ArgumentParser
import Passerelle
import PasserelleCore

/// `show`: a thing's dossier with its sources.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: Speech.say(
        "Montre tout ce qui est dit d'une chose, avec les sources.",
        "Shows all that is stated about a thing, with sources."),
      discussion: Speech.say(
        """
        Une chose se nomme par son IRI, par schéma:valeur (siren:301275723, insee:69123, local:grenoble), ou \
        par un numéro seul.

        Exemple : passerelle show siren:301275723 --as-of 2026-01-31
        """,
        """
        A thing is named by its IRI, by scheme:value (siren:301275723, insee:69123, local:grenoble), or by a \
        bare number.

        Example: passerelle show siren:301275723 --as-of 2026-01-31
        """))
  }

  @Argument(help: ArgumentHelp(Speech.say("La chose.", "The thing."), valueName: "id"))
  var id: String

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Montre l'état connu à cet instant (une date vaut la fin de sa journée).",
        "Shows the state known at that moment (a date means the end of its day)."),
      valueName: "date"))
  var asOf: AsOfMoment?

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Dit pourquoi la chose et ses autres noms sont une même chose.",
        "Tells why the thing and its other names are one thing.")))
  var why = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Montre la chose seule, sans celles qui sont la même.",
        "Shows the thing by itself, without those that are the same.")))
  var raw = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try Workspace(options.configuration())
    let dossier = try workspace.dossier(of: id, asOf: asOf?.instant, isRaw: raw, language: Speech.language)
    let reasons = why ? try workspace.why(id, asOf: asOf?.instant) : nil
    var document = dossier.structured
    if let reasons, case .object(let members) = document {
      document = .object(members + [StructuredValue.Member("why", reasons.structured)])
    }
    try output.write(structured: document, rows: "facts", table: dossier.table) {
      dossier.text(width: output.width)
        + (reasons.map { [""] + $0.text(in: Speech.language, width: output.width) } ?? [])
    }
  }
}

/// A moment given as a date or a date and time in UTC.
struct AsOfMoment: ExpressibleByArgument {
  /// The last millisecond meant.
  let instant: Instant

  init?(argument: String) {
    guard let read = Instant(iso: argument) else { return nil }
    instant = argument.contains("T") ? read : Instant(milliseconds: read.milliseconds + 86_399_999)
  }
}
