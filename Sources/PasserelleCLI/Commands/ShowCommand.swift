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

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let dossier = try Workspace(options.configuration())
      .dossier(of: id, asOf: asOf?.instant, language: Speech.language)
    try output.write(structured: dossier.structured, rows: "facts", table: dossier.table) {
      dossier.text(width: output.width)
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
