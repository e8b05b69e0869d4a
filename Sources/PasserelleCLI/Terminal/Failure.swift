import ArgumentParser
import Foundation
import PasserelleCore
import PasserelleRendering

/// Tells what went wrong, in the user's language, and chooses the exit code.
enum Failure {
  /// Something failed.
  static let failed: Int32 = 2
  /// Nothing was found.
  static let nothing: Int32 = 1
  /// The user stopped the program (128 + SIGINT).
  static let interrupted: Int32 = 130

  /// Writes the message where it belongs.
  ///
  /// - Returns: The exit code.
  static func report(_ error: any Error) -> Int32 {
    if let failure = error as? PasserelleError { return report(failure) }
    let code = PasserelleCommand.exitCode(for: error).rawValue
    let text = HelpTranslation.translated(PasserelleCommand.fullMessage(for: error))
    if !text.isEmpty {
      if code == 0 { print(HelpTranslation.exampleLast(text)) } else { StandardStreams.note(text) }
    }
    return code == 1 && !(error is ExitCode) ? failed : code
  }

  private static func report(_ failure: PasserelleError) -> Int32 {
    let arguments = CommandLine.arguments
    let wantsJSON =
      !["--format=json", "--format=ndjson"].filter(arguments.contains).isEmpty
      || zip(arguments, arguments.dropFirst()).contains {
        ["--format", "-f"].contains($0) && ["json", "ndjson"].contains($1)
      }
    let message = failure.message[Speech.language]
    if wantsJSON {
      let document = StructuredValue.object([
        "format": .string("passerelle-error/1"), "ok": .bool(false), "error": .string(message),
        "code": .string(failure.code.name), "location": .optional(failure.location?.description),
        "status": .int(Int(failed)),
      ])
      StandardStreams.note(JSONRenderer.text(document))
    } else {
      StandardStreams.note(Speech.say("Erreur", "Error") + " [\(failure.code)] " + line(failure))
    }
    return failure.code == .interrupted ? interrupted : failed
  }

  /// One line: where, and what.
  static func line(_ failure: PasserelleError) -> String {
    let message = failure.message[Speech.language]
    guard let location = failure.location, !message.contains(location.file) else { return message }
    return "\(location): \(message)"
  }
}
