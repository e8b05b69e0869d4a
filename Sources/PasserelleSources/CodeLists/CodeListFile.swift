public import PasserelleCore
public import PasserelleOntology
public import PasserelleRDF

/// Files of code lists: which they are, and reading them.
public enum CodeListFile {
  /// A form in which code lists are published.
  public enum Kind: Sendable, Hashable {
    /// OASIS genericode 1.0, one list a file.
    case genericode
    /// SKOS in a syntax of RDF, one list a concept scheme.
    case skos(RDFSyntax)
    /// EuroVoc as YAML (`yamlskosv2`): its domains, micro-thesauri and concepts as one list.
    case eurovocYAML
  }

  /// Tells whether a file is a code list, by its name and first bytes.
  ///
  /// RDF counts as one where its beginning names SKOS: only reading tells whether it holds concepts.
  ///
  /// - Parameters:
  ///   - fileName: The name, or the path; of a compressed file, the name inside.
  ///   - firstBytes: Some kilobytes from the start.
  /// - Returns: Nil for any other file.
  public static func detect(fileName: String, firstBytes: [UInt8]) -> Kind? {
    let text = Sniffer.text(firstBytes)
    let head = text.prefix(16 << 10)
    if text.first == UInt8(ascii: "<"), head.holds("docs.oasis-open.org/codelist/ns/genericode") {
      return .genericode
    }
    switch FileName.fileExtension(fileName) {
    case "yaml", "yml": return head.holds("yamlskosv2") ? .eurovocYAML : nil
    case "": return nil
    default:
      guard let syntax = RDFSyntax.detect(fileName: fileName, firstBytes: firstBytes) else { return nil }
      return head.holds("www.w3.org/2004/02/skos/core#") ? .skos(syntax) : nil
    }
  }

  /// Reads a file of code lists to its end.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - file: The name for diagnostics.
  ///   - kind: The form, from ``detect(fileName:firstBytes:)``.
  /// - Returns: The lists, none where the file holds none, and what was refused, repaired or noticed; what is of
  ///   severity `error` was left out.
  /// - Throws: ``PasserelleError`` for a file that cannot be read as a whole, and what `input` throws.
  public static func read(
    _ input: inout any ByteSource, file: String, kind: Kind
  ) throws -> (lists: [CodeList], diagnostics: [Diagnostic]) {
    switch kind {
    case .genericode: try GenericodeReader().read(&input, file: file)
    case .skos(let syntax): try SKOSReader(syntax).read(&input, file: file)
    case .eurovocYAML: try EuroVocReader().read(&input, file: file)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text stands somewhere in the bytes.
  func holds(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { firstRange(of: $0) != nil }
  }
}
