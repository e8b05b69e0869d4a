internal import PasserelleJSON

/// Lays pieces of releases over each other, objects of lists by their identifiers.
enum OCDSLayer {
  /// The fields that hold organisations.
  private static let parties: Set<String> = [
    "parties", "buyer", "suppliers", "tenderers", "procuringEntity", "payer", "payee", "buyers",
  ]

  /// Whether a path leads through an organisation.
  static func holdsParties(_ path: String) -> Bool {
    path.split(separator: ".").contains { parties.contains(String($0)) }
  }

  /// A piece with other identifiers of its organisations.
  static func renamed(_ piece: JSONValue, _ names: [String: String], isParty: Bool = false) -> JSONValue {
    guard !names.isEmpty else { return piece }
    switch piece {
    case .array(let elements): return .array(elements.map { renamed($0, names, isParty: isParty) })
    case .object(let members):
      return .object(
        members.map { member in
          if isParty, member.key == "id", let name = member.value.scalarText.flatMap({ names[$0] }) {
            return JSONMember("id", .string(name))
          }
          return JSONMember(
            member.key, renamed(member.value, names, isParty: parties.contains(member.key)))
        })
    default: return piece
    }
  }

  /// Two pieces in one: the elements of both lists, objects by their identifiers, of other values the first.
  static func joined(_ first: JSONValue, _ second: JSONValue) -> JSONValue {
    switch (first, second) {
    case (.object(var members), .object(let others)):
      for other in others {
        if let place = members.firstIndex(where: { $0.key == other.key }) {
          members[place] = JSONMember(other.key, joined(members[place].value, other.value))
        } else {
          members.append(other)
        }
      }
      return .object(members)
    case (.array(var elements), .array(let others)):
      for other in others {
        let place = identifier(other).flatMap { wanted in elements.firstIndex { identifier($0) == wanted } }
        if let place {
          elements[place] = joined(elements[place], other)
        } else if other.objectValue != nil || !elements.contains(other) {
          elements.append(other)
        }
      }
      return .array(elements)
    default: return first
    }
  }

  /// A piece cut into those of each element of its lists that has an identifier, with the identifiers on the way.
  static func elements(of piece: JSONValue) -> [(names: [String], piece: JSONValue)] {
    switch piece {
    case .array(let all):
      guard !all.isEmpty, all.allSatisfy({ identifier($0) != nil }) else { return [([], piece)] }
      return all.flatMap { element in
        elements(of: element).map { ([identifier(element) ?? ""] + $0.names, .array([$0.piece])) }
      }
    case .object(let members):
      let named = members.filter { $0.key == "id" }
      guard members.count == named.count + 1, let inner = members.first(where: { $0.key != "id" }) else {
        return [([], piece)]
      }
      return elements(of: inner.value).map { ($0.names, .object(named + [JSONMember(inner.key, $0.piece)])) }
    default: return [([], piece)]
    }
  }

  /// A release completed by a piece of one.
  ///
  /// What is there stays. Objects of lists are completed by those of the same identifier, where the piece has none by
  /// those of the same place; a list that is not there is taken whole.
  static func completed(_ value: JSONValue, by piece: JSONValue) -> JSONValue {
    switch (value, piece) {
    case (.object(var members), .object(let others)):
      for other in others {
        if let place = members.firstIndex(where: { $0.key == other.key }) {
          members[place] = JSONMember(other.key, completed(members[place].value, by: other.value))
        } else {
          members.append(other)
        }
      }
      return .object(members)
    case (.array(var elements), .array(let others)):
      guard elements.contains(where: { $0.objectValue != nil }) else {
        for other in others where other.objectValue == nil && !elements.contains(other) {
          elements.append(other)
        }
        return .array(elements)
      }
      let isNameless = others.allSatisfy { identifier($0) == nil }
      for (rank, other) in others.enumerated() {
        if isNameless {
          if others.count == elements.count { elements[rank] = completed(elements[rank], by: other) }
        } else if let name = identifier(other),
          let place = elements.firstIndex(where: { identifier($0) == name })
        {
          elements[place] = completed(elements[place], by: other)
        }
      }
      return .array(elements)
    default: return value
    }
  }

  static func identifier(_ value: JSONValue) -> String? {
    guard let name = value["id"]?.scalarText, !name.isEmpty else { return nil }
    return name
  }
}
