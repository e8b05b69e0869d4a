import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// `dump`: the current statements as canonical N-Quads.
struct DumpCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "dump",
      abstract: Speech.say(
        "Écrit les énoncés courants en N-Quads canonique.",
        "Writes the current statements as canonical N-Quads."),
      discussion: Speech.say("Exemple : passerelle dump > base.nq", "Example: passerelle dump > store.nq"))
  }

  @Flag(help: ArgumentHelp(Speech.say("Sans les données de démonstration.", "Without demonstration data.")))
  var noDemonstration = false

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let workspace = try Workspace(options.configuration())
    var buffer = Data()
    try workspace.dump(includesDemonstration: !noDemonstration) { line in
      buffer.append(contentsOf: line.utf8)
      buffer.append(UInt8(ascii: "\n"))
      if buffer.count > 1 << 20 {
        try StandardStreams.emit(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
      return !StopSignals.flag.isSet
    }
    try StandardStreams.emit(buffer)
    if StopSignals.flag.isSet { throw ExitCode(Failure.interrupted) }
  }
}
