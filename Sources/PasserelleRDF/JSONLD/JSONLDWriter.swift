internal import PasserelleCore

/// Writes JSON-LD, statement by statement: a list of node objects, expanded, or compacted by prefixes.
///
/// The statements of one subject that follow each other are one node object; memory is bounded by one of them.
struct JSONLDWriter {
  private let prefixes: [(name: String, iri: String)]
  private let names: Set<String>
  private var hasElements = false
  private var graph: RDFNode?
  /// Whether the graph at hand has elements yet.
  private var hasNodes = false
  /// Whether the graph at hand is written without prefixes, for a name that would read as a compact IRI.
  private var isGraphPlain = false
  private var subject: RDFNode?
  private var properties: [(predicate: String, objects: [RDFNode])] = []
  private var places: [String: Int] = [:]
  private var gathered = 0

  /// How many statements one node object has at most.
  private static let groupLimit = 10_000

  init(prefixes: [(name: String, iri: String)]) {
    var names: Set<String> = []
    self.prefixes = prefixes.filter {
      XMLName.isNCName($0.name) && JSONLDKeyword.isIRI($0.iri) && $0.name != "_"
        && !$0.iri.utf8.contains(where: TermBytes.isForbiddenInIRI) && names.insert($0.name).inserted
    }
    self.names = names
  }

  /// Writes the context.
  func start(_ output: inout RDFOutput) {
    guard !prefixes.isEmpty else { return output.write("[") }
    output.write("{\n\"@context\": {")
    for (rank, prefix) in prefixes.enumerated() {
      output.write(rank > 0 ? ",\n  " : "\n  ")
      let isSimple = prefix.iri.utf8.last.map { ":/?#[]@".utf8.contains($0) } ?? false
      output.write { bytes in
        JSONText.quote(prefix.name, into: &bytes)
        bytes.append(isSimple ? ": " : ": {\"@id\": ")
        JSONText.quote(prefix.iri, into: &bytes)
        if !isSimple { bytes.append(", \"@prefix\": true}") }
      }
    }
    output.write("\n},\n\"@graph\": [")
  }

  /// Takes a statement; it is written with those of its subject.
  mutating func add(_ statement: RDFStatement, _ output: inout RDFOutput) throws(UnwritableTerm) {
    guard case .iri(let predicate) = statement.predicate else {
      throw UnwritableTerm(fr: "le prédicat n’est pas un IRI", en: "the predicate is no IRI")
    }
    if statement.graph != graph {
      closeGraph(&output)
      if let graph = statement.graph { open(graph, &output) }
      graph = statement.graph
    }
    if statement.subject != subject || gathered == Self.groupLimit { writeNode(&output) }
    subject = statement.subject
    gathered += 1
    if let place = places[predicate] {
      properties[place].objects.append(statement.object)
    } else {
      places[predicate] = properties.count
      properties.append((predicate, [statement.object]))
    }
  }

  /// Closes what is open.
  mutating func finish(_ output: inout RDFOutput) {
    closeGraph(&output)
    output.write(prefixes.isEmpty ? "\n]\n" : "\n]\n}\n")
  }

  private mutating func separate(_ output: inout RDFOutput) {
    let isFirst = graph == nil ? !hasElements : !hasNodes
    output.write(isFirst ? "\n" : ",\n")
    if graph == nil { hasElements = true } else { hasNodes = true }
  }

  private mutating func open(_ name: RDFNode, _ output: inout RDFOutput) {
    separate(&output)
    (hasElements, hasNodes) = (true, false)
    isGraphPlain = isMistakable(name)
    output.write(isGraphPlain ? "{\"@context\": null, \"@id\": " : "{\"@id\": ")
    output.write { reference(name, isPlain: isGraphPlain, into: &$0) }
    output.write(", \"@graph\": [")
  }

  private mutating func closeGraph(_ output: inout RDFOutput) {
    writeNode(&output)
    if graph != nil { output.write("\n]}") }
    (graph, isGraphPlain) = (nil, false)
  }

