import ArgumentParser
import PasserelleCore

/// The moment and the data that a question about the network looks at.
struct NetworkMomentOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      Speech.say(
        "Regarde l'état connu à cet instant (une date vaut la fin de sa journée).",
        "Looks at the state known at that moment (a date means the end of its day)."),
      valueName: "date"))
  var moment: AsOfMoment?

  @Flag(
    help: ArgumentHelp(
      Speech.say("Compte aussi les données de démonstration.", "Counts demonstration data too.")))
  var demonstration = false

  /// The moment; nil for now.
  var asOf: Instant? { moment?.instant }
}
