internal import PasserelleCore
internal import PasserelleJSON

/// Expands JSON-LD: every key an IRI or a keyword, every value an object (W3C JSON-LD 1.1 API §5.1).
struct JSONLDExpander {
  /// The address that contexts named in the document are relative to.
  let address: String?
  /// Keys that no context defines, each once, in the order met; they state nothing.
  private(set) var ignoredKeys: [String] = []

  private static let ignoredLimit = 20

  init(address: String?) { self.address = address }

  /// Expands a document whose context is taken in by the way.
  ///
  /// - Returns: The node objects of its default graph.
  mutating func document(
    _ value: JSONValue, _ context: JSONLDContext
  ) throws(JSONLDError) -> [JSONValue] {
    let expanded = try expand(value, of: nil, context)
    if case .object(let members) = expanded, members.count == 1, members[0].key == "@graph" {
      return members[0].value.asArray
    }
    return expanded.isNull ? [] : expanded.asArray
  }

  /// Expands a value of a property; null where nothing is left.
  mutating func expand(
    _ element: JSONValue, of property: String?, _ given: JSONLDContext, fromMap: Bool = false
  ) throws(JSONLDError) -> JSONValue {
    switch element {
    case .null: return .null
    case .array(let elements):
      var result: [JSONValue] = []
      let isList = property.flatMap { given.terms[$0] }?.container.contains("@list") ?? false
      for item in elements {
        var expanded = try expand(item, of: property, given, fromMap: fromMap)
        if isList, expanded.isArray { expanded = .object([JSONMember("@list", expanded)]) }
        if !expanded.isNull { result += expanded.asArray }
      }
      return .array(result)
    case .object: return try expand(object: element, of: property, given, fromMap: fromMap)
    default:
      guard let property, property != "@graph" else { return .null }
      return try scoped(given, property).expand(value: element, of: property)
    }
  }

  /// The context of the values of a property.
  private func scoped(_ context: JSONLDContext, _ property: String?) throws(JSONLDError) -> JSONLDContext {
    guard let term = property.flatMap({ context.terms[$0] }), let local = term.context else { return context }
    var options = JSONLDContextOptions()
    options.overridesProtected = true
    return try context.processing(local, address: term.contextBase, options)
  }

  private mutating func expand(
    object: JSONValue, of property: String?, _ given: JSONLDContext, fromMap: Bool
  ) throws(JSONLDError) -> JSONValue {
    var context = given
    let members = object.uniqueMembers
    if let previous = context.previous, !fromMap {
      var isKept = false
      for member in members {
        let key = try context.expand(member.key, isVocabulary: true)
        if key == "@value" || (key == "@id" && members.count == 1) { isKept = true }
      }
      if !isKept { context = previous }
    }
    if let term = property.flatMap({ given.terms[$0] }), let local = term.context {
      var options = JSONLDContextOptions()
      options.overridesProtected = true
      context = try context.processing(local, address: term.contextBase, options)
    }
    if let local = object["@context"] { context = try context.processing(local, address: address) }
    let typeContext = context
    var inputType: String?
    var typeKeys: [JSONMember] = []
    for member in members where try context.expand(member.key, isVocabulary: true) == "@type" {
      typeKeys.append(member)
    }
    typeKeys.sort { Self.precedes($0.key, $1.key) }
    for member in typeKeys {
      let names = member.value.asArray.compactMap(\.stringValue)
      for name in names.sorted(by: Self.precedes) {
        guard let term = typeContext.terms[name], let local = term.context else { continue }
        var options = JSONLDContextOptions()
        options.propagates = false
        context = try context.processing(local, address: term.contextBase, options)
      }
    }
    if let last = typeKeys.first?.value.asArray.last?.stringValue {
      inputType = try context.expand(last, isVocabulary: true)
    }
    var frame = Frame(context: context, typeContext: typeContext, property: property, inputType: inputType)
    try expand(members, &frame)
    return try finished(frame.result, property)
  }

  /// What an object that is being expanded has come to.
  struct Frame {
    let context: JSONLDContext
    let typeContext: JSONLDContext
    let property: String?
    let inputType: String?
    var result = JSONValue.object([])
  }

  private mutating func expand(_ members: [JSONMember], _ frame: inout Frame) throws(JSONLDError) {
    var nests: [JSONMember] = []
    for member in members where member.key != "@context" {
      guard let key = try frame.context.expand(member.key, isVocabulary: true) else { continue }
      if JSONLDKeyword.isKeyword(key) {
        if key == "@nest" {
          nests.append(member)
        } else {
          try expand(keyword: key, member.value, &frame)
        }
      } else if key.utf8.contains(UInt8(ascii: ":")) {
        try expand(member, as: key, &frame)
      } else if ignoredKeys.count < Self.ignoredLimit, !ignoredKeys.contains(member.key) {
        ignoredKeys.append(member.key)
      }
    }
    for nest in nests {
      for value in nest.value.asArray {
        guard value.isObject else { throw JSONLDError(.invalidNestValue, nest.key) }
        var inner = frame
        if frame.context.terms[nest.key]?.context != nil {
          inner = Frame(
            context: try scoped(frame.context, nest.key), typeContext: frame.typeContext,
            property: frame.property, inputType: frame.inputType, result: frame.result)
        }
        for member in value.uniqueMembers
        where try inner.context.expand(member.key, isVocabulary: true) == "@value" {
          throw JSONLDError(.invalidNestValue, nest.key)
        }
        try expand(value.uniqueMembers, &inner)
        frame.result = inner.result
      }
    }
  }

