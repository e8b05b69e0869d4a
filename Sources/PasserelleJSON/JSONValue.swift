/// A JSON value with nothing lost: numbers as written, members of objects in their order, repeats included.
public enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number by its text, never a binary floating point number.
  case number(String)
  /// A string, its escapes resolved.
  case string(String)
  /// The elements of an array.
  case array([JSONValue])
  /// The members of an object in the order of the file.
  case object([JSONMember])
}

/// A key of an object and its value.
public struct JSONMember: Sendable, Hashable {
  /// The key, its escapes resolved.
  public let key: String
  /// The value.
  public let value: JSONValue

  /// Makes a member.
  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue {
  /// The value of a key; the last one when the key is repeated, as most readers of JSON take it.
  ///
  /// - Complexity: O(*n*) in the number of members, which beats hashing for the small objects of records.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    for member in members.reversed() where member.key == key { return member.value }
    return nil
  }

  /// The text of a string; nil for anything else.
  public var stringValue: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The text of a string, or of a number as written; nil for anything else.
  public var scalarText: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The elements of an array; nil for anything else.
  public var arrayValue: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members of an object; nil for anything else.
  public var objectValue: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Whether the value says nothing: `null`, or an empty or blank string, array or object.
  public var isVoid: Bool {
    switch self {
    case .null: true
    case .bool, .number: false
    case .string(let text): text.utf8.allSatisfy { $0 <= 0x20 }
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  /// The keys that an object holds more than once, in the order of their second appearance.
  public var duplicateKeys: [String] {
    guard case .object(let members) = self else { return [] }
    var seen: Set<String> = []
    var repeated: [String] = []
    for member in members where !seen.insert(member.key).inserted && !repeated.contains(member.key) {
      repeated.append(member.key)
    }
    return repeated
  }
}
