import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore
import PasserelleRendering

/// `erase`: takes a record, a source or a person out of the workspace.
struct EraseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "erase",
      abstract: Speech.say(
        "Efface un enregistrement, une source ou une personne.", "Erases a record, a source or a person."),
      discussion: Speech.say(
        """
        Sans --yes, montre ce qui partirait et ne change rien ; au terminal, demande ensuite. Atteint toutes les \
        versions, les index, la quarantaine, les rapports, les alertes et les classements enregistrés ; nomme les \
        fichiers de la boîte de dépôt et les sauvegardes qui gardent l'information. Un effacement interrompu est \
        terminé par le suivant.

        Exemple : passerelle erase person "Camille Dupont" --also camille.dupont@exemple.fr
        """,
        """
        Without --yes, shows what would go and changes nothing; in a terminal, asks then. Reaches all versions, the \
        indexes, the quarantine, the reports, the alerts and the recorded rankings; names the files of the inbox and \
        the backups that still hold it. An erasure that was stopped is ended by the next one.

        Example: passerelle erase person "Camille Dupont" --also camille.dupont@example.fr
        """),
      subcommands: [
        EraseRecordCommand.self, EraseSourceCommand.self, ErasePersonCommand.self, EraseListCommand.self,
        EraseUndoCommand.self,
      ])
  }
}

/// The options of every erasure.
struct EraseOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(Speech.say("Efface sans demander.", "Erases without asking."))) var yes = false

  @Option(
    help: ArgumentHelp(
      Speech.say("Raison, gardée au journal.", "Reason, kept in the log."),
      valueName: Speech.say("texte", "text")))
  var reason: String?

  @Flag(
    help: ArgumentHelp(
      Speech.say("Laisse revenir ce qui est effacé.", "Lets what is erased come back.")))
  var noSuppress = false

  @Option(
    help: ArgumentHelp(
      Speech.say("Enregistrement à garder tel quel ; répétable.", "Record to keep as it is; repeatable."),
      valueName: Speech.say("clé", "key")))
  var except: [String] = []

  /// Shows what an erasure would take, and carries it out where that was asked for.
  func run(
    _ target: ErasureRequest.Target, takesRecords: Bool, _ options: WorkspaceOptions, _ output: OutputOptions
  ) throws {
    var request = ErasureRequest(target)
    request.reason = reason
    request.suppresses = !noSuppress
    request.exceptions = except
    request.takesRecords = takesRecords
    let line = options.progressLine()
    let workspace = try Workspace(options.configuration(line))
    let answer = try locked { try yes ? workspace.erase(request) : workspace.previewErasure(request) }
    line.clear()
    try write(answer, output)
    if answer.isEmpty, !answer.hasResumed { throw ExitCode(Failure.nothing) }
    guard !yes, !answer.isEmpty, ReviewTerminal.isAvailable, output.format == .table, output.output == nil
    else {
      return
    }
    StandardStreams.hint(Speech.say("Effacer ? (oui/non) ", "Erase? (yes/no) "))
    guard ["oui", "o", "yes", "y"].contains((readLine() ?? "").lowercased()) else { return }
    try write(try locked { try workspace.erase(request) }, output)
    line.clear()
  }

  private func write(_ answer: ErasureAnswer, _ output: OutputOptions) throws {
    try output.write(structured: answer.structured, rows: "texts", table: answer.table) {
      answer.text(Speech.language)
    }
  }

  private func locked<R>(_ body: () throws -> R) throws -> R {
    do {
      return try body()
    } catch let error as PasserelleError where error.code == .workspaceLocked {
      _ = Failure.report(error)
      throw ExitCode(NightlyCommand.locked)
    }
  }
}

/// `erase record`: takes one record out.
struct EraseRecordCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "record",
      abstract: Speech.say("Efface un enregistrement.", "Erases a record."),
      discussion: Speech.say(
        "Exemple : passerelle erase record decp/2019-0012 --reason \"retrait de droits\"",
        "Example: passerelle erase record decp/2019-0012 --reason \"rights withdrawn\""))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Clé, « source/clé » ou IRI.", "Key, 'source/key' or IRI."),
      valueName: Speech.say("clé", "key")))
  var record: String

  @OptionGroup var erase: EraseOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try erase.run(.record(record), takesRecords: false, options, output) }
}

/// `erase source`: takes all records of a source out.
struct EraseSourceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "source",
      abstract: Speech.say(
        "Efface tous les enregistrements d'une source.", "Erases all records of a source."),
      discussion: Speech.say(
        "Exemple : passerelle erase source decp", "Example: passerelle erase source decp"))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Nom court de la source.", "Short name of the source."),
      valueName: Speech.say("nom", "name")))
  var source: String

  @OptionGroup var erase: EraseOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try erase.run(.source(source), takesRecords: false, options, output) }
}

/// `erase person`: takes the texts that name a person out.
struct ErasePersonCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "person",
      abstract: Speech.say(
        "Efface ce qui nomme une personne.", "Erases what names a person."),
      discussion: Speech.say(
        """
        La casse, les accents, les traits d'union et l'ordre du prénom et du nom ne comptent pas. Les textes trouvés \
        sont caviardés ; avec --record, leurs enregistrements partent entiers. Vérifiez la liste : --except écarte les \
        homonymes.

        Exemple : passerelle erase person "Camille Dupont" --also "04 72 00 00 00" --yes
        """,
        """
        Case, accents, hyphens and the order of given and family name do not count. The texts found are redacted; with \
        --record, their records go whole. Check the list: --except leaves namesakes out.

        Example: passerelle erase person "Camille Dupont" --also "04 72 00 00 00" --yes
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Nom, adresse ou numéro.", "Name, address or number."),
      valueName: Speech.say("texte", "text")))
  var text: String

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Autre texte qui désigne la personne ; répétable.", "Another text that names it; repeatable."),
      valueName: Speech.say("texte", "text")))
  var also: [String] = []

  @Flag(
    help: ArgumentHelp(
      Speech.say("Efface les enregistrements entiers.", "Erases the whole records.")))
  var record = false

  @OptionGroup var erase: EraseOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try erase.run(.person([text] + also), takesRecords: record, options, output) }
}

/// `erase list`: the erasures that were carried out.
struct EraseListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: Speech.say("Liste les effacements faits.", "Lists the erasures carried out."),
      discussion: Speech.say("Exemple : passerelle erase list", "Example: passerelle erase list"))
  }

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let answer = try Workspace(options.configuration()).erasureList()
    try output.write(structured: answer.structured, rows: "erasures", table: answer.table) {
      (answer.entries.isEmpty ? [] : output.textLines(answer.table)) + answer.notes(Speech.language)
    }
    if answer.entries.isEmpty, answer.unfinished == nil { throw ExitCode(Failure.nothing) }
  }
}

/// `erase undo-suppression`: lets what was erased come back.
struct EraseUndoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo-suppression",
      abstract: Speech.say(
        "Laisse revenir ce qu'un effacement a pris.", "Lets what an erasure took come back."),
      discussion: Speech.say(
        "Exemple : passerelle erase undo-suppression 3", "Example: passerelle erase undo-suppression 3"))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Numéro de l'effacement.", "Number of the erasure."),
      valueName: Speech.say("numéro", "number")))
  var id: Int

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    try Workspace(options.configuration()).undoSuppression(id)
    options.note(
      Speech.say(
        "L'effacement n° \(id) n'empêche plus rien de revenir.",
        "Erasure number \(id) keeps nothing from coming back any more."))
  }
}
