import ArgumentParser
import PasserelleRendering

/// `audit`: the auditor's view.
struct AuditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "audit",
      abstract: Speech.say(
        "Contrôle : rejeu, biais d'exposition, concentration.", "Audit: replay, exposure bias, concentration."
      ),
      discussion: Speech.say("Exemple : passerelle audit replay M12", "Example: passerelle audit replay M12"),
      subcommands: [AuditReplayCommand.self, AuditBiasCommand.self, AuditConcentrationCommand.self])
  }
}

extension OutputOptions {
  /// A paragraph in lines of the output's width.
  func wrapped(_ paragraph: String) -> [String] {
    TextWrap.wrap(paragraph, width: width, indent: 2, firstIndent: 0)
  }
}
