public import PasserelleCore
internal import PasserelleRDF

/// Reads RDF in any of its syntaxes as records: each named graph is one, and what stands in none is the file's.
///
/// Memory is bounded: a graph whose statements come scattered over a large file, or that is large itself, is given in
/// parts. Blank nodes get IRIs under their record's; relative IRIs are those of the file's record.
public struct RDFSourceReader: SourceReading {
  /// The source's short name.
  public static let source = "rdf"
  /// The format's name.
  public var formatName: String { Self.source }
  /// Bytes of statements that wait for the rest of their graphs.
  private let waitingLimit: Int
  /// The largest record, in bytes of its statements.
  private let recordLimit: Int
  /// How many faults are told of before the rest of the file is left.
  private static let faultLimit = 10_000

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - waitingLimit: Bytes of statements that wait for the rest of their graphs.
  ///   - recordLimit: The largest record, in bytes of its statements as N-Triples.
  public init(waitingLimit: Int = 64 << 20, recordLimit: Int = 24 << 20) {
    (self.waitingLimit, self.recordLimit) = (waitingLimit, recordLimit)
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  ///
  /// A statement that is broken is refused with its line, where the syntax allows to go on; where it does not (RDF/XML,
  /// JSON-LD), the file is.
  ///
  /// - Throws: ``PasserelleError`` with code `rdf.malformed` or `rdf.limit` for a file whose end is not reached, and
  ///   `input.unknownFormat` for one that is no RDF.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    let lead = try LeadByteSource(input, count: 4096)
    let inner = FileName.lastComponent(file)
    guard let syntax = RDFSyntax.detect(fileName: inner, firstBytes: lead.lead) ?? Self.syntax(lead.lead)
    else {
      throw PasserelleError(
        .inputUnknownFormat,
        LocalizedText(
          fr:
            "« \(file) » n’est pas un fichier RDF connu. Donnez-lui l’extension de sa syntaxe (.ttl, .nq, .rdf…).",
          en: "'\(file)' is no known RDF file. Give it the extension of its syntax (.ttl, .nq, .rdf…)."),
        at: SourceLocation(file: file))
    }
    let memory = LineMemory(lead)
    var bytes: any ByteSource = memory
    var groups = GraphGroups(file: file, recordLimit: recordLimit)
    var last: RDFFault?
    var isStopped = false
    let reader = RDFReader(syntax, limits: RDFLimits(faults: Self.faultLimit), recovers: true)
    let summary = try reader.read(&bytes, file: file, base: RecordIRIs.documentBase) { event in
      switch event {
      case .prefix, .base: return true
      case .fault(let fault):
        last = fault
        // Of RDF/XML and JSON-LD nothing is kept after a break: it is told of once, with the file.
        guard fault.kind == .term || syntax != .rdfxml && syntax != .jsonld else { return true }
        groups.rank += 1
        let refused = RefusedRecord(
          bytes: memory.line(fault.line), diagnostics: [fault.diagnostic(file: file, record: groups.rank)])
        isStopped = try !body(.refused(refused))
      case .statement(let statement):
        if let full = groups.add(statement) { isStopped = try !body(.record(full)) }
        guard groups.bytes > waitingLimit else { break }
        for record in groups.takeOthers() where !isStopped { isStopped = try !body(.record(record)) }
      }
      return !isStopped
    }
    if isStopped { return }
    if !summary.isComplete, let last { throw last.error(file: file) }
    for record in groups.takeAll() {
      guard try body(.record(record)) else { return }
    }
  }

  /// The syntax of a file whose name does not tell it.
  private static func syntax(_ bytes: [UInt8]) -> RDFSyntax? {
    let text = Sniffer.text(bytes)
    switch text.first {
    case UInt8(ascii: "<") where Sniffer.rootName(text) == "RDF": return .rdfxml
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return Sniffer.holdsKey("@context", text) || Sniffer.holdsKey("@graph", text) ? .jsonld : nil
    case UInt8(ascii: "@"): return .turtle
    case UInt8(ascii: "<"), UInt8(ascii: "_"), UInt8(ascii: "#"): return .nquads
    default: return nil
    }
  }
}

extension RDFSourceReader {
  /// Tells a file by its name, and of XML and JSON by its first bytes: `rdf:RDF`, or `@context` or `@graph` at the top.
  ///
  /// - Parameters:
  ///   - fileName: The name, or the path; of a compressed file, the name inside.
  ///   - firstBytes: Some kilobytes from the start.
  /// - Returns: Whether the file is RDF.
  public static func detects(fileName: String, firstBytes: [UInt8]) -> Bool {
    guard let syntax = RDFSyntax.detect(fileName: fileName, firstBytes: firstBytes) else { return false }
    let text = Sniffer.text(firstBytes)
    switch (syntax, FileName.fileExtension(fileName)) {
    case (.rdfxml, "xml"): return Sniffer.rootName(text) == "RDF"
    case (.jsonld, "json"):
      let object = text.drop { $0 <= 0x20 || $0 == UInt8(ascii: "[") }
      guard object.first == UInt8(ascii: "{") else { return false }
      var scan = OCDSHead.Scan(object)
      scan.run()
      return scan.keys.contains("@context") || scan.keys.contains("@graph")
    default: return true
    }
  }
}
