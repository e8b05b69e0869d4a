import ArgumentParser
import Foundation
import Passerelle

/// `runs show`: a recorded answer as it was given.
struct RunsShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: Speech.say(
        "Écrit la réponse enregistrée d'un classement, octet pour octet.",
        "Writes the recorded answer of a ranking, byte for byte."),
      discussion: Speech.say("Exemple : passerelle runs show M12", "Example: passerelle runs show M12"))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Enregistrement, comme M12.", "Record, such as M12."),
      valueName: Speech.say("enregistrement", "record")))
  var record: String

  @Flag(help: ArgumentHelp(Speech.say("Écrit le texte du besoin.", "Writes the text of the need.")))
  var need = false

  @Flag(help: ArgumentHelp(Speech.say("Écrit le modèle.", "Writes the model.")))
  var model = false

  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    if need, model {
      throw ValidationError(
        Speech.say("--need ou --model, pas les deux.", "--need or --model, not both."))
    }
  }

  func run() throws {
    let detail = try Workspace(options.configuration()).matchRunDetail(record)
    let bytes = need ? detail.need : model ? detail.model : detail.answer + [UInt8(ascii: "\n")]
    try StandardStreams.emit(Data(bytes))
  }
}
