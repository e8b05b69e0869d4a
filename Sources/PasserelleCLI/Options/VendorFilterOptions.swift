import ArgumentParser
import Passerelle
import PasserelleCore

/// Conditions on vendors: what they remove is counted in the answer.
struct VendorFilterOptions: ParsableArguments {
  @Option(
    name: .customLong("only-place"),
    help: ArgumentHelp(
      Speech.say(
        "Ne garder que les fournisseurs connus ou déclarés dans ce département ; répétable.",
        "Keep only vendors known or declared in this department; repeatable."), valueName: "code"))
  var places: [String] = []

  @Option(
    name: .customLong("only-cpv"),
    help: ArgumentHelp(
      Speech.say(
        "Ne garder que les fournisseurs connus ou déclarés sous ce préfixe CPV ; répétable.",
        "Keep only vendors known or declared under this CPV prefix; repeatable."),
      valueName: Speech.say("préfixe", "prefix")))
  var cpv: [String] = []

  @Option(
    name: .customLong("only-size"),
    help: ArgumentHelp(
      Speech.say(
        "Ne garder que ces tailles déclarées : micro, sme, mid_cap, large ; répétable.",
        "Keep only these declared sizes: micro, sme, mid_cap, large; repeatable."),
      valueName: Speech.say("taille", "size")))
  var sizes: [String] = []

  @Option(
    name: .customLong("only-sovereignty"),
    help: ArgumentHelp(
      Speech.say(
        "Demander un attribut déclaré : hosted_in_eu, secnumcloud, controlled_in_eu, open_source, open_standards, reversibility ; répétable.",
        "Ask for a declared attribute: hosted_in_eu, secnumcloud, controlled_in_eu, open_source, open_standards, reversibility; repeatable."
      ), valueName: Speech.say("attribut", "attribute")))
  var sovereignty: [String] = []

  @Option(
    name: .customLong("only-since"),
    help: ArgumentHelp(
      Speech.say(
        "Ne garder que les fournisseurs avec un marché depuis cette date : 2018, 2018-06 ou 2018-06-12.",
        "Keep only vendors with an award since this date: 2018, 2018-06 or 2018-06-12."), valueName: "date"))
  var since: PartialDate?

  /// Puts the conditions into a request.
  func apply(to request: inout MatchRequest) throws {
    try request.setFilter(
      places: places, cpvPrefixes: cpv, sizes: sizes, sovereignty: sovereignty, since: since)
  }
}
