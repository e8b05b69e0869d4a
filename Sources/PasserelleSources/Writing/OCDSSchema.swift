internal import PasserelleCore
internal import PasserelleJSON

/// Takes out of a release what the schema of OCDS does not allow, so that what is written is valid whatever a source wrote.
///
/// Fields that the schema does not name are extensions and stay.
enum OCDSSchema {
  /// What a field holds.
  indirect enum Kind: Sendable {
    case string, text, uri, moment, number, integer, boolean, identifier, any, object, currency, country
    case codes(Set<String>)
    case definition(String)
    case list(Kind)
  }

  /// An object of the schema.
  struct Definition: Sendable {
    var fields: [String: Kind] = [:]
    var required: [String] = []
  }

  /// The objects by name.
  static let definitions: [String: Definition] = read(OCDSSchemaTable.text)

  /// A value without what does not fit; nil where nothing fits.
  static func fitted(_ value: JSONValue, _ name: String) -> JSONValue? {
    guard case .object(let members) = value, let definition = definitions[name] else { return nil }
    var kept: [JSONMember] = []
    for member in members {
      guard !kept.contains(where: { $0.key == member.key }) else { continue }
      guard let kind = definition.fields[member.key] else {
        // Translations are texts.
        if isTranslation(member.key, definition), member.value.stringValue == nil { continue }
        kept.append(member)
        continue
      }
      if let value = fitted(member.value, kind) { kept.append(JSONMember(member.key, value)) }
    }
    guard definition.required.allSatisfy({ key in kept.contains { $0.key == key } }) else { return nil }
    return kept.isEmpty ? nil : .object(kept)
  }

  private static func isTranslation(_ key: String, _ definition: Definition) -> Bool {
    guard let mark = key.firstIndex(of: "_") else { return false }
    return definition.fields[String(key[..<mark])] != nil
  }

  private static func fitted(_ value: JSONValue, _ kind: Kind) -> JSONValue? {
    switch kind {
    case .any: return value
    case .string: return value.stringValue == nil ? nil : value
    case .text: return value.stringValue.map { !$0.isEmpty } ?? false ? value : nil
    case .uri: return value.stringValue.flatMap(address).map { .string($0) }
    case .moment: return value.stringValue.map(isMoment) ?? false ? value : nil
    case .number:
      if case .number = value { return value }
      return nil
    case .integer:
      guard case .number(let text) = value, Int(text) != nil else { return nil }
      return value
    case .boolean:
      if case .bool = value { return value }
      return nil
    case .identifier:
      if case .number(let text) = value { return Int(text) == nil ? nil : value }
      return fitted(value, .text)
    case .object: return value.objectValue == nil ? nil : value
    case .currency: return value.stringValue.map(OCDSCurrency.all.contains) ?? false ? value : nil
    case .country: return value.stringValue.map(OCDSCountry.all.contains) ?? false ? value : nil
    case .codes(let codes): return value.stringValue.map(codes.contains) ?? false ? value : nil
    case .definition(let name): return fitted(value, name)
    case .list(let inner):
      guard let elements = value.arrayValue else { return nil }
      var kept: [JSONValue] = []
      var seen: Set<JSONValue> = []
      for element in elements.compactMap({ fitted($0, inner) }) where seen.insert(element).inserted {
        kept.append(element)
      }
      return kept.isEmpty ? nil : .array(kept)
    }
  }

  /// An absolute address of ASCII alone (RFC 3986), what may not stand in one by its numbers; nil for what is none.
  private static func address(_ text: String) -> String? {
    guard let colon = text.firstIndex(of: ":"), let first = text.utf8.first, (97...122).contains(first | 32),
      text[..<colon].utf8.allSatisfy({
        (97...122).contains($0 | 32) || (48...57).contains($0) || $0 == 43 || $0 == 45 || $0 == 46
      })
    else { return nil }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte <= 0x20 || byte >= 0x7F || "<>\"{}|\\^`[]".utf8.contains(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isMoment(_ text: String) -> Bool {
    guard let mark = text.firstIndex(of: "T") else { return false }
    let clock = text[mark...]
    return (clock.hasSuffix("Z") || clock.contains { $0 == "+" || $0 == "-" }) && Instant(iso: text) != nil
  }

  // The table

  private static func read(_ table: String) -> [String: Definition] {
    var found: [String: Definition] = [:]
    var name = ""
    for word in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let colon = word.firstIndex(of: ":") else {
        name = String(word)
        continue
      }
      var kind = word[word.index(after: colon)...]
      let key = String(word[..<colon])
      if kind.hasSuffix("!") {
        found[name, default: Definition()].required.append(key)
        kind = kind.dropLast()
      }
      found[name, default: Definition()].fields[key] = self.kind(kind)
    }
    return found
  }

  private static func kind(_ word: Substring) -> Kind {
    if word.hasPrefix("[") { return .list(kind(word.dropFirst().dropLast())) }
    if word.hasPrefix("=") { return .codes(Set(word.dropFirst().split(separator: ",").map(String.init))) }
    switch word {
    case "string": return .string
    case "text": return .text
    case "uri": return .uri
    case "moment": return .moment
    case "number": return .number
    case "integer": return .integer
    case "boolean": return .boolean
    case "identifier": return .identifier
    case "any": return .any
    case "object": return .object
    case "currency": return .currency
    case "country": return .country
    default: return .definition(String(word))
    }
  }
}
