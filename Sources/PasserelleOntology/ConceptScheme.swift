import PasserelleCore

/// The tree of concepts with their labels in every language at hand.
///
/// Made from an ontology's CPV list and themes; ``adding(_:)`` extends it with official labels. Codes of
/// every level stand in one tree: a code's parent is the longest shorter prefix of 2 to 7 digits that exists,
/// and prefixes of 2 to 5 digits always exist. See Documentation/Methods/concepts.md.
public struct ConceptScheme: Sendable {
  /// One concept, by its rank in the tree.
  struct Node: Sendable {
    /// `cpv:4531` or `theme:energy`.
    let notation: String
    /// The digits of a code; empty for a theme.
    let prefix: String
    /// The term that narrower concepts imply: `cpv4:4531`; nil for a code of 6 to 8 digits.
    let levelTerm: String?
    /// The term of the concept itself: `cpv8:45310000`, `theme:energy`.
    let exactTerm: String
    /// The rank of the wider code, or −1.
    var parent: Int32 = -1
    /// The ranks of the themes that begin at this code.
    var themes: [Int32] = []
    var labels: [ConceptLabel] = []
  }

  /// The lexicon of the ontology, whose entries annotators find beside the concepts.
  public let lexicon: Lexicon

  private(set) var nodes: [Node] = []
  private var rankByNotation: [String: Int32] = [:]

  /// Makes the scheme of an ontology: its CPV list and its themes, in French and English.
  ///
  /// - Parameter ontology: The ontology.
  public init(ontology: Ontology) {
    lexicon = ontology.lexicon
    for entry in ontology.ownCodeList("cpv")?.entries ?? [] {
      guard let code = CPVCode.read(entry.code)?.code else { continue }
      let rank = insert(prefix: code.significantPrefix)
      add(entry.label, to: rank)
    }
    for theme in ontology.themes {
      let name = "theme:" + theme.id
      let rank = append(Node(notation: name, prefix: "", levelTerm: nil, exactTerm: name))
      add(theme.label, to: rank)
      add(theme.frenchAlternatives, "fr", to: rank)
      add(theme.englishAlternatives, "en", to: rank)
      for prefix in theme.cpvPrefixes where CPVCode.read(prefix) != nil {
        let code = insert(prefix: prefix)
        if !nodes[Int(code)].themes.contains(rank) { nodes[Int(code)].themes.append(rank) }
      }
    }
    link()
  }

  /// Makes the scheme of an ontology's themes and of the taxonomies that texts are tagged with, without codes.
  ///
  /// - Parameter ontology: The ontology.
  init(taxonomiesOf ontology: Ontology) {
    lexicon = ontology.lexicon
    for theme in ontology.themes {
      let name = "theme:" + theme.id
      let rank = append(Node(notation: name, prefix: "", levelTerm: nil, exactTerm: name))
      add(theme.label, to: rank)
      add(theme.frenchAlternatives, "fr", to: rank)
      add(theme.englishAlternatives, "en", to: rank)
    }
    for taxonomy in ontology.taxonomies where taxonomy.tagsTexts {
      for concept in taxonomy.concepts {
        let name = taxonomy.id + ":" + concept.id
        let rank = append(Node(notation: name, prefix: "", levelTerm: nil, exactTerm: name))
        add(concept.label, to: rank)
        nodes[Int(rank)].labels += concept.alternatives
      }
    }
    addTerms(of: lexicon)
  }

  /// Gives each concept the terms of the lexicon's entries that name it; acronyms only make sense in capitals.
  private mutating func addTerms(of lexicon: Lexicon) {
    for entry in lexicon.entries {
      guard let rank = entry.concept.flatMap({ rankByNotation[$0] }).map(Int.init) else { continue }
      for term in entry.terms where term.kind != .acronym {
        let label = ConceptLabel(language: term.language, text: term.text, isPreferred: false)
        if !nodes[rank].labels.contains(where: { $0.language == term.language && $0.text == term.text }) {
          nodes[rank].labels.append(label)
        }
      }
    }
  }

