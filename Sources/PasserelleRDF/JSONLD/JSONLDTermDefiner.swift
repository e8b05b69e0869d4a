internal import PasserelleCore
internal import PasserelleJSON

/// Makes the definitions of the terms of one local context (§4.2.2), each when it is first needed.
final class JSONLDTermDefiner {
  private let context: JSONLDContext
  private let local: JSONValue
  private let address: String?
  private let isProtected: Bool
  private let options: JSONLDContextOptions
  /// False while a definition is being made.
  private var defined: [String: Bool] = [:]

  init(
    context: JSONLDContext, local: JSONValue, address: String?, isProtected: Bool,
    options: JSONLDContextOptions
  ) {
    self.context = context
    self.local = local
    self.address = address
    self.isProtected = isProtected
    self.options = options
  }

  /// Makes the definition of a term that the context has, unless it is there.
  func defineIfNeeded(_ term: String) throws(JSONLDError) {
    if defined[term] != true, local.has(term) { try define(term) }
  }

  /// Makes the definition of a term.
  func define(_ term: String) throws(JSONLDError) {
    if let isDone = defined[term] {
      if isDone { return }
      throw JSONLDError(.cyclicIRIMapping, term)
    }
    if term.isEmpty { throw JSONLDError(.invalidTermDefinition, term) }
    defined[term] = false
    let given = local[term] ?? .null
    if term == "@type" {
      let isContainer = given["@container"].map { $0 == .string("@set") || $0 == .array([.string("@set")]) }
      let keys = given.uniqueMembers.map(\.key)
      guard !keys.isEmpty, isContainer ?? true, keys.allSatisfy({ $0 == "@container" || $0 == "@protected" })
      else { throw JSONLDError(.keywordRedefinition, term) }
    } else if JSONLDKeyword.isKeyword(term) {
      throw JSONLDError(.keywordRedefinition, term)
    } else if JSONLDKeyword.looksLikeOne(term) {
      return
    }
    let previous = context.terms.removeValue(forKey: term)
    var value = given
    switch given {
    case .null: value = .object([JSONMember("@id", .null)])
    case .string: value = .object([JSONMember("@id", given)])
    case .object: break
    default: throw JSONLDError(.invalidTermDefinition, term)
    }
    guard var definition = try definition(of: term, value, isSimple: given.stringValue != nil) else { return }
    if !options.overridesProtected, let previous, previous.isProtected {
      guard definition.isSame(as: previous) else { throw JSONLDError(.protectedTermRedefinition, term) }
      definition = previous
    }
    context.terms[term] = definition
    defined[term] = true
  }

  /// The definition; nil where it is to be ignored.
  private func definition(
    of term: String, _ value: JSONValue, isSimple: Bool
  ) throws(JSONLDError) -> JSONLDContext.Term? {
    var definition = JSONLDContext.Term()
    definition.isProtected = isProtected
    if let flag = value["@protected"] {
      guard let flag = flag.boolValue else { throw JSONLDError(.invalidProtectedValue, term) }
      definition.isProtected = flag
    }
    if let type = value["@type"] {
      guard let text = type.stringValue, let expanded = try expand(text) else {
        throw JSONLDError(.invalidTypeMapping, term)
      }
      guard ["@id", "@vocab", "@json", "@none"].contains(expanded) || JSONLDKeyword.isIRI(expanded) else {
        throw JSONLDError(.invalidTypeMapping, term)
      }
      definition.type = expanded
    }
    if value.has("@reverse") { return try reverse(term, value, definition) }
    guard try setIRI(of: term, value, isSimple: isSimple, &definition) else { return nil }
    if let container = value["@container"] { try set(container, of: term, &definition) }
    if let index = value["@index"] {
      guard definition.container.contains("@index"), let text = index.stringValue,
        !JSONLDKeyword.isKeyword(text), let expanded = try expand(text), JSONLDKeyword.isIRI(expanded)
      else { throw JSONLDError(.invalidTermDefinition, term) }
      definition.index = text
    }
    if let scoped = value["@context"] {
      var inner = JSONLDContextOptions()
      inner.remote = options.remote
      inner.overridesProtected = true
      inner.validatesScoped = false
      do throws(JSONLDError) {
        _ = try context.processing(scoped, address: address, inner)
      } catch {
        throw error.code == .loadingRemoteContextFailed ? error : JSONLDError(.invalidScopedContext, term)
      }
      (definition.context, definition.contextBase) = (scoped, address)
    }
    try setText(of: term, value, &definition)
    return definition
  }

  private func expand(_ text: String) throws(JSONLDError) -> String? {
    try context.expand(text, isVocabulary: true, definer: self)
  }

  private func reverse(
    _ term: String, _ value: JSONValue, _ base: JSONLDContext.Term
  ) throws(JSONLDError) -> JSONLDContext.Term? {
    var definition = base
    if value.has("@id") || value.has("@nest") { throw JSONLDError(.invalidReverseProperty, term) }
    guard let text = value["@reverse"]?.stringValue else { throw JSONLDError(.invalidIRIMapping, term) }
    if JSONLDKeyword.looksLikeOne(text) { return nil }
    guard let iri = try expand(text), JSONLDKeyword.isIRI(iri) || JSONLDKeyword.isBlank(iri) else {
      throw JSONLDError(.invalidIRIMapping, term)
    }
    definition.iri = iri
    definition.isReverse = true
    if let container = value["@container"], !container.isNull {
      guard let text = container.stringValue, text == "@set" || text == "@index" else {
        throw JSONLDError(.invalidReverseProperty, term)
      }
      definition.container = [text]
    }
    return definition
  }

