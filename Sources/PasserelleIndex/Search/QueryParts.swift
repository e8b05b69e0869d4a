/// A prepared query taken apart at its top, for the choice of a fast path.
struct QueryParts {
  /// Parts that score and must match.
  private(set) var needs: [PreparedQuery.Node] = []
  /// Parts of which one at least must match.
  private(set) var alternatives: [PreparedQuery.Node] = []
  /// Parts that must match and do not score.
  private(set) var filters: [PreparedQuery.Node] = []
  /// Parts that must not match.
  private(set) var mustNot: [PreparedQuery.Node] = []
  /// Whether nothing can match.
  private(set) var isNothing = false
  /// Whether the query is more than needs or alternatives, filters and exclusions.
  private var isMixed = false

  /// Takes a query apart.
  init(_ root: PreparedQuery.Node) {
    take(root)
    // One need with one word is an alternative of one: the same answer, by the better path.
    if needs.count == 1, alternatives.isEmpty, case .word = needs[0] { swap(&needs, &alternatives) }
  }

  /// Whether the query asks for at least one of its alternatives, and for nothing else that scores.
  var hasAlternatives: Bool { !isMixed && needs.isEmpty && !alternatives.isEmpty }

  /// Whether the query asks for all its needs, and for nothing else that scores.
  var hasNeeds: Bool { !isMixed && alternatives.isEmpty && !needs.isEmpty }

  private mutating func take(_ node: PreparedQuery.Node) {
    guard case .boolean(let must, let should, let mustNot) = node else {
      if case .nothing = node { isNothing = true }
      if node.isFilter { filters.append(node) } else { needs.append(node) }
      return
    }
    self.mustNot += mustNot
    for part in must {
      if case .boolean(let inner, let innerShould, _) = part, innerShould.isEmpty != inner.isEmpty {
        take(part)
      } else if case .boolean = part {
        isMixed = true
      } else {
        take(part)
      }
    }
    guard !should.isEmpty else { return }
    // Optional parts beside needs, or two sets of alternatives, take the general path.
    if must.isEmpty, alternatives.isEmpty { alternatives = should } else { isMixed = true }
  }
}
