internal import PasserelleCore
internal import PasserelleJSON

/// One award of a DECP file.
struct DECPRecord: SourceRecord {
  var source: String { DECPReader.source }
  var mappingVersion: Int { AwardMapper.version }
  let key: String
  let json: JSONRecord

  var bytes: [UInt8] { json.bytes }
  var location: SourceLocation { json.location }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    let award = DECPFields(json).award()
    return AwardMapper.map(award, key: key, location: location, in: iris)
  }

  /// The record, or its refusal: only what is needed for the key is looked at.
  static func item(of json: JSONRecord) -> SourceItem {
    func refused(_ code: DiagnosticCode, _ field: String?) -> SourceItem {
      .refused(
        RefusedRecord(bytes: json.bytes, diagnostics: [Diagnostic(code, at: json.location, field: field)]))
    }
    guard json.value.objectValue != nil else { return refused(.recordNotObject, nil) }
    let fields = DECPFields(json)
    if fields.isConcession { return refused(.decpConcession, "_type") }
    guard let identifier = fields.identifier else { return refused(.awardNoIdentifier, "id") }
    guard let buyer = fields.buyerNumber, buyer.contains(where: { $0 != "0" }) else {
      return refused(.awardNoBuyer, "acheteur.id")
    }
    return .record(
      DECPRecord(
        key: [fields.platform, CompanyNumber.compact(buyer), identifier].joined(separator: "/"), json: json))
  }
}
