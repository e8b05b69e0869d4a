import ArgumentParser
import Passerelle
import PasserelleCore

/// `evaluate resolve`: measures entity resolution on labelled pairs.
struct EvaluateResolveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "resolve",
      abstract: Speech.say(
        "Mesure le rapprochement de noms et d’enregistrements sur des paires étiquetées.",
        "Measures the resolution of names and records on labelled pairs."),
      discussion: Speech.say(
        """
        Formats reconnus : JSONL (left, right, label), CSV (name1, name2, is_match, schema), texte COL … VAL … (avec \
        train.txt à côté), registre CSV (rec_id, avec d’autres registres à côté). Le seuil est celui du modèle.

        Exemple : passerelle evaluate resolve --pairs fr_pairs_public.jsonl --format json
        """,
        """
        Known layouts: JSONL (left, right, label), CSV (name1, name2, is_match, schema), COL … VAL … text (with \
        train.txt beside it), register CSV (rec_id, with other registers beside it). The threshold is the model's.

        Example: passerelle evaluate resolve --pairs fr_pairs_public.jsonl --format json
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say("Fichier de paires étiquetées.", "File of labelled pairs."),
      valueName: Speech.say("fichier", "file")))
  var pairs: String

  @Option(
    help: ArgumentHelp(
      Speech.say("Fichier CSV qui reçoit les scores.", "CSV file that receives the scores."),
      valueName: Speech.say("fichier", "file")))
  var scores: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Pays des noms (FR, PT…) si le fichier ne le dit pas.",
        "Country of the names (FR, PT…) where the file does not tell it."), valueName: "code"))
  var country: String?

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    StopSignals.endAtOnce()
    var settings = Evaluations.PairSettings(
      pairs: pairs, executableDirectory: WorkspaceOptions.executableDirectory)
    settings.scores = scores
    settings.country = country?.uppercased() ?? ""
    settings.ontologyPath = options.ontology
    let report = try Evaluations.pairs(settings)
    try output.write(structured: report.structured, rows: "by", table: report.table) {
      output.textLines(report.table)
    }
  }
}
