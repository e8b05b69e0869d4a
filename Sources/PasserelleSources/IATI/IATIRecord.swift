internal import PasserelleCore
internal import PasserelleXML

/// One activity or organisation of an IATI file.
struct IATIRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = 2

  /// What a record is about.
  enum Kind {
    case activity, organisation
  }

  let kind: Kind
  let identifier: String
  let xml: XMLRecord
  let key: String
  /// What is told of the file with its first record.
  var notes: [Diagnostic] = []

  var source: String { IATIReader.source }
  var mappingVersion: Int { Self.version }
  var bytes: [UInt8] { xml.bytes }
  var location: SourceLocation { xml.location }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    var mapper = IATIMapper(self, iris: iris)
    return kind == .activity ? mapper.runActivity() : mapper.runOrganisation()
  }

  /// Whether a text can be an identifier: publishers write blanks in theirs.
  static func isReference(_ text: String) -> Bool {
    (1...300).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }

  /// The record, or its refusal.
  ///
  /// - Parameters:
  ///   - xml: The element.
  ///   - version: What the root declares, of the first record; nil for the others.
  /// - Returns: What the pipeline stores or keeps apart.
  static func item(of xml: XMLRecord, version: String??) -> SourceItem {
    let root = xml.tree.root
    let isActivity = root.name == "iati-activity"
    // Organisations of 1.0x call it `iati-identifier`.
    let holders = isActivity ? ["iati-identifier"] : ["organisation-identifier", "iati-identifier"]
    let written = holders.lazy.compactMap { root.first($0)?.text.trimmed }.first { !$0.isEmpty }
    guard let identifier = written, IATIRecord.isReference(identifier) else {
      let diagnostic = Diagnostic(
        .iatiNoIdentifier, at: xml.location, field: holders[0], value: written)
      return .refused(RefusedRecord(bytes: xml.bytes, diagnostics: [diagnostic]))
    }
    // What another organisation tells of an activity stands beside what its own publisher tells.
    let reporter = root.first("reporting-org")
    let isSecondary = ["1", "true"].contains(reporter?.attribute("secondary-reporter")?.trimmed ?? "")
    var key = isActivity ? identifier : "organisation:" + identifier
    if isSecondary, let ref = reporter?.attribute("ref")?.trimmed, !ref.isEmpty { key += "@" + ref }
    var record = IATIRecord(
      kind: isActivity ? .activity : .organisation, identifier: identifier, xml: xml, key: key)
    if let version, !IATICodes.versions.contains(version ?? "") {
      record.notes = [
        Diagnostic(.iatiVersion, at: xml.location, field: "version", value: version)
      ]
    }
    return .record(record)
  }
}
