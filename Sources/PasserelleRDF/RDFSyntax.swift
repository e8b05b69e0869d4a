internal import PasserelleXML

/// A concrete syntax of RDF 1.1.
public enum RDFSyntax: String, Sendable, Hashable, CaseIterable {
  /// N-Triples.
  case ntriples
  /// N-Quads.
  case nquads
  /// Turtle.
  case turtle
  /// TriG.
  case trig
  /// RDF/XML.
  case rdfxml
  /// JSON-LD.
  case jsonld

  /// The media type that IANA lists.
  public var mediaType: String {
    switch self {
    case .ntriples: "application/n-triples"
    case .nquads: "application/n-quads"
    case .turtle: "text/turtle"
    case .trig: "application/trig"
    case .rdfxml: "application/rdf+xml"
    case .jsonld: "application/ld+json"
    }
  }

  /// The extensions of file names, the usual one first.
  public var fileExtensions: [String] {
    switch self {
    case .ntriples: ["nt"]
    case .nquads: ["nq"]
    case .turtle: ["ttl"]
    case .trig: ["trig"]
    case .rdfxml: ["rdf", "owl"]
    case .jsonld: ["jsonld"]
    }
  }

  /// Whether statements may stand in named graphs.
  public var hasGraphs: Bool {
    switch self {
    case .nquads, .trig, .jsonld: true
    case .ntriples, .turtle, .rdfxml: false
    }
  }

  /// Whether reading goes on after a line that breaks the grammar.
  public var isLineBased: Bool { self == .ntriples || self == .nquads }

  /// Tells the syntax of a file by its name, and of XML and JSON by its first bytes.
  ///
  /// - Parameters:
  ///   - fileName: The name, or the path; of a compressed file, the name inside.
  ///   - firstBytes: Some kilobytes from the start.
  /// - Returns: Nil for a file that is no RDF.
  public static func detect(fileName: String, firstBytes: [UInt8]) -> RDFSyntax? {
    let name = fileName.split(separator: "/").last.map(String.init) ?? fileName
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if let syntax = allCases.first(where: { $0.fileExtensions.contains(ending) }) { return syntax }
    switch ending {
    case "xml":
      return ByteSearch.holds("http://www.w3.org/1999/02/22-rdf-syntax-ns#", in: firstBytes[...])
        ? .rdfxml : nil
    case "json":
      let isLinked =
        ByteSearch.holds("\"@context\"", in: firstBytes[...])
        || ByteSearch.holds("\"@graph\"", in: firstBytes[...])
      return isLinked ? .jsonld : nil
    default: return nil
    }
  }
}
