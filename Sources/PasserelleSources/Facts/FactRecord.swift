internal import PasserelleCore
internal import PasserelleJSON

/// One line of the facts.
struct FactRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = 2

  /// What a line can be.
  enum Kind: String {
    case document, thing, claim
  }

  let kind: Kind
  let identifier: String
  let json: JSONRecord

  var source: String { FactsReader.source }
  var mappingVersion: Int { Self.version }
  var bytes: [UInt8] { json.bytes }
  var location: SourceLocation { json.location }
  var key: String { kind == .document ? "document:" + identifier : identifier }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    var mapper = FactMapper(self, iris: iris)
    return mapper.run()
  }

  /// The record, or its refusal.
  static func item(of json: JSONRecord) -> SourceItem {
    func refused(_ code: DiagnosticCode, _ field: String?, _ value: String? = nil) -> SourceItem {
      .refused(
        RefusedRecord(
          bytes: json.bytes, diagnostics: [Diagnostic(code, at: json.location, field: field, value: value)]))
    }
    let value = json.value
    guard value.objectValue != nil else { return refused(.recordNotObject, nil) }
    guard let type = value["type"]?.stringValue, let kind = Kind(rawValue: type) else {
      return refused(.factsType, "type", value["type"]?.scalarText)
    }
    var required = ["id"]
    switch kind {
    case .document: break
    case .thing: required += ["kind"]
    case .claim: required += ["subject", "relation", "modality"]
    }
    for field in required {
      let text = value[field]?.stringValue?.trimmed ?? ""
      let isName = field == "kind" || field == "relation"
      guard isName ? Self.isTermName(text) : Self.isIdentifier(text) else {
        return refused(.factsField, field, text)
      }
    }
    if kind == .claim {
      guard hasObject(value) else { return refused(.factsField, "object") }
    }
    return .record(FactRecord(kind: kind, identifier: value["id"]?.stringValue?.trimmed ?? "", json: json))
  }

  /// Whether a claim has something at its other end: a thing, a quantity, a code or a text.
  private static func hasObject(_ claim: JSONValue) -> Bool {
    if isIdentifier(claim["object"]?.stringValue ?? "") || claim["value"]?.objectValue != nil { return true }
    if let code = claim["code"]?.stringValue, !code.trimmed.isEmpty { return true }
    switch claim["text"] {
    case .string(let text): return !text.trimmed.isEmpty
    case .object(let members):
      return members.contains { $0.value.stringValue.map { !$0.trimmed.isEmpty } ?? false }
    default: return false
    }
  }

  /// Whether a text can be the local part of a term: letters and digits, a letter first.
  static func isTermName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic else {
      return false
    }
    return text.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || $0.isDigit) }
  }

  /// Whether a text can be the identifier of a thing, claim or document.
  static func isIdentifier(_ text: String) -> Bool {
    (1...200).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }
}
