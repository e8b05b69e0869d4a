import ArgumentParser
import Passerelle
import PasserelleCore

/// `undo`: takes a judgement back.
struct UndoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo",
      abstract: Speech.say("Annule un jugement.", "Takes a judgement back."),
      discussion: Speech.say(
        """
        Toutes les réponses redeviennent celles que l’on aurait sans lui ; l’annulation est elle-même au journal, et \
        peut être annulée.

        Exemple : passerelle undo 3 --reason "homonymes"
        """,
        """
        All answers are again those that there would be without it; the undo itself is in the log, and can be undone.

        Example: passerelle undo 3 --reason "namesakes"
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Numéro du jugement.", "Number of the judgement."), valueName: Speech.say("numéro", "number")
    ))
  var number: Int64

  @OptionGroup var judge: JudgeOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try Workspace(options.configuration())
    let answer = try workspace.undo(number, who: judge.name, reason: judge.reason)
    try output.write(structured: answer.structured, rows: "after", table: answer.table) {
      answer.text(in: Speech.language)
    }
  }
}