  private mutating func expand(
    keyword: String, _ value: JSONValue, _ frame: inout Frame
  ) throws(JSONLDError) {
    if frame.property == "@reverse" { throw JSONLDError(.invalidReversePropertyMap, keyword) }
    if frame.result.has(keyword), keyword != "@included", keyword != "@type" {
      throw JSONLDError(.collidingKeywords, keyword)
    }
    let context = frame.context
    switch keyword {
    case "@id":
      guard let text = value.stringValue else { throw JSONLDError(.invalidIDValue) }
      let iri = try context.expand(text, isDocumentRelative: true)
      frame.result.set("@id", iri.map(JSONValue.string) ?? .null)
    case "@type":
      var types: [JSONValue] = []
      for type in value.asArray {
        guard let text = type.stringValue else { throw JSONLDError(.invalidTypeValue) }
        if let iri = try frame.typeContext.expand(text, isDocumentRelative: true, isVocabulary: true) {
          types.append(.string(iri))
        }
      }
      // One type stays a text, as objects with a value have it.
      if frame.result.has("@type") {
        frame.result.add("@type", .array(types))
      } else {
        frame.result.set("@type", value.isArray ? .array(types) : types.first ?? .null)
      }
    case "@graph":
      frame.result.set("@graph", .array(try expand(value, of: "@graph", context).asArrayOrNone))
    case "@included":
      let included = try expand(value, of: nil, context).asArrayOrNone
      guard included.allSatisfy(Self.isNode) else { throw JSONLDError(.invalidIncludedValue) }
      // Values and lists that stand free are dropped in expansion.
      for item in value.asArray {
        if item.isScalar { throw JSONLDError(.invalidIncludedValue) }
        for member in item.uniqueMembers {
          let key = try context.expand(member.key, isVocabulary: true)
          if key == "@value" || key == "@list" { throw JSONLDError(.invalidIncludedValue) }
        }
      }
      frame.result.add("@included", .array(included))
    case "@value":
      guard frame.inputType == "@json" || value.isScalar || value.isNull else {
        throw JSONLDError(.invalidValueObjectValue)
      }
      frame.result.set("@value", value)
    case "@language":
      guard value.stringValue != nil else { throw JSONLDError(.invalidLanguageTaggedString) }
      frame.result.set("@language", value)
    case "@direction":
      guard value == .string("ltr") || value == .string("rtl") else {
        throw JSONLDError(.invalidBaseDirection)
      }
      frame.result.set("@direction", value)
    case "@index":
      guard value.stringValue != nil else { throw JSONLDError(.invalidIndexValue) }
      frame.result.set("@index", value)
    case "@list":
      guard let property = frame.property, property != "@graph" else { return }
      frame.result.set("@list", .array(try expand(value, of: property, context).asArrayOrNone))
    case "@set": frame.result.set("@set", try expand(value, of: frame.property, context))
    case "@reverse": try expand(reverse: value, &frame)
    default: break
    }
  }

  private mutating func expand(reverse value: JSONValue, _ frame: inout Frame) throws(JSONLDError) {
    guard value.isObject else { throw JSONLDError(.invalidReverseValue) }
    let expanded = try expand(value, of: "@reverse", frame.context)
    for member in expanded.uniqueMembers {
      if member.key == "@reverse" {
        for inner in member.value.uniqueMembers { frame.result.add(inner.key, inner.value) }
      } else {
        try Self.addReverse(member.key, member.value, &frame.result)
      }
    }
  }

  static func addReverse(
    _ key: String, _ value: JSONValue, _ result: inout JSONValue
  ) throws(JSONLDError) {
    var map = result["@reverse"] ?? .object([])
    for item in value.asArray {
      if item.has("@value") || item.has("@list") { throw JSONLDError(.invalidReversePropertyValue, key) }
      map.add(key, item)
    }
    result.set("@reverse", map)
  }

  /// Checks and simplifies an expanded object (steps 15 to 19).
  private func finished(_ given: JSONValue, _ property: String?) throws(JSONLDError) -> JSONValue {
    var result = given
    let keys = result.uniqueMembers.map(\.key)
    if let value = result["@value"] {
      let allowed: Set<String> = ["@direction", "@index", "@language", "@type", "@value"]
      let type = result["@type"]
      guard keys.allSatisfy(allowed.contains),
        type == nil || (!result.has("@language") && !result.has("@direction"))
      else { throw JSONLDError(.invalidValueObject) }
      if type?.asArray != [.string("@json")] {
        if value.isNull { return .null }
        if value.stringValue == nil, result.has("@language") {
          throw JSONLDError(.invalidLanguageTaggedValue)
        }
        if let type {
          guard let iri = type.stringValue, JSONLDKeyword.isSoundIRI(iri) else {
            throw JSONLDError(.invalidTypedValue, type.stringValue)
          }
        }
      }
    } else if let type = result["@type"], !type.isArray {
      result.set("@type", type.isNull ? .array([]) : .array([type]))
    } else if let set = result["@set"] ?? result["@list"] {
      guard keys.count == 1 || (keys.count == 2 && result.has("@index")) else {
        throw JSONLDError(.invalidSetOrListObject)
      }
      if result.has("@set") { return set }
    }
    if keys == ["@language"] { return .null }
    if property == nil || property == "@graph" {
      if keys.isEmpty || result.has("@value") || result.has("@list") || keys == ["@id"] { return .null }
    }
    return result
  }

  static func isNode(_ value: JSONValue) -> Bool {
    value.isObject && !value.has("@value") && !value.has("@list") && !value.has("@set")
  }

  /// The order of texts by code points.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

extension JSONValue {
  /// The elements of an array, none for null, anything else as the only element.
  var asArrayOrNone: [JSONValue] { isNull ? [] : asArray }
}
