import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// `validate`: files held against the official rules, nothing stored.
struct ValidateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "validate",
      abstract: Speech.say(
        "Vérifie des fichiers selon les règles officielles, sans rien enregistrer.",
        "Checks files against the official rules, without storing anything."),
      discussion: Speech.say(
        """
        Avis eForms : champs obligatoires et exclus, codes, formes, longueurs et cohérence, selon le « fields.json » \
        du SDK, que donne --rules ou que « reference import » a importé. Autres formats : ce que l'import \
        refuserait. Code de sortie 1 si un fichier est invalide ou non vérifié, 2 s'il est illisible.

        Exemple : passerelle validate avis.xml --rules eForms-SDK/
        """,
        """
        eForms notices: mandatory and forbidden fields, codes, forms, lengths and consistency, as the SDK's \
        'fields.json' has them, which --rules gives or 'reference import' has imported. Other formats: what an \
        import would refuse. Exit code 1 when a file is invalid or not checked, 2 when one is unreadable.

        Example: passerelle validate notice.xml --rules eForms-SDK/
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Fichiers, dossiers, archives, ou - pour l'entrée standard.",
        "Files, folders, archives, or - for standard input."),
      valueName: Speech.say("chemin", "path")))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Règles eForms : un fields.json ou le dossier du SDK (sinon celles de l'espace de travail).",
        "eForms rules: a fields.json or the SDK's folder (else those of the workspace)."),
      valueName: Speech.say("chemin", "path")))
  var rules: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Format des fichiers, sinon reconnu.", "Format of the files, else recognised."),
      valueName: Speech.say("nom", "name")))
  var source = SourceName.automatic

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try SourceName.check(source) }

  func run() throws {
    var validation = Validation()
    validation.sourceName = SourceName.asked(source)
    validation.rulesPath = rules
    // Without a workspace, there are no rules but those that are named.
    let hasWorkspace = rules == nil && FileManager.default.fileExists(atPath: options.path + "/settings.yaml")
    let workspace = hasWorkspace ? try Workspace(options.configuration()) : nil
    let answer = try validation.validate(paths, in: workspace, stopFlag: StopSignals.flag)
    try output.write(structured: answer.structured, rows: "files", table: answer.table) {
      answer.lines(Speech.language)
    }
    if answer.isInterrupted { throw ExitCode(Failure.interrupted) }
    if answer.isEmpty || answer.count(.failed) > 0 { throw ExitCode(Failure.failed) }
    if answer.count(.invalid) + answer.count(.unchecked) > 0 {
      throw ExitCode(Failure.nothing)
    }
  }
}
