internal import PasserelleCore
internal import PasserelleXML

extension EPOMapper {
  /// Tells what the rules find under an element.
  ///
  /// - Returns: Whether anything was told.
  @discardableResult
  mutating func apply(_ rules: [EPORule], to subject: String, at element: XMLElement) -> Bool {
    var isTold = false
    for rule in rules {
      switch rule {
      case .value(let path, let relation, let value):
        for (offset, found) in path.elements(from: element, root: notice.root).enumerated() {
          if tell(value, of: found, path.attribute, subject, relation, rank: offset) { isTold = true }
        }
      case .node(let path, let relation, let node):
        if apply(node, path, to: subject, relation, at: element) { isTold = true }
      }
    }
    return isTold
  }

  private mutating func apply(
    _ node: EPONode, _ path: EPOPath, to subject: String, _ relation: String, at element: XMLElement
  ) -> Bool {
    var isTold = false
    for (offset, found) in path.elements(from: element, root: notice.root).enumerated() {
      let iri = subject + "/" + node.segment + (offset > 0 || node.isAlways ? "/\(offset + 1)" : "")
      guard apply(node.rules, to: iri, at: found) || node.isAlways else { continue }
      isTold = true
      told.insert("term " + iri)
      state(subject, relation, .iri(iri))
      for type in node.classes { state(iri, Vocabulary.type, .iri(type)) }
    }
    return isTold
  }

  // Statements

  mutating func state(_ subject: String, _ relation: String, _ object: Term) {
    statements.add(subject, relation, object)
  }

  /// States a relation, by its name in the tables, between two things.
  mutating func state(_ subject: String, _ relation: String, _ object: String) {
    statements.add(subject, EPOName.iri(relation), .iri(object))
  }

  /// Ties a thing to the call: what nothing of the notice leads to would not be kept with its record.
  mutating func mention(_ thing: String) {
    if told.insert("mention " + thing).inserted { state(call, "rdfs:seeAlso", thing) }
  }

  /// States a node with its class.
  mutating func stateNode(_ node: String, _ type: String, of subject: String, _ relation: String) {
    state(subject, relation, .iri(node))
    state(node, Vocabulary.type, .iri(EPOName.iri(type)))
  }

  /// Tells of a flaw of an element, once for each name of element.
  mutating func report(_ code: DiagnosticCode, _ element: XMLElement, _ value: String? = nil) {
    guard !toldElsewhere.contains(element.name), told.insert(code.name + " " + element.name).inserted else {
      return
    }
    var place = location
    if element.line > 0 { place.line = element.line }
    diagnostics.append(Diagnostic(code, at: place, field: element.name, value: value))
  }
}
