internal import PasserelleCore

/// Writes RDF in any of its syntaxes, statement by statement, and hands the bytes on as they come.
///
/// Statements keep the order and the repetitions they are given in. Those of one graph, and of one subject in it,
/// that follow each other are written together; output of any order is right, that of grouped statements short.
/// N-Triples, Turtle and RDF/XML have no graphs: those of the statements are left out. What is written reads back
/// as the same statements, but for the labels of blank nodes; equal input gives equal bytes.
public final class RDFSerializer {
  private enum Writer {
    case lines(hasGraphs: Bool)
    case turtle(TurtleWriter)
    case rdfxml(RDFXMLWriter)
    case jsonld(JSONLDWriter)
  }

  /// The syntax written.
  public let syntax: RDFSyntax
  /// How many statements were written.
  public private(set) var statements = 0
  private var writer: Writer
  private var output: RDFOutput
  private var hasStarted = false
  private var isFinished = false

  /// Makes a serializer.
  ///
  /// - Parameters:
  ///   - syntax: The syntax to write.
  ///   - prefixes: Prefixes for Turtle and TriG, namespaces for RDF/XML, the context of JSON-LD; all are declared, in
  ///     this order. Those that the syntax does not admit are left out. N-Triples and N-Quads have none.
  ///   - sink: Gets the bytes in pieces of about 64 KiB, UTF-8.
  public init(
    _ syntax: RDFSyntax, prefixes: [(name: String, iri: String)] = [],
    sink: @escaping ([UInt8]) throws -> Void
  ) {
    self.syntax = syntax
    output = RDFOutput(sink)
    writer =
      switch syntax {
      case .ntriples: .lines(hasGraphs: false)
      case .nquads: .lines(hasGraphs: true)
      case .turtle: .turtle(TurtleWriter(hasGraphs: false, prefixes: prefixes))
      case .trig: .turtle(TurtleWriter(hasGraphs: true, prefixes: prefixes))
      case .rdfxml: .rdfxml(RDFXMLWriter(prefixes: prefixes))
      case .jsonld: .jsonld(JSONLDWriter(prefixes: prefixes))
      }
  }

  /// Writes a statement.
  ///
  /// - Throws: ``PasserelleError`` with code `rdf.unwritable`, naming the statement, where the syntax cannot hold it:
  ///   nothing of it is written and others may follow; and what the sink throws.
  /// - Complexity: O(*n*) in the bytes written.
  public func add(_ statement: RDFStatement) throws {
    start()
    do throws(UnwritableTerm) {
      try write(statement)
    } catch {
      throw Self.refusal(statement, error.detail)
    }
    statements += 1
    try output.flush()
  }

  /// Writes the end of the document and hands on the last bytes; nothing may be added after it.
  ///
  /// - Throws: What the sink throws.
  public func finish() throws {
    guard !isFinished else { return }
    isFinished = true
    start()
    switch writer {
    case .lines: break
    case .turtle(var writer): writer.finish(&output)
    case .rdfxml(var writer): writer.finish(&output)
    case .jsonld(var writer): writer.finish(&output)
    }
    try output.flushAll()
  }

  private func start() {
    guard !hasStarted else { return }
    hasStarted = true
    switch writer {
    case .lines: break
    case .turtle(let writer): writer.start(&output)
    case .rdfxml(let writer): writer.start(&output)
    case .jsonld(let writer): writer.start(&output)
    }
  }

  private func write(_ statement: RDFStatement) throws(UnwritableTerm) {
    precondition(!isFinished, "the document is finished")
    try Self.check(statement)
    switch writer {
    case .lines(let hasGraphs):
      output.write { RDFWriter.write(statement, hasGraphs: hasGraphs, into: &$0) }
    case .turtle(var turtle):
      writer = .lines(hasGraphs: false)
      defer { writer = .turtle(turtle) }
      turtle.add(statement, &output)
    case .rdfxml(var xml):
      writer = .lines(hasGraphs: false)
      defer { writer = .rdfxml(xml) }
      try xml.add(statement, &output)
    case .jsonld(var json):
      writer = .lines(hasGraphs: false)
      defer { writer = .jsonld(json) }
      try json.add(statement, &output)
    }
  }

  /// Refuses what no syntax holds: language tags that are none.
  private static func check(_ statement: RDFStatement) throws(UnwritableTerm) {
    guard case .term(.literal(let literal)) = statement.object, case .language(let tag) = literal.datatype
    else { return }
    let isTag = tag.utf8.withContiguousStorageIfAvailable { TermBytes.languageLength($0[...]) == $0.count }
    guard !tag.isEmpty, isTag ?? true else {
      throw UnwritableTerm(
        fr: "« \(tag) » n’est pas une étiquette de langue", en: "“\(tag)” is no language tag")
    }
  }

  /// The error for a statement that cannot be written.
  static func refusal(_ statement: RDFStatement, _ detail: LocalizedText) -> PasserelleError {
    var bytes: [UInt8] = []
    RDFWriter.write(statement, hasGraphs: true, into: &bytes)
    let line = String(decoding: bytes.prefix(500).filter { $0 != 0x0A }, as: UTF8.self)
    return PasserelleError(
      .rdfUnwritable,
      LocalizedText(
        fr: "Cette syntaxe ne peut pas contenir l’énoncé « \(line) » : \(detail.french). Choisissez TriG ou "
          + "N-Quads.",
        en: "This syntax cannot hold the statement “\(line)”: \(detail.english). Choose TriG or N-Quads."))
  }
}
