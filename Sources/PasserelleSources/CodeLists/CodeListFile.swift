public import PasserelleCore
public import PasserelleOntology
public import PasserelleRDF
internal import PasserelleXML

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
    case "yaml", "yml": return namesEuroVocForm(head) ? .eurovocYAML : nil
    case "": return nil
    default:
      guard let syntax = RDFSyntax.detect(fileName: fileName, firstBytes: firstBytes) else { return nil }
      return head.holds("www.w3.org/2004/02/skos/core#") ? .skos(syntax) : nil
    }
  }

  /// Whether a line of YAML, not indented, says that the file is of the form: its schema names it only.
  private static func namesEuroVocForm(_ head: ArraySlice<UInt8>) -> Bool {
    head.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.contains { line in
      guard line.starts(with: "$schema:".utf8) else { return false }
      let value = line.dropFirst(8).filter {
        $0 > 0x20 && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"")
      }
      return value.elementsEqual("yamlskosv2".utf8)
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
    ByteSearch.holds(text, in: self)
  }
}
