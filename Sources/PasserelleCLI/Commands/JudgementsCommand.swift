import ArgumentParser
import Passerelle
import PasserelleCore

/// `judgements`: the log of judgements, for those who audit it.
struct JudgementsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "judgements",
      abstract: Speech.say("Montre le journal des jugements.", "Shows the log of judgements."),
      discussion: Speech.say(
        """
        Rien n’y est jamais récrit : un jugement annulé reste, et ne vaut plus.

        Exemple : passerelle judgements --as-of 2026-01-31 --format csv --output jugements.csv
        """,
        """
        Nothing in it is ever rewritten: a judgement that was undone stays, and holds no more.

        Example: passerelle judgements --as-of 2026-01-31 --format csv --output judgements.csv
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Montre le journal à cet instant (une date vaut la fin de sa journée).",
        "Shows the log at that moment (a date means the end of its day)."), valueName: "date"))
  var asOf: AsOfMoment?

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let log = try Workspace(options.configuration()).judgements(asOf: asOf?.instant)
    try output.write(structured: log.structured, rows: "judgements", table: log.table) {
      log.count == 0
        ? [Speech.say("Aucun jugement.", "No judgements.")] : output.textLines(log.table)
    }
    if log.count == 0 { throw ExitCode(Failure.nothing) }
  }
}
