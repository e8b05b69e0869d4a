public import ArgumentParser
public import Passerelle
import PasserelleCore

extension CentralAnswer.Measure: ExpressibleByArgument {}

/// `network central`: who stands at the centre.
struct NetworkCentralCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "central",
      abstract: Speech.say(
        "Classe les acteurs par leur place dans le réseau.",
        "Ranks actors by their place in the network."),
      discussion: Speech.say(
        """
        Mesures : pagerank, betweenness, degree, closeness, core ; la réponse dit ce qu'elles comptent et sur \
        quoi elles portent. Jamais de personnes. Au-delà d'une certaine taille, l'intermédiarité est estimée \
        et sa marge d'erreur est dite.

        Exemple : passerelle network central --by betweenness --country SN
        """,
        """
        Measures: pagerank, betweenness, degree, closeness, core; the answer says what they count and what \
        they cover. Never persons. Above a certain size betweenness is estimated, and its error bound is told.

        Example: passerelle network central --by betweenness --country SN
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say("Mesure.", "Measure."), valueName: Speech.say("mesure", "measure")))
  var by: CentralAnswer.Measure = .pagerank

  @Option(help: ArgumentHelp(Speech.say("Nombre de lignes.", "Number of rows."), valueName: "n"))
  var limit = 20

  @OptionGroup var part: NetworkOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try LimitCheck.check(limit) }

  func run() throws {
    let answer = try Workspace(options.configuration())
      .networkCentral(part.request, by: by, limit: limit, language: Speech.language)
    try output.write(structured: answer.structured, rows: "rows", table: answer.table) {
      output.textLines(answer.page) + [""] + answer.paragraphs.flatMap { output.wrapped($0) }
    }
    if answer.rows.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
