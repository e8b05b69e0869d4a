import PasserelleArchive
public import PasserelleCore
import PasserelleXML

/// The formats that the product reads, by name and by what files look like.
public enum SourceFormats {
  /// The names that `--source` takes, besides `auto`.
  public static let names = [
    "decp", "csv", "table", "text", "facts", "eforms", "ocds", "profile", "evaluation", "sheet", "diagnosis",
  ]

  /// The reader of a format.
  ///
  /// - Returns: Nil for a name that is not in ``names``.
  public static func named(_ name: String, options: SourceOptions = .none) -> (any SourceReading)? {
    switch name {
    case "decp": DECPReader(encoding: options.encoding)
    case "csv": CSVReader(encoding: options.encoding, mappingPath: options.mappingPath)
    case "table": TableReader(encoding: options.encoding, mappingPath: options.mappingPath)
    case "text": SpecificationReader(encoding: options.encoding)
    case "facts": FactsReader(encoding: options.encoding)
    case "eforms": EFormsReader(encoding: options.encoding)
    case "ocds": OCDSReader(encoding: options.encoding)
    case "diagnosis": DiagnosisReader(encoding: options.encoding)
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
    if CodeListFile.detect(fileName: fileName, firstBytes: firstBytes) != nil { return CodeListRefusal() }
    if DiagnosisReader.detects(firstBytes: firstBytes, encoding: options.encoding) {
      return DiagnosisReader(encoding: options.encoding)
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
    case "xml":
      let text = Sniffer.text(firstBytes)
      if Sniffer.startsAsContracts(text) { return named("decp", options: options) }
      return Sniffer.startsAsNotice(text) ? named("eforms", options: options) : nil
    default:
      let text = Sniffer.text(firstBytes)
      if Sniffer.startsAsContracts(text) { return named("decp", options: options) }
      if Sniffer.startsAsNotice(text) { return named("eforms", options: options) }
      if Sniffer.startsAsFacts(text) { return named("facts", options: options) }
      if text.first == UInt8(ascii: "{"), Sniffer.holdsKey("marches", text) {
        return named("decp", options: options)
      }
      return OCDSDetection.matches(text) ? named("ocds", options: options) : nil
    }
  }

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

/// Looks at the first bytes of a file.
enum Sniffer {
  /// The first bytes as if they were ASCII: marks and the zero bytes of UTF-16 left out, white space trimmed.
  static func text(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.filter { $0 != 0 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF && $0 != 0xFE && $0 != 0xFF }
      .drop { $0 <= 0x20 }
  }

  static func holdsKey(_ key: String, _ text: ArraySlice<UInt8>) -> Bool {
    let wanted = Array("\"\(key)\"".utf8)
    var rest = text
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      rest = rest[quote...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Whether the first line is an object whose `type` is one of the facts.
  static func startsAsFacts(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "{") else { return false }
    let line = text.prefix { $0 != UInt8(ascii: "\n") }.filter { $0 > 0x20 }
    return ["thing", "claim", "document"].contains { type in
      let wanted = Array("\"type\":\"\(type)\"".utf8)
      return line.indices.contains { line[$0...].starts(with: wanted) }
    }
  }

  /// Whether the root of an XML document is that of an eForms notice: its name and its namespace, both before the
  /// end of the first tag.
  static func startsAsNotice(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "<") else { return false }
    let head = String(decoding: rootTag(text), as: UTF8.self)
    return EFormsNotice.Document.allCases.contains { document in
      let name = head.dropFirst().prefix { $0 != ">" && $0 != "/" && !$0.isWhitespace }
      guard name == document.rawValue || name.hasSuffix(":" + document.rawValue) else { return false }
      return head.contains(document.namespaceMark)
    }
  }

  /// Whether the root of an XML document is the list of contracts of the French essential data.
  static func startsAsContracts(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "<") else { return false }
    let name = String(decoding: rootTag(text).dropFirst(), as: UTF8.self).prefix {
      $0 != "/" && !$0.isWhitespace
    }
    return name == "marches" || name.hasSuffix(":marches")
  }

  /// The name of the root element of an XML document, without prefix; empty for what is none.
  static func rootName(_ text: ArraySlice<UInt8>) -> String {
    guard text.first == UInt8(ascii: "<") else { return "" }
    let name = String(decoding: rootTag(text).dropFirst(), as: UTF8.self).prefix {
      $0 != "/" && !$0.isWhitespace
    }
    return name.split(separator: ":").last.map(String.init) ?? ""
  }

  /// The first tag of an element, comments and processing instructions before it left out.
  static func rootTag(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    let comment = Array("<!--".utf8)
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[open...]
      if rest.starts(with: comment) {
        guard let end = ByteSearch.firstRange(of: "-->", in: rest) else { return [] }
        rest = rest[end.upperBound...]
      } else if rest.dropFirst().first == UInt8(ascii: "?") || rest.dropFirst().first == UInt8(ascii: "!") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return [] }
        rest = rest[(end + 1)...]
      } else {
        return rest.prefix { $0 != UInt8(ascii: ">") }
      }
    }
    return []
  }
}
