import Foundation
import PasserelleCore

/// Reads an input that an argument names whole.
enum NamedInput {
  /// The bytes of a file; `-` is standard input.
  ///
  /// - Throws: ``PasserelleError`` with code `input.notFound`.
  static func data(_ file: String) throws -> Data {
    if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    if let found = FileManager.default.contents(atPath: file) { return found }
    throw PasserelleError(
      .inputNotFound,
      LocalizedText(
        fr: "« \(file) » n'existe pas ou ne peut pas être lu. Vérifiez le chemin.",
        en: "'\(file)' does not exist or cannot be read. Check the path."), at: SourceLocation(file: file))
  }
}
