import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// `backup`: copies the store while other verbs go on.
struct BackupCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup",
      abstract: Speech.say(
        "Copie la base dans un fichier, sans arrêter le travail.",
        "Copies the store into a file while work goes on."),
      discussion: Speech.say(
        "Pour rétablir : supprimez store.sqlite, store.sqlite-wal et store.sqlite-shm, mettez la copie à la place de store.sqlite, puis « passerelle index --rebuild ».\n\nExemple : passerelle backup sauvegarde.sqlite",
        "To restore: delete store.sqlite, store.sqlite-wal and store.sqlite-shm, put the copy in place of store.sqlite, then 'passerelle index --rebuild'.\n\nExample: passerelle backup copy.sqlite"
      ))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Fichier à écrire.", "File to write."), valueName: Speech.say("fichier", "file")))
  var destination: String

  @Flag(help: ArgumentHelp(Speech.say("Remplace un fichier qui existe.", "Replaces a file that exists.")))
  var force = false

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    if !force, FileManager.default.fileExists(atPath: destination) {
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr: "« \(destination) » existe déjà ; ajoutez --force pour le remplacer.",
          en: "'\(destination)' exists already; add --force to replace it."),
        at: SourceLocation(file: destination))
    }
    let line = options.progressLine()
    let workspace = try Workspace(options.configuration())
    try workspace.backUp(to: destination) { done, total in
      line.show(
        ProgressUpdate(
          stage: LocalizedText(fr: "Copie", en: "Copying"), done: done, total: total, unit: .items))
    }
    line.clear()
    let beside = workspace.besideStore().map { $0[Speech.language] }.joined(separator: ", ")
    options.note(Speech.say("Base copiée dans \(destination).", "Store copied to \(destination)."))
    options.note(
      Speech.say(
        "Non compris, à copier avec le dossier de l'espace de travail : \(beside).",
        "Not in the copy, to be copied with the workspace's folder: \(beside)."))
  }
}
