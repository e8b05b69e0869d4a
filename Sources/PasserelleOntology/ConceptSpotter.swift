public import PasserelleText

/// A concept that a text names, with the words that name it.
public struct ConceptSpot: Sendable, Hashable {
  /// The concept: `theme:water`, `use-cases:smart-lighting`, `layers:networks`.
  public let notation: String
  /// The evidence: the summed rarity of the labels found, each stretch of the text counted once.
  public let strength: Double
  /// The stretches of the text that name it, as written, the strongest first.
  public let words: [String]
}

/// Finds the themes and the concepts of the taxonomies that a text names, each with its words.
///
/// Labels are compared as ``ConceptAnnotator`` compares them, stemmed and without function words; only whole labels
/// count, whose words stand near one another. Not Sendable: use one per thread.
public final class ConceptSpotter {
  private let scheme: ConceptScheme
  private var tools: [TextLanguage: Tools] = [:]
  private var buffer = TokenBuffer()

  /// What reads a language.
  private struct Tools {
    let lexicon: ConceptLexicon
    let analyzer: TextAnalyzer
    /// The forms of the labels of one word, by concept: stems alone take `station` for `stationnement`.
    let singleForms: [Int32: Set<String>]
  }

  /// Content words that may stand between those of a label.
  private static let slack = 2
  /// Content words of a text that are read.
  private static let longestText = 2048

  /// Makes a spotter of the themes and taxonomies of an ontology.
  public init(ontology: Ontology) {
    scheme = ConceptScheme(taxonomiesOf: ontology)
  }

  /// The concepts that a text names.
  ///
  /// - Parameters:
  ///   - text: A clause or a paragraph.
  ///   - language: Its language; in one without labels nothing is found but in French and English spelling.
  /// - Returns: The concepts, the strongest first, ties by notation.
  /// - Complexity: O(*n*) in the words, each with the labels that hold it.
  public func spots(in text: String, language: TextLanguage) -> [ConceptSpot] {
    let tools = tools(of: language)
    let lexicon = tools.lexicon
    let source = Array(text.utf8)
    let (stems, ranges) = read(text, lexicon, tools.analyzer)
    var places: [Int32: [Int]] = [:]
    for (place, stem) in stems.enumerated() where stem >= 0 { places[stem, default: []].append(place) }
    var tried: Set<Int32> = []
    var hits: [(node: Int32, mass: Double, range: ClosedRange<Int>)] = []
    for stem in stems where stem >= 0 {
      for entry in Int(lexicon.postingStart[Int(stem)])..<Int(lexicon.postingStart[Int(stem) + 1]) {
        let label = lexicon.postings[entry]
        guard tried.insert(label).inserted else { continue }
        let node = lexicon.labelNode[Int(label)]
        let words = Array(lexicon.stems(ofLabel: Int(label)))
        if words.count == 1 {
          // Of a label of one word the form counts, not the stem alone.
          let forms = tools.singleForms[node] ?? []
          let place = places[stem]?.first { forms.contains(Self.form(source[ranges[$0]])) }
          if let place { hits.append((node, lexicon.labelMass[Int(label)], place...place)) }
        } else if let range = range(of: words, places) {
          hits.append((node, lexicon.labelMass[Int(label)], range))
        }
      }
    }
    hits.sort { ($1.mass, $0.node, $0.range.lowerBound) < ($0.mass, $1.node, $1.range.lowerBound) }
    return gather(hits, ranges, source)
  }

  /// A word folded, without the endings of plural and feminine.
  private static func form(_ word: some Sequence<UInt8>) -> String {
    var form = TextFolding.fold(String(decoding: Array(word), as: UTF8.self))
    if form.hasSuffix("aux") { return form.dropLast(3) + "al" }
    if form.utf8.count > 3, form.hasSuffix("s") || form.hasSuffix("x") { form.removeLast() }
    while form.utf8.count > 3, form.hasSuffix("e") { form.removeLast() }
    return form
  }

