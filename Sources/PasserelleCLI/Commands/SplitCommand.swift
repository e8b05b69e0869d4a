import ArgumentParser
import Passerelle
import PasserelleCore

/// `split`: judges that two things are two.
struct SplitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "split",
      abstract: Speech.say("Juge que deux choses sont distinctes.", "Judges that two things are two."),
      discussion: Speech.say(
        """
        Les deux ne seront plus dans un même groupe ; les autres membres vont à celle dont ils sont le plus proches.

        Exemple : passerelle split siret:21690123100011 insee:69123 --reason "la ville et son territoire"
        """,
        """
        The two will no more be in one group; the other members go with the one that they are nearest to.

        Example: passerelle split siret:21690123100011 insee:69123 --reason "the city and its territory"
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
    let answer = try workspace.split(left, right, who: judge.name, reason: judge.reason)
    try output.write(structured: answer.structured, rows: "after", table: answer.table) {
      answer.text(in: Speech.language)
    }
  }
}
