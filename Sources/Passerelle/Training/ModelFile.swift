import Foundation
import PasserelleCore

/// Writes models that were learned.
enum ModelFile {
  /// Writes a model as text, in one step, and makes the folder where it is missing.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  static func write(_ text: String, to path: String) throws {
    do {
      let url = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr: "Le modèle ne peut pas être écrit dans « \(path) ».",
          en: "The model cannot be written to '\(path)'."),
        at: SourceLocation(file: path), cause: error)
    }
  }
}
