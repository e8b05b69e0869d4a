public import ArgumentParser
import Foundation
public import Passerelle
import PasserelleCore

extension ConversionForm: ExpressibleByArgument {}
extension ConversionVocabulary: ExpressibleByArgument {}

/// `convert`: one file in another format, without a workspace.
struct ConvertCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "convert",
      abstract: Speech.say(
        "Convertit un fichier source en Turtle, JSON-LD, OCDS, DECP ou JSON Lines, sans espace de travail.",
        "Converts a source file to Turtle, JSON-LD, OCDS, DECP or JSON Lines, without a workspace."),
      discussion: Speech.say(
        """
        Les défauts des données sont dits sur la sortie d’erreur. Code de sortie 1 si quelque chose est refusé \
        ou écarté, 2 si un fichier est illisible.

        Exemple : passerelle convert avis.xml --to ocds -o avis.json
        """,
        """
        Flaws of the data are told on standard error. Exit code 1 when anything is refused or left out, 2 when a \
        file is unreadable.

        Example: passerelle convert notice.xml --to ocds -o notice.json
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Fichier, dossier ou archive ; - pour l’entrée standard.",
        "File, folder or archive; - for standard input."),
      valueName: Speech.say("fichier", "file")))
  var path: String

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      Speech.say("Format : turtle, jsonld, ocds, decp, json.", "Format: turtle, jsonld, ocds, decp, json."),
      valueName: "format"))
  var form: ConversionForm

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Énoncés d’un avis eForms en RDF : all, own (ceux de Passerelle) ou epo (ceux d’ePO 4).",
        "Statements of an eForms notice in RDF: all, own (Passerelle’s) or epo (those of ePO 4)."),
      valueName: Speech.say("énoncés", "statements")))
  var vocabulary = ConversionVocabulary.all

  @OptionGroup var package: PackageOptions

  @OptionGroup var document: DocumentOptions

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    var conversion = Conversion()
    conversion.sourceName = SourceName.asked(reading.source)
    (conversion.encoding, conversion.mappingPath) = (reading.encoding, reading.mapping)
    conversion.vocabulary = vocabulary
    conversion.package = package.package
    let isQuiet = options.quiet
    let balance = try document.write { body in
      try conversion.convert(
        path, to: form, stopFlag: StopSignals.flag,
        told: { diagnostic in
          if !isQuiet || diagnostic.code.severity == .error { StandardStreams.note(Self.line(diagnostic)) }
        }, body)
    }
    if StopSignals.flag.isSet { throw ExitCode(Failure.interrupted) }
    for line in balance.lines(Speech.language) { options.note(line) }
    if balance.unreadable > 0 { throw ExitCode(Failure.failed) }
    if balance.leftOut > 0 || balance.written == 0 { throw ExitCode(Failure.nothing) }
  }

  /// A flaw on one line: where, what, which field, what was done.
  private static func line(_ diagnostic: Diagnostic) -> String {
    var line = "\(diagnostic.location): [\(diagnostic.code.name)]"
    if let field = diagnostic.field { line += " \(field)" }
    if let value = diagnostic.value {
      line += " = \(value.split(whereSeparator: \.isNewline).joined(separator: " "))"
    }
    if let replacement = diagnostic.replacement { line += " → \(replacement)" }
    return line + " — " + diagnostic.code.reason[Speech.language]
  }
}
