internal import PasserelleCore
internal import PasserelleXML

extension RDFXMLParser {
  /// Takes the start of an element, by what it stands in.
  func start() throws {
    try tellPrefixes()
    let attributes = try RDFXMLAttributes(reader.attributes())
    let name = reader.name
    guard let top = frames.indices.last else {
      if reader.namespace == RDFNames.rdf, name == "RDF" {
        guard attributes.isEmpty else {
          throw RDFFault.grammar(fr: "rdf:RDF n’a pas d’attribut", en: "rdf:RDF has no attribute")
        }
        return frames.append(try inherited(.root, attributes))
      }
      try startNode(name, attributes)
      return
    }
    switch frames[top].role {
    case .root: try startNode(name, attributes)
    case .node: try startProperty(name, attributes)
    case .collection: try startItem(name, attributes, top)
    case .property:
      guard !frames[top].hasChild, frames[top].text.utf8.allSatisfy({ $0 <= 0x20 }) else {
        throw RDFFault.grammar(
          fr: "la propriété contient plus qu’un nœud, ou un texte et un nœud",
          en: "the property holds more than one node, or a text and a node")
      }
      frames[top].hasChild = true
      let node = try startNode(name, attributes)
      try emit(frames[top].subject, frames[top].predicate, node, reifier: frames[top].reifier)
    case .typed, .closed:
      throw RDFFault.grammar(fr: "aucun élément n’est attendu ici", en: "no element is expected here")
    }
  }

  /// The full name of the element, which must have a namespace.
  private func elementIRI(_ name: String) throws -> String {
    guard !reader.namespace.isEmpty else {
      throw RDFFault.grammar(
        fr: "l’élément « \(name) » n’a pas d’espace de noms", en: "the element “\(name)” has no namespace")
    }
    return try iri(name: reader.namespace + name)
  }

  @discardableResult
  private func startNode(_ name: String, _ attributes: RDFXMLAttributes) throws -> RDFNode? {
    let type = try elementIRI(name)
    guard reader.namespace != RDFNames.rdf || !RDFNames.notNodes.contains(name) else {
      throw RDFFault.grammar(fr: "rdf:\(name) n’est pas un nœud", en: "rdf:\(name) is no node")
    }
    guard attributes.parseType == nil, attributes.resource == nil, attributes.datatype == nil else {
      throw RDFFault.grammar(
        fr: "rdf:parseType, rdf:resource et rdf:datatype ne vont pas sur un nœud",
        en: "rdf:parseType, rdf:resource and rdf:datatype do not go on a node")
    }
    guard [attributes.identifier, attributes.about, attributes.nodeID].count(where: { $0 != nil }) < 2 else {
      throw RDFFault.grammar(
        fr: "un seul de rdf:ID, rdf:about et rdf:nodeID est attendu",
        en: "only one of rdf:ID, rdf:about and rdf:nodeID is expected")
    }
    var frame = try inherited(.node, attributes)
    if let identifier = attributes.identifier {
      frame.subject = try iri(identifier: identifier, frame).map(RDFNode.iri)
    } else if let about = attributes.about {
      frame.subject = try iri(about, frame).map(RDFNode.iri)
    } else if let nodeID = attributes.nodeID {
      frame.subject = try blank(nodeID: nodeID)
    } else {
      frame.subject = freshBlank()
    }
    if type != RDFNames.rdf + "Description", !type.isEmpty {
      try emit(frame.subject, RDFNames.rdf + "type", .iri(type))
    }
    try emitProperties(attributes, of: frame.subject, frame)
    frames.append(frame)
    return frame.subject
  }

  private func startItem(_ name: String, _ attributes: RDFXMLAttributes, _ top: Int) throws {
    let cell = freshBlank()
    if let last = frames[top].cell {
      try emit(last, RDFNames.rdf + "rest", cell)
    } else {
      try emit(frames[top].subject, frames[top].predicate, cell, reifier: frames[top].reifier)
    }
    frames[top].cell = cell
    let node = try startNode(name, attributes)
    try emit(cell, RDFNames.rdf + "first", node)
  }

