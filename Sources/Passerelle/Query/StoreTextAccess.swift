import PasserelleCore
import PasserelleGraph
import PasserelleIndex
import PasserellePipeline
import PasserelleText

/// Searches the texts of a workspace for queries: things in the text index, literals in the index of exact characters.
///
/// It stays within one evaluation, on one thread, though the port asks for more.
final class StoreTextAccess: GraphTextAccess, @unchecked Sendable {
  private let workspace: Workspace
  private let words = LiteralWords()
  private var found: [String: SearchedThings] = [:]

  init(_ workspace: Workspace) { self.workspace = workspace }

  func things(matching query: String, limit: Int?) throws -> [GraphTextHit] {
    Array(try searched(query).hits.prefix(limit ?? .max))
  }

  func estimatedThings(matching query: String) throws -> Int { try searched(query).hits.count }

  func snippet(of thing: String, for query: String) throws -> String? {
    try workspace.snippet(of: thing, try searched(query))
  }

  func score(of literal: Literal, for query: String) throws -> Double? {
    switch literal.datatype {
    case .string, .language: words.score(of: literal, for: query)
    default: nil
    }
  }

  func literals(holding text: String, at place: LiteralPlace) throws -> [TermID]? {
    let mode: LiteralMode =
      switch place {
      case .anywhere: .containing
      case .beginning: .startingWith
      case .end: .endingWith
      }
    guard let index = try workspace.currentLiteralIndex() else { return nil }
    switch try index.candidates(text, mode: mode) {
    case .all: return nil
    case .ids(let ids): return ids.map(TermID.init(rawValue:))
    }
  }

  func indexedLiterals() throws -> IndexedLiterals? { try workspace.indexedLiterals() }

  private func searched(_ query: String) throws -> SearchedThings {
    if let known = found[query] { return known }
    let things = try workspace.things(matching: query)
    found[query] = things
    return things
  }
}

/// The things that a query of texts found.
struct SearchedThings {
  /// The things, best first, each once.
  let hits: [GraphTextHit]
  /// The best document of each thing.
  let documents: [String: Int64]
  /// What was asked.
  let query: String
}

extension Workspace {
  /// The string literals that the index of exact characters knows; kept until it changes.
  func indexedLiterals() throws -> IndexedLiterals? {
    guard let index = try currentLiteralIndex() else { return nil }
    let last = TermID(rawValue: try index.lastSequence())
    if let known = knownLiterals, known.last == last { return known }
    let literals = IndexedLiterals(
      last: last, strings: TermBitmap(try index.numbers().map(TermID.init(rawValue:))))
    knownLiterals = literals
    return literals
  }

  /// All the things whose documents match a query; unlike a search for people, one that nothing matches is not relaxed.
  func things(matching words: String) throws -> SearchedThings {
    let parsed: ParsedQuery
    do {
      parsed = try QueryLanguage.parse(words)
    } catch {
      throw error.passerelleError
    }
    let reader = try currentIndex().reader()
    let compiler = QueryCompiler(
      language: parsed.documentLanguage ?? .french, snapshot: reader.snapshot,
      resolver: SearchResolver(workspace: self))
    let query = try compiler.compile(parsed)
    let hits = reader.snapshot.top(query, limit: max(1, reader.snapshot.documentCount))
    var documents: [String: Int64] = [:]
    var things: [GraphTextHit] = []
    for (hit, summary) in zip(hits, try reader.summaries(of: hits.map(\.id))) {
      guard let summary, documents[summary.subject] == nil else { continue }
      documents[summary.subject] = hit.id
      things.append(GraphTextHit(thing: summary.subject, score: DocumentReader.hit(hit).score))
    }
    things.sort { $0.score == $1.score ? $0.thing < $1.thing : $0.score > $1.score }
    return SearchedThings(hits: things, documents: documents, query: words)
  }

  /// The passage of a found thing that shows the words best; its title where the text has none of them.
  func snippet(of thing: String, _ found: SearchedThings) throws -> String? {
    guard let document = found.documents[thing] else { return nil }
    let reader = try currentIndex().reader()
    guard let parsed = try? QueryLanguage.parse(found.query) else { return nil }
    let compiler = QueryCompiler(
      language: parsed.documentLanguage ?? .french, snapshot: reader.snapshot,
      resolver: SearchResolver(workspace: self))
    let highlighter = compiler.highlighter(of: parsed, language: parsed.documentLanguage ?? .french)
    let passage = try store.read { graph in
      try self.passage(document, highlighter, graph, RecordViewLoader(graph))
    }
    return try passage?.text ?? reader.summaries(of: [document])[0]?.title
  }
}
