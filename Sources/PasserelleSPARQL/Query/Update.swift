/// A SPARQL 1.1 update request: operations in their order.
public struct UpdateRequest: Sendable, Hashable {
  /// The operations.
  public var operations: [UpdateOperation]
  /// The last base that the request declares, which `IRI()` resolves against.
  public var base: String?

  /// Makes a request.
  public init(_ operations: [UpdateOperation] = [], base: String? = nil) {
    self.operations = operations
    self.base = base
  }
}

/// A triple pattern and the graph it is for; nil for the default graph.
public struct QuadTemplate: Sendable, Hashable {
  /// The graph.
  public var graph: PatternNode?
  /// The triple.
  public var triple: TriplePattern

  /// Makes a template.
  public init(_ triple: TriplePattern, in graph: PatternNode? = nil) {
    self.triple = triple
    self.graph = graph
  }
}

/// One operation of an update.
public enum UpdateOperation: Sendable, Hashable {
  /// `INSERT DATA`.
  case insertData([QuadTemplate])
  /// `DELETE DATA`.
  case deleteData([QuadTemplate])
  /// `DELETE … INSERT … WHERE …`, `DELETE WHERE` too.
  case modify(Modification)
  /// `LOAD`.
  case load(String, into: String?, isSilent: Bool)
  /// `CLEAR`.
  case clear(GraphTarget, isSilent: Bool)
  /// `DROP`.
  case drop(GraphTarget, isSilent: Bool)
  /// `CREATE GRAPH`.
  case create(String, isSilent: Bool)
  /// `ADD`; nil for the default graph.
  case add(from: String?, to: String?, isSilent: Bool)
  /// `MOVE`; nil for the default graph.
  case move(from: String?, to: String?, isSilent: Bool)
  /// `COPY`; nil for the default graph.
  case copy(from: String?, to: String?, isSilent: Bool)

  /// Which graphs an operation is for.
  public enum GraphTarget: Sendable, Hashable {
    /// One graph.
    case graph(String)
    /// The default graph.
    case defaultGraph
    /// Every named graph.
    case named
    /// Every graph.
    case all
  }

  /// What is deleted and inserted for each solution of a pattern.
  public struct Modification: Sendable, Hashable {
    /// `WITH`.
    public var with: String?
    /// What is deleted.
    public var delete: [QuadTemplate]
    /// What is inserted.
    public var insert: [QuadTemplate]
    /// `USING`.
    public var using: Dataset
    /// The pattern.
    public var pattern: GroupPattern

    /// Makes a modification.
    public init(
      with: String? = nil, delete: [QuadTemplate] = [], insert: [QuadTemplate] = [],
      using: Dataset = Dataset(),
      pattern: GroupPattern
    ) {
      self.with = with
      self.delete = delete
      self.insert = insert
      self.using = using
      self.pattern = pattern
    }
  }
}
