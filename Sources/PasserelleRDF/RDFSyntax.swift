/// A concrete syntax of RDF 1.1.
public enum RDFSyntax: String, Sendable, Hashable, CaseIterable {
  /// N-Triples.
  case ntriples
  /// N-Quads.
  case nquads
  /// Turtle.
  case turtle
  /// TriG.
  case trig
  /// RDF/XML.
  case rdfxml
}
