public import PasserelleCore

extension Ontology {
  /// The name of a concept of a taxonomy, by its IRI; nil for an IRI of none.
  ///
  /// - Complexity: O(*n*) in the concepts.
  public func conceptLabel(_ iri: String) -> LocalizedText? {
    for taxonomy in taxonomies {
      if let concept = taxonomy.concepts.first(where: { $0.iri == iri }) { return concept.label }
    }
    return nil
  }
}
