extension ConceptScheme {
  /// What stands above what: codes under wider codes, and under the themes that they begin.
  ///
  /// - Complexity: O(*n*) in the concepts; keep it rather than make it anew.
  public var hierarchy: ConceptHierarchy {
    ConceptHierarchy(
      nodes.map { node in
        let above = (node.parent < 0 ? [] : [node.parent]) + node.themes
        return (node.notation, above.map { nodes[Int($0)].notation })
      })
  }

  /// All notations below a concept, each once: the narrower codes, and for a theme all codes that it takes in.
  ///
  /// - Complexity: O(*n*) in the concepts of the scheme.
  public func descendants(of notation: String) -> [String] { hierarchy.descendants(of: notation) }
}
