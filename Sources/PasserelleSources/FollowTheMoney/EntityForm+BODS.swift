internal import PasserelleCore
internal import PasserelleJSON

/// Statements of the Beneficial Ownership Data Standard as entities of FollowTheMoney.
extension EntityForm {
  /// The schema that stands for ties of which a party is not told; it is counted and not taken.
  static let unspecified = "UnspecifiedParty"

  /// Reads a statement of BODS, whatever its version.
  ///
  /// - Returns: Nil for what is none.
  static func ownership(_ value: JSONValue) -> Entity? {
    value["recordType"] == nil ? formerOwnership(value) : recordOwnership(value)
  }

  /// Reads a statement of BODS 0.4, which says of a record of its publisher what it is (`recordType`) and tells
  /// (`recordDetails`); records refer to each other by `recordId`.
  private static func recordOwnership(_ value: JSONValue) -> Entity? {
    guard let id = (value["recordId"] ?? value["statementId"])?.scalarText?.trimmed,
      FactRecord.isIdentifier(id), let details = value["recordDetails"], details.objectValue != nil
    else { return nil }
    let isClosed = value["recordStatus"]?.stringValue == "closed"
    var entity: Entity
    switch value["recordType"]?.stringValue {
    case "person": return Entity(identifier: id, schema: "Person", properties: [:])
    case "entity":
      let type = details["entityType"]?["type"]?.stringValue ?? details["entityType"]?.stringValue
      entity = company(details, id, type: type)
    case "relationship":
      guard let asset = details["subject"]?.scalarText, let owner = details["interestedParty"]?.scalarText
      else {
        return Entity(identifier: id, schema: unspecified, properties: [:])
      }
      entity = Entity(identifier: id, schema: "Ownership", properties: [:])
      entity["asset"] = [asset.trimmed]
      entity["owner"] = [owner.trimmed]
      readInterests(details, into: &entity)
      // What is closed has ended, at the latest when that was declared.
      if isClosed, entity["endDate"].isEmpty { entity["endDate"] = text(value["statementDate"]) }
    default: return nil
    }
    entity["sourceUrl"] = text(value["source"]?["url"])
    entity["publisher"] = text(value["publicationDetails"]?["publisher"]?["name"])
    entity["modifiedAt"] = text(value["statementDate"])
    return entity
  }

  /// Reads a statement of BODS 0.1 to 0.3, whose type says what it is about.
  private static func formerOwnership(_ value: JSONValue) -> Entity? {
    guard let id = value["statementID"]?.scalarText?.trimmed, FactRecord.isIdentifier(id),
      let type = value["statementType"]?.stringValue
    else { return nil }
    var entity: Entity
    switch type {
    case "personStatement": return Entity(identifier: id, schema: "Person", properties: [:])
    case "entityStatement":
      entity = company(value, id, type: value["entityType"]?.stringValue)
    case "ownershipOrControlStatement":
      entity = Entity(identifier: id, schema: "Ownership", properties: [:])
      entity["asset"] = text(value["subject"]?["describedByEntityStatement"])
      let party = value["interestedParty"]
      entity["owner"] = text(party?["describedByEntityStatement"])
      // Where the owner is a person, its identifier stands for one that is none of the file's entities.
      entity["person"] = text(party?["describedByPersonStatement"])
      readInterests(value, into: &entity)
    default: return nil
    }
    entity["sourceUrl"] = text(value["source"]?["url"])
    entity["modifiedAt"] = text(value["statementDate"])
    return entity
  }

  private static func company(_ details: JSONValue, _ id: String, type: String?) -> Entity {
    var entity = Entity(identifier: id, schema: schema(ofType: type), properties: [:])
    entity["name"] = text(details["name"])
    entity["alias"] = (details["alternateNames"]?.arrayValue ?? []).flatMap { text($0) }
    let place = details["incorporatedInJurisdiction"] ?? details["jurisdiction"]
    entity["jurisdiction"] = text(place?["code"])
    entity["incorporationDate"] = text(details["foundingDate"])
    entity["dissolutionDate"] = text(details["dissolutionDate"])
    for identifier in details["identifiers"]?.arrayValue ?? [] {
      guard let scheme = identifier["scheme"]?.stringValue?.trimmed, !scheme.isEmpty,
        let number = identifier["id"]?.scalarText?.trimmed, !number.isEmpty
      else { continue }
      entity["reference"].append(scheme + "-" + number)
    }
    return entity
  }

  private static func readInterests(_ details: JSONValue, into entity: inout Entity) {
    for interest in details["interests"]?.arrayValue ?? [] {
      entity["role"] += text(interest["type"])
      entity["startDate"] += text(interest["startDate"])
      entity["endDate"] += text(interest["endDate"])
      guard ["shareholding", "shareholding-interest"].contains(interest["type"]?.stringValue) else {
        continue
      }
      let share = interest["share"]
      if let exact = share?["exact"] {
        entity["percentage"] += text(exact)
      } else if let least = (share?["minimum"] ?? share?["exclusiveMinimum"])?.scalarText,
        let most = (share?["maximum"] ?? share?["exclusiveMaximum"])?.scalarText
      {
        entity["percentage"].append(least == most ? least : "\(least)-\(most)")
      }
    }
  }

  private static func text(_ value: JSONValue?) -> [String] {
    value?.scalarText.map { $0.trimmed }.flatMap { $0.isEmpty ? nil : [$0] } ?? []
  }

  private static func schema(ofType type: String?) -> String {
    switch type {
    case "registeredEntity": "Company"
    case "state", "stateBody": "PublicBody"
    default: "Organization"
    }
  }
}
