import PasserelleArchive
public import PasserelleCore

/// The formats that the product reads, by name and by what files look like.
public enum SourceFormats {
  /// The names that `--source` takes, besides `auto`.
  public static let names = [
    "decp", "boamp",
    "csv", "table", "text", "facts", "eforms", "ted", "ocds", "profile", "evaluation", "sheet", "diagnosis",
    "iati", "ftm", "bods", "rdf",
  ]

  /// The reader of a format.
  ///
  /// - Returns: Nil for a name that is not in ``names``.
  public static func named(_ name: String, options: SourceOptions = .none) -> (any SourceReading)? {
    switch name {
    case "decp": DECPReader(encoding: options.encoding)
    case "boamp": BOAMPReader(encoding: options.encoding)
    case "csv": CSVReader(encoding: options.encoding, mappingPath: options.mappingPath)
    case "table": TableReader(encoding: options.encoding, mappingPath: options.mappingPath)
    case "text": SpecificationReader(encoding: options.encoding)
    case "facts": FactsReader(encoding: options.encoding)
    case "eforms":
      EFormsReader(encoding: options.encoding, rules: options.rules)
        .stating(options.noticeStatements)
    case "ted": TEDReader(encoding: options.encoding)
    case "ocds": OCDSReader(encoding: options.encoding)
    case "diagnosis": DiagnosisReader(encoding: options.encoding)
    case "iati": IATIReader(encoding: options.encoding)
    case "ftm": FollowTheMoneyReader(encoding: options.encoding)
    case "bods": BODSReader(encoding: options.encoding)
    case "rdf": RDFSourceReader()
    default: DeclarationKind(rawValue: name).map { DeclarationReader($0, encoding: options.encoding) }
    }
  }

  /// Chooses the reader of a file by its name and first bytes.
  ///
  /// - Parameters:
  ///   - fileName: The name, or the path; of a compressed file, the name inside.
  ///   - firstBytes: Some kilobytes from the start, in the file's own encoding.
  ///   - options: What the user says about the source.
  /// - Returns: Nil when the file is of no known format.
  public static func detect(
    fileName: String, firstBytes: [UInt8], options: SourceOptions = .none
  ) -> (any SourceReading)? {
    // Most files of a night are notices: their root says so, and none of what follows looks like one.
    if !namedAsText.contains(FileName.fileExtension(fileName)),
      let name = XMLRoots.format(ofRoot: firstBytes),
      TableMappings.isDeclared(for: fileName, path: options.mappingPath) != true
    {
      return named(name, options: options)
    }
    if CodeListFile.detect(fileName: fileName, firstBytes: firstBytes) != nil { return CodeListRefusal() }
    if DiagnosisReader.detects(firstBytes: firstBytes, encoding: options.encoding) {
      return DiagnosisReader(encoding: options.encoding)
    }
    if BOAMPReader.detects(fileName: fileName, firstBytes: firstBytes) {
      return named("boamp", options: options)
    }
    if let kind = DeclarationKind.detect(firstBytes: firstBytes, encoding: options.encoding) {
      return DeclarationReader(kind, encoding: options.encoding)
    }
    if SpecificationReader.isDocument(fileName: fileName, firstBytes: firstBytes) {
      return named("text", options: options)
    }
    if TableDetection.matches(fileName: fileName, firstBytes: firstBytes, options: options) {
      return named("table", options: options)
    }
    if IATIReader.detects(fileName: fileName, firstBytes: firstBytes) {
      return named("iati", options: options)
    }
    if FollowTheMoneyReader.detects(fileName: fileName, firstBytes: firstBytes) {
      return named("ftm", options: options)
    }
    if BODSReader.detects(fileName: fileName, firstBytes: firstBytes) {
      return named("bods", options: options)
    }
    if RDFSourceReader.detects(fileName: fileName, firstBytes: firstBytes) {
      return named("rdf", options: options)
    }
    switch FileName.fileExtension(fileName) {
    case "json":
      let text = Sniffer.text(firstBytes)
      if Sniffer.holdsKey("marches", text) { return named("decp", options: options) }
      if Sniffer.startsAsFacts(text) { return named("facts", options: options) }
      return OCDSDetection.matches(text) ? named("ocds", options: options) : nil
    case "jsonl", "ndjson":
      let text = Sniffer.text(firstBytes)
      if Sniffer.startsAsFacts(text) { return named("facts", options: options) }
      if Sniffer.holdsKey("acheteur", text) { return named("decp", options: options) }
      return OCDSDetection.matches(text) ? named("ocds", options: options) : nil
    case "csv", "tsv", "tab":
      return named("csv", options: options)
    case "md", "markdown", "txt", "text":
      return named("text", options: options)
    default:
      let text = Sniffer.text(firstBytes)
      if Sniffer.startsAsFacts(text) { return named("facts", options: options) }
      if text.first == UInt8(ascii: "{"), Sniffer.holdsKey("marches", text) {
        return named("decp", options: options)
      }
      return OCDSDetection.matches(text) ? named("ocds", options: options) : nil
    }
  }

  /// The endings of text and tables: a file of such a name is never read as XML.
  private static let namedAsText: Set<String> = [
    "json", "jsonl", "ndjson", "csv", "tsv", "tab", "md", "markdown", "txt", "text",
  ]

  /// Whether a file in a folder or an archive of sources is there for people or for another file, and holds no records.
  ///
  /// `communes.csv` is the reference list of a corpus: `reference import` reads it.
  public static func isIgnored(fileName: String) -> Bool {
    let name = FileName.lastComponent(fileName).lowercased()
    if name.hasPrefix(".") || name.hasPrefix("_") || name.hasSuffix("~") || name.hasSuffix("readme.md") {
      return true
    }
    let isForPeople = ["readme", "license", "licence", "changelog", "contributing"].contains {
      name.hasPrefix($0) && name.dropFirst($0.count).first?.isLetter != true
    }
    return isForPeople || name.hasSuffix(".mapping.yaml") || name.hasSuffix(".mapping.yml")
      || name == "manifest.tsv" || name == "communes.csv"
  }
}

/// Parts of paths.
enum FileName {
  static func lastComponent(_ path: String) -> String {
    let path = String(ArchivePath.inner(path))
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The extension in lower case, without its dot; empty when there is none.
  static func fileExtension(_ path: String) -> String {
    let name = lastComponent(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The path without its extension.
  static func withoutExtension(_ path: String) -> String {
    let name = lastComponent(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return path }
    return String(path.dropLast(name.distance(from: dot, to: name.endIndex)))
  }
}
