import ArgumentParser
import Passerelle
import PasserelleCore

/// `evaluate epo`: measures whether the questions of the Publications Office are answered.
struct EvaluateEPOCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "epo",
      abstract: Speech.say(
        "Mesure les réponses aux questions de l’Office des publications.",
        "Measures the answers to the Publications Office's questions."),
      discussion: Speech.say(
        """
        Le dossier, ou l’archive, contient des avis eForms, des questions SPARQL (questions/*.rq) et les réponses \
        officielles (verdicts.tsv). Les questions portent sur ce que « convert --to turtle » écrit des avis.

        Exemple : passerelle evaluate epo eforms-epo-1.9.tar.gz
        """,
        """
        The folder, or the archive, holds eForms notices, SPARQL questions (questions/*.rq) and the official \
        answers (verdicts.tsv). The questions are asked of what 'convert --to turtle' writes of the notices.

        Example: passerelle evaluate epo eforms-epo-1.9.tar.gz
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Dossier ou archive.", "Folder or archive."), valueName: Speech.say("dossier", "folder")))
  var path: String

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Énoncés interrogés : all, own (ceux de Passerelle) ou epo (ceux d’ePO 4).",
        "Statements asked: all, own (Passerelle’s) or epo (those of ePO 4)."),
      valueName: Speech.say("énoncés", "statements")))
  var vocabulary = ConversionVocabulary.all

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    StopSignals.endAtOnce()
    let report = try Evaluations.epo(path, vocabulary: vocabulary)
    try output.write(structured: report.structured, rows: "suites", table: report.table) {
      output.textLines(report.table) + [""] + report.notes.map { $0[Speech.language] }
    }
  }
}
