import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// `network suggest`: whom to invite.
struct NetworkSuggestCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "suggest",
      abstract: Speech.say("Propose des partenaires et des plateformes.", "Suggests partners and platforms."),
      discussion: Speech.say(
        """
        partners cherche les pairs d'une collectivité ; triads cherche une collectivité française et deux \
        étrangères avec ceux qui pourraient les accompagner.

        Exemple : passerelle network suggest partners Grenoble --limit 5
        """,
        """
        partners looks for the peers of an authority; triads looks for one French and two foreign authorities with \
        those who could come along.

        Example: passerelle network suggest partners Grenoble --limit 5
        """),
      subcommands: [NetworkSuggestPartnersCommand.self, NetworkSuggestTriadsCommand.self])
  }
}

/// `network suggest partners`: peers of an authority.
struct NetworkSuggestPartnersCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "partners",
      abstract: Speech.say(
        "Propose des pairs à une collectivité, avec les raisons et une voie d'introduction.",
        "Suggests peers to an authority, with the reasons and a way to an introduction."),
      discussion: Speech.say(
        """
        Compare nature et niveau, taille, thèmes et services, proximité dans le réseau. Une part inconnue ne compte \
        ni pour ni contre ; la renommée et le nombre de liens ne comptent pas. Les collectivités déjà liées sont \
        montrées à part.

        Exemple : passerelle network suggest partners Grenoble --country Sénégal --limit 5
        """,
        """
        Compares kind and level, size, themes and services, closeness in the network. An unknown part counts neither \
        for nor against; fame and the number of ties do not count. Authorities that are tied already are shown apart.

        Example: passerelle network suggest partners Grenoble --country Senegal --limit 5
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Collectivité : nom, insee:38185, siren:…, IRI.", "Authority: name, insee:38185, siren:…, IRI."),
      valueName: Speech.say("collectivité", "authority")))
  var city: String

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Pays des pairs, par nom ou code ; répétable. Sans lui, tous sauf celui de la collectivité.",
        "Country of the peers, by name or code; repeatable. Without it, all but that of the authority."),
      valueName: Speech.say("pays", "country")))
  var country: [String] = []

  @Option(
    help: ArgumentHelp(
      Speech.say("Thème où les pairs doivent être actifs.", "Theme that peers should be active in."),
      valueName: Speech.say("thème", "theme")))
  var theme: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp(Speech.say("Nombre de propositions.", "Number of suggestions.")))
  var limit = 10

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Liste aussi les pairs sans voie d'introduction connue.",
        "Also lists peers without a known way to an introduction.")))
  var withoutWay = false

  @OptionGroup var moment: NetworkMomentOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try LimitCheck.check(limit) }

  func run() throws {
    var request = SuggestPartnersRequest(city: city)
    request.countries = country
    request.theme = theme
    request.limit = limit
    request.includesUnreached = withoutWay
    request.asOf = moment.asOf
    request.includesDemonstration = moment.demonstration
    let answer = try Workspace(options.configuration()).suggestPartners(request, language: Speech.language)
    try output.write(structured: answer.structured, rows: "suggestions", table: answer.table) {
      answer.text(width: output.width)
    }
    if answer.peers.isEmpty { throw ExitCode(Failure.nothing) }
  }
}

/// `network suggest triads`: triangular platforms.
struct NetworkSuggestTriadsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "triads",
      abstract: Speech.say(
        "Propose une collectivité française et deux étrangères, avec leurs acteurs.",
        "Suggests one French and two foreign authorities, with their actors."),
      discussion: Speech.say(
        """
        Règle de l'appel triangulaire : les deux collectivités étrangères sont de continents différents, et chacune \
        des trois vient avec des acteurs économiques, de la recherche et des associations. Les rôles sans personne \
        de connu sont nommés ; les fournisseurs et conseils en place sont signalés.

        Exemple : passerelle network suggest triads --any-continent --limit 2
        """,
        """
        Rule of the triangular call: the two foreign authorities lie on different continents, and each of the three \
        comes with economic actors, research and associations. Roles for which nobody is known are named; suppliers \
        and advisers in place are flagged.

        Example: passerelle network suggest triads --any-continent --limit 2
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "La collectivité française, par nom ou identifiant.", "The French authority, by name or identifier."),
      valueName: Speech.say("collectivité", "authority")))
  var city: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Thème des plateformes.", "Theme of the platforms."), valueName: Speech.say("thème", "theme")
    ))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Pays d'une collectivité étrangère, par nom ou code ; deux fois au plus.",
        "Country of a foreign authority, by name or code; twice at most."),
      valueName: Speech.say("pays", "country")))
  var country: [String] = []

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Appel dont les organisateurs, financeurs, conseils et évaluateurs sont signalés.",
        "Call whose organisers, funders, advisers and evaluators are flagged."),
      valueName: Speech.say("appel", "call")))
  var call: String?

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "N'exige que des pays différents, pas des continents différents.",
        "Asks for different countries only, not for different continents.")))
  var anyContinent = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp(Speech.say("Nombre de plateformes.", "Number of platforms.")))
  var limit = 6

  @OptionGroup var moment: NetworkMomentOptions
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try LimitCheck.check(limit)
    guard country.count <= 2 else {
      throw ValidationError(Speech.say("--country : deux pays au plus.", "--country: two countries at most."))
    }
  }

  func run() throws {
    var request = TriadsRequest()
    request.city = city
    request.theme = theme
    request.countries = country
    request.call = call
    request.allowsOneContinent = anyContinent
    request.limit = limit
    request.asOf = moment.asOf
    request.includesDemonstration = moment.demonstration
    let answer = try Workspace(options.configuration()).suggestTriads(request, language: Speech.language)
    try output.write(structured: answer.structured, rows: "platforms", table: answer.table) {
      answer.text(width: output.width)
    }
    if answer.platforms.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
