package import PasserelleCore
internal import PasserelleJSON

/// Writes processes one after the other into a document of a format.
///
/// The document is whole only after ``end()``. Nothing in it depends on the clock: what a package must date is dated by
/// the newest record in it.
package struct ProcedureWriter {
  /// The formats that hold whole processes.
  package enum Format: String, Sendable, CaseIterable {
    /// A record package of OCDS 1.1.
    case ocdsRecords
    /// A release package of OCDS 1.1.
    case ocdsReleases
    /// The French essential procurement data of 2022.
    case decp
    /// The French essential procurement data in their layout of 2019.
    case decp2019
  }

  /// What a package says of itself.
  package struct Package: Sendable {
    /// The address of the package.
    package var uri: String
    /// Who publishes it.
    package var publisher: String
    /// The licence's address; nil for that of the records, where they all have the same.
    package var license: String?
    /// The address of the publication policy.
    package var publicationPolicy: String?

    /// Makes what a package must say.
    package init(uri: String, publisher: String, license: String? = nil, publicationPolicy: String? = nil) {
      self.uri = uri
      self.publisher = publisher
      self.license = license
      self.publicationPolicy = publicationPolicy
    }
  }

  /// A record that was left out, and the fields that it lacks.
  package struct LeftOut: Sendable {
    /// The key of the record within its source.
    package let key: String
    /// The fields; none for a call, of which the format has no kind at all.
    package let fields: [String]
  }

  private let format: Format
  private let package: Package
  private var written = 0
  private var concessions: [[UInt8]] = []
  private var newest: PartialDate?
  /// How many of the records written have a field whose value follows from others, by field.
  package private(set) var derived: [String: Int] = [:]

  /// Makes a writer.
  package init(_ format: Format, package: Package) {
    self.format = format
    self.package = package
  }

  /// The start of the document.
  package func start() -> [UInt8] {
    switch format {
    case .decp: return Array("{\"marches\":{\"marche\":[".utf8)
    case .decp2019: return Array("{\"marches\":[".utf8)
    case .ocdsRecords, .ocdsReleases:
      var head = JSONObjectBuilder()
      head.add("uri", package.uri)
      head.add("version", "1.1")
      head.add("extensions", list: Self.extensions)
      head.add("publisher", .object([JSONMember("name", .string(package.publisher))]))
      head.add("license", package.license)
      head.add("publicationPolicy", package.publicationPolicy)
      let list = format == .ocdsRecords ? "records" : "releases"
      return head.value.compactBytes.dropLast() + Array(",\"\(list)\":[".utf8)
    }
  }

  /// The official extensions that releases may use.
  private static let extensions = ["bid", "location", "lots"].map {
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_\($0)_extension/master/extension.json"
  }

  /// The bytes of a process.
  ///
  /// - Parameters:
  ///   - draft: The process.
  ///   - day: The day to date it by where none of its records has one.
  ///   - leftOut: Told of each record that the format cannot hold.
  /// - Returns: The bytes, empty where nothing of it can be written now.
  package mutating func add(
    _ draft: ProcedureDraft, orDated day: PartialDate? = nil, leftOut: (LeftOut) -> Void
  ) -> [UInt8] {
    switch format {
    case .decp: return contracts(draft, leftOut)
    case .decp2019: return contractsOf2019(draft, leftOut)
    case .ocdsRecords, .ocdsReleases:
      guard let date = draft.published ?? day else {
        for thing in draft.things { leftOut(LeftOut(key: thing.record.key, fields: ["date"])) }
        return []
      }
      newest = max(newest ?? date, date)
      let release = OCDSWriter(draft: draft, date: date, isAlone: format == .ocdsReleases, package: package)
        .release
      let value: JSONValue =
        format == .ocdsReleases
        ? release
        : .object([JSONMember("ocid", .string(draft.ocid)), JSONMember("compiledRelease", release)])
      return separated(value.compactBytes)
    }
  }

  private mutating func contracts(_ draft: ProcedureDraft, _ leftOut: (LeftOut) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    if let call = draft.call { leftOut(LeftOut(key: call.record.key, fields: [])) }
    for award in draft.awards {
      let writer = DECPWriter(award, of: draft)
      guard let value = writer.value else {
        leftOut(LeftOut(key: award.record.key, fields: writer.missing))
        continue
      }
      for field in writer.derived { derived[field, default: 0] += 1 }
      if writer.isConcession {
        concessions.append(value.compactBytes)
      } else {
        bytes += separated(value.compactBytes)
      }
    }
    return bytes
  }

  private mutating func contractsOf2019(_ draft: ProcedureDraft, _ leftOut: (LeftOut) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    if let call = draft.call { leftOut(LeftOut(key: call.record.key, fields: [])) }
    for award in draft.awards {
      let writer = DECP2019Writer(award, of: draft)
      if let value = writer.value {
        bytes += separated(value.compactBytes)
      } else {
        leftOut(LeftOut(key: award.record.key, fields: writer.missing))
      }
    }
    return bytes
  }

  private mutating func separated(_ bytes: [UInt8]) -> [UInt8] {
    written += 1
    return Array((written > 1 ? ",\n" : "\n").utf8) + bytes
  }

  /// The end of the document; concessions, which have a list of their own, stand in it.
  package func end() -> [UInt8] {
    switch format {
    case .decp:
      var bytes = Array("\n],\n\"contrat-concession\":[".utf8)
      for (offset, concession) in concessions.enumerated() {
        bytes += Array((offset > 0 ? ",\n" : "\n").utf8) + concession
      }
      return bytes + Array("\n]}}\n".utf8)
    case .decp2019: return Array("\n]}\n".utf8)
    case .ocdsRecords, .ocdsReleases:
      let date = newest.flatMap { OCDSWriter.moment($0) } ?? "1970-01-01T00:00:00Z"
      return Array("\n],\"publishedDate\":\"\(date)\"}\n".utf8)
    }
  }
}
