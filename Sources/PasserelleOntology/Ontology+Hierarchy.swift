extension Ontology {
  /// What stands above what in a scheme of concepts or a code list, with the scheme above where there is one.
  ///
  /// Notations are `scheme:name` (`services:mobility-parking` under `stakes:mobility`, `countries:SN` under
  /// `world-regions:west-africa`); those of themes are `theme:name`, with the use cases of each theme below it.
  ///
  /// - Parameter scheme: The name of a taxonomy or code list, or `themes`.
  /// - Returns: The hierarchy; nil for an unknown scheme.
  /// - Complexity: O(*n*) in the concepts.
  public func hierarchy(of scheme: String) -> ConceptHierarchy? {
    var concepts: [(notation: String, broader: [String])] = []
    var names: [String] = []
    var next: String? = scheme
    while let name = next, !names.contains(name) {
      names.append(name)
      guard let (parents, own) = filing(of: name) else { break }
      concepts = own + concepts
      next = parents
    }
    return concepts.isEmpty ? nil : ConceptHierarchy(concepts)
  }

  /// The scheme above, and each concept with those above it.
  private func filing(
    of scheme: String
  ) -> (parents: String?, concepts: [(notation: String, broader: [String])])? {
    if scheme == "themes" {
      let themes = themes.map { (notation: "theme:" + $0.id, broader: [String]()) }
      let uses = (taxonomy("use-cases")?.concepts ?? []).map { concept in
        (notation: "use-cases:" + concept.id, broader: concept.themes.map { "theme:" + $0 })
      }
      return (nil, themes + uses)
    }
    if let taxonomy = taxonomy(scheme) {
      let above = taxonomy.parentScheme ?? scheme
      return (
        taxonomy.parentScheme,
        taxonomy.concepts.map { (scheme + ":" + $0.id, $0.broader.map { above + ":" + $0 }) }
      )
    }
    guard let list = codeList(scheme) else { return nil }
    let above = list.parentList ?? scheme
    return (
      list.parentList,
      list.entries.map { entry in
        (scheme + ":" + entry.code, entry.parent.map { [above + ":" + $0] } ?? [])
      }
    )
  }
}
