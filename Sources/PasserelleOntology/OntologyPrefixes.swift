/// The short names of namespaces, such as `pas` and `epo`.
public struct OntologyPrefixes: Sendable, Hashable {
  /// Namespaces by prefix.
  public let namespaces: [String: String]

  /// The namespaces, the longest first, so that the narrowest answers.
  private let longestFirst: [(prefix: String, namespace: String)]

  init(_ namespaces: [String: String]) {
    self.namespaces = namespaces
    longestFirst = namespaces.map { ($0.key, $0.value) }
      .sorted { ($1.1.utf8.count, $0.0) < ($0.1.utf8.count, $1.0) }
  }

  /// The absolute IRI of a short name `prefix:name`.
  ///
  /// - Returns: Nil when the text has no known prefix.
  public func expand(_ name: String) -> String? {
    guard let colon = name.firstIndex(of: ":"), let namespace = namespaces[String(name[..<colon])] else {
      return nil
    }
    return namespace + name[name.index(after: colon)...]
  }

  /// The short name of an absolute IRI.
  ///
  /// - Returns: Nil when no namespace is its beginning.
  public func shorten(_ iri: String) -> String? {
    for (prefix, namespace) in longestFirst where iri.hasPrefix(namespace) {
      return prefix + ":" + iri.dropFirst(namespace.count)
    }
    return nil
  }

  /// Two sets of prefixes are the same when they name the same namespaces.
  public static func == (left: Self, right: Self) -> Bool { left.namespaces == right.namespaces }

  /// Hashes the namespaces.
  public func hash(into hasher: inout Hasher) { hasher.combine(namespaces) }
}
