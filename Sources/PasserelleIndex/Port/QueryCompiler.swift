public import PasserelleCore
public import PasserelleText

/// What a query asks of things outside of the index: the graph, the literals, the ontology.
public protocol QueryResolving {
  /// The concept terms that a theme's name or identifier stands for.
  func concepts(of theme: String) throws -> [String]

  /// The stretches of a query's words that name a notion which has other names too; none where no notions are known.
  func notions(in words: [String], language: TextLanguage) throws -> [QueryNotion]

  /// The documents whose texts hold some characters exactly.
  func documents(containing text: String) throws -> DocumentSet

  /// The documents about a thing, or that name it, by its IRI or name.
  func documents(about name: String) throws -> DocumentSet
}

extension QueryResolving {
  /// No notions: each word means itself alone.
  public func notions(in words: [String], language: TextLanguage) throws -> [QueryNotion] { [] }
}

/// Makes a query of the index from one of people: words analysed for each field, conditions on columns.
///
/// A word is looked for in all fields at once (BM25F). Function words are left out where others remain.
/// Not Sendable, as the analysers it holds: use one per thread.
public final class QueryCompiler {
  /// The fields where a word without a field is looked for.
  public static let searchedFields: [TextField] = [
    .title, .body, .profile, .buyers, .vendors, .places, .codes,
  ]

  let language: TextLanguage
  let snapshot: IndexSnapshot
  let resolver: any QueryResolving
  let chain: TextAnalyzer
  private let plain = TextAnalyzer(language: .neutral)

  /// Makes a compiler.
  ///
  /// - Parameters:
  ///   - language: The language of the words.
  ///   - snapshot: The state of the index that will be asked, for spellings that occur in it.
  ///   - resolver: What is asked of the graph and the ontology.
  public init(language: TextLanguage, snapshot: IndexSnapshot, resolver: any QueryResolving) {
    self.language = language
    self.snapshot = snapshot
    self.resolver = resolver
    chain = TextAnalyzer(language: language)
  }

  /// Compiles a query.
  ///
  /// - Parameter query: What was asked.
  /// - Returns: The same question to the index.
  /// - Throws: What the resolver throws.
  public func compile(_ query: ParsedQuery) throws -> IndexQuery {
    if case .text(.word, nil) = query.root.form { return try all([query.root]) }
    return try node(query.root, keepsFunctionWords: true) ?? .nothing
  }

  /// Compiles a part; nil for a function word that may be left out.
  private func node(_ node: QueryNode, keepsFunctionWords: Bool) throws -> IndexQuery? {
    switch node.form {
    case .text(let text, let field):
      if !keepsFunctionWords, field == nil, case .word(let word) = text, isFunctionWord(word) { return nil }
      return self.text(text, field.map(Self.fields) ?? Self.searchedFields)
    case .condition(let condition): return try self.condition(condition)
    case .not(let inner):
      let part = try self.node(inner, keepsFunctionWords: true) ?? .nothing
      return .boolean(must: [.everything], should: [], mustNot: [part])
    case .any(let parts):
      let parts = try parts.compactMap { try self.node($0, keepsFunctionWords: true) }
      return .boolean(must: [], should: parts, mustNot: [])
    case .all(let parts): return try all(parts)
    }
  }

  private func all(_ parts: [QueryNode]) throws -> IndexQuery {
    var must: [IndexQuery] = []
    var mustNot: [IndexQuery] = []
    let notions = try notions(of: parts)
    var named = 0..<0
    for (rank, part) in parts.enumerated() where !named.contains(rank) {
      if let notion = notions[rank] {
        let words = try parts[notion.words].compactMap { try node($0, keepsFunctionWords: false) }
        must.append(widened(words, by: notion))
        named = notion.words
      } else if case .not(let inner) = part.form {
        mustNot.append(try node(inner, keepsFunctionWords: true) ?? .nothing)
      } else if let query = try node(part, keepsFunctionWords: false) {
        must.append(query)
      }
    }
    // Function words alone are what is asked.
    if must.allSatisfy(\.isCondition), parts.contains(where: \.isText) {
      must += try parts.filter(\.isText).compactMap { try node($0, keepsFunctionWords: true) }
    }
    if must.isEmpty { must = [.everything] }
    return .boolean(must: must, should: [], mustNot: mustNot)
  }

  private func isFunctionWord(_ word: String) -> Bool {
    StopWords.contains(TextFolding.fold(word), language: language)
  }

  private static func fields(_ field: QueryField) -> [TextField] {
    switch field {
    case .title: [.title]
    case .text: [.body]
    case .buyer: [.buyers]
    case .vendor: [.vendors]
    case .place: [.places]
    default: searchedFields
    }
  }

  /// The analysed words of a text as a field has them.
  func terms(_ text: String, _ field: TextField) -> [[UInt8]] {
    switch field {
    case .title, .body, .profile: chain.tokens(of: text).map { Array($0.utf8) }
    case .buyers, .vendors, .places, .titleAsWritten, .bodyAsWritten:
      plain.tokens(of: text).map { Array($0.utf8) }
    case .codes, .concepts, .grams: []
    }
  }

  private func condition(_ condition: QueryCondition) throws -> IndexQuery {
    switch condition {
    case .place(let code):
      // A department is a column; a commune stands among the codes.
      return code.utf8.count < 5
        ? .keyword(column: DocumentSchema.Keyword.place.column, values: [code]) : .filter(self.code(code))
    case .cpv(let prefix):
      return .keywordPrefix(column: DocumentSchema.Keyword.cpv.column, prefix: prefix)
    case .kind(let kind):
      return .keyword(column: DocumentSchema.Keyword.kind.column, values: [kind.rawValue])
    case .language(let tag):
      return .keyword(column: DocumentSchema.Keyword.language.column, values: [tag])
    case .demonstration(let isWanted):
      let value: Int64 = isWanted ? 1 : 0
      return .number(column: DocumentSchema.Number.demonstration.column, range: value...value)
    case .date(let interval):
      let days = interval.days
      return number(.date, days.first.map { Int64($0) }, days.last.map { Int64($0) })
    case .amount(let interval):
      return number(
        .amount, interval.lower.map { DocumentSchema.cents($0.value) + ($0.isIncluded ? 0 : 1) },
        interval.upper.map { DocumentSchema.cents($0.value) - ($0.isIncluded ? 0 : 1) })
    case .code(let code): return self.code(code)
    case .theme(let theme):
      let forms = try resolver.concepts(of: theme).map {
        FieldTerm(field: DocumentSchema.place(of: .concepts), term: Array($0.utf8))
      }
      return forms.isEmpty ? .nothing : .word(TermGroup(forms))
    case .contains(let text): return .documents(try resolver.documents(containing: text))
    case .identifier(let name): return .documents(try resolver.documents(about: name))
    }
  }

  private func number(_ column: DocumentSchema.Number, _ least: Int64?, _ most: Int64?) -> IndexQuery {
    let (least, most) = (least ?? .min, most ?? .max)
    return least <= most ? .number(column: column.column, range: least...most) : .nothing
  }

  private func code(_ code: String) -> IndexQuery {
    .word(TermGroup([FieldTerm(field: DocumentSchema.place(of: .codes), term: Array(code.utf8))]))
  }
}

extension IndexQuery {
  /// Whether it asks for no word.
  fileprivate var isCondition: Bool {
    switch self {
    case .word, .phrase, .prefix, .fuzzy, .boolean: false
    default: true
    }
  }
}

extension QueryNode {
  /// Whether it is a text.
  fileprivate var isText: Bool {
    if case .text = form { return true }
    return false
  }
}
