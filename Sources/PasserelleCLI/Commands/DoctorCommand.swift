import ArgumentParser
import Passerelle
import PasserelleCore

/// `doctor`: tells whether the workspace is sound.
struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: Speech.say(
        "Vérifie la base, l'index et l'ontologie.", "Checks the store, the index and the ontology."),
      discussion: Speech.say("Exemple : passerelle doctor", "Example: passerelle doctor"))
  }

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let findings = try Workspace(options.configuration()).examine()
    try output.write(RunTables.doctor(findings, Speech.language), name: "passerelle-doctor/1")
    if findings.contains(where: { !$0.isSound }) { throw ExitCode(Failure.nothing) }
  }
}
