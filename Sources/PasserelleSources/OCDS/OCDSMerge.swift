internal import PasserelleCore
public import PasserelleJSON

/// Merges the releases of one contracting process, by the merge routine of OCDS 1.1.
///
/// Objects merge key by key; a null takes its key away; arrays of objects merge by `id`, and an object without one
/// is added each time; any other array, and those of `wholeListMerge`, take the place of what was there; what
/// stands at the root of a release only for itself (`id`, `date`, `tag`…) is left out. Extensions are kept, their
/// arrays merged in the same way. OCDS 1.0 is merged by the rules of 1.1.
///
/// Source: <https://standard.open-contracting.org/1.1/en/schema/merging/>.
public enum OCDSMerge {
  /// Makes the compiled release: the last value of every field.
  ///
  /// - Parameter releases: The releases, in any order; they are taken in the order of their dates, those of one
  ///   date in the order given. What is no object is passed over.
  /// - Returns: Nil where there is no release.
  /// - Complexity: O(*n* · *m*) for *n* fields in objects or arrays of *m* elements.
  public static func compiledRelease(of releases: [JSONValue]) -> JSONValue? {
    let sorted = inOrder(releases)
    guard let last = sorted.last else { return nil }
    var members: [JSONMember] = []
    for release in sorted { merge(release, into: &members, under: nil) }
    let ocid = JSONValue.object(members)["ocid"]
    var head = [JSONMember("tag", .array([.string("compiled")]))]
    let date = last["date"]
    let name = [ocid?.scalarText, date?.scalarText].compactMap { $0 }.joined(separator: "-")
    if !name.isEmpty { head.append(JSONMember("id", .string(name))) }
    if let date, date != .null { head.append(JSONMember("date", date)) }
    return .object(head + members)
  }

  /// The releases in the order of their dates.
  static func inOrder(_ releases: [JSONValue]) -> [JSONValue] {
    let objects = releases.filter { $0.objectValue != nil }
    let texts = objects.map { $0["date"]?.scalarText ?? "" }
    let moments = texts.map { Instant(iso: $0) }
    let order = objects.indices.sorted { left, right in
      if moments.contains(nil) {
        return texts[left] == texts[right] ? left < right : texts[left] < texts[right]
      }
      let (first, second) = (moments[left]?.milliseconds ?? 0, moments[right]?.milliseconds ?? 0)
      return first == second ? left < right : first < second
    }
    return order.map { objects[$0] }
  }

  // Rules

  /// The fields at the root of a release that speak of the release alone (`omitWhenMerged`).
  static let omitted: Set<String> = ["id", "date", "publisher", "tag", "links"]

  /// Whether an array takes the place of the one before as a whole: those of `wholeListMerge`, and those whose
  /// elements have no `id` by the schema.
  static func isWholeList(_ key: String, under parent: String?) -> Bool {
    switch key {
    case "additionalClassifications", "additionalIdentifiers", "deliveryLocations", "deliveryAddresses": true
    case "identifiers": parent == "tender" || parent == "contracts"
    case "submissionMethod", "additionalProcurementCategories": parent == "tender"
    case "changes": parent == "amendment" || parent == "amendments"
    case "languages", "relatedItems": parent == "documents"
    case "classifications": parent == "details"
    case "locations": parent == "project"
    case "roles": parent == "parties"
    case "relationship": parent == "relatedProcesses"
    default: false
    }
  }

  /// Whether an array is one value rather than a list of objects to be matched.
  static func isOneValue(_ elements: [JSONValue], _ key: String, under parent: String?) -> Bool {
    isWholeList(key, under: parent) || elements.contains { $0.objectValue == nil }
  }

  /// The identifier by which an object of an array is matched.
  static func identifier(of element: JSONValue) -> JSONValue? {
    guard let id = element["id"], id != .null else { return nil }
    return id
  }

  /// Whether there is anything in an object or array to be merged: empty ones say nothing, however deep.
  static func saysSomething(_ value: JSONValue, _ key: String, under parent: String?) -> Bool {
    switch value {
    case .object(let members):
      isWholeList(key, under: parent) || members.contains { saysSomething($0.value, $0.key, under: key) }
    case .array(let elements):
      isOneValue(elements, key, under: parent)
        || elements.contains { saysSomething($0, key, under: parent) }
    default: true
    }
  }

  /// The members of an object, of a key repeated the last one only.
  static func distinct(_ members: [JSONMember]) -> [JSONMember] {
    members.indices.filter { index in
      !members[(index + 1)...].contains { $0.key == members[index].key }
    }.map { members[$0] }
  }

  // Merging

  private static func merge(_ source: JSONValue, into target: inout [JSONMember], under parent: String?) {
    for member in distinct(source.objectValue ?? []) {
      if parent == nil, omitted.contains(member.key) { continue }
      let place = target.firstIndex { $0.key == member.key }
      switch member.value {
      case .null:
        if let place { target.remove(at: place) }
      case .object where !isWholeList(member.key, under: parent):
        guard saysSomething(member.value, member.key, under: parent) else { continue }
        var merged = place.flatMap { target[$0].value.objectValue } ?? []
        merge(member.value, into: &merged, under: member.key)
        set(.object(merged), member.key, at: place, in: &target)
      case .array(let elements) where !isOneValue(elements, member.key, under: parent):
        guard saysSomething(member.value, member.key, under: parent) else { continue }
        var merged = place.flatMap { target[$0].value.arrayValue } ?? []
        if merged.contains(where: { $0.objectValue == nil }) { merged = [] }
        merge(elements, into: &merged, under: member.key)
        set(.array(merged), member.key, at: place, in: &target)
      default:
        set(member.value, member.key, at: place, in: &target)
      }
    }
  }

  private static func set(
    _ value: JSONValue, _ key: String, at place: Int?, in target: inout [JSONMember]
  ) {
    if let place {
      target[place] = JSONMember(key, value)
    } else {
      target.append(JSONMember(key, value))
    }
  }

  private static func merge(_ elements: [JSONValue], into target: inout [JSONValue], under key: String) {
    var places: [JSONValue: Int] = [:]
    for (index, element) in target.enumerated() {
      if let id = identifier(of: element), places[id] == nil { places[id] = index }
    }
    for element in elements where saysSomething(element, key, under: nil) {
      let id = identifier(of: element)
      let place = id.flatMap { places[$0] }
      var members = place.flatMap { target[$0].objectValue } ?? []
      merge(element, into: &members, under: key)
      if let place {
        target[place] = .object(members)
      } else {
        if let id { places[id] = target.count }
        target.append(.object(members))
      }
    }
  }
}
