public import PasserelleCore

/// Stands in for a reader of records where `ingest` is given a code list: refuses it as a whole, and says what to do.
public struct CodeListRefusal: SourceReading {
  /// Makes a refusal.
  public init() {}

  /// The name in messages; `--source` does not take it.
  public var formatName: String { "reference" }

  /// Refuses the file.
  ///
  /// - Throws: ``PasserelleError`` with code `input.unknownFormat`, always.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    throw PasserelleError(
      .inputUnknownFormat,
      LocalizedText(
        fr:
          "Le fichier est une liste de codes, et non des fiches. Lancez « passerelle reference import » avec ce "
          + "fichier.",
        en: "The file is a code list, not records. Run “passerelle reference import” with this file."),
      at: SourceLocation(file: file))
  }
}
