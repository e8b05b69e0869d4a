import PasserelleText

/// The terms of a lexicon, ready to be found in texts.
///
/// Immutable; made once, in a time that grows with the terms.
struct LexiconIndex: Sendable {
  /// A term as a sequence of word forms.
  struct Sequence: Sendable {
    /// The rank of its entry in the lexicon.
    let entry: Int32
    /// The numbers of its word forms.
    let forms: [Int32]
    /// The languages whose texts it is sought in; 0 for every language.
    let languages: UInt8
    /// The term as it must be written, when case tells; empty otherwise.
    let written: [UInt8]
  }

  /// Word forms by number.
  private(set) var forms = ConceptStemTable()
  /// The sequences that begin with each form, the longest first.
  private(set) var sequences: [[Sequence]] = []
  /// The forms that are acronyms by themselves, function words of a language though they may be (`SEM`).
  private(set) var acronyms: Set<Int32> = []
  /// Whether there is no term at all.
  var isEmpty: Bool { sequences.isEmpty }

  init(_ lexicon: Lexicon) {
    let analyzer = TextAnalyzer(language: .neutral, cacheLimit: 1 << 20)
    var buffer = TokenBuffer()
    for (rank, entry) in lexicon.entries.enumerated() {
      var known: Set<[Int32]> = []
      for term in entry.terms {
        let isExact = term.kind == .acronym
        buffer.removeAll()
        analyzer.analyze(term.text, into: &buffer)
        var numbers: [Int32] = []
        for index in 0..<buffer.count {
          if !isExact, Self.isFunctionWord(buffer[index]) { continue }
          numbers.append(buffer.withBytes(at: index) { number(of: LexiconForm.of($0)) })
        }
        guard let first = numbers.first else { continue }
        if isExact, numbers.count == 1 { acronyms.insert(first) }
        let languages: UInt8 = isExact ? 0 : Self.bit(of: term.language)
        // The same words may stand for two languages, so that both are kept.
        guard known.insert(numbers + [Int32(languages)]).inserted else { continue }
        sequences[Int(first)].append(
          Sequence(
            entry: Int32(rank), forms: numbers, languages: languages,
            written: isExact ? Array(term.text.utf8) : []
          ))
      }
    }
    for place in sequences.indices {
      sequences[place].sort { ($1.forms.count, $0.entry) < ($0.forms.count, $1.entry) }
    }
  }

  private mutating func number(of form: [UInt8]) -> Int32 {
    let next = Int32(sequences.count)
    let number = form.withUnsafeBufferPointer { forms.insert($0, value: next) }
    if number == next { sequences.append([]) }
    return number
  }

  /// Whether a folded word only ties the words of a term together, in a language that terms are written in.
  ///
  /// Fewer than ``StopWords``: `up` tells `start-up` from `start`.
  static func isFunctionWord(_ folded: String) -> Bool { functionWords.contains(folded) }

  private static let functionWords = Set(
    """
    a au aux d de des du en et l la le les ou par pour sur dans avec the of and or for to in on by with an da do das \
    dos e em o os as para por com na no nas nos
    """.split(separator: " ").map(String.init))

  /// The bit of a language that has terms.
  static func bit(of language: String) -> UInt8 {
    switch language {
    case "fr": 1
    case "en": 2
    case "pt": 4
    default: 0
    }
  }
}
