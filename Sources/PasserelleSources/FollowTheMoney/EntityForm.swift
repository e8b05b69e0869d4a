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

  /// Reads a statement of BODS as an entity of FollowTheMoney.
  ///
  /// - Returns: Nil for what is none.
  static func ownership(_ value: JSONValue) -> Entity? {
    guard let id = value["statementID"]?.scalarText?.trimmed, FactRecord.isIdentifier(id),
      let type = value["statementType"]?.stringValue
    else { return nil }
    func text(_ value: JSONValue?) -> [String] {
      value?.scalarText.map { $0.trimmed }.flatMap { $0.isEmpty ? nil : [$0] } ?? []
    }
    switch type {
    case "personStatement": return Entity(identifier: id, schema: "Person", properties: [:])
    case "entityStatement":
      var entity = Entity(
        identifier: id, schema: schema(ofType: value["entityType"]?.stringValue), properties: [:])
      entity["name"] = text(value["name"])
      entity["alias"] = (value["alternateNames"]?.arrayValue ?? []).flatMap { text($0) }
      let place = value["incorporatedInJurisdiction"] ?? value["jurisdiction"]
      entity["jurisdiction"] = text(place?["code"])
      entity["incorporationDate"] = text(value["foundingDate"])
      entity["dissolutionDate"] = text(value["dissolutionDate"])
      entity["sourceUrl"] = text(value["source"]?["url"])
      entity["modifiedAt"] = text(value["statementDate"])
      for identifier in value["identifiers"]?.arrayValue ?? [] {
        guard let scheme = identifier["scheme"]?.stringValue?.trimmed, !scheme.isEmpty,
          let number = identifier["id"]?.scalarText?.trimmed, !number.isEmpty
        else { continue }
        entity["reference"].append(scheme + "-" + number)
      }
      return entity
    case "ownershipOrControlStatement":
      var entity = Entity(identifier: id, schema: "Ownership", properties: [:])
      entity["asset"] = text(value["subject"]?["describedByEntityStatement"])
      let party = value["interestedParty"]
      entity["owner"] = text(party?["describedByEntityStatement"])
      // Where the owner is a person, its identifier stands for one that is none of the file's entities.
      entity["person"] = text(party?["describedByPersonStatement"])
      entity["modifiedAt"] = text(value["statementDate"])
      for interest in value["interests"]?.arrayValue ?? [] {
        entity["role"] += text(interest["type"])
        entity["startDate"] += text(interest["startDate"])
        entity["endDate"] += text(interest["endDate"])
        if interest["type"]?.stringValue == "shareholding"
          || interest["type"]?.stringValue == "shareholding-interest"
        {
          entity["percentage"] += text(interest["share"]?["exact"])
          if let least = interest["share"]?["minimum"]?.scalarText,
            let most = interest["share"]?["maximum"]?.scalarText, interest["share"]?["exact"] == nil
          {
            entity["percentage"].append(least == most ? least : "\(least)-\(most)")
          }
        }
      }
      return entity
    default: return nil
    }
  }

  private static func schema(ofType type: String?) -> String {
    switch type {
    case "registeredEntity": "Company"
    case "state", "stateBody": "PublicBody"
    case "legalEntity", "arrangement": "Organization"
    default: "Organization"
    }
  }
}
