import PasserelleCore
import PasserelleText

/// Reads texts of one language against its labels; memory is reused from text to text.
final class ConceptReader {
  let scheme: ConceptScheme
  let lexicon: ConceptLexicon
  let weights: ConceptWeights
  private let analyzer: TextAnalyzer
  private var buffer = TokenBuffer()
  /// Words as texts write them, with what they are: two words of one stem may differ (`para`, `pares`).
  private var written = ConceptStemTable()

  /// Content words of the text in order: the stem's number, or −1 for a word that is in no label.
  var words: [Int32] = []
  /// The place of the same stem before each place, or −1.
  var earlier: [Int32] = []
  /// The last place of each stem in the text that ``stemText`` names.
  var lastPlace: [Int32]
  private var stemText: [Int32]
  private var occurrences: [Int32]
  private var labelText: [Int32]
  private var text: Int32 = 0
  /// The distinct stems of the text, in order of appearance.
  var stems: [Int32] = []
  var evidence: ConceptEvidence

  init(scheme: ConceptScheme, lexicon: ConceptLexicon, weights: ConceptWeights) {
    self.scheme = scheme
    self.lexicon = lexicon
    self.weights = weights
    analyzer = TextAnalyzer(language: lexicon.language)
    lastPlace = [Int32](repeating: -1, count: lexicon.rarity.count)
    stemText = [Int32](repeating: 0, count: lexicon.rarity.count)
    occurrences = stemText
    labelText = [Int32](repeating: 0, count: lexicon.labelNode.count)
    evidence = ConceptEvidence(conceptCount: scheme.nodes.count)
  }

  /// Content words of a text that are read.
  private static let longestText = 4096
  /// Places of a stem that count, the first ones: phrases are sought around each.
  private static let placeLimit: Int32 = 16
  /// Written words remembered before all are forgotten.
  private static let writtenLimit = 1 << 18

  func concepts(of text: String) -> [WeightedConcept] {
    read(text)
    for stem in stems { tryLabels(of: stem) }
    return evidence.conclude(scheme, weights)
  }

  /// Whether a stem stands in the text.
  func isPresent(_ stem: Int32) -> Bool { stemText[Int(stem)] == text }

  private func read(_ source: String) {
    var source = source
    if text == Int32.max { restart() }
    text += 1
    words.removeAll(keepingCapacity: true)
    earlier.removeAll(keepingCapacity: true)
    stems.removeAll(keepingCapacity: true)
    buffer.removeAll()
    if written.count > Self.writtenLimit { written.removeAll() }
    source.withUTF8 { bytes in
      analyzer.analyze(bytes, into: &buffer)
      for index in 0..<buffer.count where words.count < Self.longestText {
        let word = UnsafeBufferPointer(rebasing: bytes[buffer.byteRange(at: index)])
        let number = written.find(word) ?? learn(word, index)
        if number != Self.functionWord { append(number) }
      }
    }
  }

  private static let otherWord: Int32 = -1
  private static let functionWord: Int32 = -2

  /// What a word is that is met for the first time: a stem's number, another word or a function word.
  private func learn(_ word: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int32 {
    let folded = TextFolding.fold(String(decoding: word, as: UTF8.self))
    let isFunction = StopWords.contains(folded, language: lexicon.language)
    let number = buffer.withBytes(at: index) { lexicon.stems.find(lexicon.key($0)) }
    return written.insert(word, value: isFunction ? Self.functionWord : number ?? Self.otherWord)
  }

  private func append(_ number: Int32) {
    let place = Int32(words.count)
    words.append(number)
    guard number >= 0 else {
      earlier.append(-1)
      return
    }
    let stem = Int(number)
    let isNew = stemText[stem] != text
    earlier.append(isNew ? -1 : lastPlace[stem])
    stemText[stem] = text
    occurrences[stem] = isNew ? 1 : occurrences[stem] + 1
    if occurrences[stem] <= Self.placeLimit { lastPlace[stem] = place }
    if isNew { stems.append(number) }
  }

  private func tryLabels(of stem: Int32) {
    for place in Int(lexicon.postingStart[Int(stem)])..<Int(lexicon.postingStart[Int(stem) + 1]) {
      let label = Int(lexicon.postings[place])
      if labelText[label] == text { continue }
      labelText[label] = text
      addLabel(label)
    }
  }

  private func restart() {
    text = 0
    for stem in stemText.indices { stemText[stem] = 0 }
    for label in labelText.indices { labelText[label] = 0 }
  }
}