  /// States the property attributes of an element.
  private func emitProperties(
    _ attributes: RDFXMLAttributes, of subject: RDFNode?, _ frame: Frame
  ) throws {
    for property in attributes.properties {
      if property.iri == RDFNames.rdf + "type" {
        try emit(subject, property.iri, try iri(property.value, frame).map(RDFNode.iri))
      } else {
        try emit(
          subject, try iri(name: property.iri), try literal(property.value, language: frame.language))
      }
    }
  }

  private func startProperty(_ name: String, _ attributes: RDFXMLAttributes) throws {
    var predicate = try elementIRI(name)
    let isRDF = reader.namespace == RDFNames.rdf
    guard !isRDF || !RDFNames.notProperties.contains(name) else {
      throw RDFFault.grammar(fr: "rdf:\(name) n’est pas une propriété", en: "rdf:\(name) is no property")
    }
    let top = frames.count - 1
    if isRDF, name == "li" {
      frames[top].items += 1
      predicate = RDFNames.rdf + "_\(frames[top].items)"
    }
    guard attributes.about == nil else {
      throw RDFFault.grammar(
        fr: "rdf:about ne va pas sur une propriété", en: "rdf:about does not go on a property")
    }
    var frame = try inherited(.property, attributes)
    frame.subject = frames[top].subject
    frame.predicate = predicate
    if let identifier = attributes.identifier { frame.reifier = try iri(identifier: identifier, frame) }
    let hasTarget =
      attributes.resource != nil || attributes.nodeID != nil || !attributes.properties.isEmpty
    if let parseType = attributes.parseType {
      guard !hasTarget, attributes.datatype == nil else { throw Self.conflict("rdf:parseType") }
      return try start(parseType, frame)
    }
    if let datatype = attributes.datatype {
      guard !hasTarget else { throw Self.conflict("rdf:datatype") }
      let type = try iri(datatype, frame)
      if type == nil { frame.subject = nil }
      frame.role = .typed(Datatype(iri: type ?? ""))
      return frames.append(frame)
    }
    guard hasTarget else { return frames.append(frame) }
    guard attributes.resource == nil || attributes.nodeID == nil else { throw Self.conflict("rdf:resource") }
    frame.role = .closed
    var object: RDFNode?
    if let resource = attributes.resource {
      object = try iri(resource, frame).map(RDFNode.iri)
    } else if let nodeID = attributes.nodeID {
      object = try blank(nodeID: nodeID)
    } else {
      object = freshBlank()
    }
    try emit(frame.subject, predicate, object, reifier: frame.reifier)
    try emitProperties(attributes, of: object, frame)
    frames.append(frame)
  }

  private func start(_ parseType: String, _ property: Frame) throws {
    var frame = property
    switch parseType {
    case "Resource":
      let node = freshBlank()
      try emit(frame.subject, frame.predicate, node, reifier: frame.reifier)
      (frame.role, frame.subject) = (.node, node)
      frames.append(frame)
    case "Collection":
      frame.role = .collection
      frames.append(frame)
    default:
      // Any other value means Literal (§7.2.20); the whole element is read, its end included.
      let text = try literalText()
      try emit(
        frame.subject, frame.predicate,
        .term(.literal(Literal(text, .other(RDFNames.rdf + "XMLLiteral")))), reifier: frame.reifier)
    }
  }

  private func literalText() throws -> String {
    var writer = XMLLiteralWriter(limit: limits.termBytes)
    return try writer.read(reader)
  }

  private static func conflict(_ name: String) -> RDFFault {
    .grammar(
      fr: "\(name) ne va pas avec les autres attributs de la propriété",
      en: "\(name) does not go with the other attributes of the property")
  }
}
