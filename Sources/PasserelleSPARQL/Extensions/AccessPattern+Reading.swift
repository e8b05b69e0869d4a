internal import PasserelleCore

extension AccessPattern {
  /// Takes the searches out of the triples of a basic graph pattern, with the lists that hold their arguments.
  ///
  /// - Parameter triples: The triples.
  /// - Returns: The triples that are left, and the searches in the order of the text.
  /// - Throws: ``PasserelleError`` with code `sparql.syntax` for a search with wrong arguments.
  static func split(_ triples: [TriplePattern]) throws -> (rest: [TriplePattern], searches: [AccessPattern]) {
    guard triples.contains(where: { name(of: $0) != nil }) else { return (triples, []) }
    var lists = ArgumentLists(triples)
    var searches: [AccessPattern] = []
    var rest: [TriplePattern] = []
    for triple in triples {
      switch name(of: triple) {
      case matches?: searches.append(.text(try text(triple, &lists)))
      case shortestPath?: searches.append(.paths(try paths(triple, &lists)))
      default: rest.append(triple)
      }
    }
    return (rest.filter { !lists.isUsed($0.subject) }, searches)
  }

  private static func name(of triple: TriplePattern) -> String? {
    guard case .node(.term(.iri(let iri))) = triple.predicate, iri == matches || iri == shortestPath else {
      return nil
    }
    return iri
  }

  private static func text(_ triple: TriplePattern, _ lists: inout ArgumentLists) throws -> TextPattern {
    let arguments = lists.take(triple.object) ?? [triple.object]
    guard (1...3).contains(arguments.count), let query = string(arguments[0]),
      arguments.dropFirst().allSatisfy(isVariable)
    else {
      throw SPARQLErrors.search(
        "pas:matches attend un texte entre guillemets, ou une liste (\"mots\" ?score ?extrait).",
        "pas:matches wants a text in quotes, or a list (\"words\" ?score ?snippet).")
    }
    return TextPattern(
      node: triple.subject, query: query, score: arguments.count > 1 ? arguments[1] : nil,
      snippet: arguments.count > 2 ? arguments[2] : nil)
  }

  private static func paths(_ triple: TriplePattern, _ lists: inout ArgumentLists) throws -> PathsPattern {
    let arguments = lists.take(triple.object) ?? []
    guard (4...8).contains(arguments.count), let text = string(arguments[1]),
      let length = integer(arguments[2], 1...PathsPattern.lengthLimit),
      let count = integer(arguments[3], 1...PathsPattern.countLimit),
      arguments.dropFirst(4).allSatisfy(isVariable)
    else {
      throw SPARQLErrors.search(
        "pas:shortestPath attend une liste : (?arrivée \"chemin\" longueur nombre ?rang ?position ?nœud "
          + "?pas), la longueur de 1 à \(PathsPattern.lengthLimit), le nombre de 1 à \(PathsPattern.countLimit).",
        "pas:shortestPath wants a list: (?to \"path\" length count ?rank ?position ?node ?steps), the length "
          + "from 1 to \(PathsPattern.lengthLimit), the count from 1 to \(PathsPattern.countLimit).")
    }
    func optional(_ place: Int) -> PatternNode? { place < arguments.count ? arguments[place] : nil }
    return PathsPattern(
      start: triple.subject, end: arguments[0], step: try step(text), maximumLength: length, count: count,
      rank: optional(4), position: optional(5), node: optional(6), length: optional(7))
  }

  /// The step that a text writes: a property path with full IRIs, as the parser left it.
  private static func step(_ text: String) throws -> PropertyPath {
    do throws(SPARQLSyntaxError) {
      return try SPARQLParser.path(text)
    } catch {
      throw SPARQLErrors.search(
        "pas:shortestPath, chemin « \(text) », colonne \(error.column) : \(error.reason.french)",
        "pas:shortestPath, path “\(text)”, column \(error.column): \(error.reason.english)")
    }
  }

  private static func string(_ node: PatternNode) -> String? {
    guard case .term(.literal(let literal)) = node, case .string = literal.datatype else { return nil }
    return literal.lexicalForm
  }

  private static func integer(_ node: PatternNode, _ range: ClosedRange<Int>) -> Int? {
    guard case .term(.literal(let literal)) = node, let value = Int(literal.lexicalForm),
      range.contains(value)
    else { return nil }
    return value
  }

  private static func isVariable(_ node: PatternNode) -> Bool {
    if case .variable = node { true } else { false }
  }
}

/// The lists among some triples: `( … )` as the parser writes it out.
private struct ArgumentLists {
  private var firsts: [PatternNode: PatternNode] = [:]
  private var rests: [PatternNode: PatternNode] = [:]
  private var used: Set<PatternNode> = []

  init(_ triples: [TriplePattern]) {
    for triple in triples {
      guard case .blank = triple.subject, case .node(.term(.iri(let iri))) = triple.predicate else {
        continue
      }
      if iri == Vocabulary.rdf + "first" { firsts[triple.subject] = triple.object }
      if iri == Vocabulary.rdf + "rest" { rests[triple.subject] = triple.object }
    }
  }

  /// The elements of a list; nil for what is none.
  mutating func take(_ head: PatternNode) -> [PatternNode]? {
    guard case .blank = head, firsts[head] != nil else { return nil }
    var result: [PatternNode] = []
    var cell = head
    while let first = firsts[cell], used.insert(cell).inserted {
      result.append(first)
      guard let next = rests[cell] else { break }
      cell = next
    }
    return result
  }

  func isUsed(_ node: PatternNode) -> Bool { used.contains(node) }
}

extension SPARQLParser {
  /// Reads the path among the arguments of `pas:shortestPath` with the prefixes that hold there, and writes it back with
  /// full IRIs.
  ///
  /// - Parameter triples: The triples that the arguments were written out to.
  /// - Throws: ``SPARQLSyntaxError`` behind the arguments, with the place in the path.
  mutating func resolveStep(_ triples: inout ArraySlice<TriplePattern>) throws(SPARQLSyntaxError) {
    for place in triples.indices {
      guard case .term(.literal(let literal)) = triples[place].object, case .string = literal.datatype else {
        continue
      }
      do throws(SPARQLSyntaxError) {
        let path = try Self.path(literal.lexicalForm, within: self)
        triples[place].object = .term(.string(ExpressionText.of(path)))
      } catch {
        throw fault(
          "chemin « \(literal.lexicalForm) », colonne \(error.column) : \(error.reason.french)",
          "path “\(literal.lexicalForm)”, column \(error.column): \(error.reason.english)")
      }
      return
    }
  }
}
