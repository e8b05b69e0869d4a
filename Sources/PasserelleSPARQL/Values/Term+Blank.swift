public import PasserelleCore

/// Blank nodes, which ``Term`` has no case for: IRIs that begin with `_:`, as no IRI of RDF does.
extension Term {
  /// A blank node with a label.
  public static func blank(_ label: String) -> Term { .iri("_:" + label) }

  /// Whether the term stands for a blank node.
  public var isBlank: Bool { blankLabel != nil }

  /// The label of a blank node; nil for another term.
  public var blankLabel: Substring? {
    guard case .iri(let iri) = self, iri.utf8.starts(with: "_:".utf8) else { return nil }
    return iri.dropFirst(2)
  }

  /// Whether the term is an IRI and no blank node.
  public var isNamed: Bool {
    if case .iri = self { !isBlank } else { false }
  }

  /// The literal, when the term is one.
  var literalValue: Literal? {
    if case .literal(let literal) = self { literal } else { nil }
  }

  /// A literal with a datatype of XML Schema, by its short name.
  static func typed(_ text: String, _ name: String) -> Term {
    .literal(Literal(text, Datatype(iri: Vocabulary.xsd + name)))
  }
}
