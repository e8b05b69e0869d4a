import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore
import PasserelleRendering

/// `ask`: the saved questions.
struct AskCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ask",
      abstract: Speech.say(
        "Pose une question enregistrée ; sans nom, les liste.",
        "Asks a saved question; without a name, lists them."),
      discussion: Speech.say(
        """
        Une ville, une organisation ou un thème se donnent par leur nom ou par un identifiant (insee:38185). \
        --describe dit les paramètres et les colonnes ; --sparql montre la requête sans la poser.

        Exemple : passerelle ask city-cooperations city=Grenoble
        """,
        """
        A city, an organisation or a theme are given by their name or by an identifier (insee:38185). --describe \
        tells the parameters and columns; --sparql shows the query without asking it.

        Example: passerelle ask city-cooperations city=Grenoble
        """))
  }

  @Argument(
    help: ArgumentHelp(Speech.say("La question.", "The question."), valueName: Speech.say("nom", "name")),
    completion: .custom { _, _, _ in Self.catalogue?.names ?? [] })
  var name: String?

  @Argument(
    help: ArgumentHelp(
      Speech.say("Les paramètres.", "The parameters."),
      valueName: Speech.say("paramètre=valeur", "parameter=value")),
    completion: .custom { words, _, _ in Self.completions(words) })
  var arguments: [String] = []

  @Flag(help: ArgumentHelp(Speech.say("Liste les questions.", "Lists the questions.")))
  var list = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Décrit la question au lieu de la poser.", "Describes the question instead of asking it.")))
  var describe = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Écrit la requête SPARQL au lieu de la poser.", "Writes the SPARQL query instead of asking it.")))
  var sparql = false

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Interroge l'état connu à cet instant (une date vaut la fin de sa journée).",
        "Asks the state known at that moment (a date means the end of its day)."), valueName: "date"))
  var asOf: AsOfMoment?

  @OptionGroup var view: RawViewOptions

  @Option(
    help: ArgumentHelp(
      Speech.say("Durée permise, en secondes.", "Time allowed, in seconds."),
      valueName: Speech.say("secondes", "seconds")))
  var timeout = 60

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard timeout > 0 else {
      throw ValidationError(
        Speech.say("--timeout : un nombre de 1 ou plus.", "--timeout: a number of 1 or more."))
    }
    guard !list || name == nil else {
      throw ValidationError(
        Speech.say("--list ne va pas avec une question.", "--list does not go with a question."))
    }
  }

  func run() throws {
    let catalogue = try QuestionCatalogue(
      ontologyPath: options.ontology, executableDirectory: WorkspaceOptions.executableDirectory)
    guard let name else {
      try output.write(
        structured: catalogue.structured, rows: "questions", table: catalogue.table(Speech.language)
      ) { catalogue.text(Speech.language) }
      return
    }
    if describe {
      let description = try catalogue.description(of: name)
      try output.write(
        structured: description.structured, rows: "parameters", table: description.table(Speech.language)
      ) { description.text(Speech.language, width: output.width) }
      return
    }
    // A mistyped name is told of before a workspace is looked for.
    _ = try catalogue.description(of: name)
    let workspace = try Workspace(options.configuration())
    if sparql {
      let text = try workspace.sparql(
        of: name, arguments, in: catalogue, language: Speech.language, asOf: asOf?.instant)
      try OutputOptions.write(Data(text.utf8), to: output.output)
      return
    }
    let answer = try workspace.ask(
      name, arguments, of: catalogue, language: Speech.language, asOf: asOf?.instant, isRaw: view.raw,
      timeout: .seconds(timeout))
    try output.write(structured: answer.structured, rows: "rows", table: answer.table) {
      answer.isEmpty ? [answer.summary] : output.textLines(answer.page) + ["", answer.summary]
    }
    if answer.isEmpty { throw ExitCode(Failure.nothing) }
  }

  private static var catalogue: QuestionCatalogue? {
    try? QuestionCatalogue(executableDirectory: WorkspaceOptions.executableDirectory)
  }

  /// The parameters of the question that stands among the words typed so far.
  private static func completions(_ words: [String]) -> [String] {
    guard let catalogue, let question = words.first(where: catalogue.names.contains) else { return [] }
    return catalogue.parameterNames(of: question).map { $0 + "=" }
  }
}