  private func tools(of language: TextLanguage) -> Tools {
    if let known = tools[language] { return known }
    var lexicon = ConceptLexicon(scheme, language: language, weights: .standard)
    if lexicon.isEmpty { lexicon = ConceptLexicon(scheme, language: .neutral, weights: .standard) }
    let made = Tools(
      lexicon: lexicon, analyzer: TextAnalyzer(language: lexicon.language),
      singleForms: singleForms(lexicon.language))
    tools[language] = made
    return made
  }

  private func singleForms(_ language: TextLanguage) -> [Int32: Set<String>] {
    var forms: [Int32: Set<String>] = [:]
    for (rank, node) in scheme.nodes.enumerated() {
      for label in node.labels where language == .neutral || label.language == language.rawValue {
        let own = TextLanguage(rawValue: label.language) ?? .neutral
        let words = TextFolding.fold(label.text).split(separator: " ").filter {
          $0.utf8.count > 1 && !StopWords.contains(String($0), language: own)
        }
        if words.count == 1 { forms[Int32(rank), default: []].insert(Self.form(words[0].utf8)) }
      }
    }
    return forms
  }

  /// The stems of the content words of a text, −1 for those of no label, with their places in bytes.
  private func read(
    _ text: String, _ lexicon: ConceptLexicon, _ analyzer: TextAnalyzer
  ) -> (stems: [Int32], ranges: [Range<Int>]) {
    buffer.removeAll()
    analyzer.analyze(text, into: &buffer)
    let source = Array(text.utf8)
    var stems: [Int32] = []
    var ranges: [Range<Int>] = []
    for index in 0..<buffer.count where stems.count < Self.longestText {
      let range = buffer.byteRange(at: index)
      let written = TextFolding.fold(String(decoding: source[range], as: UTF8.self))
      if StopWords.contains(written, language: lexicon.language) { continue }
      stems.append(buffer.withBytes(at: index) { lexicon.stems.find(lexicon.key($0)) } ?? -1)
      ranges.append(range)
    }
    return (stems, ranges)
  }

  /// The shortest stretch that holds every stem of a label within a few words; nil for none.
  private func range(of label: [Int32], _ places: [Int32: [Int]]) -> ClosedRange<Int>? {
    guard let anchor = label.min(by: { (places[$0]?.count ?? 0, $0) < (places[$1]?.count ?? 0, $1) }) else {
      return nil
    }
    var best: ClosedRange<Int>?
    for place in places[anchor] ?? [] {
      var low = place
      var high = place
      var isWhole = true
      for stem in label where stem != anchor {
        guard let near = places[stem]?.min(by: { (abs($0 - place), $0) < (abs($1 - place), $1) }) else {
          return nil
        }
        low = min(low, near)
        high = max(high, near)
        isWhole = isWhole && abs(near - place) <= label.count + Self.slack
      }
      guard isWhole, high - low < label.count + Self.slack else { continue }
      if best.map({ high - low < $0.count - 1 }) ?? true { best = low...high }
    }
    return best
  }

  private func gather(
    _ hits: [(node: Int32, mass: Double, range: ClosedRange<Int>)], _ ranges: [Range<Int>], _ source: [UInt8]
  ) -> [ConceptSpot] {
    var order: [Int32] = []
    var strengths: [Int32: Double] = [:]
    var covered: [Int32: [ClosedRange<Int>]] = [:]
    for hit in hits {
      if strengths[hit.node] == nil { order.append(hit.node) }
      // A stretch within one that has counted adds nothing.
      if covered[hit.node]?.contains(where: { $0.overlaps(hit.range) }) ?? false { continue }
      strengths[hit.node, default: 0] += hit.mass
      covered[hit.node, default: []].append(hit.range)
    }
    let spots = order.map { node in
      ConceptSpot(
        notation: scheme.nodes[Int(node)].notation, strength: strengths[node] ?? 0,
        words: (covered[node] ?? []).map { range in
          let bytes = ranges[range.lowerBound].lowerBound..<ranges[range.upperBound].upperBound
          return String(decoding: source[bytes], as: UTF8.self)
        })
    }
    return spots.sorted { ($1.strength, $0.notation) < ($0.strength, $1.notation) }
  }
}
