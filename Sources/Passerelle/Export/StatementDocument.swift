import PasserelleCore
import PasserelleRDF
import PasserelleSources

extension ExportForm {
  /// The syntax of RDF that the format is; nil for those of procurement data.
  var syntax: RDFSyntax? {
    switch self {
    case .ntriples: .ntriples
    case .nquads: .nquads
    case .turtle: .turtle
    case .jsonld: .jsonld
    case .ocds, .decp, .csv, .ndjson: nil
    }
  }
}

/// Writes the statements of records as one document of RDF, record by record; one node is held in memory.
enum StatementDocument {
  /// Asks to stop writing.
  private struct Stopped: Error {}

  /// Writes a document.
  ///
  /// JSON-LD is expanded, a list of one graph object a record; Turtle has the prefixes of the ontology.
  ///
  /// - Parameters:
  ///   - syntax: The syntax.
  ///   - body: Gets the document piece by piece; returns false to stop.
  ///   - content: Gives the statements to the serializer; returns false where there are more that were not given, so
  ///     that the document must not look whole.
  /// - Throws: What the body and the content throw; ``PasserelleError`` with code `rdf.unwritable`.
  static func write(
    _ syntax: RDFSyntax, _ body: ([UInt8]) throws -> Bool, _ content: (RDFSerializer) throws -> Bool
  ) throws {
    let prefixes =
      syntax == .jsonld
      ? [] : GraphQuery.prefixes.sorted { $0.key < $1.key }.map { (name: $0.key, iri: $0.value) }
    try withoutActuallyEscaping(body) { body in
      let serializer = RDFSerializer(syntax, prefixes: prefixes) {
        guard try body($0) else { throw Stopped() }
      }
      do {
        if try content(serializer) { try serializer.finish() }
      } catch is Stopped {}
    }
  }

  /// The statements of a record in the order written: those of what it is about first, then by their canonical texts.
  ///
  /// - Complexity: O(*n* log *n*).
  static func ordered(
    _ statements: [StatementOverlay.Statement], about subject: String
  ) -> [StatementOverlay.Statement] {
    struct Row {
      let rank: Int
      let text: String
      let statement: StatementOverlay.Statement
    }
    let rows = statements.map { one in
      Row(
        rank: one.subject.iriValue == subject ? 0 : 1,
        text: NQuads.text(one.subject) + " " + NQuads.text(one.predicate) + " " + NQuads.text(one.object),
        statement: one)
    }
    // By bytes, as canonical lines are, never by the rules of a language.
    return rows.sorted {
      $0.rank != $1.rank ? $0.rank < $1.rank : $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
    }.map(\.statement)
  }
}

extension RDFSerializer {
  /// Writes the statements of a record.
  ///
  /// - Parameters:
  ///   - statements: The statements.
  ///   - graph: The record's IRI; nil for a document without graphs.
  /// - Throws: As ``add(_:)``.
  func add(_ statements: [StatementOverlay.Statement], in graph: Term?) throws {
    for one in statements {
      try add(
        RDFStatement(
          subject: .term(one.subject), predicate: one.predicate, object: .term(one.object),
          graph: graph.map { .term($0) }))
    }
  }
}
