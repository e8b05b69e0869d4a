import ArgumentParser
import Passerelle
import PasserelleCore

/// `train resolve`: learns the models of entity resolution.
struct TrainResolveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "resolve",
      abstract: Speech.say(
        "Apprend les modèles du rapprochement de noms.", "Learns the models of the resolution of names."),
      discussion: Speech.say(
        """
        Entrées : marchés (JSONL : buyer_id, buyer_name, winners) et tables CSV (DECP, organisations, registres de \
        personnes). Les identifiants des paires de --exclude ne servent pas.

        Exemple : passerelle train resolve decp.jsonl base-pt.jsonl --exclude fr_pairs_public.jsonl --models Ontology
        """,
        """
        Inputs: awards (JSONL: buyer_id, buyer_name, winners) and CSV tables (DECP, organisations, registers of \
        persons). The ids of the pairs of --exclude are left out.

        Example: passerelle train resolve decp.jsonl base-pt.jsonl --exclude fr_pairs_public.jsonl --models Ontology
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Marchés et tables de noms.", "Awards and tables of names."),
      valueName: Speech.say("fichier", "file")))
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      Speech.say("Paires de test, laissées de côté.", "Test pairs, left out."),
      valueName: Speech.say("fichier", "file")))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      Speech.say("Dossier qui reçoit les modèles.", "Folder that receives the models."),
      valueName: Speech.say("dossier", "folder")))
  var models: String

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    StopSignals.endAtOnce()
    let configuration = options.configuration()
    var settings = ResolutionModels.Settings(
      inputs: inputs, output: models, day: configuration.context.clock().date.description,
      executableDirectory: WorkspaceOptions.executableDirectory)
    settings.excluded = exclude
    settings.ontologyPath = options.ontology
    let trained = try ResolutionModels.train(settings)
    try output.write(structured: trained.structured, rows: "models", table: trained.table) {
      output.textLines(trained.table)
    }
  }
}
