import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// `ingest`: reads files into the workspace.
struct IngestCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ingest",
      abstract: Speech.say(
        "Lit des fichiers, des dossiers ou l'entrée standard dans l'espace de travail.",
        "Reads files, folders or standard input into the workspace."),
      discussion: Speech.say(
        """
        Chaque enregistrement est stocké une fois ; un enregistrement modifié ajoute une version. Ce qui est \
        refusé va en quarantaine avec sa raison. Chaque tranche de 1 000 enregistrements est une transaction : \
        après une interruption, relancez la même commande. L'espace de travail est créé s'il manque.

        Exemple : passerelle ingest decp/ contrats.csv
        """,
        """
        Each record is stored once; a changed record adds a version. What is refused goes to quarantine with \
        its reason. Each batch of 1,000 records is one transaction: after an interruption, run the same command \
        again. The workspace is made where it is missing.

        Example: passerelle ingest decp/ contracts.csv
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Fichiers, dossiers, ou - pour l'entrée standard.", "Files, folders, or - for standard input."),
      valueName: Speech.say("chemin", "path")))
  var paths: [String]

  @OptionGroup var reading: ReadingOptions

  @Flag(
    help: ArgumentHelp(
      Speech.say("Code de sortie 1 si quelque chose est refusé.", "Exit code 1 when anything is refused.")))
  var strict = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let line = options.progressLine()
    let configuration = options.configuration(line)
    if try Workspace.create(configuration) {
      options.note(Speech.say("Espace de travail créé : \(options.path)", "Workspace made: \(options.path)"))
    }
    let workspace = try Workspace(configuration)
    var ingestion = IngestionOptions()
    ingestion.formatName = SourceName.asked(reading.source)
    (ingestion.encoding, ingestion.mappingPath) = (reading.encoding, reading.mapping)
    let answer = try workspace.ingest(paths, options: ingestion)
    line.clear()
    StandardStreams.note(answer.fileErrors, as: Speech.say("Fichier passé", "File passed over"))
    try output.end(answer, isStrict: strict)
  }
}
