import PasserelleCore
import Yams

/// A YAML mapping whose keys are all known: anything else is refused with its file and line.
struct YAMLMapping {
  let location: String
  let line: Int
  private let pairs: [YAMLValue.Member]

  /// Reads a whole file: by ``PlainYAML`` where it is plain, as nearly all are, else by the YAML library.
  static func document(_ contents: String, location: String) throws -> YAMLMapping {
    if let value = PlainYAML.value(of: contents) { return try YAMLMapping(value, location: location) }
    let root: Node?
    do {
      root = try self.root(of: contents)
    } catch {
      throw OntologyFormat.fault(
        LocalizedText(
          fr: "Le fichier n'est pas du YAML : \(summary(of: error)).",
          en: "The file is not YAML: \(summary(of: error))."),
        file: location, line: line(of: error))
    }
    guard let root else {
      throw OntologyFormat.fault(
        LocalizedText(fr: "Le fichier est vide.", en: "The file is empty."), file: location, line: 1)
    }
    guard let value = YAMLValue(root) else {
      throw OntologyFormat.fault(
        LocalizedText(fr: "Une clé doit être un mot.", en: "A key must be a word."), file: location,
        line: root.mark?.line)
    }
    return try YAMLMapping(value, location: location, line: 1)
  }

  /// The value of a file by the YAML library alone; nil for an empty file, or one that has no place here.
  static func libraryValue(of contents: String) throws -> YAMLValue? {
    try root(of: contents).flatMap(YAMLValue.init)
  }

  private static func root(of contents: String) throws -> Node? {
    try Parser(yaml: contents, resolver: .basic, encoding: .utf8).singleRoot()
  }

  private init(_ value: YAMLValue, location: String, line: Int? = nil) throws {
    guard case .mapping(let members, let start) = value else {
      throw OntologyFormat.fault(
        LocalizedText(
          fr: "Des clés et valeurs sont attendues ici.", en: "Keys and values are expected here."),
        file: location, line: value.line)
    }
    self.location = location
    self.line = line ?? start
    pairs = members
  }

  /// Refuses keys that are not in the list.
  func allow(_ known: [String]) throws {
    for pair in pairs where !known.contains(pair.key) {
      let (key, line) = (pair.key, pair.line)
      let list = known.joined(separator: ", ")
      throw OntologyFormat.fault(
        LocalizedText(
          fr: "Clé inconnue « \(key) » ; les clés possibles ici sont \(list).",
          en: "Unknown key \"\(key)\"; the keys possible here are \(list)."), file: location, line: line)
    }
  }

  /// Whether the key is there.
  func has(_ key: String) -> Bool { pairs.contains { $0.key == key } }

  /// The text of a key, or nil when the key is absent.
  func optionalText(_ key: String) throws -> String? {
    guard let pair = pairs.first(where: { $0.key == key }) else { return nil }
    guard case .scalar(let text, _) = pair.value else { throw wrongShape(pair.key, pair.line) }
    return text
  }

  /// The text of a key that must be there.
  func text(_ key: String) throws -> String {
    guard let text = try optionalText(key), !text.isEmpty else { throw missing(key) }
    return text
  }

  /// The truth value of a key; false when it is absent.
  func flag(_ key: String) throws -> Bool {
    switch try optionalText(key) {
    case nil, "false": return false
    case "true": return true
    default: throw wrongShape(key, pairs.first { $0.key == key }?.line ?? line)
    }
  }

  /// The texts of a list; empty when the key is absent.
  func texts(_ key: String) throws -> [String] {
    guard let pair = pairs.first(where: { $0.key == key }) else { return [] }
    guard case .sequence(let sequence, _) = pair.value else { throw wrongShape(key, pair.line) }
    return try sequence.map {
      guard case .scalar(let text, _) = $0 else { throw wrongShape(key, pair.line) }
      return text
    }
  }

  /// The mapping under a key, or nil when the key is absent.
  func optionalMapping(_ key: String) throws -> YAMLMapping? {
    guard let pair = pairs.first(where: { $0.key == key }) else { return nil }
    return try YAMLMapping(pair.value, location: location, line: pair.line)
  }

  /// The mapping under a key that must be there.
  func mapping(_ key: String) throws -> YAMLMapping {
    guard let mapping = try optionalMapping(key) else { throw missing(key) }
    return mapping
  }

  /// The mappings under the keys of this one, in the order of the file.
  func members() throws -> [(id: String, body: YAMLMapping)] {
    try pairs.map { ($0.key, try YAMLMapping($0.value, location: location, line: $0.line)) }
  }

  /// The texts under the keys of this mapping, in the order of the file.
  func textMembers() throws -> [(key: String, text: String)] {
    try pairs.map { ($0.key, try text($0.key)) }
  }

  /// The text in both languages; a language that is left out is empty, for the checker to report.
  func localized(_ key: String) throws -> LocalizedText {
    guard let body = try optionalMapping(key) else { return LocalizedText(verbatim: "") }
    try body.allow(["fr", "en"])
    return LocalizedText(fr: try body.optionalText("fr") ?? "", en: try body.optionalText("en") ?? "")
  }

  private func missing(_ key: String) -> PasserelleError {
    OntologyFormat.fault(
      LocalizedText(fr: "La clé « \(key) » manque.", en: "The key \"\(key)\" is missing."), file: location,
      line: line)
  }

  private func wrongShape(_ key: String, _ line: Int) -> PasserelleError {
    OntologyFormat.fault(
      LocalizedText(
        fr: "La valeur de « \(key) » n'a pas la forme attendue.",
        en: "The value of \"\(key)\" does not have the expected shape."), file: location, line: line)
  }

  private static func line(of error: any Error) -> Int? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }

  private static func summary(of error: any Error) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _),
      .reader(let problem, _, _, _):
      problem
    case .duplicatedKeysInMapping(let duplicates, _): "duplicate key " + duplicates.joined(separator: ", ")
    default: "unreadable"
    }
  }
}
