public import PasserelleCore
import PasserelleRDF
import PasserelleSPARQL

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

  /// Whether it is made of triples: the answer of `CONSTRUCT` and `DESCRIBE`.
  public var isGraph: Bool {
    if case .graph = result { true } else { false }
  }

  /// The answer in a word: `true` or `false`, or how many rows or triples there are.
  public var summary: String {
    switch result {
    case .solutions(let table): String(table.rows.count)
    case .boolean(let answer): String(answer)
    case .graph(let triples): String(triples.count)
    }
  }

  /// The answer as bytes; triples sorted, in N-Triples where the format is one of tables.
  ///
  /// - Returns: Nil for the format of people, which ``table`` gives, where the answer is a table.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a table in a syntax of triples, `rdf.unwritable` for
  ///   triples that the syntax cannot hold.
  public func bytes(_ format: GraphQuery.Format) throws -> [UInt8]? {
    switch result {
    case .graph(let triples): return try Self.written(triples, format.syntax ?? .ntriples)
    case .solutions, .boolean:
      guard format.syntax == nil else { throw Self.notTriples(format) }
      guard let tables = format.tables else { return nil }
      if case .solutions(let table) = result { return tables.write(table) }
      if case .boolean(let answer) = result { return tables.write(answer) }
      return nil
    }
  }

  private static func notTriples(_ format: GraphQuery.Format) -> PasserelleError {
    PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr:
          "« \(format.rawValue) » n’écrit que des triplets (CONSTRUCT, DESCRIBE). Demandez json, xml, csv ou tsv.",
        en: "“\(format.rawValue)” writes triples only (CONSTRUCT, DESCRIBE). Ask for json, xml, csv or tsv."))
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

  private static func written(_ triples: [RDFTriple], _ syntax: RDFSyntax) throws -> [UInt8] {
    let sorted = triples.map {
      (NQuads.text($0.subject), NQuads.text($0.predicate), NQuads.text($0.object), $0)
    }
    .sorted { left, right in
      for (a, b) in [(left.0, right.0), (left.1, right.1), (left.2, right.2)] where a != b {
        return a.utf8.lexicographicallyPrecedes(b.utf8)
      }
      return false
    }
    var bytes: [UInt8] = []
    let prefixes = GraphQuery.prefixes.sorted { $0.key < $1.key }.map { (name: $0.key, iri: $0.value) }
    let serializer = RDFSerializer(syntax, prefixes: syntax == .ntriples ? [] : prefixes) { bytes += $0 }
    for (_, _, _, triple) in sorted {
      try serializer.add(
        RDFStatement(subject: node(triple.subject), predicate: triple.predicate, object: node(triple.object)))
    }
    try serializer.finish()
    return bytes
  }

  private static func node(_ term: Term) -> RDFNode {
    term.blankLabel.map { .blank(String($0)) } ?? .term(term)
  }
}
