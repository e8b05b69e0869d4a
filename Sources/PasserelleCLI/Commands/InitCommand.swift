import ArgumentParser
import Passerelle

/// `init`: makes a workspace.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: Speech.say("Crée un espace de travail.", "Makes a workspace."),
      discussion: Speech.say(
        "Exemple : passerelle init --workspace veille", "Example: passerelle init --workspace watch"))
  }

  @OptionGroup var options: WorkspaceOptions

  @Option(
    help: ArgumentHelp(
      Speech.say("Base des IRI, fixée à la création.", "Base of the IRIs, fixed at creation."),
      valueName: "iri"))
  var base: String?

  func run() throws {
    var settings = WorkspaceSettings()
    if let base { settings.base = base }
    let configuration = options.configuration()
    let isNew = try Workspace.create(configuration, settings: settings)
    _ = try Workspace(configuration)
    options.note(
      isNew
        ? Speech.say("Espace de travail créé : \(options.path)", "Workspace made: \(options.path)")
        : Speech.say(
          "L'espace de travail existe déjà : \(options.path)", "The workspace exists already: \(options.path)"
        ))
  }
}
