import ArgumentParser
import Passerelle
import PasserelleCore

extension OutputOptions {
  /// Writes what a run brought in, and ends with the exit code that it deserves.
  ///
  /// - Parameters:
  ///   - answer: What the run gave.
  ///   - isStrict: Whether a refusal is a finding.
  /// - Throws: The exit code where it is not 0, and what writing throws.
  func end(_ answer: IngestionAnswer, isStrict: Bool) throws {
    try write(structured: answer.structured, rows: "none", table: answer.table) {
      answer.text(Speech.language)
    }
    if answer.report.isInterrupted { throw ExitCode(Failure.interrupted) }
    if answer.report.filesFailed > 0 { throw ExitCode(Failure.failed) }
    if isStrict, answer.report.refused > 0 { throw ExitCode(Failure.nothing) }
  }
}

extension StandardStreams {
  /// Tells which files were not taken, and why.
  static func note(_ errors: [PasserelleError], as what: String) {
    for error in errors { note(what + " [\(error.code)] " + Failure.line(error)) }
  }
}
