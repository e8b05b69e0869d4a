internal import PasserelleCore
internal import PasserelleJSON

/// A call or an award of a release.
struct OCDSRecord: SourceRecord {
  /// The version of the mapping; a change of it, or of that of awards, makes every record be mapped again.
  static let version = 4

  /// What of the release the record holds.
  enum Part: Sendable {
    /// The planned purchase and the tender.
    case call
    /// An award with its contracts.
    case award(OCDSAward, tellsRest: Bool)
  }

  let release: OCDSRelease
  let part: Part
  let key: String

  var source: String { OCDSReader.source }
  var mappingVersion: Int { Self.version + AwardMapper.version }
  var bytes: [UInt8] { release.bytes }
  var location: SourceLocation { release.location }
  var amendment: RecordAmendment? { release.amendment }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    switch part {
    case .call:
      var mapper = OCDSCallMapper(release, key: key, iris: iris)
      var mapped = mapper.mapped()
      mapped.diagnostics += Self.listRemovals(release)
      mapped.additiveRelations = Self.listRelations
      return mapped
    case .award(let award, let tellsRest):
      var mapped = OCDSAwardMapper(release, award, tellsRest: tellsRest).mapped(key: key, in: iris)
      if tellsRest { mapped.diagnostics += Self.listRemovals(release) }
      mapped.additiveRelations = Self.listRelations
      return mapped
    }
  }

  /// The relations of lists whose elements are matched by identifier: a later release that names others adds them.
  private static let listRelations: Set<String> = ProcessVocabulary.lists.union([
    Vocabulary.hasLot, Vocabulary.hasWinner, Vocabulary.hasModification, Vocabulary.hasContract,
    Vocabulary.hasAdditionalClassification,
  ])

  /// Lists that the release takes away as a whole.
  private static func listRemovals(_ release: OCDSRelease) -> [Diagnostic] {
    guard !release.isWhole else { return [] }
    return ["awards", "contracts"].filter { release.value[$0] == .null }.map {
      Diagnostic(.ocdsListRemoved, at: release.location, field: $0)
    }
  }

  /// The records of a release: its call, then its awards in their order, then contracts without award.
  static func items(of release: OCDSRelease) -> [SourceItem] {
    var items: [SourceItem] = []
    if release.hasCall { items.append(.record(OCDSRecord(release: release, part: .call, key: release.ocid))) }
    for award in OCDSAwards.all(of: release) {
      let part = Part.award(award, tellsRest: items.isEmpty)
      items.append(.record(OCDSRecord(release: release, part: part, key: award.key)))
    }
    if items.isEmpty {
      items.append(
        .refused(
          RefusedRecord(
            bytes: release.bytes,
            diagnostics: [Diagnostic(.ocdsNothing, at: release.location, value: release.ocid)]
              + listRemovals(release))))
    }
    return items
  }
}

/// Brings the awards of a release together with their contracts.
private struct OCDSAwards {
  private let release: OCDSRelease
  private var awards: [OCDSAward] = []
  private var places: [String: Int] = [:]

  static func all(of release: OCDSRelease) -> [OCDSAward] {
    var reader = OCDSFieldReader(location: release.location, language: nil)
    var gathered = OCDSAwards(release: release)
    for (rank, award) in reader.list(release.value, "awards", "").enumerated() {
      gathered.add(award: award.value, award.path, rank: rank + 1)
    }
    for (rank, contract) in reader.list(release.value, "contracts", "").enumerated() {
      gathered.add(contract: contract.value, contract.path, rank: rank + 1)
    }
    if !gathered.awards.isEmpty { gathered.awards[0].diagnostics += reader.diagnostics }
    return gathered.awards
  }

  private init(release: OCDSRelease) { self.release = release }

  private func diagnostic(_ code: DiagnosticCode, _ field: String, _ value: String? = nil) -> Diagnostic {
    Diagnostic(code, at: release.location, field: field, value: value)
  }

  private static func text(_ value: JSONValue?) -> String? {
    guard let text = value?.scalarText?.trimmed, !text.isEmpty else { return nil }
    return text
  }

  private mutating func append(_ award: OCDSAward) {
    places[award.key] = awards.count
    awards.append(award)
  }

  private mutating func add(award: JSONValue, _ path: String, rank: Int) {
    guard let id = Self.text(award["id"]) else {
      append(
        OCDSAward(
          key: "\(release.ocid)/award-\(rank)", identifier: "\(release.ocid)/award-\(rank)", award: award,
          path: path, diagnostics: [diagnostic(.ocdsNoIdentifier, path + ".id")]))
      return
    }
    let key = release.ocid + "/award/" + id
    guard let place = places[key] else {
      append(OCDSAward(key: key, identifier: id, award: award, path: path))
      return
    }
    let pair = JSONValue.object([JSONMember("awards", .array([awards[place].award ?? .null, award]))])
    awards[place].award = OCDSMerge.compiledRelease(of: [pair])?["awards"]?.arrayValue?.first ?? award
    awards[place].diagnostics.append(diagnostic(.ocdsRepeatedIdentifier, path + ".id", id))
  }

  private mutating func add(contract: JSONValue, _ path: String, rank: Int) {
    let id = Self.text(contract["id"])
    if let award = Self.text(contract["awardID"]) {
      let key = release.ocid + "/award/" + award
      if let place = places[key] {
        awards[place].contracts.append((contract, path))
        return
      }
      // The award may stand in another release, but not where the release says everything.
      var made = OCDSAward(key: key, identifier: award, path: path)
      made.contracts = [(contract, path)]
      if release.isWhole { made.diagnostics.append(diagnostic(.ocdsNoAward, path + ".awardID", award)) }
      append(made)
      return
    }
    let name = id.map { "/contract/" + $0 } ?? "/contract-\(rank)"
    let key = release.ocid + name
    if let place = places[key] {
      awards[place].contracts.append((contract, path))
      awards[place].diagnostics.append(diagnostic(.ocdsRepeatedIdentifier, path + ".id", id))
      return
    }
    var made = OCDSAward(key: key, identifier: id ?? release.ocid + name, path: path)
    made.contracts = [(contract, path)]
    if id == nil { made.diagnostics.append(diagnostic(.ocdsNoIdentifier, path + ".id")) }
    append(made)
  }
}
