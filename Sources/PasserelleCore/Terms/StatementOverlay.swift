/// Lays the statements of a later state over those of earlier ones.
///
/// What the later state says of a subject and a relation takes the place of what was said; the rest stays, as long as
/// the thing that the record is about still leads to it. Repairs (``Vocabulary/sourceValue``) add up.
public struct StatementOverlay: Sendable {
  /// One statement.
  public struct Statement: Sendable, Hashable {
    /// The subject.
    public let subject: Term
    /// The relation.
    public let predicate: Term
    /// The object.
    public let object: Term

    /// Makes a statement.
    public init(_ subject: Term, _ predicate: Term, _ object: Term) {
      self.subject = subject
      self.predicate = predicate
      self.object = object
    }
  }

  /// The statements laid together so far, in the order first said.
  public private(set) var statements: [Statement]

  /// Begins with the statements of an earlier state.
  public init(_ statements: [Statement] = []) { self.statements = statements }

  /// Lays a state over what is there.
  ///
  /// - Parameters:
  ///   - later: What the state says.
  ///   - removals: What it takes back.
  ///   - additive: The relations, by IRI, whose objects add up: lists that are matched by the identifiers of what they
  ///     hold.
  /// - Complexity: O(*n* + *m*) for *n* statements there and *m* laid over them.
  public mutating func lay(
    _ later: [Statement], removing removals: [StatementRemoval] = [], adding additive: Set<String> = []
  ) {
    guard !statements.isEmpty else {
      statements = Self.unique(later)
      return
    }
    let removed = Removals(removals)
    let said = Self.places(of: later, besides: additive)
    let kept = statements.filter { !said.contains(Place($0)) && !removed.holds($0) }
    statements = Self.unique(kept + later)
  }

  /// Puts an older state under what is there: only what nothing was said of is taken from it, and what adds up.
  public mutating func slip(under older: [Statement], adding additive: Set<String> = []) {
    let said = Self.places(of: statements, besides: additive)
    statements = Self.unique(statements + older.filter { !said.contains(Place($0)) })
  }

  /// The statements whose subject can be reached from a thing by following objects, in their order.
  public func reachable(from thing: String) -> [Statement] {
    var bySubject: [Term: [Term]] = [:]
    for statement in statements { bySubject[statement.subject, default: []].append(statement.object) }
    var reached: Set<Term> = [.iri(thing)]
    var waiting: [Term] = [.iri(thing)]
    while let subject = waiting.popLast() {
      for object in bySubject[subject] ?? [] where bySubject[object] != nil && reached.insert(object).inserted
      {
        waiting.append(object)
      }
    }
    return statements.filter { reached.contains($0.subject) }
  }

  private static let additive = Term.iri(Vocabulary.sourceValue)

  /// What some statements say something of, relations that add up left out.
  private static func places(of statements: [Statement], besides additive: Set<String>) -> Set<Place> {
    let kinds = Set(additive.map(Term.iri)).union([Self.additive])
    var places: Set<Place> = []
    for statement in statements where !kinds.contains(statement.predicate) { places.insert(Place(statement)) }
    return places
  }

  private static func unique(_ statements: [Statement]) -> [Statement] {
    var seen: Set<Statement> = []
    return statements.filter { seen.insert($0).inserted }
  }

  /// What a state says something of.
  private struct Place: Hashable {
    let subject: Term
    let predicate: Term

    init(_ statement: Statement) {
      subject = statement.subject
      predicate = statement.predicate
    }
  }

  /// What no longer holds.
  private struct Removals {
    private var subjects: Set<Term> = []
    private var pairs: [Term: Set<Term>] = [:]

    init(_ removals: [StatementRemoval]) {
      for removal in removals {
        if let predicate = removal.predicate {
          pairs[.iri(removal.subject), default: []].insert(.iri(predicate))
        } else {
          subjects.insert(.iri(removal.subject))
        }
      }
    }

    func holds(_ statement: Statement) -> Bool {
      subjects.contains(statement.subject) || pairs[statement.subject]?.contains(statement.predicate) == true
    }
  }
}
