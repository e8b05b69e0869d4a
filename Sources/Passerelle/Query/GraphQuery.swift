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

  private let query: Query

  /// Reads a query.
  ///
  /// - Parameters:
  ///   - text: The query.
  ///   - file: The name of its file, for errors; `-` for one that was typed.
  /// - Throws: ``PasserelleError`` with code `sparql.syntax`, at the character that cannot be read.
  public init(_ text: String, file: String = "-") throws {
    do {
      query = try SPARQLParser.query(text, base: "file:" + file, prefixes: Self.prefixes)
    } catch {
      throw error.error(file: file)
    }
  }

  /// The query as the engine evaluates it, an indented tree.
  public var plan: String { Algebra(query).tree }

  /// Asks the query of files.
  ///
  /// - Returns: The answer.
  /// - Throws: ``PasserelleError`` with code `sparql.timeout`, `sparql.stopped`, `sparql.limit` or `sparql.service`.
  public func answer(over data: FileDataset, _ options: Options) throws -> GraphAnswer {
    GraphAnswer(try query.evaluate(over: data.memory, Self.context(options)))
  }

  func answer(over reader: GraphReader, _ options: Options) throws -> GraphAnswer {
    var context = Self.context(options)
    context.defaultGraphIsUnion = true
    return GraphAnswer(try query.evaluate(over: StoreDataset(reader), context))
  }

  private static func context(_ options: Options) -> EvaluationContext {
    EvaluationContext(
      now: options.now, seed: UInt64(bitPattern: options.now.milliseconds), stopFlag: options.stopFlag,
      timeout: options.timeout,
      digest: { function, bytes in MessageDigest(rawValue: function.rawValue.lowercased())?.hash(bytes) })
  }
}

/// What a query gave.
public struct GraphAnswer: Sendable {
  private let result: QueryResult

  init(_ result: QueryResult) { self.result = result }

  /// Whether there is anything: rows, triples, or a yes.
  public var isEmpty: Bool {
    switch result {
    case .solutions(let table): table.rows.isEmpty
    case .boolean(let answer): !answer
    case .graph(let triples): triples.isEmpty
    }
  }

  /// The answer in a word: `true` or `false`, or how many rows or triples there are.
  public var summary: String {
    switch result {
    case .solutions(let table): String(table.rows.count)
    case .boolean(let answer): String(answer)
    case .graph(let triples): String(triples.count)
    }
  }

  /// The answer as bytes; triples are N-Triples in every format, sorted.
  ///
  /// - Returns: Nil for the format of people, which ``table`` gives.
  public func bytes(_ format: GraphQuery.Format) -> [UInt8]? {
    if case .graph(let triples) = result { return Self.lines(of: triples) }
    guard let format = ResultFormat(rawValue: format.rawValue) else { return nil }
    switch result {
    case .solutions(let table): return format.write(table)
    case .boolean(let answer): return format.write(answer)
    case .graph: return nil
    }
  }

  /// The answer as columns, terms as people read them.
  public var table: Table {
    switch result {
    case .solutions(let found):
      Table(
        columns: found.variables.map { Table.Column($0, LocalizedText(verbatim: $0)) },
        rows: found.rows.map { row in row.map { $0.map { .text(Self.shown($0)) } ?? .empty } })
    case .boolean(let answer):
      Table(
        columns: [Table.Column("answer", LocalizedText(fr: "réponse", en: "answer"))],
        rows: [[.text(String(answer))]])
    case .graph(let triples):
      Table(
        columns: ["subject", "predicate", "object"].map {
          Table.Column($0, LocalizedText(verbatim: $0))
        },
        rows: triples.map { triple in
          [triple.subject, triple.predicate, triple.object].map { .text(Self.shown($0)) }
        })
    }
  }

  private static func shown(_ term: Term) -> String { term.lexicalForm ?? term.iriValue ?? "" }

  private static func lines(of triples: [RDFTriple]) -> [UInt8] {
    var lines: [String] = []
    for triple in triples {
      var writer = RDFWriter(hasGraphs: false)
      writer.add(
        RDFStatement(subject: node(triple.subject), predicate: triple.predicate, object: node(triple.object)))
      lines.append(String(decoding: writer.bytes, as: UTF8.self))
    }
    return Array(lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined().utf8)
  }

  private static func node(_ term: Term) -> RDFNode {
    term.blankLabel.map { .blank(String($0)) } ?? .term(term)
  }
}

extension Workspace {
  /// Asks a query of the store; its default graph is the union of all records.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - asOf: Asks the state known at that moment; nil for now.
  ///   - timeout: How long it may take.
  /// - Returns: The answer.
  /// - Throws: ``PasserelleError`` with code `sparql.timeout`, `sparql.stopped`, `sparql.limit` or `sparql.service`.
  public func answer(
    to query: GraphQuery, asOf: Instant? = nil, timeout: Duration? = nil
  ) throws -> GraphAnswer {
    let options = GraphQuery.Options(now: context.clock(), timeout: timeout, stopFlag: context.stopFlag)
    return try store.read(asOf.map { .ingested(asOf: $0) } ?? .current) {
      try query.answer(over: $0, options)
    }
  }
}
