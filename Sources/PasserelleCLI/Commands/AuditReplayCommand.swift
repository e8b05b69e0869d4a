import ArgumentParser
import Passerelle
import PasserelleCore

/// `audit replay`: computes a recorded match run again.
struct AuditReplayCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "replay",
      abstract: Speech.say(
        "Refait un classement enregistré et compare la réponse à l'octet.",
        "Makes a recorded ranking again and compares the answer byte for byte."),
      discussion: Speech.say(
        """
        Le calcul part de l'état du corpus d'alors, du modèle et des réponses de l'index que l'enregistrement \
        garde : il vaut aussi après d'autres ingestions. Code de sortie 1 si la réponse diffère.

        Exemple : passerelle audit replay M12
        """,
        """
        It starts from the state of the corpus then, from the model and from the answers of the index that the \
        record keeps, so it holds after more ingestion. Exit code 1 when the answer differs.

        Example: passerelle audit replay M12
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Enregistrement, comme M12.", "Record, such as M12."),
      valueName: Speech.say("enregistrement", "record")))
  var record: String

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let answer = try Workspace(options.configuration()).replay(record)
    try output.write(structured: answer.structured, rows: "rows", table: answer.table) {
      answer.text(Speech.language)
    }
    if !answer.isIdentical { throw ExitCode(Failure.nothing) }
  }
}
