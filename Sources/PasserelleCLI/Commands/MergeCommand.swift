import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// `merge`: judges that two things are one.
struct MergeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge",
      abstract: Speech.say("Juge que deux choses n’en font qu’une.", "Judges that two things are one."),
      discussion: Speech.say(
        """
        Le jugement est ajouté au journal, avec son auteur, son instant et sa raison ; « undo » l’annule et rétablit \
        toutes les réponses d’avant.

        Exemple : passerelle merge siren:301275723 siren:552081317 --reason "même société" --who DPT
        """,
        """
        The judgement is added to the log with who made it, when and why; 'undo' takes it back and restores all \
        answers of before.

        Example: passerelle merge siren:301275723 siren:552081317 --reason "same company" --who DPT
        """))
  }

  @Argument(help: ArgumentHelp(Speech.say("Une chose.", "A thing."), valueName: "a"))
  var left: String

  @Argument(help: ArgumentHelp(Speech.say("L’autre chose.", "The other thing."), valueName: "b"))
  var right: String

  @OptionGroup var judge: JudgeOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try Workspace(options.configuration())
    let answer = try workspace.merge(left, right, who: judge.name, reason: judge.reason)
    try output.write(structured: answer.structured, rows: "after", table: answer.table) {
      answer.text(in: Speech.language)
    }
  }
}

/// Who judges, and why.
struct JudgeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Speech.say("Pourquoi, pour qui relira.", "Why, for those who read it later."),
      valueName: Speech.say("texte", "text")))
  var reason = ""

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Qui juge : un rôle ou des initiales (sinon $PASSERELLE_WHO).",
        "Who judges: a role or initials (else $PASSERELLE_WHO)."), valueName: Speech.say("rôle", "role")))
  var who: String?

  /// Who judges; the role of whoever runs the program where nothing is said.
  var name: String {
    who ?? ProcessInfo.processInfo.environment["PASSERELLE_WHO"] ?? Speech.say("agent", "officer")
  }
}
