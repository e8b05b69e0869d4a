import ArgumentParser

/// `evaluate`: quality figures on files with known answers.
struct EvaluateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "evaluate",
      abstract: Speech.say(
        "Mesure la qualité sur des données aux réponses connues.",
        "Measures quality on data with known answers."),
      discussion: Speech.say(
        "Exemple : passerelle evaluate match --train train.jsonl --test test_public.jsonl",
        "Example: passerelle evaluate match --train train.jsonl --test test_public.jsonl"),
      subcommands: [
        EvaluateMatchCommand.self, EvaluateSearchCommand.self, EvaluateConceptsCommand.self,
        EvaluateCPVCommand.self, EvaluateResolveCommand.self, EvaluateNetworkCommand.self,
        EvaluateEPOCommand.self,
      ])
  }
}
