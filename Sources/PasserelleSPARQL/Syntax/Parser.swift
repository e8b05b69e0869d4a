internal import PasserelleCore

/// Reads SPARQL 1.1 queries and updates by recursive descent over the grammar of the recommendation.
public struct SPARQLParser {
  var lexer: Lexer
  var token: Token
  var ahead: [Token] = []
  var base: String?
  var prefixes: [String: String] = [:]
  private var anonymousCount = 0
  /// Labels of blank nodes by the pattern that they were met in, so that none stands in two.
  var labels: [String: Int] = [:]
  /// The number of the pattern that is being read.
  var patternNumber = 0
  /// How deep the text is nested.
  var depth = 0
  /// How deep the chains that were read are.
  var chainDepth = 0
  /// Whether an aggregate may stand here, and whether one is being read.
  var aggregates = AggregateScope.forbidden
  /// Whether an aggregate was met since the flag was cleared.
  var metAggregate = false

  /// Where aggregates may stand.
  enum AggregateScope { case forbidden, allowed, within }

  /// The deepest nesting of groups and expressions.
  static let depthLimit = 200
  /// The most parts of groups and arithmetic operators in a row, groups within groups counted together;
  /// triples, filters, `||`, `&&`, `UNION` and the steps of paths do not count.
  static let chainLimit = 1_000

  /// Reads a query.
  ///
  /// - Parameters:
  ///   - text: The query.
  ///   - base: The IRI that relative ones are resolved against, where the text declares none.
  ///   - prefixes: The prefixes that are known without declaration; the text may declare them otherwise.
  /// - Returns: The query.
  /// - Throws: ``SPARQLSyntaxError`` at the character that cannot be read.
  public static func query(
    _ text: String, base: String? = nil, prefixes: [String: String] = [:]
  ) throws(SPARQLSyntaxError) -> Query {
    var parser = try SPARQLParser(text, base: base)
    parser.prefixes = prefixes
    let query = try parser.query()
    try parser.expectEnd()
    return query
  }

  /// Reads an update request.
  ///
  /// - Parameters:
  ///   - text: The request.
  ///   - base: The IRI that relative ones are resolved against, where the text declares none.
  /// - Returns: The request.
  /// - Throws: ``SPARQLSyntaxError`` at the character that cannot be read.
  public static func update(_ text: String, base: String? = nil) throws(SPARQLSyntaxError) -> UpdateRequest {
    var parser = try SPARQLParser(text, base: base)
    let request = try parser.update()
    try parser.expectEnd()
    return request
  }

  private init(_ text: String, base: String?) throws(SPARQLSyntaxError) {
    lexer = Lexer(try CodepointEscapes.resolved(Array(text.utf8)))
    self.base = base
    token = Token(kind: .end, range: 0..<0, isSpaced: false)
    token = try lexer.next()
  }

  /// Reads a property path that stands in a text by itself.
  ///
  /// - Parameters:
  ///   - text: The path.
  ///   - parser: The parser whose prefixes and base it is read with; nil for full IRIs only.
  /// - Returns: The path.
  /// - Throws: ``SPARQLSyntaxError`` at the character of the path that cannot be read.
  static func path(
    _ text: String, within parser: SPARQLParser? = nil
  ) throws(SPARQLSyntaxError) -> PropertyPath {
    var inner = try SPARQLParser(text, base: parser?.base)
    inner.prefixes = parser?.prefixes ?? [:]
    let path = try inner.path()
    try inner.expectEnd()
    return path
  }

  // Tokens

  mutating func advance() throws(SPARQLSyntaxError) {
    token = ahead.isEmpty ? try lexer.next() : ahead.removeFirst()
  }

  /// The token some places on.
  mutating func peek(_ distance: Int = 1) throws(SPARQLSyntaxError) -> Token {
    while ahead.count < distance { ahead.append(try lexer.next()) }
    return ahead[distance - 1]
  }

  func isWord(_ word: String) -> Bool { Self.isWord(token, word) }

  static func isWord(_ token: Token, _ word: String) -> Bool {
    guard case .word(let found) = token.kind, found.utf8.count == word.utf8.count else { return false }
    return zip(found.utf8, word.utf8).allSatisfy { $0 == $1 || ($0 & 0xDF) == $1 }
  }

  func isMark(_ mark: Token.Mark) -> Bool { token.kind == .mark(mark) }

  /// Takes a keyword; written in capitals.
  mutating func take(word: String) throws(SPARQLSyntaxError) -> Bool {
    guard isWord(word) else { return false }
    try advance()
    return true
  }

  mutating func take(_ mark: Token.Mark) throws(SPARQLSyntaxError) -> Bool {
    guard isMark(mark) else { return false }
    try advance()
    return true
  }

  mutating func expect(word: String) throws(SPARQLSyntaxError) {
    guard try take(word: word) else { throw unexpected(word, word) }
  }

  mutating func expect(_ mark: Token.Mark) throws(SPARQLSyntaxError) {
    guard try take(mark) else { throw unexpected("« \(mark.rawValue) »", "“\(mark.rawValue)”") }
  }

  private func expectEnd() throws(SPARQLSyntaxError) {
    guard token.kind == .end else { throw unexpected("la fin de la requête", "the end of the query") }
  }

