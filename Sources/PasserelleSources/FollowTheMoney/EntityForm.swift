internal import PasserelleCore
internal import PasserelleJSON

/// One entity: what it is, and what its properties say.
struct Entity {
  let identifier: String
  let schema: String
  private var properties: [String: [String]]

  init(identifier: String, schema: String, properties: [String: [String]]) {
    self.identifier = identifier
    self.schema = schema
    self.properties = properties
  }

  /// The values of a property, those that say nothing left out.
  subscript(name: String) -> [String] {
    get { properties[name] ?? [] }
    set { properties[name] = newValue }
  }

  /// The first value of a property.
  func first(_ name: String) -> String? { properties[name]?.first }
}

/// How entities are written.
enum EntityForm {
  /// The keys of an entity of FollowTheMoney, those that OpenSanctions adds included.
  static let keys: Set<String> = [
    "id", "schema", "properties", "caption", "referents", "datasets", "first_seen", "last_seen",
    "last_change", "target", "origin", "dataset", "key_prefix", "context", "statements", "entity_id",
    "canonical_id", "origins", "fragment",
  ]

  /// Reads an entity of FollowTheMoney.
  ///
  /// - Returns: Nil for what is none.
  static func followTheMoney(_ value: JSONValue) -> Entity? {
    guard let id = value["id"]?.scalarText?.trimmed, FactRecord.isIdentifier(id),
      let schema = value["schema"]?.stringValue?.trimmed, FactRecord.isTermName(schema),
      let members = value["properties"]?.objectValue
    else { return nil }
    var properties: [String: [String]] = [:]
    for member in members {
      // Entities may stand nested in place of their identifiers.
      let texts = (member.value.arrayValue ?? [member.value]).compactMap {
        ($0.scalarText ?? $0["id"]?.scalarText)?.trimmed
      }
      properties[member.key, default: []] += texts.filter { !$0.isEmpty }
    }
    return Entity(identifier: id, schema: schema, properties: properties)
  }
}
