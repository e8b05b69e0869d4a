package import PasserelleArchive
package import PasserelleCore
import PasserelleSources

/// Opens inputs, takes them out of what they are packed in, and finds the adapter that reads each file.
package enum SourceOpener {
  /// How many bytes are looked at to tell a format.
  private static let peekedBytes = 4096

  /// A file that an adapter reads.
  package struct Source {
    /// The name for diagnostics; of a file in an archive, `archive.zip!path`.
    package let name: String
    /// The bytes from the start, unpacked.
    package let input: any ByteSource
    /// The adapter.
    package let format: any SourceReading
  }

  /// What is found in an input.
  package enum Item {
    /// A file to read.
    case source(Source)
    /// A file without records, with a note or a warning that tells why.
    case passedOver(Diagnostic)
    /// A file, or an entry of an archive, that cannot be read; the name for diagnostics.
    case failed(PasserelleError, name: String)
  }

  /// Opens a file or standard input, and gives what is in it in its order.
  ///
  /// - Parameters:
  ///   - file: The input.
  ///   - options: What the user said about it.
  ///   - limits: How much is unpacked at most.
  ///   - isStopped: Asked at each piece of the input whether to stop.
  ///   - onRead: Told how many bytes of the input itself were read; 0 at its end.
  ///   - body: Gets each file; returns false to stop.
  /// - Throws: What `body` throws; `ReadingStopped` where `isStopped` said so.
  package static func read(
    _ file: InputFile, _ options: Ingestor.Options, limits: ArchiveLimits = .standard,
    isStopped: @escaping () -> Bool = { false }, onRead: @escaping (Int) -> Void = { _ in },
    _ body: (Item) throws -> Bool
  ) throws {
    guard !file.isSpecial else {
      _ = try body(.passedOver(.passedOver(.special, file: file.path)))
      return
    }
    let raw: any ByteSource
    let sourceOptions: SourceOptions
    do {
      var said = SourceOptions(
        encoding: try options.encoding.map(encoding), mappingPath: options.mappingPath, rules: options.rules)
      said.noticeStatements = options.noticeStatements
      sourceOptions = said
      raw =
        file.isStandardInput
        ? StandardInputByteSource(isStopped: isStopped)
        : try FileByteSource(bytes: file.bytes, name: file.path, isStopped: isStopped)
    } catch let error as PasserelleError {
      _ = try body(.failed(error, name: file.path))
      return
    }
    let counted = CountingByteSource(raw, isStopped: isStopped, onRead: onRead)
    try ContainerWalk.read(
      counted, file: file.path, limits: limits, peekedBytes: peekedBytes, isIgnored: isIgnored(entry:)
    ) { item in
      switch item {
      case .fault(let name, let error): try body(.failed(error, name: name))
      case .file(let found): try body(source(found, in: file, options, sourceOptions))
      }
    }
  }

  /// Whether an entry of an archive is passed over: as in folders, also all below a folder with a hidden name.
  private static func isIgnored(entry path: String) -> Bool {
    let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
    return isHidden || SourceFormats.isIgnored(fileName: path)
  }

  private static func source(
    _ found: ContainerWalk.File, in file: InputFile, _ options: Ingestor.Options,
    _ sourceOptions: SourceOptions
  ) -> Item {
    let inner = String(ArchivePath.inner(found.name))
    let isNamed = file.isExplicit && !found.isMember
    var recognised: (any SourceReading)?
    if !isNamed {
      switch SourceFormats.recognise(fileName: inner, firstBytes: found.head, options: sourceOptions) {
      case .nonData(let reason):
        return .passedOver(.passedOver(PassedOverReason(reason), file: found.name))
      case .source(let format): recognised = format
      case nil: break
      }
    } else if options.formatName == nil {
      recognised = SourceFormats.detect(fileName: inner, firstBytes: found.head, options: sourceOptions)
    }
    if let name = options.formatName {
      guard let format = SourceFormats.named(name, options: sourceOptions) else {
        return .failed(unknownName(name), name: found.name)
      }
      return .source(Source(name: found.name, input: found.input, format: format))
    }
    if let recognised {
      return .source(Source(name: found.name, input: found.input, format: recognised))
    }
    return .failed(found.head.isEmpty ? empty(found.name) : unknownFormat(found.name), name: found.name)
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
        fr: "Le format de « \(path) » n’est pas reconnu. Nommez-le avec --source (\(known)).",
        en: "The format of '\(path)' is not recognised. Name it with --source (\(known))."),
      at: SourceLocation(file: path))
  }
}
