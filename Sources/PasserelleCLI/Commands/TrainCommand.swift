import ArgumentParser
import Passerelle
import PasserelleCore

/// `train`: learns the models of matching from past awards.
struct TrainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "train",
      abstract: Speech.say(
        "Apprend les modèles du rapprochement sur des marchés passés.",
        "Learns the models of matching from past awards."),
      discussion: Speech.say(
        """
        Les modèles sont des textes lisibles : date, empreinte des données, poids de chaque critère. Sans --train, \
        ils s'apprennent sur l'espace de travail ; sans --models, ils y restent et y classent désormais.

        Exemple : passerelle train match --train train.jsonl --models modeles
        """,
        """
        Models are readable texts: date, hash of the data, weight of each feature. Without --train they are learned \
        from the workspace; without --models they stay in it and rank from then on.

        Example: passerelle train match --train train.jsonl --models models
        """), subcommands: [TrainMatchCommand.self, TrainCPVCommand.self, TrainResolveCommand.self])
  }
}

/// What `train match` and `train cpv` take.
struct TrainOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Marchés passés (JSONL) ; sinon ceux de l'espace de travail.",
        "Past awards (JSONL); else those of the workspace."), valueName: Speech.say("fichier", "file")))
  var train: String?

  @Option(
    name: .customLong("models"),
    help: ArgumentHelp(
      Speech.say(
        "Dossier des modèles ; sinon celui de l'espace de travail.",
        "Folder of the models; else that of the workspace."), valueName: Speech.say("dossier", "folder")))
  var models: String?

  @Option(help: ArgumentHelp(Speech.say("Nombre de fils d'exécution.", "Number of threads.")))
  var threads = 1

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(_ subject: Training.Subject) throws {
    StopSignals.endAtOnce()
    let line = options.progressLine()
    _ = try Workspace.create(options.configuration())
    let workspace = try Workspace(options.configuration(line))
    var settings = Training.Settings()
    settings.file = train
    settings.output = models
    settings.threads = threads
    let trained = try workspace.train(subject, settings)
    line.clear()
    try output.write(structured: trained.structured, rows: "models", table: trained.table) {
      output.textLines(trained.table)
    }
  }
}

/// `train match`: learns to rank vendors.
struct TrainMatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "match",
      abstract: Speech.say("Apprend à classer les fournisseurs.", "Learns to rank vendors."),
      discussion: Speech.say(
        "Exemple : passerelle train match --train train.jsonl --models modeles",
        "Example: passerelle train match --train train.jsonl --models models"))
  }

  @OptionGroup var options: TrainOptions

  func run() throws { try options.run(.match) }
}

/// `train cpv`: learns to suggest CPV codes.
struct TrainCPVCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cpv",
      abstract: Speech.say("Apprend à suggérer des codes CPV.", "Learns to suggest CPV codes."),
      discussion: Speech.say(
        "Exemple : passerelle train cpv --train train.jsonl --models modeles",
        "Example: passerelle train cpv --train train.jsonl --models models"))
  }

  @OptionGroup var options: TrainOptions

  func run() throws { try options.run(.cpv) }
}
