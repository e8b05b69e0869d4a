public import PasserelleCore

/// A node of a statement: a term, or a blank node by its label.
public enum RDFNode: Sendable, Hashable {
  /// An IRI or a literal.
  case term(Term)
  /// A blank node, by a label that is its own within the document.
  case blank(String)

  /// An IRI.
  public static func iri(_ iri: String) -> RDFNode { .term(.iri(iri)) }

  /// The IRI, when the node is one.
  public var iriValue: String? {
    if case .term(.iri(let iri)) = self { iri } else { nil }
  }

  /// The literal, when the node is one.
  public var literal: Literal? {
    if case .term(.literal(let literal)) = self { literal } else { nil }
  }
}

/// A statement as a document makes it, blank nodes included.
public struct RDFStatement: Sendable, Hashable {
  /// The subject: an IRI or a blank node.
  public var subject: RDFNode
  /// The predicate: an IRI.
  public var predicate: Term
  /// The object.
  public var object: RDFNode
  /// The name of the graph, an IRI or a blank node; nil for the default graph.
  public var graph: RDFNode?

  /// Makes a statement.
  public init(subject: RDFNode, predicate: Term, object: RDFNode, graph: RDFNode? = nil) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.graph = graph
  }
}

/// What a document tells, in its order.
public enum RDFEvent: Sendable {
  /// A statement.
  case statement(RDFStatement)
  /// A prefix, with its IRI resolved.
  case prefix(name: String, iri: String)
  /// A new base, resolved.
  case base(String)
  /// Something that was not understood; whether reading goes on is told by ``RDFSummary/isComplete``.
  case fault(RDFFault)
}

/// What was read of a document.
public struct RDFSummary: Sendable, Hashable {
  /// How many statements were told of.
  public var statements = 0
  /// How many faults were told of.
  public var faults = 0
  /// Whether reading came to the end of the document, neither stopped by a fault nor by the caller.
  public var isComplete = false
  /// Keys of JSON-LD that no context defines, which by its rules state nothing: the first 20, each once.
  public var ignoredKeys: [String] = []

  /// Makes the summary of an empty document.
  public init() {}
}

/// How much of untrusted RDF is taken at most.
public struct RDFLimits: Sendable, Hashable {
  /// The longest term, and the longest line of N-Triples and N-Quads, in bytes.
  public let termBytes: Int
  /// The deepest nesting of `[`, `(` and `{` in Turtle and TriG, of elements in RDF/XML; at most 200.
  public let depth: Int
  /// How many faults are told of before reading stops.
  public let faults: Int

  /// Terms of 16 MiB, 100 levels, 1,000 faults.
  public static let standard = RDFLimits()

  /// Makes limits; values under one are taken as one.
  public init(termBytes: Int = 16 << 20, depth: Int = 100, faults: Int = 1_000) {
    self.termBytes = max(1, termBytes)
    self.depth = min(200, max(1, depth))
    self.faults = max(1, faults)
  }
}
