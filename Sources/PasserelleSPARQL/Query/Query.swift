/// A SPARQL 1.1 query as written, prefixes resolved.
public struct Query: Sendable, Hashable {
  /// What the query gives.
  public var form: Form
  /// The graphs it is asked of; those of the store where it names none.
  public var dataset: Dataset
  /// The base at the end of the prologue, which `IRI()` resolves against.
  public var base: String?

  /// The forms of a query.
  public enum Form: Sendable, Hashable {
    /// A table.
    case select(SelectQuery)
    /// Triples made of a template.
    case construct([TriplePattern], SelectQuery)
    /// What is known of things.
    case describe([PatternNode], isAll: Bool, SelectQuery)
    /// Whether there is a solution.
    case ask(SelectQuery)
  }

  /// Makes a query.
  public init(form: Form, dataset: Dataset, base: String? = nil) {
    self.form = form
    self.dataset = dataset
    self.base = base
  }
}

/// The graphs that `FROM` and `FROM NAMED` (in updates `USING`) name.
public struct Dataset: Sendable, Hashable {
  /// The graphs that make the default graph.
  public var defaultGraphs: [String]
  /// The graphs that `GRAPH` sees.
  public var namedGraphs: [String]

  /// Makes a dataset; one that names nothing leaves the choice to the store.
  public init(defaultGraphs: [String] = [], namedGraphs: [String] = []) {
    self.defaultGraphs = defaultGraphs
    self.namedGraphs = namedGraphs
  }

  /// Whether no graph is named.
  public var isEmpty: Bool { defaultGraphs.isEmpty && namedGraphs.isEmpty }
}

/// The pattern of a query and what is done with its solutions; also the whole of a subquery.
public struct SelectQuery: Sendable, Hashable {
  /// What is kept of the solutions; empty for `*`.
  public var projection: [Projection]
  /// Whether all variables are kept: `SELECT *`.
  public var isAll: Bool
  /// `DISTINCT`.
  public var isDistinct = false
  /// `REDUCED`.
  public var isReduced = false
  /// The pattern.
  public var pattern: GroupPattern
  /// `GROUP BY`.
  public var groupBy: [GroupCondition] = []
  /// `HAVING`.
  public var having: [Expression] = []
  /// `ORDER BY`.
  public var orderBy: [OrderCondition] = []
  /// `LIMIT`.
  public var limit: Int?
  /// `OFFSET`.
  public var offset: Int?
  /// The `VALUES` after the query.
  public var values: InlineData?

  /// A column of the result.
  public struct Projection: Sendable, Hashable {
    /// The column's name.
    public var variable: String
    /// What it is computed from; nil for the variable itself.
    public var expression: Expression?

    /// Makes a column.
    public init(variable: String, expression: Expression? = nil) {
      self.variable = variable
      self.expression = expression
    }
  }

  /// What solutions are grouped by.
  public struct GroupCondition: Sendable, Hashable {
    /// The value.
    public var expression: Expression
    /// The variable that holds it in the group.
    public var variable: String?

    /// Makes a condition.
    public init(_ expression: Expression, variable: String? = nil) {
      self.expression = expression
      self.variable = variable
    }
  }

  /// What solutions are ordered by.
  public struct OrderCondition: Sendable, Hashable {
    /// The value.
    public var expression: Expression
    /// `DESC`.
    public var isDescending: Bool

    /// Makes a condition.
    public init(_ expression: Expression, isDescending: Bool = false) {
      self.expression = expression
      self.isDescending = isDescending
    }
  }

  /// Makes a query of all variables of a pattern.
  public init(projection: [Projection] = [], isAll: Bool = true, pattern: GroupPattern = GroupPattern()) {
    self.projection = projection
    self.isAll = isAll
    self.pattern = pattern
  }
}
