public import PasserelleJSON

extension OCDSMerge {
  /// Makes the versioned release: of every field all the values that it had, each with the release that gave it.
  ///
  /// A field that a release takes away has null as its value from then on. The `ocid`, and the `id` by which
  /// objects of arrays are matched, have no versions.
  ///
  /// - Parameter releases: The releases, in any order; see ``compiledRelease(of:)``.
  /// - Returns: Nil where there is no release.
  public static func versionedRelease(of releases: [JSONValue]) -> JSONValue? {
    let sorted = inOrder(releases)
    guard !sorted.isEmpty else { return nil }
    let tree = VersionTree()
    for release in sorted {
      tree.add(release, of: VersionTree.Release(release), under: nil, isElement: false)
    }
    return tree.value
  }
}

/// The versions of the fields of an object.
private final class VersionTree {
  /// What names the release that a value comes from.
  struct Release {
    let members: [JSONMember]

    init(_ release: JSONValue) {
      members = [("releaseID", "id"), ("releaseDate", "date"), ("releaseTag", "tag")].map {
        JSONMember($0, release[$1] ?? .null)
      }
    }
  }

  /// What stands under a key.
  private enum Field {
    case plain(JSONValue)
    case versions([(release: Release, value: JSONValue)])
    case object(VersionTree)
    case list(VersionList)
  }

  private var keys: [String] = []
  private var fields: [String: Field] = [:]

  func add(_ object: JSONValue, of release: Release, under parent: String?, isElement: Bool) {
    for member in OCDSMerge.distinct(object.objectValue ?? []) {
      let key = member.key
      if parent == nil, OCDSMerge.omitted.contains(key) { continue }
      if (parent == nil && key == "ocid") || (isElement && key == "id") {
        set(key, .plain(member.value))
        continue
      }
      switch member.value {
      case .object where !OCDSMerge.isWholeList(key, under: parent):
        guard OCDSMerge.saysSomething(member.value, key, under: parent) else { continue }
        var tree = VersionTree()
        if case .object(let known)? = fields[key] { tree = known } else { set(key, .object(tree)) }
        tree.add(member.value, of: release, under: key, isElement: false)
      case .array(let elements) where !OCDSMerge.isOneValue(elements, key, under: parent):
        guard OCDSMerge.saysSomething(member.value, key, under: parent) else { continue }
        var list = VersionList()
        if case .list(let known)? = fields[key] { list = known } else { set(key, .list(list)) }
        list.add(elements, of: release, under: key)
      default:
        version(key, member.value, of: release)
      }
    }
  }

  private func set(_ key: String, _ field: Field) {
    if fields.updateValue(field, forKey: key) == nil { keys.append(key) }
  }

  private func version(_ key: String, _ value: JSONValue, of release: Release) {
    switch fields[key] {
    case .versions(let known)?:
      if known.last?.value != value { fields[key] = .versions(known + [(release, value)]) }
    case .object(let tree)? where value == .null:
      tree.end(of: release)
    case .list(let list)? where value == .null:
      list.end(of: release)
    default:
      set(key, .versions([(release, value)]))
    }
  }

  /// Says that all the fields were taken away.
  func end(of release: Release) {
    for key in keys {
      switch fields[key] {
      case .object(let tree)?: tree.end(of: release)
      case .list(let list)?: list.end(of: release)
      case .versions?: version(key, .null, of: release)
      case .plain?, nil: break
      }
    }
  }

  var value: JSONValue {
    .object(
      keys.compactMap { key in
        switch fields[key] {
        case .plain(let value)?: JSONMember(key, value)
        case .object(let tree)?: JSONMember(key, tree.value)
        case .list(let list)?: JSONMember(key, list.value)
        case .versions(let versions)?:
          JSONMember(
            key,
            .array(versions.map { .object($0.release.members + [JSONMember("value", $0.value)]) }))
        case nil: nil
        }
      })
  }
}

/// The objects of an array with their versions.
private final class VersionList {
  private var elements: [VersionTree] = []
  private var places: [JSONValue: Int] = [:]

  func add(_ objects: [JSONValue], of release: VersionTree.Release, under key: String) {
    for object in objects where OCDSMerge.saysSomething(object, key, under: nil) {
      let id = OCDSMerge.identifier(of: object)
      let place: Int
      if let known = id.flatMap({ places[$0] }) {
        place = known
      } else {
        place = elements.count
        elements.append(VersionTree())
        if let id { places[id] = place }
      }
      elements[place].add(object, of: release, under: key, isElement: true)
    }
  }

  func end(of release: VersionTree.Release) {
    for element in elements { element.end(of: release) }
  }

  var value: JSONValue { .array(elements.map(\.value)) }
}
