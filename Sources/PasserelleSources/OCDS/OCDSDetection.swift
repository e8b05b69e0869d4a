/// Tells OCDS files by their first bytes.
enum OCDSDetection {
  /// Whether a JSON text is a package, a record or a release of OCDS, or begins with one.
  ///
  /// - Parameter text: Some kilobytes from the start, as ``Sniffer/text(_:)`` gives them.
  /// - Returns: True where the keys at the top are those of OCDS and nothing else; a key that other formats have
  ///   as well (`records`, `contracts`…) needs one of OCDS beside or beneath it.
  static func matches(_ text: ArraySlice<UInt8>) -> Bool {
    let object = text.drop { $0 <= 0x20 || $0 == UInt8(ascii: "[") }
    guard object.first == UInt8(ascii: "{") else { return false }
    var scan = OCDSHead.Scan(object)
    scan.run()
    let keys = Set(scan.keys)
    guard !keys.contains("marches") else { return false }
    if keys.contains("compiledRelease") || keys.contains("releaseTag") { return true }
    let holds = { (names: [String]) in names.contains { Sniffer.holdsKey($0, text) } }
    if !keys.isDisjoint(with: ["releases", "records", "ocid", "versionedRelease"]) {
      return holds(distinctive + ["packages"])
    }
    guard keys.isSubset(of: rootKeys) else { return false }
    return keys.intersection(sections).count > 1 || (!keys.isDisjoint(with: sections) && holds(distinctive))
  }

  /// The sections of a release.
  private static let sections: Set<String> = [
    "planning", "tender", "awards", "contracts", "parties", "buyer", "tag", "publisher", "packageInfo",
  ]

  /// The keys that stand at the top of packages, records and releases.
  private static let rootKeys: Set<String> = OCDSShape.marks.union([
    "releases", "records", "packages", "id", "date", "language", "initiationType", "relatedProcesses", "bids",
    "publisher", "uri", "version", "publishedDate", "license", "publicationPolicy", "extensions",
    "packageInfo", "validationErrors", "subject",
  ])

  /// Keys that OCDS alone writes so.
  private static let distinctive = [
    "ocid", "releaseID", "awardID", "procurementMethod", "procurementMethodDetails", "initiationType",
    "contractPeriod", "tenderPeriod", "dateSigned", "projectID", "procuringEntity", "releaseDate",
    "awardCriteria", "submissionMethod", "documentType", "packageInfo", "awardPeriod", "legalName",
    "publicationPolicy",
  ]
}
