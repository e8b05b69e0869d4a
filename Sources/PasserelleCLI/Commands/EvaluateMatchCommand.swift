import ArgumentParser
import Passerelle

/// `evaluate match`: measures whether the ranking finds the winners.
struct EvaluateMatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "match",
      abstract: Speech.say(
        "Mesure si le classement retrouve les titulaires.", "Measures whether the ranking finds the winners."),
      discussion: Speech.say(
        """
        Chaque ligne des fichiers est un marché en JSON : id (fr:… ou pt:…), title, cpv, buyer_id, buyer_name, \
        place, winners [{id, name}]. Les langues sont mesurées à part.

        Exemple : passerelle evaluate match --train train.jsonl --test test_public.jsonl --format json
        """,
        """
        Each line of the files is an award in JSON: id (fr:… or pt:…), title, cpv, buyer_id, buyer_name, place, \
        winners [{id, name}]. Languages are measured apart.

        Example: passerelle evaluate match --train train.jsonl --test test_public.jsonl --format json
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say("Marchés connus (JSONL).", "Known awards (JSONL)."), valueName: Speech.say("fichier", "file")
    ))
  var train: String

  @Option(
    help: ArgumentHelp(
      Speech.say("Marchés à retrouver (JSONL).", "Awards to be found (JSONL)."),
      valueName: Speech.say("fichier", "file")))
  var test: String

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Autres marchés plus récents (JSONL), pour mesurer sur tous.",
        "Other newer awards (JSONL), to measure over all of them."),
      valueName: Speech.say("fichier", "file")))
  var newer: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Dossier de modèles à mesurer ; sinon ceux qui servent.",
        "Folder of models to measure; else those in use."),
      valueName: Speech.say("dossier", "folder")))
  var models: String?

  @Flag(help: ArgumentHelp(Speech.say("Mesure le mode neutre.", "Measures the neutral mode.")))
  var neutral = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Mesure aussi sans les mots des noms de fournisseurs.",
        "Measures also without the words of vendors' names.")))
  var stripNames = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Mesure aussi sans chaque groupe de critères.", "Measures also without each group of features.")))
  var ablation = false

  @Option(help: ArgumentHelp(Speech.say("Nombre de fils d'exécution.", "Number of threads.")))
  var threads = 1

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    StopSignals.endAtOnce()
    var settings = Evaluations.MatchSettings(
      train: train, test: test, executableDirectory: WorkspaceOptions.executableDirectory)
    settings.isNeutral = neutral
    settings.newer = newer
    settings.models = models
    settings.stripsNames = stripNames
    settings.ablates = ablation
    settings.threads = max(1, threads)
    settings.ontologyPath = options.ontology
    let line = options.progressLine()
    let report = try Evaluations.match(settings) { line.showEvaluation($0, of: $1) }
    line.clear()
    try output.write(structured: report.structured, rows: "languages", table: report.table) {
      output.textLines(report.table)
    }
  }
}
