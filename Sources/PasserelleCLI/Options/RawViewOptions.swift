import ArgumentParser

/// How things are called by a verb that asks the store.
struct RawViewOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Nomme chaque chose comme ses enregistrements, sans rapprochement.",
        "Calls each thing as its records do, without resolution.")))
  var raw = false
}
