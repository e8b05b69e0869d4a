public import PasserelleCore

/// What stands in a place of a pattern.
public enum PatternNode: Sendable, Hashable {
  /// A variable, without its mark.
  case variable(String)
  /// A blank node: a variable that cannot be selected. Labels of anonymous ones hold a space, so they never
  /// meet those of the text.
  case blank(String)
  /// A term.
  case term(Term)
}

/// A triple whose places may be variables and whose predicate may be a path.
public struct TriplePattern: Sendable, Hashable {
  /// The subject.
  public var subject: PatternNode
  /// The predicate.
  public var predicate: Verb
  /// The object.
  public var object: PatternNode

  /// What stands in the place of a predicate.
  public enum Verb: Sendable, Hashable {
    /// An IRI or a variable.
    case node(PatternNode)
    /// A path that is more than one IRI.
    case path(PropertyPath)
  }

  /// Makes a pattern.
  public init(_ subject: PatternNode, _ predicate: Verb, _ object: PatternNode) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

/// A property path (SPARQL 1.1, section 9).
public indirect enum PropertyPath: Sendable, Hashable {
  /// One step along a predicate.
  case predicate(String)
  /// `^p`.
  case inverse(PropertyPath)
  /// `p / q`.
  case sequence(PropertyPath, PropertyPath)
  /// `p | q`.
  case alternative(PropertyPath, PropertyPath)
  /// `p*`.
  case zeroOrMore(PropertyPath)
  /// `p+`.
  case oneOrMore(PropertyPath)
  /// `p?`.
  case zeroOrOne(PropertyPath)
  /// `!(p | ^q)`: any predicate but these, forwards and backwards.
  case negated(forward: [String], backward: [String])
}

/// A part of a group, in the order of the text.
public indirect enum GroupElement: Sendable, Hashable {
  /// Triples that follow each other.
  case triples([TriplePattern])
  /// `{ … }`.
  case group(GroupPattern)
  /// `{ … } UNION { … }`, two branches or more.
  case union([GroupPattern])
  /// `OPTIONAL { … }`.
  case optional(GroupPattern)
  /// `MINUS { … }`.
  case minus(GroupPattern)
  /// `GRAPH g { … }`.
  case graph(PatternNode, GroupPattern)
  /// `SERVICE s { … }`.
  case service(PatternNode, GroupPattern, isSilent: Bool)
  /// `FILTER e`.
  case filter(Expression)
  /// `BIND (e AS ?v)`.
  case bind(Expression, String)
  /// `VALUES`.
  case values(InlineData)
  /// A query within the query.
  case subquery(SelectQuery)
}

/// What stands between `{` and `}`.
public struct GroupPattern: Sendable, Hashable {
  /// The parts in the order of the text.
  public var elements: [GroupElement]

  /// Makes a group.
  public init(_ elements: [GroupElement] = []) { self.elements = elements }
}

/// Rows written in the query; nil for `UNDEF`.
public struct InlineData: Sendable, Hashable {
  /// The variables, in the order of the columns.
  public var variables: [String]
  /// The rows, each as wide as the variables.
  public var rows: [[Term?]]

  /// Makes a table.
  public init(variables: [String], rows: [[Term?]]) {
    self.variables = variables
    self.rows = rows
  }
}
