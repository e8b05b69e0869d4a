internal import PasserelleCore
internal import PasserelleJSON

/// How a context is taken in.
struct JSONLDContextOptions {
  /// The addresses of the contexts that led here.
  var remote: [String] = []
  var overridesProtected = false
  var propagates = true
  var validatesScoped = true
}

extension JSONLDContext {
  /// The most contexts that may name one another.
  private static let remoteLimit = 16

  /// Takes in a local context (§4.1.2), in which addresses are relative to the one given.
  func processing(
    _ local: JSONValue, address: String?, _ options: JSONLDContextOptions = JSONLDContextOptions()
  ) throws(JSONLDError) -> JSONLDContext {
    var result = copy()
    var propagates = options.propagates
    if let value = local["@propagate"] {
      guard let flag = value.boolValue else { throw JSONLDError(.invalidPropagateValue) }
      propagates = flag
    }
    if !propagates, result.previous == nil { result.previous = self }
    for context in local.asArray {
      switch context {
      case .null:
        if !options.overridesProtected, hasProtectedTerms { throw JSONLDError(.invalidContextNullification) }
        let before = result
        result = JSONLDContext(base: originalBase, loader: loader)
        if !propagates { result.previous = before }
      case .string(let reference):
        result = try result.processing(remote: reference, address: address, options)
      case .object:
        try result.take(try importing(context, address: address), address: address, options)
      default: throw JSONLDError(.invalidLocalContext)
      }
    }
    return result
  }

  private func processing(
    remote reference: String, address: String?, _ options: JSONLDContextOptions
  ) throws(JSONLDError) -> JSONLDContext {
    let target = IRIReference.resolve(reference, against: address)
    if !options.validatesScoped, options.remote.contains(target) { return self }
    guard options.remote.count < Self.remoteLimit else { throw JSONLDError(.contextOverflow, target) }
    var inner = JSONLDContextOptions()
    inner.remote = options.remote + [target]
    inner.validatesScoped = options.validatesScoped
    return try processing(try loader.context(at: target), address: target, inner)
  }

  /// A context with what it imports.
  private func importing(_ context: JSONValue, address: String?) throws(JSONLDError) -> JSONValue {
    guard let value = context["@import"] else { return context }
    guard let reference = value.stringValue else { throw JSONLDError(.invalidImportValue) }
    let target = IRIReference.resolve(reference, against: address)
    var imported = try loader.context(at: target)
    guard imported.isObject else { throw JSONLDError(.invalidRemoteContext, target) }
    if imported.has("@import") { throw JSONLDError(.invalidContextEntry, target) }
    for member in context.uniqueMembers where member.key != "@import" {
      imported.set(member.key, member.value)
    }
    return imported
  }

  private static let ownKeys: Set<String> = [
    "@base", "@direction", "@import", "@language", "@propagate", "@protected", "@version", "@vocab",
  ]

  /// Takes in a context definition, this context being the one that is made.
  private func take(
    _ context: JSONValue, address: String?, _ options: JSONLDContextOptions
  ) throws(JSONLDError) {
    if let version = context["@version"] {
      guard case .number(let text) = version, Double(text) == 1.1 else {
        throw JSONLDError(.invalidVersionValue)
      }
    }
    if let value = context["@base"], options.remote.isEmpty { try setBase(value) }
    if let value = context["@vocab"] {
      switch value {
      case .null: vocabulary = nil
      case .string(let text):
        let expanded = try expand(text, isDocumentRelative: true, isVocabulary: true)
        guard let expanded,
          JSONLDKeyword.isIRI(expanded) || JSONLDKeyword.isBlank(expanded) || base == nil || text.isEmpty
        else { throw JSONLDError(.invalidVocabMapping, text) }
        vocabulary = expanded
      default: throw JSONLDError(.invalidVocabMapping)
      }
    }
    if let value = context["@language"] {
      guard value.isNull || value.stringValue != nil else { throw JSONLDError(.invalidDefaultLanguage) }
      language = value.stringValue
    }
    if let value = context["@direction"] { direction = try Self.direction(value) }
    if let value = context["@propagate"], value.boolValue == nil {
      throw JSONLDError(.invalidPropagateValue)
    }
    var isProtected = false
    if let value = context["@protected"] {
      guard let flag = value.boolValue else { throw JSONLDError(.invalidProtectedValue) }
      isProtected = flag
    }
    let definition = JSONLDTermDefiner(
      context: self, local: context, address: address, isProtected: isProtected, options: options)
    for member in context.uniqueMembers where !Self.ownKeys.contains(member.key) {
      try definition.define(member.key)
    }
  }

