internal import PasserelleCore
internal import PasserelleJSON

/// Reads typed fields out of a release, and tells of values of another type, once a field.
struct OCDSFieldReader {
  let location: SourceLocation
  /// The BCP 47 language of texts that do not say theirs; nil where the release does not.
  let language: String?
  var diagnostics: [Diagnostic] = []

  mutating func report(_ code: DiagnosticCode, _ field: String, _ value: String? = nil) {
    let one = Diagnostic(code, at: location, field: field, value: value)
    if !diagnostics.contains(one) { diagnostics.append(one) }
  }

  static func joined(_ path: String, _ key: String) -> String { path.isEmpty ? key : path + "." + key }

  /// A text or number as written; nil when it is missing or says nothing.
  mutating func field(_ object: JSONValue?, _ key: String, _ path: String) -> AwardRecord.Field? {
    guard let value = object?[key], !value.isVoid else { return nil }
    guard let text = value.scalarText else {
      report(.valueType, Self.joined(path, key))
      return nil
    }
    return AwardRecord.Field(name: Self.joined(path, key), value: text)
  }

  /// A text in the language of the release.
  mutating func text(_ object: JSONValue?, _ key: String, _ path: String) -> AwardRecord.Field? {
    guard var field = field(object, key, path) else { return nil }
    field.language = language
    if let kept = Signatures.removed(from: field.value) {
      report(.privacyPersonName, field.name)
      field = AwardRecord.Field(name: field.name, value: kept, language: language)
    }
    return field
  }

  /// The texts of a field in further languages, by keys such as `title_fr`, in the order of the file.
  mutating func translations(_ object: JSONValue?, _ key: String, _ path: String) -> [AwardRecord.Field] {
    var found: [AwardRecord.Field] = []
    for member in object?.objectValue ?? [] where member.key.hasPrefix(key + "_") {
      guard let tag = OCDSFieldReader.languageSuffix(of: member.key, after: key), !member.value.isVoid else {
        continue
      }
      guard let text = member.value.stringValue else {
        report(.valueType, Self.joined(path, member.key))
        continue
      }
      found.append(AwardRecord.Field(name: Self.joined(path, member.key), value: text, language: tag))
    }
    return found
  }

  /// The language that a key such as `title_fr` names.
  static func languageSuffix(of key: String, after base: String) -> String? {
    guard key.utf8.count > base.utf8.count + 2, key.hasPrefix(base + "_") else { return nil }
    let suffix = key.dropFirst(base.count + 1)
    let primary = suffix.prefix { $0 != "-" && $0 != "_" }
    guard (2...3).contains(primary.utf8.count), primary.utf8.allSatisfy({ (97...122).contains($0 | 32) })
    else { return nil }
    return OCDSCodes.language(String(suffix))
  }

  /// An object; nil when it is missing or says nothing.
  mutating func object(_ object: JSONValue?, _ key: String, _ path: String) -> JSONValue? {
    guard let value = object?[key], !value.isVoid else { return nil }
    guard value.objectValue != nil else {
      report(.valueType, Self.joined(path, key))
      return nil
    }
    return value
  }

  /// The objects of an array, each with its path; a single object is taken for a list of one.
  mutating func list(
    _ object: JSONValue?, _ key: String, _ path: String
  ) -> [(value: JSONValue, path: String)] {
    guard let value = object?[key], !value.isVoid else { return [] }
    let path = Self.joined(path, key)
    guard let elements = value.arrayValue else {
      if value.objectValue != nil { return [(value, path)] }
      report(.valueType, path)
      return []
    }
    var found: [(value: JSONValue, path: String)] = []
    for (index, element) in elements.enumerated() where !element.isVoid {
      if element.objectValue == nil {
        report(.valueType, "\(path)[\(index)]")
      } else {
        found.append((element, "\(path)[\(index)]"))
      }
    }
    return found
  }

  /// The texts of an array; a single text is taken for a list of one.
  mutating func texts(_ object: JSONValue?, _ key: String, _ path: String) -> [String] {
    guard let value = object?[key], !value.isVoid else { return [] }
    if let text = value.scalarText { return [text.trimmed] }
    guard let elements = value.arrayValue else {
      report(.valueType, Self.joined(path, key))
      return []
    }
    let texts = elements.compactMap { $0.scalarText?.trimmed }.filter { !$0.isEmpty }
    if texts.count < elements.count(where: { !$0.isVoid }) { report(.valueType, Self.joined(path, key)) }
    return texts
  }

  // Repeated keys

  /// Tells of keys that an object has twice, at any depth, once for each path.
  mutating func reportRepeated(in objects: [(value: JSONValue, path: String)]) {
    var repeated: [String] = []
    for object in objects { Self.findRepeated(object.value, object.path, &repeated) }
    for key in repeated { report(.recordDuplicateKey, key) }
  }

  private static func findRepeated(_ value: JSONValue, _ path: String, _ repeated: inout [String]) {
    switch value {
    case .array(let elements):
      for element in elements { findRepeated(element, path, &repeated) }
    case .object(let members):
      for (index, member) in members.enumerated() {
        if members[..<index].contains(where: { $0.key == member.key }) {
          let name = joined(path, member.key)
          if !repeated.contains(name) { repeated.append(name) }
        }
        switch member.value {
        case .array, .object: findRepeated(member.value, joined(path, member.key), &repeated)
        default: break
        }
      }
    default: break
    }
  }
}
