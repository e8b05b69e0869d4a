import PasserelleCore

/// What a text shows for each concept, gathered and then rolled up the tree.
///
/// Slots are cleared through the list of those touched, so that a text costs nothing for the others.
struct ConceptEvidence {
  /// Best whole label of the concept itself.
  private var exact: [Double]
  /// Best label, or part of one, of the concept and all below it.
  private var level: [Double]
  private var touched: [Int32] = []
  private var isTouched: [Bool]

  init(conceptCount: Int) {
    exact = Array(repeating: 0, count: conceptCount)
    level = exact
    isTouched = Array(repeating: false, count: conceptCount)
  }

  private mutating func touch(_ node: Int32) {
    guard !isTouched[Int(node)] else { return }
    isTouched[Int(node)] = true
    touched.append(node)
  }

  /// A label of a concept was found.
  mutating func addWhole(_ strength: Double, for node: Int32) {
    touch(node)
    if strength > exact[Int(node)] { exact[Int(node)] = strength }
    if strength > level[Int(node)] { level[Int(node)] = strength }
  }

  /// Some words of a label were found: they speak for its level and those above, not for the concept itself.
  mutating func addPart(_ strength: Double, for node: Int32) {
    touch(node)
    if strength > level[Int(node)] { level[Int(node)] = strength }
  }

  /// The most terms whatever the weights say.
  private static let greatestLimit = 24

  /// Gives the terms and clears everything for the next text.
  mutating func conclude(_ scheme: ConceptScheme, _ weights: ConceptWeights) -> [WeightedConcept] {
    rollUp(scheme, weights)
    spreadToThemes(scheme, weights)
    var found: [(term: String, strength: Double)] = []
    var strongest = 0.0
    for node in touched {
      strongest = max(strongest, exact[Int(node)], level[Int(node)])
    }
    let least = strongest * weights.least
    let greatest = max(strongest, weights.certain)
    for node in touched {
      let concept = scheme.nodes[Int(node)]
      if exact[Int(node)] > 0, exact[Int(node)] >= least {
        found.append((concept.exactTerm, exact[Int(node)]))
      }
      let strength = level[Int(node)]
      if let term = concept.levelTerm, strength > 0, strength >= least { found.append((term, strength)) }
    }
    clear()
    found.sort { ($1.strength, $0.term) < ($0.strength, $1.term) }
    return found.prefix(min(weights.limit, Self.greatestLimit)).map { term, strength in
      WeightedConcept(
        term: term,
        weight: max(1, Int((strength / greatest * Double(WeightedConcept.fullWeight)).rounded())))
    }
    .sorted { $0.term < $1.term }
  }

  private mutating func rollUp(_ scheme: ConceptScheme, _ weights: ConceptWeights) {
    for place in 0..<touched.count {
      var node = touched[place]
      var strength = level[Int(node)]
      node = scheme.nodes[Int(node)].parent
      while node >= 0 {
        touch(node)
        strength *= weights.decay
        if strength > level[Int(node)] { level[Int(node)] = strength }
        node = scheme.nodes[Int(node)].parent
      }
    }
  }

  private mutating func spreadToThemes(_ scheme: ConceptScheme, _ weights: ConceptWeights) {
    for place in 0..<touched.count {
      let node = Int(touched[place])
      let strength = level[node] * weights.theme
      for theme in scheme.nodes[node].themes {
        touch(theme)
        if strength > exact[Int(theme)] { exact[Int(theme)] = strength }
      }
    }
  }

  private mutating func clear() {
    for node in touched {
      exact[Int(node)] = 0
      level[Int(node)] = 0
      isTouched[Int(node)] = false
    }
    touched.removeAll(keepingCapacity: true)
  }
}
