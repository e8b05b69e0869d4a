import ArgumentParser
import Passerelle
import PasserelleCore

/// `evaluate cpv`: measures whether suggested CPV codes are right.
struct EvaluateCPVCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cpv",
      abstract: Speech.say(
        "Mesure si les codes CPV suggérés sont justes.", "Measures whether suggested CPV codes are right."),
      discussion: Speech.say(
        """
        Les fichiers ont la forme de ceux de « evaluate match ». Le code de chaque marché est caché, puis comparé à \
        ceux que les intitulés plus anciens suggèrent, par division et par groupe.

        Exemple : passerelle evaluate cpv --train train.jsonl --test test_public.jsonl
        """,
        """
        The files have the layout of those of 'evaluate match'. The code of each award is hidden, then compared \
        with those that older titles suggest, by division and by group.

        Example: passerelle evaluate cpv --train train.jsonl --test test_public.jsonl
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say("Marchés connus (JSONL).", "Known awards (JSONL)."), valueName: Speech.say("fichier", "file")
    ))
  var train: String

  @Option(
    help: ArgumentHelp(
      Speech.say("Marchés plus récents (JSONL) ; répétable.", "Newer awards (JSONL); repeatable."),
      valueName: Speech.say("fichier", "file")))
  var test: [String]

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    StopSignals.endAtOnce()
    var settings = Evaluations.CodeSettings(
      train: train, tests: test, executableDirectory: WorkspaceOptions.executableDirectory)
    settings.ontologyPath = options.ontology
    let report = try Evaluations.codes(settings)
    try output.write(structured: report.structured, rows: "languages", table: report.table) {
      output.textLines(report.table)
    }
  }
}
