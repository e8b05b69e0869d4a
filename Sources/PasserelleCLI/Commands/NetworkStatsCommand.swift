import ArgumentParser
import Passerelle
import PasserelleCore

/// `network stats`: statistics of cooperation, published beside held.
struct NetworkStatsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "stats",
      abstract: Speech.say(
        "Compte les coopérations : valeurs publiées et fiches détenues, côte à côte.",
        "Counts cooperations: published values and records held, side by side."),
      discussion: Speech.say(
        """
        Sans option, liste les tableaux ; --table en montre un, --rows et --columns en font un autre. Chaque \
        valeur publiée a sa portée, sa date et sa source ; chaque nombre détenu a son dénominateur et sa \
        couverture. Les deux ne s'additionnent jamais. « Aucun connu » n'est pas « aucun ».

        On compte par : theme, sub-theme, topic, continent, sub-continent, country, authority, department, year, \
        kind, mode.

        Exemple : passerelle network stats --rows theme --columns continent
        """,
        """
        Without options, lists the tables; --table shows one, --rows and --columns make another. Each published \
        value has its scope, date and source; each number held has its denominator and coverage. The two are \
        never added up. 'None known' is not 'none'.

        Things are counted by: theme, sub-theme, topic, continent, sub-continent, country, authority, \
        department, year, kind, mode.

        Example: passerelle network stats --rows theme --columns continent
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say("Tableau à montrer.", "Table to show."), valueName: Speech.say("nom", "name")),
    completion: .list(StatsTables.names))
  var table: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Ce que sont les lignes.", "What the rows are."), valueName: Speech.say("nom", "name")),
    completion: .list(StatsRequest.dimensions))
  var rows: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Ce que sont les colonnes.", "What the columns are."), valueName: Speech.say("nom", "name")),
    completion: .list(StatsRequest.dimensions))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Thème ou sous-thème, par code ou nom (« développement durable » : ses deux thèmes).",
        "Theme or sub-theme, by code or name ('sustainable development': both of its themes)."),
      valueName: Speech.say("thème", "theme")))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Pays, par code ou nom.", "Country, by code or name."),
      valueName: Speech.say("pays", "country"))
  )
  var country: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Continent ou partie de continent.", "Continent or part of a continent."),
      valueName: Speech.say("région", "region")))
  var area: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Sorte de collectivité : commune, intercommunality, departement, region.",
        "Kind of authority: commune, intercommunality, departement, region."),
      valueName: Speech.say("sorte", "kind")))
  var authority: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Forme : twinning, cooperation, agreement, project.",
        "Form: twinning, cooperation, agreement, project."), valueName: Speech.say("forme", "form")))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Mode de coopération (solidarity, co-carrying…).", "Cooperation mode (solidarity, co-carrying…)."),
      valueName: "mode"))
  var mode: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Coopérations en vigueur cette année-là, valeurs publiées pour elle.",
        "Cooperations that held in that year, values published for it."),
      valueName: Speech.say("année", "year")))
  var year: Int?

  @OptionGroup var moment: NetworkMomentOptions

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  private var hasLimits: Bool {
    [theme, country, area, authority, kind, mode].contains { $0 != nil } || year != nil
  }

  func validate() throws {
    guard table == nil || (rows == nil && columns == nil && !hasLimits) else {
      throw ValidationError(
        Speech.say(
          "--table ne va pas avec --rows, --columns ni un filtre.",
          "--table does not go with --rows, --columns or a filter."))
    }
    guard columns == nil || rows != nil else {
      throw ValidationError(Speech.say("--columns demande --rows.", "--columns needs --rows."))
    }
    if let year, !(1...9999).contains(year) {
      throw ValidationError(Speech.say("--year : une année AAAA.", "--year: a year YYYY."))
    }
  }

  func run() throws {
    guard table != nil || rows != nil || hasLimits else {
      let tables = StatsTables()
      try output.write(
        structured: tables.structured(Speech.language), rows: "tables", table: tables.page(Speech.language)
      ) { output.textLines(tables.page(Speech.language)) }
      return
    }
    var request = StatsRequest()
    request.table = table
    if let rows { request.rows = rows }
    request.columns = columns
    request.theme = theme
    request.country = country
    request.area = area
    request.authority = authority
    request.kind = kind
    request.mode = mode
    request.year = year
    request.includesDemonstration = moment.demonstration
    request.asOf = moment.asOf
    let answer = try Workspace(options.configuration())
      .networkStatistics(request, language: Speech.language)
    try output.write(structured: answer.structured, rows: "rows", table: answer.dataTable) {
      output.textLines(answer.page) + [""] + answer.paragraphs.flatMap { output.wrapped($0) }
    }
    if answer.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
