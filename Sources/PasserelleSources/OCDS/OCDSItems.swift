internal import PasserelleCore
internal import PasserelleJSON

/// Turns JSON records into the calls and awards that they hold.
struct OCDSItems {
  let package: OCDSPackage

  /// The items of one JSON value: a release, a record, or a whole package, as files of JSON lines have them.
  func items(of record: JSONRecord) -> [SourceItem] {
    items(of: record.value, bytes: record.bytes, at: record.location)
  }

  /// The items of one JSON value; at least one, so that nothing is lost.
  func items(of value: JSONValue, bytes: [UInt8], at location: SourceLocation) -> [SourceItem] {
    func refused(_ code: DiagnosticCode, _ field: String?) -> [SourceItem] {
      [.refused(RefusedRecord(bytes: bytes, diagnostics: [Diagnostic(code, at: location, field: field)]))]
    }
    guard let members = value.objectValue else { return refused(.recordNotObject, nil) }
    if let list = OCDSShape.list(of: members.lazy.map(\.key)), let elements = value[list]?.arrayValue {
      guard !elements.isEmpty else { return refused(.ocdsNothing, list) }
      let inner = OCDSItems(package: OCDSPackage(value).completed(by: package))
      // Within a line, releases have no bytes of their own that tell one from the other.
      return elements.flatMap { inner.items(of: $0, bytes: $0.compactBytes, at: location) }
    }
    if OCDSShape.isRecord(value) { return items(ofRecord: value, bytes, location) }
    return items(ofRelease: value, bytes, location, isWhole: false, isDraft: OCDSDraft.isDraft(value))
  }

  private func items(
    ofRelease value: JSONValue, _ bytes: [UInt8], _ location: SourceLocation, ocid known: String? = nil,
    isWhole: Bool, isDraft: Bool
  ) -> [SourceItem] {
    let value = isDraft ? OCDSDraft.release(value) : value
    guard let ocid = Self.ocid(value) ?? known else {
      return [
        .refused(
          RefusedRecord(
            bytes: bytes, diagnostics: [Diagnostic(.ocdsNoOcid, at: location, field: "ocid")]))
      ]
    }
    let isCompiled = (value["tag"]?.arrayValue ?? []).contains(.string("compiled"))
    return OCDSRecord.items(
      of: OCDSRelease(
        value, ocid: ocid, package: package, bytes: bytes, location: location,
        isWhole: isWhole || isCompiled, isDraft: isDraft))
  }

  /// The compiled release of a record, else its releases merged.
  private func items(ofRecord record: JSONValue, _ bytes: [UInt8], _ location: SourceLocation) -> [SourceItem]
  {
    let package = OCDSItems(package: OCDSPackage(record).completed(by: package))
    let ocid = Self.ocid(record)
    if let compiled = record["compiledRelease"], compiled.objectValue != nil, !compiled.isVoid {
      return package.items(
        ofRelease: compiled, bytes, location, ocid: ocid ?? Self.ocid(ofReleases: record), isWhole: true,
        isDraft: OCDSDraft.isDraft(compiled))
    }
    let releases = (record["releases"]?.arrayValue ?? []).filter { $0.objectValue != nil }
    func refused(_ code: DiagnosticCode, _ field: String) -> [SourceItem] {
      [
        .refused(
          RefusedRecord(
            bytes: bytes, diagnostics: [Diagnostic(code, at: location, field: field, value: ocid)]))
      ]
    }
    guard !releases.isEmpty else {
      return refused(ocid == nil ? .ocdsNoOcid : .ocdsNothing, ocid == nil ? "ocid" : "releases")
    }
    guard !releases.contains(where: OCDSShape.isLink) else { return refused(.ocdsLinkedReleases, "releases") }
    let plain = releases.map { OCDSDraft.isDraft($0) ? OCDSDraft.release($0) : $0 }
    guard let merged = OCDSMerge.compiledRelease(of: plain) else { return refused(.ocdsNothing, "releases") }
    return package.items(
      ofRelease: merged, bytes, location, ocid: ocid, isWhole: true,
      isDraft: releases.contains(where: OCDSDraft.isDraft))
  }

  private static func ocid(_ value: JSONValue) -> String? {
    guard let ocid = value["ocid"]?.scalarText?.trimmed, !ocid.isEmpty else { return nil }
    return ocid
  }

  private static func ocid(ofReleases record: JSONValue) -> String? {
    (record["releases"]?.arrayValue ?? []).lazy.compactMap { Self.ocid($0) }.first
  }
}

/// Tells packages, records, releases and links apart by their keys.
enum OCDSShape {
  /// The keys of a lone record or release, which a package does not have.
  static let marks: Set<String> = [
    "ocid", "tag", "compiledRelease", "versionedRelease", "buyer", "tender", "awards", "contracts",
    "planning",
    "parties", "releaseTag", "releaseID",
  ]

  /// The list that a package holds, by its keys; nil for anything but a package.
  static func list(of keys: some Sequence<String>) -> String? {
    var found: String?
    for key in keys {
      if marks.contains(key) { return nil }
      if key == "records" || (key == "releases" && found == nil) { found = key }
    }
    return found
  }

  /// Whether an object is a record.
  static func isRecord(_ value: JSONValue) -> Bool {
    value["releases"] != nil || value["compiledRelease"] != nil || value["versionedRelease"] != nil
  }

  /// Whether a release of a record is only named by its address.
  static func isLink(_ release: JSONValue) -> Bool {
    guard release["url"] != nil || release["uri"] != nil else { return false }
    return !(release.objectValue ?? []).contains {
      $0.key != "tag" && marks.contains($0.key) && $0.key != "ocid"
    }
  }
}
