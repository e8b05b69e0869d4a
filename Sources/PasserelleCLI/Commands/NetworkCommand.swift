import ArgumentParser

/// `network`: the cooperation network.
struct NetworkCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "network",
      abstract: Speech.say(
        "Réseau de coopération : qui est lié à qui, où, sur quoi, qui manque.",
        "Cooperation network: who is tied to whom, where, on what, who is missing."),
      discussion: Speech.say(
        "Exemple : passerelle network path Lyon Birmingham",
        "Example: passerelle network path Lyon Birmingham"),
      subcommands: [
        NetworkStatsCommand.self, NetworkCountryCommand.self, NetworkCentralCommand.self,
        NetworkCommunitiesCommand.self, NetworkPathCommand.self, NetworkBridgesCommand.self,
        NetworkSuggestCommand.self, NetworkGapsCommand.self, NetworkConsortiumCommand.self,
        NetworkExportCommand.self,
      ])
  }
}