  /// The text of the token that the reader stands at.
  var written: String { String(decoding: lexer.text[token.range], as: UTF8.self) }

  /// The error that something else was expected here.
  func unexpected(_ french: String, _ english: String) -> SPARQLSyntaxError {
    let isEnd = token.kind == .end
    let shown = written.count > 40 ? written.prefix(39) + "…" : Substring(written)
    return fault(
      (isEnd ? "fin du texte inattendue" : "« \(shown) » inattendu") + " ; attendu : \(french).",
      (isEnd ? "unexpected end of the text" : "unexpected “\(shown)”") + "; expected \(english).")
  }

  func fault(_ french: String, _ english: String, at offset: Int? = nil) -> SPARQLSyntaxError {
    lexer.fault(french, english, at: offset ?? token.range.lowerBound)
  }

  mutating func nested<R>(_ body: (inout Self) throws(SPARQLSyntaxError) -> R) throws(SPARQLSyntaxError) -> R
  {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit else {
      throw fault(
        "imbrication trop profonde (\(Self.depthLimit) niveaux).",
        "nested too deep (\(Self.depthLimit) levels).")
    }
    return try body(&self)
  }

  /// Reads a chain of operators, each of which builds on what stands before it, so that the result is as deep
  /// as the chain is long.
  mutating func chain<R>(
    _ body: (inout Self) throws(SPARQLSyntaxError) -> R
  ) throws(SPARQLSyntaxError) -> R {
    let outer = chainDepth
    chainDepth = 0
    let result = try body(&self)
    chainDepth = max(outer, chainDepth)
    return result
  }

  /// Reads the next link of a chain.
  mutating func link<R>(
    _ body: (inout Self) throws(SPARQLSyntaxError) -> R
  ) throws(SPARQLSyntaxError) -> R {
    let before = chainDepth
    chainDepth = 0
    let result = try body(&self)
    chainDepth = max(before, chainDepth) + 1
    guard chainDepth <= Self.chainLimit else {
      throw fault(
        "plus de \(Self.chainLimit) opérations à la suite.",
        "more than \(Self.chainLimit) operations in a row.")
    }
    return result
  }

  // Names

  mutating func anonymous() -> PatternNode {
    anonymousCount += 1
    return .blank(" \(anonymousCount)")
  }

  /// An IRI as it stands here, resolved.
  mutating func iri() throws(SPARQLSyntaxError) -> String {
    guard let found = try iriIfAny() else {
      throw unexpected("une adresse (IRI) ou un nom préfixé", "an IRI or a prefixed name")
    }
    return found
  }

  mutating func iriIfAny() throws(SPARQLSyntaxError) -> String? {
    switch token.kind {
    case .iri(let reference):
      let iri = IRIReference.resolve(reference, against: base)
      try advance()
      return iri
    case .prefixedName(let prefix, let local):
      guard let namespace = prefixes[prefix] else {
        throw fault("préfixe inconnu « \(prefix): ».", "unknown prefix “\(prefix):”.")
      }
      try advance()
      return namespace + local
    default: return nil
    }
  }

  mutating func variable() throws(SPARQLSyntaxError) -> String {
    guard case .variable(let name) = token.kind else { throw unexpected("une variable", "a variable") }
    try advance()
    return name
  }

  mutating func prologue() throws(SPARQLSyntaxError) {
    while true {
      if try take(word: "BASE") {
        guard case .iri(let reference) = token.kind else { throw unexpected("une adresse (IRI)", "an IRI") }
        base = IRIReference.resolve(reference, against: base)
        try advance()
      } else if try take(word: "PREFIX") {
        guard case .prefixedName(let prefix, "") = token.kind else {
          throw unexpected("un préfixe, comme « ex: »", "a prefix, such as “ex:”")
        }
        try advance()
        guard case .iri(let reference) = token.kind else { throw unexpected("une adresse (IRI)", "an IRI") }
        prefixes[prefix] = IRIReference.resolve(reference, against: base)
        try advance()
      } else {
        return
      }
    }
  }
}

/// `\uXXXX` and `\UXXXXXXXX`, which stand for characters anywhere in a query (SPARQL 1.1, section 19.2).
enum CodepointEscapes {
  static func resolved(_ bytes: [UInt8]) throws(SPARQLSyntaxError) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < bytes.count else {
        result.append(byte)
        index += 1
        continue
      }
      let kind = bytes[index + 1]
      guard kind == UInt8(ascii: "u") || kind == UInt8(ascii: "U") else {
        result += bytes[index...(index + 1)]
        index += 2
        continue
      }
      let length = kind == UInt8(ascii: "u") ? 4 : 8
      let end = index + 2 + length
      guard end <= bytes.count, bytes[(index + 2)..<end].allSatisfy(NameCharacter.isHexadecimal),
        let value = UInt32(String(decoding: bytes[(index + 2)..<end], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else {
        throw SPARQLSyntaxError(
          LocalizedText(fr: "échappement \\u sans caractère.", en: "a \\u escape that is no character."),
          at: index, in: bytes)
      }
      result += String(scalar).utf8
      index = end
    }
    return result
  }
}
