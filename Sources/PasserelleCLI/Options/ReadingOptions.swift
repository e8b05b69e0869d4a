import ArgumentParser
import Passerelle

/// How source files are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Speech.say("Format : auto, ", "Format: auto, ") + Workspace.sourceNames.joined(separator: ", ") + ".",
      valueName: "format"))
  var source = SourceName.automatic

  @Option(
    help: ArgumentHelp(
      Speech.say("Encodage des textes (utf-8, windows-1252…).", "Encoding of texts (utf-8, windows-1252…)."),
      valueName: Speech.say("nom", "name")))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Correspondance des colonnes (sinon <fichier>.mapping.yaml).",
        "Mapping of columns (else <file>.mapping.yaml)."),
      valueName: Speech.say("fichier", "file")))
  var mapping: String?

  func validate() throws {
    try SourceName.check(source)
    if let encoding, !Workspace.isEncoding(encoding) {
      throw ValidationError(
        Speech.say(
          "--encoding : encodage inconnu « \(encoding) ».", "--encoding: unknown encoding '\(encoding)'."))
    }
  }
}
