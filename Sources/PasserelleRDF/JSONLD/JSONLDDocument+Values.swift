internal import PasserelleCore
internal import PasserelleJSON

extension JSONLDDocument {
  /// The object of a statement as JSON-LD (W3C JSON-LD 1.1 API §8.5).
  func json(_ statement: RDFStatement) throws -> JSONValue {
    guard case .term(.literal(let literal)) = statement.object else {
      return .object([JSONMember("@id", .string(JSONLDDataset.text(statement.object)))])
    }
    let text = JSONValue.string(literal.lexicalForm)
    switch literal.datatype {
    case .string: return .object([JSONMember("@value", text)])
    case .language(let tag):
      return .object([JSONMember("@value", text), JSONMember("@language", .string(tag))])
    case .other(RDFNames.rdf + "JSON"):
      guard let value = try? JSONDocument.parse(Array(literal.lexicalForm.utf8)) else {
        throw RDFSerializer.refusal(
          statement,
          LocalizedText(fr: "le littéral rdf:JSON n’est pas du JSON", en: "the rdf:JSON literal is not JSON"))
      }
      return .object([JSONMember("@value", value), JSONMember("@type", .string("@json"))])
    case let datatype:
      if direction == .i18nDatatype, let directed = Self.directed(text, datatype.iri) { return directed }
      if usesNativeTypes, let native = Self.native(literal) { return .object([JSONMember("@value", native)]) }
      return .object([JSONMember("@value", text), JSONMember("@type", .string(datatype.iri))])
    }
  }

  /// A text whose datatype tells its language and direction.
  private static func directed(_ text: JSONValue, _ datatype: String) -> JSONValue? {
    let namespace = "https://www.w3.org/ns/i18n#"
    guard datatype.hasPrefix(namespace) else { return nil }
    let parts = datatype.dropFirst(namespace.count).split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1] == "ltr" || parts[1] == "rtl" else { return nil }
    var members = [JSONMember("@value", text)]
    if !parts[0].isEmpty { members.append(JSONMember("@language", .string(String(parts[0])))) }
    members.append(JSONMember("@direction", .string(String(parts[1]))))
    return .object(members)
  }

  /// A boolean or number as JSON; nil for one whose value JSON cannot hold.
  private static func native(_ literal: Literal) -> JSONValue? {
    switch literal.datatype {
    case .boolean:
      switch literal.lexicalForm {
      case "true", "1": return .bool(true)
      case "false", "0": return .bool(false)
      default: return nil
      }
    case .integer where ShortLiteral.isShort(literal):
      return .number(
        DecimalNumber(literal.lexicalForm)?.xsdCanonical ?? JSONNumber.script(literal.lexicalForm))
    case .other("http://www.w3.org/2001/XMLSchema#double"):
      // Digits, signs, a dot and an exponent: what Swift reads beyond that (hexadecimal) is no xsd:double.
      guard let value = Double(literal.lexicalForm), value.isFinite,
        literal.lexicalForm.utf8.allSatisfy({ TurtleBytes.isDigit($0) || "+-.eE".utf8.contains($0) })
      else { return nil }
      return .number(JSONNumber.script(literal.lexicalForm))
    default: return nil
    }
  }
}
