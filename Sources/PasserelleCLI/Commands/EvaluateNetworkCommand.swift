import ArgumentParser
import Passerelle
import PasserelleCore

/// `evaluate network`: measures the prediction of ties on known ones.
struct EvaluateNetworkCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "network",
      abstract: Speech.say(
        "Mesure la prédiction de liens sur des liens connus.",
        "Measures the prediction of ties on known ties."),
      discussion: Speech.say(
        """
        Une part des liens est mise de côté, puis cherchée : scores classiques et modèles appris, avec et sans notoriété. \
        Colonnes : source, target et ce qu'on en sait, ou celles d'une requête Wikidata (city, sister).

        Exemple : passerelle evaluate network --pairs jumelages.csv --format json
        """,
        """
        A part of the ties is held out, then looked for: classical scores and learned models, with and without fame. \
        Columns: source, target and what is known of them, or those of a Wikidata query (city, sister).

        Example: passerelle evaluate network --pairs twinnings.csv --format json
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say("Fichier CSV de liens.", "CSV file of ties."), valueName: Speech.say("fichier", "file")))
  var pairs: String

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Pays des extrémités : CSV (id, country) ou GEXF.",
        "Countries of the ends: CSV (id, country) or GEXF."),
      valueName: Speech.say("fichier", "file")))
  var countries: String?

  @Flag(
    name: .customLong("last-years"),
    help: ArgumentHelp(
      Speech.say(
        "Met de côté les liens des dernières années (colonne since).",
        "Holds out the ties of the last years (column since).")))
  var lastYears = false

  @Option(
    help: ArgumentHelp(Speech.say("Part mise de côté, entre 0 et 1.", "Part held out, between 0 and 1.")))
  var part = 0.1

  @Option(help: ArgumentHelp(Speech.say("Graine des tirages.", "Seed of the draws.")))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Dossier qui reçoit les modèles appris sur tous les liens.",
        "Folder that receives models learned from all ties."), valueName: Speech.say("dossier", "folder")))
  var models: String?

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    StopSignals.endAtOnce()
    var settings = Evaluations.NetworkSettings(
      pairs: pairs, day: options.configuration().context.clock().date.description,
      executableDirectory: WorkspaceOptions.executableDirectory)
    settings.countries = countries
    settings.holdsOutLastYears = lastYears
    settings.part = part
    settings.seed = seed
    settings.models = models
    settings.ontologyPath = options.ontology
    let report = try Evaluations.network(settings)
    try output.write(structured: report.structured, rows: "methods", table: report.table) {
      output.textLines(report.table)
    }
  }
}
