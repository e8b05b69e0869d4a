internal import PasserelleCore
internal import PasserelleJSON

/// One notice of the bulletin, whatever its shape.
struct BOAMPRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = AwardMapper.version

  let key: String
  let value: JSONValue
  let bytes: [UInt8]
  let location: SourceLocation

  var source: String { BOAMPReader.source }
  var mappingVersion: Int { Self.version }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    let notice = BOAMPFields.notice(value, at: location)
    var mapper = BOAMPMapper(notice, key: key, location: location, iris: iris)
    return mapper.run()
  }

  /// The record of an object, or its refusal: only what is needed for the key is looked at.
  static func item(of json: JSONRecord) -> SourceItem {
    func refused(_ code: DiagnosticCode, _ field: String?) -> SourceItem {
      let diagnostic = Diagnostic(code, at: json.location, field: field)
      return .refused(RefusedRecord(bytes: json.bytes, diagnostics: [diagnostic]))
    }
    guard json.value.objectValue != nil else { return refused(.recordNotObject, nil) }
    let object = BOAMPFields.fields(of: json.value)
    guard let number = BOAMPFields.number(of: object) else { return refused(.boampNoNumber, "idweb") }
    guard BOAMPFields.hasContent(object) else { return refused(.boampNothing, "objet") }
    return .record(
      BOAMPRecord(key: number, value: json.value, bytes: json.bytes, location: json.location))
  }
}
