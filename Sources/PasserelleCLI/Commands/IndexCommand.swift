import ArgumentParser
import Passerelle
import PasserelleCore

/// `index`: brings the text index up to date.
struct IndexCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "index",
      abstract: Speech.say("Met l'index de texte à jour.", "Brings the text index up to date."),
      discussion: Speech.say("Exemple : passerelle index --rebuild", "Example: passerelle index --rebuild"))
  }

  @Flag(
    help: ArgumentHelp(Speech.say("Supprime l'index et le refait.", "Deletes the index and makes it anew.")))
  var rebuild = false

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let line = options.progressLine()
    let count = try Workspace(options.configuration(line)).index(rebuild: rebuild)
    line.clear()
    options.note(
      Speech.say("\(fr: count, "document indexé", "documents indexés").", "\(en: count, "document") indexed.")
    )
    if StopSignals.flag.isSet { throw ExitCode(Failure.interrupted) }
  }
}
