import ArgumentParser
import Passerelle
import PasserelleCore

/// `reference remove`: takes official lists away.
struct ReferenceRemoveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove",
      abstract: Speech.say(
        "Retire des listes officielles de l'espace de travail.",
        "Takes official lists out of the workspace."),
      discussion: Speech.say(
        """
        Les listes du programme répondent de nouveau. Le fichier reste tant qu'un classement enregistré peut en \
        avoir besoin (voir les réglages).

        Exemple : passerelle reference remove communes cpv
        """,
        """
        The program's own lists answer again. The file stays for as long as a recorded ranking may need it (see \
        the settings).

        Example: passerelle reference remove communes cpv
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Noms des listes.", "Names of the lists."), valueName: Speech.say("liste", "list")))
  var lists: [String]

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let line = options.progressLine()
    try Workspace(options.configuration(line)).removeReferences(lists)
    line.clear()
    options.note(
      Speech.say("Retiré : ", "Removed: ") + lists.joined(separator: ", "))
  }
}
