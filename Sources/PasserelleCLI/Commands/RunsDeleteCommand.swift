import ArgumentParser
import Passerelle

/// `runs delete`: deletes the record of a match run.
struct RunsDeleteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "delete",
      abstract: Speech.say(
        "Supprime un classement enregistré ; ses octets sont effacés.",
        "Deletes a recorded ranking; its bytes are overwritten."),
      discussion: Speech.say(
        """
        Les sauvegardes faites avant le gardent.

        Exemple : passerelle runs delete M12
        """,
        """
        Backups made before still hold it.

        Example: passerelle runs delete M12
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Enregistrement, comme M12.", "Record, such as M12."),
      valueName: Speech.say("enregistrement", "record")))
  var record: String

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let id = try Workspace(options.configuration()).deleteMatchRun(record)
    options.note(Speech.say("\(id) est supprimé.", "\(id) is deleted."))
  }
}
