public import PasserelleCore

/// A triple of terms; blank nodes as ``PasserelleCore/Term/blank(_:)`` writes them.
public struct RDFTriple: Sendable, Hashable {
  /// The subject.
  public let subject: Term
  /// The predicate.
  public let predicate: Term
  /// The object.
  public let object: Term

  /// Makes a triple.
  public init(_ subject: Term, _ predicate: Term, _ object: Term) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

/// The graph or graphs that a pattern is asked of.
public enum GraphScope: Sendable, Hashable {
  /// The default graph of the dataset.
  case defaultGraph
  /// The merge of some named graphs; one that does not exist is empty.
  case named([Term])
  /// The merge of the default graph and every named graph.
  case everything
}

/// What queries are evaluated over: a default graph and named graphs.
public protocol RDFDataset: Sendable {
  /// The names of the named graphs, each once, in an order that is the same in every run.
  var graphNames: [Term] { get }

  /// Gives the triples of a scope that match, each once.
  ///
  /// - Parameters:
  ///   - subject: The subject wanted; nil for any.
  ///   - predicate: The predicate wanted; nil for any.
  ///   - object: The object wanted; nil for any.
  ///   - scope: Where to look.
  ///   - body: Gets each triple, in an order that is the same in every run; returns false to stop.
  /// - Throws: What `body` throws, and ``PasserelleError`` where the data cannot be read.
  func match(
    _ subject: Term?, _ predicate: Term?, _ object: Term?, in scope: GraphScope,
    _ body: (RDFTriple) throws -> Bool
  ) throws
}
