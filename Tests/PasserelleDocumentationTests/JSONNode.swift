import Foundation

/// A JSON value, with whole numbers told from others.
indirect enum JSONNode: Decodable, Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONNode])
  case object([String: JSONNode])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONNode].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONNode].self))
    }
  }

  /// The document that a text is, else those that its lines are; none for other texts.
  static func documents(in text: String) -> [JSONNode] {
    func objects(_ text: some StringProtocol) -> [JSONNode] {
      guard text.contains("{"),
        let node = try? JSONDecoder().decode(JSONNode.self, from: Data(text.utf8)), node.members != nil
      else { return [] }
      return [node]
    }
    let whole = objects(text)
    return whole.isEmpty ? text.split(separator: "\n").flatMap { objects($0) } : whole
  }

  /// The members of an object.
  var members: [String: JSONNode]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  subscript(key: String) -> JSONNode? { members?[key] }

  /// Whether the value is of a type that a page names.
  func isOfType(_ name: some StringProtocol) -> Bool {
    switch (self, name) {
    case (.null, "null"), (.boolean, "boolean"), (.integer, "integer"), (.integer, "number"),
      (.number, "number"), (.string, "string"), (.object, "object"):
      return true
    case (.array(let elements), _) where name.hasPrefix("array of "):
      let element = name.dropFirst("array of ".count)
      return elements.allSatisfy { $0.isOfType(element) }
    default:
      return false
    }
  }
}
