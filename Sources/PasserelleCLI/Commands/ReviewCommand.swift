import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore
import PasserelleRendering

/// `review`: the pairs that a person's decision would help most with.
struct ReviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review",
      abstract: Speech.say(
        "Propose les rapprochements douteux, les plus utiles en premier.",
        "Proposes the doubtful pairs, the most useful to decide first."),
      discussion: Speech.say(
        """
        Au terminal, une touche par paire : o (même chose), n (deux choses), p (passer), u (annuler la dernière \
        décision), q (quitter). Ailleurs, la liste. --export donne un CSV à remplir, --import le reprend : décision \
        same ou different (oui, non), auteur, raison.

        Exemple : passerelle review --export a-trancher.csv --limit 200
        """,
        """
        In the terminal, a key a pair: y (one thing), n (two things), p (pass), u (undo the last decision), q (quit). \
        Elsewhere, the list. --export gives a CSV to be filled in, --import takes it back: decision same or different \
        (yes, no), who, reason.

        Example: passerelle review --export to-decide.csv --limit 200
        """))
  }

  @Option(name: .shortAndLong, help: ArgumentHelp(Speech.say("Nombre de paires.", "Number of pairs.")))
  var limit = 50

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Écrit la liste à remplir dans ce fichier CSV.", "Writes the list to be filled in to this CSV file."),
      valueName: Speech.say("fichier", "file")))
  var export: String?

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp(
      Speech.say("Reprend les décisions de ce fichier CSV.", "Takes the decisions of this CSV file."),
      valueName: Speech.say("fichier", "file")))
  var decisions: String?

  @OptionGroup var judge: JudgeOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try LimitCheck.check(limit)
    guard export == nil || decisions == nil else {
      throw ValidationError(Speech.say("--export ou --import.", "--export or --import."))
    }
  }

  func run() throws {
    let workspace = try Workspace(options.configuration())
    if let decisions {
      try take(decisions, workspace)
      return
    }
    let queue = try workspace.review(limit: limit)
    if let export {
      let layout = output.spreadsheet ? CSVOptions.frenchSpreadsheet : .standard
      try OutputOptions.write(Data(CSVRenderer.data(queue.table, options: layout)), to: export)
      options.note(
        Speech.say(
          "\(fr: queue.pairs.count, "paire") dans \(export)", "\(en: queue.pairs.count, "pair") in \(export)")
      )
    } else if ReviewTerminal.isAvailable, output.format == .table, output.output == nil {
      try ReviewTerminal(workspace: workspace, judge: judge).ask(queue)
    } else {
      try output.write(structured: queue.structured, rows: "pairs", table: queue.table) {
        ReviewPage.lines(queue, width: output.width)
      }
    }
    if queue.pairs.isEmpty { throw ExitCode(Failure.nothing) }
  }

  private func take(_ file: String, _ workspace: Workspace) throws {
    let answer = try workspace.importReview(Array(NamedInput.data(file)), who: judge.name, file: file)
    try output.write(structured: answer.structured, rows: "judgements", table: answer.table) {
      answer.text(in: Speech.language)
    }
    if !answer.refusals.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
