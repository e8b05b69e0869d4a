public import PasserelleCore

/// The formats that the product reads, by name and by what files look like.
public enum SourceFormats {
  /// The names that `--source` takes, besides `auto`.
  public static let names = ["decp", "csv", "text", "facts"]

  /// The reader of a format.
  ///
  /// - Returns: Nil for a name that is not in ``names``.
  public static func named(_ name: String, options: SourceOptions = .none) -> (any SourceReading)? {
    switch name {
    case "decp": DECPReader(encoding: options.encoding)
    case "csv": CSVReader(encoding: options.encoding, mappingPath: options.mappingPath)
    case "text": SpecificationReader(encoding: options.encoding)
    case "facts": FactsReader(encoding: options.encoding)
    default: nil
    }
  }

  /// Chooses the reader of a file by its name and first bytes.
  ///
  /// - Parameters:
  ///   - fileName: The name, or the path; of a compressed file, the name inside.
  ///   - firstBytes: Some kilobytes from the start, in the file's own encoding.
  ///   - options: What the user says about the source.
  /// - Returns: Nil when the file is of no known format, or is not to be read: see ``isIgnored(fileName:)``.
  public static func detect(
    fileName: String, firstBytes: [UInt8], options: SourceOptions = .none
  ) -> (any SourceReading)? {
    if isIgnored(fileName: fileName) { return nil }
    switch FileName.fileExtension(fileName) {
    case "json":
      let text = Sniffer.text(firstBytes)
      if Sniffer.holdsKey("marches", text) { return named("decp", options: options) }
      return Sniffer.startsAsFacts(text) ? named("facts", options: options) : nil
    case "jsonl", "ndjson":
      let text = Sniffer.text(firstBytes)
      if Sniffer.startsAsFacts(text) { return named("facts", options: options) }
      return Sniffer.holdsKey("acheteur", text) ? named("decp", options: options) : nil
    case "csv", "tsv", "tab":
      return named("csv", options: options)
    case "md", "markdown", "txt", "text":
      return named("text", options: options)
    default:
      let text = Sniffer.text(firstBytes)
      if Sniffer.startsAsFacts(text) { return named("facts", options: options) }
      return text.first == UInt8(ascii: "{") && Sniffer.holdsKey("marches", text)
        ? named("decp", options: options) : nil
    }
  }

  /// Whether a file in a folder of sources is there for people or for another file, and holds no records.
  ///
  /// `communes.csv` is the reference list of a corpus: `reference import` reads it.
  public static func isIgnored(fileName: String) -> Bool {
    let name = FileName.lastComponent(fileName).lowercased()
    return name.hasPrefix(".") || name.hasSuffix("~") || name == "readme" || name.hasPrefix("readme.")
      || name.hasSuffix(".mapping.yaml") || name.hasSuffix(".mapping.yml") || name == "license"
      || name.hasPrefix("license.") || name == "manifest.tsv" || name == "communes.csv"
  }
}

/// Parts of paths.
enum FileName {
  static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
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
}
