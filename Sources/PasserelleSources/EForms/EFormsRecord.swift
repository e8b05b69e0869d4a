internal import PasserelleCore
internal import PasserelleXML

/// One notice.
struct EFormsRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = 1

  let xml: XMLRecord
  let notice: EFormsNotice
  /// The identifier of the notice, without its version: a further version of the notice is one of the record.
  let key: String

  var source: String { EFormsReader.source }
  var mappingVersion: Int { Self.version }
  var bytes: [UInt8] { xml.bytes }
  var location: SourceLocation { xml.location }

  /// The record, or its refusal: only what is needed for the key is looked at.
  static func item(of item: XMLRecordItem) -> SourceItem {
    switch item {
    case .refused(let refused): return .refused(refused)
    case .record(let xml):
      func refused(_ code: DiagnosticCode, _ field: String, _ value: String? = nil) -> SourceItem {
        .refused(
          RefusedRecord(
            bytes: xml.bytes, diagnostics: [Diagnostic(code, at: xml.location, field: field, value: value)]))
      }
      guard let notice = EFormsNotice(xml.tree) else {
        return refused(.eformsUnknownRoot, xml.tree.root.name, xml.tree.root.namespace)
      }
      switch notice.document {
      case .contractAward: return refused(.eformsResult, notice.root.name, notice.type)
      case .registration: return refused(.eformsNoCall, notice.root.name, notice.type)
      case .contract, .priorInformation: break
      }
      guard let identifier = notice.identifier else { return refused(.eformsNoIdentifier, "ID") }
      let projects = [notice.project] + notice.lots.map { $0.first("ProcurementProject") }
      let hasText = projects.contains { project in
        ["Name", "Description"].contains { project?.first($0)?.content != nil }
      }
      guard hasText else { return refused(.eformsNoCall, "ProcurementProject", notice.type) }
      return .record(EFormsRecord(xml: xml, notice: notice, key: identifier.lowercased()))
    }
  }

  /// Reads the fields.
  func outline(key: String, in iris: IRISpace) -> NoticeMapper {
    var mapper = NoticeMapper(notice, key: key, location: location, iris: iris)
    mapper.read()
    return mapper
  }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    var mapper = outline(key: key, in: iris)
    mapper.stateAll()
    return MappedRecord(
      subject: mapper.base.contract, kind: .call, published: mapper.outline.published,
      isDemonstration: mapper.outline.isDemonstration, statements: mapper.base.statements,
      diagnostics: mapper.base.diagnostics)
  }
}
