import PasserelleCore
import PasserelleOntology

/// Mappings of tables: those that the product ships, and the user's own.
public struct TableMappings: Sendable {
  /// The mappings, by their files' names.
  public let mappings: [TableMapping]

  /// How many of a file's first bytes are looked at.
  static let peekedBytes = 4096

  /// Reads mappings from the contents of files; of the ontology's, those of its folder `Mappings`.
  ///
  /// - Throws: ``PasserelleError`` with code `mapping.invalid`, with the file and line.
  public init(files: [(path: String, contents: String)]) throws {
    mappings = try MappingFiles.files(in: files).map {
      try TableMapping(yaml: Array($0.contents.utf8), file: $0.path)
    }
  }

  /// The mappings that the product ships.
  ///
  /// - Throws: ``PasserelleError`` with code `mapping.invalid`.
  public static func shipped() throws -> TableMappings {
    try shippedMappings.get()
  }

  private static let shippedMappings = Result { try TableMappings(files: EmbeddedOntology.files) }

  /// The first mapping whose headings a file has, by some kilobytes from its start in UTF-8; nil where none fits.
  public func recognised(in firstBytes: [UInt8]) -> TableMapping? {
    let text = Sniffer.text(firstBytes)
    switch text.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return first([.json, .lines]) {
        Sniffer.holdsKey($0.split(separator: ".").last.map(String.init) ?? $0, text)
      }
    case UInt8(ascii: "<"):
      guard Sniffer.rootName(text) == "gexf" else { return nil }
      let head = String(decoding: text, as: UTF8.self)
      return first([.gexf]) { head.contains("title=\"\($0)\"") }
    case nil:
      return nil
    default:
      let headings = Set(TableHead(firstBytes).headings)
      return first([.csv]) { headings.contains($0) }
    }
  }

  private func first(
    _ layouts: Set<TableMapping.Layout>, where isThere: (String) -> Bool
  ) -> TableMapping? {
    mappings.first { mapping in
      layouts.contains(mapping.layout) && !mapping.recognised.isEmpty
        && mapping.recognised.allSatisfy(isThere) && !mapping.foreign.contains(where: isThere)
    }
  }

  /// The mapping that the user names, or that stands beside a file; nil where there is none.
  ///
  /// - Throws: ``PasserelleError`` with code `mapping.invalid`, or why the named file cannot be read.
  static func beside(_ file: String, path: String?) throws -> TableMapping? {
    if let path { return try TableMapping(yaml: SmallFile.bytes(at: path), file: path) }
    for candidate in candidates(file) {
      do {
        let bytes = try SmallFile.bytes(at: candidate)
        return TableMapping.isDeclared(in: bytes) ? try TableMapping(yaml: bytes, file: candidate) : nil
      } catch let error as PasserelleError where error.code == .inputNotFound {
        continue
      }
    }
    return nil
  }

  /// The format that a mapping declares which the user names or that stands beside a file: nil where there is none.
  static func isDeclared(for file: String, path: String?) -> Bool? {
    for candidate in path.map({ [$0] }) ?? candidates(file) {
      guard let bytes = try? SmallFile.bytes(at: candidate) else { continue }
      return TableMapping.isDeclared(in: bytes)
    }
    return nil
  }

  private static func candidates(_ file: String) -> [String] {
    [FileName.withoutExtension(file) + ".mapping.yaml", file + ".mapping.yaml"]
  }

  /// The error of a file that no mapping explains.
  static func missing(file: String) -> PasserelleError {
    let beside = FileName.lastComponent(FileName.withoutExtension(file)) + ".mapping.yaml"
    return PasserelleError(
      .mappingInvalid,
      LocalizedText(
        fr: "Aucune correspondance fournie ne reconnaît ce fichier. Créez « \(beside) » à côté, au format "
          + "\(TableMapping.format), ou nommez une correspondance avec --mapping.",
        en: "No mapping that comes with the product knows this file. Create “\(beside)” beside it, in the "
          + "format \(TableMapping.format), or name a mapping with --mapping."),
      at: SourceLocation(file: file))
  }
}

/// The codes of the ontology's lists by what sources write for them.
enum TableCodeLists {
  /// The codes of a list by their folded names and by themselves.
  ///
  /// - Throws: ``PasserelleError`` with code `mapping.invalid` for a list that the ontology has not.
  static func codes(of name: String, or node: MappingNode) throws -> [String: String] {
    guard let list = MappingFiles.codeList(name, in: EmbeddedOntology.files) else {
      throw node.wrong("countries, …")
    }
    return MappingFiles.codesByName(list)
  }
}
