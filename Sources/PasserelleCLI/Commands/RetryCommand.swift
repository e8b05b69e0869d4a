import ArgumentParser
import Passerelle
import PasserelleCore

/// `retry`: reads again what is in quarantine.
struct RetryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "retry",
      abstract: Speech.say(
        "Relit ce qui est en quarantaine et stocke ce qui passe désormais.",
        "Reads again what is in quarantine and stores what passes now."),
      discussion: Speech.say(
        """
        À faire après un changement de version, de correspondance ou d'ontologie. Les fichiers d'origine doivent être \
        encore à leur place. Ce qui passe quitte la quarantaine. Code de sortie 0 si rien n'y reste, 1 sinon, 75 si une \
        autre exécution écrit.

        Exemple : passerelle retry 12
        """,
        """
        For after a change of version, of mapping or of ontology. The original files must still be in their place. What \
        passes leaves the quarantine. Exit code 0 where nothing is left in it, 1 else, 75 when another run writes.

        Example: passerelle retry 12
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Exécution dont la quarantaine est relue (sinon toutes).",
        "Run whose quarantine is read again (else all)."),
      valueName: Speech.say("numéro", "number")))
  var number: Int64?

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try Workspace(options.configuration())
    let answer: RetryAnswer
    do {
      answer = try workspace.retry(run: number)
    } catch let error as PasserelleError where error.code == .workspaceLocked {
      _ = Failure.report(error)
      throw ExitCode(NightlyCommand.locked)
    }
    try output.write(structured: answer.structured, rows: "quarantines", table: answer.table) {
      answer.text(Speech.language)
    }
    if answer.left > 0 { throw ExitCode(Failure.nothing) }
  }
}
