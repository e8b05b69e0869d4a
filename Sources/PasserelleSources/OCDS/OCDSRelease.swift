internal import PasserelleCore
internal import PasserelleJSON

/// What a package says of all its releases or records.
struct OCDSPackage: Sendable {
  /// Who publishes the data.
  var publisher: String?
  /// The licence, by IRI or in words.
  var license: String?

  /// Reads the members of a package, as far as they are known.
  init(_ package: JSONValue?) {
    license = Self.text(package?["license"])
    publisher = Self.text(package?["publisher"]?["name"])
  }

  /// What is known of one package, else of another.
  func completed(by other: OCDSPackage) -> OCDSPackage {
    var package = self
    package.publisher = publisher ?? other.publisher
    package.license = license ?? other.license
    return package
  }

  /// A text; the drafts of 2014 write `constant:` before values that do not vary.
  private static func text(_ value: JSONValue?) -> String? {
    guard let text = value?.stringValue?.trimmed, !text.isEmpty else { return nil }
    return text.hasPrefix("constant:") ? String(text.dropFirst(9)) : text
  }
}

/// A release as its statements are made of: as published, compiled, or merged.
struct OCDSRelease: Sendable {
  let value: JSONValue
  /// The identifier of the contracting process.
  let ocid: String
  let package: OCDSPackage
  let bytes: [UInt8]
  let location: SourceLocation
  /// Whether it says everything of its process.
  let isWhole: Bool
  /// Whether it was in the layout of the drafts of 2014.
  let isDraft: Bool

  /// The BCP 47 language of its texts; nil where it does not say.
  let language: String?
  /// Its organisations.
  let parties: OCDSParties

  init(
    _ value: JSONValue, ocid: String, package: OCDSPackage, bytes: [UInt8], location: SourceLocation,
    isWhole: Bool, isDraft: Bool
  ) {
    self.value = value
    self.ocid = ocid
    self.package = OCDSPackage(value["packageInfo"]).completed(by: package)
    self.bytes = bytes
    self.location = location
    self.isWhole = isWhole
    self.isDraft = isDraft
    language = OCDSCodes.language(value["language"]?.stringValue)
    var reader = OCDSFieldReader(location: location, language: nil)
    parties = OCDSParties(value, &reader)
  }

  /// Whether it is generated demonstration data.
  var isDemonstration: Bool { package.publisher == "demonstration" }

  /// When it was issued.
  var date: AwardRecord.Field? {
    value["date"]?.scalarText.map { AwardRecord.Field(name: "date", value: $0) }
  }

  /// How it completes what is known of its process.
  var amendment: RecordAmendment {
    let date = value["date"]?.scalarText?.trimmed
    let name = value["id"]?.scalarText?.trimmed ?? ""
    return RecordAmendment(
      identifier: name.isEmpty ? [ocid, date].compactMap { $0 }.joined(separator: "@") : name,
      issued: date.flatMap { Instant(iso: $0) }, isWhole: isWhole)
  }

  /// The prefix of the publisher in the ocid, such as `ocds-213czf`; nil where there is none.
  var publisherPrefix: String? {
    let parts = ocid.split(separator: "-", maxSplits: 2)
    guard parts.count == 3, parts[0].lowercased() == "ocds", parts[1].utf8.count == 6 else { return nil }
    return "ocds-" + parts[1].lowercased()
  }

  /// Whether it speaks of a purchase that is planned or out for tender, or takes back what was said of it.
  var hasCall: Bool {
    for key in ["tender", "planning"] {
      guard let value = value[key] else { continue }
      if value.objectValue != nil ? !value.isVoid : value == .null && !isWhole && key == "tender" {
        return true
      }
    }
    return false
  }
}
