internal import PasserelleCore
internal import PasserelleJSON

/// An active context (W3C JSON-LD 1.1 API §4.1): what the keys and values of an object mean.
final class JSONLDContext {
  /// What a term means (§4.2).
  struct Term: Equatable {
    /// The IRI, blank node or keyword; nil for a term that is defined as nothing.
    var iri: String?
    var isPrefix = false
    var isProtected = false
    var isReverse = false
    var container: Set<String> = []
    var type: String?
    /// The language; a nil inside says that there is none.
    var language: String??
    var direction: String??
    var index: String?
    var nest: String?
    /// A context for the values, and the address that it is relative to.
    var context: JSONValue?
    var contextBase: String?

    /// Whether two definitions say the same, protected or not.
    func isSame(as other: Term) -> Bool {
      var other = other
      other.isProtected = isProtected
      return self == other
    }
  }

  var terms: [String: Term] = [:]
  var base: String?
  let originalBase: String?
  var vocabulary: String?
  var language: String?
  var direction: String?
  /// The context to go back to in nodes that stand inside.
  var previous: JSONLDContext?
  let loader: JSONLDContexts

  /// The context before any.
  init(base: String?, loader: JSONLDContexts) {
    self.base = base
    originalBase = base
    self.loader = loader
  }

  func copy() -> JSONLDContext {
    let copy = JSONLDContext(base: originalBase, loader: loader)
    copy.terms = terms
    copy.base = base
    copy.vocabulary = vocabulary
    copy.language = language
    copy.direction = direction
    copy.previous = previous
    return copy
  }

  var hasProtectedTerms: Bool { terms.values.contains { $0.isProtected } }
}

/// The contexts that documents may name by their address: those given, nothing is fetched.
final class JSONLDContexts {
  private let documents: [String: [UInt8]]
  private var read: [String: JSONValue] = [:]

  init(_ documents: [String: [UInt8]]) { self.documents = documents }

  /// The document of an address.
  func document(at address: String) throws(JSONLDError) -> JSONValue {
    if let known = read[address] { return known }
    guard let bytes = documents[address] else { throw JSONLDError(.loadingRemoteContextFailed, address) }
    guard let value = try? JSONDocument.parse(bytes, file: address) else {
      throw JSONLDError(.invalidRemoteContext, address)
    }
    read[address] = value
    return value
  }

  /// The value of `@context` in the document of an address.
  func context(at address: String) throws(JSONLDError) -> JSONValue {
    guard let context = try document(at: address)["@context"] else {
      throw JSONLDError(.invalidRemoteContext, address)
    }
    return context
  }
}

/// The keywords of JSON-LD 1.1.
enum JSONLDKeyword {
  private static let all: Set<String> = [
    "@base", "@container", "@context", "@default", "@direction", "@embed", "@explicit", "@graph", "@id",
    "@included", "@index", "@json", "@language", "@list", "@nest", "@none", "@omitDefault", "@prefix",
    "@preserve", "@propagate", "@protected", "@requireAll", "@reverse", "@set", "@type", "@value", "@version",
    "@vocab", "@import",
  ]

  static func isKeyword(_ text: String) -> Bool { text.utf8.first == UInt8(ascii: "@") && all.contains(text) }

  /// Whether a text looks like a keyword: `@` and letters.
  static func looksLikeOne(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "@"), text.utf8.count > 1 else { return false }
    return text.utf8.dropFirst().allSatisfy {
      ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
    }
  }

  /// Whether a text is an IRI with a scheme.
  static func isIRI(_ text: String) -> Bool { IRIReference.schemeLength(text.utf8) != nil }

  /// Whether a text is an IRI with a scheme, without forbidden characters and with one fragment at most.
  static func isSoundIRI(_ text: String) -> Bool {
    isIRI(text) && !text.utf8.contains(where: TermBytes.isForbiddenInIRI)
      && text.utf8.count(where: { $0 == UInt8(ascii: "#") }) < 2
  }

  static func isBlank(_ text: String) -> Bool { text.utf8.starts(with: "_:".utf8) }
}

extension JSONValue {
  /// The members as the last of each key; empty for anything but an object.
  var uniqueMembers: [JSONMember] {
    guard case .object(let members) = self else { return [] }
    // Objects are small: comparing each two keys costs less than a set of them.
    let isSmall = members.count <= 16
    let isUnique =
      isSmall
      ? members.indices.allSatisfy { rank in
        members[..<rank].allSatisfy { $0.key != members[rank].key }
      } : duplicateKeys.isEmpty
    if isUnique { return members }
    return members.enumerated().filter { rank, member in
      !members[(rank + 1)...].contains { $0.key == member.key }
    }.map(\.element)
  }

  var isNull: Bool { self == .null }

  var isObject: Bool { if case .object = self { true } else { false } }

  var isArray: Bool { if case .array = self { true } else { false } }

  var isScalar: Bool { !isObject && !isArray && !isNull }

  var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The elements of an array; anything else as the only element.
  var asArray: [JSONValue] { if case .array(let elements) = self { elements } else { [self] } }

  func has(_ key: String) -> Bool {
    guard case .object(let members) = self else { return false }
    return members.contains { $0.key == key }
  }

  /// Sets the value of a key of an object.
  mutating func set(_ key: String, _ value: JSONValue) {
    guard case .object(var members) = self else { return }
    self = .null
    if let place = members.lastIndex(where: { $0.key == key }) {
      members[place] = JSONMember(key, value)
    } else {
      members.append(JSONMember(key, value))
    }
    self = .object(members)
  }

  /// Adds a value, or each of an array, to the array at a key.
  mutating func add(_ key: String, _ value: JSONValue) {
    set(key, .array((self[key]?.asArray ?? []) + value.asArray))
  }
}
