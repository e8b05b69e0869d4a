import ArgumentParser
import Passerelle
import PasserelleCore

/// `evaluate resolve`: measures entity resolution on labelled pairs, or on whole corpora.
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
        train.txt à côté), registre CSV (rec_id, avec d’autres registres à côté). Le seuil est celui du modèle. Avec \
        --corpus, tous les noms d’un dossier de corpus sont groupés, leurs identifiants officiels cachés au score.

        Exemple : passerelle evaluate resolve --pairs fr_pairs_public.jsonl --format json
        """,
        """
        Known layouts: JSONL (left, right, label), CSV (name1, name2, is_match, schema), COL … VAL … text (with \
        train.txt beside it), register CSV (rec_id, with other registers beside it). The threshold is the model's. With \
        --corpus all names of a folder of corpora are clustered, their official identifiers hidden from the score.

        Example: passerelle evaluate resolve --pairs fr_pairs_public.jsonl --format json
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say("Fichier de paires étiquetées.", "File of labelled pairs."),
      valueName: Speech.say("fichier", "file")))
  var pairs: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Dossier de corpus dont les noms sont groupés, au lieu de paires.",
        "Folder of corpora whose names are clustered, in place of pairs."),
      valueName: Speech.say("dossier", "folder")))
  var corpus: String?

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

  func validate() throws {
    guard (pairs == nil) != (corpus == nil) else {
      throw ValidationError(
        Speech.say("Donnez --pairs ou --corpus, l’un des deux.", "Give --pairs or --corpus, one of the two."))
    }
    guard corpus == nil || (scores == nil && country == nil) else {
      throw ValidationError(
        Speech.say(
          "--scores et --country ne vont qu’avec --pairs.", "--scores and --country go with --pairs only."))
    }
  }

  func run() throws {
    StopSignals.endAtOnce()
    let report = try corpus.map(clusters) ?? labelled(pairs ?? "-")
    try output.write(structured: report.structured, rows: "by", table: report.table) {
      output.textLines(report.table)
    }
  }

  private func clusters(_ folder: String) throws -> Evaluations.Answer {
    try Evaluations.clusters(
      folder: folder, ontologyPath: options.ontology,
      executableDirectory: WorkspaceOptions.executableDirectory)
  }

  private func labelled(_ pairs: String) throws -> Evaluations.Answer {
    var settings = Evaluations.PairSettings(
      pairs: pairs, executableDirectory: WorkspaceOptions.executableDirectory)
    settings.scores = scores
    settings.country = country?.uppercased() ?? ""
    settings.ontologyPath = options.ontology
    return try Evaluations.pairs(settings)
  }
}
