import PasserelleText

/// One field of a segment in the making: its tokens in text order, to be sorted by term when it is written.
struct FieldInverter: ~Copyable {
  /// Documents that hold a token, ascending, and for each the place of its first token and of the first jump.
  private(set) var documents: [UInt32] = []
  private(set) var starts: [UInt32] = []
  private(set) var firstJumps: [UInt32] = []
  /// Places of the tokens before which positions jump.
  private(set) var jumps: [UInt32] = []
  private(set) var tokens = TokenSequence()
  private(set) var terms = TermTable()
  /// One for each language.
  private let maps: UnsafeMutablePointer<WordMap>
  private static let languages = TextLanguage.allCases.count

  /// Makes an empty field.
  init() {
    maps = .allocate(capacity: Self.languages)
    for place in 0..<Self.languages { (maps + place).initialize(to: WordMap()) }
  }

  deinit {
    maps.deinitialize(count: Self.languages)
    maps.deallocate()
  }

  /// About how many bytes its content takes, most of all while it is written.
  var memoryInUse: Int {
    // A token takes four bytes, four in the list of its term, and up to four of postings and positions.
    var sum = tokens.count * 12 + documents.count * 12 + jumps.count * 4 + terms.memoryInUse
    for place in 0..<Self.languages { sum += maps[place].memoryInUse }
    return sum
  }

  /// Appends a value of a document, as words.
  ///
  /// - Parameters:
  ///   - words: The words; none leave no trace.
  ///   - analyzer: The analyser that gave them.
  ///   - language: The place of its language.
  ///   - document: The document, not below the last one.
  mutating func append(
    _ words: UnsafeBufferPointer<UInt32>, _ analyzer: TextAnalyzer, language: Int, document: UInt32
  ) {
    guard !words.isEmpty else { return }
    openValue(document)
    maps[language].prepare(analyzer)
    maps[language].append(words, analyzer, &terms, to: &tokens)
  }

  /// Appends a term of a document.
  ///
  /// - Parameters:
  ///   - term: Its bytes; outside 1 to 255 it is left out.
  ///   - times: How many tokens it stands for.
  ///   - document: The document, not below the last one.
  ///   - startsValue: Whether a value starts with it; else it follows what is there without a jump.
  /// - Returns: Whether it was appended.
  @discardableResult
  mutating func append(
    term: UnsafeBufferPointer<UInt8>, times: Int = 1, document: UInt32, startsValue: Bool
  ) -> Bool {
    guard let start = term.baseAddress, (1...SegmentFormat.longestTerm).contains(term.count) else {
      return false
    }
    if startsValue {
      openValue(document)
    } else if documents.last != document {
      openDocument(document)
    }
    tokens.append(terms.number(of: start, term.count), times: times)
    return true
  }

  /// Starts a value, which holds a token: positions jump where the document holds some already.
  private mutating func openValue(_ document: UInt32) {
    if documents.last == document {
      jumps.append(UInt32(tokens.count))
    } else {
      openDocument(document)
    }
  }

  private mutating func openDocument(_ document: UInt32) {
    documents.append(document)
    starts.append(UInt32(tokens.count))
    firstJumps.append(UInt32(jumps.count))
  }

  /// The length codes of so many documents.
  func norms(documents count: Int) -> [UInt8] {
    var norms = [UInt8](repeating: 0, count: count)
    for (place, document) in documents.enumerated() {
      let end = place + 1 < starts.count ? Int(starts[place + 1]) : tokens.count
      norms[Int(document)] = LengthCode.encode(end - Int(starts[place]))
    }
    return norms
  }

  /// Starts anew and keeps the memory.
  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    firstJumps.removeAll(keepingCapacity: true)
    jumps.removeAll(keepingCapacity: true)
    tokens.removeAll()
    terms.removeAll()
    for place in 0..<Self.languages { maps[place].removeAll() }
  }
}
