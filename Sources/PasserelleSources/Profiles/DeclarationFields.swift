internal import PasserelleCore
internal import PasserelleJSON
internal import PasserelleText

/// The fields of a sheet as written, by path.
struct DeclarationFields: Sendable {
  let kind: DeclarationKind
  let value: JSONValue

  /// The text or number at a path such as `vendor.identifier`; nil where there is none.
  subscript(path: String) -> AwardRecord.Field? { Self.field(value, path, name: path) }

  /// The texts of a list, or the one text in its place.
  func list(_ path: String) -> [AwardRecord.Field] {
    guard let found = value[path] else { return [] }
    return (found.arrayValue ?? [found]).enumerated().compactMap { index, element in
      Self.field(element, "", name: found.arrayValue == nil ? path : "\(path)[\(index)]")
    }
  }

  /// The objects of a list, each with its path.
  func objects(_ path: String) -> [(path: String, value: JSONValue)] {
    (value[path]?.arrayValue ?? []).enumerated().filter { $0.element.objectValue != nil }
      .map { ("\(path)[\($0.offset)]", $0.element) }
  }

  /// The number of an organisation, with the type that stands beside it.
  func number(_ path: String) -> PartyNumber? {
    guard let field = self[path], !PartyNumber.isTelephone(field.value) else { return nil }
    return PartyNumber.read(field.value, type: Self.type(self[path + "Type"]?.value, of: field.value))
  }

  /// An organisation by the path of its fields; `""` for the top.
  func party(_ path: String) -> AwardRecord.Party {
    Self.party(value[path] ?? (path.isEmpty ? value : .null), path: path)
  }

  /// An organisation of an object.
  static func party(_ value: JSONValue, path: String) -> AwardRecord.Party {
    let prefix = path.isEmpty ? "" : path + "."
    var party = AwardRecord.Party(path: path.isEmpty ? "identifier" : path)
    party.number = field(value, "identifier", name: prefix + "identifier")
    party.numberType = type(
      field(value, "identifierType", name: "")?.value, of: party.number?.value ?? "")
    party.name = field(value, "name", name: prefix + "name")
    return party
  }

  /// The type of a number: what is written, else a VAT number where two letters come first.
  private static func type(_ written: String?, of number: String) -> String? {
    guard written == nil else { return written }
    let start = number.unicodeScalars.prefix(2)
    return start.count == 2 && start.allSatisfy({ $0.isASCII && $0.isLetter }) ? "TVA" : nil
  }

  /// The date of the sheet, whatever its writing.
  var date: PartialDate? {
    self["date"].flatMap { PartialDate(iso: $0.value) ?? DateText.read($0.value) }
  }

  /// Whether the sheet is generated fiction.
  var isDemonstration: Bool {
    value["demonstration"] == .bool(true) || self["demonstration"]?.value.lowercased() == "true"
  }

  /// The text or number under a path of an object.
  static func field(_ value: JSONValue, _ path: String, name: String) -> AwardRecord.Field? {
    var found: JSONValue? = value
    for key in path.split(separator: ".") { found = found?[String(key)] }
    guard let text = found?.scalarText, !text.trimmed.isEmpty else { return nil }
    return AwardRecord.Field(name: name, value: text.trimmed)
  }

  // What the format does not have

  /// Tells of keys that the format does not have, of repeated ones, and of values of another type.
  func findings() -> [(code: DiagnosticCode, field: String)] {
    var findings: [(DiagnosticCode, String)] = []
    check(value, pattern: "", path: "", &findings)
    return findings
  }

  private func check(
    _ value: JSONValue, pattern: String, path: String, _ findings: inout [(DiagnosticCode, String)]
  ) {
    for key in value.duplicateKeys { findings.append((.recordDuplicateKey, Self.joined(path, key))) }
    for member in value.objectValue ?? [] where !member.value.isVoid {
      let inner = Self.joined(pattern, member.key)
      let name = Self.joined(path, member.key)
      if let field = kind.fields.first(where: { $0.path == inner }), field.shape.isScalarOrList {
        if !Self.fits(member.value, field.shape) { findings.append((.valueType, name)) }
      } else if kind.fields.contains(where: { $0.path.hasPrefix(inner + "[].") }) {
        guard let elements = member.value.arrayValue else {
          findings.append((.valueType, name))
          continue
        }
        for (index, element) in elements.enumerated() {
          if element.objectValue == nil {
            findings.append((.valueType, "\(name)[\(index)]"))
          } else {
            check(element, pattern: inner + "[]", path: "\(name)[\(index)]", &findings)
          }
        }
      } else if kind.fields.contains(where: { $0.path.hasPrefix(inner + ".") }) {
        if member.value.objectValue == nil {
          findings.append((.valueType, name))
        } else {
          check(member.value, pattern: inner, path: name, &findings)
        }
      } else {
        findings.append((Self.code(ofUnknown: member.key), name))
      }
    }
  }

  /// What to tell of a key that the format does not have: most often a person's name or number, which is not kept.
  private static func code(ofUnknown key: String) -> DiagnosticCode {
    let words = Set(TextFolding.fold(key).split(separator: " ").map(String.init))
    if !words.isDisjoint(with: DeclarationCodes.telephoneWords) { return .privacyContact }
    return words.isDisjoint(with: DeclarationCodes.personalWords) ? .declarationField : .privacyPersonName
  }

  private static func joined(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : path + "." + key
  }

  private static func fits(_ value: JSONValue, _ shape: DeclarationField.Shape) -> Bool {
    switch (shape, value) {
    case (.flag, .bool), (.flag, .string): true
    case (.text, .string), (.text, .number), (.date, .string), (.date, .number): true
    case (.list, .string), (.list, .number): true
    case (.list, .array(let elements)): elements.allSatisfy { $0.scalarText != nil }
    default: false
    }
  }
}

extension DeclarationField.Shape {
  /// Whether the field holds values of its own, rather than objects.
  var isScalarOrList: Bool {
    if case .references = self { false } else { true }
  }
}

extension PartyNumber {
  /// The number with its scheme, as keys of records hold it.
  var key: String {
    let parts = IRISpace().identifierParts(of: iri(role: .winner, in: IRISpace()))
    return parts.map { $0.scheme.rawValue + ":" + $0.value } ?? ""
  }
}
