internal import PasserelleJSON

/// Brings releases of the drafts of 2014, before OCDS 1.0, into the layout of 1.0; nothing is left out.
///
/// What has no place in 1.0 keeps its name and is told of as not read. `formation` becomes the procedure of the
/// awards, since it says nothing else of the call.
enum OCDSDraft {
  /// Whether a release has the names of the drafts.
  static func isDraft(_ release: JSONValue) -> Bool {
    release["releaseTag"] != nil || release["releaseID"] != nil || release["formation"] != nil
      || release["formationType"] != nil
  }

  /// The release in the layout of 1.0.
  static func release(_ release: JSONValue) -> JSONValue {
    let formation = release["formation"]
    return mapped(release) { key, value in
      switch key {
      case "releaseTag": [JSONMember("tag", value.stringValue.map { .array([.string($0)]) } ?? value)]
      case "releaseID": [JSONMember("id", value)]
      case "releaseDate": [JSONMember("date", value)]
      case "formationType": [JSONMember("initiationType", value)]
      case "formation":
        (value.objectValue ?? []).filter { $0.key != "method" }.map {
          JSONMember("formation_" + $0.key, $0.value)
        }
      case "buyer": [JSONMember(key, organisation(value))]
      case "tender": [JSONMember(key, tender(value))]
      case "awards": [JSONMember(key, elements(value) { award($0, formation: formation) })]
      case "contracts": [JSONMember(key, elements(value, contract))]
      default: [JSONMember(key, value)]
      }
    }
  }

  private static func tender(_ tender: JSONValue) -> JSONValue {
    mapped(tender) { key, value in
      switch key {
      case "tenderID": [JSONMember("id", value)]
      case "selectionDetails": [JSONMember("awardCriteriaDetails", value)]
      case "method": [JSONMember("procurementMethod", value)]
      case "methodJustification": [JSONMember("procurementMethodRationale", value)]
      case "totalValue": [JSONMember("value", value)]
      case "procuringEntity": [JSONMember(key, organisation(value))]
      case "attachments": [JSONMember("documents", elements(value, document))]
      case "itemsToBeProcured":
        // The drafts have no title of the whole: a single item is what is bought.
        title(ofOnly: value) + [JSONMember("items", elements(value, item))]
      case "notice":
        notice(value)
      default: [JSONMember(key, value)]
      }
    }
  }

  private static func title(ofOnly items: JSONValue) -> [JSONMember] {
    guard let elements = items.arrayValue, elements.count == 1,
      let text = elements[0]["description"]?.stringValue
    else { return [] }
    return [JSONMember("title", .string(text))]
  }

  private static func notice(_ notice: JSONValue) -> [JSONMember] {
    guard let members = notice.objectValue else { return [JSONMember("notice", notice)] }
    return members.map { member in
      switch member.key {
      case "publishedDate": JSONMember("datePublished", member.value)
      case "id": JSONMember("noticeID", member.value)
      case "isAmendment": JSONMember("isAmendment", member.value)
      default: JSONMember("notice_" + member.key, member.value)
      }
    }
  }

  private static func award(_ award: JSONValue, formation: JSONValue?) -> JSONValue {
    let changed = mapped(award) { key, value in
      switch key {
      case "notice":
        [JSONMember("id", value["id"] ?? .null)]
          + (value.objectValue ?? []).filter { $0.key != "id" }.map {
            JSONMember("notice_" + $0.key, $0.value)
          }
      case "awardDate": [JSONMember("date", value)]
      case "awardValue": [JSONMember("value", value)]
      case "suppliers": [JSONMember(key, elements(value, organisation))]
      case "itemsAwarded": [JSONMember("items", elements(value, item))]
      default: [JSONMember(key, value)]
      }
    }
    guard let method = formation?["method"], let members = changed.objectValue else { return changed }
    return .object(members + [JSONMember("procurementMethodDetails", method)])
  }

  private static func contract(_ contract: JSONValue) -> JSONValue {
    mapped(contract) { key, value in
      switch key {
      case "id": [JSONMember(key, value["name"] ?? value["uid"] ?? value)]
      case "awardNotice": [JSONMember("awardID", value["id"] ?? .null)]
      case "contractValue": [JSONMember("value", value)]
      case "contractPeriod": [JSONMember("period", value)]
      case "contractSignedDate": [JSONMember("dateSigned", value)]
      case "isAmendment":
        // The number of the amendment; 0 is the contract as signed.
        value.scalarText.map { $0 == "0" || $0.isEmpty } ?? false
          ? [] : [JSONMember("amendments", .array([.object([JSONMember("id", value)])]))]
      default: [JSONMember(key, value)]
      }
    }
  }

  private static func item(_ item: JSONValue) -> JSONValue {
    var classification: [JSONMember] = []
    let changed = mapped(item) { key, value in
      switch key {
      case "classificationScheme": classification.append(JSONMember("scheme", value))
      case "classificationID": classification.append(JSONMember("id", value))
      case "classificationDescription": classification.append(JSONMember("description", value))
      default: return [JSONMember(key, value)]
      }
      return []
    }
    guard !classification.isEmpty, let members = changed.objectValue else { return changed }
    return .object(members + [JSONMember("classification", .object(classification))])
  }

  private static func organisation(_ organisation: JSONValue) -> JSONValue {
    mapped(organisation) { key, value in
      if key == "address" { return [JSONMember(key, address(value))] }
      guard key == "id", let id = value.objectValue else { return [JSONMember(key, value)] }
      var members: [JSONMember] = []
      if let name = value["name"] { members.append(JSONMember("name", name)) }
      // A `uid` that repeats the name numbers nothing.
      if let uid = value["uid"], !uid.isVoid, uid != value["name"] {
        members.append(
          JSONMember(
            "identifier", .object([JSONMember("scheme", value["scheme"] ?? .null), JSONMember("id", uid)])))
      }
      return members
        + id.filter { !["name", "uid", "scheme"].contains($0.key) }.map {
          JSONMember("id_" + $0.key, $0.value)
        }
    }
  }

  /// The drafts write addresses as vCard does.
  private static func address(_ address: JSONValue) -> JSONValue {
    mapped(address) { key, value in
      switch key {
      case "street-address": [JSONMember("streetAddress", value)]
      case "extended-address": [JSONMember("description", value)]
      case "postal-code": [JSONMember("postalCode", value)]
      case "country-name": [JSONMember("countryName", value)]
      default: [JSONMember(key, value)]
      }
    }
  }

  private static func document(_ document: JSONValue) -> JSONValue {
    mapped(document) { key, value in key == "uri" ? [JSONMember("url", value)] : [JSONMember(key, value)] }
  }

  // Mapping

  private static func mapped(_ object: JSONValue, _ change: (String, JSONValue) -> [JSONMember]) -> JSONValue
  {
    guard let members = object.objectValue else { return object }
    return .object(members.flatMap { change($0.key, $0.value) })
  }

  private static func elements(_ list: JSONValue, _ change: (JSONValue) -> JSONValue) -> JSONValue {
    list.arrayValue.map { .array($0.map(change)) } ?? list
  }
}
