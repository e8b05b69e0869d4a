public import ArgumentParser
import Foundation
public import Passerelle
import PasserelleCore

extension SourcingNoteFormat: ExpressibleByArgument {}

/// `note`: the sourcing note of a recorded match run.
struct NoteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "note",
      abstract: Speech.say(
        "Écrit la note de sourçage d’une recherche, à classer.",
        "Writes the sourcing note of a match run, to file."),
      discussion: Speech.say(
        """
        Le besoin tel qu’il a été compris, les fournisseurs par niveau puis par ordre alphabétique avec leurs \
        raisons et leurs sources, ce que les filtres ont écarté, les points à vérifier, et un registre des \
        échanges à remplir. « passerelle runs match » donne les recherches.

        Exemple : passerelle note M12 --format odt --output note.odt
        """,
        """
        The need as understood, vendors by band and then in alphabetical order with their reasons and sources, \
        what the filters removed, the points to check, and an empty contact log. 'passerelle runs match' lists \
        the runs.

        Example: passerelle note M12 --format odt --output note.odt
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("La recherche, telle que M12.", "The match run, such as M12."),
      valueName: Speech.say("recherche", "run")))
  var identifier: String

  @Option(name: .shortAndLong, help: ArgumentHelp(Speech.say("Forme : html ou odt.", "Form: html or odt.")))
  var format: SourcingNoteFormat = .html

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Speech.say(
        "Fichier à écrire ; nécessaire pour odt.", "File to write; needed for odt."),
      valueName: Speech.say("fichier", "file")))
  var output: String?

  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    guard format.isBinary, output == nil || output == "-" else { return }
    throw ValidationError(
      Speech.say(
        "--format \(format.rawValue) : donnez un fichier par --output.",
        "--format \(format.rawValue): give a file by --output."))
  }

  func run() throws {
    let workspace = try Workspace(options.configuration())
    let report = try workspace.note(run: identifier, language: Speech.language)
    try OutputOptions.write(Data(try format.data(report)), to: output)
  }
}
