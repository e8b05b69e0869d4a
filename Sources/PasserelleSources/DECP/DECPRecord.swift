internal import PasserelleCore
internal import PasserelleJSON
internal import PasserelleXML

/// One contract of a DECP file, whatever its layout and form.
struct DECPRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = AwardMapper.version + 2

  var source: String { DECPReader.source }
  var mappingVersion: Int { Self.version }
  let key: String
  let value: JSONValue
  let bytes: [UInt8]
  let location: SourceLocation

  /// A record of changes alone completes the contract of its key; any other takes its place.
  var amendment: RecordAmendment? { DECPAmendment.amendment(of: value) }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    let award = DECPFields(value, at: location).award()
    let isAlone = amendment != nil
    var mapped = AwardMapper.map(award, key: key, location: location, in: iris) { mapper in
      DECPDetails(value: value, isAmendment: isAlone).state(&mapper)
    }
    guard isAlone else { return mapped }
    mapped.additiveRelations = DECPAmendment.additions
    // What the contract itself lacks is not for its change to say.
    mapped.diagnostics.removeAll { $0.code == .awardNoTitle || $0.code == .awardNoWinner }
    mapped.diagnostics.append(Diagnostic(.decpAmendmentAlone, at: location, field: "id"))
    return mapped
  }

  /// The record of an object, or its refusal.
  static func item(of json: JSONRecord) -> SourceItem {
    item(json.value, bytes: json.bytes, at: json.location)
  }

  /// The record of an element, or its refusal.
  static func item(of xml: XMLRecord) -> SourceItem {
    item(DECPElement.value(of: xml.tree.root), bytes: xml.bytes, at: xml.location)
  }

  /// The record, or its refusal: only what is needed for the key is looked at.
  private static func item(
    _ value: JSONValue, bytes: [UInt8], at location: SourceLocation
  ) -> SourceItem {
    func refused(_ code: DiagnosticCode, _ field: String?) -> SourceItem {
      .refused(RefusedRecord(bytes: bytes, diagnostics: [Diagnostic(code, at: location, field: field)]))
    }
    guard value.objectValue != nil else { return refused(.recordNotObject, nil) }
    let fields = DECPFields(value, at: location)
    guard let identifier = fields.identifier else { return refused(.awardNoIdentifier, "id") }
    guard let buyer = fields.buyerNumber, buyer.contains(where: { $0 != "0" }) else {
      return refused(.awardNoBuyer, fields.buyerField + ".id")
    }
    return .record(
      DECPRecord(
        key: [fields.platform, CompanyNumber.compact(buyer), identifier].joined(separator: "/"), value: value,
        bytes: bytes, location: location))
  }
}
