package import PasserelleCore
import PasserelleSources

/// Opens inputs and finds the adapter that reads them.
package enum SourceOpener {
  /// How many bytes are looked at to tell a format.
  private static let peekedBytes = 4096

  /// Opens a file or standard input.
  ///
  /// - Parameters:
  ///   - file: The input.
  ///   - options: What the user said about it.
  /// - Returns: The bytes from the start, and the adapter.
  /// - Throws: ``PasserelleError`` with code `input.notFound`, `input.unreadable`, `input.empty`,
  ///   `input.encoding` or `input.unknownFormat`.
  package static func open(
    _ file: InputFile, _ options: Ingestor.Options
  ) throws -> (input: any ByteSource, format: any SourceReading) {
    let raw: any ByteSource =
      file.isStandardInput ? StandardInputByteSource() : try FileByteSource(path: file.path)
    let sourceOptions = SourceOptions(
      encoding: try options.encoding.map(encoding), mappingPath: options.mappingPath)
    if let name = options.formatName {
      guard let format = SourceFormats.named(name, options: sourceOptions) else { throw unknownName(name) }
      return (raw, format)
    }
    let peeked = try PeekedByteSource(raw, peeking: peekedBytes)
    guard
      let format = SourceFormats.detect(
        fileName: file.path, firstBytes: peeked.peeked, options: sourceOptions)
    else { throw peeked.peeked.isEmpty ? empty(file.path) : unknownFormat(file.path) }
    return (peeked, format)
  }

  private static func encoding(_ name: String) throws -> InputEncoding {
    guard let encoding = InputEncoding(name: name) else {
      let known = InputEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw PasserelleError(
        .inputEncoding,
        LocalizedText(
          fr: "Encodage inconnu « \(name) ». Encodages connus : \(known).",
          en: "Unknown encoding '\(name)'. Known encodings: \(known)."))
    }
    return encoding
  }

  private static func unknownName(_ name: String) -> PasserelleError {
    let known = (["auto"] + SourceFormats.names).joined(separator: ", ")
    return PasserelleError(
      .inputUnknownFormat,
      LocalizedText(
        fr: "Format inconnu « \(name) ». Formats connus : \(known).",
        en: "Unknown format '\(name)'. Known formats: \(known)."))
  }

  private static func empty(_ path: String) -> PasserelleError {
    PasserelleError(
      .inputEmpty,
      LocalizedText(
        fr: "« \(path) » est vide. Vérifiez le fichier.", en: "'\(path)' is empty. Check the file."),
      at: SourceLocation(file: path))
  }

  private static func unknownFormat(_ path: String) -> PasserelleError {
    let known = SourceFormats.names.joined(separator: ", ")
    return PasserelleError(
      .inputUnknownFormat,
      LocalizedText(
        fr: "Le format de « \(path) » n'est pas reconnu. Nommez-le avec --source (\(known)).",
        en: "The format of '\(path)' is not recognised. Name it with --source (\(known))."),
      at: SourceLocation(file: path))
  }
}
