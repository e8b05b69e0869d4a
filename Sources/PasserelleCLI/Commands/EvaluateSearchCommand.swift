import ArgumentParser
import Passerelle

/// `evaluate search`: measures whether search finds the relevant documents of collections.
struct EvaluateSearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search",
      abstract: Speech.say(
        "Mesure si la recherche retrouve les documents pertinents.",
        "Measures whether search finds the relevant documents."),
      discussion: Speech.say(
        """
        Chaque dossier est une collection : docs.jsonl (id, title, text), queries.jsonl (id, text) et qrels.tsv \
        (requête, document, note). Tout est indexé en mémoire, comme le fait le produit.

        Exemple : passerelle evaluate search piaf cranfield --format csv
        """,
        """
        Each folder is a collection: docs.jsonl (id, title, text), queries.jsonl (id, text) and qrels.tsv (query, \
        document, grade). All is indexed in memory, the product's own way.

        Example: passerelle evaluate search piaf cranfield --format csv
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Dossiers des collections.", "Folders of the collections."),
      valueName: Speech.say("dossier", "folder")))
  var folders: [String]

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Langue des textes : \(Self.languages) (sinon celle qu'ils semblent avoir).",
        "Language of the texts: \(Self.languages) (else the one they seem to be in)."),
      valueName: "code"))
  var language: String?

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  private static var languages: String { Evaluations.languages.joined(separator: ", ") }

  func validate() throws {
    guard let language, !Evaluations.languages.contains(language) else { return }
    throw ValidationError(
      Speech.say(
        "--language : \(Self.languages), pas « \(language) ».",
        "--language: \(Self.languages), not '\(language)'."))
  }

  func run() throws {
    StopSignals.endAtOnce()
    var settings = Evaluations.SearchSettings(folders: folders)
    settings.language = language
    let line = options.progressLine()
    let report = try Evaluations.search(settings) { line.showEvaluation($0, of: $1) }
    line.clear()
    try output.write(structured: report.structured, rows: "collections", table: report.table) {
      output.textLines(report.table)
    }
  }
}
