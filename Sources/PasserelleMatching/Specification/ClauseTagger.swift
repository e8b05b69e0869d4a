public import PasserelleOntology
public import PasserelleText

/// Tags clauses with the domains, use cases and layers of the infrastructure that they speak of.
///
/// The schemes are provisional: see the notes in `Ontology/Concepts`. A tag holds the words that gave it. Not Sendable:
/// use one per thread.
public final class ClauseTagger {
  private let spotter: ConceptSpotter

  /// The most tags of one scheme for a clause.
  static let limit = 3
  /// Share of the strongest evidence of the scheme below which a tag is left out.
  static let least = 0.5

  /// Makes a tagger of the themes and taxonomies of an ontology.
  public init(ontology: Ontology) {
    spotter = ConceptSpotter(ontology: ontology)
  }

  /// Tags the clauses of an outline; those of information are left without.
  public func tag(_ outline: inout SpecificationOutline) {
    for rank in outline.clauses.indices where outline.clauses[rank].kind != .information {
      outline.clauses[rank].tags = tags(of: outline.clauses[rank].text, language: outline.language)
    }
  }

  /// The tags of a text: by scheme in the order of ``ClauseTag/Scheme``, the strongest first.
  ///
  /// - Parameters:
  ///   - text: A clause, or a title.
  ///   - language: Its language.
  /// - Returns: At most three tags a scheme; none where no label is named.
  public func tags(of text: String, language: TextLanguage) -> [ClauseTag] {
    let spots = spotter.spots(in: text, language: language)
    return ClauseTag.Scheme.allCases.flatMap { scheme in
      let own = spots.filter { $0.notation.hasPrefix(scheme.notationPrefix) }
      let strongest = own.first?.strength ?? 0
      return own.filter { $0.strength >= strongest * Self.least }.prefix(Self.limit).map {
        ClauseTag(
          scheme: scheme, key: String($0.notation.dropFirst(scheme.notationPrefix.utf8.count)),
          words: $0.words)
      }
    }
  }
}

extension ClauseTag.Scheme {
  /// The beginning of the notations of its concepts.
  var notationPrefix: String {
    switch self {
    case .domain: "theme:"
    case .useCase: "use-cases:"
    case .layer: "layers:"
    }
  }

  /// The scheme's name in the ontology.
  public var ontologyID: String {
    switch self {
    case .domain: "themes"
    case .useCase: "use-cases"
    case .layer: "layers"
    }
  }
}
