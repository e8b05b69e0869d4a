internal import PasserelleCore

extension SPARQLParser {
  mutating func update() throws(SPARQLSyntaxError) -> UpdateRequest {
    var request = UpdateRequest()
    var insertLabels: Set<String> = []
    while true {
      try prologue()
      request.base = base
      if token.kind == .end { return request }
      let start = token.range.lowerBound
      let operation = try updateOperation()
      if case .insertData(let quads) = operation {
        let own = Self.labels(of: quads)
        guard insertLabels.isDisjoint(with: own) else {
          throw fault(
            "un nœud anonyme est employé dans deux opérations INSERT DATA.",
            "a blank node is used in two INSERT DATA operations.", at: start)
        }
        insertLabels.formUnion(own)
      }
      request.operations.append(operation)
      labels.removeAll()
      guard try take(.semicolon) else { return request }
    }
  }

  private mutating func updateOperation() throws(SPARQLSyntaxError) -> UpdateOperation {
    if try take(word: "LOAD") {
      let isSilent = try take(word: "SILENT")
      let source = try iri()
      var target: String?
      if try take(word: "INTO") {
        try expect(word: "GRAPH")
        target = try iri()
      }
      return .load(source, into: target, isSilent: isSilent)
    }
    if try take(word: "CLEAR") {
      let isSilent = try take(word: "SILENT")
      return .clear(try graphTarget(), isSilent: isSilent)
    }
    if try take(word: "DROP") {
      let isSilent = try take(word: "SILENT")
      return .drop(try graphTarget(), isSilent: isSilent)
    }
    if try take(word: "CREATE") {
      let isSilent = try take(word: "SILENT")
      try expect(word: "GRAPH")
      return .create(try iri(), isSilent: isSilent)
    }
    for name in ["ADD", "MOVE", "COPY"] where isWord(name) {
      try advance()
      let isSilent = try take(word: "SILENT")
      let from = try graphOrDefault()
      try expect(word: "TO")
      let to = try graphOrDefault()
      switch name {
      case "ADD": return .add(from: from, to: to, isSilent: isSilent)
      case "MOVE": return .move(from: from, to: to, isSilent: isSilent)
      default: return .copy(from: from, to: to, isSilent: isSilent)
      }
    }
    return try modification()
  }

  private mutating func modification() throws(SPARQLSyntaxError) -> UpdateOperation {
    var found = UpdateOperation.Modification(pattern: GroupPattern())
    if try take(word: "WITH") { found.with = try iri() }
    if found.with == nil, isWord("INSERT"), Self.isWord(try peek(), "DATA") {
      try advance()
      try advance()
      return .insertData(try quads(allowsVariables: false, allowsBlanks: true))
    }
    if found.with == nil, isWord("DELETE") {
      let next = try peek()
      if Self.isWord(next, "DATA") {
        try advance()
        try advance()
        return .deleteData(try quads(allowsVariables: false, allowsBlanks: false))
      }
      if Self.isWord(next, "WHERE") {
        try advance()
        try advance()
        found.delete = try quads(allowsVariables: true, allowsBlanks: false)
        found.pattern = Self.pattern(of: found.delete)
        return .modify(found)
      }
    }
    let hasDelete = try take(word: "DELETE")
    if hasDelete { found.delete = try quads(allowsVariables: true, allowsBlanks: false) }
    let hasInsert = try take(word: "INSERT")
    if hasInsert { found.insert = try quads(allowsVariables: true, allowsBlanks: true) }
    guard hasDelete || hasInsert else {
      throw unexpected(
        "une opération de mise à jour, comme INSERT ou DELETE",
        "an update operation, such as INSERT or DELETE")
    }
    found.using = try datasetClauses("USING")
    try expect(word: "WHERE")
    labels.removeAll()
    found.pattern = try groupPattern()
    return .modify(found)
  }

  /// `{ … }` with triples and `GRAPH` blocks.
  private mutating func quads(
    allowsVariables: Bool, allowsBlanks: Bool
  ) throws(SPARQLSyntaxError) -> [QuadTemplate] {
    let start = token.range.lowerBound
    try expect(.openBrace)
    patternNumber += 1
    var found: [QuadTemplate] = []
    while !isMark(.closeBrace) {
      if try take(word: "GRAPH") {
        let graph = try variableOrIRI()
        try expect(.openBrace)
        while !isMark(.closeBrace) {
          found += try triplesSameSubject(allowsPaths: false).map { QuadTemplate($0, in: graph) }
          if try !take(.dot) { break }
        }
        try expect(.closeBrace)
        _ = try take(.dot)
      } else {
        found += try triplesSameSubject(allowsPaths: false).map { QuadTemplate($0) }
        guard try take(.dot) || isWord("GRAPH") || isMark(.closeBrace) else {
          throw unexpected("« . » ou « } »", "“.” or “}”")
        }
      }
    }
    try expect(.closeBrace)
    for quad in found {
      var nodes = [quad.triple.subject, quad.triple.object]
      if case .node(let verb) = quad.triple.predicate { nodes.append(verb) }
      if let graph = quad.graph { nodes.append(graph) }
      for node in nodes {
        if case .variable(let name) = node, !allowsVariables {
          throw fault(
            "la variable ?\(name) ne peut pas se trouver dans des données.",
            "the variable ?\(name) cannot stand in data.",
            at: start)
        }
        if case .blank = node, !allowsBlanks {
          throw fault(
            "un nœud anonyme ne peut pas se trouver dans ce qui est supprimé.",
            "a blank node cannot stand in what is deleted.",
            at: start)
        }
      }
    }
    return found
  }

  private static func labels(of quads: [QuadTemplate]) -> Set<String> {
    var found: Set<String> = []
    for quad in quads {
      for case .blank(let label) in [quad.triple.subject, quad.triple.object] { found.insert(label) }
    }
    return found
  }

  /// The pattern of `DELETE WHERE`.
  private static func pattern(of quads: [QuadTemplate]) -> GroupPattern {
    GroupPattern(
      quads.map { quad in
        quad.graph.map { .graph($0, GroupPattern([.triples([quad.triple])])) } ?? .triples([quad.triple])
      })
  }

  private mutating func graphTarget() throws(SPARQLSyntaxError) -> UpdateOperation.GraphTarget {
    if try take(word: "GRAPH") { return .graph(try iri()) }
    if try take(word: "DEFAULT") { return .defaultGraph }
    if try take(word: "NAMED") { return .named }
    if try take(word: "ALL") { return .all }
    throw unexpected("GRAPH, DEFAULT, NAMED ou ALL", "GRAPH, DEFAULT, NAMED or ALL")
  }

  private mutating func graphOrDefault() throws(SPARQLSyntaxError) -> String? {
    if try take(word: "DEFAULT") { return nil }
    _ = try take(word: "GRAPH")
    return try iri()
  }
}
