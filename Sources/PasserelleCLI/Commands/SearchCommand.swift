import ArgumentParser
import Passerelle
import PasserelleCore

/// `search`: full text over everything.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search",
      abstract: Speech.say(
        "Cherche dans tous les textes, avec filtres et facettes.",
        "Searches all texts, with filters and facets."),
      discussion: Speech.say(
        """
        Tous les mots doivent s'y trouver, au pluriel ou non, avec ou sans accents. Entre guillemets, une \
        expression exacte ; -mot exclut ; OU, parenthèses, mot*, mot~ ; titre:, acheteur:, titulaire:, lieu:, cpv:, \
        date:, montant:, thème:, contient: (Documentation/QueryLanguage.md).

        Exemple : passerelle search 'éclairage public cpv:45* montant:>100k -acheteur:lyon'
        """,
        """
        Every word must occur, plural or not, with or without accents. In quotes, an exact phrase; -word \
        excludes (put -- before a query that begins with it); OR, parentheses, word*, word~; title:, buyer:, vendor:, \
        place:, cpv:, date:, amount:, theme:, contains: (Documentation/QueryLanguage.md).

        Example: passerelle search 'éclairage public cpv:45* amount:>100k -buyer:lyon'
        """))
  }

  @Argument(help: ArgumentHelp(Speech.say("Les mots.", "The words."), valueName: Speech.say("mots", "words")))
  var words: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp(Speech.say("Nombre de résultats.", "Number of results.")))
  var limit = 20

  @Flag(
    help: ArgumentHelp(
      Speech.say("Explique chaque score, mot par mot.", "Explains each score, word by word.")))
  var explain = false

  @Flag(
    help: ArgumentHelp(
      Speech.say("Montre les passages où sont les mots.", "Shows the passages where the words are.")))
  var passages = false

  @OptionGroup var filters: FilterOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try LimitCheck.check(limit) }

  func run() throws {
    let workspace = try Workspace(options.configuration())
    var request = SearchRequest(words: words.joined(separator: " "))
    request.filter = filters.filter
    request.limit = limit
    request.explains = explain
    request.facts = Speech.language
    let answer = try workspace.search(request)
    try output.write(structured: answer.structured, rows: "results", table: answer.table) { lines(answer) }
    if answer.results.isEmpty { throw ExitCode(Failure.nothing) }
  }

  private func lines(_ answer: SearchAnswer) -> [String] {
    guard answer.total > 0 else {
      return [Speech.say("Rien ne correspond à cette recherche.", "Nothing matches this search.")]
        + answer.remarks(in: Speech.language)
    }
    var lines = [Speech.say("\(fr: answer.total, "résultat")", "\(en: answer.total, "result")")]
    if answer.isRelaxed {
      lines[0] += Speech.say(
        " : aucun n'a tous les mots, voici ceux qui en ont", ": none has every word, here are those with some"
      )
    }
    lines += answer.remarks(in: Speech.language)
    lines += [""] + output.textLines(answer.table(in: Speech.language)) + [""]
    if passages, !answer.passageLines.isEmpty { lines += answer.passageLines + [""] }
    if explain { lines += answer.explanationLines(in: Speech.language) + [""] }
    return lines + output.textLines(answer.facetTable(in: Speech.language))
  }
}