  private func setBase(_ value: JSONValue) throws(JSONLDError) {
    switch value {
    case .null: base = nil
    case .string(let text) where JSONLDKeyword.isIRI(text): base = text
    case .string(let text):
      guard let current = base else { throw JSONLDError(.invalidBaseIRI, text) }
      base = IRIReference.resolve(text, against: current)
    default: throw JSONLDError(.invalidBaseIRI)
    }
  }

  /// A direction; nil for null.
  static func direction(_ value: JSONValue) throws(JSONLDError) -> String? {
    switch value {
    case .null: return nil
    case .string("ltr"), .string("rtl"): return value.stringValue
    default: throw JSONLDError(.invalidBaseDirection)
    }
  }

  /// Expands an IRI, a term or a compact IRI (§5.2).
  ///
  /// - Returns: A keyword, an IRI, a blank node, or what could not be expanded; nil for what is to be ignored.
  func expand(
    _ value: String, isDocumentRelative: Bool = false, isVocabulary: Bool = false,
    definer: JSONLDTermDefiner? = nil
  ) throws(JSONLDError) -> String? {
    if JSONLDKeyword.isKeyword(value) { return value }
    if JSONLDKeyword.looksLikeOne(value) { return nil }
    try definer?.defineIfNeeded(value)
    if let term = terms[value] {
      if let iri = term.iri, JSONLDKeyword.isKeyword(iri) { return iri }
      if isVocabulary { return term.iri }
    }
    if let (prefix, suffix) = Self.split(value) {
      if prefix == "_" || suffix.utf8.starts(with: "//".utf8) { return value }
      try definer?.defineIfNeeded(prefix)
      if let term = terms[prefix], let iri = term.iri, term.isPrefix { return iri + suffix }
      if JSONLDKeyword.isIRI(value) { return value }
    }
    if isVocabulary, let vocabulary { return vocabulary + value }
    if isDocumentRelative, let base { return IRIReference.resolve(value, against: base) }
    return value
  }

  /// The parts of a text before and after its first colon, which is not its first character.
  static func split(_ text: String) -> (prefix: String, suffix: String)? {
    guard let colon = text.utf8.dropFirst().firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return (String(text[..<colon]), String(text[text.utf8.index(after: colon)...]))
  }

  /// The object that a scalar stands for as the value of a property (§5.3).
  func expand(value: JSONValue, of property: String?) throws(JSONLDError) -> JSONValue {
    let term = property.flatMap { terms[$0] }
    if case .string(let text) = value {
      switch term?.type {
      case "@id": return .object([JSONMember("@id", try reference(text, isVocabulary: false))])
      case "@vocab": return .object([JSONMember("@id", try reference(text, isVocabulary: true))])
      default: break
      }
    }
    var result = [JSONMember("@value", value)]
    if let type = term?.type, type != "@id", type != "@vocab", type != "@none" {
      result.append(JSONMember("@type", .string(type)))
    } else if value.stringValue != nil {
      if let tag = term?.language ?? language { result.append(JSONMember("@language", .string(tag))) }
      if let way = term?.direction ?? direction { result.append(JSONMember("@direction", .string(way))) }
    }
    return .object(result)
  }

  private func reference(_ text: String, isVocabulary: Bool) throws(JSONLDError) -> JSONValue {
    try expand(text, isDocumentRelative: true, isVocabulary: isVocabulary).map(JSONValue.string) ?? .null
  }
}
