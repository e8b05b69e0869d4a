public import ArgumentParser
public import Passerelle
import PasserelleCore

extension NetworkRequest.Shape: ExpressibleByArgument {}

/// Which part of the network a question is about.
struct NetworkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Sorte d'acteur ou de nœud (commune, university, réseau… ; répétable).",
        "Kind of actor or node (commune, university, network…; repeatable)."),
      valueName: Speech.say("sorte", "kind")))
  var kind: [String] = []

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Sorte de lien (twinning, participation, supply… ; répétable).",
        "Kind of tie (twinning, participation, supply…; repeatable)."),
      valueName: Speech.say("sorte", "kind")))
  var link: [String] = []

  @Option(
    help: ArgumentHelp(
      Speech.say("Thème ou sous-thème (répétable).", "Theme or sub-theme (repeatable)."),
      valueName: Speech.say("thème", "theme")))
  var theme: [String] = []

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Pays que les liens touchent, par code ou nom (répétable).",
        "Country that ties touch, by code or name (repeatable)."),
      valueName: Speech.say("pays", "country")))
  var country: [String] = []

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Liens que leurs dates n'excluent pas ce jour-là (2017, 2017-06, 2017-06-12).",
        "Ties that their dates do not rule out on that day (2017, 2017-06, 2017-06-12)."),
      valueName: "date"))
  var on: PartialDate?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "actors : acteurs liés par ce qu'ils partagent ; stated : tout, tel qu'énoncé.",
        "actors: actors tied by what they share; stated: everything, as stated."),
      valueName: Speech.say("forme", "shape")))
  var shape: NetworkRequest.Shape?

  @Flag(help: ArgumentHelp(Speech.say("Garde le sens des liens.", "Keeps the direction of ties.")))
  var directed = false

  @OptionGroup var moment: NetworkMomentOptions

  /// The part as the façade takes it.
  var request: NetworkRequest {
    var request = NetworkRequest()
    request.kinds = kind
    request.links = link
    request.themes = theme
    request.countries = country
    request.day = on
    request.asOf = moment.asOf
    request.shape = shape
    request.isDirected = directed
    request.includesDemonstration = moment.demonstration
    return request
  }
}
