internal import PasserelleJSON
internal import PasserelleXML

/// Reads an element of the XML layouts as the object that the JSON layouts have in its place, so that both forms of a
/// contract give the same statements.
enum DECPElement {
  /// The elements that are records.
  static let names: Set<String> = ["marche", "contrat-concession"]

  /// The elements that hold a list of objects.
  private static let lists: Set<String> = [
    "titulaires", "modifications", "actesSousTraitance", "modificationsActesSousTraitance",
    "concessionnaires", "donneesExecution", "tarifs",
  ]

  /// The object of an element.
  static func value(of element: XMLElement) -> JSONValue {
    let children = Array(element.children)
    if lists.contains(element.name) {
      return .array(children.map { .object([JSONMember($0.name, value(of: $0))]) })
    }
    guard !children.isEmpty else {
      let text = element.text
      return text.trimmed.isEmpty ? .null : .string(text)
    }
    var members: [JSONMember] = []
    for child in children where !members.contains(where: { $0.key == child.name }) {
      let same = children.filter { $0.name == child.name }.map(value(of:))
      members.append(JSONMember(child.name, same.count == 1 ? same[0] : .array(same)))
    }
    return .object(members)
  }
}
