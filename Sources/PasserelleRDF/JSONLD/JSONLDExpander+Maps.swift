internal import PasserelleCore
internal import PasserelleJSON

extension JSONLDExpander {
  /// Expands a key that is a property, and its values by the container that its term has (§5.1.2, step 13.5 on).
  mutating func expand(
    _ member: JSONMember, as iri: String, _ frame: inout Frame
  ) throws(JSONLDError) {
    let term = frame.context.terms[member.key]
    let container = term?.container ?? []
    var value: JSONValue
    if term?.type == "@json" {
      value = .object([JSONMember("@value", member.value), JSONMember("@type", .string("@json"))])
    } else if container.contains("@language"), member.value.isObject {
      value = try languageMap(member.value, term, frame.context)
    } else if !container.isDisjoint(with: ["@index", "@type", "@id"]), member.value.isObject {
      value = try indexMap(member, term?.index ?? "@index", container, frame.context)
    } else {
      value = try expand(member.value, of: member.key, frame.context)
    }
    if value.isNull { return }
    if container.contains("@list"), !value.has("@list") {
      value = .object([JSONMember("@list", .array(value.asArray))])
    }
    if container.contains("@graph"), container.isDisjoint(with: ["@id", "@index"]) {
      value = .array(value.asArray.map { .object([JSONMember("@graph", .array([$0]))]) })
    }
    if term?.isReverse == true {
      try Self.addReverse(iri, value, &frame.result)
    } else {
      frame.result.add(iri, value)
    }
  }

  private func languageMap(
    _ map: JSONValue, _ term: JSONLDContext.Term?, _ context: JSONLDContext
  ) throws(JSONLDError) -> JSONValue {
    var values: [JSONValue] = []
    let direction = term?.direction ?? context.direction
    for member in map.uniqueMembers.sorted(by: { Self.precedes($0.key, $1.key) }) {
      let isNone = try context.expand(member.key, isVocabulary: true) == "@none"
      for item in member.value.asArray where !item.isNull {
        guard item.stringValue != nil else { throw JSONLDError(.invalidLanguageMapValue, member.key) }
        var value = [JSONMember("@value", item)]
        if !isNone { value.append(JSONMember("@language", .string(member.key))) }
        if let direction { value.append(JSONMember("@direction", .string(direction))) }
        values.append(.object(value))
      }
    }
    return .array(values)
  }

  private mutating func indexMap(
    _ member: JSONMember, _ indexKey: String, _ container: Set<String>, _ context: JSONLDContext
  ) throws(JSONLDError) -> JSONValue {
    var values: [JSONValue] = []
    for entry in member.value.uniqueMembers.sorted(by: { Self.precedes($0.key, $1.key) }) {
      var inner = context
      if !container.isDisjoint(with: ["@id", "@type"]) { inner = context.previous ?? context }
      if container.contains("@type"), let term = inner.terms[entry.key], let local = term.context {
        inner = try inner.processing(local, address: term.contextBase)
      } else if !container.contains("@type"), !container.contains("@id") {
        inner = context
      }
      let expandedIndex = try context.expand(entry.key, isVocabulary: true)
      let isNone = expandedIndex == "@none"
      let expanded = try expand(.array(entry.value.asArray), of: member.key, inner, fromMap: true)
      for given in expanded.asArrayOrNone {
        var item = given
        if container.contains("@graph"), !item.has("@graph") {
          item = .object([JSONMember("@graph", .array([item]))])
        }
        if container.contains("@index"), indexKey != "@index", !isNone {
          let value = try context.expand(value: .string(entry.key), of: indexKey)
          if let key = try context.expand(indexKey, isVocabulary: true) {
            item.set(key, .array([value] + (item[key]?.asArray ?? [])))
          }
          if item.has("@value") { throw JSONLDError(.invalidValueObject, indexKey) }
        } else if container.contains("@index"), !item.has("@index"), !isNone {
          item.set("@index", .string(entry.key))
        } else if container.contains("@id"), !item.has("@id"), !isNone {
          let iri = try context.expand(entry.key, isDocumentRelative: true)
          item.set("@id", iri.map(JSONValue.string) ?? .null)
        } else if container.contains("@type"), !isNone, let expandedIndex {
          item.set("@type", .array([.string(expandedIndex)] + (item["@type"]?.asArrayOrNone ?? [])))
        }
        values.append(item)
      }
    }
    return .array(values)
  }
}