  /// Sets what the term stands for.
  ///
  /// - Returns: False where the term is to be ignored.
  private func setIRI(
    of term: String, _ value: JSONValue, isSimple: Bool, _ definition: inout JSONLDContext.Term
  ) throws(JSONLDError) -> Bool {
    if let id = value["@id"], id.stringValue != term {
      if id.isNull { return true }
      guard let text = id.stringValue else { throw JSONLDError(.invalidIRIMapping, term) }
      if !JSONLDKeyword.isKeyword(text), JSONLDKeyword.looksLikeOne(text) { return false }
      guard let iri = try expand(text),
        JSONLDKeyword.isKeyword(iri) || JSONLDKeyword.isIRI(iri) || JSONLDKeyword.isBlank(iri)
      else { throw JSONLDError(.invalidIRIMapping, term) }
      if iri == "@context" { throw JSONLDError(.invalidKeywordAlias, term) }
      definition.iri = iri
      let hasColon = term.utf8.dropFirst().dropLast().contains(UInt8(ascii: ":"))
      if hasColon || term.utf8.contains(UInt8(ascii: "/")) {
        defined[term] = true
        guard try expand(term) == iri else { throw JSONLDError(.invalidIRIMapping, term) }
        return true
      }
      if !term.utf8.contains(UInt8(ascii: ":")), isSimple {
        let isDelimiter = iri.utf8.last.map { ":/?#[]@".utf8.contains($0) } ?? false
        definition.isPrefix = isDelimiter || JSONLDKeyword.isBlank(iri)
      }
    } else if let (prefix, suffix) = JSONLDContext.split(term) {
      try defineIfNeeded(prefix)
      definition.iri = context.terms[prefix].flatMap(\.iri).map { $0 + suffix } ?? term
    } else if term.utf8.contains(UInt8(ascii: "/")) {
      guard let iri = try context.expand(term, isVocabulary: true), JSONLDKeyword.isIRI(iri) else {
        throw JSONLDError(.invalidIRIMapping, term)
      }
      definition.iri = iri
    } else if term == "@type" {
      definition.iri = "@type"
    } else if let vocabulary = context.vocabulary {
      definition.iri = vocabulary + term
    } else {
      throw JSONLDError(.invalidIRIMapping, term)
    }
    return true
  }

  private func set(
    _ value: JSONValue, of term: String, _ definition: inout JSONLDContext.Term
  ) throws(JSONLDError) {
    let names = value.asArray.compactMap(\.stringValue)
    let all: Set<String> = ["@graph", "@id", "@index", "@language", "@list", "@set", "@type"]
    let container = Set(names)
    guard names.count == value.asArray.count, !names.isEmpty, container.isSubset(of: all) else {
      throw JSONLDError(.invalidContainerMapping, term)
    }
    var rest = container
    rest.remove("@set")
    let isSound =
      container.count == 1
      || (container.contains("@set") && rest.count == 1 && rest != ["@list"])
      || (rest.contains("@graph") && rest.count == 2 && (rest.contains("@id") || rest.contains("@index")))
    guard isSound else { throw JSONLDError(.invalidContainerMapping, term) }
    definition.container = container
    if container.contains("@type") {
      if definition.type == nil { definition.type = "@id" }
      guard definition.type == "@id" || definition.type == "@vocab" else {
        throw JSONLDError(.invalidTypeMapping, term)
      }
    }
  }

  private static let known: Set<String> = [
    "@id", "@reverse", "@container", "@context", "@direction", "@index", "@language", "@nest", "@prefix",
    "@protected", "@type",
  ]

  private func setText(
    of term: String, _ value: JSONValue, _ definition: inout JSONLDContext.Term
  ) throws(JSONLDError) {
    if let language = value["@language"], !value.has("@type") {
      guard language.isNull || language.stringValue != nil else {
        throw JSONLDError(.invalidLanguageMapping, term)
      }
      definition.language = .some(language.stringValue)
    }
    if let direction = value["@direction"], !value.has("@type") {
      definition.direction = .some(try JSONLDContext.direction(direction))
    }
    if let nest = value["@nest"] {
      guard let text = nest.stringValue, text == "@nest" || !JSONLDKeyword.isKeyword(text) else {
        throw JSONLDError(.invalidNestValue, term)
      }
      definition.nest = text
    }
    if let prefix = value["@prefix"] {
      if term.utf8.contains(UInt8(ascii: ":")) || term.utf8.contains(UInt8(ascii: "/")) {
        throw JSONLDError(.invalidTermDefinition, term)
      }
      guard let flag = prefix.boolValue else { throw JSONLDError(.invalidPrefixValue, term) }
      definition.isPrefix = flag
      if flag, let iri = definition.iri, JSONLDKeyword.isKeyword(iri) {
        throw JSONLDError(.invalidTermDefinition, term)
      }
    }
    guard value.uniqueMembers.allSatisfy({ Self.known.contains($0.key) }) else {
      throw JSONLDError(.invalidTermDefinition, term)
    }
  }
}
