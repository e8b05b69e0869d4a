public import ArgumentParser
import Foundation
public import Passerelle
import PasserelleCore

/// `network gaps`: what no record speaks of.
struct NetworkGapsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "gaps",
      abstract: Speech.say(
        "Montre où aucune coopération n'est connue.", "Shows where no cooperation is known."),
      discussion: Speech.say(
        """
        Thèmes sans coopération connue dans un pays, pays publiés mais absents des enregistrements, collectivités \
        sans partenaire de recherche ou étranger connu, groupes sans passerelle. « Aucun connu » n'est pas « aucun » : \
        chaque ligne dit combien d'enregistrements en parlent.

        Exemple : passerelle network gaps --by country --limit 5
        """,
        """
        Themes without known cooperation in a country, countries published but missing in the records, authorities \
        without a known research or foreign partner, groups without a bridge. 'None known' is not 'none': each row \
        tells how many records speak of it.

        Example: passerelle network gaps --by country --limit 5
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Lacunes par theme, country, city ou group ; toutes sans lui.",
        "Gaps by theme, country, city or group; all without it."),
      valueName: Speech.say("axe", "axis")))
  var by: GapsRequest.Axis?

  @Option(
    help: ArgumentHelp(
      Speech.say("Un seul thème.", "One theme only."), valueName: Speech.say("thème", "theme")))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Pays, par nom ou code ; répétable.", "Country, by name or code; repeatable."),
      valueName: Speech.say("pays", "country")))
  var country: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Speech.say("Nombre de lignes de chaque liste.", "Number of rows of each list.")))
  var limit = 20

  @OptionGroup var moment: NetworkMomentOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try LimitCheck.check(limit) }

  func run() throws {
    var request = GapsRequest()
    request.axis = by
    request.theme = theme
    request.countries = country
    request.limit = limit
    request.asOf = moment.asOf
    request.includesDemonstration = moment.demonstration
    let answer = try Workspace(options.configuration()).networkGaps(request, language: Speech.language)
    try output.write(structured: answer.structured, rows: "gaps", table: answer.table) {
      answer.text(width: output.width)
    }
    if answer.isEmpty { throw ExitCode(Failure.nothing) }
  }
}

extension GapsRequest.Axis: ExpressibleByArgument {}
