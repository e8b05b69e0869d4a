import ArgumentParser
import Passerelle
import PasserelleCore

/// `evaluate concepts`: measures whether French needs find Portuguese contracts by their concepts.
struct EvaluateConceptsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "concepts",
      abstract: Speech.say(
        "Mesure si un besoin français retrouve des marchés portugais.",
        "Measures whether a French need finds Portuguese contracts."),
      discussion: Speech.say(
        """
        Le dossier contient base-pt-2024/awards_dev.jsonl (les marchés) et vocab/cpv/cpv_2008_multilingual.csv (les \
        libellés CPV officiels).

        Exemple : passerelle evaluate concepts data --format json
        """,
        """
        The folder holds base-pt-2024/awards_dev.jsonl (the awards) and vocab/cpv/cpv_2008_multilingual.csv (the \
        official CPV labels).

        Example: passerelle evaluate concepts data --format json
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Dossier des données.", "Folder of the data."), valueName: Speech.say("dossier", "folder")))
  var folder: String

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    StopSignals.endAtOnce()
    var settings = Evaluations.ConceptSettings(
      folder: folder, executableDirectory: WorkspaceOptions.executableDirectory)
    settings.ontologyPath = options.ontology
    let line = options.progressLine()
    let report = try Evaluations.concepts(settings) { line.showEvaluation($0, of: $1) }
    line.clear()
    try output.write(structured: report.structured, rows: "variants", table: report.table) {
      output.textLines(report.table) + [""] + report.notes.map { $0[Speech.language] }
    }
  }
}
