internal import PasserelleCore

/// The algebra of SPARQL 1.1, section 18.2: what a query asks for, apart from how it is written.
public indirect enum Algebra: Sendable, Hashable {
  /// One solution that binds nothing.
  case unit
  /// A basic graph pattern; paths stand among its triples.
  case pattern([TriplePattern])
  /// Solutions of both sides that agree.
  case join(Algebra, Algebra)
  /// Solutions of the left side, with those of the right side that agree and pass the filters, or alone.
  case leftJoin(Algebra, Algebra, [Expression])
  /// Solutions of either side.
  case union(Algebra, Algebra)
  /// Solutions of the left side that no solution of the right side agrees with.
  case minus(Algebra, Algebra)
  /// Solutions that pass every filter.
  case filter([Expression], Algebra)
  /// Solutions with one more value.
  case extend(Algebra, String, Expression)
  /// Solutions within a named graph.
  case graph(PatternNode, Algebra)
  /// Solutions written in the query.
  case values(InlineData)
  /// One solution for each group: its keys and its aggregates.
  case group(Algebra, keys: [GroupKey], aggregates: [GroupValue])
  /// Solutions in an order.
  case orderBy(Algebra, [SelectQuery.OrderCondition])
  /// Solutions with some variables only.
  case project(Algebra, [String])
  /// Solutions without repeats.
  case distinct(Algebra)
  /// Solutions, repeats left out or not.
  case reduced(Algebra)
  /// Some of the solutions by their place.
  case slice(Algebra, offset: Int, limit: Int?)
  /// Solutions of another service.
  case service(PatternNode, Algebra, isSilent: Bool)

  /// What solutions are grouped by.
  public struct GroupKey: Sendable, Hashable {
    /// The variable that holds the key.
    public let variable: String
    /// The key.
    public let expression: Expression
  }

  /// An aggregate and the variable that holds it.
  public struct GroupValue: Sendable, Hashable {
    /// The variable; its name holds a space where the query gives none.
    public let variable: String
    /// The aggregate.
    public let aggregate: Aggregate
  }
}
