/// One inverted list family of the text index, with lengths and frequencies of its own.
public enum TextField: String, Sendable, Hashable, CaseIterable {
  /// Words of the title, by the chain of the document's language.
  case title
  /// Words of the text, by the chain of the document's language.
  case body
  /// What a company is known for: titles of what it won, what it declares; by the chain of the document's language.
  case profile
  /// Words of the names of those who buy, unstemmed.
  case buyers
  /// Words of the names of those who deliver, unstemmed.
  case vendors
  /// Words of the names of places, unstemmed.
  case places
  /// Identifiers kept whole: CPV digits, SIREN, SIRET, INSEE codes.
  case codes
  /// Character 4-grams of the title.
  case grams
  /// Concepts that the texts speak of, in whatever language; see ``WeightedConcept``.
  case concepts
  /// Words of the title as written, folded and not stemmed: for beginnings and approximate spellings. The index
  /// takes them from ``title``.
  case titleAsWritten
  /// Words of the body as written, folded and not stemmed. The index takes them from ``body``.
  case bodyAsWritten
}
