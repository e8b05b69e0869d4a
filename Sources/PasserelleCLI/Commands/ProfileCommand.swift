import ArgumentParser
import Passerelle
import PasserelleCore

/// `profile`: what vendors declare, and what is known of one.
struct ProfileCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "profile",
      abstract: Speech.say(
        "Importe des profils de fournisseurs, ou montre ce qu’on sait d’un fournisseur.",
        "Imports vendors' profiles, or shows what is known of a vendor."),
      discussion: Speech.say(
        "Exemple : passerelle profile show siren:999199706",
        "Example: passerelle profile show siren:999199706"),
      subcommands: [ProfileImportCommand.self, ProfileShowCommand.self])
  }
}

/// `profile import`: reads declared profiles.
struct ProfileImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: Speech.say(
        "Lit des profils déclarés (JSON ou CSV) dans l’espace de travail.",
        "Reads declared profiles (JSON or CSV) into the workspace."),
      discussion: Speech.say(
        """
        Équivaut à « ingest --source profile » : même rapport, même quarantaine. Un profil sans identifiant ou \
        sans nom est refusé ; toute autre faute est corrigée ou écartée, et signalée. Un nouvel import du même \
        fournisseur remplace le profil précédent.

        Exemple : passerelle profile import profils.csv
        """,
        """
        The same as 'ingest --source profile': same report, same quarantine. A profile without identifier or name \
        is refused; any other fault is repaired or dropped, and told of. Importing the same vendor again replaces \
        its former profile.

        Example: passerelle profile import profiles.csv
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Fichiers, dossiers, ou - pour l’entrée standard.", "Files, folders, or - for standard input."),
      valueName: Speech.say("chemin", "path")))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      Speech.say("Encodage des textes (utf-8, windows-1252…).", "Encoding of texts (utf-8, windows-1252…)."),
      valueName: Speech.say("nom", "name")))
  var encoding: String?

  @Flag(
    help: ArgumentHelp(
      Speech.say("Code de sortie 1 si quelque chose est refusé.", "Exit code 1 when anything is refused.")))
  var strict = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try ingestion.reading.validate() }

  func run() throws { try ingestion.run() }

  /// The same reading as an ingestion of this one format.
  private var ingestion: IngestCommand {
    var reading = ReadingOptions()
    (reading.source, reading.encoding, reading.mapping) = ("profile", encoding, nil)
    var command = IngestCommand()
    command.paths = paths
    command.reading = reading
    command.strict = strict
    command.options = options
    command.output = output
    return command
  }
}

/// `profile show`: a vendor's profile with its sources.
struct ProfileShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: Speech.say(
        "Montre ce qu’un fournisseur déclare, ses marchés et ses évaluations.",
        "Shows what a vendor declares, what its awards show and what is said of it."),
      discussion: Speech.say(
        """
        Ce qui est déclaré et ce qui est observé sont séparés. Les évaluations sont montrées avec leur source et la \
        réponse du fournisseur.

        Exemple : passerelle profile show siren:999199706
        """,
        """
        What is declared and what is observed stand apart. Evaluations are shown with their source and the reply of \
        the vendor.

        Example: passerelle profile show siren:999199706
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Le fournisseur.", "The vendor."), valueName: Speech.say("fournisseur", "vendor")))
  var vendor: String

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let answer = try Workspace(options.configuration()).profile(of: vendor, language: Speech.language)
    try output.write(structured: answer.structured, rows: "evaluations", table: answer.table) {
      answer.text(width: output.width)
    }
  }
}
