import Foundation
import PasserelleText

/// The labels of one language, analysed and ready for texts.
///
/// Immutable, so that the annotators of all threads share it.
struct ConceptLexicon: Sendable {
  /// The chain that texts go through.
  let language: TextLanguage
  /// Letters compared of each stem; 0 compares all.
  let prefixLength: Int
  private(set) var stems = ConceptStemTable()
  /// Inverse document frequency of each stem, over the concepts.
  private(set) var rarity: [Double] = []
  /// The concept of each label.
  private(set) var labelNode: [Int32] = []
  /// Summed rarity of each label.
  private(set) var labelMass: [Double] = []
  /// The stems of label *i* are `labelStems[labelStart[i]..<labelStart[i + 1]]`.
  private(set) var labelStart: [Int32] = [0]
  private(set) var labelStems: [Int32] = []
  /// The labels to be tried where stem *s* stands: `postings[postingStart[s]..<postingStart[s + 1]]`.
  private(set) var postingStart: [Int32] = []
  private(set) var postings: [Int32] = []

  /// Rarity of words of procedure.
  private static let boilerplateRarity = 0.5
  /// Most content words of a label that count.
  private static let longestLabel = 24

  /// Analyses the labels of a language; of every language, unstemmed, for the neutral one.
  ///
  /// Of each word ``prefixLength`` letters are compared.
  init(_ scheme: ConceptScheme, language: TextLanguage, weights: ConceptWeights, prefixLength: Int = 0) {
    self.language = language
    self.prefixLength = prefixLength
    read(scheme)
    weigh(conceptCount: scheme.nodes.count)
    post(frequentWord: weights.frequentWord)
  }

  /// Whether there is no label at all.
  var isEmpty: Bool { labelNode.isEmpty }

  private mutating func read(_ scheme: ConceptScheme) {
    let analyzer = TextAnalyzer(language: language)
    var buffer = TokenBuffer()
    for (rank, node) in scheme.nodes.enumerated() {
      var known: Set<[Int32]> = []
      for label in node.labels where language == .neutral || label.language == language.rawValue {
        for text in [label.text, ConceptSpelling.reformed(label.text, language: label.language)] {
          guard let text else { continue }
          buffer.removeAll()
          analyzer.analyze(text, into: &buffer)
          let own = TextLanguage(rawValue: label.language) ?? .neutral
          let words = content(of: text, buffer, language: own)
          if !words.isEmpty, known.insert(words).inserted { append(words, node: Int32(rank)) }
        }
      }
    }
  }

  private mutating func content(of text: String, _ buffer: TokenBuffer, language: TextLanguage) -> [Int32] {
    var words: [Int32] = []
    let source = Array(text.utf8)
    for index in 0..<buffer.count where words.count < Self.longestLabel {
      let written = String(decoding: source[buffer.byteRange(at: index)], as: UTF8.self)
      let folded = TextFolding.fold(written)
      guard folded.utf8.count > 1, !folded.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
        !StopWords.contains(folded, language: language)
      else { continue }
      let next = Int32(rarity.count)
      let number = buffer.withBytes(at: index) { stems.insert(key($0), value: next) }
      if number == next {
        rarity.append(ConceptBoilerplate.contains(folded, language: self.language) ? 0 : 1)
      }
      if !words.contains(number) { words.append(number) }
    }
    return words
  }

  /// The part of a stem that words are compared by: the first letters, or all.
  @inline(__always)
  func key(_ stem: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    if prefixLength == 0 || stem.count <= prefixLength { return stem }
    var (letters, end) = (0, 0)
    while end < stem.count {
      // A byte that does not continue a scalar starts a letter.
      if stem[end] & 0xC0 != 0x80 {
        if letters == prefixLength { break }
        letters += 1
      }
      end += 1
    }
    return UnsafeBufferPointer(rebasing: stem[..<end])
  }

  private mutating func append(_ words: [Int32], node: Int32) {
    labelNode.append(node)
    labelStems += words
    labelStart.append(Int32(labelStems.count))
  }

  /// Rarity of stems by the concepts whose labels hold them, low for words of procedure, in 1024ths so that it is the same everywhere.
  private mutating func weigh(conceptCount: Int) {
    var counts = [Int](repeating: 0, count: rarity.count)
    var last = [Int32](repeating: -1, count: rarity.count)
    for label in labelNode.indices {
      for stem in stems(ofLabel: label) where last[Int(stem)] != labelNode[label] {
        last[Int(stem)] = labelNode[label]
        counts[Int(stem)] += 1
      }
    }
    for (stem, count) in counts.enumerated() {
      let full = log(1 + Double(conceptCount) / Double(max(1, count)))
      rarity[stem] = rarity[stem] == 0 ? Self.boilerplateRarity : (full * 1024).rounded() / 1024
    }
    labelMass = labelNode.indices.map { label in
      stems(ofLabel: label).reduce(0) { $0 + rarity[Int($1)] }
    }
  }

  /// The stems of a label.
  func stems(ofLabel label: Int) -> ArraySlice<Int32> {
    labelStems[Int(labelStart[label])..<Int(labelStart[label + 1])]
  }

  /// Lists each label under its rarest stem and under each stem that is not frequent.
  private mutating func post(frequentWord: Int) {
    var counts = [Int](repeating: 0, count: rarity.count)
    for stem in labelStems { counts[Int(stem)] += 1 }
    var lists = [[Int32]](repeating: [], count: rarity.count)
    for label in labelNode.indices {
      let words = stems(ofLabel: label)
      let rarest = words.max { rarity[Int($0)] < rarity[Int($1)] }
      for stem in words where stem == rarest || counts[Int(stem)] <= frequentWord {
        lists[Int(stem)].append(Int32(label))
      }
    }
    (postingStart, postings) = Self.flat(lists)
  }

  private static func flat(_ lists: [[Int32]]) -> (starts: [Int32], all: [Int32]) {
    var starts: [Int32] = [0]
    var all: [Int32] = []
    for list in lists {
      all += list
      starts.append(Int32(all.count))
    }
    return (starts, all)
  }
}
