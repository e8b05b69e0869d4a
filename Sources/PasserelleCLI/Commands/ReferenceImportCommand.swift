import ArgumentParser
import Passerelle
import PasserelleCore

/// `reference import`: reads official lists into the workspace.
struct ReferenceImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: Speech.say(
        "Importe des listes officielles dans l'espace de travail.",
        "Imports official lists into the workspace."),
      discussion: Speech.say(
        """
        Chaque fichier est reconnu à son contenu : CPV et NUTS (CSV), communes, départements, régions, villes du \
        monde, villes jumelées (CSV), genericode, SKOS. Une liste remplace celle du même nom ; une interruption ne \
        change rien. L'espace de travail est créé s'il manque.

        Exemple : passerelle reference import listes/
        """,
        """
        Each file is told by its content: CPV and NUTS (CSV), communes, departments, regions, cities of the world, \
        twinned cities (CSV), genericode, SKOS. A list takes the place of the one of its name; an interruption \
        changes nothing. The workspace is made where it is missing.

        Example: passerelle reference import lists/
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Fichiers, dossiers, ou - pour l'entrée standard.", "Files, folders, or - for standard input."),
      valueName: Speech.say("chemin", "path")))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      Speech.say("Édition des listes, telle que 2024.", "Edition of the lists, such as 2024."),
      valueName: Speech.say("texte", "text")))
  var edition = ""

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Licence des listes (sinon celle qui est connue).", "Licence of the lists (else the known one)."),
      valueName: Speech.say("texte", "text")))
  var licence = ""

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Code de sortie 1 si quelque chose est refusé.", "Exit code 1 when anything is refused.")))
  var strict = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let line = options.progressLine()
    let configuration = options.configuration(line)
    if try Workspace.create(configuration) {
      options.note(Speech.say("Espace de travail créé : \(options.path)", "Workspace made: \(options.path)"))
    }
    var reading = ReferenceOptions()
    reading.edition = edition
    reading.licence = licence
    let answer = try Workspace(configuration).importReferences(paths, options: reading)
    line.clear()
    StandardStreams.note(answer.fileErrors, as: Speech.say("Fichier passé", "File passed over"))
    try output.write(structured: answer.structured, rows: "lists", table: answer.table) {
      answer.text(Speech.language)
    }
    if answer.isInterrupted { throw ExitCode(Failure.interrupted) }
    if answer.files.failed > 0 { throw ExitCode(Failure.failed) }
    if answer.lists.isEmpty || strict && answer.rows.refused > 0 { throw ExitCode(Failure.nothing) }
  }
}
