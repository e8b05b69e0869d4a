import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// Where a document goes that is written as it comes.
struct DocumentOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Speech.say(
        "Fichier à écrire au lieu de la sortie standard ; compressé s’il finit par .gz.",
        "File to write instead of standard output; compressed where it ends in .gz."),
      valueName: Speech.say("fichier", "file")))
  var output: String?

  /// Writes a document to standard output, or to a file that takes its name when it is whole.
  ///
  /// - Parameter body: Writes it, piece by piece; a piece that answers false asks to stop.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, and ``PasserelleError`` with code `output.unwritable`.
  func write<Result>(_ body: (([UInt8]) throws -> Bool) throws -> Result) throws -> Result {
    guard let output, output != "-" else {
      return try body { bytes in
        try StandardStreams.emit(Data(bytes))
        return !StopSignals.flag.isSet
      }
    }
    return try DocumentFile.write(to: output, stopFlag: StopSignals.flag, body)
  }
}
