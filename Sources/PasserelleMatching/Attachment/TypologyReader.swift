public import PasserelleCore
public import PasserelleOntology
public import PasserelleText

/// Reads which typologies a title, a text and CPV codes speak for, and by which words or codes.
///
/// The method is described in Documentation/Methods/attachment.md. Not Sendable: use one per thread.
public final class TypologyReader {
  /// All typologies.
  public let typologies: [Typology]
  private let ontology: Ontology
  private let spotter: ConceptSpotter
  private let places: [String: Int]
  /// The domains that each typology belongs to; none for a domain.
  private let domains: [[Int]]

  /// How plainly a label in the title speaks for a typology, or a CPV code that shares four digits with it.
  static let plain = 1.0
  /// How plainly a label that stands in the text only does, or a use case of several domains for one of them.
  static let passing = 0.5
  /// How plainly a CPV code does that shares two or three digits: such groups hold much else.
  static let hint = 0.25
  /// The digits from which a CPV code speaks plainly.
  static let tellingDigits = 4
  /// Share of the title's strongest label of the scheme below which another is left out.
  static let least = 0.5
  /// Characters of a text that are read: its subject is told at its start.
  static let textLength = 2000

  /// Makes a reader of the domains and use cases of an ontology.
  public init(ontology: Ontology) {
    self.ontology = ontology
    let typologies = ontology.typologies
    let places = Dictionary(
      typologies.enumerated().map { ($1.notation, $0) }, uniquingKeysWith: { first, _ in first })
    let useCases = ontology.taxonomy(Typology.useCases)
    self.typologies = typologies
    self.places = places
    spotter = ConceptSpotter(ontology: ontology)
    domains = typologies.map { one in
      guard one.scheme == .useCase else { return [] }
      return (useCases?.concept(one.key)?.themes ?? []).compactMap { places["theme:" + $0] }
    }
  }

  /// The typologies that a document speaks for.
  ///
  /// - Parameters:
  ///   - title: The title; may be empty.
  ///   - text: The text; may be empty.
  ///   - codes: The CPV codes.
  ///   - language: The language of title and text.
  /// - Returns: Each typology once, in the order of ``typologies``.
  /// - Complexity: O(*n*) in the words, each with the labels that hold it.
  public func hits(title: String, text: String, codes: [CPVCode], language: TextLanguage) -> [TypologyEvidence
    .Hit]
  {
    var found = Evidence()
    for (part, strength) in [(title, Self.plain), (String(text.prefix(Self.textLength)), Self.passing)]
    where !part.isEmpty {
      for (place, words) in spots(part, language) {
        found.add(place, strength, words: words)
        let domains = domains[place]
        for domain in domains {
          found.add(domain, domains.count > 1 ? strength * Self.passing : strength, words: words)
        }
      }
    }
    for code in codes {
      for theme in ontology.themes(of: code) {
        guard let place = places["theme:" + theme.id] else { continue }
        let length = theme.cpvPrefixes.filter { code.digits.hasPrefix($0) }.map(\.utf8.count).max() ?? 0
        found.add(place, length >= Self.tellingDigits ? Self.plain : Self.hint, code: code)
      }
    }
    return found.hits
  }

  /// What is gathered for each typology.
  private struct Evidence {
    private var strengths: [Int: Double] = [:]
    private var words: [Int: [String]] = [:]
    private var codes: [Int: [CPVCode]] = [:]

    mutating func add(_ place: Int, _ strength: Double, words found: [String] = [], code: CPVCode? = nil) {
      strengths[place] = max(strengths[place] ?? 0, strength)
      for word in found where !(words[place] ?? []).contains(word) { words[place, default: []].append(word) }
      if let code, !(codes[place] ?? []).contains(code) { codes[place, default: []].append(code) }
    }

    /// The hits in the order of the typologies.
    var hits: [TypologyEvidence.Hit] {
      strengths.sorted { $0.key < $1.key }.map {
        TypologyEvidence.Hit(
          typology: $0.key, strength: $0.value, words: words[$0.key] ?? [], codes: codes[$0.key] ?? [])
      }
    }
  }

  /// The typologies that a text names, the faint ones of each scheme left out.
  private func spots(_ text: String, _ language: TextLanguage) -> [(place: Int, words: [String])] {
    var strongest: [Typology.Scheme: Double] = [:]
    var result: [(place: Int, words: [String])] = []
    // Spots come the strongest first.
    for spot in spotter.spots(in: text, language: language) {
      guard let place = places[spot.notation] else { continue }
      let scheme = typologies[place].scheme
      if strongest[scheme] == nil { strongest[scheme] = spot.strength }
      if spot.strength >= (strongest[scheme] ?? 0) * Self.least { result.append((place, spot.words)) }
    }
    return result
  }
}
