import PasserelleCore
import PasserelleJSON
import Yams

/// A place in a mapping file, with errors that name the key and what is allowed there.
struct MappingNode {
  let node: Node
  let path: String
  let file: String

  /// Reads a whole file.
  static func document(_ contents: String, file: String) throws -> MappingNode {
    let root: Node?
    do {
      root = try Parser(yaml: contents, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      throw PasserelleError(
        .mappingInvalid,
        LocalizedText(
          fr: "Le fichier de correspondance n’est pas du YAML correct : \(error)",
          en: "The mapping file is not sound YAML: \(error)"), at: SourceLocation(file: file), cause: error)
    }
    return MappingNode(node: root ?? Node(""), path: "", file: file)
  }

  /// An error at this place.
  func fault(_ french: String, _ english: String) -> PasserelleError {
    PasserelleError(
      .mappingInvalid, LocalizedText(fr: french, en: english),
      at: SourceLocation(file: file, line: node.mark?.line))
  }

  /// An error about a value that is not one of those allowed.
  func wrong(_ allowed: String) -> PasserelleError {
    fault(
      "La valeur de « \(path) » n’est pas admise. Attendu : \(allowed).",
      "The value of “\(path)” is not allowed. Expected: \(allowed).")
  }

  private func child(_ node: Node, _ key: String) -> MappingNode {
    MappingNode(node: node, path: path.isEmpty ? key : path + "." + key, file: file)
  }

  /// A part of the text at this place.
  func part(_ text: String) -> MappingNode { MappingNode(node: Node(text), path: path, file: file) }

  /// The members of a list of keys.
  func members() throws -> [(key: String, value: MappingNode)] {
    guard let mapping = node.mapping else { throw wrong("clé: valeur / key: value") }
    return mapping.map { ($0.key.string ?? "", child($0.value, $0.key.string ?? "")) }
  }

  /// Refuses keys that are not known.
  func allow(_ known: [String]) throws {
    for (key, value) in try members() where !known.contains(key) {
      let list = known.joined(separator: ", ")
      throw value.fault(
        "La clé « \(value.path) » n’est pas connue. Clés admises : \(list).",
        "The key “\(value.path)” is not known. Keys allowed: \(list).")
    }
  }

  subscript(key: String) -> MappingNode? {
    guard let value = node.mapping?[key] else { return nil }
    return child(value, key)
  }

  /// The value of a key that must be there.
  func required(_ key: String) throws -> MappingNode {
    guard let value = self[key] else {
      let place = path.isEmpty ? key : path + "." + key
      throw fault("La clé « \(place) » manque.", "The key “\(place)” is missing.")
    }
    return value
  }

  /// The text at this place.
  func text() throws -> String {
    guard let text = node.scalar?.string, !text.isEmpty else { throw wrong("texte / text") }
    return text
  }

  /// The text at this place, empty or not.
  func plainText() throws -> String {
    guard let text = node.scalar?.string else { throw wrong("texte / text") }
    return text
  }

  func flag() throws -> Bool {
    switch node.scalar?.string {
    case "true": true
    case "false": false
    default: throw wrong("true, false")
    }
  }

  /// One of some names.
  func choice<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) throws -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: node.scalar?.string ?? "") else {
      throw wrong(Value.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return value
  }

  /// The elements of a list; one element that is no list counts as a list of one.
  func elements() -> [MappingNode] {
    guard let sequence = node.sequence else { return [self] }
    return sequence.enumerated().map { child($0.element, String($0.offset + 1)) }
  }

  func texts() throws -> [String] { try elements().map { try $0.plainText() } }

  /// One character, `tab` for the tabulator.
  func character() throws -> Character {
    let text = try self.plainText()
    if text == "tab" { return "\t" }
    guard text.count == 1, let character = text.first, character.isASCII else {
      throw wrong("; , | tab")
    }
    return character
  }
}
