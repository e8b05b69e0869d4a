public import PasserelleText

/// Makes one text segment in memory, document by document, and writes it.
///
/// For each document ``begin(id:)``, its values in any order, ``end()``; after so many documents, or when
/// ``memoryInUse`` passes what there is, ``write(to:name:)``; then it can be used again. Not Sendable: use one
/// per thread. Two documents with one number are both kept; who adds them must delete the older one.
public final class SegmentBuilder {
  let schema: IndexSchema
  /// One pointee for each field; pointers, so that the inner loops do no access checks.
  let fields: UnsafeMutablePointer<FieldInverter>
  let keywords: UnsafeMutablePointer<KeywordColumnBuilder>
  var numbers: [NumberColumnBuilder]
  var ids: [Int64] = []
  var storedOffsets: [UInt64] = []
  var stored = ByteBuffer()
  private var analyzers: [TextAnalyzer?]
  private var stream = WordStream()
  private let wordCacheLimit: Int
  private var isOpen = false

  /// Starts an empty segment.
  ///
  /// - Parameters:
  ///   - schema: The schema of the index.
  ///   - wordCacheLimit: Bytes of words, 64 MiB, that the analyser of one language remembers.
  public init(schema: IndexSchema, wordCacheLimit: Int = 64 << 20) {
    self.schema = schema
    self.wordCacheLimit = wordCacheLimit
    fields = .allocate(capacity: schema.fields.count)
    for place in schema.fields.indices { (fields + place).initialize(to: FieldInverter()) }
    keywords = .allocate(capacity: schema.keywords.count)
    for place in schema.keywords.indices { (keywords + place).initialize(to: KeywordColumnBuilder()) }
    numbers = schema.numbers.map { _ in NumberColumnBuilder() }
    analyzers = TextLanguage.allCases.map { _ in nil }
  }

  deinit {
    fields.deinitialize(count: schema.fields.count)
    fields.deallocate()
    keywords.deinitialize(count: schema.keywords.count)
    keywords.deallocate()
  }

  /// The number of documents.
  public var documentCount: Int { ids.count }

  /// The number of tokens in all fields.
  public var tokenCount: Int { schema.fields.indices.reduce(0) { $0 + fields[$1].tokens.count } }

  /// About how many bytes the content takes, and takes while it is written; without the analysers' caches.
  public var memoryInUse: Int {
    var sum = ids.count * 16 + stored.count
    for place in schema.fields.indices { sum += fields[place].memoryInUse }
    for place in schema.keywords.indices { sum += keywords[place].memoryInUse }
    for column in numbers { sum += column.memoryInUse }
    return sum
  }

  /// Starts a document.
  ///
  /// - Parameter id: Its external number.
  /// - Precondition: The document before was ended.
  public func begin(id: Int64) {
    precondition(!isOpen, "SegmentBuilder: end the document before")
    isOpen = true
    storedOffsets.append(UInt64(stored.count))
    ids.append(id)
  }

  /// Ends the document.
  public func end() {
    precondition(isOpen, "SegmentBuilder: no document to end")
    isOpen = false
  }

  /// Adds one value of a field, as analysed words.
  ///
  /// Where the document holds tokens of the field already, positions jump by 100, so that no phrase crosses
  /// from one value to the next; a jump adds nothing to the length.
  ///
  /// - Parameters:
  ///   - utf8: The text, possibly malformed, of less than 4 GiB.
  ///   - language: Its language.
  ///   - field: The place of the field in the schema.
  public func addText(_ utf8: UnsafeBufferPointer<UInt8>, language: TextLanguage, field: Int) {
    check(field, schema.fields.count)
    let place = Self.place(of: language)
    let analyzer = analyzer(of: language, place)
    stream.removeAll()
    analyzer.appendWords(of: utf8, to: &stream)
    fields[field].append(stream.words, analyzer, language: place, document: document)
  }

  /// Adds one value of a field, as analysed words.
  ///
  /// - Parameters:
  ///   - text: The text, of less than 4 GiB.
  ///   - language: Its language.
  ///   - field: The place of the field in the schema.
  public func addText(_ text: String, language: TextLanguage, field: Int) {
    var text = text
    text.withUTF8 { addText($0, language: language, field: field) }
  }

  /// Adds a term as it is.
  ///
  /// - Parameters:
  ///   - utf8: Its bytes, 1 to 255; a longer or empty one is left out.
  ///   - field: The place of the field in the schema.
  ///   - frequency: How often it counts, 1 to 65,535; values beyond count as the nearest. It takes as many
  ///     positions.
  public func addTerm(_ utf8: UnsafeBufferPointer<UInt8>, field: Int, frequency: Int = 1) {
    check(field, schema.fields.count)
    let times = min(max(1, frequency), 65_535)
    fields[field].append(term: utf8, times: times, document: document, startsValue: false)
  }

  var document: UInt32 { UInt32(truncatingIfNeeded: ids.count &- 1) }

  /// Stops a call that stands outside a document or speaks of no field or column of the schema.
  @inline(__always)
  func check(_ place: Int, _ count: Int) {
    precondition(isOpen, "SegmentBuilder: begin a document first")
    precondition(place >= 0 && place < count, "SegmentBuilder: no such field or column")
  }

  /// Whether a document is begun and not ended.
  var hasOpenDocument: Bool { isOpen }

  private func analyzer(of language: TextLanguage, _ place: Int) -> TextAnalyzer {
    if let known = analyzers[place] { return known }
    let analyzer = TextAnalyzer(language: language, cacheLimit: wordCacheLimit)
    analyzers[place] = analyzer
    return analyzer
  }

  /// The place of a language in the list of all.
  private static func place(of language: TextLanguage) -> Int {
    switch language {
    case .french: 0
    case .english: 1
    case .portuguese: 2
    case .german: 3
    case .spanish: 4
    case .italian: 5
    case .dutch: 6
    case .neutral: 7
    }
  }
}
