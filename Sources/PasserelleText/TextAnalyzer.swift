/// One language's chain from text to tokens, with a cache per distinct word.
///
/// Words are lower-cased, normalised, freed of elided articles, stemmed and folded; stop words stay,
/// because phrases need them (see ``StopWords``). The chain is described in
/// Documentation/Methods/text-analysis.md.
///
/// Not Sendable: use one per thread. The cache grows with the distinct words seen, up to 64 MiB, then
/// starts anew.
public final class TextAnalyzer {
  /// Version of the chain: changes whenever the tokens of some text change.
  ///
  /// An index stores it beside ``stemmerVersion`` and is rebuilt when either differs.
  public static let version: Int = 2

  /// Identity of the installed Snowball library.
  ///
  /// libstemmer cannot tell its version: this is the number of its algorithms and a hash over their
  /// names and the stems of probe words, such as `libstemmer/29-0123456789abcdef`.
  public static var stemmerVersion: String { SnowballStemmer.identity }

  /// The language of the chain.
  public let language: TextLanguage

  private var scanner: TokenScanner

  /// Creates the chain of a language.
  ///
  /// - Parameters:
  ///   - language: The language; ``TextLanguage/neutral`` folds without stemming.
  ///   - cacheLimit: Bytes of words and forms, 64 MiB, past which the cache starts anew.
  /// - Complexity: O(1); about 150 kB are allocated.
  public init(language: TextLanguage, cacheLimit: Int = 64 << 20) {
    self.language = language
    scanner = TokenScanner(language: language, cacheLimit: cacheLimit)
  }

  /// Analyses UTF-8 bytes and appends their tokens.
  ///
  /// Malformed UTF-8 is read as U+FFFD, as `String(decoding:as:)` does. Positions and byte ranges of
  /// the new tokens count from the start of `utf8`.
  ///
  /// - Parameters:
  ///   - utf8: The text, of less than 4 GiB.
  ///   - buffer: Receives the tokens after those it holds; less than 4 GiB of analysed forms in all.
  /// - Complexity: O(*n*), and one normalisation and stemming per word not yet in the cache.
  public func analyze(_ utf8: UnsafeBufferPointer<UInt8>, into buffer: inout TokenBuffer) {
    precondition(utf8.count < Int(UInt32.max), "TextAnalyzer: a text must be below 4 GiB; split it")
    scanner.scan(utf8, into: &buffer)
  }

  /// Analyses a string and appends its tokens.
  ///
  /// Byte ranges refer to the string's UTF-8 view.
  ///
  /// - Parameters:
  ///   - text: The text, of less than 4 GiB.
  ///   - buffer: Receives the tokens after those it holds.
  /// - Complexity: O(*n*), and one normalisation and stemming per word not yet in the cache.
  public func analyze(_ text: String, into buffer: inout TokenBuffer) {
    var text = text
    text.withUTF8 { analyze($0, into: &buffer) }
  }

  /// Analyses UTF-8 bytes and appends the numbers of their words: the fast way, for indexing.
  ///
  /// The words are those of ``analyze(_:into:)-(UnsafeBufferPointer<UInt8>,_)`` without their places in the
  /// text; equal numbers are equal words, and several numbers may have one form.
  ///
  /// - Parameters:
  ///   - utf8: The text, of less than 4 GiB.
  ///   - stream: Receives one number for each token after those it holds. When ``epoch`` has changed in
  ///     the call, the numbers it held before are void.
  /// - Complexity: O(*n*), and one normalisation and stemming per word not yet in the cache.
  public func appendWords(of utf8: UnsafeBufferPointer<UInt8>, to stream: inout WordStream) {
    precondition(utf8.count < Int(UInt32.max), "TextAnalyzer: a text must be below 4 GiB; split it")
    scanner.scan(utf8, into: &stream)
  }

  /// How often the cache has started anew: word numbers of another epoch are void.
  ///
  /// It changes at the start of a call at most, never between two words that one call appends.
  public var epoch: Int { scanner.epoch }

  /// One more than the greatest word number given in this epoch.
  public var wordCount: Int { scanner.table.count }

  /// Bytes of memory the cache of words takes.
  public var memoryInUse: Int { scanner.table.memoryInUse }

  /// Calls a closure with the analysed form of a word.
  ///
  /// - Parameters:
  ///   - word: A number of this epoch.
  ///   - body: Receives 1 to 255 bytes of valid UTF-8, which must not escape.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  /// - Complexity: O(1).
  public func withForm<R>(ofWord word: UInt32, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R
  {
    precondition(Int(word) < scanner.table.count, "TextAnalyzer: not a word of this epoch")
    return try body(scanner.table.form(word))
  }

  /// Analysed forms of the tokens of a text, in order.
  ///
  /// For queries and tests; for bulk, use ``analyze(_:into:)-(String,_)`` with one buffer.
  ///
  /// - Parameter text: The text.
  /// - Returns: One string per token.
  /// - Complexity: O(*n*).
  public func tokens(of text: String) -> [String] {
    var buffer = TokenBuffer()
    analyze(text, into: &buffer)
    return (0..<buffer.count).map { buffer[$0] }
  }
}
