internal import PasserelleCore
internal import PasserelleJSON

/// How directions of texts are written in RDF, which has none (W3C JSON-LD 1.1 API §9.3).
public enum JSONLDDirection: String, Sendable, Hashable, CaseIterable {
  /// As a datatype of `https://www.w3.org/ns/i18n#`.
  case i18nDatatype = "i18n-datatype"
  /// As a blank node with `rdf:value`, `rdf:language` and `rdf:direction`.
  case compoundLiteral = "compound-literal"
}

/// States what expanded node objects say (W3C JSON-LD 1.1 API §7.2 and §8.2), node by node.
///
/// Nodes are not merged first: a set of statements is the same either way.
struct JSONLDStatements {
  private let direction: JSONLDDirection?
  private var blanks = 0
  private(set) var statements: [RDFStatement] = []
  /// What had to be left out: references that are no IRIs, languages that are none.
  private(set) var refused: [LocalizedText] = []

  init(direction: JSONLDDirection?) { self.direction = direction }

  /// Gives what was stated, and begins anew with the labels going on.
  mutating func take() -> (statements: [RDFStatement], refused: [LocalizedText]) {
    defer { (statements, refused) = ([], []) }
    return (statements, refused)
  }

  /// States what a value says, when it is a node, and gives it as an object.
  ///
  /// - Returns: Nil for what RDF does not admit.
  @discardableResult
  mutating func add(_ value: JSONValue, graph: RDFNode?) throws(JSONLDError) -> RDFNode? {
    if value.has("@value") { return try literal(value, graph: graph) }
    if let list = value["@list"] { return try self.list(list.asArray, graph: graph) }
    return try node(value, graph: graph)
  }

  private mutating func fresh() -> RDFNode {
    blanks += 1
    return .blank("g\(blanks)")
  }

  /// A reference as a node; nil, and told of, for what is no IRI.
  private mutating func reference(_ text: String) -> RDFNode? {
    if JSONLDKeyword.isBlank(text) { return .blank("n" + text.dropFirst(2)) }
    guard JSONLDKeyword.isSoundIRI(text) else {
      refuse(
        fr: "« \(text.prefix(80)) » n’est pas un IRI absolu", en: "“\(text.prefix(80))” is no absolute IRI")
      return nil
    }
    return .iri(text)
  }

  private mutating func refuse(fr: String, en: String) {
    refused.append(LocalizedText(fr: fr, en: en))
  }

  private mutating func state(_ subject: RDFNode?, _ predicate: String, _ object: RDFNode?, _ graph: RDFNode?)
  {
    guard let subject, let object else { return }
    statements.append(
      RDFStatement(subject: subject, predicate: .iri(predicate), object: object, graph: graph))
  }

  private mutating func node(_ value: JSONValue, graph: RDFNode?) throws(JSONLDError) -> RDFNode? {
    let subject: RDFNode?
    switch value["@id"] {
    case .string(let text): subject = reference(text)
    case .null?: subject = nil
    default: subject = fresh()
    }
    for member in value.uniqueMembers {
      switch member.key {
      case "@type":
        for type in member.value.asArrayOrNone {
          if let text = type.stringValue { state(subject, RDFNames.type, reference(text), graph) }
        }
      case "@graph":
        for item in member.value.asArrayOrNone {
          // Without a sound name the graph, and what it states, cannot be told apart.
          if let subject {
            try add(item, graph: subject)
          }
        }
      case "@included": for item in member.value.asArrayOrNone { try add(item, graph: graph) }
      case "@reverse":
        for reverse in member.value.uniqueMembers {
          let predicate = predicate(reverse.key)
          for item in reverse.value.asArrayOrNone {
            let other = try add(item, graph: graph)
            if let predicate, let subject { state(other, predicate, subject, graph) }
          }
        }
      case let key where JSONLDKeyword.isKeyword(key): break
      case let key:
        let predicate = predicate(key)
        for item in member.value.asArrayOrNone {
          let object = try add(item, graph: graph)
          if let predicate { state(subject, predicate, object, graph) }
        }
      }
    }
    return subject
  }

  /// The IRI of a predicate; nil for what is none, blank nodes included.
  private mutating func predicate(_ key: String) -> String? {
    if JSONLDKeyword.isBlank(key) {
      refuse(
        fr: "un nœud anonyme ne peut pas être un prédicat (« \(key.prefix(80)) »)",
        en: "a blank node cannot be a predicate (“\(key.prefix(80))”)")
      return nil
    }
    return reference(key)?.iriValue
  }

  private mutating func list(_ items: [JSONValue], graph: RDFNode?) throws(JSONLDError) -> RDFNode? {
    // An element that is refused leaves its cell without content.
    var objects: [RDFNode?] = []
    for item in items { objects.append(try add(item, graph: graph)) }
    var rest = RDFNode.iri(RDFNames.rdf + "nil")
    for object in objects.reversed() {
      let cell = fresh()
      state(cell, RDFNames.rdf + "first", object, graph)
      state(cell, RDFNames.rdf + "rest", rest, graph)
      rest = cell
    }
    return rest
  }

  // Literals

  private static let xsd = "http://www.w3.org/2001/XMLSchema#"

  private mutating func literal(_ object: JSONValue, graph: RDFNode?) throws(JSONLDError) -> RDFNode? {
    let value = object["@value"] ?? .null
    let type = object["@type"]?.stringValue ?? object["@type"]?.asArrayOrNone.first?.stringValue
    if type == "@json" { return Self.literal(JSONCanonicalText.text(value), RDFNames.rdf + "JSON") }
    if let type, reference(type) == nil || JSONLDKeyword.isBlank(type) { return nil }
    switch value {
    case .bool(let flag): return Self.literal(flag ? "true" : "false", type ?? Self.xsd + "boolean")
    case .number(let text):
      let isDouble = type == Self.xsd + "double"
      if !isDouble, let integer = JSONNumber.integer(text) {
        return Self.literal(integer, type ?? Self.xsd + "integer")
      }
      return Self.literal(JSONNumber.double(text), type ?? Self.xsd + "double")
    case .string(let text):
      if let type { return Self.literal(text, type) }
      return tagged(text, object["@language"]?.stringValue, object["@direction"]?.stringValue, graph)
    default: return nil
    }
  }

  private mutating func tagged(
    _ text: String, _ language: String?, _ way: String?, _ graph: RDFNode?
  ) -> RDFNode? {
    if let language {
      let bytes = Array(language.utf8)
      let length = bytes.withUnsafeBufferPointer { TermBytes.languageLength($0[...]) }
      guard length == bytes.count, length > 0 else {
        refuse(
          fr: "« \(language.prefix(80)) » n’est pas une étiquette de langue",
          en: "“\(language.prefix(80))” is no language tag")
        return nil
      }
    }
    if let way, let direction {
      switch direction {
      case .i18nDatatype:
        return Self.literal(text, "https://www.w3.org/ns/i18n#\(language?.lowercased() ?? "")_\(way)")
      case .compoundLiteral:
        let node = fresh()
        state(node, RDFNames.rdf + "value", .term(.string(text)), graph)
        if let language {
          state(node, RDFNames.rdf + "language", .term(.string(language.lowercased())), graph)
        }
        state(node, RDFNames.rdf + "direction", .term(.string(way)), graph)
        return node
      }
    }
    return .term(language.map { .string(text, language: $0.lowercased()) } ?? .string(text))
  }

  private static func literal(_ text: String, _ datatype: String) -> RDFNode {
    .term(.literal(Literal(text, Datatype(iri: datatype))))
  }
}
