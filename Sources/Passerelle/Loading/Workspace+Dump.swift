import Foundation
public import PasserelleCore
import PasserelleGraph
import PasserelleRDF

/// What is dumped, and how.
public struct DumpOptions: Sendable, Hashable {
  /// The syntax's name, one of ``LoadOptions/syntaxNames``.
  public var syntaxName = "nquads"
  /// Whether generated demonstration records are given too.
  public var includesDemonstration = true
  /// The moment whose state is given; nil for now.
  public var asOf: Instant?

  /// Makes the default options.
  public init() {}
}

extension Workspace {
  /// Gives the open statements as a document of RDF: the same content gives the same bytes.
  ///
  /// N-Quads are canonical; the lines of N-Triples are too, without the graphs. Turtle and RDF/XML have no graphs
  /// either: a triple of several graphs is given once.
  ///
  /// - Parameters:
  ///   - options: What is given, and how.
  ///   - body: Gets the document piece by piece; returns false to stop.
  /// - Throws: What the body throws, or ``PasserelleError``; `rdf.unwritable` for a statement that the syntax cannot
  ///   hold.
  /// - Complexity: O(*n* log *n*) in the statements; what does not fit in memory goes to working files.
  public func dump(_ options: DumpOptions, _ body: ([UInt8]) throws -> Bool) throws {
    struct Stopped: Error {}
    let syntax = RDFSyntax(rawValue: options.syntaxName) ?? .nquads
    let order: SortedStatements.Order =
      switch syntax {
      case .nquads: .canonical
      case .trig, .jsonld: .byGraph
      case .ntriples, .turtle, .rdfxml: .triples
      }
    try store.read(options.asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      let sorted = try SortedStatements(
        reader, order, includesDemonstration: options.includesDemonstration, folder: workingFolder)
      if syntax == .nquads || syntax == .ntriples { return try sorted.lines(body) }
      try withoutActuallyEscaping(body) { body in
        let prefixes = GraphQuery.prefixes.sorted { $0.key < $1.key }.map { (name: $0.key, iri: $0.value) }
        let serializer = RDFSerializer(syntax, prefixes: prefixes) {
          guard try body($0) else { throw Stopped() }
        }
        do {
          try sorted.statements { subject, predicate, object, graph in
            try serializer.add(
              RDFStatement(
                subject: .term(subject), predicate: predicate, object: .term(object),
                graph: graph.map { .term($0) }))
            return true
          }
          try serializer.finish()
        } catch is Stopped {}
      }
    }
  }

  /// Where working files are made: beside the store, or where the system keeps them when that cannot be written.
  private var workingFolder: String {
    let segments = layout.segments
    return !store.isReadOnly && FileManager.default.isWritableFile(atPath: segments)
      ? segments : NSTemporaryDirectory()
  }
}
