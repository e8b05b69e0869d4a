public import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserelleRDF
import PasserelleSPARQL

/// A SPARQL 1.1 query, read and ready to be asked.
public struct GraphQuery: Sendable {
  /// How an answer is written.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// Columns for people.
    case table
    /// SPARQL 1.1 Query Results JSON Format.
    case json
    /// SPARQL Query Results XML Format.
    case xml
    /// SPARQL 1.1 Query Results CSV Format.
    case csv
    /// SPARQL 1.1 Query Results TSV Format.
    case tsv
    /// Turtle, for triples only.
    case turtle
    /// N-Triples, for triples only; what other formats give of triples too.
    case ntriples
    /// RDF/XML, for triples only.
    case rdfxml
    /// JSON-LD, for triples only.
    case jsonld

    /// The syntax of triples; nil for a format of tables.
    var syntax: RDFSyntax? { RDFSyntax(rawValue: rawValue) }

    /// The format of tables; nil for one of triples, and for the one of people.
    var tables: ResultFormat? { ResultFormat(rawValue: rawValue) }
  }

  /// Limits and circumstances of an evaluation.
  public struct Options: Sendable {
    /// What `NOW()` gives.
    public var now: Instant
    /// How long the evaluation may take.
    public var timeout: Duration?
    /// Asks the evaluation to stop.
    public var stopFlag: StopFlag

    /// Makes options.
    public init(now: Instant, timeout: Duration? = nil, stopFlag: StopFlag = StopFlag()) {
      self.now = now
      self.timeout = timeout
      self.stopFlag = stopFlag
    }
  }

  /// The prefixes that need no declaration: those of the ontology.
  static let prefixes: [String: String] = [
    "dcat": "http://www.w3.org/ns/dcat#", "dct": Vocabulary.dct, "epo": Vocabulary.epo, "org": Vocabulary.org,
    "owl": "http://www.w3.org/2002/07/owl#", "pas": Vocabulary.pas, "prov": Vocabulary.prov,
    "rdf": Vocabulary.rdf, "rdfs": Vocabulary.rdfs, "schema": Vocabulary.schema, "skos": Vocabulary.skos,
    "xsd": Vocabulary.xsd,
  ]

  let query: Query

  /// Reads a query.
  ///
  /// - Parameters:
  ///   - text: The query.
  ///   - file: The name of its file, for errors; `-` for one that was typed.
  ///   - defaultGraphs: The graphs that make the default graph, in place of those that the query names.
  ///   - namedGraphs: The graphs that `GRAPH` sees, in place of those that the query names.
  /// - Throws: ``PasserelleError`` with code `sparql.syntax`, at the character that cannot be read.
  public init(
    _ text: String, file: String = "-", defaultGraphs: [String] = [], namedGraphs: [String] = []
  ) throws {
    do {
      var query = try SPARQLParser.query(text, base: "file:" + file, prefixes: Self.prefixes)
      let dataset = Dataset(defaultGraphs: defaultGraphs, namedGraphs: namedGraphs)
      if !dataset.isEmpty { query.dataset = dataset }
      self.query = query
    } catch {
      throw error.error(file: file)
    }
  }

  /// Asks the query of files.
  ///
  /// - Returns: The answer.
  /// - Throws: ``PasserelleError`` with code `sparql.timeout`, `sparql.stopped`, `sparql.limit` or `sparql.service`.
  public func answer(over data: FileDataset, _ options: Options) throws -> GraphAnswer {
    GraphAnswer(try query.evaluate(over: data.snapshot, context(options, data)))
  }

  /// Asks the query of files and writes its answer piece by piece.
  ///
  /// - Returns: The answer where it could not be written so; nil where it was.
  /// - Throws: As ``answer(over:_:)``, and what `sink` throws.
  public func write(
    over data: FileDataset, _ options: Options, as format: Format,
    to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws -> GraphAnswer? {
    guard let tables = format.tables else { return try answer(over: data, options) }
    return try query.write(over: data.snapshot, context(options, data), as: tables, to: sink).map(
      GraphAnswer.init)
  }

  /// How the query is evaluated over files: each step with the rows expected, the rows there were, and the time.
  ///
  /// - Throws: As ``answer(over:_:)``.
  public func explanation(over data: FileDataset, _ options: Options) throws -> String {
    try query.explain(over: data.snapshot, context(options, data)).tree
  }

  private func context(_ options: Options, _ data: FileDataset) -> EvaluationContext {
    Self.context(options, FileTextAccess(data.memory))
  }

  static func context(_ options: Options, _ text: any GraphTextAccess) -> EvaluationContext {
    EvaluationContext(
      now: options.now, seed: UInt64(bitPattern: options.now.milliseconds), stopFlag: options.stopFlag,
      timeout: options.timeout,
      digest: { function, bytes in MessageDigest(rawValue: function.rawValue.lowercased())?.hash(bytes) },
      text: text)
  }
}
