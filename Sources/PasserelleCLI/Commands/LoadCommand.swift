import ArgumentParser
import Passerelle
import PasserelleCore

/// `load`: stores RDF as it is.
struct LoadCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "load",
      abstract: Speech.say(
        "Charge des fichiers RDF, graphe par graphe, dans l’espace de travail.",
        "Loads RDF files into the workspace, graph by graph."),
      discussion: Speech.say(
        """
        Chaque graphe nommé devient un enregistrement de la source « rdf » ; les énoncés sans graphe vont à un \
        enregistrement par fichier. Ce qui est nouveau s’ajoute à la version ouverte ; avec --replace, il la \
        remplace. Un second chargement du même fichier ne stocke rien. Un fichier mal formé est écarté en entier, \
        sauf avec --recover. L’espace de travail est créé s’il manque.

        Exemple : passerelle load donnees.nq.gz --into espace
        """,
        """
        Each named graph becomes a record of the source 'rdf'; statements without a graph go to one record a \
        file. What is new is added to the open version; with --replace it takes its place. A second load of the \
        same file stores nothing. A malformed file is left out as a whole, unless --recover is given. The \
        workspace is made where it is missing.

        Example: passerelle load data.nq.gz --into workspace
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Fichiers, dossiers, ou - pour l’entrée standard.", "Files, folders, or - for standard input."),
      valueName: Speech.say("chemin", "path")))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Espace de travail à remplir (comme --workspace).", "Workspace to fill (as --workspace)."),
      valueName: Speech.say("dossier", "folder")))
  var into: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Syntaxe, sinon d’après le nom : ", "Syntax, else by the name: ")
        + LoadOptions.syntaxNames.joined(separator: ", ") + ".",
      valueName: Speech.say("nom", "name")))
  var syntax: String?

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Continue après un énoncé mal formé, compté comme refusé.",
        "Goes on after a malformed statement, counted as refused.")))
  var recover = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Remplace chaque graphe par ce que le chargement en dit.",
        "Replaces each graph by what the load says of it.")))
  var replace = false

  @Flag(
    help: ArgumentHelp(
      Speech.say("Code de sortie 1 si quelque chose est refusé.", "Exit code 1 when anything is refused.")))
  var strict = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let syntax, !LoadOptions.syntaxNames.contains(syntax) {
      let known = LoadOptions.syntaxNames.joined(separator: ", ")
      throw ValidationError(
        Speech.say("--syntax : \(known) ; pas « \(syntax) ».", "--syntax: \(known); not '\(syntax)'."))
    }
  }

  func run() throws {
    let line = options.progressLine()
    var configuration = options.configuration(line)
    if let into { configuration.path = into }
    if try Workspace.create(configuration) {
      options.note(
        Speech.say("Espace de travail créé : \(configuration.path)", "Workspace made: \(configuration.path)"))
    }
    var loading = LoadOptions()
    (loading.syntaxName, loading.recovers, loading.replaces) = (syntax, recover, replace)
    let answer = try Workspace(configuration).load(paths, options: loading)
    line.clear()
    StandardStreams.note(answer.fileErrors, as: Speech.say("Fichier écarté", "File left out"))
    try output.end(answer, isStrict: strict)
  }
}
