import ArgumentParser
import Passerelle
import PasserelleCore

/// `nightly`: all that is done each night, in one run that can be stopped and gone on with.
struct NightlyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "nightly",
      abstract: Speech.say(
        "Fait la nuit : lit ce qui est nouveau dans une boîte de dépôt, rapproche, indexe, alerte, rend compte.",
        "Does the night: reads what is new in an inbox, resolves, indexes, alerts, reports."),
      discussion: Speech.say(
        """
        Les fichiers de la boîte ne sont ni déplacés ni modifiés ; ceux qui ont été lus ne le sont de nouveau que s'ils \
        changent. Une nuit arrêtée, de quelque façon que ce soit, reprend où elle en était. Rapport HTML et JSON dans \
        reports/, alertes dans alerts/. Code de sortie 0 terminé, même sans rien de nouveau, 1 quelque chose est en \
        quarantaine, 2 échec, 75 une autre exécution écrit. L'espace de travail est créé s'il manque.

        Exemple : passerelle nightly depot/
        """,
        """
        The files of the inbox are neither moved nor changed; those that were read are read again only when they \
        change. A night that was stopped, however it was, goes on where it was. Report as HTML and JSON in reports/, \
        alerts in alerts/. Exit code 0 done, also with nothing new, 1 something is in quarantine, 2 failure, 75 \
        another run writes. The workspace is made where it is missing.

        Example: passerelle nightly inbox/
        """))
  }

  /// Another run holds the right to write: try again later (`EX_TEMPFAIL`).
  static let locked: Int32 = 75

  @Argument(
    help: ArgumentHelp(
      Speech.say("Dossier de la boîte de dépôt.", "Folder of the inbox."),
      valueName: Speech.say("dossier", "folder")))
  var inbox: String

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Relit tous les fichiers, comme après un changement de version.",
        "Reads all files again, as after a change of version.")))
  var anew = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let line = options.progressLine()
    let configuration = options.configuration(line)
    if try Workspace.create(configuration) {
      options.note(Speech.say("Espace de travail créé : \(options.path)", "Workspace made: \(options.path)"))
    }
    var how = NightlyOptions()
    how.isAnew = anew
    how.language = Speech.language
    let answer: NightAnswer
    do {
      answer = try Workspace(configuration).nightly(inbox, options: how)
    } catch let error as PasserelleError where error.code == .workspaceLocked {
      _ = Failure.report(error)
      throw ExitCode(Self.locked)
    }
    line.clear()
    for warning in answer.warnings { StandardStreams.note("! " + warning) }
    try output.write(structured: answer.structured, rows: "sources", table: answer.table) {
      answer.text(width: output.width)
    }
    switch answer.status {
    case .done: return
    case .quarantined: throw ExitCode(Failure.nothing)
    case .incomplete: throw ExitCode(Failure.failed)
    }
  }
}
