import ArgumentParser
import Passerelle
import PasserelleCore

/// `audit bias`: who is seen, against who could have been.
struct AuditBiasCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bias",
      abstract: Speech.say(
        "Compare l'exposition de groupes de fournisseurs à leur part parmi les candidats.",
        "Compares the exposure of groups of vendors with their part among the candidates."),
      discussion: Speech.say(
        """
        Pour un lot de besoins, en mode neutre et complet : taille, ancienneté, lieu d'activité, nombre de \
        marchés passés, nouveaux venus. Un écart est une question à examiner, non une preuve.

        Exemple : passerelle audit bias cahiers-des-charges/
        """,
        """
        For a batch of needs, neutral and full: size, age, place of work, number of past awards, newcomers. A \
        gap is a question to look into, no proof.

        Example: passerelle audit bias specifications/
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Cahiers des charges ou dossiers.", "Specifications or folders of them."),
      valueName: Speech.say("besoin", "need")))
  var needs: [String] = []

  @Flag(
    help: ArgumentHelp(Speech.say("Prend tous les besoins enregistrés.", "Takes all the recorded needs.")))
  var recorded = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard needs.isEmpty == recorded else {
      throw ValidationError(
        Speech.say(
          "Donnez soit des fichiers, soit --recorded.", "Give either files or --recorded.")
      )
    }
  }

  func run() throws {
    let line = options.progressLine()
    let answer = try Workspace(options.configuration(line)).auditBias(needs, language: Speech.language)
    line.clear()
    for failure in answer.failures { options.note(Failure.line(failure)) }
    let table = answer.table(Speech.language)
    try output.write(structured: answer.structured, rows: "rows", table: table) {
      [answer.summary(Speech.language), ""] + output.textLines(table) + [""]
        + output.wrapped(BiasAnswer.caution[Speech.language])
    }
    if answer.candidates == 0 { throw ExitCode(Failure.nothing) }
  }
}
