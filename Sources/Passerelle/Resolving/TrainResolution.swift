import Foundation
import PasserelleConformance
import PasserelleCore
import PasserelleDigest
import PasserelleResolution

/// Learning the models of entity resolution.
public enum ResolutionModels {
  /// Where data come from and models go.
  public struct Settings: Sendable {
    /// Awards (JSONL) and tables (CSV) of names.
    public var inputs: [String]
    /// Files of labelled pairs whose ids are left out.
    public var excluded: [String] = []
    /// The folder that receives the files, laid out as the ontology folder.
    public var output: String
    /// The day that the models bear, in ISO 8601.
    public var day: String
    /// The ontology's folder, when the user names one.
    public var ontologyPath: String?
    /// The folder of the executable.
    public var executableDirectory: String

    /// Makes settings.
    public init(inputs: [String], output: String, day: String, executableDirectory: String) {
      self.inputs = inputs
      self.output = output
      self.day = day
      self.executableDirectory = executableDirectory
    }
  }

  /// Learns the models and writes their files.
  ///
  /// - Returns: The files written, with their sizes.
  /// - Throws: ``PasserelleError``.
  public static func train(_ settings: Settings) throws -> Evaluations.Answer {
    let kit = try ResolutionFiles.kit(
      explicit: settings.ontologyPath, executableDirectory: settings.executableDirectory)
    var contents: [Data] = []
    for path in settings.inputs { contents.append(try data(path)) }
    let hash = SHA256Digest.hash(contents.reduce(into: [UInt8]()) { $0 += $1 }).hexadecimal
    var training = ResolutionTraining(day: settings.day, dataHash: hash)
    for (path, data) in zip(settings.inputs, contents) {
      if data.first == UInt8(ascii: "{") {
        training.add(awards: data)
      } else if !training.add(table: data) {
        throw PasserelleError(
          .inputUnreadable,
          LocalizedText(
            fr: "Ni marchés (JSONL), ni table de noms (CSV) : vérifiez les intitulés.",
            en: "Neither awards (JSONL) nor a table of names (CSV): check the headings."),
          at: SourceLocation(file: path))
      }
    }
    for path in settings.excluded { training.exclude(pairs: try data(path)) }
    let result = try training.run(lexicon: kit.lexicon)
    var table = Table(columns: [
      Table.Column("file", LocalizedText(fr: "Fichier", en: "File")),
      Table.Column("bytes", LocalizedText(fr: "Octets", en: "Bytes"), .right),
    ])
    for (path, text) in result.files {
      try ModelFile.write(text, to: settings.output + "/" + path)
      table.rows.append([.text(path), .int(text.utf8.count)])
    }
    let models = result.models.map { model in
      StructuredValue.object([
        "name": .string(model.name), "pairs": .int(model.pairs),
        "threshold": .number(model.threshold, digits: 4),
      ])
    }
    return Evaluations.Answer(
      structured: .object([
        "format": .string("passerelle-training/1"), "data": .string(hash), "models": .array(models),
      ]), table: table)
  }

  private static func data(_ path: String) throws -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw PasserelleError(
        .inputUnreadable, LocalizedText(fr: "Ce fichier ne se lit pas.", en: "This file cannot be read."),
        at: SourceLocation(file: path), cause: error)
    }
  }
}
