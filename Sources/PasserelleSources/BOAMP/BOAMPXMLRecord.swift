internal import PasserelleCore
internal import PasserelleXML

/// One notice of the bulletin's archives, in XML.
struct BOAMPXMLRecord: SourceRecord {
  let key: String
  let xml: XMLRecord

  var source: String { BOAMPReader.source }
  var mappingVersion: Int { BOAMPRecord.version }
  var bytes: [UInt8] { xml.bytes }
  var location: SourceLocation { xml.location }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    let form = BOAMPXMLForm(xml.tree.root, number: self.key, at: location)
    var mapper = BOAMPMapper(form.notice, outline: form.outline, key: key, location: location, iris: iris)
    return mapper.run()
  }

  /// The record of a document, or its refusal: only what is needed for the key is looked at.
  static func item(of xml: XMLRecord) -> SourceItem {
    func refused(_ code: DiagnosticCode, _ field: String) -> SourceItem {
      let diagnostic = Diagnostic(code, at: xml.location, field: field)
      return .refused(RefusedRecord(bytes: xml.bytes, diagnostics: [diagnostic]))
    }
    let root = xml.tree.root
    guard let number = root.first(path: ["GESTION", "REFERENCE", "IDWEB"])?.content else {
      return refused(.boampNoNumber, "IDWEB")
    }
    guard BOAMPXMLForm.subject(of: root) != nil else { return refused(.boampNothing, "OBJET_COMPLET") }
    return .record(BOAMPXMLRecord(key: String(number.prefix(100)), xml: xml))
  }
}
