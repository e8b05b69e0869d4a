public import PasserelleCore

extension Ontology {
  /// The classes above a class, the nearest first; a cycle is cut at its first repetition.
  ///
  /// - Parameter key: The name or absolute IRI of a class.
  /// - Returns: Nothing for the root or an unknown class.
  public func ancestors(of key: String) -> [OntologyClass] {
    var found: [OntologyClass] = []
    var seen: Set<String> = [self.class(key)?.id ?? key]
    var next = self.class(key)?.parent
    while let id = next, seen.insert(id).inserted, let above = self.class(id) {
      found.append(above)
      next = above.parent
    }
    return found
  }

  /// Whether a class is another or stands below it.
  public func isKind(_ key: String, of wider: String) -> Bool {
    guard let wanted = self.class(wider), let start = self.class(key) else { return false }
    return start.id == wanted.id || ancestors(of: key).contains { $0.id == wanted.id }
  }

  /// The classes directly below a class, by name.
  public func subclasses(of key: String) -> [OntologyClass] {
    guard let wanted = self.class(key) else { return [] }
    return classes.filter { $0.parent == wanted.id }
  }

  /// A statement read aloud.
  ///
  /// - Parameters:
  ///   - subject: The name of the statement's subject.
  ///   - relation: The relation's name or absolute IRI.
  ///   - object: The name of the statement's object, or its value as text.
  ///   - language: The language of the sentence.
  ///   - inverse: Whether the sentence goes from the object to the subject; the arguments stay as they are.
  /// - Returns: The sentence without a final point; nil when the relation is not described.
  public func sentence(
    subject: String, relation: String, object: String, language: MessageLanguage, inverse: Bool = false
  ) -> String? {
    guard let relation = self.relation(relation) else { return nil }
    return (inverse ? relation.inverse : relation.reading)
      .filled(subject: subject, object: object, in: language)
  }
}
