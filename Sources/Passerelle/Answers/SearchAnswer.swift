public import PasserelleCore
import PasserelleGraph
public import PasserelleIndex
import PasserelleOntology
import PasserellePipeline
import PasserelleText

/// The results of a search.
public struct SearchAnswer: Sendable {
  /// One result.
  public struct Result: Sendable, Hashable {
    /// What lists show of it.
    public let summary: DocumentSummary
    /// The score; compares within one answer only.
    public let score: Double
    /// Where the words stand in the title.
    public let titleHighlights: [Range<Int>]
    /// The passage of the text that shows the words best; nil where the text has none of them.
    public let passage: Snippet?
    /// How the score came about; nil where that was not asked.
    public let explanation: ScoreExplanation?
    /// The IRIs of further results that are one with this one and stand under it.
    public var merged: [String] = []
  }

  /// The results, best first.
  public let results: [Result]
  /// How many documents match in all.
  public let total: Int
  /// Whether no document had every word, so that any of them, or of the concepts they name, was enough.
  public let isRelaxed: Bool
  /// How many more would match, were the rate of their amount known, which is in another currency; nil where no condition
  /// is on amounts.
  public let withoutRate: Int?
  /// What the terms of concepts mean that occur in explanations, such as `lex:videoprotection`.
  public let concepts: [String: LocalizedText]
  /// All the matches counted by attribute.
  public let facets: [(facet: Facet, counts: [FacetCount])]
}

extension Workspace {
  /// How many values of a facet are given.
  private static let facetLimit = 10

  /// Searches the full text of everything.
  ///
  /// - Parameter request: The query and conditions.
  /// - Returns: The results with facets; every word must occur, or any of them where no document has all.
  /// - Throws: ``PasserelleError`` with code `query.invalid`, which shows the place of a mistake.
  public func search(_ request: SearchRequest) throws -> SearchAnswer {
    let parsed: ParsedQuery
    do {
      parsed = try QueryLanguage.parse(request.words)
    } catch {
      throw error.passerelleError
    }
    let reader = try currentIndex().reader()
    let language = request.language ?? parsed.documentLanguage ?? .french
    let compiler = QueryCompiler(
      language: language, snapshot: reader.snapshot,
      resolver: SearchResolver(workspace: self))
    let conditions = try DocumentQuery.conditions(of: request.filter)
    func with(_ query: IndexQuery) -> IndexQuery {
      conditions.isEmpty ? query : .boolean(must: [query] + conditions, should: [], mustNot: [])
    }
    var query = with(try compiler.compile(parsed))
    var matches = reader.snapshot.matches(query)
    var isRelaxed = false
    if matches.count == 0,
      let wide = try compiler.relaxed(
        parsed, concepts: { annotator.concepts(of: $0, language: language) })
    {
      query = with(wide)
      matches = reader.snapshot.matches(query)
      isRelaxed = matches.count > 0
    }
    let view = try canonicalView()
    // Results that are one thing take one place.
    let hits = reader.snapshot.top(query, limit: view.isEmpty ? request.limit : request.limit * 2)
    let results = try results(hits, reader, compiler, parsed, told: request.facts) {
      request.explains ? reader.snapshot.explain(query, id: $0) : nil
    }.gathered(by: view, limit: request.limit)
    return SearchAnswer(
      results: results, total: matches.count, isRelaxed: isRelaxed,
      withoutRate: Self.withoutRate(query, reader.snapshot), concepts: conceptLabels(of: results),
      facets: Facet.allCases.map { ($0, reader.counts(matches, $0, limit: Self.facetLimit)) })
  }

  /// How many documents miss a query's conditions on amounts only because no rate is known of theirs.
  private static func withoutRate(_ query: IndexQuery, _ snapshot: IndexSnapshot) -> Int? {
    let unconverted = IndexQuery.number(column: DocumentSchema.Number.unconverted.column, range: 1...1)
    return query.replacing(number: DocumentSchema.Number.amount.column, by: unconverted).map { other in
      snapshot.count(.boolean(must: [other], should: [], mustNot: [query]))
    }
  }

  private func results(
    _ hits: [IndexHit], _ reader: DocumentReader, _ compiler: QueryCompiler, _ parsed: ParsedQuery,
    told facts: MessageLanguage, explanation: (Int64) -> ScoreExplanation?
  ) throws -> [SearchAnswer.Result] {
    let summaries = try reader.summaries(of: hits.map(\.id))
    return try store.read { graph in
      let loader = RecordViewLoader(graph)
      let labels = LabelResolver(reader: graph, ontology: ontology, iris: store.iris)
      var marks: [TextLanguage: Highlighter] = [:]
      return try zip(hits, summaries).compactMap { hit, summary in
        guard var summary else { return nil }
        if facts != .french, [.claim, .thing, .document].contains(summary.kind) {
          summary = summary.titled(try labels.label(of: summary.subject, language: facts))
        }
        let language =
          reader.snapshot.keyword(hit.id, column: DocumentSchema.Keyword.language.column)
          .flatMap(TextLanguage.init(rawValue:)) ?? .neutral
        let highlighter = marks[language] ?? compiler.highlighter(of: parsed, language: language)
        marks[language] = highlighter
        return SearchAnswer.Result(
          summary: summary, score: DocumentReader.hit(hit).score,
          titleHighlights: highlighter.highlights(in: summary.title),
          passage: try passage(hit.id, highlighter, graph, loader), explanation: explanation(hit.id))
      }
    }
  }

  /// What the terms of concepts in explanations are called.
  private func conceptLabels(of results: [SearchAnswer.Result]) -> [String: LocalizedText] {
    let terms = Set(
      results.compactMap(\.explanation).flatMap(\.parts).flatMap(\.forms).flatMap(\.terms)
        .filter { $0.contains(":") })
    guard !terms.isEmpty else { return [:] }
    var labels: [String: LocalizedText] = [:]
    for entry in ontology.lexicon.entries where terms.contains(entry.conceptTerm) {
      let english = entry.equivalents.first { $0.language == "en" }?.text
      labels[entry.conceptTerm] = LocalizedText(fr: entry.term, en: english ?? entry.term)
    }
    for theme in ontology.themes where terms.contains("theme:" + theme.id) {
      labels["theme:" + theme.id] = theme.label
    }
    return labels
  }

  /// The passage of a record's text that shows the words; companies have no text of their own.
  func passage(
    _ document: Int64, _ highlighter: Highlighter, _ graph: GraphReader, _ loader: RecordViewLoader
  ) throws -> Snippet? {
    guard document < IndexUpdater.vendorOffset, let record = try graph.openVersion(ofRecord: document) else {
      return nil
    }
    let view = try loader.view(of: record)
    let text = (view.texts(Vocabulary.description) + view.allTexts(Vocabulary.text)).joined(separator: "\n")
    let passage = highlighter.snippet(of: text)
    return passage.highlights.isEmpty ? nil : passage
  }
}

extension ParsedQuery {
  /// The language of documents that the whole query asks for.
  var documentLanguage: TextLanguage? {
    let parts: [QueryNode] = if case .all(let parts) = root.form { parts } else { [root] }
    for part in parts {
      if case .condition(.language(let tag)) = part.form { return TextLanguage(rawValue: tag) }
    }
    return nil
  }
}

extension DocumentSummary {
  /// The same with another title.
  fileprivate func titled(_ title: String) -> Self {
    Self(
      id: id, kind: kind, subject: subject, title: title, date: date, cpv: cpv, place: place, amount: amount,
      isDemonstration: isDemonstration)
  }
}
