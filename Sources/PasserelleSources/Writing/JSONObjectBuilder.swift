internal import PasserelleCore
internal import PasserelleJSON

/// Gathers the members of an object; what says nothing is left out.
struct JSONObjectBuilder {
  private(set) var members: [JSONMember] = []

  var value: JSONValue { .object(members) }

  /// The object; nil where it has no member.
  var filled: JSONValue? { members.isEmpty ? nil : value }

  mutating func add(_ key: String, _ value: JSONValue?) {
    guard let value else { return }
    switch value {
    case .array(let elements) where elements.isEmpty: return
    case .object(let members) where members.isEmpty: return
    default: members.append(JSONMember(key, value))
    }
  }

  mutating func add(_ key: String, _ text: String?) { add(key, text.map { JSONValue.string($0) }) }

  mutating func add(_ key: String, _ number: Int?) { add(key, number.map { JSONValue.number(String($0)) }) }

  mutating func add(_ key: String, _ flag: Bool?) { add(key, flag.map { JSONValue.bool($0) }) }

  mutating func add(_ key: String, number: DecimalNumber?) {
    add(key, number.map { JSONValue.number($0.description) })
  }

  mutating func add(_ key: String, list: [String]) { add(key, JSONValue.array(list.map { .string($0) })) }
}
