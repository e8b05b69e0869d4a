internal import PasserelleCore

/// A path of any length between two places; what a fixed number of steps leads along is rewritten to triples.
struct PathItem {
  /// Where the path begins and ends.
  let ends: [TripleItem.Place]
  let path: PropertyPath
  let graph: ActiveGraph
  let steps: PathSteps

  /// Whether one end is a term.
  var hasConstantEnd: Bool { ends.contains { $0.constant != nil } }

  /// The work expected for one start that leads to so many nodes.
  func costOfStart(_ rows: Double) -> Double { 2_000 + rows * 60 }

  /// The work expected for all.
  func cost(_ rows: Double) -> Double {
    hasConstantEnd ? rows * 60 + 2_000 : rows * 300 + 100_000
  }
}

extension PropertyPath {
  /// Whether a way along the path may have no steps.
  var mayBeEmpty: Bool {
    switch self {
    case .predicate, .negated: false
    case .inverse(let inner), .oneOrMore(let inner): inner.mayBeEmpty
    case .sequence(let left, let right): left.mayBeEmpty && right.mayBeEmpty
    case .alternative(let left, let right): left.mayBeEmpty || right.mayBeEmpty
    case .zeroOrMore, .zeroOrOne: true
    }
  }
}

/// A path whose terms are identifiers.
indirect enum PathSteps {
  case predicate(TermID)
  case inverse(PathSteps)
  case sequence(PathSteps, PathSteps)
  case alternative(PathSteps, PathSteps)
  case zeroOrMore(PathSteps)
  case oneOrMore(PathSteps)
  case zeroOrOne(PathSteps)
  case negated(forward: [TermID]?, backward: [TermID]?)

  /// The predicates of single steps, and whether they are walked against.
  var predicates: [(TermID, isInverse: Bool)] {
    switch self {
    case .predicate(let id): [(id, false)]
    case .inverse(let inner): inner.predicates.map { ($0.0, !$0.isInverse) }
    case .sequence(let left, let right), .alternative(let left, let right): left.predicates + right.predicates
    case .zeroOrMore(let inner), .oneOrMore(let inner), .zeroOrOne(let inner): inner.predicates
    case .negated: []
    }
  }

  init(_ path: PropertyPath, _ run: EngineRun) throws {
    func ids(_ iris: [String]) throws -> [TermID] { try iris.map { try run.identifier(of: .iri($0)) } }
    self =
      switch path {
      case .predicate(let iri): .predicate(try run.identifier(of: .iri(iri)))
      case .inverse(let inner): .inverse(try PathSteps(inner, run))
      case .sequence(let left, let right): .sequence(try PathSteps(left, run), try PathSteps(right, run))
      case .alternative(let left, let right):
        .alternative(try PathSteps(left, run), try PathSteps(right, run))
      case .zeroOrMore(let inner): .zeroOrMore(try PathSteps(inner, run))
      case .oneOrMore(let inner): .oneOrMore(try PathSteps(inner, run))
      case .zeroOrOne(let inner): .zeroOrOne(try PathSteps(inner, run))
      case .negated(let forward, let backward):
        .negated(
          forward: !forward.isEmpty || backward.isEmpty ? try ids(forward) : nil,
          backward: backward.isEmpty ? nil : try ids(backward))
      }
  }
}
