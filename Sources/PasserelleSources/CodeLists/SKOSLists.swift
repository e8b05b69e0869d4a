internal import PasserelleCore
internal import PasserelleOntology
internal import PasserelleRDF

/// Makes code lists of what a SKOS file says.
struct SKOSLists {
  private(set) var lists: [CodeList] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let things: [SKOSGraph.Thing]
  private let file: String

  init(_ graph: SKOSGraph, file: String) {
    things = graph.things
    self.file = file
    let concepts = things.indices.filter { things[$0].isConcept && !things[$0].isScheme }
    let named = things.indices.filter { things[$0].isScheme }
    guard !concepts.isEmpty else {
      diagnostics.append(Diagnostic(.codeListNone, at: SourceLocation(file: file)))
      return
    }
    var members: [Int: [Int]] = [:]
    var homeless: [Int] = []
    for concept in concepts {
      var schemes = schemes(of: concept)
      if schemes.isEmpty, named.count == 1 { schemes = named }
      if schemes.isEmpty { homeless.append(concept) }
      for scheme in schemes { members[scheme, default: []].append(concept) }
    }
    var taken: Set<String> = []
    for scheme in named { makeList(scheme, members[scheme] ?? [], &taken) }
    if !homeless.isEmpty { makeList(nil, homeless, &taken) }
    let ignored = graph.ignoredProperties { $0.isConcept && !$0.isScheme }
    if !ignored.isEmpty {
      diagnostics.append(
        Diagnostic(.codeListField, at: SourceLocation(file: file), value: ignored.joined(separator: ", ")))
    }
  }

  /// The schemes a concept says, else those of what is above it.
  private func schemes(of concept: Int) -> [Int] {
    var (seen, row) = (Set([concept]), [concept])
    while !row.isEmpty {
      let found = row.flatMap { things[$0].schemes }
      if !found.isEmpty { return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
      row = row.flatMap { things[$0].broader }.filter { seen.insert($0).inserted }
    }
    return []
  }

  private mutating func makeList(_ scheme: Int?, _ concepts: [Int], _ taken: inout Set<String>) {
    let thing = scheme.map { things[$0] }
    let fallback = FileName.withoutExtension(FileName.lastComponent(file))
    var id = thing.map { Self.ending($0.node) } ?? fallback
    if id.isEmpty { id = fallback }
    let plain = id
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(plain)-\(number)"
      number += 1
    }
    let labels = thing.map { $0.labels + xlLabels($0.labelNodes) } ?? []
    var draft = CodeListDraft(
      id: id, label: labels.isEmpty ? thing?.titles ?? [] : labels,
      source: [thing?.node.iriValue ?? "", thing?.version ?? ""].filter { !$0.isEmpty }.joined(
        separator: ", "),
      file: file)
    if scheme == nil { draft.tell(.codeListNoScheme, value: "\(concepts.count)") }
    let codes = codes(of: concepts, &draft)
    for concept in concepts { draft.add(code(concept, within: scheme, codes)) }
    if let list = draft.finish() { lists.append(list) }
    diagnostics += draft.diagnostics
  }

  /// The code of each concept of a list; where a notation is taken, the end of the IRI stands for it.
  private func codes(of concepts: [Int], _ draft: inout CodeListDraft) -> [Int: String] {
    var taken: Set<String> = []
    return concepts.reduce(into: [:]) { codes, concept in
      let code = text(of: concept)
      let ending = Self.ending(things[concept].node)
      if taken.insert(code).inserted || !taken.insert(ending).inserted {
        codes[concept] = code
      } else {
        draft.tell(.codeListNotation, value: code, replacement: ending)
        codes[concept] = ending
      }
    }
  }

  private func code(_ rank: Int, within scheme: Int?, _ codes: [Int: String]) -> CodeListDraft.Code {
    let thing = things[rank]
    let labels = thing.labels + xlLabels(thing.labelNodes)
    var code = CodeListDraft.Code(code: codes[rank] ?? "")
    code.labels = labels.isEmpty ? thing.titles : labels
    code.alternatives = thing.alternatives + xlLabels(thing.alternativeNodes).map(\.text)
    code.definitions = thing.definitions
    // What stands above in another scheme is that scheme's affair.
    code.parents = thing.broader.filter { scheme == nil || schemes(of: $0).contains { $0 == scheme } }
      .map { codes[$0] ?? text(of: $0) }
    code.isDeprecated = thing.isDeprecated
    code.replacements = thing.replacements.map { codes[$0] ?? text(of: $0) }
    return code
  }

  private func xlLabels(_ nodes: [Int]) -> [CodeListDraft.LanguageText] {
    nodes.compactMap { things[$0].literalForm }
  }

  /// The code that a concept says itself.
  private func text(of rank: Int) -> String {
    let thing = things[rank]
    return thing.notations.first { !$0.isEmpty } ?? thing.identifiers.first { !$0.isEmpty }
      ?? Self.ending(thing.node)
  }

  /// The last part of an IRI; the label of a blank node.
  private static func ending(_ node: RDFNode) -> String {
    switch node {
    case .blank(let label): label
    case .term(let term):
      (term.iriValue ?? "").split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? ""
    }
  }
}
