public import PasserelleCore

extension ConceptScheme {
  /// The terms of a record's own codes, all of full weight.
  ///
  /// A code gives one term a level that it reaches (2, 3, 4 and 5 digits, none for levels whose digit is zero),
  /// `cpv8:` with its eight digits, and the themes that its prefixes belong to.
  ///
  /// - Parameter codes: The codes; they need not be in the scheme.
  /// - Returns: Each term once, sorted by term.
  /// - Complexity: O(*n* log *n*) in the codes.
  public func concepts(ofCodes codes: [CPVCode]) -> [WeightedConcept] {
    var terms: Set<String> = []
    for code in codes {
      let prefix = code.significantPrefix
      terms.insert("cpv8:" + code.digits)
      for length in 2...5 where length <= prefix.count && (length == 2 || prefix.prefix(length).last != "0") {
        terms.insert("cpv\(length):" + prefix.prefix(length))
      }
      var rank = rank(ofNearest: prefix) ?? -1
      while rank >= 0 {
        for theme in nodes[Int(rank)].themes { terms.insert(nodes[Int(theme)].exactTerm) }
        rank = nodes[Int(rank)].parent
      }
    }
    return terms.sorted().map { WeightedConcept(term: $0, weight: WeightedConcept.fullWeight) }
  }
}
