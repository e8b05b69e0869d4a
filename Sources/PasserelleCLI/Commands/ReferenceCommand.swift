import ArgumentParser

/// `reference`: the official lists of a workspace.
struct ReferenceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reference",
      abstract: Speech.say(
        "Importe et montre les listes officielles : CPV, NUTS, communes, villes, listes de codes.",
        "Imports and shows the official lists: CPV, NUTS, communes, cities, code lists."),
      discussion: Speech.say(
        "Exemple : passerelle reference import listes/", "Example: passerelle reference import lists/"),
      subcommands: [
        ReferenceImportCommand.self, ReferenceListCommand.self, ReferenceRemoveCommand.self,
      ], defaultSubcommand: ReferenceListCommand.self)
  }
}