  private mutating func writeNode(_ output: inout RDFOutput) {
    guard let subject else { return }
    separate(&output)
    let needsNone = !isGraphPlain && isAnyMistakable(subject)
    let isPlain = isGraphPlain || needsNone
    output.write { bytes in
      bytes.append(needsNone ? "{\"@context\": null, \"@id\": " : "{\"@id\": ")
      reference(subject, isPlain: isPlain, into: &bytes)
      for property in properties { write(property, isPlain: isPlain, into: &bytes) }
      bytes.append(UInt8(ascii: "}"))
    }
    self.subject = nil
    properties.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    gathered = 0
  }

  private func write(
    _ property: (predicate: String, objects: [RDFNode]), isPlain: Bool, into bytes: inout [UInt8]
  ) {
    // Types that are literals cannot stand at @type.
    let isType = property.predicate == RDFNames.type
    let types = isType ? property.objects.filter { $0.literal == nil } : []
    let others = isType ? property.objects.filter { $0.literal != nil } : property.objects
    if !types.isEmpty {
      bytes.append(", \"@type\": ")
      list(types, into: &bytes) { reference($0, isPlain: isPlain, into: &$1) }
    }
    guard !others.isEmpty else { return }
    bytes.append(", ")
    iri(property.predicate, isPlain: isPlain, into: &bytes)
    bytes.append(": ")
    list(others, into: &bytes) { value($0, isPlain: isPlain, into: &$1) }
  }

  /// Writes a list; a single element alone where there is a context.
  private func list(
    _ nodes: [RDFNode], into bytes: inout [UInt8], _ write: (RDFNode, inout [UInt8]) -> Void
  ) {
    let isAlone = nodes.count == 1 && !prefixes.isEmpty
    if !isAlone { bytes.append(UInt8(ascii: "[")) }
    for (rank, node) in nodes.enumerated() {
      if rank > 0 { bytes.append(", ") }
      write(node, &bytes)
    }
    if !isAlone { bytes.append(UInt8(ascii: "]")) }
  }

  private func value(_ node: RDFNode, isPlain: Bool, into bytes: inout [UInt8]) {
    guard case .term(.literal(let literal)) = node else {
      bytes.append("{\"@id\": ")
      reference(node, isPlain: isPlain, into: &bytes)
      return bytes.append(UInt8(ascii: "}"))
    }
    if case .string = literal.datatype, !prefixes.isEmpty {
      return JSONText.quote(literal.lexicalForm, into: &bytes)
    }
    bytes.append("{\"@value\": ")
    JSONText.quote(literal.lexicalForm, into: &bytes)
    switch literal.datatype {
    case .string: break
    case .language(let tag): bytes.append(", \"@language\": \"\(tag)\"")
    case let datatype:
      bytes.append(", \"@type\": ")
      iri(datatype.iri, isPlain: isPlain, into: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private func reference(_ node: RDFNode, isPlain: Bool, into bytes: inout [UInt8]) {
    switch node {
    case .blank(let label): JSONText.quote("_:" + BlankLabel.written(label, isName: false), into: &bytes)
    case .term(let term): iri(term.iriValue ?? "", isPlain: isPlain, into: &bytes)
    }
  }

  private func iri(_ iri: String, isPlain: Bool, into bytes: inout [UInt8]) {
    if !isPlain {
      for prefix in prefixes where iri.utf8.starts(with: prefix.iri.utf8) {
        let suffix = iri.utf8.dropFirst(prefix.iri.utf8.count)
        if !suffix.starts(with: "//".utf8) {
          return JSONText.quote(prefix.name + ":" + String(Substring(suffix)), into: &bytes)
        }
      }
    }
    JSONText.quote(iri, into: &bytes)
  }

  // IRIs that would read as compact ones

  private func isAnyMistakable(_ subject: RDFNode) -> Bool {
    if prefixes.isEmpty { return false }
    if isMistakable(subject) { return true }
    return properties.contains { property in
      isMistakable(.iri(property.predicate)) || property.objects.contains(where: isMistakable)
    }
  }

  /// Whether an IRI, or the datatype of a literal, has the name of a prefix for its scheme.
  private func isMistakable(_ node: RDFNode) -> Bool {
    guard !prefixes.isEmpty, case .term(let term) = node else { return false }
    var iri = term.iriValue ?? ""
    if case .literal(let literal) = term, case .other(let datatype) = literal.datatype { iri = datatype }
    guard let colon = iri.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return names.contains(String(iri[..<colon]))
  }
}