  /// The same scheme with more labels; codes that are new become concepts.
  ///
  /// The first label of a code in a language that had none is the preferred one, every other an alternative;
  /// a label that stands there already is left out.
  ///
  /// - Parameter labels: Labels of CPV codes, in any order and language.
  /// - Returns: The extended scheme.
  /// - Complexity: O(*n*) in the concepts and labels.
  public func adding(_ labels: [CPVConceptLabel]) -> ConceptScheme {
    var scheme = self
    for label in labels where !label.text.isEmpty {
      let rank = Int(scheme.insert(prefix: label.code.significantPrefix))
      let known = scheme.nodes[rank].labels.filter { $0.language == label.language }
      guard !known.contains(where: { $0.text == label.text }) else { continue }
      scheme.nodes[rank].labels.append(
        ConceptLabel(language: label.language, text: label.text, isPreferred: known.isEmpty))
    }
    scheme.link()
    return scheme
  }

  /// How many concepts there are.
  public var count: Int { nodes.count }

  /// The concept of a notation.
  ///
  /// - Complexity: O(1).
  public func concept(_ notation: String) -> Concept? {
    rankByNotation[notation].map { rank in
      let node = nodes[Int(rank)]
      let parents = node.parent < 0 ? [] : [node.parent]
      return Concept(
        notation: node.notation, broader: (parents + node.themes).map { nodes[Int($0)].notation },
        labels: node.labels)
    }
  }

  /// The rank of the longest prefix of some digits that is a concept.
  func rank(ofNearest digits: String) -> Int32? {
    var prefix = digits[...]
    while prefix.count >= 2 {
      if let rank = rankByNotation["cpv:" + prefix] { return rank }
      prefix = prefix.dropLast()
    }
    return nil
  }

  private mutating func add(_ label: LocalizedText, to rank: Int32) {
    nodes[Int(rank)].labels.append(ConceptLabel(language: "fr", text: label.french, isPreferred: true))
    nodes[Int(rank)].labels.append(ConceptLabel(language: "en", text: label.english, isPreferred: true))
  }

  private mutating func add(_ alternatives: [String], _ language: String, to rank: Int32) {
    for text in alternatives {
      nodes[Int(rank)].labels.append(ConceptLabel(language: language, text: text, isPreferred: false))
    }
  }

  private mutating func append(_ node: Node) -> Int32 {
    if let known = rankByNotation[node.notation] { return known }
    let rank = Int32(nodes.count)
    nodes.append(node)
    rankByNotation[node.notation] = rank
    return rank
  }

  /// The rank of a prefix without final zeros, made with its wider prefixes of 2 to 5 digits when new.
  private mutating func insert(prefix: String) -> Int32 {
    if let known = rankByNotation["cpv:" + prefix] { return known }
    for length in 2...5 where length < prefix.count && prefix.prefix(length).last != "0" {
      _ = append(Self.code(String(prefix.prefix(length))))
    }
    // A division may end in a zero: 30, 50, 90.
    if prefix.count > 2 { _ = append(Self.code(String(prefix.prefix(2)))) }
    return append(Self.code(prefix))
  }

  private static func code(_ prefix: String) -> Node {
    let digits = prefix + String(repeating: "0", count: 8 - prefix.count)
    return Node(
      notation: "cpv:" + prefix, prefix: prefix,
      levelTerm: prefix.count <= 5 ? "cpv\(prefix.count):" + prefix : nil, exactTerm: "cpv8:" + digits)
  }

  /// Gives every code its parent.
  private mutating func link() {
    for rank in nodes.indices where nodes[rank].prefix.count > 2 {
      nodes[rank].parent = self.rank(ofNearest: String(nodes[rank].prefix.dropLast())) ?? -1
    }
  }
}
