internal import PasserelleCore

/// Evaluates property paths (SPARQL 1.1, sections 9.3 and 18.4).
///
/// Sequences, alternatives and steps keep repeats, negated sets one for each triple; `*`, `+` and `?` give
/// each pair once. A way without steps leads from a term of the pattern to itself, and from each node of the
/// graph to itself. Every search keeps the nodes that it has seen, so it stops whatever cycles the data hold.
struct PathEvaluator {
  let run: EvaluationRun
  let dataset: any RDFDataset
  let graph: GraphScope

  /// The two ends of a way along a path.
  struct Pair {
    let start: TermNumber
    let end: TermNumber
  }

  /// The ways along a path; an end that is nil may be any node.
  func pairs(_ path: PropertyPath, from start: TermNumber?, to end: TermNumber?) throws -> [Pair] {
    if let start {
      return try ends(path, start, isBackward: false).filter { end == nil || $0 == end }.map {
        Pair(start: start, end: $0)
      }
    }
    if let end { return try ends(path, end, isBackward: true).map { Pair(start: $0, end: end) } }
    return try allPairs(path)
  }

  private func allPairs(_ path: PropertyPath) throws -> [Pair] {
    switch path {
    case .predicate(let iri):
      var result: [Pair] = []
      try dataset.match(nil, .iri(iri), nil, in: graph) { triple in
        result.append(Pair(start: run.number(of: triple.subject), end: run.number(of: triple.object)))
        try run.step(rows: result.count)
        return true
      }
      return result
    case .inverse(let inner): return try allPairs(inner).map { Pair(start: $0.end, end: $0.start) }
    case .alternative(let left, let right): return try allPairs(left) + allPairs(right)
    case .sequence(let left, let right):
      var result: [Pair] = []
      for pair in try allPairs(left) {
        for end in try ends(right, pair.end, isBackward: false) {
          result.append(Pair(start: pair.start, end: end))
          try run.step(rows: result.count)
        }
      }
      return result
    case .negated, .zeroOrMore, .oneOrMore, .zeroOrOne:
      var result: [Pair] = []
      for node in try nodes() {
        for end in try ends(path, node, isBackward: false) {
          result.append(Pair(start: node, end: end))
          try run.step(rows: result.count)
        }
      }
      return result
    }
  }

  /// Whether a term is a subject or an object of the graph.
  func isNode(_ number: TermNumber) throws -> Bool {
    var isFound = false
    let term = run.term(number)
    for (subject, object) in [(term, nil), (nil, term)] where !isFound {
      try dataset.match(subject, nil, object, in: graph) { _ in
        isFound = true
        return false
      }
    }
    return isFound
  }

  /// Every subject and object of the graph, in the order met.
  private func nodes() throws -> [TermNumber] {
    var seen: Set<TermNumber> = []
    var result: [TermNumber] = []
    try dataset.match(nil, nil, nil, in: graph) { triple in
      for term in [triple.subject, triple.object] {
        let number = run.number(of: term)
        if seen.insert(number).inserted { result.append(number) }
      }
      try run.step(rows: result.count)
      return true
    }
    return result
  }

  /// The nodes that a path leads to from a node, or that lead to it.
  private func ends(
    _ path: PropertyPath, _ node: TermNumber, isBackward: Bool, isSet: Bool = false
  ) throws -> [TermNumber] {
    try run.step()
    switch path {
    case .predicate(let iri): return try step(node, isBackward, only: .iri(iri)) { _ in true }
    case .inverse(let inner): return try ends(inner, node, isBackward: !isBackward, isSet: isSet)
    case .alternative(let left, let right):
      let both =
        try ends(left, node, isBackward: isBackward, isSet: isSet)
        + ends(right, node, isBackward: isBackward, isSet: isSet)
      return isSet ? unique(both) : both
    case .sequence(let left, let right):
      let (first, second) = isBackward ? (right, left) : (left, right)
      var result: [TermNumber] = []
      for middle in try ends(first, node, isBackward: isBackward, isSet: isSet) {
        // What stands between the parts is a node of the graph.
        if middle == node, try !isNode(node) { continue }
        result += try ends(second, middle, isBackward: isBackward, isSet: isSet)
        try run.step(rows: result.count)
      }
      return isSet ? unique(result) : result
    case .zeroOrOne(let inner):
      return unique([node] + (try ends(inner, node, isBackward: isBackward, isSet: true)))
    case .zeroOrMore(let inner): return try closure([node], inner, isBackward)
    case .oneOrMore(let inner):
      return try closure(ends(inner, node, isBackward: isBackward, isSet: true), inner, isBackward)
    case .negated(let forward, let backward):
      var result: [TermNumber] = []
      if !forward.isEmpty || backward.isEmpty {
        result += try step(node, isBackward) { !forward.contains($0) }
      }
      if !backward.isEmpty { result += try step(node, !isBackward) { !backward.contains($0) } }
      return result
    }
  }

  /// Everything that can be reached from some nodes, themselves included (function ALP).
  private func closure(_ starts: [TermNumber], _ path: PropertyPath, _ isBackward: Bool) throws
    -> [TermNumber]
  {
    var seen = Set(starts)
    var result = unique(starts)
    var index = 0
    while index < result.count {
      for next in try ends(path, result[index], isBackward: isBackward, isSet: true)
      where seen.insert(next).inserted {
        result.append(next)
        try run.step(rows: result.count)
      }
      index += 1
    }
    return result
  }

  /// One step along the predicates wanted, or against them.
  private func step(
    _ node: TermNumber, _ isBackward: Bool, only predicate: Term? = nil, _ isWanted: (String) -> Bool
  ) throws -> [TermNumber] {
    let term = run.term(node)
    var result: [TermNumber] = []
    try dataset.match(isBackward ? nil : term, predicate, isBackward ? term : nil, in: graph) { triple in
      try run.step(rows: result.count)
      if isWanted(triple.predicate.iriValue ?? "") {
        result.append(run.number(of: isBackward ? triple.subject : triple.object))
      }
      return true
    }
    return result
  }

  private func unique(_ list: [TermNumber]) -> [TermNumber] {
    var seen: Set<TermNumber> = []
    return list.filter { seen.insert($0).inserted }
  }
}
